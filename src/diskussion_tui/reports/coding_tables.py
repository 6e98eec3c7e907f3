"""A coding and a code book as rows: what CSV and Excel hold, and what is read back of them.

One row a note, coder and theme, so that any program can count them; a decision that no theme fits has a row without one.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, TypeVar

from diskussion_tui.base.text import clean_line, clean_note, excerpt, folded
from diskussion_tui.domain.analysis.codebook import MOST_THEMES
from diskussion_tui.reports.formats.tables import unguarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diskussion_tui.domain.analysis.codebook import CodeBook
    from diskussion_tui.domain.analysis.coding import Coding, Decision
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.texts.catalogue import Texts

T = TypeVar("T")
Cells = tuple[str, ...]
_THEME = ("tema", "theme", "code", "kod")
_NAME = ("namn", "name")
_NOTE = ("anteckning", "note")
_CODER = ("kodare", "coder")
_MEMO = ("memo",)
_WHEN = ("när", "when", "beskrivning", "description", "memo")
_UNLESS = ("inte när", "unless")
_WORDS, _STOPS = ("ord", "words"), ("stoppord", "stop words")
_PARENT = ("under", "parent", "överordnad")


class NotATableError(ValueError):
    """What was to be read is no table with a column that says the theme. `why` and `detail` are as those of `NotRefiError`."""

    def __init__(self, why: str, detail: str = "") -> None:
        self.why, self.detail = why, detail
        super().__init__(f"{why} {detail}".rstrip())


def coding_rows(said: Iterable[Said], coding: Coding, kinds: dict[str, str], texts: Texts) -> Iterator[Cells]:
    """A row a note, coder and theme; notes that are not coded have one without them."""
    for note in said:
        one = note.discussion
        head = (
            one.name,
            one.date.isoformat(),
            note.question,
            kinds.get(note.kind, note.kind),
            note.id,
            note.text,
        )
        by = coding.decided.get(note.id, {})
        for coder, decision in sorted(by.items()):
            yield from ((*head, *rest) for rest in _rows_of(coder, decision, coding, texts))
        if not by:
            yield (*head, "", "", "", "")


def _rows_of(coder: str, decision: Decision, coding: Coding, texts: Texts) -> Iterator[Cells]:
    themes = coding.themes_in(decision)
    if themes is None:
        return
    at = decision.at.isoformat(timespec="seconds")
    names = [found.name for one in themes if (found := coding.book.theme(one))] or [texts.coding.none]
    for name in names:
        yield (coder, name, decision.memo, at)


def book_rows(book: CodeBook) -> Iterator[Cells]:
    """A row a theme: id, name, when it applies and when not, words, stop words, the theme above."""
    for _, theme in book.tree():
        above = book.theme(theme.parent) if theme.parent else None
        words, stops = (", ".join(of) for of in (theme.words, theme.stops))
        yield (theme.id, theme.name, theme.when, theme.unless, words, stops, above.name if above else "")


def excel(sheets: Iterable[tuple[str, Cells, Iterable[Cells]]]) -> bytes:
    """A workbook of Excel's with a sheet each: name, head, rows. Raises `ModuleNotFoundError` where the extra is not installed."""
    import xlsxwriter

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for name, head, rows in sheets:
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, head, bold)
            sheet.freeze_panes(1, 0)
            count = 1
            for count, row in enumerate(rows, 1):
                for column, cell in enumerate(row):
                    sheet.write_string(count, column, cell, wrapped)
            sheet.autofilter(0, 0, count, len(head) - 1)
            sheet.set_column(0, len(head) - 1, 18)
    return out.getvalue()


def table_in(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV by what their columns are called, whatever stands between the cells. Raises `NotATableError`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    between = max(";,\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=between))
    except csv.Error:  # a quote that nobody closes makes one cell of all that follows
        raise NotATableError("open_quote") from None
    head = [folded(clean_line(one)) for one in rows[0]] if rows else []
    if not set(head) & {*_THEME, *_NAME}:
        raise NotATableError("no_column", excerpt(first))
    return [dict(zip(head, map(unguarded, row), strict=False)) for row in rows[1:] if any(row)]


def value(row: dict[str, str], names: tuple[str, ...]) -> str:
    """What a row says in the first of some columns that it has."""
    return next((row[one] for one in names if row.get(one)), "")


def themes_of(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """The themes that a table of a code book says: name, when, unless, words, stops, parent. Raises `NotATableError`."""
    found = []
    for row in rows:
        name = clean_line(value(row, _NAME) or value(row, _THEME))
        if name:
            said = {"when": _WHEN, "unless": _UNLESS, "words": _WORDS, "stops": _STOPS, "parent": _PARENT}
            found.append(
                {"name": name, **{key: clean_note(value(row, names)) for key, names in said.items()}}
            )
    return _few(found, (one["name"] for one in found))


def decisions_of(rows: Iterable[dict[str, str]]) -> list[tuple[str, str, str, str]]:
    """The decisions that a table of a coding says: note, coder, theme, memo. Raises `NotATableError`."""
    found = []
    for row in rows:
        note, theme = clean_line(value(row, _NOTE)), clean_line(value(row, _THEME))
        if note and theme:
            found.append((note, clean_line(value(row, _CODER)), theme, clean_note(value(row, _MEMO))))
    return _few(found, (theme for _, _, theme, _ in found))


def _few(rows: list[T], themes: Iterable[str]) -> list[T]:
    """Rows as they are, unless they tell of more themes than a code book has. Raises `NotATableError`."""
    if len(set(themes)) > MOST_THEMES:
        raise NotATableError("too_many", str(MOST_THEMES))
    return rows
