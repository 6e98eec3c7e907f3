"""Pages to read: compass, background, the picture, cues, help. They scroll with the arrows and close with Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.screen import ModalScreen

from diskussion_tui.tui.chrome import rule
from diskussion_tui.tui.dialog_keys import KEYS
from diskussion_tui.tui.rows import Block
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Row


class Reader(ModalScreen[str]):
    """A titled text that scrolls. `set_rows` sets it for a width in cells; `keys` are the keys that opened it, which close it too.

    Where words can be written under it, what is typed closes it, and is the answer; else the answer is empty. What is pasted
    closes it too, and is in `pasted`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"{KEYS['close']},enter", "close", show=False),
        Binding(KEYS["down"], "scroll(1)", show=False),
        Binding(KEYS["up"], "scroll(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(1)", show=False),
    ]

    DEFAULT_CSS = """
    Reader { background: $ground; padding: 0; }
    Reader #reader-text { padding: 0 2; }
    Reader #reader-title, Reader #reader-keys { height: 2; }
    """

    def __init__(
        self,
        title: str,
        set_rows: Callable[[int], tuple[Row, ...]],
        words: Texts,
        keys: Sequence[str] = (),
        *,
        written_under: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self._set_rows = set_rows
        self._words = words
        self._keys = keys
        self._written_under = written_under
        self._width = 0
        self.pasted = ""

    def compose(self) -> ComposeResult:
        """Title, text, keys: there in the first frame."""
        yield Sheet(id="reader-title")
        yield Board(id="reader-text")
        yield Sheet(id="reader-keys")

    def on_mount(self) -> None:
        """Read at once: the arrows scroll."""
        self._set(self.app.size.width)
        self.set_focus(self.query_one(Board))

    def on_resize(self, event: events.Resize) -> None:
        """Set the text for the width there is."""
        if event.size.width != self._width:
            self._set(event.size.width)

    def _set(self, width: int) -> None:
        self._width = width
        self.query_one("#reader-title", Sheet).show(((("  ", "text"), (self._title, "heading")), rule(width)))
        self._say(f"{self._words.dialogs.scroll_hint}   {self._words.dialogs.close_hint}")
        self.query_one("#reader-text", Board).show(((Block(self._set_rows(max(20, width - 5))),),))

    def _say(self, text: str) -> None:
        self.query_one("#reader-keys", Sheet).show((rule(self._width), ((f"  {text}", "muted"),)))

    def on_key(self, event: events.Key) -> None:
        """The key that opened the page closes it again, and so does what is typed; where nothing can be, that is said."""
        if event.key in self._keys:
            event.stop()
            self.dismiss("")
        elif event.is_printable and event.key != "space":
            event.stop()
            if self._written_under:
                self.dismiss(event.character or "")
            else:
                self._say(self._words.dialogs.only_read)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted closes it as well."""
        event.stop()
        if self._written_under:
            self.pasted = event.text
            self.dismiss("")
        else:
            self._say(self._words.dialogs.only_read)

    def action_close(self) -> None:
        """Close."""
        self.dismiss("")

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(Board).scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self.query_one(Board).scroll_pages(pages)

    def action_edge(self, end: int) -> None:
        """Go to the top or the end."""
        board = self.query_one(Board)
        if end:
            board.scroll_to_end()
        else:
            board.scroll_to_line(0)
