"""The board: one or more columns of blocks under a lead that stays, drawn line by line however many there are.

Notes, past discussions, choices and pages to read are all shown on this one widget. It draws only the lines in view
(Textual's line API), so that a key press costs the same with 10 blocks and with 10,000. A block with an id can be
selected, which is shown by a sign and not by colour alone; what it means is for the screen to say.

Each column is scrolled by itself (`pane.py`), and what stands above the columns is drawn here too. Textual's scroll bars are
widgets, and so would the lead be: one that comes, goes or grows has the whole screen laid out again, and a step of the walk
was painted twice.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from diskussion_tui.tui.columns import GAP, even
from diskussion_tui.tui.rows import marked, strip_of
from diskussion_tui.tui.widgets.column import column_of
from diskussion_tui.tui.widgets.heads import heads_beside, heads_over
from diskussion_tui.tui.widgets.inked import Inked
from diskussion_tui.tui.widgets.pane import Running, pane_of, where_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual import events

    from diskussion_tui.tui.rows import Block, Row
    from diskussion_tui.tui.widgets.column import LazyColumn, Stack
    from diskussion_tui.tui.widgets.heads import Head
    from diskussion_tui.tui.widgets.pane import Pane

_BAR = 1
"""The last cells of a line, kept free for the mark that shows how far one has scrolled."""
_WHEEL = 3
"""Lines that a notch of the mouse's wheel moves."""


class Board(Inked, can_focus=True, inherit_bindings=False):
    """Columns of blocks with at most one of them selected. Its keys are the screen's to give.

    `front` is the column that is scrolled by keys: that of what is selected, else the one that was asked for. Where the columns
    are too many to stand beside each other it is the only one in view.
    """

    DEFAULT_CSS = "Board { height: 1fr; width: 1fr; overflow: hidden; }"

    @dataclass(eq=False, repr=False)
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
        self._panes: tuple[Pane, ...] = ()
        self._lead: tuple[Row, ...] = ()
        self._heads: tuple[Head, ...] = ()
        self._widths: tuple[int, ...] = ()
        self._usual = self.front = self._fitted = 0
        self.selected = ""

    def show(
        self,
        columns: Sequence[Sequence[Block] | LazyColumn | Stack],
        lead: tuple[Row, ...] = (),
        heads: tuple[Head, ...] = (),
        widths: tuple[int, ...] = (),
        front: int = 0,
    ) -> None:
        """Draw these columns under the lead; the selection stays where its block still is, and each is scrolled as it was.

        They stand beside each other, `widths` cells wide, with `heads` over them. With heads and no widths only the one in
        front is in view, which is `front` until something in another is asked for.
        """
        seen, in_view = self._picture(), self._in_view(self.selected)
        before, drawn = self._panes, [pane.column for pane in self._panes]
        self._panes = tuple(pane_of(column_of(one, drawn)) for one in columns)
        if len(before) == len(self._panes):
            for old, new in zip(before, self._panes, strict=True):
                new.take_up(old)
        self._lead, self._heads, self._widths = lead, heads, widths
        if front != self._usual or self.front >= len(self._panes):
            self._usual = self.front = front
        if self.selected:
            where = where_in(self._panes, self.selected)
            self.selected, self.front = (self.selected, where[0]) if where else ("", self.front)
        self._fit()
        if in_view and self.selected:
            self._bring(self.selected)
        self._repaint_since(seen)

    # ---- what there is -------------------------------------------------------------------------------------------

    @property
    def cells(self) -> int:
        """How wide the columns are together."""
        return max(0, self.content_size.width - _BAR)

    @property
    def room(self) -> int:
        """How many lines of the columns are seen at once."""
        return max(0, self.content_size.height - self._above)

    @property
    def ids(self) -> list[str]:
        """The ids of the blocks that can be selected, column by column."""
        return [block_id for pane in self._panes for block_id in pane.column.ids]

    def holds(self, block_id: str) -> bool:
        """Whether there is a block with an id."""
        return where_in(self._panes, block_id) is not None

    @property
    def has_choices(self) -> bool:
        """Whether there is anything that can be selected."""
        return any(pane.column.selectable() for pane in self._panes)

    # ---- choosing ------------------------------------------------------------------------------------------------

    def select(self, block_id: str, *, scroll: bool = True) -> None:
        """Select a block, or none with an empty id."""
        before, self.selected = self.selected, block_id
        self._repaint(before)
        self._repaint(block_id)
        if scroll and block_id:
            self.bring_into_view(block_id)
        elif not block_id:
            self._have_in_front(self._usual)

    def bring_into_view(self, block_id: str) -> None:
        """Scroll its column, as little as needed, so that a block is seen whole; a column that is out of view comes into it."""
        if where := where_in(self._panes, block_id):
            self._have_in_front(where[0])
            seen = self._picture()
            self._bring(block_id)
            self._repaint_since(seen)

    def step(self, lines: int) -> bool:
        """Select the block `lines` further down its column (up where negative); False where there is none."""
        where = where_in(self._panes, self.selected)
        if where is None:
            return self._select_edge(lines)
        number, place = where
        column = self._panes[number].column
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
        where = where_in(self._panes, self.selected)
        if where is None:
            return False
        number, place = where
        top = self._panes[number].span(place)[0]
        number += columns
        while 0 <= number < len(self._panes):
            pane = self._panes[number]
            if pane.column.selectable():
                near = [
                    (abs(y - top), one.id)
                    for y in range(self.room)
                    if (one := pane.at(y)) and one.id and one.first
                ]
                if near:
                    self.select(min(near, key=lambda one: one[0])[1])
                return bool(near)
            number += columns
        return False

    # ---- scrolling -----------------------------------------------------------------------------------------------

    @property
    def at_begin(self) -> bool:
        """Whether there is nothing above what is in view of the column in front."""
        return not self._panes or self._panes[self.front].at_begin

    @property
    def at_end(self) -> bool:
        """Whether there is nothing below what is in view of the column in front."""
        return not self._panes or self._panes[self.front].at_end

    @property
    def top(self) -> int:
        """The line seen first of a page; of notes, which have no lines before they are seen, always the first."""
        pane = self._panes[self.front] if self._panes else None
        return pane.top if isinstance(pane, Running) else 0

    def scroll_to_line(self, line: int) -> None:
        """Have a line of a page as the first one in view, or as near to that as there are lines."""
        self.scroll_lines(line - self.top)

    def scroll_lines(self, lines: int) -> None:
        """Scroll the column in front so many lines down (up where negative)."""
        self._scroll(lambda pane: pane.scroll(lines))

    def scroll_pages(self, pages: int) -> None:
        """Scroll the column in front so many pages down (up where negative)."""
        self._scroll(lambda pane: pane.turn(pages))

    def turn_last(self, pages: int) -> None:
        """Scroll the last column, which is only read, so many pages down (up where negative); beyond its end it begins anew."""
        last = len(self._panes) - 1
        pane = self._panes[last]
        beyond = pane.at_end if pages > 0 else pane.at_begin
        if self._tabbed and (beyond or self.front != last):
            self._have_in_front(self._usual if self.front == last else last)
            return
        again = pane.begin if pages > 0 else pane.end
        self._scroll(lambda one: again() if beyond else one.turn(pages), pane)

    def scroll_to_end(self) -> None:
        """Have the end of the column in front in view."""
        self._scroll(lambda pane: pane.end())

    def start_over(self) -> None:
        """Be scrolled as one finds it that comes here: pages at their beginning, notes at the latest of them."""
        seen = self._picture()
        self._have_in_front(self._usual)
        for pane in self._panes:
            pane.start_over()
        self._fit()
        self._repaint_since(seen)

    # ---- drawing -------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """A line of the lead, the headings, or one of every column side by side."""
        self._fit_to_size()
        if y < len(self._lead):
            return strip_of(self._lead[y], self.inks, self.cells + _BAR)
        if y < self._above:
            return strip_of(self._heads_row(), self.inks, self.cells + _BAR)
        y -= self._above
        strips: list[Strip] = []
        for _number, pane, left, cells in self._laid():
            if strips:
                strips.append(Strip.blank(GAP, self.inks["text"]))
            found = pane.at(y)
            if found is None:
                strips.append(Strip.blank(cells, self.inks["text"]))
                continue
            chosen = bool(found.id) and found.id == self.selected
            if chosen and found.first and self.has_focus:  # screen readers follow the terminal's own cursor
                self.app.cursor_position = self.content_region.offset + Offset(left, self._above + y)
            shown = marked(found.row) if chosen and found.first else found.row
            strips.append(strip_of(shown, self.chosen if chosen else self.inks, cells))
        joined = Strip.join(strips) if strips else Strip.blank(0)
        joined = joined.adjust_cell_length(self.cells, self.inks["text"])
        return Strip.join((joined, strip_of(self._bar(y), self.inks, _BAR)))

    def on_click(self, event: events.Click) -> None:
        """Say which block was clicked."""
        offset = event.get_content_offset(self)
        pane = self._under(offset.x) if offset and offset.y >= self._above else None
        found = pane.at(offset.y - self._above) if offset and pane else None
        if found and found.id:
            self.post_message(self.Picked(self, found.id))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the column under the pointer down."""
        self._wheel(event, _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the column under the pointer up."""
        self._wheel(event, -_WHEEL)

    def _wheel(self, event: events.MouseEvent, by: int) -> None:
        event.stop()
        if pane := self._under(event.x):
            self._scroll(lambda one: one.scroll(by), pane)

    # ---- where things are ----------------------------------------------------------------------------------------

    @property
    def _above(self) -> int:
        """How many lines stand above the columns."""
        return len(self._lead) + bool(self._heads)

    @property
    def _tabbed(self) -> bool:
        """Whether only the column in front is in view."""
        return bool(self._heads and not self._widths)

    def _laid(self) -> Iterator[tuple[int, Pane, int, int]]:
        """The columns in view: the number of each, the column, its first cell and how many it has."""
        if self._tabbed:
            yield self.front, self._panes[self.front], 0, self.cells
            return
        count, left = len(self._panes), 0
        widths = self._widths or even(max(0, self.cells - GAP * (count - 1)), count)
        for number, (pane, cells) in enumerate(zip(self._panes, widths, strict=True)):
            yield number, pane, left, cells
            left += cells + GAP

    def _in_view(self, block_id: str) -> bool:
        """Whether something of a block is seen, as the board was last fitted: it may have been made smaller since."""
        where = where_in(self._panes, block_id)
        first, last = self._panes[where[0]].span(where[1]) if where else (0, 0)
        return max(0, first) < min(self._fitted, last)

    def _under(self, x: int) -> Pane | None:
        return next((pane for _number, pane, left, cells in self._laid() if left <= x < left + cells), None)

    def _heads_row(self) -> Row:
        if self._tabbed:
            return heads_beside(self._heads, self.front, self.cells)
        return heads_over(self._heads, self._widths)

    def _bar(self, y: int) -> Row:
        """The mark beside a line: a bar where what is in view stands in all there is, nothing where all is in view."""
        return (("▕", "muted"),) if any(y in pane.mark for pane in self._panes[:1]) else ()

    def _fit(self) -> None:
        self._fitted = self.room
        for pane in self._panes:
            pane.fit(self.room)

    def _fit_to_size(self) -> None:
        """See no further than there are lines, whenever the board was made larger or smaller; what is selected stays in view."""
        if self._fitted != self.room:
            in_view = self._in_view(self.selected)
            self._fit()
            if in_view:
                self._bring(self.selected)

    def _scroll(self, how: Callable[[Pane], None], pane: Pane | None = None) -> None:
        """Scroll a column, that in front unless another is given, and paint what is different then."""
        if self._panes:
            seen = self._picture()
            how(pane or self._panes[self.front])
            self._repaint_since(seen)

    def _bring(self, block_id: str) -> None:
        if where := where_in(self._panes, block_id):
            self._panes[where[0]].bring(where[1])

    def _have_in_front(self, column: int) -> None:
        """Have keys scroll a column; where only one is in view, that one."""
        before, self.front = self.front, max(0, min(column, len(self._panes) - 1))
        if self.front != before and self._tabbed:
            self.refresh()

    # ---- painting ------------------------------------------------------------------------------------------------

    def _picture(self) -> list[object]:
        """What stands on each line, to see afterwards which are different."""
        self._fit_to_size()
        heads = [self._heads_row()] if self._heads and self._panes else []
        rows = [
            (tuple(pane.at(y) for _number, pane, *_ in self._laid()), self._bar(y)) for y in range(self.room)
        ]
        return [self.cells, self._widths, *self._lead, *heads, *rows] if self._panes else []

    def _repaint_since(self, before: list[object]) -> None:
        """Paint the lines anew that are different, and nothing else: over a slow line each costs its cells."""
        now = self._picture()
        if len(now) != len(before) or now[:2] != before[:2]:
            self.refresh()
            return
        for y, (row, old) in enumerate(zip(now[2:], before[2:], strict=True)):
            if row != old:
                self.refresh(Region(0, y, self.content_size.width, 1))

    def _repaint(self, block_id: str) -> None:
        """Paint the lines of one block anew."""
        if where := where_in(self._panes, block_id):
            for number, pane, left, cells in self._laid():
                first, last = pane.span(where[1]) if number == where[0] else (0, 0)
                first, last = max(0, first), min(self.room, last)
                if first < last:
                    self.refresh(Region(left, self._above + first, cells, last - first))

    def _select_edge(self, lines: int) -> bool:
        for pane in self._panes:
            if choices := pane.column.selectable():
                self.select(pane.column.id_at(choices[0] if lines > 0 else choices[-1]))
                return True
        return False
