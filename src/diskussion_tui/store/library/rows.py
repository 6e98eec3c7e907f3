"""What lists and the search show of a discussion: read from the session as opening gives it, and in no other way.

A second reading of the same files would have to know purges, parked and merged notes, versions and whose clock counts as well as
folding does, and would be wrong about the next thing that folding learns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.said import also_said, merged_into
from diskussion_tui.store.library.results import Shown

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session


def rows_of(session: Session) -> list[tuple[Shown, list[str]]]:
    """The notes in force, oldest first: what is shown of each, and by which other texts it is found: its own, and those merged into it."""
    notes = sorted(session.notes(), key=lambda note: note.id)
    return [
        (
            Shown(note.kind, note.text.strip(), note.supporters, note.question, note.id),
            [*also_said(note), *merged_into(note, session)],
        )
        for note in notes
    ]
