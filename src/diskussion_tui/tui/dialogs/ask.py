"""A question with yes and no. The safe answer is the one that Enter gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from diskussion_tui.tui.dialog_keys import KEYS
from diskussion_tui.tui.dialogs.box import room_in_box
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts


class Ask(ModalScreen[bool]):
    """A yes or no question. The arrows and Tab choose, Enter takes, the first letter answers, Esc is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"left,right,up,down,{KEYS['switch']},shift+tab", "turn", show=False),
        Binding(KEYS["take"], "take", show=False),
        Binding("j,J,y,Y", "answer(True)", show=False),
        Binding(f"n,N,{KEYS['close']}", "answer(False)", show=False),
    ]

    DEFAULT_CSS = """
    Ask { align: center middle; background: $ground 70%; }
    Ask > Vertical { width: 64; max-width: 100%; height: auto; padding: 1 2; background: $row; }
    Ask Sheet { background: $row; }
    """

    def __init__(self, question: str, explained: str, words: Texts, *, safe: bool = False) -> None:
        super().__init__()
        self._question = question
        self._explained = explained
        self._words = words
        self._yes = safe
        self._hint = (words.dialogs.ask_hint, "muted")

    def compose(self) -> ComposeResult:
        """The question and its two answers."""
        with Vertical():
            yield Sheet(id="ask-text")

    def on_mount(self) -> None:
        """Show the question."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Say what can be answered, where something else is."""
        if event.is_printable and event.key != "space" and (event.character or "").lower() not in "jyn":
            self._hint = (self._words.dialogs.answer_first, "warning")
            self._show()

    def on_resize(self) -> None:
        """Set it for the width there is."""
        self._show()

    def action_turn(self) -> None:
        """The other answer."""
        self._yes = not self._yes
        self._show()

    def action_take(self) -> None:
        """Take the chosen answer."""
        self.dismiss(self._yes)

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 - from a binding
        """Answer by letter."""
        self.dismiss(yes)

    def _show(self) -> None:
        words = self._words.dialogs
        answers = (
            (f" {'▸' if self._yes else ' '} {words.yes}  ", "badge-text" if self._yes else "text"),
            ("   ", "text"),
            (f" {' ' if self._yes else '▸'} {words.no}  ", "text" if self._yes else "badge-text"),
        )
        width = room_in_box(self.app.size.width)
        rows = (
            *text_rows(self._question, width, "heading"),
            (),
            *text_rows(self._explained, width),
            (),
            answers,
            (),
            *text_rows(self._hint[0], width, self._hint[1]),
        )
        self.query_one(Sheet).show(rows)
