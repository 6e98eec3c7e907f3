"""The compass with what has been placed on it: in its step, over the walk, and in short at the end.

Where nothing is placed it is the workbook's own page. A cell that has notes gets a line of its own with their signs, and can
be chosen; those without run on behind each other as before, so that what was said is what stands out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from diskussion_tui.domain.session.placing import signs, tally
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.compass import groups_of
from diskussion_tui.tui.rows import Block, Row, row_length, rows_of, text_rows
from diskussion_tui.tui.view import Page, one_block

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diskussion_tui.domain.workbook.compass import Group
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.tui.view import View

_INDENT = "  "


def compass_page(view: View, step: Step) -> Page:
    """The step where the compass is read, and where the notes of a cell are looked up."""
    heading: Row = ((step.heading, "heading"),)
    if not tally(view.session.notes()):
        return Page((heading, ()), (compass_blocks(view),))
    hint = text_rows(view.words.placing.cell_hint, view.text_width, "muted")
    return Page((heading, *hint, ()), (compass_blocks(view),))


def compass_rows(view: View) -> tuple[Row, ...]:
    """The compass to be read."""
    return tuple(row for block in compass_blocks(view) for row in block.rows)


def compass_blocks(view: View) -> tuple[Block, ...]:
    """The compass area by area, each cell that has notes as a block of its own."""
    part, there = view.workbook.compass, tally(view.session.notes())
    if not there:
        return one_block(rows_of(layout.compass(part, view.text_width)))
    labels = text_rows(layout.what_stands_on(part), view.text_width, "muted")
    blocks = [*one_block((*text_rows(part.invitation, view.text_width, "lead"), *labels))]
    for group in groups_of(part, there):
        heading = group.heading or view.words.placing.other_cells
        blocks += [Block(((), ((heading, "heading"),))), *_cells(view, group, there)]
    return tuple(blocks)


def summary_of_compass(view: View) -> tuple[Block, ...]:
    """Every cell that has notes with their signs, a line each; nothing where nothing is placed."""
    there = tally(view.session.notes())
    cells = [
        cell for group in groups_of(view.workbook.compass, there) for cell in group.cells if cell.id in there
    ]
    if not cells:
        return ()
    rows = [row for cell in cells for row in _cell_rows(view, cell.label, there[cell.id])]
    return one_block((((view.words.placing.summary, "heading"),), *rows, ()))


def _cells(view: View, group: Group, there: Mapping[str, Mapping[str, int]]) -> list[Block]:
    """The cells of a group: those with notes first, one by one, then the names of the others."""
    blocks = [
        Block(_cell_rows(view, cell.name, there[cell.id]), cell.id)
        for cell in group.cells
        if cell.id in there
    ]
    names = [cell.name for cell in group.cells if cell.id not in there]
    if names:
        lines = layout.listed(names, view.text_width, _INDENT, _INDENT)
        blocks.append(Block(tuple(((line.text, "muted"),) for line in lines)))
    return blocks


def _cell_rows(view: View, name: str, counts: Mapping[str, int]) -> tuple[Row, ...]:
    """A cell's name with the signs of its notes behind it, below it where there is no room."""
    marks: Row = tuple(
        (text, kind.role if (kind := view.workbook.kind(kind_id)) else "muted")
        for kind_id, text in signs(counts, view.workbook.kinds)
    )
    rows = text_rows(name, view.text_width, "text", _INDENT, _INDENT)
    if row_length(rows[-1]) + row_length(marks) + cell_len(_INDENT) <= view.text_width:
        return (*rows[:-1], (*rows[-1], (_INDENT, "text"), *marks))
    return (*rows, ((_INDENT, "text"), *marks))
