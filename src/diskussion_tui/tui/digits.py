"""Digits typed one after the other on the same thing: close together they are one number, twelve is a 1 and a 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

_TOGETHER = 1.5
"""Seconds within which two digits are one number."""


def together(before: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether what is typed now is one with what was typed before."""
    return before is not None and (now - before).total_seconds() < _TOGETHER


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
