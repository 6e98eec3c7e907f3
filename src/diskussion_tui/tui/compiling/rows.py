"""What the two screens of a compilation share: rows to go through, a line that finds among them, and a line for what is said.

Letters go into the line that finds, so that no word typed here commands anything; a blank opens the menu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on
from textual.containers import Horizontal

from diskussion_tui.base.text import folded
from diskussion_tui.tui import chrome
from diskussion_tui.tui.base_screen import BaseScreen
from diskussion_tui.tui.commands import footer
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.field import Field
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.compiling.page import Laid
    from diskussion_tui.tui.declaring import Footer, Thing

_MENU_KEY = " "


class RowScreen(BaseScreen):
    """Rows under a header. `THING` is what its menu is about, `DOING` its footer."""

    AUTO_FOCUS = "#page"
    THING: ClassVar[Thing]
    DOING: ClassVar[Footer]

    header = getters.query_one("#header", Sheet)
    board = getters.query_one("#page", Board)
    line_row = getters.query_one("#find-row", Horizontal)
    prompt = getters.query_one("#prompt", Sheet)
    line = getters.query_one("#line", Field)
    hint = getters.query_one("#hint", Sheet)
    footer = getters.query_one("#footer", Sheet)

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self.words = words
        self.laid: tuple[Laid, ...] = ()

    def compose(self) -> ComposeResult:
        """Header, rows, the line that finds, what is said, footer."""
        yield from self.too_small()
        yield Sheet(id="header")
        yield Board(id="page")
        with Horizontal(id="find-row"):
            yield Sheet(id="prompt")
            yield Field("", id="line")
        yield Sheet(id="hint")
        yield Sheet(id="footer")

    def on_mount(self) -> None:
        """Show what there is."""
        self.fit(self.app.size)
        self.watch(self.line, "value", self._typed, init=False)
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        if event.size != self.fitted:
            self.fit(event.size)
            self.show()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        self.show()

    def show(self) -> None:
        """Set the rows, and draw everything."""

    # ---- choosing ------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> Laid | None:
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

    async def on_key(self, event: events.Key) -> None:
        """A letter finds the row with it; a blank opens the menu."""
        if event.is_printable and event.character and self.focused is self.board:
            event.stop()
            if event.character == _MENU_KEY:
                self.open_menu(self.THING)
                return
            self._open_line()
            self.line.replace(event.character, *sorted(self.line.selection))

    def on_paste(self, event: events.Paste) -> None:
        """So does a paste."""
        if self.focused is self.board:
            event.stop()
            self._open_line()
            self.line.post_message(events.Paste(event.text))

    def _open_line(self) -> None:
        self.line_row.display = True
        self.prompt.show((((f"{self.words.compiling.find_prompt} › ", "accent"),),))
        self.line.focus()
        self.line.select_all()
        self.show_footer()

    def close_line(self) -> bool:
        """Close the line that finds; False where it is not open."""
        if self.focused is not self.line:
            return False
        self.line_row.display = False
        self.line.value = ""
        self.set_focus(self.board)
        self.say("")
        self.show_footer()
        return True

    def _typed(self) -> None:
        self._find(0)

    @on(Field.Submitted)
    def _on_submitted(self) -> None:
        self._find(1)

    def _find(self, further: int) -> None:
        """Choose the row that holds every word, from the chosen one on, or the one after."""
        words = folded(self.line.value).split()
        if not words:
            return
        rows = [one for one in self.laid if one.id]
        here = next((at for at, one in enumerate(rows) if one.id == self.board.selected), 0)
        order = [*rows[here + further :], *rows[: here + further]]
        found = next((one for one in order if all(word in folded(one.name) for word in words)), None)
        self.say("" if found else self.words.compiling.nothing_found)
        if found:
            self.board.select(found.id)
            self.moved()

    # ---- saying --------------------------------------------------------------------------------------------------

    def refuse(self, why: str) -> None:
        """Say why something cannot be done."""
        self.say(why)

    def say(self, text: str, tone: str = "muted") -> None:
        """Say something in the line above the footer."""
        width = max(10, self.app.size.width - 5)
        self.hint.show(text_rows(text, width, tone)[:1] if text else ((),))

    def show_footer(self) -> None:
        """Draw the keys that matter here."""
        self.footer.show(chrome.footer_rows(footer(self, self.DOING, self.words), self.app.size.width))
