"""Choosing a name among those used before, or typing a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.texts.catalogue import Texts

NAMED = "="
"""What an answer begins with that is a name, so that the other choices may be called anything."""
_LONGEST = 40
"""More characters are no name of a table."""


class NameOrNew(Chooser):
    """Choosing a name among those used before, or typing a new one. Answers with `NAMED` and the name, or as `choices` say."""

    def __init__(self, title: str, choices: Sequence[Choice], words: Texts, new: str) -> None:
        super().__init__(title, choices, words)
        self._new = new

    def _matching(self, typed: str) -> list[Choice]:
        """What fits, and what is typed as a new name: first, unless a name has all of its words or it is one already."""
        found, name = super()._matching(typed), clean_line(typed)[:_LONGEST]
        if not name or any(folded(choice.title) == folded(name) for choice in found):
            return sorted(found, key=lambda choice: folded(choice.title) != folded(name))
        words = set(folded(name).split())
        meant = any(words <= set(folded(choice.title).split()) for choice in found)
        new = Choice(f"{NAMED}{name}", name, self._new)
        return [*found, new] if meant else [new, *found]
