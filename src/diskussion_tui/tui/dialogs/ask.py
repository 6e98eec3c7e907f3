"""A question with yes and no. The safe answer is the one that Enter gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from diskussion_tui.tui.dialog_keys import KEYS
from diskussion_tui.tui.dialogs.box import room_in_box
from diskussion_tui.tui.dialogs.reply import Reply
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts


_ANSWERS = dict.fromkeys(("j", "ja", "y", "yes"), True) | dict.fromkeys(("n", "nej", "no"), False)
"""In either language, whichever is chosen: hands know one of them."""


class Ask(ModalScreen[bool]):
    """A yes or no question. The arrows, Tab and the first letter choose, Enter takes, Esc is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"left,right,up,down,{KEYS['switch']},shift+tab", "turn", show=False),
        Binding(KEYS["take"], "take", show=False),
        Binding(KEYS["close"], "leave", show=False),
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
        self._safe = self._yes = safe
        self._reply = Reply(_ANSWERS)

    def compose(self) -> ComposeResult:
        """The question and its two answers."""
        with Vertical():
            yield Sheet(id="ask-text")

    def on_mount(self) -> None:
        """Show the question."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """An answer that is typed is chosen; what is no answer is answered with what can be."""
        if self._reply.hears(event):
            event.stop()
            event.prevent_default()
            self._yes = self._reply.chosen(self._safe)
            self._show()

    def on_resize(self) -> None:
        """Set it for the width there is."""
        self._show()

    def action_turn(self) -> None:
        """The other answer."""
        self._reply.forget()
        self._yes = not self._yes
        self._show()

    def action_take(self) -> None:
        """Take the chosen answer; what was typed and is none was meant for somebody else."""
        if self._reply.is_none:
            return
        self.dismiss(self._yes)

    def action_leave(self) -> None:
        """No."""
        self.dismiss(False)  # noqa: FBT003 - an answer

    def _show(self) -> None:
        words = self._words.dialogs
        answers = (
            (f" {'▸' if self._yes else ' '} {words.yes}  ", "badge-text" if self._yes else "text"),
            ("   ", "text"),
            (f" {' ' if self._yes else '▸'} {words.no}  ", "text" if self._yes else "badge-text"),
        )
        hint = (words.answer_first, "warning") if self._reply.is_none else (words.ask_hint, "muted")
        width = room_in_box(self.app.size.width)
        rows = (
            *text_rows(self._question, width, "heading"),
            (),
            *text_rows(self._explained, width),
            (),
            answers,
            (),
            *text_rows(hint[0], width, hint[1]),
        )
        self.query_one(Sheet).show(rows)
