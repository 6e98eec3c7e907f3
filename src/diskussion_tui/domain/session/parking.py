"""Notes that are parked: they wait in a list of their own and are no answer to their question for now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.domain.session.changes import add_notes, alter
from diskussion_tui.domain.session.records import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.session import Change, Session


def park(session: Session, stamp: Stamp, note_id: str) -> Change | None:
    """A note put aside; its question, kind and words stay with it."""
    return alter(session, stamp, note_id, parked=True)


def take_aside(
    session: Session,
    stamp: Stamp,
    ids: Iterable[str],
    question: str,
    texts: Iterable[str],
    kind: str | Sequence[str] = "",
    *,
    group: str = "",
) -> Change | None:
    """New notes that are parked from the beginning; `question` is where they are taken back to. Raises `TooLongError`."""
    made = add_notes(session, stamp, ids, question, texts, kind, group=group)
    if made is None:
        return None
    notes = (replace(note, parked=True) for note in made.versions if isinstance(note, Note))
    return replace(made, versions=tuple(notes))


def unpark(session: Session, stamp: Stamp, note_id: str) -> Change | None:
    """A parked note taken back to its question."""
    return alter(session, stamp, note_id, parked=False)


def tables_of(session: Session) -> tuple[str, ...]:
    """The tables that have spoken, the latest first."""
    notes = sorted(session.notes(), key=lambda note: note.id, reverse=True)
    return tuple(dict.fromkeys(note.group for note in notes if note.group))


def several_tables(session: Session) -> bool:
    """Whether more than one table has spoken, so that it must be told which."""
    return len({note.group for notes in session.by_question.values() for note in notes} - {""}) > 1
