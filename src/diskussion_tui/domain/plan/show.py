"""The run of show of a discussion: the workbook's steps with what the session has otherwise, and its breaks in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.records import Planned, Spent
from diskussion_tui.domain.workbook.steps import called

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.domain.workbook.workbook import Behaviour


GAP = 600
"""More seconds than this without a sign of life are not counted: the lid was closed, the program not running."""


@dataclass(frozen=True, slots=True)
class Item:
    """A step or a break of the run of show. A break has a `name` and no `step`; it is taken before the step `before`."""

    id: str
    minutes: int
    behaviour: Behaviour
    skipped: bool = False
    name: str = ""
    before: str = ""
    step: Step | None = None

    @property
    def is_break(self) -> bool:
        """Whether it is a break."""
        return self.step is None

    @property
    def called(self) -> str:
        """What it is called on paper: a break's name, the id of a step within a part, another step's heading."""
        if self.step is None:
            return self.name
        return called(self.id) if self.step.part else self.step.heading


def show_of(steps: Iterable[Step], planned: Iterable[Planned]) -> tuple[Item, ...]:
    """Steps and breaks in the order they come. A break before a step that the workbook lacks comes before the last one."""
    steps = tuple(steps)
    own = {one.id: one for one in planned}
    breaks: dict[str, list[Item]] = {}
    known = {step.id for step in steps}
    for one in sorted(own.values(), key=lambda one: one.id):
        if one.name and one.id not in known:
            before = one.before if one.before in known else steps[-1].id
            item = Item(one.id, _minutes(one.minutes), one.behaviour, one.skipped, one.name, before)
            breaks.setdefault(before, []).append(item)
    return tuple(
        item for step in steps for item in (*breaks.get(step.id, ()), _of_step(step, own.get(step.id)))
    )


def _of_step(step: Step, own: Planned | None) -> Item:
    if own is None:
        return Item(step.id, step.minutes, step.behaviour, step=step)
    return Item(step.id, _minutes(own.minutes), own.behaviour, own.skipped, step=step)


def _minutes(minutes: int) -> int:
    """A file edited by hand may say anything: no step has less than no time, nor more than a day."""
    return max(0, min(minutes, 24 * 60))


def show_in(session: Session, steps: Iterable[Step]) -> tuple[Item, ...]:
    """The run of show of a session."""
    return show_of(steps, session.current(Planned))


def clocks_in(session: Session) -> dict[str, Spent]:
    """The clock of every step and break that has one, by id."""
    return {one.id: one for one in session.current(Spent)}


def running_in(clocks: Mapping[str, Spent]) -> Spent | None:
    """The clock that runs; of several, as two machines may have left them, the one that was started last."""
    running = ((one.since, one.id, one) for one in clocks.values() if one.since)
    return max(running, default=(None, "", None), key=lambda found: found[:2])[2]


def alive_at(session: Session, running: Spent) -> datetime:
    """When whoever leads a running clock last gave a sign of life: its draft is dated anew for as long as it runs."""
    draft = session.draft(running.writer)
    return max(draft.at, running.at) if draft else running.at


def ran(session: Session, running: Spent, now: datetime) -> int:
    """The seconds that a running clock has gone since it was started; after a longer silence only until the last sign of life."""
    alive = alive_at(session, running)
    until = alive if (now - alive).total_seconds() > GAP else now
    return max(0, int((until - running.since).total_seconds())) if running.since else 0


def used_in(session: Session, now: datetime | None = None) -> dict[str, int]:
    """The seconds that each step and break has taken, as far as `now` or, without it, as the last sign of life tells."""
    clocks = clocks_in(session)
    used = {one.id: max(0, one.seconds) for one in clocks.values()}
    running = None if session.final else running_in(clocks)
    if running:
        used[running.id] += ran(session, running, now or alive_at(session, running))
    return used
