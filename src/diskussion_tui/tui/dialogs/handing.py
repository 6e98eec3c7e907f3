"""Choosing what to hand out: a list as any other, and below it in whole sentences what the chosen one carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from diskussion_tui.tui.dialogs.box import LOW
from diskussion_tui.tui.dialogs.chooser import Chooser
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.dialogs.chooser import Choice
    from diskussion_tui.tui.widgets.field import Field


class Handing(Chooser):
    """A list with a line to type in. `explained` says of a choice, by its id, what one ought to know before taking it."""

    DEFAULT_CSS = """
    Handing { align: center middle; background: $ground; }
    Handing > Vertical { width: 72; max-width: 100%; height: 100%; max-height: 22; padding: 0 2; }
    Handing #chooser-title { height: 2; }
    Handing #chooser-keys { height: 2; }
    Handing #chooser-explained { height: auto; max-height: 7; margin: 1 0 0 0; }
    Handing Board { margin: 1 0 0 0; height: 1fr; }
    Handing.-low Board, Handing.-low #chooser-explained { margin: 0; }
    """

    def __init__(
        self, title: str, choices: Sequence[Choice], explained: Callable[[str], str], words: Texts
    ) -> None:
        super().__init__(title, choices, words)
        self._explained = explained

    def parts(self, field: Field) -> ComposeResult:
        """The list, and what is explained of it."""
        with Vertical():
            yield Sheet(id="chooser-title")
            yield field
            yield Board(id="chooser-list")
            yield Sheet(id="chooser-explained")
            yield Sheet(id="chooser-keys")

    def action_move(self, lines: int) -> None:
        """Up and down, and what is explained with it."""
        super().action_move(lines)
        self._explain()

    def _show(self) -> None:
        self.set_class(self.app.size.height < LOW, "-low")
        super()._show()
        self._explain()

    def _explain(self) -> None:
        said = self.query_one("#chooser-explained", Sheet)
        chosen = self.selected
        said.show(text_rows(self._explained(chosen), max(10, said.size.width), "muted") if chosen else ())
