"""The words of a list that is pasted or piped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.texts.catalogue.base import Plural


class Pasting(Words):
    """A list from elsewhere. `names` is what each sort of `domain/language/pasting.py` is called that is taken off.

    `said` is how many notes there are, `taken` such names, `most` and `n` numbers of characters.
    """

    names: tuple[tuple[str, str], ...]
    question: Plural
    question_of_kind: Plural
    more: Plural
    by_line: Plural
    joined: Plural
    as_text: str
    hint: str
    answer_first: str
    hint_of_kind: str
    pasted: Plural
    taken: str
    too_much: str
    too_much_piped: str
    copy_hint: str
    copied: Plural

    def listed(self, sorts: Iterable[str]) -> str:
        """The names of some sorts: `punkter, numrering`."""
        return ", ".join(dict(self.names)[sort] for sort in sorts)
