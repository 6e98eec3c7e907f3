"""A note or a conclusion as it is read out: its number, its kind, its words, and in words what a screen shows by signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.session.conclusions import conclusion
from diskussion_tui.domain.session.merging import leaves_of
from diskussion_tui.domain.session.numbers import number_of
from diskussion_tui.domain.workbook.compass import cell_named
from diskussion_tui.line.numbering import conclusions_known
from diskussion_tui.reports.fields import table_called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session.records import Conclusion, Note
    from diskussion_tui.line.evening import Evening


def note_told(evening: Evening, note: Note, number: int = 0) -> str:
    """A note on one line. `number` is another than its own under its question."""
    said, kind = evening.words.line, evening.workbook.kind(note.kind)
    number = number or number_of(evening.session, note)
    text = f"{clean_line(note.text)}{_marks(evening, note)}"
    if kind is None:
        return said.note.format(number=number, text=text)
    return said.note_of_kind.format(number=number, kind=kind.label.lower(), text=text)


def conclusions_told(evening: Evening) -> list[str]:
    """Every conclusion, each on a line."""
    numbered = enumerate(conclusions_known(evening), 1)
    every = ((number, conclusion(evening.session, one)) for number, one in numbered)
    return [conclusion_told(evening, number, one) for number, one in every if one]


def conclusion_told(evening: Evening, number: int, one: Conclusion) -> str:
    """A conclusion on one line."""
    said, section = evening.words.conclusions, evening.workbook.section(one.section)
    about = f"{section.id} {section.heading}" if section else said.whole
    marks = (
        said.owner.format(name=one.owner) if one.owner else "",
        said.due.format(day=one.due.isoformat()) if one.due else "",
        said.done if one.done else "",
    )
    told = "; ".join(filter(None, marks))
    text = f"{clean_line(one.text)}{f' ({told})' if told else ''}"
    return evening.words.line.conclusion.format(
        number=number, sort=said.sort(one.kind), about=about, text=text
    )


def cells_told(evening: Evening, cells: Iterable[str]) -> str:
    """Cells of the compass by their names."""
    return ", ".join(cell_named(evening.workbook.compass, cell).label for cell in cells)


def _marks(evening: Evening, note: Note) -> str:
    words = evening.words
    dissent = (
        words.line.dissent_saying.format(text=clean_line(note.objection))
        if note.objection
        else words.line.dissent
    )
    marks = (
        words.terms.supporters(note.supporters) if note.supporters else "",
        words.line.starred if note.star else "",
        dissent if note.dissent else "",
        words.line.placed.format(cells=cells_told(evening, note.places)) if note.places else "",
        words.line.of_merged(leaves_of(evening.session, note)) if note.sources else "",
        table_called(note.group, evening.words),
    )
    told = "; ".join(filter(None, marks))
    return f" ({told})" if told else ""
