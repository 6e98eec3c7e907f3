"""What lists and the search show of a discussion: read from the session as opening gives it, and in no other way.

A second reading of the same files would have to know purges, parked and merged notes, versions and whose clock counts as well as
folding does, and would be wrong about the next thing that folding learns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.fields import texts_in
from diskussion_tui.domain.session.merging import originals_of
from diskussion_tui.store.library.results import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session


def rows_of(session: Session) -> list[tuple[Shown, list[str]]]:
    """The notes in force, oldest first: what is shown of each, and by which other texts it is found: its own, and those merged into it."""
    notes = sorted(session.notes(), key=lambda note: note.id)
    return [
        (
            Shown(note.kind, note.text.strip(), note.supporters, note.question, note.id),
            [*_also_said(note), *_merged_into(note, session)],
        )
        for note in notes
    ]


def _also_said(note: Note) -> Iterator[str]:
    """The words of a note besides its text, by which it is found too."""
    return (text for name, text in texts_in(note, "words") if text and name != "text")


def _merged_into(note: Note, session: Session) -> Iterator[str]:
    for one in originals_of(session, note) if note.sources else ():
        if one.note and not (one.apart or one.note.gone):
            yield one.note.text.strip()
