"""A screen with a page to go through and a line that finds in it: a discussion that is read, a comparison, a compilation.

Letters go into the line, so that no word typed here commands anything; a blank opens the menu. How the line opens, what is counted
beside it, how one goes on to the next place and what Esc does first are written here once. Where words stand, and how one comes to
such a place, each screen says itself: a *spot* is whatever it calls a place by.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from textual import events, getters, on
from textual.containers import Horizontal

from diskussion_tui.tui import chrome
from diskussion_tui.tui.base_screen import BaseScreen
from diskussion_tui.tui.commands import footer
from diskussion_tui.tui.parts.found import sought
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.field import Field
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult, CSSPathType
    from textual.binding import BindingType

    from diskussion_tui.tui.declaring import Footer, Thing

STYLES = Path(__file__).with_name("finding.tcss")
"""The styles, for a screen that adds some of its own: it names both."""
_MENU_KEY = " "


class FindingScreen(BaseScreen):
    """A page under a header. `THING` is what its menu is about, `DOING` its footer. `find` is looked for from the beginning."""

    CSS_PATH: ClassVar[CSSPathType | None] = STYLES
    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = [("shift+f3", "find_previous")]
    THING: ClassVar[Thing]
    DOING: ClassVar[Footer]
    ALWAYS_SAYS: ClassVar[bool] = False
    """Whether there is room for what is said while nothing is; else it comes with it, and goes with the next key."""

    header = getters.query_one("#header", Sheet)
    board = getters.query_one("#page", Board)
    line_row = getters.query_one("#find-row", Horizontal)
    prompt = getters.query_one("#prompt", Sheet)
    line = getters.query_one("#line", Field)
    count = getters.query_one("#count", Sheet)
    hint = getters.query_one("#hint", Sheet)
    footer = getters.query_one("#footer", Sheet)

    def __init__(self, find: str = "") -> None:
        super().__init__()
        self._find = find
        self._spots: tuple[Any, ...] = ()

    def compose(self) -> ComposeResult:
        """Header, the page, the line that finds, what is said, footer."""
        yield from self.too_small()
        yield Sheet(id="header")
        yield Board(id="page")
        with Horizontal(id="find-row"):
            yield Sheet(id="prompt")
            yield Field(self._find, id="line")
            yield Sheet(id="count")
        yield Sheet(id="hint")
        yield Sheet(id="footer")

    def on_mount(self) -> None:
        """Show what there is; the line only where something is looked for already."""
        self.fit(self.app.size)
        self.watch(self.line, "value", self._typed, init=False)
        self.show()
        self.line_row.display = bool(self._spots)

    # ---- what a screen says of itself --------------------------------------------------------------------------------

    @property
    def find_prompt(self) -> str:
        """What the line is called."""
        raise NotImplementedError

    @property
    def spot(self) -> object:
        """The spot that is chosen."""
        return self.board.selected

    def seek(self, words: tuple[str, ...]) -> Sequence[object]:
        """The spots where every word stands, in their order; none where no word is looked for."""
        raise NotImplementedError

    def show(self) -> None:
        """Set the page for the room there is, and draw everything."""
        raise NotImplementedError

    def show_page(self) -> None:
        """Draw the page as it is set, with the words marked that are looked for."""
        raise NotImplementedError

    def go_to(self, spot: Any) -> None:  # noqa: ANN401 - whatever a screen calls a place by
        """Choose a spot, and have it in view."""
        self.board.select(spot)
        self.show_line()

    def nearest(self, spots: Sequence[Any]) -> object:
        """The spot to go to first."""
        return spots[0]

    def find_nothing(self) -> None:
        """The words stand nowhere."""
        self.board.select("")

    # ---- finding -----------------------------------------------------------------------------------------------------

    @property
    def sought(self) -> tuple[str, ...]:
        """The words that are looked for."""
        return sought(self.line.value)

    @property
    def hits(self) -> int:
        """In how many places they stand."""
        return len(self._spots)

    @property
    def finding(self) -> bool:
        """Whether the line that finds is open."""
        return self.is_composed and self.focused is self.line

    def on_key(self, event: events.Key) -> None:
        """A letter looks for what begins with it: the line opens by itself. A blank opens the menu."""
        if event.is_printable and event.character and self.focused is self.board:
            event.stop()
            if event.character == _MENU_KEY:
                self.open_menu(self.THING)
                return
            self.do_find()
            self.line.replace(event.character, *sorted(self.line.selection))

    def on_paste(self, event: events.Paste) -> None:
        """So does a paste."""
        if self.focused is self.board:
            event.stop()
            self.do_find()
            self.line.post_message(events.Paste(event.text))

    def do_find(self) -> None:
        """Open the line that finds; what stood in it is selected, so that typing replaces it."""
        self.line_row.display = True
        self.line.focus()
        self.line.select_all()
        self.show_line()

    def do_find_next(self) -> None:
        """Go to the next place where the words stand, after the last to the first."""
        self._go_on(1)

    def action_find_previous(self) -> None:
        """Go to the one before, before the first to the last."""
        self._go_on(-1)

    @on(Field.Submitted)
    def _on_submitted(self) -> None:
        self._go_on(1)

    def close_line(self) -> bool:
        """Close the line that finds; False where it is not open."""
        if not self.finding:
            return False
        self.line_row.display = False
        self.line.value = ""
        self.set_focus(self.board)
        self.show_footer()
        return True

    def look_again(self) -> None:
        """Look for the words on a page that was set anew, and draw it; what is chosen stays so."""
        self._spots = tuple(self.seek(self.sought))
        self.show_page()

    def _typed(self) -> None:
        """Mark what stands in the line, and go to the first place with it that has not been passed."""
        self.look_again()
        if self._spots:
            self.go_to(self.spot if self.spot in self._spots else self.nearest(self._spots))
        elif self.sought:  # what was found before the line was emptied stays chosen
            self.find_nothing()
        self.show_line()

    def _go_on(self, by: int) -> None:
        if self._spots:
            at = self._spots.index(self.spot) + by if self.spot in self._spots else 0
            self.go_to(self._spots[at % len(self._spots)])

    # ---- showing -----------------------------------------------------------------------------------------------------

    def show_line(self) -> None:
        """Draw what the line is called, which of how many places one is at, and the keys that matter here."""
        if not self.ALWAYS_SAYS:
            self.say("")
        said = self.words.reading
        prompt = f"{self.find_prompt} › "
        self.prompt.styles.width = cell_len(prompt) + 1
        self.prompt.show((((prompt, "accent"),),))
        place = self._spots.index(self.spot) + 1 if self.spot in self._spots else 0
        none = said.none_found if self.sought else ""
        told = said.found.format(n=place, of=len(self._spots)) if self._spots else none
        self.count.show((((told, "muted"),),))
        self.show_footer()

    def refuse(self, why: str) -> None:
        """Say why something cannot be done."""
        self.say(why)

    def say(self, text: str, tone: str = "muted") -> None:
        """Say something in the line above the footer."""
        width = max(10, self.app.size.width - 5)
        self.hint.show(text_rows(text, width, tone)[:1] if text else ((),))
        self.hint.display = bool(text) or self.ALWAYS_SAYS

    def show_footer(self) -> None:
        """Draw the keys that matter here."""
        self.footer.show(chrome.footer_rows(footer(self, self.DOING, self.words), self.app.size.width))
