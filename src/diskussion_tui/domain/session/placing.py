"""Placing notes on the compass and taking them off it, as changes.

Which cells there are is the workbook's to say: a discussion keeps the cells it was given, whatever workbook reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.session.changes import alter, guard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.session import Change, Session


def place(session: Session, stamp: Stamp, note_id: str, cells: Iterable[str]) -> Change | None:
    """A note on some more cells, behind those it has. Raises `FinalError`."""
    note = session.note(note_id)
    return place_on(session, stamp, note_id, (*note.places, *cells)) if note else None


def unplace(session: Session, stamp: Stamp, note_id: str, cells: Iterable[str]) -> Change | None:
    """A note off some of its cells. Raises `FinalError`."""
    note, leaving = session.note(note_id), set(cells)
    if note is None:
        return None
    return place_on(session, stamp, note_id, (cell for cell in note.places if cell not in leaving))


def place_on(session: Session, stamp: Stamp, note_id: str, cells: Iterable[str]) -> Change | None:
    """A note on exactly these cells, each once, in the order given. Raises `FinalError`."""
    guard(session)
    wanted = tuple(dict.fromkeys(filter(None, map(clean_line, cells))))
    return alter(session, stamp, note_id, places=wanted)
