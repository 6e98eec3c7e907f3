"""Notes as rows: the tables that reports write as CSV and Excel, read back by the heads of their columns.

A table has the notes and what is known of each. Verdicts, own questions, conclusions and history are not in it.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

from diskussion_tui.base.languages import LANGUAGES
from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.workbook.compass import cells_of
from diskussion_tui.intake.called import day_in
from diskussion_tui.intake.given import Given, GivenNote
from diskussion_tui.intake.office import BookError, sheets_in
from diskussion_tui.intake.verdict import Outcome
from diskussion_tui.reports.formats.tables import unguarded
from diskussion_tui.texts import words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diskussion_tui.domain.workbook.workbook import Workbook

_QUESTION, _KIND, _TEXT, _HANDS, _DISSENT, _OBJECTION, _GROUP, _PLACES, _STAR, _ID, _OF = (
    0,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    12,
)
_LOST = ("table",)
_FIELD = 1_000_000
"""Signs in a cell of CSV at most."""


def from_csv(data: bytes, workbook: Workbook) -> Given | Outcome:
    """What a table as CSV gives."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Outcome("broken", "letters")
    csv.field_size_limit(_FIELD)
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        return Outcome("broken", "table")
    return _given([[unguarded(cell) for cell in row] for row in rows], workbook)


def from_xlsx(data: bytes, workbook: Workbook) -> Given | Outcome:
    """What a table as Excel gives: the sheet of notes, and of the other one whose it is and when."""
    from dataclasses import replace

    try:
        sheets = sheets_in(data)
    except BookError as error:
        return Outcome(error.code, error.why)
    notes = next((rows for rows in sheets if rows and _language(rows[0])), None)
    if notes is None:
        return Outcome("unknown", "columns")
    given = _given(notes, workbook)
    if isinstance(given, Outcome):
        return given
    overview = next((rows for rows in sheets if rows is not notes), [])
    name = clean_line(overview[0][0]) if overview and overview[0] else ""
    return replace(given, name=name, day=_day(overview))


def _day(overview: list[list[str]]) -> dt.date | None:
    labels = {words(language).terms.date for language in LANGUAGES}
    return next((day_in(row[1]) for row in overview if len(row) > 1 and row[0] in labels), None)


def _language(head: Sequence[str]) -> str:
    """In which language a table of ours has its head; empty where it is none. Those of before do not say whose they are."""
    told = tuple(clean_line(cell) for cell in head)
    return next((one for one in LANGUAGES if told[:_OF] == words(one).report.note_columns[:_OF]), "")


def _given(rows: list[list[str]], workbook: Workbook) -> Given | Outcome:
    language = _language(rows[0]) if rows else ""
    if not language:
        return Outcome("unknown", "columns")
    notes, of = [], ""
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        note = _note([*row, *[""] * (_ID + 1 - len(row))], workbook, words(language).report.yes)
        if isinstance(note, str):
            return Outcome("broken", note, {"line": str(number)})
        notes.append(note)
        of = of or "".join(row[_OF : _OF + 1]).strip()
    return Given(notes=tuple(notes), lost=_LOST, of=clean_line(of))


def _note(row: Sequence[str], workbook: Workbook, yes: str) -> GivenNote | str:
    """A row as a note, or what is wrong with it."""
    question = workbook.question(row[_QUESTION].strip())
    kinds = {"": "", **{kind.label: kind.id for kind in workbook.kinds}}
    if question is None:
        return "question"
    if row[_KIND].strip() not in kinds:
        return "kind"
    hands = row[_HANDS].strip()
    return GivenNote(
        question.id,
        row[_TEXT],
        kinds[row[_KIND].strip()],
        clean_line(row[_ID]),
        int(hands) if hands.isascii() and hands.isdigit() and len(hands) < 4 else 0,  # noqa: PLR2004 - up to 999
        row[_STAR].strip() == yes,
        row[_DISSENT].strip() == yes,
        row[_OBJECTION],
        places_in(row[_PLACES], workbook),
        row[_GROUP],
    )


def places_in(told: str, workbook: Workbook) -> tuple[str, ...]:
    """The cells of the compass that are named in a text with commas between them; names that have commas themselves are found first.

    A name that stands in two areas does not say which is meant: such a place is not read.
    """
    cells = cells_of(workbook.compass)
    names = Counter(cell.name for cell in cells)
    found = []
    for cell in sorted(cells, key=lambda one: -len(one.name)):
        if cell.name in told:
            at = told.index(cell.name)
            told = told.replace(cell.name, "\0" * len(cell.name), 1)
            found += [(at, cell.id)] if names[cell.name] == 1 else []
    return tuple(place for _at, place in sorted(found))
