"""The open discussion: what every screen and command works on, and the one path that every change takes.

`do` makes a change of the session's present state, shows it at once, and hands it to the sink, which sees that it lasts;
`saving` says how far that has come. Listeners are told after every change, whoever made it. Undo and redo are changes too.
What the sink tells comes from its threads and waits for the turn of whoever leads, so that nothing here needs a lock.
"""

from __future__ import annotations

import os
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Concatenate, Literal, ParamSpec, TypeAlias

from diskussion_tui.base.ids import latest, next_id
from diskussion_tui.base.text import clean_line
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.changes import Stamp
from diskussion_tui.domain.session.drafts import unsent
from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.parking import take_aside
from diskussion_tui.domain.session.records import Purge, following
from diskussion_tui.domain.session.refusals import ReadOnlyError
from diskussion_tui.domain.session.room import Room
from diskussion_tui.domain.session.undo import UndoTrail, is_step, undo_of
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.workshop.clock import local_now, steady_seconds
from diskussion_tui.workshop.disk import Disk, Opened
from diskussion_tui.workshop.saving.sink import FromOthers, NotSaved, NotTidy, Saved
from diskussion_tui.workshop.timing import Timing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from diskussion_tui.domain.session.records import Draft, Record, Task
    from diskussion_tui.domain.session.session import Change, Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.workshop.saving.sink import Event

    CallSoon: TypeAlias = Callable[[Callable[[], None]], object]

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Saving:
    """How far saving has come. `at` is when something was last known to be on disk.

    `elsewhere` is saved too, in the folder `refuge`; `untidy` is saved, but the readable file cannot be written.
    `why` is the symbol of the error behind these and behind `refused`.
    """

    state: Literal["saved", "saving", "elsewhere", "untidy", "refused"] = "saved"
    at: dt.datetime | None = None
    why: str = ""
    refuge: Path | None = None


class Ids:
    """Makes ids that sort by time, also when the clock goes back."""

    def __init__(self, now: Callable[[], dt.datetime] = local_now) -> None:
        self._now = now
        self._last = ""

    def new(self) -> str:
        """The next id."""
        # As `secrets` does it, which loads OpenSSL besides.
        randomness = int.from_bytes(os.urandom(10), "big")
        self._last = next_id(int(self._now().timestamp() * 1000), randomness, self._last)
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

    `call_soon` has something done in the turn of whoever leads, and may be called from any thread: a screen hands in its
    loop's. Who hands in none has no turn but its own, and hears what the sink has told at `flush`. `shelter` is the folder
    that the discussion would take refuge in. `read_only` is why nothing can be changed: `newer` for a file of a later
    format, else the symbol of an error.
    """

    def __init__(
        self,
        opened: Opened,
        workbook: Workbook,
        *,
        now: Callable[[], dt.datetime] = local_now,
        steady: Callable[[], float] = steady_seconds,
        call_soon: CallSoon | None = None,
    ) -> None:
        self.workbook = workbook
        self.steps = steps_of(workbook)
        self.now = now
        self.ids = Ids(now)
        self.path, self.shelter = opened.path, opened.shelter
        self.writer, self.found, self.read_only = opened.writer, opened.found, opened.read_only
        self.session: Session = opened.session
        self.saving = Saving("saved", now())
        if opened.away:
            self.saving = Saving("elsewhere", now(), opened.away, opened.shelter)
        self._closed = False
        self._latest = self._untidy = ""
        self.ours = (self.writer, *opened.also)
        self._trail = undo_of(self.session, *self.ours) if opened.sink else UndoTrail()
        self._room: Room | None = None
        self._listeners: list[Callable[[], None]] = []
        self.timing = Timing(self, steady)
        self.ids.not_before(_last_id(self.session))
        self._call_soon = call_soon
        self._told: deque[Event] = deque()
        self._sink = opened.sink(self.told) if opened.sink else None

    @classmethod
    def begin(
        cls,
        folder: Path,
        name: str,
        workbook: Workbook,
        disk: Disk | None = None,
        *,
        now: Callable[[], dt.datetime] = local_now,
        steady: Callable[[], float] = steady_seconds,
        call_soon: CallSoon | None = None,
    ) -> Workshop:
        """A new discussion, on disk when this returns, if need be in the refuge. Raises `OSError`."""
        ids, at = Ids(now), now()
        disk = disk or Disk()
        stamp = Stamp(ids.new(), at, disk.identity().writer)
        first = changes.begin(stamp, ids.new(), name, at.date(), workbook, disk.details)
        session = session_of(first.versions, changes.frame_of(workbook))
        opened = disk.begin(folder, workbook.file_prefix, session)
        return cls(opened, workbook, now=now, steady=steady, call_soon=call_soon)

    @classmethod
    def open(
        cls,
        path: Path,
        workbook: Workbook,
        disk: Disk | None = None,
        *,
        now: Callable[[], dt.datetime] = local_now,
        steady: Callable[[], float] = steady_seconds,
        call_soon: CallSoon | None = None,
    ) -> Workshop:
        """A discussion that is on disk; for reading only where it cannot be written.

        Raises `OtherWorkbookError`, `UnreadableSessionError` and `OSError`.
        """
        opened = (disk or Disk()).open(path, workbook)
        return cls(opened, workbook, now=now, steady=steady, call_soon=call_soon)

    @classmethod
    def read(
        cls, path: Path, session: Session, workbook: Workbook, *, now: Callable[[], dt.datetime] = local_now
    ) -> Workshop:
        """A discussion that is only read, as it was found: nothing is locked, and nothing can be changed."""
        return cls(Opened(session, path, ""), workbook, now=now)

    @property
    def refuge(self) -> Path | None:
        """The folder where the discussion is kept while its own refuses."""
        return self._sink.refuge if self._sink else None

    def do(
        self, make: Callable[Concatenate[Session, Stamp, P], Change | None], *args: P.args, **kwargs: P.kwargs
    ) -> Change | None:
        """Make a change: `workshop.do(changes.withdraw, note.id)`. None where nothing would change.

        Raises `ReadOnlyError`, and what the change raises: `FinalError`, `TooLongError`, `FullError`.
        """
        return self._commit(make(self.session, self._stamp(), *args, **kwargs))

    def add_notes(
        self,
        question: str,
        texts: list[str],
        kind: str | Sequence[str] = "",
        *,
        group: str = "",
        parked: bool = False,
    ) -> Change | None:
        """Take down notes under a question, in the order they were said, by the table `group`; or put them aside at once.

        `kind` is that of all, or one for each.
        """
        given = self.ids.endless(), question, texts, kind
        return self.do(take_aside if parked else changes.add_notes, *given, group=group)

    def undo(self) -> Change | None:
        """Take back this writer's latest change; None where there is none. Raises `FinalError`."""
        return self._take_back(self._trail.done)

    def redo(self) -> Change | None:
        """Take back this writer's latest undo; None where there is none. Raises `FinalError`."""
        return self._take_back(self._trail.undone)

    @property
    def can_undo(self) -> bool:
        """Whether this writer has a change to take back."""
        return bool(self._trail.done)

    @property
    def can_redo(self) -> bool:
        """Whether this writer has taken something back."""
        return bool(self._trail.undone)

    def keep_draft(
        self,
        step: str,
        kind: str,
        text: str,
        edit: tuple[str, str] = ("", ""),
        task: Task = "",
        *,
        tidy: bool = False,
        group: str | None = None,
    ) -> None:
        """Remember where the writer stands and what is half typed, so that a crash gives that back too.

        `group` is the table that speaks, None for the same as before. In a final discussion nothing is remembered: whoever walks
        through one only reads it.
        """
        if self._sink is None or self.session.final:
            return
        before = self.session.draft(self.writer)
        draft = changes.draft(self.session, self._stamp(), step, kind, text, edit, task)
        if group is not None:
            draft = replace(draft, group=clean_line(group))
        if before and replace(draft, rev=before.rev, change=before.change, at=before.at) == before:
            return
        self._put_draft(draft, tidy=tidy)

    def show_room(self, shows: str, back: int = 0) -> None:
        """Say what the room is to see where it is not the newest of the step: a round, by its id, or so many pages back."""
        draft = self.session.draft(self.writer)
        if draft and self.writable and (draft.shows, draft.back) != (shows, back):
            rev, change = following(draft.rev), self.ids.new()
            self._put_draft(replace(draft, rev=rev, change=change, at=self.now(), shows=shows, back=back))

    def turn_room(self, by: int) -> int:
        """Have the room see so many pages further back (on where negative); how many before the newest it sees then."""
        draft = self.session.draft(self.writer)
        if draft:
            self.show_room(draft.shows, draft.back + by)
        now = self.session.draft(self.writer)
        return now.back if now else 0

    def last_draft(self) -> Draft | None:
        """Where to go on: this writer's own draft, else the latest of anybody's, without what has been sent since."""
        draft = self.session.draft(self.writer) or self.session.latest_draft()
        return unsent(self.session, draft, *self.ours) if draft else None

    def enter(self, step: str, kind: str = "", text: str = "") -> None:
        """Start the clock of a step, taking along what is half typed."""
        self.timing.enter(step)
        self.keep_draft(step, kind, text, tidy=True)

    @property
    def writable(self) -> bool:
        """Whether anything can be changed."""
        return self._sink is not None and not (self._closed or self.read_only or self.session.final)

    def commit_clock(self, make: Callable[[Session, Stamp], Change | None]) -> None:
        """Take in a change of the clocks. Nobody is told: it is part of whatever brought it about, and no words wait for it."""
        change = make(self.session, self._stamp())
        if change and self._sink and not self._closed:
            self._take_in(change)
            self._sink.put(change)

    def sign_of_life(self) -> None:
        """Leave on the disk that the discussion is being led right now: the draft, with another time."""
        draft = self.session.draft(self.writer)
        if draft and self._sink and not self._closed:
            self._put_draft(replace(draft, rev=following(draft.rev), change=self.ids.new(), at=self.now()))

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` after every change to the session or to how far saving has come."""
        self._listeners.append(listener)

    def unlisten(self, listener: Callable[[], None]) -> None:
        """Call `listener` no more."""
        self._listeners = [one for one in self._listeners if one != listener]

    def told(self, event: Event) -> None:
        """Hear from the sink, from whichever thread; what it says is taken in when it is our turn."""
        if self._closed:
            return
        self._told.append(event)
        if self._call_soon:
            self._call_soon(self._hear)

    def flush(self, patience: float | None = None) -> str:
        """Wait until everything is on disk; the symbol of the error if the disk refused, else empty."""
        why = self._sink.flush(patience) if self._sink else ""
        if self._call_soon is None:
            self._hear()
        return why

    def close(self, patience: float | None = None) -> str:
        """Save, bring the file up to date, let go of it; why something stayed unsaved or untidy, else empty.

        With `patience`, in seconds, not longer than that in all: what is saved stays in the journal then, which every reader
        unites with the file.
        """
        self.timing.stop()
        self._closed = True
        return self._sink.close(patience) if self._sink else ""

    def _hear(self) -> None:
        """Take in what the sink has told since the last turn, and tell the listeners."""
        while self._told and not self._closed:
            self._take_event(self._told.popleft())
            self._tell()

    def _take_event(self, event: Event) -> None:
        match event:
            case Saved(upto, refuge, why):
                there = "elsewhere" if refuge else "untidy" if self._untidy else "saved"
                self.saving = Saving(
                    there if upto == self._latest else "saving", self.now(), why or self._untidy, refuge
                )
            case NotSaved(why):
                self.saving = Saving("refused", self.saving.at, why)
            case NotTidy(why):
                self._untidy = why
                if self.saving.state in ("saved", "untidy"):
                    self.saving = Saving("untidy" if why else "saved", self.saving.at, why)
            case FromOthers(records):
                self.session = fold(self.session, records)
                self._trail = undo_of(self.session, *self.ours)
                self.timing.heard(records)
                if self._room:
                    self._room.holds(records)
                self.ids.not_before(_last_of(records))

    def _take_back(self, ids: tuple[str, ...]) -> Change | None:
        return self._commit(changes.take_back(self.session, self._stamp(), ids[-1])) if ids else None

    def _commit(self, change: Change | None) -> Change | None:
        if change is None:
            return None
        if self._sink is None or self._closed:
            # Closed, nobody would save it, and it must not be shown as if it were said.
            raise ReadOnlyError(self.read_only)
        if self._room is None:
            self._room = Room(one for versions in self.session.versions.values() for one in versions)
        self._room.guard(change.versions)
        self._room.holds(change.versions)
        self._take_in(change)
        if isinstance(change.versions[0], Purge):
            self._trail = undo_of(self.session, *self.ours)  # what was done to the note is no step any more
        elif is_step(change.versions[0]):
            self._trail = self._trail.after(change.id, change.versions[0].undoes)
        self.saving = Saving("saving", self.saving.at)
        self._sink.put(change)
        self._tell()
        return change

    def _take_in(self, change: Change) -> None:
        self.session = fold(self.session, change.versions)
        self.timing.heard(change.versions)
        self._latest = change.id

    def _put_draft(self, draft: Draft, *, tidy: bool = False) -> None:
        self.session = fold(self.session, (draft,))
        if self._sink:
            self._sink.put_draft(draft, tidy=tidy)

    def _stamp(self) -> Stamp:
        return Stamp(self.ids.new(), self.now(), self.writer)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()


def _last_id(session: Session) -> str:
    return _last_of(version for versions in session.versions.values() for version in versions)


def _last_of(versions: Iterable[Record]) -> str:
    return latest(one for version in versions for one in (version.id, version.change))
