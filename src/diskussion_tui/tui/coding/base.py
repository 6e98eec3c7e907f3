"""What the queue and the code book share: a line that finds themes, a board, what was said last, and what is done with a theme."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import getters, on
from textual.containers import Horizontal

from diskussion_tui.tui import chrome
from diskussion_tui.tui.base_screen import BaseScreen
from diskussion_tui.tui.coding import deeds
from diskussion_tui.tui.coding.page import THEME
from diskussion_tui.tui.commands import footer
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.field import Field
from diskussion_tui.tui.widgets.keyed_field import KeyedField
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from diskussion_tui.domain.analysis.codebook import Theme
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.base_screen import Story
    from diskussion_tui.tui.declaring import Footer
    from diskussion_tui.workshop.coding_queue import Queue

MENU_KEY = " "
_MOST = 3
"""Rows that what was said last may take."""


class CodingScreen(BaseScreen):
    """A screen on a coder's desk. Letters go into the line, whatever is chosen; what is not saved is said until it is."""

    CSS_PATH = "coding.tcss"
    AUTO_FOCUS = "#coding-line"
    KEYS: frozenset[str] = frozenset(MENU_KEY)
    FOOTER: Footer

    header = getters.query_one("#coding-header", Sheet)
    board = getters.query_one("#coding-page", Board)
    hint = getters.query_one("#coding-hint", Sheet)
    prompt = getters.query_one("#coding-prompt", Sheet)
    line = getters.query_one("#coding-line", KeyedField)
    footer = getters.query_one("#coding-footer", Sheet)

    def __init__(self, queue: Queue, words: Texts) -> None:
        super().__init__()
        self.queue, self.words = queue, words
        self._said = self.usual_hint

    def compose(self) -> ComposeResult:
        """Header, page, what was said, the line, footer."""
        yield from self.too_small()
        yield Sheet(id="coding-header")
        yield Board(id="coding-page")
        yield Sheet(id="coding-hint")
        with Horizontal(id="coding-row"):
            yield Sheet(id="coding-prompt")
            yield KeyedField(keys=self.KEYS, placeholder=self.words.coding.typed_prompt, id="coding-line")
        yield Sheet(id="coding-footer")

    def on_mount(self) -> None:
        """Show what there is in the first frame, and hear how far saving has come."""
        self.fit(self.app.size)
        self.board.can_focus = False
        self.watch(self.line, "value", self.typed_on, init=False)
        self.prompt.show(((("▸ ", "accent"),),))
        self.queue.desk.told = partial(self.app.call_soon, self.show_hint)
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        if event.size != self.fitted:
            self.fit(event.size)
            self.show()

    def on_screen_resume(self) -> None:
        """What was opened over this may have changed the code book."""
        if self.is_composed:
            self.show()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        self.line.placeholder = words.coding.typed_prompt
        self.show()

    # ---- what is chosen ----------------------------------------------------------------------------------------------

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self.line.value.strip() if self.is_composed else ""

    @property
    def theme(self) -> Theme | None:
        """The theme that is chosen."""
        chosen = self.board.selected if self.is_composed else ""
        found = chosen.removeprefix(THEME) if chosen.startswith(THEME) else self.usual_theme()
        return self.queue.desk.coding.book.theme(found) if found else None

    @property
    def usual_hint(self) -> str:
        """What is said while there is nothing else to say."""
        return ""

    def usual_theme(self) -> str:
        """The theme that is meant where none is chosen."""
        return ""

    def typed_on(self) -> None:
        """Show what is found as one types; the first of it is chosen."""
        self._said = self.usual_hint
        self.show()
        self.board.select(next(iter(self.board.ids), "") if self.typed else "")
        self.board.scroll_to_line(0)

    def action_move(self, lines: int) -> None:
        """Up and down among what can be chosen."""
        if lines < 0 and self.board.selected == next(iter(self.board.ids), ""):
            self.board.select("")
        else:
            self.board.stride(lines)
        self.show_footer()

    @on(Board.Picked)
    def _on_picked(self, event: Board.Picked) -> None:
        self.board.select(event.id)
        self.enter()

    @on(Field.Submitted)
    def _on_submitted(self, event: Field.Submitted) -> None:
        event.stop()
        self.enter()

    def enter(self) -> None:
        """Do what is chosen."""
        raise NotImplementedError

    # ---- what is done ------------------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Say what was done, until the next key."""
        self._said = text
        self.show()

    def refuse(self, why: str) -> None:
        """Say why something cannot be done."""
        self._said = why
        self.show_hint()

    def do_edit_theme(self) -> Story | None:
        """Change the chosen theme."""
        return deeds.edit(self, self.theme) if self.theme else None

    def do_merge_theme(self) -> Story | None:
        """Merge it into another."""
        return deeds.merge(self, self.theme) if self.theme else None

    def do_split_theme(self) -> Story | None:
        """Split it."""
        return deeds.divide(self, self.theme) if self.theme else None

    def do_withdraw_theme(self) -> Story | None:
        """Take it out."""
        return deeds.withdraw(self, self.theme) if self.theme else None

    def do_code_undo(self) -> None:
        """Take back what was done last."""
        said = self.words.coding
        self.say(said.undone if self.queue.undo() else said.nothing_to_undo)

    def do_code_redo(self) -> None:
        """Do it again."""
        said = self.words.coding
        self.say(said.redone if self.queue.redo() else said.nothing_to_redo)

    # ---- showing -----------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Draw everything."""
        raise NotImplementedError

    def show_hint(self) -> None:
        """Draw what was said last; that something is not saved comes before it."""
        if not self.is_composed:
            return
        desk, said = self.queue.desk, self.words.coding
        refused = desk.saving == "refused"
        text = said.not_saved.format(why=self.words.reasons.of(desk.why)) if refused else self._said
        tone = "warning" if refused else "muted"
        self.hint.show(text_rows(text, max(10, self.app.size.width - 4), tone)[:_MOST] if text else ((),))

    def show_footer(self) -> None:
        """Draw the keys that matter here."""
        self.footer.show(chrome.footer_rows(footer(self, self.FOOTER, self.words), self.app.size.width))
