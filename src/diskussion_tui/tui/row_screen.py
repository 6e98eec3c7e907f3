"""A page of rows to go through, one of which is always chosen, and a line for what is said.

A compilation is one, so is what lies behind a number of it, and so are actions that are followed up.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from textual import events, on

from diskussion_tui.base.text import folded
from diskussion_tui.tui.finding_screen import STYLES, FindingScreen
from diskussion_tui.tui.parts.finding import with_marks
from diskussion_tui.tui.widgets.board import Board

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import CSSPathType
    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Block


class Laid(Protocol):
    """A row of a page, of as many lines as it takes. Without an id it cannot be chosen; `name` is what it is found by."""

    @property
    def id(self) -> str:
        """What choosing it means."""

    @property
    def name(self) -> str:
        """What it is found by."""

    def block(self, column: str = "") -> Block:
        """The row as it is drawn, with what stands in a column marked."""


L = TypeVar("L", bound=Laid)
ROW_STYLES = Path(__file__).with_name("row_screen.tcss")


class RowScreen(FindingScreen, Generic[L]):
    """Rows under a header."""

    CSS_PATH: ClassVar[CSSPathType | None] = [STYLES, ROW_STYLES]
    BINDINGS: ClassVar[list[BindingType]] = [
        ("down", "move(1)"),
        ("up", "move(-1)"),
        ("home", "edge(0)"),
        ("end", "edge(1)"),
    ]

    ALWAYS_SAYS = True

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self.words = words
        self.laid: tuple[L, ...] = ()

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        if event.size != self.fitted:
            self.fit(event.size)
            self.show()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        self.show()

    # ---- choosing ------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> L | None:
        """The row that is chosen."""
        return next((one for one in self.laid if one.id and one.id == self.board.selected), None)

    def action_move(self, rows: int) -> None:
        """Up and down, stopping at the ends; where there is nothing to choose, scroll."""
        self.say("")
        if self.board.has_choices:
            self.board.stride(rows)
            self._see_the_edge()
            self.moved()
        else:
            self.board.scroll_lines(rows)

    def action_edge(self, end: int) -> None:
        """The first row or the last."""
        ids = self.board.ids
        if ids:
            self.board.select(ids[-1 if end else 0])
            self._see_the_edge()
            self.moved()

    def _see_the_edge(self) -> None:
        """Have in view what stands above the first row and below the last: nothing there can be chosen."""
        ids = self.board.ids
        if self.board.selected == ids[-1]:
            self.board.scroll_to_end()
        elif self.board.selected == ids[0]:
            self.board.scroll_to_line(0)

    def moved(self) -> None:
        """Another row is chosen."""
        self.show_footer()

    @on(Board.Picked)
    def _on_picked(self, event: Board.Picked) -> None:
        self.board.select(event.id)
        self.moved()

    # ---- finding -------------------------------------------------------------------------------------------------

    @property
    def find_prompt(self) -> str:
        """What the line is called."""
        return self.words.compiling.find_prompt

    def seek(self, words: tuple[str, ...]) -> Sequence[str]:
        """The rows with every word in what they are called."""
        named = ((one.id, folded(one.name)) for one in self.laid if one.id and words)
        return [row for row, name in named if all(word in name for word in words)]

    def nearest(self, spots: Sequence[str]) -> str:
        """The first from the chosen row on."""
        rows = [one.id for one in self.laid]
        here = rows.index(self.board.selected) if self.board.selected in rows else 0
        return next((one for one in spots if rows.index(one) >= here), spots[0])

    def go_to(self, spot: str) -> None:
        """Choose a row."""
        self.board.select(spot)
        self.moved()
        self.show_line()

    def find_nothing(self) -> None:
        """The row that was chosen stays so: one always is."""

    def show_page(self) -> None:
        """Draw the rows, with the words marked that are looked for, and the number that is chosen."""
        here, column = self.board.selected, self.chosen_column
        blocks = [one.block(column if one.id == here else "") for one in self.laid]
        self.board.show((with_marks(blocks, self.sought),))

    @property
    def chosen_column(self) -> str:
        """The column of the number that is chosen."""
        return ""
