"""What a board draws of a column: which block stands on a line, and which lines a block takes.

`Blocks` has its blocks made. `LazyColumn` makes them when they come into view: a list of ten thousand discussions shows fifteen
of them, and a letter in the search may change them all. A `Stack` does too, and does not even know how high those are that
nobody has seen: of ten thousand notes the last few are set.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diskussion_tui.texts.catalogue.walk import Walk
    from diskussion_tui.tui.rows import Block, Row

_REMEMBERED = 128
"""Blocks that a `LazyColumn` column remembers: more than any window shows."""


class Column(Protocol):
    """Blocks one above another. A block's place is its number in the column; without an id it cannot be selected."""

    @property
    def height(self) -> int:
        """How many lines there are."""

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the blocks that can be selected, in order."""

    def at(self, line: int) -> tuple[Block, int] | None:
        """The block on a line and which of its rows that is; None below the last."""

    def place_of(self, block_id: str) -> int | None:
        """Where the block with an id stands."""

    def id_at(self, place: int) -> str:
        """The id of the block at a place."""

    def top_of(self, place: int) -> int:
        """The line on which the block at a place begins."""

    def height_of(self, place: int) -> int:
        """How many lines the block at a place takes."""

    def selectable(self) -> Sequence[int]:
        """The places of the blocks that can be selected, in order."""


class Blocks:
    """A column whose blocks are there."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self._starts = [0, *accumulate([len(block.rows) for block in blocks])]

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each id stands: found out when one is first chosen, not for every page that is only walked past."""
        return {block.id: place for place, block in enumerate(self.blocks) if block.id}

    @cached_property
    def _order(self) -> list[int]:
        return list(self._places.values())

    @property
    def height(self) -> int:
        """How many lines there are."""
        return self._starts[-1]

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the blocks that can be selected, in order."""
        return list(self._places)

    def at(self, line: int) -> tuple[Block, int] | None:
        """The block on a line and which of its rows that is; None below the last."""
        if line >= self.height:
            return None
        place = bisect_right(self._starts, line) - 1
        return self.blocks[place], line - self._starts[place]

    def place_of(self, block_id: str) -> int | None:
        """Where the block with an id stands."""
        return self._places.get(block_id)

    def id_at(self, place: int) -> str:
        """The id of the block at a place."""
        return self.blocks[place].id

    def top_of(self, place: int) -> int:
        """The line on which the block at a place begins."""
        return self._starts[place]

    def height_of(self, place: int) -> int:
        """How many lines the block at a place takes."""
        return len(self.blocks[place].rows)

    def selectable(self) -> Sequence[int]:
        """The places of the blocks that can be selected, in order."""
        return self._order


class Named(Protocol):
    """What stands in a `LazyColumn` column, known by ids that are all different."""

    def __len__(self) -> int:
        """How many there are."""

    def id_at(self, place: int) -> str:
        """The id at a place."""

    def place_of(self, hit_id: str, /) -> int | None:
        """Where an id stands."""


class Unnamed:
    """So many things that have no ids: they are read, and cannot be selected."""

    def __init__(self, many: int) -> None:
        self._many = many

    def __len__(self) -> int:
        return self._many

    def id_at(self, place: int) -> str:  # noqa: ARG002 - as of those that have one
        """None."""
        return ""

    def place_of(self, hit_id: str, /) -> int | None:  # noqa: ARG002
        """Nowhere."""
        return None


class LazyColumn:
    """A column whose blocks are made as they come into view. All of them can be selected."""

    def __init__(self, named: Named, heights: Sequence[int] | None, draw: Callable[[int], Block]) -> None:
        """`heights` says how many lines each takes, at least one, and exactly one without; `draw` makes the block at a place."""
        self._named = named
        self._starts = range(len(named) + 1) if heights is None else [0, *accumulate(heights)]
        self._drawn = lru_cache(_REMEMBERED)(draw)

    @property
    def height(self) -> int:
        """How many lines there are."""
        return self._starts[-1]

    @property
    def ids(self) -> Sequence[str]:
        """The ids of all, in order. Makes a list of them: to ask for one, or for where one stands, costs less."""
        return [self._named.id_at(place) for place in range(len(self._named))]

    def at(self, line: int) -> tuple[Block, int] | None:
        """The block on a line and which of its rows that is; None below the last."""
        if line >= self.height:
            return None
        place = bisect_right(self._starts, line) - 1
        return self._drawn(place), line - self._starts[place]

    def place_of(self, block_id: str) -> int | None:
        """Where the block with an id stands."""
        return self._named.place_of(block_id)

    def id_at(self, place: int) -> str:
        """The id of the block at a place."""
        return self._named.id_at(place)

    def top_of(self, place: int) -> int:
        """The line on which the block at a place begins."""
        return self._starts[place]

    def height_of(self, place: int) -> int:
        """How many lines the block at a place takes."""
        return self._starts[place + 1] - self._starts[place]

    def selectable(self) -> Sequence[int]:
        """The places of the blocks that can be selected: all of them."""
        return range(len(self._named))


class Stack:
    """A column of which a board shows whole blocks only, made as they come into view: the notes of a question.

    `draw` makes the block at a place. `empty` are the rows that stand there where there is none.
    """

    def __init__(
        self, named: Named, draw: Callable[[int], Block], words: Walk, empty: tuple[Row, ...] = ()
    ) -> None:
        self._named = named
        self._words = words
        self.empty = empty
        self.block = lru_cache(_REMEMBERED)(draw)

    def __len__(self) -> int:
        return len(self._named)

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the blocks that can be selected, in order."""
        return [self.id_at(place) for place in self.selectable()]

    def id_at(self, place: int) -> str:
        """The id of the block at a place."""
        return self._named.id_at(place)

    def place_of(self, block_id: str) -> int | None:
        """Where the block with an id stands."""
        return self._named.place_of(block_id)

    def height_of(self, place: int) -> int:
        """How many lines the block at a place takes."""
        return len(self.block(place).rows)

    def selectable(self) -> Sequence[int]:
        """The places of the blocks that can be selected: all of them, or none."""
        return range(len(self) if len(self) and self.id_at(0) else 0)

    def above(self, blocks: int) -> Row:
        """That there are so many more above."""
        return ((self._words.till_above.format(n=blocks), "muted"),)

    def below(self, blocks: int) -> Row:
        """That there are so many more below."""
        return ((self._words.till_below.format(n=blocks), "muted"),)

    def more(self, lines: int, marks: Row) -> Row:
        """That so many lines of a block are not shown, and what it is marked with: that stands on the last of them."""
        apart: Row = ((" ", "text"),) if marks else ()
        return (("  ", "text"), (self._words.lines_more(lines), "muted"), *apart, *marks)


def column_of(
    given: Sequence[Block] | LazyColumn | Stack, drawn: Sequence[Column | Stack] = ()
) -> Column | Stack:
    """The column of some blocks; one that draws itself as it is, and so one that is drawn already with the very same blocks."""
    if isinstance(given, LazyColumn | Stack):
        return given
    there = (
        one for one in drawn if isinstance(one, Blocks) and isinstance(given, tuple) and one.blocks is given
    )
    return next(there, None) or Blocks(given)
