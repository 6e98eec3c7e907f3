"""Tables as an Excel book: real tables with filters and a head that stays, every word of the group's as text, never as a formula."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from diskussion_tui.base.look import OURS, STEPS
from diskussion_tui.reports.document import Facts, Heading, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook as Book
    from xlsxwriter.worksheet import Worksheet

    from diskussion_tui.base.look import Look
    from diskussion_tui.reports.document import Block, Cell, Document

_WIDEST, _NARROWEST = 70, 8
_TOP = 2
"""The level of what comes right under the title."""
_MOST_IN_A_CELL = 32_767
"""Characters that a cell of Excel's holds."""


def excel(
    document: Document,
    sheet: str,
    head: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    overview: str,
    look: Look = OURS,
) -> bytes:
    """A book of two sheets: the tables and facts of the document, and its notes as rows. The same input gives the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, {"in_memory": True, **plain})
    day = dt.datetime.combine(document.date, dt.time())
    book.set_properties({"title": document.title, "subject": document.subject, "created": day})
    looks = {
        "bold": book.add_format({"bold": True}),
        "plain": book.add_format({"valign": "top"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "title": book.add_format({"bold": True, "font_size": 16}),
    }
    for step in range(1, len(STEPS)):
        heat = {"bg_color": look.shade(step), "font_color": look.on_shade(step), "valign": "top"}
        looks[f"heat{step}"] = book.add_format(heat)
    _overview(book, document, overview, looks)
    _notes(book, sheet, head, rows, looks["wrap"])
    book.close()
    return out.getvalue()


def _overview(book: Book, document: Document, name: str, looks: dict[str, Format]) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 56)
    sheet.set_column(1, 8, 18)
    sheet.write_string(0, 0, document.title, looks["title"])
    row = 2
    for block in _first_page(document):
        if isinstance(block, Facts):
            for label, value in block.rows:
                sheet.write_string(row, 0, label, looks["bold"])
                sheet.write_string(row, 1, value)
                row += 1
            row += 1
        elif isinstance(block, Table):
            row = _table(sheet, row, block, looks) + 1
    sheet.fit_to_pages(1, 0)


def _first_page(document: Document) -> Iterator[Block]:
    """The blocks of the summary: the rest stands as rows in a sheet of its own."""
    tops = 0
    for block in document.blocks:
        tops += isinstance(block, Heading) and block.level == _TOP
        if tops > 1:
            return
        yield block


def _table(sheet: Worksheet, row: int, block: Table, looks: dict[str, Format]) -> int:
    sheet.write_string(row, 0, block.caption, looks["bold"])
    shades = block.shades()
    for column, text in enumerate(block.head):
        sheet.write_string(row + 1, column, text, looks["bold"])
    for number, cells in enumerate(block.rows):
        for column, cell in enumerate(cells):
            step = shades.get((number, column))
            _put(sheet, row + 2 + number, column, cell, looks[f"heat{step}" if step else "plain"])
    return row + 2 + len(block.rows)


def _notes(book: Book, name: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], wrap: Format) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for column, text in enumerate(head):
        widest = max((len(str(row[column])) for row in rows), default=0)
        sheet.set_column(column, column, max(_NARROWEST, min(_WIDEST, max(widest, len(text)) + 2)))
    for number, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells):
            _put(sheet, number, column, cell, wrap)
    columns = [{"header": text} for text in head]
    sheet.add_table(0, 0, max(1, len(rows)), len(head) - 1, {"columns": columns, "name": "anteckningar"})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _put(sheet: Worksheet, row: int, column: int, cell: Cell, look: Format) -> None:
    if isinstance(cell, int):
        sheet.write_number(row, column, cell, look)
    else:
        sheet.write_string(row, column, cell[:_MOST_IN_A_CELL], look)
