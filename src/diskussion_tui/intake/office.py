"""What stands in files of Word and Excel: paragraphs with their styles, and rows of cells. Read with the standard library alone.

Both are zips of XML that others have made: nothing is unpacked that is larger than a minute or a table can be, nothing in it is run,
and what is no text is not looked at.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple, Self
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.intake.verdict import Code

_MOST = 60_000_000
"""Bytes of all that is looked at, unpacked."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MOST_COLUMNS = 200


class BookError(Exception):
    """A file that is none of Word or Excel, or is more than may be: `code` and `why` are its verdict."""

    def __init__(self, code: Code, why: str) -> None:
        self.code: Code = code
        self.why = why
        super().__init__(why)


class WordParagraph(NamedTuple):
    """A paragraph of Word: the name of its style in English, as files have it, its text, and whether all of it is bold.

    `level` is how deep in a list it stands, -1 where in none, and `counted` whether that list is numbered.
    """

    style: str
    text: str
    bold: bool
    level: int = -1
    counted: bool = False


class WordTable(NamedTuple):
    """A table of Word, as rows of cells."""

    rows: tuple[tuple[str, ...], ...]


def paragraphs_in(data: bytes) -> list[WordParagraph]:
    """The paragraphs of a file of Word that stand in no table. Raises `BookError`."""
    return [one for one in blocks_in(data) if isinstance(one, WordParagraph)]


def blocks_in(data: bytes) -> list[WordParagraph | WordTable]:
    """The paragraphs and the tables of a file of Word, in their order. Raises `BookError`."""
    with _Opened(data) as book:
        styles = _styles(book.part("word/styles.xml"))
        counted = _counted(book.part("word/numbering.xml"))
        body = book.part("word/document.xml")
    if body is None:
        raise BookError("unknown", "word")
    tables = list(body.iter(f"{_WORD}tbl"))
    within = {id(one) for table in tables for one in table.iter() if one is not table}
    return [
        _paragraph(one, styles, counted) if one.tag == f"{_WORD}p" else _table(one)
        for one in body.iter()
        if id(one) not in within and one.tag in {f"{_WORD}p", f"{_WORD}tbl"}
    ]


def _table(element: ET.Element) -> WordTable:
    def text(cell: ET.Element) -> str:
        return "\n".join("".join(map(_run, one.iter(f"{_WORD}r"))) for one in cell.iter(f"{_WORD}p"))

    rows = element.iter(f"{_WORD}tr")
    return WordTable(tuple(tuple(text(cell) for cell in row.iter(f"{_WORD}tc")) for row in rows))


def _styles(part: ET.Element | None) -> dict[str, str]:
    """The names of styles by their ids: the ids are in the language of whoever's Word it was, the names are not."""
    found = {}
    for style in () if part is None else part.iter(f"{_WORD}style"):
        name = style.find(f"{_WORD}name")
        if name is not None:
            found[style.get(f"{_WORD}styleId", "")] = name.get(f"{_WORD}val", "").casefold()
    return found


def _counted(part: ET.Element | None) -> frozenset[tuple[str, int]]:
    """The lists that are numbered and no bullets, by their ids and how deep."""
    if part is None:
        return frozenset()
    levels = {
        (of.get(f"{_WORD}abstractNumId", ""), level.get(f"{_WORD}ilvl", "0"))
        for of in part.iter(f"{_WORD}abstractNum")
        for level in of.iter(f"{_WORD}lvl")
        if (sort := level.find(f"{_WORD}numFmt")) is not None
        and sort.get(f"{_WORD}val", "") not in {"bullet", "none"}
    }
    kinds = {
        one.get(f"{_WORD}numId", ""): of.get(f"{_WORD}val", "")
        for one in part.iter(f"{_WORD}num")
        if (of := one.find(f"{_WORD}abstractNumId")) is not None
    }
    return frozenset(
        (number, int(level))
        for number, kind in kinds.items()
        for of, level in levels
        if of == kind and level.isdigit()
    )


def _paragraph(
    element: ET.Element, styles: dict[str, str], counted: frozenset[tuple[str, int]]
) -> WordParagraph:
    style = element.find(f"{_WORD}pPr/{_WORD}pStyle")
    name = styles.get(style.get(f"{_WORD}val", ""), "") if style is not None else ""
    runs = [(_run(run), _is_bold(run)) for run in element.iter(f"{_WORD}r")]
    said = [bold for text, bold in runs if text.strip()]
    number, level = _place_in_list(element)
    text = "".join(text for text, _ in runs)
    return WordParagraph(name, text, bool(said) and all(said), level, (number, level) in counted)


def _place_in_list(paragraph: ET.Element) -> tuple[str, int]:
    """The list that a paragraph stands in, whatever its style is called, and how deep; -1 where in none."""
    of = paragraph.find(f"{_WORD}pPr/{_WORD}numPr")
    if of is None:
        return "", -1
    told = {one.tag: one.get(f"{_WORD}val", "") for one in of}
    level = told.get(f"{_WORD}ilvl", "0")
    return told.get(f"{_WORD}numId", ""), int(level) if level.isdigit() and len(level) == 1 else 0


def _run(run: ET.Element) -> str:
    signs = {f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}tab": "\t"}
    return "".join((one.text or "") if one.tag == f"{_WORD}t" else signs.get(one.tag, "") for one in run)


def _is_bold(run: ET.Element) -> bool:
    bold = run.find(f"{_WORD}rPr/{_WORD}b")
    return bold is not None and bold.get(f"{_WORD}val", "1") not in {"0", "false"}


def sheets_in(data: bytes) -> list[list[list[str]]]:
    """The sheets of a file of Excel, each its rows of cells as text. Raises `BookError`."""
    with _Opened(data) as book:
        shared = book.part("xl/sharedStrings.xml")
        texts = [] if shared is None else ["".join(one.itertext()) for one in shared.iter(f"{_SHEET}si")]
        names = sorted(
            (one for one in book.names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", one)), key=_number
        )
        if not names:
            raise BookError("unknown", "excel")
        parts = [book.part(name) for name in names]
    return [list(_rows(part, texts)) for part in parts if part is not None]


def _number(name: str) -> int:
    return int(re.sub(r"\D", "", name))


def _rows(sheet: ET.Element, texts: list[str]) -> Iterator[list[str]]:
    for row in sheet.iter(f"{_SHEET}row"):
        cells: list[str] = []
        for cell in row.iter(f"{_SHEET}c"):
            column = _column(cell.get("r", ""), len(cells))
            if column >= _MOST_COLUMNS:
                break
            cells += [""] * (column - len(cells))
            cells.append(_cell(cell, texts))
        yield cells


def _column(reference: str, usual: int) -> int:
    """Which column a cell is in, from 0: `AB7` is in the 28th."""
    letters = re.match(r"[A-Z]{1,3}", reference)
    if letters is None:
        return usual
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return max(number - 1, usual)


def _cell(cell: ET.Element, texts: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(one.text or "" for one in cell.iter(f"{_SHEET}t"))
    value = cell.find(f"{_SHEET}v")
    text = (value.text or "") if value is not None else ""
    if cell.get("t") == "s":
        return texts[int(text)] if text.isdigit() and int(text) < len(texts) else ""
    return text


class _Opened:
    """A zip whose parts are read as XML, as long as all of them are not too much."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
            raise BookError("broken", "zip") from None
        self._left = _MOST
        self.names = self._zip.namelist()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_of: object) -> None:
        self._zip.close()

    def part(self, name: str) -> ET.Element | None:
        """A part of it, None where it has none of this name. Raises `BookError`."""
        try:
            with self._zip.open(name) as file:
                data = file.read(self._left + 1)
        except KeyError:
            return None
        except (
            zipfile.BadZipFile,
            EOFError,
            RuntimeError,
            NotImplementedError,
            ValueError,
            OSError,
            zlib.error,
        ):
            raise BookError("broken", "zip") from None
        self._left -= len(data)
        if self._left < 0:
            raise BookError("too_large", "unpacked")
        try:
            return ET.fromstring(data)  # noqa: S314 - expat stops at what grows without end, and a worker's memory has a limit
        except ET.ParseError:
            raise BookError("broken", "xml") from None
