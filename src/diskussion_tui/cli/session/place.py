"""`diskussion place`: a note placed on the compass from the shell, or taken off it.

As with `note`, exit code 0 says that it is on disk. What is printed is where the note now stands, a cell's id a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.changing import saving
from diskussion_tui.cli.kit.finding import find_session, must_belong
from diskussion_tui.cli.kit.opening import readable
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.setting import folder_of, refuge_for, workbook_of
from diskussion_tui.cli.session.history import note_meant
from diskussion_tui.domain.session import placing
from diskussion_tui.domain.workbook.compass import Cell, cell_named, cells_meant, cells_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop


def add(parser: Parser) -> None:
    """The discussion, the note, the cells, and `--remove`."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session, many=False)
    parser.argument("note", words.word_note, words.help_place_note, many=False)
    parser.argument("cells", words.word_cell, words.help_cell)
    parser.option("--remove", help_text=words.help_remove)


def run(arguments: Namespace, texts: Texts) -> int:
    """Place the note, or take it off, and print where it stands."""
    refuge = refuge_for(arguments)
    path = find_session(arguments.session or "", folder_of(arguments), texts, refuge)
    workbook = workbook_of(arguments, texts)
    session = readable(path, texts, refuge)
    must_belong(session.head, workbook, texts)
    if not arguments.note:
        raise Refused(texts.placing.note_missing)
    note = session.note(note_meant(clean_line(arguments.note), session, texts))
    if note is None or note.gone:
        raise Refused(texts.placing.note_gone.format(id=clean_line(arguments.note)))
    within = note.places if arguments.remove else None
    cells = [cell_of(given, workbook, texts, within) for given in arguments.cells]
    if not cells:
        raise Refused(texts.placing.cell_missing, rows=map(_row, cells_of(workbook.compass)))
    from diskussion_tui.workshop.disk import Disk
    from diskussion_tui.workshop.workshop import Workshop

    workshop = Workshop.open(path, workbook, Disk(folder_of(arguments), refuge))
    for cell in _placed(workshop, note, cells, texts, remove=bool(arguments.remove)):
        output.put(cell)
    return DONE


def cell_of(given: str, workbook: Workbook, texts: Texts, within: Sequence[str] | None = None) -> Cell:
    """The cell that `given` names; of several with the name the one in `within`, if only one is. Raises `Refused`."""
    said, shown = texts.placing, clean_line(given)
    found = cells_meant(given, workbook.compass, workbook.glossary)
    if within is not None:
        foreign = [cell_named(workbook.compass, one) for one in within if folded(one) == folded(shown)]
        found = tuple(cell for cell in found if cell.id in within) or tuple(foreign) or found
    if not found:
        raise Refused(said.no_such_cell.format(given=shown), rows=map(_row, cells_of(workbook.compass)))
    if len(found) > 1:
        raise Refused(said.several_cells.format(given=shown), rows=map(_row, found))
    return found[0]


def _row(cell: Cell) -> str:
    return f"  {cell.id}"


def _placed(
    workshop: Workshop, note: Note, cells: Sequence[Cell], texts: Texts, *, remove: bool
) -> tuple[str, ...]:
    """Put it on disk and return where the note stands. Raises `Refused` unless it is there."""
    make = placing.unplace if remove else placing.place
    with saving(workshop, texts):
        workshop.do(make, note.id, [cell.id for cell in cells])
    now = workshop.session.note(note.id)
    return now.places if now else ()
