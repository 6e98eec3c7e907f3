"""Tables as an Excel book: real tables with filters and a head that stays, every word of the group's as text, never as a formula."""

from __future__ import annotations

import datetime as dt
import io
from functools import lru_cache
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.look import OURS, STEPS
from diskussion_tui.reports.document import Bars, Facts, Groups, Heading, Items, Map, Paragraph, Table
from diskussion_tui.reports.formats.figures import pictures, size_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook as Book
    from xlsxwriter.worksheet import Worksheet

    from diskussion_tui.base.look import Look
    from diskussion_tui.reports.document import Block, Cell, Document, Item

_WIDEST, _NARROWEST = 44, 8
"""Letters across a column of rows: with wider ones a printed page would be too small to read."""
_FIRST, _LEAST, _MOST, _HIGH = 46, 14, 24, 15
"""Letters across the first column of the overview, across each other at least and at most, and the points of a line."""
_COLUMNS = 9
_A4 = 9
_SCALE, _POINTS = 0.6, 0.75
"""Of a picture: how large it is set, and the points of one of its pixels."""
_TOP = 2
"""The level of what comes right under the title."""
_MOST_IN_A_CELL, _HIGHEST = 32_767, 409
"""Characters that a cell of Excel's holds, and the points of its highest row."""


def excel(
    document: Document,
    sheet: str,
    head: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    overview: str,
    look: Look = OURS,
    *,
    whole: bool = False,
) -> bytes:
    """A book of two sheets: the first page of a document, or the `whole` of it, and rows. The same input gives the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, {"in_memory": True, **plain})
    day = dt.datetime.combine(document.date, dt.time())
    book.set_properties({"title": document.title, "subject": document.subject, "created": day})
    looks = {
        "bold": book.add_format({"bold": True}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "right": book.add_format({"valign": "top", "align": "right"}),
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        "over": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "align": "right"}),
        "title": book.add_format({"bold": True, "font_size": 16}),
        "heading": book.add_format({"bold": True, "font_size": 13}),
    }
    for step in range(1, len(STEPS)):
        heat = {"bg_color": look.shade(step), "font_color": look.on_shade(step), "valign": "top"}
        looks[f"heat{step}"] = book.add_format(heat)
    blocks = document.blocks if whole else tuple(_first_page(document))
    drawn = pictures(document, look) if whole else {}
    _overview(_Sheet(_paper(book, overview), looks, drawn, _across(blocks)), document.title, blocks)
    _notes(book, sheet, head, rows, looks)
    book.close()
    return out.getvalue()


class _Sheet(NamedTuple):
    """The sheet that is being written, its looks, the pictures of the document's figures, and the letters across each column."""

    paper: Worksheet
    looks: dict[str, Format]
    pictures: Mapping[Bars | Map, bytes]
    wide: Sequence[int]


def _paper(book: Book, name: str) -> Worksheet:
    """A sheet that is printed on A4, as wide as the page."""
    sheet = book.add_worksheet(name)
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    return sheet


def _overview(sheet: _Sheet, title: str, blocks: Iterable[Block]) -> None:
    for column, letters in enumerate(sheet.wide):
        sheet.paper.set_column(column, column, letters)
    sheet.paper.write_string(0, 0, title, sheet.looks["title"])
    row = 2
    for block in blocks:
        row = _block(sheet, row, block)


def _across(blocks: Iterable[Block]) -> list[int]:
    """How many letters each column of the overview has room for: of what its tables hold, no word is broken that need not be."""
    wide = [_FIRST] + [_LEAST] * (_COLUMNS - 1)
    for table in (one for one in blocks if isinstance(one, Table)):
        for column, letters in enumerate(table.longest()[1:_COLUMNS], 1):
            wide[column] = max(wide[column], min(_MOST, letters + 2))
    return wide


def _high(texts: Iterable[str], wide: Iterable[int]) -> int:
    """How high a row is, in points: not every program that opens a book makes rows as high as what they hold."""
    lines = (_lines(text, letters) for text, letters in zip(texts, wide, strict=False))
    return min(_HIGHEST, _HIGH * max(lines, default=1))


@lru_cache(256)
def _lines(text: str, letters: int) -> int:
    """How many lines a text has in a column; remembered, since every note of a question has its words beside it."""
    if len(text) <= letters and "\n" not in text:
        return 1
    return sum(len(wrap(line, letters)) or 1 for line in text[: _HIGHEST * letters].split("\n"))


def _block(sheet: _Sheet, row: int, block: Block) -> int:
    """A block from a row on, and the row after it."""
    if isinstance(block, Heading):
        sheet.paper.write_string(row + 1, 0, block.text, sheet.looks["heading"])
        return row + 2
    if isinstance(block, Facts):
        for number, (label, value) in enumerate(block.rows, row):
            sheet.paper.write_string(number, 0, label, sheet.looks["bold"])
            sheet.paper.write_string(number, 1, value)
        row += len(block.rows)
    elif isinstance(block, Table):
        row = _table(sheet, row, block)
    elif isinstance(block, Bars | Map):
        row = _figure(sheet, row, block)
    else:
        lines = (block.text,) if isinstance(block, Paragraph) else _listed(_items_of(block))
        for line in lines:
            row = _line(sheet, row, line)
    return row + 1


def _figure(sheet: _Sheet, row: int, block: Bars | Map) -> int:
    """A figure as a picture, and the row after it; without one, nothing: its numbers stand in the table after it."""
    picture = sheet.pictures.get(block)
    if picture is None:
        return row
    about = {"description": block.alternative, "x_scale": _SCALE, "y_scale": _SCALE, "object_position": 2}
    sheet.paper.insert_image(row, 0, "", {"image_data": io.BytesIO(picture), **about})
    return row + _rows_of(picture)


def _items_of(block: Block) -> Iterator[Item]:
    """What is listed in a block, whether in one list or in groups."""
    if isinstance(block, Items):
        yield from block.items
    elif isinstance(block, Groups):
        yield from (item for group in block.groups for item in group.items)


def _line(sheet: _Sheet, row: int, text: str) -> int:
    """A text across the columns, as many rows high as it needs; and the row after it."""
    sheet.paper.merge_range(row, 0, row, _COLUMNS - 1, "", sheet.looks["wrap"])
    sheet.paper.write_string(row, 0, text[:_MOST_IN_A_CELL], sheet.looks["wrap"])
    sheet.paper.set_row(row, _high([text], [sum(sheet.wide)]))
    return row + 1


def _listed(items: Iterable[Item], indent: str = "") -> Iterator[str]:
    for item in items:
        marks = ", ".join(filter(None, item.marks))
        yield f"{indent}{item.sign or '•'} {item.text}{f' ({marks})' if marks else ''}"
        yield from _listed(item.under, f"{indent}    ")


def _rows_of(picture: bytes) -> int:
    """How many rows a picture covers."""
    return int(size_of(picture)[1] * _SCALE * _POINTS / _HIGH) + 1


def _first_page(document: Document) -> Iterator[Block]:
    """What is said before the summary, and its blocks: the rest stands as rows in a sheet of its own."""
    tops = 0
    for block in document.blocks:
        tops += isinstance(block, Heading) and block.level == _TOP
        if tops > 1:
            return
        if isinstance(block, Facts | Table) or (not tops and isinstance(block, Paragraph)):
            yield block


def _table(sheet: _Sheet, row: int, block: Table) -> int:
    paper, looks = sheet.paper, sheet.looks
    paper.write_string(row, 0, block.caption, looks["bold"])
    shades, numbers = block.shades(), block.numbers()
    head = block.bound()
    paper.set_row(row + 1, _high(head, sheet.wide))
    for column, text in enumerate(head):
        paper.write_string(row + 1, column, text, looks["over" if numbers[column] else "head"])
    for number, cells in enumerate(block.rows):
        paper.set_row(row + 2 + number, _high(map(str, cells), sheet.wide))
        for column, cell in enumerate(cells):
            step = shades.get((number, column))
            _put(
                paper,
                row + 2 + number,
                column,
                cell,
                looks[f"heat{step}" if step else "right" if numbers[column] else "wrap"],
            )
    return row + 2 + len(block.rows)


def _notes(
    book: Book, name: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], looks: dict[str, Format]
) -> None:
    sheet = _paper(book, name)
    sheet.freeze_panes(1, 0)
    widest = [max(len(str(cell)) for cell in column) for column in zip(head, *rows, strict=True)]
    wide = [max(_NARROWEST, min(_WIDEST, letters + 2)) for letters in widest]
    for column, letters in enumerate(wide):
        sheet.set_column(column, column, letters)
    for number, cells in enumerate(rows, 1):
        sheet.set_row(number, _high(map(str, cells), wide))
        for column, cell in enumerate(cells):
            _put(sheet, number, column, cell, looks["wrap"])
    columns = [{"header": text} for text in head]
    sheet.add_table(0, 0, max(1, len(rows)), len(head) - 1, {"columns": columns, "name": "anteckningar"})
    sheet.set_landscape()
    sheet.repeat_rows(0)


def _put(sheet: Worksheet, row: int, column: int, cell: Cell, look: Format) -> None:
    if isinstance(cell, int):
        sheet.write_number(row, column, cell, look)
    else:
        sheet.write_string(row, column, cell[:_MOST_IN_A_CELL], look)
