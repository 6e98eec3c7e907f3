"""What is still to be done since last time: open actions of earlier discussions, each told once.

An action that is taken along keeps its id, so that the same action in several discussions is known to be one; what the
latest of them says of it counts. No earlier discussion is written to.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.conclusions import ACTION, group_named, is_open
from diskussion_tui.domain.session.records import Conclusion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.session.records import ConclusionKind, Head
    from diskussion_tui.domain.session.session import Session


@dataclass(frozen=True, slots=True)
class Action:
    """An action and the discussion that has last told of it."""

    action: Conclusion
    session: str
    name: str
    date: dt.date


def told_in(session: Session) -> Iterator[Action]:
    """What a discussion says of everything that was concluded in it."""
    head = session.head
    for one in session.current(Conclusion):
        yield Action(one, head.id, head.name, head.date)


def as_told(one: Said) -> Action:
    """The same of a conclusion as analysis has it, which knows not by whom and by which change it was written."""
    made = Conclusion(
        id=one.id,
        change="",
        writer="",
        at=one.at or dt.datetime.min.replace(tzinfo=dt.UTC),
        kind=cast("ConclusionKind", one.sort),
        section=one.question,
        text=one.text,
        owner=one.owner,
        due=one.due,
        done=one.done,
        notes=one.rests_on,
    )
    return Action(made, one.discussion.id, one.discussion.name, one.discussion.date)


def latest(told: Iterable[Action]) -> tuple[Action, ...]:
    """Every action as the latest discussion has it that tells of it, in the order of a list."""
    found = {one.action.id: one for one in sorted(told, key=lambda one: (one.date, one.session))}
    return in_order(one for one in found.values() if one.action.kind == ACTION)


def in_order(found: Iterable[Action]) -> tuple[Action, ...]:
    """Actions as a list has them: the most urgent first, what is done last, of that what was done latest first."""
    found = tuple(found)
    done = [one for one in found if one.action.done]
    done.sort(key=lambda one: (one.action.at, one.action.id), reverse=True)
    return (*sorted((one for one in found if not one.action.done), key=_urgency), *done)


def open_actions(sessions: Iterable[Session]) -> tuple[Action, ...]:
    """The actions that are open by what the latest discussion says of each, the most urgent first."""
    told = (one for session in sessions for one in told_in(session))
    return tuple(one for one in latest(told) if is_open(one.action))


def comes_before(name: str, date: dt.date, session_id: str, head: Head) -> bool:
    """Whether a discussion is an earlier one of the same group: of an earlier day, or begun earlier under the same name.

    Two tables of one evening are told apart by a number, and are not each other's last time.
    """
    if session_id == head.id or group_named(name) != group_named(head.name):
        return False
    if date == head.date:
        return folded(name) == folded(head.name) and session_id < head.id
    return date < head.date


def _urgency(one: Action) -> tuple[dt.date, str]:
    return (one.action.due or dt.date.max, one.action.id)
