"""The clock's arithmetic: minutes left of a step, and when the evening really ends. Pure; the time is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from diskussion_tui.domain.steps import Step


@dataclass(frozen=True, slots=True)
class Clock:
    """How the step stands: whole minutes left (negative once it is over), and the expected end of the whole."""

    left: int
    ends: datetime


def clock_of(steps: tuple[Step, ...], current: str, since: datetime, now: datetime) -> Clock:
    """The clock of the step `current`, entered at `since`.

    What remains of the step counts as nothing once it is over, so that an overrun moves the expected end.
    """
    place = next((number for number, step in enumerate(steps) if step.id == current), 0)
    planned = timedelta(minutes=steps[place].minutes)
    left = planned - max(now - since, timedelta())
    later = timedelta(minutes=sum(step.minutes for step in steps[place + 1 :]))
    return Clock(_minutes(left), now + max(left, timedelta()) + later)


def _minutes(length: timedelta) -> int:
    """Whole minutes, a begun one counted as whole: ten seconds to go is one minute left, ten seconds over one over."""
    seconds = int(length.total_seconds())
    return -(-seconds // 60) if seconds >= 0 else seconds // 60
