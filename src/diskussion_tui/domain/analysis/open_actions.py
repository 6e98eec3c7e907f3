"""What is still to be done since last time: open actions of earlier discussions, each told once.

An action that is taken along keeps its id, so that the same action in several discussions is known to be one; what the
latest of them says of it counts. No earlier discussion is written to.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.conclusions import group_named, is_open
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


def open_actions(sessions: Iterable[Session]) -> tuple[Action, ...]:
    """The actions that are open by what the latest discussion says of each, the most urgent first."""
    latest: dict[str, Action] = {}
    for session in sorted(sessions, key=lambda one: (one.head.date, one.id)):
        head = session.head
        for one in session.current(Conclusion):
            latest[one.id] = Action(one, head.id, head.name, head.date)
    return tuple(sorted((found for found in latest.values() if is_open(found.action)), key=_urgency))


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
