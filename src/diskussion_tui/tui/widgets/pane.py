"""A column as a board shows it: how far it is scrolled, and what stands on each of its lines.

A `Running` column is scrolled line by line, like a page. Of a `Stack` only whole blocks are shown (`tui/columns.py`): its latest
ones, until somebody scrolls up in it; then it stays where it is, whatever comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from diskussion_tui.tui.columns import Window, beginning_with, bringing, ending_with, latest
from diskussion_tui.tui.widgets.column import Stack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.widgets.column import Column


class Shown(NamedTuple):
    """What stands on a line: its row, the id of its block, and whether it is the block's first."""

    row: Row
    id: str = ""
    first: bool = False


class Running:
    """A column that is scrolled line by line. `top` is the line seen first, `room` how many lines are."""

    def __init__(self, column: Column) -> None:
        self.column = column
        self.room = self.top = 0

    def fit(self, room: int) -> None:
        """See no further than there are lines."""
        self.room = room
        self.top = self._within(self.top)

    def take_up(self, before: Pane) -> None:
        """Be scrolled as the one was that stood here before."""
        if isinstance(before, Running):
            self.top = before.top

    def at(self, y: int) -> Shown | None:
        """What stands on a line of those in view."""
        found = self.column.at(y + self.top)
        if found is None:
            return None
        block, line = found
        return Shown(block.rows[line], block.id, not line)

    def span(self, place: int) -> tuple[int, int]:
        """The lines of a block, the last not counted, of those in view or beyond."""
        top = self.column.top_of(place) - self.top
        return top, top + self.column.height_of(place)

    def bring(self, place: int) -> None:
        """Scroll as little as needed, so that a block is seen whole; one that is too high from its beginning."""
        top, height = self.column.top_of(place), self.column.height_of(place)
        if top < self.top or height > self.room:
            self.top = self._within(top)
        elif top + height > self.top + self.room:
            self.top = self._within(top + height - self.room)

    def scroll(self, lines: int) -> None:
        """Scroll so many lines down (up where negative)."""
        self.top = self._within(self.top + lines)

    def turn(self, pages: int) -> None:
        """Scroll so many pages down (up where negative), with one line seen on both."""
        self.scroll(pages * max(1, self.room - 1))

    def begin(self) -> None:
        """Have the first line in view."""
        self.top = 0

    start_over = begin

    def end(self) -> None:
        """Have the last line in view."""
        self.top = self._within(self.column.height)

    @property
    def at_begin(self) -> bool:
        """Whether there is nothing above what is in view."""
        return not self.top

    @property
    def at_end(self) -> bool:
        """Whether there is nothing below what is in view."""
        return self.top == self._within(self.column.height)

    @property
    def mark(self) -> range:
        """The lines beside which the mark stands that shows where in all there is what is in view stands."""
        seen, height = self.room, self.column.height
        if not 0 < seen < height:
            return range(0)
        long = max(1, seen * seen // height)
        start = round((seen - long) * self.top / (height - seen))
        return range(start, start + long)

    def _within(self, line: int) -> int:
        return max(0, min(line, self.column.height - self.room))


class Whole:
    """A column of which only whole blocks are shown. `window` is which; `anchor` the first of them, None for the latest."""

    def __init__(self, column: Stack) -> None:
        self.column = column
        self.room = 0
        self.anchor: int | None
        self.start_over()
        self.window = Window(0, 0, 0)
        self._lines: list[Shown] = []

    def fit(self, room: int) -> None:
        """Show as many blocks as there is room for."""
        self.room = room
        count, height = len(self.column), self.column.height_of
        window = latest(count, height, room)
        if window.above and self.anchor is not None and self.anchor < count:
            window = beginning_with(self.anchor, count, height, room)
        self._show(window)

    def take_up(self, before: Pane) -> None:
        """Be scrolled as the one was that stood here before."""
        if isinstance(before, Whole):
            self.anchor = before.anchor

    def at(self, y: int) -> Shown | None:
        """What stands on a line of those in view."""
        return self._lines[y] if y < len(self._lines) else None

    def span(self, place: int) -> tuple[int, int]:
        """The lines of a block, the last not counted; none where it is out of view."""
        block = self.column.id_at(place)
        lines = [y for y, one in enumerate(self._lines) if one.id == block]
        return (lines[0], lines[-1] + 1) if lines else (0, 0)

    def bring(self, place: int) -> None:
        """Scroll as little as needed, so that a block is seen."""
        if not self.window.shows(place):
            self._show(bringing(place, self.window, self.column.height_of, self.room))

    def scroll(self, lines: int) -> None:
        """Scroll by a block down, or up where negative."""
        place = self.window.last if lines > 0 else self.window.first - 1
        if 0 <= place < len(self.column):
            self.bring(place)

    def turn(self, pages: int) -> None:
        """Scroll a page down, or up where negative, with one block seen on both."""
        count, height = len(self.column), self.column.height_of
        if pages > 0 and self.window.below:
            first = max(self.window.first + 1, self.window.last - 1)
            self._show(beginning_with(first, count, height, self.room))
        elif pages < 0 and self.window.above:
            last = min(self.window.last - 2, self.window.first)
            self._show(ending_with(max(0, last), count, height, self.room))

    def begin(self) -> None:
        """Have the first block in view."""
        self._show(beginning_with(0, len(self.column), self.column.height_of, self.room))

    def end(self) -> None:
        """Have the last block in view."""
        self._show(latest(len(self.column), self.column.height_of, self.room))

    def start_over(self) -> None:
        """Be scrolled as in a step that one comes to: what is worked on to its latest, what is only read to its beginning."""
        self.anchor = None if self.column.selectable() else 0

    @property
    def at_begin(self) -> bool:
        """Whether there is nothing above what is in view."""
        return not self.window.above

    @property
    def at_end(self) -> bool:
        """Whether there is nothing below what is in view."""
        return not self.window.below

    @property
    def mark(self) -> range:
        """No lines: it says itself what is above and below."""
        return range(0)

    def _show(self, window: Window) -> None:
        count, height = len(self.column), self.column.height_of
        if window.below and not window.gap:  # as it will be shown again
            window = beginning_with(window.first, count, height, self.room)
        self.window = window
        self.anchor = window.first if window.below else None
        self._lines = self._drawn(window)[: max(0, self.room)]

    def _drawn(self, window: Window) -> list[Shown]:
        if not window.count:
            return [Shown(row) for row in self.column.empty]
        lines = [Shown(self.column.above(window.above))] if window.above else []
        for place in range(window.first, window.last):
            block = self.column.block(place)
            if place > window.first:
                lines += [Shown(())] * window.gap
            rows = block.rows
            if window.cut > 1:
                rows = (*rows[: window.cut - 1], self.column.more(len(rows) - window.cut + 1, block.marks))
            elif window.cut:
                rows = rows[:1]
            lines += [Shown(row, block.id, not line) for line, row in enumerate(rows)]
        if window.below:
            lines += [Shown(())] * (self.room - len(lines) - 1)
            lines.append(Shown(self.column.below(window.below)))
        return lines


Pane: TypeAlias = Running | Whole


def pane_of(column: Column | Stack) -> Pane:
    """How a board shows a column."""
    return Whole(column) if isinstance(column, Stack) else Running(column)


def where_in(panes: Sequence[Pane], block_id: str) -> tuple[int, int] | None:
    """The number of the column that holds a block, and its place there; None for an empty id, or one that none has."""
    found = (
        (number, pane.column.place_of(block_id)) for number, pane in enumerate(panes if block_id else ())
    )
    return next(((number, place) for number, place in found if place is not None), None)
