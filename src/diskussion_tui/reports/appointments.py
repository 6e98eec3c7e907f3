"""The actions of a discussion that have a day, as appointments for a calendar: who does what by when, and where it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.conclusions import is_open
from diskussion_tui.domain.session.records import Conclusion

if TYPE_CHECKING:
    import datetime as dt

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
    dated = [one for one in session.current(Conclusion) if _is_dated(one)]
    return tuple(
        Appointment(one.id, one.due, one.at, _title(one), _details(one, session, words))
        for one in sorted(dated, key=lambda one: (str(one.due), one.id))
        if one.due
    )


def _is_dated(one: Conclusion) -> bool:
    return is_open(one) and one.due is not None


def _title(one: Conclusion) -> str:
    text = " ".join(one.text.split())
    return f"{text} ({one.owner})" if one.owner else text


def _details(one: Conclusion, session: Session, words: Texts) -> str:
    said, head = words.report, session.head
    lines = (
        f"{said.owner}: {one.owner}" if one.owner else "",
        f"{head.name}, {head.date.isoformat()}",
        f"{said.part}: {one.section}" if one.section else "",
    )
    return "\n".join(filter(None, lines))
