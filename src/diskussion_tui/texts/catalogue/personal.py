"""The words of personal data found in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.texts.catalogue.base import Plural


class Personal(Words):
    """Personal data that is found in a text. `names` is what each sort of `domain/language/personal.py` is called, and its mask.

    `sorts` are such names.
    """

    names: tuple[tuple[str, str], ...]
    word_and: str
    in_line: str
    in_note: str
    in_note_only: str
    in_pasted: Plural
    masked_line: str
    masked_note: str
    nothing: str
    piped: Plural
    found: Plural
    cannot_read: str
    none_found: str
    none_to_mask: str
    done: Plural
    in_history: str
    in_draft: str
    places: tuple[tuple[str, str], ...]
    mask_needs_one: str
    note_needs_one: str
    final: str

    def listed(self, sorts: Iterable[str]) -> str:
        """The names of some sorts: `personnummer`, `personnummer och telefonnummer`."""
        named = [dict(self.names)[sort] for sort in sorts]
        return f" {self.word_and} ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))
