"""Where the room is: what whoever leads the discussion has before them, as a screen that follows reads it off the record.

Nothing says who leads; but one program at a time leads the clock, and every program leaves where it stands in its draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.plan.show import clocks_in, running_in, show_in, used_in
from diskussion_tui.domain.plan.standing import standing_of
from diskussion_tui.domain.session.records import Spent
from diskussion_tui.domain.workbook.steps import step_named

if TYPE_CHECKING:
    import datetime as dt

    from diskussion_tui.domain.plan.show import Item
    from diskussion_tui.domain.session.records import Draft
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.steps import Step


@dataclass(frozen=True, slots=True)
class Time:
    """How the time stands: seconds `left` of the step or break at hand, negative once over, and whether its clock runs."""

    item: Item
    left: int
    runs: bool


def leading(session: Session) -> Draft | None:
    """Where whoever leads the clock stands; where nobody does, whoever wrote last."""
    clocks = session.current(Spent)
    running = running_in({one.id: one for one in clocks})
    last = running or max(clocks, key=lambda one: (one.at, one.id), default=None)
    return (session.draft(last.writer) if last else None) or session.latest_draft()


def step_led(session: Session, steps: tuple[Step, ...]) -> Step:
    """The step that is led; the first where none is known."""
    draft = leading(session)
    return (step_named(steps, draft.step) if draft else None) or steps[0]


def time_of(session: Session, steps: tuple[Step, ...], step: Step, now: dt.datetime) -> Time:
    """How the time of a step stands, or that of the break that is on."""
    show = show_in(session, steps)
    ids = {item.id for item in show}
    clocks = {id_: one for id_, one in clocks_in(session).items() if id_ in ids}
    running = None if session.final else running_in(clocks)
    used = {id_: seconds for id_, seconds in used_in(session, now).items() if id_ in ids}
    standing = standing_of(show, used, running.id if running else step.id, now, session.head.ends)
    return Time(standing.here.item, standing.left, running is not None)
