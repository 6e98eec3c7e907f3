"""A guide in whichever file it came, as its pieces: Word, PDF, Markdown or plain text. Read in a process of its own, as all that others have made.

What Word and Markdown say of their paragraphs is written as the marks that people put before them in plain text, so that there is one
way from lines to pieces.
"""

from __future__ import annotations

from itertools import zip_longest
from pathlib import PurePath
from typing import TYPE_CHECKING

from diskussion_tui.intake.guide.pieces import Line, pieces_in
from diskussion_tui.intake.office import BookError, WordTable, blocks_in
from diskussion_tui.intake.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from diskussion_tui.intake.office import WordParagraph

_MARKED = "•–"
"""What stands before the points of a list, and before those under them."""
_LARGEST = 2_000_000


def read_guide(name: str, data: bytes) -> Outcome:
    """The pieces of a guide in a file of this name with these bytes, or the verdict that none can be read."""
    suffix = PurePath(name).suffix.lower()
    reader = _pdf if b"%PDF-" in data[:1024] else _BY_SUFFIX.get(suffix)
    if reader is None:
        return Outcome("unknown", "suffix")
    lines = reader(data)
    if isinstance(lines, Outcome):
        return lines
    return Outcome("told", pieces=pieces_in(lines))


def _pdf(data: bytes) -> list[Line] | Outcome:
    from diskussion_tui.intake.pdf import lines_in

    lines = lines_in(data)
    return lines if isinstance(lines, Outcome) else [Line(text, size) for text, size in lines]


def _text(data: bytes) -> list[Line] | Outcome:
    if len(data) > _LARGEST:
        return Outcome("too_large", "file")
    for letters in (
        ("utf-8-sig", "utf-16") if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp1252")
    ):
        try:
            text = data.decode(letters)
        except UnicodeDecodeError:
            continue
        return [Line(line) for line in text.replace("\f", "\n\n").splitlines()]
    return Outcome("broken", "letters")


def _word(data: bytes) -> list[Line] | Outcome:
    try:
        blocks = blocks_in(data)
    except BookError as error:
        return Outcome(error.code, error.why)
    lines: list[Line] = []
    for block in blocks:
        rows = _of_table(block) if isinstance(block, WordTable) else _of_paragraph(block)
        for row in rows:
            lines += [Line(row), Line("")]
    return lines


def _of_paragraph(one: WordParagraph) -> Iterator[str]:
    """A paragraph as it would stand in plain text; a line break of its own in it is a line of its own."""
    for text in one.text.split("\n"):
        if not text.strip():
            continue
        digits = [int(sign) for sign in one.style if sign.isdigit()]
        if one.style == "title":
            yield f"# {text}"
        elif one.style == "subtitle":
            yield text
        elif one.style.startswith("heading"):
            yield f"{'#' * min(6, (digits[0] if digits else 1) + 1)} {text}"
        elif one.counted or one.style.startswith("list number"):
            yield f"1. {text}"
        elif one.level >= 0 or one.style.startswith("list"):
            level = one.level if one.level >= 0 else digits[0] - 1 if digits else 0
            yield f"{_MARKED[min(level, 1)]} {text}"
        else:
            yield f"**{text.strip()}**" if one.bold else text


def _of_table(table: WordTable) -> Iterator[str]:
    """A table as points: each column's first cell, and the others of that column under it."""
    for first, *others in zip_longest(*table.rows, fillvalue=""):
        yield from (f"{_MARKED[0]} {row}" for row in _rows([first]))
        yield from (f"{_MARKED[1]} {row}" for row in _rows(others))


def _rows(cells: Iterable[str]) -> Iterator[str]:
    return (row.strip() for cell in cells for row in cell.split("\n") if row.strip())


_BY_SUFFIX: dict[str, Callable[[bytes], list[Line] | Outcome]] = {
    ".docx": _word,
    ".pdf": _pdf,
    ".md": _text,
    ".markdown": _text,
    ".txt": _text,
}
