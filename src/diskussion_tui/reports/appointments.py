"""The actions of a discussion that have a day, as appointments for a calendar: who does what by when, and where it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.open_actions import Action
from diskussion_tui.domain.language.tags import owners_of
from diskussion_tui.domain.session.conclusions import is_open
from diskussion_tui.domain.session.records import Conclusion

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts


@dataclass(frozen=True, slots=True)
class Appointment:
    """A day by which something is to be done. `id` is the same however often it is written, so that a calendar renews it."""

    id: str
    day: dt.date
    said: dt.datetime
    title: str
    details: str


def has_days(session: Session) -> bool:
    """Whether there is any open action with a day."""
    return any(_is_dated(one) for one in session.current(Conclusion))


def appointments(session: Session, words: Texts) -> tuple[Appointment, ...]:
    """An appointment for each action that is still open and has a day, the first day first. `session` is filtered already."""
    head = session.head
    return appointments_of(
        (Action(one, head.id, head.name, head.date) for one in session.current(Conclusion)), words
    )


def appointments_of(actions: Iterable[Action], words: Texts) -> tuple[Appointment, ...]:
    """The same of actions of whichever discussions."""
    dated = [one for one in actions if _is_dated(one.action)]
    return tuple(
        Appointment(one.action.id, one.action.due, one.action.at, _title(one.action), _details(one, words))
        for one in sorted(dated, key=lambda one: (str(one.action.due), one.action.id))
        if one.action.due
    )


def _is_dated(one: Conclusion) -> bool:
    return is_open(one) and one.due is not None


def _title(one: Conclusion) -> str:
    text = " ".join(one.text.split())
    named = one.owner in owners_of(text)
    return f"{text} ({one.owner})" if one.owner and not named else text


def _details(one: Action, words: Texts) -> str:
    said, owner, section = words.report, one.action.owner, one.action.section
    lines = (
        f"{said.owner}: {owner}" if owner else "",
        f"{one.name}, {one.date.isoformat()}",
        f"{said.part}: {section}" if section else "",
    )
    return "\n".join(filter(None, lines))
