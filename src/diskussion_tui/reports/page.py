"""How a printed page is put together, whatever stands on it: headings, short forms, and the air between lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.workbook import layout
from diskussion_tui.reports.cells import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def heading(text: str, width: int, rule: str = "─") -> Iterator[str]:
    """A heading with a rule under it, as long as its longest line, and air above."""
    lines = layout.wrap(text, width, measure=cells)
    yield ""
    yield from lines
    yield rule * max(map(cells, lines))


def shortened(text: str, width: int) -> str:
    """`text` on one line of at most `width` cells; what does not fit is left out, and a mark says so."""
    line = clean_line(text)
    if cells(line) <= width:
        return line
    return f"{layout.wrap(line, width - 2, measure=cells)[0]} …"


def joined(lines: Iterable[str]) -> str:
    """Lines as one text: nothing trailing, and never two blank lines after each other."""
    kept: list[str] = []
    for line in lines:
        stripped = line.rstrip()
        if stripped or (kept and kept[-1]):
            kept.append(stripped)
    return "\n".join(kept).rstrip("\n")


def in_columns(rows: Iterable[tuple[str, str]], missing: str) -> Iterator[str]:
    """Labels with what stands behind each, one line a row and the values below each other; `missing` where nothing does."""
    rows = tuple(rows)
    wide = max((cells(label) for label, _ in rows), default=0) + 2
    for label, value in rows:
        yield f"{label}:{' ' * (wide - cells(label) - 1)}{clean_line(value) or missing}"
