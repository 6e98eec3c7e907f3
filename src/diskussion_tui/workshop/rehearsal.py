"""A discussion that nobody keeps, to see what a workbook will look like when it is led. Nothing of it touches a disk."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.changes import Stamp
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.workshop.disk import Opened
from diskussion_tui.workshop.saving.sink import Saved
from diskussion_tui.workshop.workshop import Ids, Workshop

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from diskussion_tui.domain.session.records import Draft
    from diskussion_tui.domain.session.session import Change
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.workshop.saving.sink import Event

NOWHERE = Path("…")
"""The folder that such a discussion is said to be in; there is none of that name."""
_WRITER = "prov"


class _Nowhere:
    """A sink that calls everything saved and keeps nothing."""

    refuge = None

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self._tell = tell

    def put(self, change: Change) -> None:
        """Say that a change is saved."""
        self._tell(Saved(change.id))

    def put_draft(self, draft: Draft, *, tidy: bool = False) -> None:
        """Keep nothing."""

    def flush(self, patience: float | None = None) -> str:  # noqa: ARG002 - as every sink
        """There is nothing to wait for."""
        return ""

    def close(self, patience: float | None = None) -> str:  # noqa: ARG002 - as every sink
        """There is nothing to let go of."""
        return ""


class Rehearsal:
    """A discussion of a workbook that can be led, and is gone afterwards. Its time passes when it is told to."""

    def __init__(self, workbook: Workbook, name: str, begins: dt.datetime) -> None:
        self._now, self._begins = begins, begins
        ids = Ids(self._clock)
        first = changes.begin(Stamp(ids.new(), begins, _WRITER), ids.new(), name, begins.date(), workbook)
        session = session_of(first.versions, changes.frame_of(workbook))
        path = NOWHERE / f"{workbook.file_prefix}_{session.head.name}_{begins:%Y-%m-%d}.toml"
        opened = Opened(session, path, _WRITER, _Nowhere)
        self.workshop = Workshop(opened, workbook, now=self._clock, steady=self._measured)

    def passes(self, minutes: int) -> None:
        """Let the group talk for so long, the clock being looked at every minute."""
        for _ in range(minutes):
            self._now += timedelta(minutes=1)
            self.workshop.timing.tick()

    def _clock(self) -> dt.datetime:
        return self._now

    def _measured(self) -> float:
        return (self._now - self._begins).total_seconds()
