"""The open discussion: what every screen and command works on, and the one path that every change takes.

`do` makes a change of the session's present state, shows it at once, and hands it to the saver; `saving` says how far
that has come. Listeners are told after every change, whoever made it. Undo and redo are changes too.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Concatenate, Literal, ParamSpec

from diskussion_tui.domain import changes
from diskussion_tui.domain.changes import Stamp
from diskussion_tui.domain.fold import fold, session_of
from diskussion_tui.domain.ids import is_id, next_id
from diskussion_tui.domain.plan import clock_of
from diskussion_tui.domain.steps import steps_of
from diskussion_tui.domain.trail import trail_of
from diskussion_tui.store.fs import Fs
from diskussion_tui.store.keeper import Found, Keeper
from diskussion_tui.workshop.clock import local_now
from diskussion_tui.workshop.identity import writer_name
from diskussion_tui.workshop.saver import FromOthers, NotSaved, Saved, Saver

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.plan import Clock
    from diskussion_tui.domain.session import Change, Draft, Session
    from diskussion_tui.domain.workbook import Workbook
    from diskussion_tui.workshop.saver import Event

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Saving:
    """How far saving has come. `at` is when something was last known to be on disk, `why` the reason it is not."""

    state: Literal["saved", "saving", "refused"] = "saved"
    at: dt.datetime | None = None
    why: str = ""


class Ids:
    """Makes ids that sort by time, also when the clock goes back."""

    def __init__(self, now: Callable[[], dt.datetime] = local_now) -> None:
        self._now = now
        self._last = ""

    def new(self) -> str:
        """The next id."""
        self._last = next_id(int(self._now().timestamp() * 1000), secrets.randbits(80), self._last)
        return self._last

    def endless(self) -> Iterator[str]:
        """As many ids as are asked for."""
        while True:
            yield self.new()

    def not_before(self, last: str) -> None:
        """Sort every further id after `last`: a clock that was set back must not reorder what was said."""
        self._last = max(self._last, last)


class Workshop:
    """One discussion that is being led. Create with `begin` or `open`; `close` when done.

    `on_event` is called from the saver's thread; whoever has a loop of its own passes the event on to `take`.
    """

    def __init__(self, keeper: Keeper, workbook: Workbook, now: Callable[[], dt.datetime], ids: Ids) -> None:
        self.workbook = workbook
        self.steps = steps_of(workbook)
        self.now = now
        self.ids = ids
        self.path: Path = keeper.path
        self.writer = keeper.writer
        self.found: Found = keeper.found
        self.session: Session = keeper.session
        self.saving = Saving("saved", now())
        self.since = now()
        self.on_event: Callable[[Event], None] = self.take
        self._trail = trail_of(self.session, self.writer)
        self._latest = ""
        self._listeners: list[Callable[[], None]] = []
        ids.not_before(_last_id(self.session))
        self._saver = Saver(keeper, self._on_saver)

    @classmethod
    def begin(
        cls,
        folder: Path,
        name: str,
        workbook: Workbook,
        *,
        fs: Fs | None = None,
        now: Callable[[], dt.datetime] = local_now,
    ) -> Workshop:
        """A new discussion, on disk when this returns. Raises `OSError`."""
        ids, at = Ids(now), now()
        stamp = Stamp(ids.new(), at, writer_name())
        first = changes.begin(stamp, ids.new(), name, at.date(), workbook)
        session = session_of(first.versions, changes.frame_of(workbook))
        keeper = Keeper.create(fs or Fs(), folder, workbook.file_prefix, session, stamp.writer)
        return cls(keeper, workbook, now, ids)

    @classmethod
    def open(
        cls,
        path: Path,
        workbook: Workbook,
        *,
        fs: Fs | None = None,
        now: Callable[[], dt.datetime] = local_now,
    ) -> Workshop:
        """A discussion that is on disk. Raises `UnreadableSessionError` and `OSError`."""
        return cls(Keeper.open(fs or Fs(), path, writer_name()), workbook, now, Ids(now))

    def do(
        self, make: Callable[Concatenate[Session, Stamp, P], Change | None], *args: P.args, **kwargs: P.kwargs
    ) -> Change | None:
        """Make a change: `workshop.do(changes.withdraw, note.id)`. None where nothing would change.

        Raises what the change raises: `FinalError`, `TooLongError`.
        """
        return self._commit(make(self.session, self._stamp(), *args, **kwargs))

    def add_notes(self, question: str, texts: list[str], kind: str = "") -> Change | None:
        """Take down notes under a question, in the order they were said."""
        return self.do(changes.add_notes, self.ids.endless(), question, texts, kind)

    def undo(self) -> Change | None:
        """Take back this writer's latest change; None where there is none. Raises `FinalError`."""
        return self._take_back(self._trail.done)

    def redo(self) -> Change | None:
        """Take back this writer's latest undo; None where there is none. Raises `FinalError`."""
        return self._take_back(self._trail.undone)

    def keep_draft(
        self, step: str, kind: str, text: str, edit: tuple[str, str] = ("", ""), *, tidy: bool = False
    ) -> None:
        """Remember where the writer stands and what is half typed, so that a crash gives that back too."""
        before = self.session.draft(self.writer)
        draft = changes.draft(self.session, self._stamp(), step, kind, text, edit)
        if before and replace(draft, rev=before.rev, change=before.change, at=before.at) == before:
            return
        self.session = fold(self.session, (draft,))
        self._saver.put_draft(draft, tidy=tidy)

    def last_draft(self) -> Draft | None:
        """Where to go on: this writer's own draft, else the latest of anybody's."""
        return self.session.draft(self.writer) or self.session.latest_draft()

    def enter(self, step: str, kind: str = "", text: str = "") -> None:
        """Start the clock of a step, taking along what is half typed."""
        self.since = self.now()
        self.keep_draft(step, kind, text, tidy=True)

    def clock(self, step: str) -> Clock:
        """How the step stands against its planned minutes."""
        return clock_of(self.steps, step, self.since, self.now())

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` after every change to the session or to how far saving has come."""
        self._listeners.append(listener)

    def take(self, event: Event) -> None:
        """Take in what the saver tells. Call it where the listeners live."""
        match event:
            case Saved(upto):
                state = "saved" if upto == self._latest else "saving"
                self.saving = Saving(state, self.now())
            case NotSaved(why):
                self.saving = Saving("refused", self.saving.at, why)
            case FromOthers(records):
                self.session = fold(self.session, records)
                self._trail = trail_of(self.session, self.writer)
        self._tell()

    def flush(self) -> str:
        """Wait until everything is on disk; the reason if the disk refused, else empty."""
        return self._saver.flush()

    def close(self) -> str:
        """Save, bring the file up to date, let go of it; the reason if something stayed unsaved, else empty."""
        self.on_event = lambda _event: None
        return self._saver.close()

    def _on_saver(self, event: Event) -> None:
        self.on_event(event)

    def _take_back(self, ids: tuple[str, ...]) -> Change | None:
        return self._commit(changes.take_back(self.session, self._stamp(), ids[-1])) if ids else None

    def _commit(self, change: Change | None) -> Change | None:
        if change is None:
            return None
        self.session = fold(self.session, change.versions)
        self._trail = self._trail.after(change.id, change.versions[0].undoes)
        self._latest = change.id
        self.saving = Saving("saving", self.saving.at)
        self._saver.put(change)
        self._tell()
        return change

    def _stamp(self) -> Stamp:
        return Stamp(self.ids.new(), self.now(), self.writer)

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()


def _last_id(session: Session) -> str:
    versions = (version for versions in session.versions.values() for version in versions)
    return max(
        (one for version in versions for one in (version.id, version.change) if is_id(one)), default=""
    )
