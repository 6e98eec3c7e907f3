"""Digits typed on a note: they count hands, unless words follow at once, for then they were the beginning of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import changes
from diskussion_tui.tui.digits import Counted, Digits, undoing

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.tui.walk.screen import Walk


class Hands:
    """Counting hands on the note that is chosen."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self._digits = Digits()
        self._counted = Counted(walk.workshop.now)

    def count(self, note: Note, digit: int) -> bool:
        """Count hands with one more digit; False where the digit goes on with a sentence."""

        def counts() -> None:
            now = self.walk.workshop.now()
            self.walk.choosing.item.count(self._digits.number(note.id, digit, now, changes.MAX_SUPPORTERS))

        return self._counted.takes(note.id, str(digit), undoing(self.walk.workshop, counts))

    def takes_blank(self, note: Note | None) -> bool:
        """Whether a blank comes right behind digits, where it may be the one between a number and a word."""
        return note is not None and self._counted.takes_blank(note.id)

    def as_words(self, note: Note | None) -> str:
        """The digits just typed, and nothing counted any more; empty where none were."""
        return self._counted.as_words(note.id) if note is not None else ""

    def forget(self) -> None:
        """Somebody has gone elsewhere: the digits counted hands."""
        self._counted.forget()
