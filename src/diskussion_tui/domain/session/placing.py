"""Placing notes on the compass and taking them off it, as changes.

Which cells there are is the workbook's to say: a discussion keeps the cells it was given, whatever workbook reads it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.session.changes import alter, guard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Change, KindWord, Session
    from diskussion_tui.domain.workbook.workbook import Kind


_SIGNS = 5
"""More notes than this in a cell are told as a sign and a number for each kind: nobody counts signs."""


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


def placed(notes: Iterable[Note]) -> dict[str, tuple[Note, ...]]:
    """The notes on each cell that has any, in their order; a note can stand on several."""
    found: dict[str, list[Note]] = {}
    for note in notes:
        for cell_id in dict.fromkeys(note.places):
            found.setdefault(cell_id, []).append(note)
    return {cell_id: tuple(there) for cell_id, there in found.items()}


def tally(notes: Iterable[Note]) -> dict[str, Counter[str]]:
    """How many notes of each kind stand on each cell: cells × kinds, of one discussion or of many."""
    return {cell_id: Counter(note.kind for note in there) for cell_id, there in placed(notes).items()}


def signs(counts: Mapping[str, int], kinds: Sequence[Kind | KindWord]) -> tuple[tuple[str, str], ...]:
    """What a cell shows for its notes: each kind's id with `−−`, or with `−7` where the cell holds many; ` ` parts the many."""
    order = [kind.id for kind in kinds]
    drawn = {kind.id: kind.sign for kind in kinds}
    every = sorted(counts, key=lambda kind: order.index(kind) if kind in drawn else len(order))
    few = sum(counts.values()) <= _SIGNS
    return tuple(
        (
            kind,
            drawn.get(kind, "•") * counts[kind]
            if few
            else f"{' ' if place else ''}{drawn.get(kind, '•')}{counts[kind]}",
        )
        for place, kind in enumerate(every)
    )
