"""The screen on which discussions are compared: an overview, then question by question, with a line that finds.

It shows what was read when it was opened and writes nothing. Enter opens the page on which a discussion is read, at the note.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events, getters, on
from textual.containers import Horizontal

from diskussion_tui.tui import chrome
from diskussion_tui.tui.base_screen import BaseScreen
from diskussion_tui.tui.commands import bindings, footer
from diskussion_tui.tui.comparing.page import QUESTION, page_of, pages_in
from diskussion_tui.tui.parts.found import sought, with_words_marked
from diskussion_tui.tui.rows import Block, Row, spread
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.field import Field
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.comparing.page import Held
    from diskussion_tui.tui.view import Page

_MENU_KEY = " "


class Comparing(BaseScreen):
    """Discussions side by side. `read_at` opens a discussion's page at a note."""

    CSS_PATH = "comparing.tcss"
    PLACES = ("comparing",)
    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("comparing"),
        ("down", "move(1)"),
        ("up", "move(-1)"),
        ("right", "across(1)"),
        ("left", "across(-1)"),
        ("home", "to(0)"),
        ("end", "to(-1)"),
        ("shift+f3", "do('find_previous')"),
    ]

    header = getters.query_one("#header", Sheet)
    board = getters.query_one("#page", Board)
    line_row = getters.query_one("#find-row", Horizontal)
    prompt = getters.query_one("#prompt", Sheet)
    line = getters.query_one("#line", Field)
    count = getters.query_one("#count", Sheet)
    footer = getters.query_one("#footer", Sheet)

    def __init__(self, of: Held, read_at: Callable[[Path, str], None]) -> None:
        super().__init__()
        self.words, self.of = of.words, of
        self._read_at = read_at
        self.number = 0
        self._hits: list[tuple[int, str]] = []

    def compose(self) -> ComposeResult:
        """Header, the page, the line that finds, footer."""
        yield from self.too_small()
        yield Sheet(id="header")
        yield Board(id="page")
        with Horizontal(id="find-row"):
            yield Sheet(id="prompt")
            yield Field(id="line")
            yield Sheet(id="count")
        yield Sheet(id="footer")

    def on_mount(self) -> None:
        """Show the overview."""
        self.fit(self.app.size)
        self.watch(self.line, "value", self._typed, init=False)
        self.line_row.display = False
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is; what is chosen stays so."""
        if event.size != self.fitted:
            self.fit(event.size)
            self._show()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words, self.of = words, replace(self.of, words=words)
        self._show()

    # ---- where one is --------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> str:
        """The id of what is chosen, empty where nothing is."""
        return self.board.selected if self.is_composed else ""

    def action_move(self, lines: int) -> None:
        """Choose the next note or question; where there is none further, scroll."""
        if not self.board.step(lines):
            self.board.scroll_lines(lines)
        self._show_footer()

    def action_across(self, columns: int) -> None:
        """Choose a note of the side beside; where the sides stand below each other, go to another question."""
        if not self.board.sidestep(columns) and self._is_one_column:
            self._go(self.number + columns)
        self._show_footer()

    def action_to(self, end: int) -> None:
        """To the overview, or to the last question."""
        self._go(end % pages_in(self.of))

    def do_next_question(self) -> None:
        """The next question."""
        self._go(self.number + 1)

    def do_previous_question(self) -> None:
        """The one before."""
        self._go(self.number - 1)

    async def do_jump(self) -> None:
        """Choose a question to go to."""
        from diskussion_tui.tui.dialogs.chooser import Choice, Chooser

        said = self.words
        texts = {one.id: one.text or one.heading for one in self.of.comparison.frame.asked}
        offered = [Choice("0", said.comparing.overview, titled=True)]
        offered += [
            Choice(str(number), f"{one.id.replace('.', ' ')}  {texts.get(one.id, '')}")
            for number, one in enumerate(self.of.comparison.questions, 1)
        ]
        if chosen := await self.ask(Chooser(said.dialogs.jump_title, offered, said)):
            self._go(int(chosen))

    def do_read_note(self) -> None:
        """Read the chosen note where it was said; in the overview go to the question."""
        chosen = self.chosen
        if chosen.startswith(QUESTION):
            self._go(1 + [one.id for one in self.of.comparison.questions].index(chosen[1:]))
        elif found := self.of.note_id(chosen):
            side, note_id = found
            note = next(one for one in self.of.comparison.sides[side].said if one.id == note_id)
            if path := self.of.files.get((side, note.discussion.id)):
                self._read_at(path, note_id)

    def do_leave_comparing(self) -> None:
        """Close the line, else go back to where one came from."""
        if self.focused is self.line:
            self.line_row.display = False
            self.line.value = ""
            self.set_focus(self.board)
            self._show_footer()
        else:
            self.dismiss(None)

    def do_help(self) -> None:
        """Every key that works here."""
        from diskussion_tui.tui.help import help_rows

        words, places = self.words, self.PLACES
        self.read(words.dialogs.help_title, lambda width: help_rows(words, None, width, places), "help")

    def _go(self, number: int, chosen: str = "") -> None:
        number = max(0, min(number, pages_in(self.of) - 1))
        if number != self.number:
            self.number = number
            self.board.select("")
            self._show()
            self.board.start_over()
            self.board.scroll_to_line(0)
        if chosen:
            self.board.select(chosen)
        self._show_line()

    @on(Board.Picked)
    def _on_picked(self, event: Board.Picked) -> None:
        if self.board.selected == event.id:
            self.action_do("read_note")
        else:
            self.board.select(event.id)
            self._show_footer()

    # ---- finding -------------------------------------------------------------------------------------------------

    async def on_key(self, event: events.Key) -> None:
        """A letter looks for what begins with it: the line opens by itself. A blank opens the menu."""
        if event.is_printable and event.character and self.focused is self.board:
            event.stop()
            if event.character == _MENU_KEY:
                self.open_menu("compared")
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
        """Open the line that finds."""
        self.line_row.display = True
        self.line.focus()
        self.line.select_all()
        self._show_line()

    def do_find_next(self) -> None:
        """Go to the next note in which the words stand, in whichever question."""
        self._go_on(1)

    def do_find_previous(self) -> None:
        """Go to the one before."""
        self._go_on(-1)

    @on(Field.Submitted)
    def _on_submitted(self) -> None:
        self._go_on(1)

    @property
    def hits(self) -> int:
        """In how many notes the words in the line stand."""
        return len(self._hits)

    @property
    def finding(self) -> bool:
        """Whether the line that finds is open."""
        return self.is_composed and self.focused is self.line

    def _typed(self) -> None:
        """Find in every question, and go to the first note from here on."""
        words = sought(self.line.value)
        self._hits = self._found(words) if words else []
        here = (self.number, self.chosen)
        ahead = (
            here if here in self._hits else next((hit for hit in self._hits if hit[0] >= self.number), None)
        )
        self._show()
        if self._hits:
            self._go(*(ahead or self._hits[0]))
        else:
            if words:  # what was found before the line was emptied stays chosen, to be read
                self.board.select("")
            self._show_line()

    def _found(self, words: tuple[str, ...]) -> list[tuple[int, str]]:
        from diskussion_tui.tui.parts.finding import found_in

        found: list[tuple[int, str]] = []
        for number in range(1, pages_in(self.of)):
            for column in self._page(number).columns:
                found += [(number, one) for one in found_in(_blocks(column), words)]
        return found

    def _go_on(self, by: int) -> None:
        if self._hits:
            here = (self.number, self.chosen)
            at = self._hits.index(here) + by if here in self._hits else 0
            self._go(*self._hits[at % len(self._hits)])

    # ---- showing -------------------------------------------------------------------------------------------------

    def _page(self, number: int) -> Page:
        return page_of(self.of, number, self.app.size.width - 4)

    @property
    def _is_one_column(self) -> bool:
        return len(self._page(self.number).columns) == 1

    def _show(self) -> None:
        if not self.is_composed:
            return
        page, words = self._page(self.number), sought(self.line.value)
        columns = [[_marked(block, words) for block in _blocks(column)] for column in page.columns]
        self.board.show(columns, page.lead, page.heads, page.widths)
        width, said = self.app.size.width, self.words.comparing
        names = " · ".join(side.name for side in self.of.comparison.sides)
        left: Row = ((f"{said.title}  ·  ", "heading"), (names, "text"))
        told = (
            said.question_of.format(n=self.number, of=pages_in(self.of) - 1) if self.number else said.overview
        )
        told = f"{said.versions} · {told}" if self.of.versions else told
        self.header.show(((("  ", "text"), *spread(left, ((told, "muted"),), width - 4)), chrome.rule(width)))
        self._show_line()

    def _show_line(self) -> None:
        said = self.words.reading
        prompt = f"{self.words.comparing.find_prompt} › "
        self.prompt.styles.width = cell_len(prompt) + 1
        self.prompt.show((((prompt, "accent"),),))
        here = (self.number, self.chosen)
        place = self._hits.index(here) + 1 if here in self._hits else 0
        none = said.none_found if sought(self.line.value) else ""
        told = said.found.format(n=place, of=len(self._hits)) if self._hits else none
        self.count.show((((told, "muted"),),))
        self._show_footer()

    def _show_footer(self) -> None:
        self.footer.show(chrome.footer_rows(footer(self, "comparing", self.words), self.app.size.width))


def _blocks(column: object) -> list[Block]:
    """The blocks of a column; those of a page here all stand as they are."""
    return list(column) if isinstance(column, tuple) else []


def _marked(block: Block, words: tuple[str, ...]) -> Block:
    if not (block.id and words):
        return block
    return Block(tuple(with_words_marked(row, words) for row in block.rows), block.id)
