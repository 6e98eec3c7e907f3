"""A time of day as people read it, in one way everywhere: 14:23, in both languages, as the clock on a wall and ISO 8601 write it.

Files and tables for other programs have whole moments of their own (`isoformat`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


def time_of_day(at: dt.datetime) -> str:
    """A time of day."""
    return f"{at:%H:%M}"


def moment(at: dt.datetime) -> str:
    """A day and its time."""
    return f"{at.date().isoformat()} {time_of_day(at)}"
