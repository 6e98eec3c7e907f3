"""What lies behind a number: every note that it counts, to read, to quote, and to open where it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from diskussion_tui.tui import chrome
from diskussion_tui.tui.commands import bindings
from diskussion_tui.tui.compiling import wishes
from diskussion_tui.tui.compiling.page import Laid, record
from diskussion_tui.tui.row_screen import RowScreen
from diskussion_tui.tui.rows import clipped, spread, text_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from diskussion_tui.domain.analysis.compilation_cells import Cell, Ref
    from diskussion_tui.tui.compiling.page import Shown


class Behind(RowScreen[Laid]):
    """The notes behind a number. `quote` chooses or unchooses one as a quote; it gives what is shown after that."""

    PLACES = ("behind",)
    THING = "counted"
    DOING = "behind"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("behind"),
        ("down", "move(1)"),
        ("up", "move(-1)"),
        ("pagedown", "move(5)"),
        ("pageup", "move(-5)"),
        ("home", "edge(0)"),
        ("end", "edge(1)"),
    ]

    def __init__(self, of: Shown, cell: Cell, quote: Callable[[Ref], Shown | None]) -> None:
        super().__init__(of.words)
        self.of, self._cell, self._quote = of, cell, quote

    def show(self) -> None:
        """The number, and what it counts, the oldest first."""
        if not self.is_composed:
            return
        width, said = self.app.size.width, self.words.compiling
        behind = self.of.made.of.behind(self._cell)
        self.laid = tuple(record(self.of, ref, width - 6) for ref in behind)
        self.look_again()
        if self.laid and not self.chosen:
            self.board.select(self.laid[0].id)
        what = clipped((("  ", "text"), (self.of.labels.cell(self._cell), "heading")), width - 12)
        number = ((self.words.cli.grouped(self._cell.value), "heading"),)
        rule = text_rows(said.table(self._cell.table).rule, width - 4, "muted", "  ", "  ")
        rows = (spread(what, number, width - 2), *rule, chrome.rule(width))
        self.header.show(rows)
        self.show_line()

    @property
    def note(self) -> Ref | None:
        """The note that is chosen, None where it is no note."""
        ref = self.chosen.ref if self.chosen else None
        return ref if ref in self.of.made.of.notes else None

    def do_read_counted(self) -> None:
        """Open the discussion where it was said, at the note."""
        if self.chosen and self.chosen.ref:
            ref = self.chosen.ref
            self.post_message(wishes.Read(self.of.made.paths[ref.discussion], ref.record))

    def do_quote_note(self) -> None:
        """Choose the note as a quote, or no longer."""
        if self.note and (now := self._quote(self.note)):
            self.of = now
            self.show()
            quoted = self.note in now.made.kept.quotes
            self.say(self.words.compiling.quoted if quoted else self.words.compiling.unquoted)

    def do_leave_counted(self) -> None:
        """Close the line that finds, else go back to the numbers."""
        if not self.close_line():
            self.dismiss(None)
