"""A discussion's own file, wherever it comes from: by itself, within a report, or as JSON.

It is read by the one reader of such files and is the discussion that it was, under its own id. What is damaged in it is not taken in:
whoever has the file has it still, and a discussion of which a part is missing must not stand for the whole.
"""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from diskussion_tui.base.toml import MAX_BYTES
from diskussion_tui.domain.language.personal import found_in
from diskussion_tui.domain.session.fold import NoHeadError, session_of
from diskussion_tui.intake.verdict import Outcome, Told
from diskussion_tui.store.files.codec import Encoder, content_of, read
from diskussion_tui.store.files.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.files.codec import Content

_RECORDS = ("answers", "notes", "conclusions", "plan", "clock")
_FRAME = ("questions", "kinds", "verdicts")
_OF_JSON = ("session", *_FRAME, *_RECORDS, "parked")
LOST_IN_JSON = ("history", "rounds")


def from_toml(data: bytes) -> Outcome:
    """The discussion of a session file."""
    return _outcome(read(data), ())


def from_json(data: bytes) -> Outcome:
    """The discussion that `diskussion show --json` or a report as JSON has told: what was in force, without history and rounds."""
    if len(data) > MAX_BYTES:
        return Outcome("too_large", "file")
    try:
        values = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Outcome("broken", "json")
    if not isinstance(values, dict) or not isinstance(values.get("session"), dict):
        return Outcome("unknown", "json")
    rounds = LOST_IN_JSON if values.get("rounds") else LOST_IN_JSON[:1]
    return _outcome(content_of(_as_stored(values), []), rounds)


def _as_stored(values: dict[str, Any]) -> dict[str, Any]:
    """The values as a session file has them: the notes that others were merged from are notes too, and nothing is null."""
    stored: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "session": _said(values["session"])}
    for name in (*_FRAME, *_RECORDS):
        found = values.get(name)
        stored[name] = [_said(one) for one in found] if isinstance(found, list) else []
    notes = {str(one.get("id")): one for one in _notes(values) if not one.pop("purged", False)}
    stored["notes"] = list(notes.values())
    return stored


def _notes(values: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    waiting = [one for name in ("notes", "parked") for one in values.get(name) or () if isinstance(one, dict)]
    while waiting:
        note = waiting.pop(0)
        originals = note.get("originals")
        waiting += [one for one in originals if isinstance(one, dict)] if isinstance(originals, list) else []
        found.append(
            _said({key: value for key, value in note.items() if key not in {"originals", "depth", "apart"}})
        )
    return found


def _said(value: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(value, dict):
        return {"?": value}
    found = {key: one for key, one in value.items() if one is not None}
    with suppress(ValueError, TypeError):  # it then is no time, which whoever reads it says
        if "at" in found:
            found["at"] = dt.datetime.fromisoformat(found["at"])
    return found


def _outcome(content: Content, lost: tuple[str, ...]) -> Outcome:
    if content.newer:
        return Outcome("other_version", "format", {"version": str(content.newer)})
    if content.faults:
        fault = content.faults[0]
        return Outcome(
            "broken", "file", {"fault": fault.code, "detail": fault.detail, "line": str(fault.line)}
        )
    try:
        session = session_of(content.versions, content.frame)
    except NoHeadError:
        return Outcome("unknown", "file")
    return Outcome("told", told=told_of(session, own=True, lost=lost))


def told_of(session: Session, *, own: bool = False, lost: tuple[str, ...] = ()) -> Told:
    """A discussion as it is handed on to be written."""
    head, notes = session.head, session.notes()
    telling = sum(bool(found_in(note.text, head.date)) for note in notes)
    return Told(
        Encoder().file(session),
        session.id,
        head.name,
        head.date.isoformat(),
        len(notes),
        own,
        lost,
        telling=telling,
    )
