"""Waiting for a disk that does not answer: says for what and since when, and goes away by itself when it answers.

The program is alive meanwhile: one can leave it, stop waiting, or read what is known of a discussion already. What is typed
waits as well, and is `typed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from diskussion_tui.base.signs import sign_before
from diskussion_tui.base.text import MAX_NOTE
from diskussion_tui.tui.dialog_keys import KEYS
from diskussion_tui.tui.dialogs.box import room_in_box
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts

Answer: TypeAlias = Literal["answered", "stopped", "known"]
"""The disk has answered; whoever waits has stopped waiting; and wants to read what is known."""

TICK = 0.5
"""Seconds between two looks at whether the disk has answered, and at the clock that is shown."""


class Waiting(ModalScreen[Answer]):
    """What is waited for, as `said` says it at the moment. `over` tells when it has come; `can` are the keys that do something."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(KEYS["close"], "stop", show=False),
        Binding(KEYS["known"], "known", show=False),
    ]

    DEFAULT_CSS = """
    Waiting { align: center middle; background: $ground 70%; }
    Waiting > Vertical { width: 64; max-width: 100%; height: auto; padding: 1 2; background: $row; }
    Waiting Sheet { background: $row; }
    """

    def __init__(
        self,
        said: Callable[[], str],
        explained: Sequence[str],
        over: Callable[[], bool],
        words: Texts,
        can: frozenset[Answer] = frozenset(),
    ) -> None:
        super().__init__()
        self._said, self._explained, self._over, self._can = said, explained, over, can
        self._words = words
        self._answered = False
        self.typed = ""

    def compose(self) -> ComposeResult:
        """What is waited for."""
        with Vertical():
            yield Sheet(id="waiting-text")

    def on_mount(self) -> None:
        """Say it, and look again from time to time."""
        self.look()
        self.set_interval(TICK, self.look)

    def look(self) -> None:
        """Go away if the disk has answered, else say for how long it has not."""
        if not self.is_current:
            return
        if self._over():
            self._answer("answered")
            return
        width = room_in_box(self.app.size.width)
        rows = [*text_rows(self._said(), width, "heading"), ()]
        for sentence in self._explained:
            rows += text_rows(sentence, width)
        if self.typed.strip():
            rows += [(), *text_rows(self._words.waiting.typed.format(text=self.typed.strip()), width, "text")]
        self.query_one(Sheet).show(tuple(rows))

    def on_key(self, event: events.Key) -> None:
        """What is typed meanwhile is nobody's yet: it is kept for who comes next, and is no command."""
        if event.is_printable and len(self.typed) < MAX_NOTE:
            event.stop()
            self.typed += event.character or ""
        elif event.key == "backspace":
            self.typed = self.typed[: sign_before(self.typed, len(self.typed))]
        else:
            return
        self.look()

    def action_stop(self) -> None:
        """Wait no longer."""
        if "stopped" in self._can:
            self._answer("stopped")

    def action_known(self) -> None:
        """Read what is known."""
        if "known" in self._can:
            self._answer("known")

    def _answer(self, answer: Answer) -> None:
        if not self._answered:
            self._answered = True
            self.dismiss(answer)
