"""Digits typed on a note: they count hands, unless words follow at once, for then they were the beginning of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import changes
from diskussion_tui.tui.digits import Digits, together

if TYPE_CHECKING:
    import datetime as dt

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.tui.walk.screen import Walk


class Hands:
    """What has just been typed on a note, and how many changes it made. A blank behind the digits waits with them."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self._digits = Digits()
        self._typed = ""
        self._on = ""
        self._made = 0
        self._at: dt.datetime | None = None

    def count(self, note: Note, digit: int) -> bool:
        """Count hands with one more digit; False where the digit goes on with a sentence."""
        now = self.walk.workshop.now()
        if not self._fresh(note.id):
            self._typed, self._on, self._made = "", note.id, 0
        if self._typed.endswith(" "):
            return False
        self._typed, self._at = f"{self._typed}{digit}", now
        before = self.walk.session
        self.walk.choosing.item.count(self._digits.number(note.id, digit, now, changes.MAX_SUPPORTERS))
        self._made += self.walk.session is not before
        return True

    def takes_blank(self, note: Note | None) -> bool:
        """Whether a blank comes right behind digits, where it may be the one between a number and a word."""
        waits = note is not None and self._fresh(note.id) and not self._typed.endswith(" ")
        if waits:
            self._typed, self._at = f"{self._typed} ", self.walk.workshop.now()
        return waits

    def as_words(self, note: Note | None) -> str:
        """The digits just typed, and nothing counted any more; empty where none were."""
        typed = self._typed if note is not None and self._fresh(note.id) else ""
        for _ in range(self._made if typed else 0):
            self.walk.workshop.undo()
        self._typed, self._made = "", 0
        return typed

    def forget(self) -> None:
        """Somebody has gone elsewhere: the digits counted hands."""
        self._typed = ""

    def _fresh(self, note: str) -> bool:
        soon = together(self._at, self.walk.workshop.now())
        return bool(self._typed) and soon and note == self._on
