"""Digits typed one after the other: close together on the same thing they are one number, twelve is a 1 and a 2.

What they did is taken back where words follow at once: then they were the beginning of a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from diskussion_tui.workshop.workshop import Workshop

    Back: TypeAlias = Callable[[], object]
    """What takes something back."""

_TOGETHER = 1.5
"""Seconds within which two digits are one number, and within which words come behind the blank after it."""
BREATH = 0.5
"""Seconds within which a letter is one word with the digit right before it, and digits that went to several notes one number."""


def together(before: dt.datetime | None, now: dt.datetime, within: float = _TOGETHER) -> bool:
    """Whether what is typed now is one with what was typed before, at most so many seconds ago."""
    return before is not None and (now - before).total_seconds() < within


class Digits:
    """The number being typed, on what, and when its last digit came."""

    def __init__(self) -> None:
        self._on = ""
        self._number = 0
        self._at: dt.datetime | None = None

    def number(self, on: str, digit: int, now: dt.datetime, most: int) -> int:
        """The number that the digit makes; beyond `most` it begins a new one."""
        soon = together(self._at, now)
        joined = self._number * 10 + digit if soon and on == self._on else digit
        self._number = joined if joined <= most else digit
        self._on, self._at = on, now
        return self._number


def undoing(workshop: Workshop, do: Callable[[], object]) -> Callable[[], Back | None]:
    """Something to be done in a discussion, that gives what takes it back; None where it changed nothing."""

    def does() -> Back | None:
        before = workshop.session
        do()
        return None if workshop.session is before else workshop.undo

    return does


class Counted:
    """Digits that did something at once, and what takes it back: words that follow show that they began a sentence.

    `on` is what they were typed on. A blank right behind them waits with them, since it may be the one between a number and a word.
    Without one a letter is of the same word only where it comes in the same breath. What is typed later leaves all as it was done.
    """

    def __init__(self, now: Callable[[], dt.datetime], within: float = _TOGETHER) -> None:
        self._now = now
        self._within = within
        self._typed = ""
        self._on = ""
        self._made: list[Back] = []
        self._at: dt.datetime | None = None

    def takes(self, on: str, character: str, do: Callable[[], Back | None]) -> bool:
        """Do what a digit does; False where it goes on with a sentence, and nothing is done."""
        if not self._goes_on(on):
            self._typed, self._on, self._made = "", on, []
        if self._typed.endswith(" "):
            return False
        self._typed, self._at = f"{self._typed}{character}", self._now()
        if back := do():
            self._made.append(back)
        return True

    def takes_blank(self, on: str) -> bool:
        """Whether a blank comes right behind digits."""
        waits = self._goes_on(on) and not self._typed.endswith(" ")
        if waits:
            self._typed, self._at = f"{self._typed} ", self._now()
        return waits

    def as_words(self, on: str) -> str:
        """The digits just typed, and what they did taken back; empty where none were."""
        within = self._within if self._typed.endswith(" ") else BREATH
        typed = self._typed if self._goes_on(on, within) else ""
        made, self._typed, self._made = self._made, "", []
        for back in reversed(made if typed else []):
            back()
        return typed

    def forget(self) -> None:
        """Somebody has gone elsewhere: they were no words."""
        self._typed = ""

    def _goes_on(self, on: str, within: float | None = None) -> bool:
        soon = together(self._at, self._now(), self._within if within is None else within)
        return bool(self._typed) and on == self._on and soon
