"""Finding one of many notes by typing some of its words. The latest come first, and no more are set than can be looked through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.reports.queries import hints, told
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diskussion_tui.domain.analysis.query.within import Within
    from diskussion_tui.texts.catalogue import Texts

_SHOWN = 100
"""So many hits are listed; what is typed makes them fewer."""


class FindNote(Chooser):
    """A chooser among all notes of a discussion, found as the search language finds them. `choices` are the notes by their ids.

    `sought` are the words that were typed. What cannot be read as a query is told, and what was found last stays below it.
    """

    def __init__(self, within: Within, choices: Mapping[str, Choice], words: Texts) -> None:
        super().__init__(words.walk.find_title, tuple(choices.values()), words)
        self.sought: tuple[str, ...] = ()
        self._within, self._by_id = within, choices
        self._last: list[Choice] = []

    def _matching(self, typed: str) -> list[Choice]:
        here, said = self._within.find(typed), self._words
        self.sought = here.words
        if here.problem:
            return [Choice("", told(here.problem, said), whole=True), *self._last]
        found = [self._by_id[note.id] for note in here.notes]
        above = [Choice("", said.query.loose, whole=True)] if here.loose else []
        if not found:
            return [Choice("", hint, whole=True) for hint in hints(typed, said)]
        left = len(found) - _SHOWN
        more = [Choice("", said.walk.more_hits(left))] if left > 0 else []
        self._last = [*found[:_SHOWN], *more]
        return [*above, *self._last]
