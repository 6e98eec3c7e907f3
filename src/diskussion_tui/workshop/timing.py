"""The clock of the discussion that is led: which step's runs, how long it has gone, what the evening comes to.

One path for all of it: entering a step, a pause, a break, what a restart or a closed lid finds, all become versions of
`Spent`, which are no steps to undo. How long the running clock has gone is measured by a clock that nobody sets; the wall
clock is only for showing, and for what stands in the file. Nothing here is asked while somebody types.

Only one program at a time leads the clock: whoever opens a discussion that another is leading sees that one's clock.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal, Protocol

from diskussion_tui.domain.plan import clock as clocks
from diskussion_tui.domain.plan.show import GAP, Item, alive_at, clocks_in, ran, running_in, show_in
from diskussion_tui.domain.plan.standing import standing_of
from diskussion_tui.domain.session.records import Head, Planned, Spent

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from diskussion_tui.domain.plan.standing import Standing
    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Change, Session
    from diskussion_tui.domain.workbook.steps import Step

BEAT = 60
"""Seconds between two signs of life that are left on the disk."""
OFF = 2
"""So many seconds may wall clock and steady clock differ before what stands in the file is put right."""

Found = Literal["", "gap", "anew", "stands"]
"""What opening or waking up found: nothing, time that was not counted, clocks started anew, a clock that stands."""


class Led(Protocol):
    """The discussion whose clock this is."""

    session: Session
    steps: tuple[Step, ...]
    writer: str
    now: Callable[[], dt.datetime]

    @property
    def writable(self) -> bool:
        """Whether anything can be changed."""
        ...

    def commit_clock(self, make: Callable[[Session, Stamp], Change | None]) -> None:
        """Take in a change of the clocks, and tell nobody."""
        ...

    def sign_of_life(self) -> None:
        """Leave on the disk that the discussion is being led right now."""
        ...


class Timing:
    """`found` is what there is to tell of the clock, with the seconds it is about; whoever tells it empties it."""

    def __init__(self, led: Led, steady: Callable[[], float]) -> None:
        self.found: tuple[Found, int] = ("", 0)
        self._led = led
        self._steady = steady
        self._at = self._seen = self._beat = steady()
        self._step = led.steps[0].id
        self._opened = self._halted = False
        self._known: tuple[tuple[Item, ...], dict[str, Spent]] | None = None

    # ---- reading -------------------------------------------------------------------------------------------------

    @property
    def show(self) -> tuple[Item, ...]:
        """The run of show."""
        return self._read()[0]

    @property
    def running(self) -> str:
        """The id of the step or break whose clock runs, empty where none does."""
        running = self._running()
        return running.id if running else ""

    @property
    def item(self) -> Item:
        """Where the group is: the step or break whose clock runs, else the step in view."""
        at = self.running or self._step
        return next((item for item in self.show if item.id == at), self.show[0])

    @property
    def standing(self) -> Standing:
        """How the evening stands."""
        head = self._led.session.head
        return standing_of(self.show, self.used(), self.item.id, self._led.now(), head.ends)

    def used(self) -> dict[str, int]:
        """The seconds that each step and break has taken until now."""
        used = {one.id: max(0, one.seconds) for one in self._read()[1].values()}
        if running := self._running():
            used[running.id] += self._passed(running)
        return used

    def heard(self, versions: Iterable[Record]) -> None:
        """Read anew what versions that were taken in may have changed."""
        if any(isinstance(version, Planned | Spent | Head) for version in versions):
            self._known = None

    # ---- running -------------------------------------------------------------------------------------------------

    def enter(self, step: str) -> None:
        """The group is at another step: its clock starts. The first time, the clock is found as it was left."""
        first, self._opened = not self._opened, True
        moved, self._step = step != self._step, step
        if not self._led.writable or self._others():
            return
        if first:
            self._open()
        elif moved or not (self.running or self._halted):
            self._turn(step)

    def go_on(self) -> None:
        """Something is said at a step: a clock that stood because nobody was there goes on."""
        if self._led.writable and self._opened and not (self._halted or self.running):
            self._turn(self._step)

    def pause(self) -> None:
        """Stop the clock; where it stands, or a break is on, go on with the step in view."""
        if not self._led.writable:
            return
        running = self.running
        if running == self._step:
            self._turn("")
            self._halted = True
        else:
            self._turn(self._step)

    def begin(self, item: str) -> None:
        """Start the clock of a break."""
        if self._led.writable:
            self._turn(item)

    def start_anew(self) -> None:
        """Every clock back to nothing; that of the step in view runs."""
        if self._led.writable:
            self._led.commit_clock(lambda session, stamp: clocks.start_anew(session, stamp, self._step))
            self._mark()

    def stop(self) -> None:
        """The discussion is closed or made final: its clock stands."""
        running = self._running()
        if running and running.writer == self._led.writer and self._led.writable:
            self._turn("")

    def tick(self) -> None:
        """A look at the clock, every few seconds: notes a gap, and leaves a sign of life."""
        running, now = self._running(), self._steady()
        if running is None or running.writer != self._led.writer or not self._led.writable:
            self._seen = now
            return
        asleep = int(now - self._seen)
        if asleep > GAP:
            self._at += asleep
            self.found = ("gap", asleep)
            self._turn(running.id)
        elif self._is_off(running):
            self._turn(running.id)
        elif now - self._beat >= BEAT:
            self._beat = now
            self._led.sign_of_life()
        self._seen = now

    # ---- within --------------------------------------------------------------------------------------------------

    def _turn(self, item: str) -> None:
        running = self._running()
        passed = self._passed(running) if running else 0
        self._led.commit_clock(lambda session, stamp: clocks.turn(session, stamp, item, passed))
        self._mark()
        self._halted = False

    def _mark(self) -> None:
        self._at = self._seen = self._beat = self._steady()

    def _passed(self, running: Spent) -> int:
        """The seconds that the running clock has gone: measured where it is ours, read off the wall clock where it is not."""
        if running.writer == self._led.writer and self._opened:
            return max(0, int(self._steady() - self._at))
        return ran(self._led.session, running, self._led.now())

    def _is_off(self, running: Spent) -> bool:
        wall = (self._led.now() - running.since).total_seconds() if running.since else 0
        return abs(wall - (self._steady() - self._at)) > OFF

    def _running(self) -> Spent | None:
        return None if self._led.session.final else running_in(self._read()[1])

    def _read(self) -> tuple[tuple[Item, ...], dict[str, Spent]]:
        if self._known is None:
            session = self._led.session
            show = show_in(session, self._led.steps)
            ids = {item.id for item in show}
            own = {id_: one for id_, one in clocks_in(session).items() if id_ in ids}
            self._known = (show, own)
        return self._known

    def _others(self) -> bool:
        """Whether another program leads the clock and is alive."""
        running = self._running()
        if running is None or running.writer == self._led.writer:
            return False
        return self._led.now() - alive_at(self._led.session, running) <= timedelta(seconds=GAP)

    def _open(self) -> None:
        """Find the clock as it was left: going on after a crash, standing after a longer while, anew where nothing was said."""
        session, now = self._led.session, self._led.now()
        known = self._read()[1]
        if not known:
            if session.by_question:  # from a time before there were clocks: looking at it is no discussion
                self.found = ("stands", 0)
            else:
                self._turn(self._step)
            return
        running = self._running()
        left = alive_at(session, running) if running else max(one.at for one in known.values())
        away = int((now - left).total_seconds())
        if running:
            passed = ran(session, running, now)
            item = running.id if away <= GAP else ""
            self._led.commit_clock(lambda session, stamp: clocks.turn(session, stamp, item, passed))
            self._mark()
        if away <= GAP:
            if not running:
                self._turn(self._step)
        elif not session.by_question:
            self.start_anew()
            self.found = ("anew", away)
        else:
            self.found = ("stands", away)
