"""Following up: every action of the discussions in some folders, and what has become of it, told where it was spoken of last.

That discussion is opened as any is, changed by the one path that every change takes, and closed again: what is told is on disk, or
refused. Where it is open elsewhere, on another screen or another machine, it comes there as what a second program writes does.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.open_actions import Action
from diskussion_tui.domain.session.changes import take_back
from diskussion_tui.domain.session.conclusions import conclusion, tell_done
from diskussion_tui.store.files.paths import stems
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session.report_file import put_called
from diskussion_tui.workshop.clock import local_now
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.earlier import actions_of
from diskussion_tui.workshop.saving.sink import LATER
from diskussion_tui.workshop.workshop import Workshop

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.domain.session.session import Change
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.store.files.places import Places


class NotKeptError(Exception):
    """What was told is not on disk. `why` is the symbol of the error."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of an action: by which change of its discussion."""

    action: Action
    change: str


class FollowUp:
    """The actions of some places, in the order of the latest `look`. Its methods wait, so they are for any thread but a screen's."""

    def __init__(self, places: Places, now: Callable[[], dt.datetime] = local_now) -> None:
        self.actions: tuple[Action, ...] = ()
        self._library = Library(*places.homes[0], also=places.also)
        self._places, self._now = places, now
        self._paths: dict[str, Path] = {}
        self._told: list[Told] = []
        self._one_at_a_time = threading.Lock()

    def look(self) -> None:
        """Read what there is, where anything has changed. Raises `OSError`."""
        with self._one_at_a_time:
            if self._paths and not self._library.has_changed():
                return
            self._paths = {entry.id: entry.path for entry in self._library.refresh()}
            self.actions = actions_of(self._library)

    def path_of(self, one: Action) -> Path:
        """The file of the discussion that spoke of an action last."""
        return self._paths[one.session]

    def tell(self, one: Action, workbook: Workbook, *, done: bool) -> None:
        """Tell that an action is done, or not after all. On disk when this returns.

        Raises `NotOpenedError`, `RefusedError`, `NotKeptError` and `OSError`; then it is as it was.
        """
        with self._one_at_a_time:
            change = self._change(one, workbook, lambda at: at.do(tell_done, one.action.id, done=done))
            if change:
                self._told.append(Told(one, change.id))

    @property
    def can_undo(self) -> bool:
        """Whether anything was told here that can be taken back."""
        return bool(self._told)

    def undo(self, workbook: Workbook) -> Action:
        """Take back what was told last; of which action that was. Raises as `tell`, and `IndexError` where there is nothing."""
        with self._one_at_a_time:
            told = self._told[-1]
            self._change(told.action, workbook, lambda at: at.do(take_back, told.change))
            self._told.pop()
            return told.action

    def put(self, stem: str, suffix: str, data: bytes) -> Path:
        """Put a list of the actions beside the discussions of the first folder; which file it is. Raises `OSError`."""
        return put_called(self._places.homes[0].folder, stems(stem, f"{self._now():%Y-%m-%d}"), suffix, data)

    def _change(
        self, one: Action, workbook: Workbook, make: Callable[[Workshop], Change | None]
    ) -> Change | None:
        path = self.path_of(one)
        workshop = Workshop.open(path, workbook, Disk(*self._places.home_of(path)), now=self._now)
        try:
            change = make(workshop)
            why = workshop.flush()
        finally:
            later = workshop.close()  # tries once more
        if why and later not in ("", LATER):
            raise NotKeptError(later)
        now = conclusion(workshop.session, one.action.id)
        if now:
            fresh = Action(now, one.session, one.name, one.date)
            self.actions = tuple(fresh if had.action.id == now.id else had for had in self.actions)
        return change
