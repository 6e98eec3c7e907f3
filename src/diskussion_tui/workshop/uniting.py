"""Tables united on the disk: a new discussion made of several, which stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.changes import Stamp
from diskussion_tui.domain.session.faults import must_belong
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.uniting import details_united, frame_united, united
from diskussion_tui.workshop.clock import local_now
from diskussion_tui.workshop.workshop import Ids, Workshop

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.workshop.disk import Disk


def unite(
    folder: Path,
    name: str,
    sessions: Sequence[Session],
    workbook: Workbook,
    disk: Disk,
    now: Callable[[], dt.datetime] = local_now,
) -> Path:
    """A new discussion that holds what all tables said, on disk when this returns; its path.

    Raises `DifferentWorkbooksError`, `OtherWorkbookError` and `OSError`; then nothing was written.
    """
    records = united(sessions)
    for session in sessions:
        must_belong(session.head, workbook)
    ids, at = Ids(now), now()
    day = max(one.head.date for one in sessions)
    stamp = Stamp(ids.new(), at, disk.identity().writer)
    first = changes.begin(stamp, ids.new(), name, day, workbook, details_united(sessions))
    session = session_of((*first.versions, *records), frame_united(sessions))
    workshop = Workshop(disk.begin(folder, workbook.file_prefix, session), workbook, now=now)
    workshop.close()
    return workshop.path
