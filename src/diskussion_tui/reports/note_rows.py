"""The notes of a discussion as rows of a table, for spreadsheets and for machines: one note a row, one fact a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.told import own_workbook
from diskussion_tui.domain.workbook.compass import cell_named
from diskussion_tui.reports.minute import Telling
from diskussion_tui.reports.profile import INTERNAL, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.session.told import Part, Question
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.document import Cell
    from diskussion_tui.reports.profile import Profile
    from diskussion_tui.texts.catalogue import Texts


def note_rows(
    session: Session, workbook: Workbook | None, words: Texts, profile: Profile = INTERNAL
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """The head of the table, and its rows."""
    workbook = own_workbook(session, workbook)
    of = Telling(told(session, profile, words.report.hidden_name), workbook, words, profile)
    return words.report.note_columns, tuple(
        _row(of, part, question, note)
        for part in of.parts
        for question in part.questions
        for note in question.notes
    )


def _row(of: Telling, part: Part, question: Question, note: Note) -> tuple[Cell, ...]:
    yes = of.words.report.yes
    kind = next((kind.label for kind in of.kinds if kind.id == note.kind), note.kind)
    return (
        question.id,
        part.heading,
        question.own or question.text,
        kind,
        note.text,
        _hands(of, note),
        yes if note.dissent else "",
        note.objection,
        note.group,
        ", ".join(_places(of, note)),
        yes if note.star else "",
        note.id,
        of.session.head.id,
    )


def _hands(of: Telling, note: Note) -> Cell:
    hands = of.people(note.supporters)
    return int(hands) if hands.isdigit() else hands


def _places(of: Telling, note: Note) -> Iterator[str]:
    part = of.workbook.compass if of.workbook else None
    yield from dict.fromkeys(cell_named(part, cell).name for cell in note.places)
