"""The clocks of the steps as versions: which one runs, and what it has counted. No step to undo.

`passed` is what the running clock has gone since it was last written, measured by whoever leads: the time between two
readings of a wall clock is something else when that is set, or the laptop sleeps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.plan.show import clocks_in, running_in
from diskussion_tui.domain.session.changes import guard, next_version
from diskussion_tui.domain.session.records import Spent
from diskussion_tui.domain.session.session import Change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.session import Session


def turn(session: Session, stamp: Stamp, item: str, passed: int) -> Change | None:
    """Stop the clock that runs, `passed` seconds having gone by, and start that of `item`; none where it is empty."""
    guard(session)
    clocks = clocks_in(session)
    running = running_in(clocks)
    versions: list[Spent] = []
    for one in clocks.values():
        if one.since is not None and one.id != item:
            gone = max(0, passed) if one is running else 0
            versions.append(next_version(one, stamp, seconds=one.seconds + gone, since=None))
    if item:
        gone = max(0, passed) if running and running.id == item else 0
        before = _clock(session, stamp, item)
        versions.append(
            next_version(before, stamp, gone=False, seconds=before.seconds + gone, since=stamp.at)
        )
    return Change(stamp.change, tuple(versions)) if versions else None


def start_anew(session: Session, stamp: Stamp, item: str) -> Change | None:
    """Every clock back to nothing, that of `item` running: what went before was no part of the evening."""
    guard(session)
    ids: Iterable[str] = dict.fromkeys((*clocks_in(session), *([item] if item else ())))
    versions = tuple(
        next_version(
            _clock(session, stamp, one), stamp, gone=False, seconds=0, since=stamp.at if one == item else None
        )
        for one in ids
    )
    return Change(stamp.change, versions) if versions else None


def _clock(session: Session, stamp: Stamp, item: str) -> Spent:
    found = session.versions.get((Spent.table, item))
    current = found[-1] if found else None
    if isinstance(current, Spent):
        return current
    return Spent(id=item, rev=0, change="", writer=stamp.writer, at=stamp.at)
