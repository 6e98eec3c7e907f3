"""The time here, and a clock to measure with, for whoever has none handed in."""

from __future__ import annotations

import datetime as dt
import time


def local_now() -> dt.datetime:
    """The time here, with its offset in whole minutes, as it stands in the files."""
    now = dt.datetime.now().astimezone()
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def steady_seconds() -> float:
    """Seconds since some moment that nobody sets, those that a laptop has slept through included where the system knows."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
