"""A discussion and its history as JSON: the same names as in the session file, so that one description serves both."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from typing import TYPE_CHECKING

from diskussion_tui.domain.session.merging import originals_of
from diskussion_tui.domain.session.records import Answer, Conclusion, Planned, Round, Spent
from diskussion_tui.domain.session.summary import overview_of
from diskussion_tui.reports.rounds import round_values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session.merging import Original
    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.story.history import Entry, Part


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
        "notes": [
            _values(note) | {"originals": [_original(one) for one in originals_of(session, note)]}
            for note in sorted(session.notes(), key=lambda one: one.id)
        ],
        "parked": [_values(note) for note in session.parked()],
        "conclusions": [_values(one) for one in session.current(Conclusion)],
        "rounds": [round_values(session, one) for one in session.current(Round)],
        "plan": [_values(one) for one in session.current(Planned)],
        "clock": [_values(one) for one in session.current(Spent)],
    }


def _original(one: Original) -> dict[str, object]:
    """What a note was merged from: the note, how deep it lies, and what became of it."""
    told = {"depth": one.depth, "purged": one.note is None, "apart": one.apart}
    return (_values(one.note) if one.note else {"id": one.id}) | told


def history_values(session: Session, entries: Iterable[Entry]) -> dict[str, object]:
    """Entries of a session's history, as values that JSON knows."""
    return {"session": _values(session.head), "history": [_entry(entry) for entry in entries]}


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "change": entry.change,
        "at": entry.at.isoformat(),
        "writer": entry.writer,
        "act": entry.act,
        "undoes": entry.undoes,
        "parts": [_part(part) for part in entry.parts],
    }


def _part(part: Part) -> dict[str, object]:
    return {
        "of": part.version.table,
        "id": part.version.id,
        "deeds": [asdict(deed) for deed in part.deeds],
        "beside": list(part.beside),
        "stood": part.stood,
        "version": _values(part.version),
    }


def _values(record: Record) -> dict[str, object]:
    """Every field, with days and times as ISO 8601."""
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in asdict(record).items()
    }
