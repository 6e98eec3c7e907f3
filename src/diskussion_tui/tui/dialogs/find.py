"""Finding one of many notes by typing some of its words. The latest come first, and no more are set than can be looked through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.parts.found import sought

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.texts.catalogue import Texts

_SHOWN = 100
"""So many hits are listed; what is typed makes them fewer."""


class FindNote(Chooser):
    """A chooser among all notes of a discussion, each folded once, so that a letter costs little with ten thousand.

    `sought` are the words that were typed.
    """

    def __init__(self, choices: Sequence[Choice], words: Texts) -> None:
        super().__init__(words.walk.find_title, choices, words)
        self.sought: tuple[str, ...] = ()
        self._folded = [
            (folded(f"{choice.title} {choice.beside} {choice.also}"), choice) for choice in choices
        ]

    def _matching(self, typed: str) -> list[Choice]:
        wanted = folded(typed.strip()).split()
        found = [choice for text, choice in self._folded if all(word in text for word in wanted)]
        self.sought = sought(typed)
        left = len(found) - _SHOWN
        more = [Choice("", self._words.walk.more_hits(left))] if left > 0 else []
        return [*found[:_SHOWN], *more]
