"""A discussion as JSON: the same names as in the session file, so that one description serves both."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from diskussion_tui.domain.session import Answer
from diskussion_tui.domain.summary import overview_of

if TYPE_CHECKING:
    from diskussion_tui.domain.session import Record, Session


def session_values(session: Session) -> dict[str, object]:
    """What is in force of a session, as values that JSON knows; dates and times as ISO 8601."""
    overview = overview_of(session)
    answers = [session.answer(key[1]) for key in session.versions if key[0] == Answer.table]
    return {
        "session": _values(session.head),
        "overview": {"notes": overview.notes, "parts": overview.parts, "kinds": dict(overview.kinds)},
        "questions": [asdict(asked) for asked in session.frame.asked],
        "kinds": [asdict(kind) for kind in session.frame.kinds],
        "verdicts": [asdict(verdict) for verdict in session.frame.verdicts],
        "answers": [_values(answer) for answer in sorted(filter(None, answers), key=lambda one: one.id)],
        "notes": [_values(note) for note in sorted(session.notes(), key=lambda one: one.id)],
    }


def _values(record: Record) -> dict[str, object]:
    values = asdict(record)
    dates = {name: values[name].isoformat() for name in ("date", "at") if name in values}
    return values | dates
