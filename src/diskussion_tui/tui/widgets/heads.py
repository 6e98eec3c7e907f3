"""The headings over columns: each over its own, or, where only one column is in view at a time, all of them in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.tui.columns import GAP
from diskussion_tui.tui.rows import clipped, row_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.tui.rows import Row

_APART = 2


class Head(NamedTuple):
    """What stands over a column, and in how few cells it can be said where there is little room."""

    row: Row
    short: Row


def heads_over(heads: Sequence[Head], widths: Sequence[int]) -> Row:
    """Each heading over its column."""
    row: list[tuple[str, str]] = []
    for head, cells in zip(heads, widths, strict=True):
        fits = head.row if row_length(head.row) <= cells else head.short
        shown = clipped(fits, cells)
        row += [*shown, (" " * (cells - row_length(shown) + GAP), "text")]
    return tuple(row)


def heads_beside(heads: Sequence[Head], front: int, width: int) -> Row:
    """All headings in a row; ▸ stands before that of the column in view. Where not all can be whole they stand closer, then the others are short."""
    whole, short = (
        [head.row for head in heads],
        [_of(head, place == front) for place, head in enumerate(heads)],
    )
    for said, apart in ((whole, _APART), (whole, 1), (short, _APART)):
        row: list[tuple[str, str]] = []
        for place, head in enumerate(said):
            row += [("▸" if place == front else " ", "accent"), *head, (" " * apart, "text")]
        row.pop()
        if row_length(tuple(row)) <= width:
            break
    return clipped(tuple(row), width)


def _of(head: Head, whole: bool) -> Row:  # noqa: FBT001 - read where it is called
    return head.row if whole else head.short
