"""How earlier discussions really went, and minutes and times of the day as people write them."""

from __future__ import annotations

import re
from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

from diskussion_tui.domain.plan.moments import next_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

MOST_MINUTES = 600
"""No step and no break is planned for more."""
_LOOKED_IN = 30
"""A step that took fewer seconds than this was only walked through, and says nothing of how long it takes."""
_TIME = re.compile(r"\s*(\d{1,2})(?:[:. ]?(\d{2}))?\s*")
_HOURS, _MINUTES = 24, 60


def usual_minutes(used: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Of each step the median of the seconds it took, as whole minutes and at least one."""
    taken: defaultdict[str, list[int]] = defaultdict(list)
    for one in used:
        for item, seconds in one.items():
            if seconds >= _LOOKED_IN:
                taken[item].append(seconds)
    return {item: max(1, (int(median(seconds)) + 30) // 60) for item, seconds in taken.items()}


def next_at(typed: str, now: datetime) -> datetime | None:
    """The next time the clock says so: `16`, `16:00`, `16.00` or `1600`; past midnight that is tomorrow. None for no time."""
    found = _TIME.fullmatch(typed)
    if found is None or not typed.isascii():
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour >= _HOURS or minute >= _MINUTES:
        return None
    return next_time(now, hour, minute)


def minutes_in(typed: str) -> int | None:
    """Minutes as they are typed, None where they are none."""
    typed = typed.strip()
    fine = typed.isascii() and typed.isdigit() and len(typed) <= len(str(MOST_MINUTES))
    return int(typed) if fine and int(typed) <= MOST_MINUTES else None
