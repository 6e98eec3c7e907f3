"""Lines as spans of text and tone, and the one way they become cells.

Everything the screens draw goes through here: user text is only ever the text of a span, so brackets, markup and escape
codes have nothing to act on. A tone is a name (`heading`, `muted`, `warm`); `widgets/inked.py` gives it its ink.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from diskussion_tui.base.text import one_line
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.workbook.layout import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.style import Style

    from diskussion_tui.domain.workbook.layout import Line

TONES = ("text", "heading", "lead", "muted", "accent", "warm", "cool", "fresh", "bright", "warning")
"""What a span can mean. `badge-<tone>` is the same filled, for the kind that is being written into; `underlined` is text that is pointed at."""

Span: TypeAlias = tuple[str, str]
"""A text and its tone."""

Row: TypeAlias = tuple[Span, ...]
"""One line on the screen."""


_APART = 2
"""The least between two rows that share a line."""
_LEAST_IN_WORDS = 12
"""In fewer cells a text is cut wherever it is: too little would be left of it in words."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together, such as a note. `id` is what selecting it means; without one it cannot be selected.

    `marks` is what is told of it even where it is not whole: the hands that were raised.
    """

    rows: tuple[Row, ...]
    id: str = ""
    marks: Row = ()


def rows_of(lines: Iterable[Line]) -> tuple[Row, ...]:
    """Printed lines of the workbook as rows."""
    return tuple(((line.text, line.tone),) for line in lines)


def text_rows(text: str, width: int, tone: str = "text", first: str = "", rest: str = "") -> tuple[Row, ...]:
    """A text wrapped to a width in one tone."""
    return tuple(((line, tone),) for line in wrap(text, width, first, rest, cell_len))


def row_length(row: Row) -> int:
    """How many cells a row takes."""
    return sum(cell_len(text) for text, _ in row)


def spread(left: Row, right: Row, width: int) -> Row:
    """Two rows on one line, to the left and to the right edge; the left one gives way where there is no room."""
    gap = width - row_length(left) - row_length(right)
    if gap >= _APART:
        return (*left, (" " * gap, "text"), *right)
    return (
        spread(clipped(left, max(0, width - row_length(right) - _APART)), right, width)
        if row_length(right) + _APART <= width
        else clipped(right, width)
    )


def folded(row: Row, width: int, hang: str = "") -> tuple[Row, ...]:
    """A row's spans on as many lines as they need, `hang` before all but the first: none is cut that has a line's room."""
    rows: list[list[Span]] = [[]]
    for text, tone in row:
        if rows[-1] and row_length((*rows[-1], (text.rstrip(), tone))) > width:
            rows.append([(hang, "text")] if hang else [])
        rows[-1].append((text, tone))
    for one in rows:
        if one:
            one[-1] = (one[-1][0].rstrip(), one[-1][1])
    return tuple(clipped(tuple(one), width) for one in rows)


def clipped(row: Row, width: int) -> Row:
    """A row of at most `width` cells, with an ellipsis where something was left out."""
    if row_length(row) <= width:
        return row
    kept: list[Span] = []
    left = width - 1
    for text, tone in row:
        taken = ""
        for character in text:
            if cell_len(taken + character) > left:
                return (*kept, (taken + "…", tone)) if width > 0 else ()
            taken += character
        kept.append((taken, tone))
        left -= cell_len(taken)
    return tuple(kept)


def shortened(text: str, width: int) -> str:
    """A text on one line of at most `width` cells: whole words of it, with an ellipsis where some were left out."""
    if cell_len(text) <= width:
        return text
    begins = wrap(text, width - 2, measure=cell_len)[0] if width > _LEAST_IN_WORDS else ""
    whole = begins and text[len(begins) : len(begins) + 1] in ("", " ", "\n")
    return f"{begins} …" if whole else "".join(part for part, _ in clipped(((text, "text"),), width))


def marked(row: Row) -> Row:
    """The first row of what is selected: ▸ stands in its first cell, so that it is seen without colour too."""
    if not row or cell_len(row[0][0][:1]) != 1:
        return row
    return (("▸", "accent"), (row[0][0][1:], row[0][1]), *row[1:])


def strip_of(row: Row, inks: Mapping[str, Style], width: int, ground: str = "text") -> Strip:
    """A row as cells, filled up to a width. This is the door to the screen: whatever a text holds, it acts on nothing here."""
    segments = [Segment(one_line(text), inks[tone]) for text, tone in row if text]
    return Strip(segments).adjust_cell_length(width, inks[ground])
