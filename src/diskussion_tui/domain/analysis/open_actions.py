"""What is still to be done since last time: open actions of earlier discussions, each told once.

An action that is taken along keeps its id, so that the same action in several discussions is known to be one; what the
latest of them says of it counts. No earlier discussion is written to.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.conclusions import ACTION, group_named, is_open
from diskussion_tui.domain.session.records import Conclusion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session.records import Head
    from diskussion_tui.domain.session.session import Session


@dataclass(frozen=True, slots=True)
class Action:
    """An action and the discussion that has last told of it."""

    action: Conclusion
    session: str
    name: str
    date: dt.date


def actions(sessions: Iterable[Session]) -> tuple[Action, ...]:
    """Every action as the latest discussion has it that tells of it: the most urgent first, what is done last, the latest first."""
    latest: dict[str, Action] = {}
    for session in sorted(sessions, key=lambda one: (one.head.date, one.id)):
        head = session.head
        for one in session.current(Conclusion):
            latest[one.id] = Action(one, head.id, head.name, head.date)
    return in_order(found for found in latest.values() if found.action.kind == ACTION)


def in_order(found: Iterable[Action]) -> tuple[Action, ...]:
    """Actions as a list has them: what is open by its day, and below it what is done, the latest first."""
    found = tuple(found)
    done = sorted((one for one in found if one.action.done), key=lambda one: one.action.change, reverse=True)
    return (*sorted((one for one in found if not one.action.done), key=_urgency), *done)


def open_actions(sessions: Iterable[Session]) -> tuple[Action, ...]:
    """The actions that are open by what the latest discussion says of each, the most urgent first."""
    return tuple(one for one in actions(sessions) if is_open(one.action))


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
