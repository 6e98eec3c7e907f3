"""Setting blocks of rows in columns and pages: what fits, whole blocks only, and what is on which page."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from diskussion_tui.base.value import dataclass
from diskussion_tui.tui.rows import Row, clipped, row_length

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Blocks: TypeAlias = Sequence[tuple[Row, ...]]
    """Rows that stay together, such as a note's."""

GAP = 3
"""Blank cells between two columns."""
WIDEST = 76
"""No text runs wider than this, however wide the screen."""
_MORE = (("…", "muted"),)
"""That there is more of what has no room."""
_FEW = 6
"""What takes no more rows than this stands in one column, however wide the screen."""
_TWO_FROM, _NARROWEST = 120, 50
"""From how many cells what is only read stands in two columns, and how narrow one may be."""


@dataclass(frozen=True, slots=True)
class Set:
    """A page that was set: its rows, which page of how many it is (from 0), and how many blocks stand before and after it."""

    rows: tuple[Row, ...]
    page: int = 0
    pages: int = 1
    above: int = 0
    below: int = 0


def side_by_side(columns: Sequence[Sequence[Row]], width: int) -> tuple[Row, ...]:
    """Columns of equal width, `width` being that of each, as rows."""
    high = max(map(len, columns), default=0)
    rows: list[Row] = []
    for line in range(high):
        row: list[tuple[str, str]] = []
        for number, column in enumerate(columns):
            cell = clipped(column[line], width) if line < len(column) else ()
            row += cell
            if number + 1 < len(columns):
                row.append((" " * (width - row_length(cell) + GAP), "text"))
        rows.append(tuple(row))
    return tuple(rows)


def column_width(width: int, columns: int) -> int:
    """How wide each of so many columns is."""
    return (width - GAP * (columns - 1)) // columns


def windows(heights: Sequence[int], fit: Callable[[Sequence[int]], bool]) -> list[tuple[int, int]]:
    """Blocks parted into pages from the last one backwards, so that the newest page is full: `(first, behind last)` of each.

    The oldest page is filled too, with what stands on the one behind it.
    """
    found: list[tuple[int, int]] = []
    end = len(heights)
    while end > 0:
        first = end - 1
        while first > 0 and fit(heights[first - 1 : end]):
            first -= 1
        found.append((first, end))
        end = first
    if found:
        found[-1] = (0, _filled(heights, found[-1][1], fit))
    return found or [(0, 0)]


def _filled(heights: Sequence[int], end: int, fit: Callable[[Sequence[int]], bool]) -> int:
    """How far a page from the first block on can reach."""
    while end < len(heights) and fit(heights[: end + 1]):
        end += 1
    return end


def pages_on(heights: Sequence[int], fit: Callable[[Sequence[int]], bool]) -> list[tuple[int, int]]:
    """Blocks parted into pages from the first one on."""
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(heights):
        end = first + 1
        while end < len(heights) and fit(heights[first : end + 1]):
            end += 1
        found.append((first, end))
        first = end
    return found or [(0, 0)]


def fits_in(columns: int, rows: int, air: int) -> Callable[[Sequence[int]], bool]:
    """Whether blocks of some heights fit in so many columns, one after another, with `air` blank rows between them."""

    def fit(heights: Sequence[int]) -> bool:
        column, used = 1, 0
        for height in heights:
            wanted = height + (air if used else 0)
            if used + wanted > rows:
                column, used, wanted = column + 1, 0, height
            if column > columns or wanted > rows:
                return False
            used += wanted
        return True

    return fit


def poured(blocks: Blocks, columns: int, rows: int, air: int, more: Row = _MORE) -> list[list[Row]]:
    """Blocks in columns, one after another; of one that is higher than a column, which stands alone, the beginning and `more`."""
    found: list[list[Row]] = [[]]
    for block in blocks:
        wanted = len(block) + (air if found[-1] else 0)
        if found[-1] and len(found[-1]) + wanted > rows and len(found) < columns:
            found.append([])
        if found[-1] and air:
            found[-1].extend([()] * air)
        cut = len(block) > rows > 1 and not found[-1]
        found[-1].extend([*block[: rows - 1], more] if cut else block)
    return [column[:rows] for column in found]


def read_on(make: Callable[[int], Blocks], width: int, rows: int, turned: int) -> Set:
    """What is only read, from its beginning: in two columns where the screen is wide, with air where there is room.

    `make` sets it for a width; `turned` is how many pages on, and after the last comes the first.
    """
    wide, few = width >= _TWO_FROM, _one_does(make, width, _FEW)
    columns = (
        2 if not few and (wide or (width >= 2 * _NARROWEST + GAP and not _one_does(make, width, rows))) else 1
    )
    cells = min(WIDEST, column_width(width, columns))
    blocks = make(cells)
    heights = [len(block) for block in blocks]
    air = 1 if fits_in(columns, rows, 1)(heights) else 0
    pages = pages_on(heights, fits_in(columns, rows, air))
    page = turned % len(pages)
    first, end = pages[page]
    shown = _levelled(blocks[first:end], columns, rows, air)
    return Set(side_by_side(shown, cells), page, len(pages))


def _one_does(make: Callable[[int], Blocks], width: int, rows: int) -> bool:
    return fits_in(1, rows, 0)([len(block) for block in make(min(WIDEST, width))])


def _levelled(blocks: Blocks, columns: int, rows: int, air: int) -> list[list[Row]]:
    """Blocks in columns of about the same height: as low as they still fit."""
    heights = [len(block) for block in blocks]
    low = next((high for high in range(1, rows + 1) if fits_in(columns, high, air)(heights)), rows)
    return poured(blocks, columns, low, air)
