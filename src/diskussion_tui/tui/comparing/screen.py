"""The screen on which discussions are compared: an overview, then question by question, with a line that finds.

It shows what was read when it was opened and writes nothing. Enter opens the page on which a discussion is read, at the note.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on

from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.tui import chrome
from diskussion_tui.tui.commands import bindings
from diskussion_tui.tui.comparing.page import QUESTION, page_of, pages_in
from diskussion_tui.tui.finding_screen import FindingScreen
from diskussion_tui.tui.parts.finding import found_in, with_marks
from diskussion_tui.tui.rows import Block, Row, spread
from diskussion_tui.tui.widgets.board import Board

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.comparing.page import Held
    from diskussion_tui.tui.view import Page


class Comparing(FindingScreen):
    """Discussions side by side. `read_at` opens a discussion's page at a note."""

    PLACES = ("comparing",)
    THING = "compared"
    DOING = "comparing"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("comparing"),
        ("down", "move(1)"),
        ("up", "move(-1)"),
        ("right", "across(1)"),
        ("left", "across(-1)"),
        ("home", "to(0)"),
        ("end", "to(-1)"),
    ]

    def __init__(self, of: Held, read_at: Callable[[Path, str], None]) -> None:
        super().__init__()
        self.words, self.of = of.words, of
        self._read_at = read_at
        self.number = 0

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is; what is chosen stays so."""
        if event.size != self.fitted:
            self.fit(event.size)
            self.show()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words, self.of = words, replace(self.of, words=words)
        self.show()

    # ---- where one is --------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> str:
        """The id of what is chosen, empty where nothing is."""
        return self.board.selected if self.is_composed else ""

    def action_move(self, lines: int) -> None:
        """Choose the next note or question; where there is none further, scroll."""
        if not self.board.step(lines):
            self.board.scroll_lines(lines)
        self.show_footer()

    def action_across(self, columns: int) -> None:
        """Choose a note of the side beside; where the sides stand below each other, go to another question."""
        if not self.board.sidestep(columns) and self._is_one_column:
            self._go(self.number + columns)
        self.show_footer()

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
            Choice(str(number), f"{called(one.id)}  {texts.get(one.id, '')}")
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
        if not self.close_line():
            self.dismiss(None)

    def _go(self, number: int, chosen: str = "") -> None:
        number = max(0, min(number, pages_in(self.of) - 1))
        if number != self.number:
            self.number = number
            self.board.select("")
            self.show()
            self.board.start_over()
            self.board.scroll_to_line(0)
        if chosen:
            self.board.select(chosen)
        self.show_line()

    @on(Board.Picked)
    def _on_picked(self, event: Board.Picked) -> None:
        if self.board.selected == event.id:
            self.action_do("read_note")
        else:
            self.board.select(event.id)
            self.show_footer()

    # ---- finding -------------------------------------------------------------------------------------------------

    @property
    def find_prompt(self) -> str:
        """What the line is called."""
        return self.words.comparing.find_prompt

    @property
    def spot(self) -> tuple[int, str]:
        """The question one is at, and what is chosen there."""
        return self.number, self.chosen

    def seek(self, words: tuple[str, ...]) -> Sequence[tuple[int, str]]:
        """The notes with every word, in whichever question."""
        if not words:
            return ()
        pages = ((number, self._page(number)) for number in range(1, pages_in(self.of)))
        found = (
            (number, found_in(_blocks(column), words)) for number, page in pages for column in page.columns
        )
        return [(number, one) for number, ids in found for one in ids]

    def nearest(self, spots: Sequence[tuple[int, str]]) -> tuple[int, str]:
        """The first note from the question one is at on."""
        return next((one for one in spots if one[0] >= self.number), spots[0])

    def go_to(self, spot: tuple[int, str]) -> None:
        """Go to the question of a note, and choose it."""
        self._go(*spot)

    # ---- showing -------------------------------------------------------------------------------------------------

    def _page(self, number: int) -> Page:
        return page_of(self.of, number, self.app.size.width - 4)

    @property
    def _is_one_column(self) -> bool:
        return len(self._page(self.number).columns) == 1

    def show(self) -> None:
        """Set the question one is at for the room there is, and draw everything."""
        if not self.is_composed:
            return
        self.show_page()
        width, said = self.app.size.width, self.words.comparing
        names = " · ".join(side.name for side in self.of.comparison.sides)
        left: Row = ((f"{said.title}  ·  ", "heading"), (names, "text"))
        told = (
            said.question_of.format(n=self.number, of=pages_in(self.of) - 1) if self.number else said.overview
        )
        told = f"{said.versions} · {told}" if self.of.versions else told
        self.header.show(((("  ", "text"), *spread(left, ((told, "muted"),), width - 4)), chrome.rule(width)))
        self.show_line()

    def show_page(self) -> None:
        """Draw the question one is at, with the words marked that are looked for."""
        page = self._page(self.number)
        columns = [with_marks(_blocks(column), self.sought) for column in page.columns]
        self.board.show(columns, page.lead, page.heads, page.widths)


def _blocks(column: object) -> list[Block]:
    """The blocks of a column; those of a page here all stand as they are."""
    return list(column) if isinstance(column, tuple) else []
