"""The time here, for whoever has none handed in."""

from __future__ import annotations

import datetime as dt


def local_now() -> dt.datetime:
    """The time here, with its offset in whole minutes, as it stands in the files."""
    now = dt.datetime.now().astimezone()
    return now.replace(microsecond=now.microsecond // 1000 * 1000)
