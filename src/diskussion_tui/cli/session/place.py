"""`diskussion place`: a note placed on the compass from the shell, or taken off it.

As with `note`, exit code 0 says that it is on disk. What is printed is where the note now stands, a cell's id a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.changing import changing
from diskussion_tui.cli.kit.finding import note_standing
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.domain.session import placing
from diskussion_tui.domain.workbook.compass import Cell, cell_named, cells_meant, cells_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion, the note, the cells, and `--remove`."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session, many=False)
    parser.argument("note", words.word_note, words.help_place_note, many=False)
    parser.argument("cells", words.word_cell, words.help_cell)
    parser.option("--remove", help_text=words.help_remove)


def run(arguments: Namespace, texts: Texts) -> int:
    """Place the note, or take it off, and print where it stands."""
    with changing(arguments, texts) as workshop:
        note = note_standing(clean_line(arguments.note or ""), workshop.session, texts)
        cells = _cells(arguments, note, workshop.workbook, texts)
        workshop.do(placing.unplace if arguments.remove else placing.place, note.id, cells)
    now = workshop.session.note(note.id)
    for cell in now.places if now else ():
        output.put_row(cell)
    return DONE


def _cells(arguments: Namespace, note: Note, workbook: Workbook, texts: Texts) -> list[str]:
    """The ids of the cells that are meant. Raises `Refused`."""
    within = note.places if arguments.remove else None
    cells = [cell_of(given, workbook, texts, within).id for given in arguments.cells]
    if not cells:
        raise Refused(texts.placing.cell_missing, rows=map(_row, cells_of(workbook.compass)))
    return cells


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
