"""Moments as the clock on the wall shows them, also on the other side of a night in which that is put forward or back.

A time with an offset from UTC knows nothing of summer and winter. Where `now` is the time of this machine's zone, that zone says
what its clocks will show; a time of any other zone keeps its offset.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def on_the_wall(moment: datetime, now: datetime) -> datetime:
    """A moment, as it is shown by the clock that shows `now`."""
    return moment.astimezone(None if _is_here(now) else now.tzinfo)


def after(now: datetime, seconds: float) -> datetime:
    """So many seconds after now, as the clock will show it then."""
    return on_the_wall(now + timedelta(seconds=seconds), now)


def next_time(now: datetime, hour: int, minute: int) -> datetime:
    """The next moment at which the clock shows a time; in a night that leaves it out, when that would have been."""
    days = (now.date() + timedelta(days=days) for days in range(3))
    return next(at for day in days for at in _moments(now, day, time(hour, minute)) if at > now)


def _moments(now: datetime, day: date, shown: time) -> Iterator[datetime]:
    """When the clock shows a time on a day: once, or twice where it is put back."""
    if not _is_here(now):
        yield datetime.combine(day, shown, now.tzinfo)
        return
    first, second = (datetime.combine(day, shown.replace(fold=fold)).astimezone() for fold in (0, 1))
    if first.time() == shown:
        yield first
    yield second


def _is_here(now: datetime) -> bool:
    return now.astimezone().utcoffset() == now.utcoffset()
