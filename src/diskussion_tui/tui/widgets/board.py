"""The board: one or more columns of blocks under a lead that stays, drawn line by line however many there are.

Notes, past discussions, choices and pages to read are all shown on this one widget. It draws only the lines in view
(Textual's line API), so that a key press costs the same with 10 blocks and with 10,000. A block with an id can be
selected, which is shown by a sign and not by colour alone; what it means is for the screen to say.

It scrolls by itself, and draws what stands above the columns too. Textual's scroll bars are widgets, and so would the lead
be: one that comes, goes or grows has the whole screen laid out again, and a step of the walk was painted twice.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from diskussion_tui.tui.rows import marked, strip_of
from diskussion_tui.tui.widgets.column import Blocks, column_of
from diskussion_tui.tui.widgets.inked import Inked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from diskussion_tui.tui.rows import Block, Row
    from diskussion_tui.tui.widgets.column import Column, LazyColumn

GAP = 2
"""Blank cells between two columns."""
_BAR = 1
"""The last cells of a line, kept free for the mark that shows how far one has scrolled."""
_WHEEL = 3
"""Lines that a notch of the mouse's wheel moves."""


class Board(Inked, can_focus=True, inherit_bindings=False):
    """Columns of blocks with at most one of them selected. Its keys are the screen's to give. `top` is the line seen first."""

    DEFAULT_CSS = "Board { height: 1fr; width: 1fr; overflow: hidden; }"

    @dataclass
    class Picked(Message):
        """A block was clicked."""

        board: Board
        id: str

        @property
        def control(self) -> Board:
            """The board, for handlers that name it."""
            return self.board

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._columns: tuple[Column, ...] = ()
        self._lead: tuple[Row, ...] = ()
        self._height = 0
        self.selected = ""
        self.top = 0

    def show(self, columns: Sequence[Sequence[Block] | LazyColumn], lead: tuple[Row, ...] = ()) -> None:
        """Draw these columns side by side under the lead; the selection stays where its block still is."""
        self._lead = lead
        self._columns = tuple(self._kept(given) or column_of(given) for given in columns)
        if self.selected and self._where(self.selected) is None:
            self.selected = ""
        self._height = max((column.height for column in self._columns), default=0)
        self.top = self._within(self.top)
        self.refresh()

    def _kept(self, given: Sequence[Block] | LazyColumn) -> Column | None:
        """The column that is drawn already, where the very same blocks are given again."""
        drawn = (column for column in self._columns if isinstance(column, Blocks))
        return next((column for column in drawn if column.blocks is given and isinstance(given, tuple)), None)

    @property
    def cells(self) -> int:
        """How wide the columns are together."""
        return max(0, self.content_size.width - _BAR)

    @property
    def room(self) -> int:
        """How many lines of the columns are seen at once."""
        return max(0, self.content_size.height - len(self._lead))

    @property
    def ids(self) -> list[str]:
        """The ids of the blocks that can be selected, column by column."""
        return [block_id for column in self._columns for block_id in column.ids]

    def holds(self, block_id: str) -> bool:
        """Whether there is a block with an id."""
        return self._where(block_id) is not None

    @property
    def has_choices(self) -> bool:
        """Whether there is anything that can be selected."""
        return any(column.selectable() for column in self._columns)

    def select(self, block_id: str, *, scroll: bool = True) -> None:
        """Select a block, or none with an empty id."""
        before, self.selected = self.selected, block_id
        self._repaint(before)
        self._repaint(block_id)
        if scroll and block_id:
            self.bring_into_view(block_id)

    def bring_into_view(self, block_id: str) -> None:
        """Scroll, as little as needed, so that a block is seen whole."""
        where = self._where(block_id)
        if where is None:
            return
        column, place = where
        top, height = column.top_of(place), column.height_of(place)
        if top < self.top or height > self.room:
            self.scroll_to_line(top)
        elif top + height > self.top + self.room:
            self.scroll_to_line(top + height - self.room)

    def scroll_to_line(self, line: int) -> None:
        """Have a line as the first one in view, or as near to that as there are lines."""
        before, self.top = self.top, self._within(line)
        if self.top != before:
            self.refresh()

    def scroll_lines(self, lines: int) -> None:
        """Scroll so many lines down (up where negative)."""
        self.scroll_to_line(self.top + lines)

    def scroll_pages(self, pages: int) -> None:
        """Scroll so many pages down (up where negative), with one line seen on both."""
        self.scroll_lines(pages * max(1, self.room - 1))

    def scroll_to_end(self) -> None:
        """Have the last line in view."""
        self.scroll_to_line(self._height)

    def _within(self, line: int) -> int:
        return max(0, min(line, self._height - self.room))

    def step(self, lines: int) -> bool:
        """Select the block `lines` further down (up where negative); False where there is none."""
        where = self._where(self.selected)
        if where is None:
            return self._select_edge(lines)
        column, place = where
        choices = column.selectable()
        wanted = bisect_left(choices, place) + lines
        if not 0 <= wanted < len(choices):
            return False
        self.select(column.id_at(choices[wanted]))
        return True

    def stride(self, lines: int) -> None:
        """Select the block `lines` further on, or the last one that way where there are not so many."""
        if not self.step(lines):
            self._select_edge(-lines)

    def sidestep(self, columns: int) -> bool:
        """Select the block at the same height `columns` to the right (left where negative); False where there is none."""
        where = self._where(self.selected)
        if where is None:
            return False
        column, place = where
        number = self._columns.index(column) + columns
        while 0 <= number < len(self._columns):
            other = self._columns[number]
            if choices := other.selectable():
                top = column.top_of(place)
                nearest = min(choices, key=lambda choice: abs(other.top_of(choice) - top))
                self.select(other.id_at(nearest))
                return True
            number += columns
        return False

    def render_line(self, y: int) -> Strip:
        """A line of the lead, or one of every column side by side."""
        if y < len(self._lead):
            return strip_of(self._lead[y], self.inks, self.cells + _BAR)
        y -= len(self._lead)
        line = y + self.top
        widths = column_widths(self.cells, len(self._columns))
        strips: list[Strip] = []
        for column, cells in zip(self._columns, widths, strict=True):
            found = column.at(line)
            if strips:
                strips.append(Strip.blank(GAP, self.inks["text"]))
            if found is None:
                strips.append(Strip.blank(cells, self.inks["text"]))
                continue
            block, row = found
            chosen = bool(block.id) and block.id == self.selected
            shown = marked(block.rows[row]) if chosen and not row else block.rows[row]
            strips.append(strip_of(shown, self.chosen if chosen else self.inks, cells))
        joined = Strip.join(strips) if strips else Strip.blank(0)
        joined = joined.adjust_cell_length(self.cells, self.inks["text"])
        return Strip.join((joined, strip_of(self._bar(y), self.inks, _BAR)))

    def on_click(self, event: events.Click) -> None:
        """Say which block was clicked."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < len(self._lead):
            return
        line, edge = offset.y - len(self._lead) + self.top, 0
        for column, cells in zip(self._columns, column_widths(self.cells, len(self._columns)), strict=True):
            found = column.at(line) if edge <= offset.x < edge + cells else None
            if found and found[0].id:
                self.post_message(self.Picked(self, found[0].id))
            edge += cells + GAP

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.scroll_lines(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.scroll_lines(-_WHEEL)

    def on_resize(self) -> None:
        """See no further than there are lines."""
        self.scroll_to_line(self.top)

    def _bar(self, y: int) -> Row:
        """The mark beside a line: a bar where what is in view stands in all there is, nothing where all is in view."""
        seen = self.room
        if not 0 < seen < self._height:
            return ()
        long = max(1, seen * seen // self._height)
        start = round((seen - long) * self.top / (self._height - seen))
        return (("▕", "muted"),) if start <= y < start + long else ()

    def _repaint(self, block_id: str) -> None:
        """Paint the lines of one block anew, and nothing else: over a slow line a move costs its two rows."""
        where = self._where(block_id)
        if where is not None:
            column, place = where
            top = column.top_of(place) - self.top
            first, last = max(0, top), min(self.room, top + column.height_of(place))
            if first < last:
                number = self._columns.index(column)
                widths = column_widths(self.cells, len(self._columns))
                left = sum(widths[:number]) + GAP * number
                self.refresh(Region(left, len(self._lead) + first, widths[number], last - first))

    def _select_edge(self, lines: int) -> bool:
        for column in self._columns:
            if choices := column.selectable():
                self.select(column.id_at(choices[0] if lines > 0 else choices[-1]))
                return True
        return False

    def _where(self, block_id: str) -> tuple[Column, int] | None:
        if not block_id:
            return None
        for column in self._columns:
            place = column.place_of(block_id)
            if place is not None:
                return column, place
        return None


def column_widths(width: int, columns: int) -> list[int]:
    """How wide each of so many columns is: alike, the first ones a cell wider where it does not come out even."""
    if not columns:
        return []
    room = max(0, width - GAP * (columns - 1))
    return [room // columns + (1 if number < room % columns else 0) for number in range(columns)]
