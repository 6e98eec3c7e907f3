"""An area to write a text of several lines in: what an analyst says of a compilation.

Enter gives a new line, so being done is a key of its own. A text that has been changed is not thrown away by one key: the first
says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen

from diskussion_tui.base.text import clean
from diskussion_tui.tui.chrome import rule
from diskussion_tui.tui.dialog_keys import KEYS
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.toolkit.whole_signs_area import SignArea
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts

LONGEST = 20_000
"""So many characters a text may have."""
_INNER = 66


class _Area(SignArea):
    """The area itself, in the program's inks."""

    def __init__(self, text: str) -> None:
        super().__init__(
            text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True, id="writing"
        )
        self.cursor_blink = False

    async def _on_paste(self, event: events.Paste) -> None:
        """Take a paste clean, and of a long one what there is room for."""
        event.stop()
        event.prevent_default()
        room = LONGEST - len(self.text) + len(self.selected_text)
        self.replace(clean(event.text).expandtabs(4)[: max(0, room)], *self.selection)

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and len(self.text) >= LONGEST and not self.selected_text:
            event.stop()
            event.prevent_default()
            return
        await super()._on_key(event)


class Writing(ModalScreen["str | None"]):
    """A text under a title and what it is for. Answers the text, None where it was left as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        (KEYS["close"], "leave"),
        (KEYS["done"], "done"),
    ]
    DEFAULT_CSS = """
    Writing { align: center middle; background: $ground; }
    Writing > Vertical { width: 72; max-width: 100%; height: 1fr; max-height: 24; padding: 0 2; }
    Writing Sheet { height: auto; }
    Writing #writing-label { margin: 0 0 1 0; }
    Writing #writing {
        height: 1fr; border: none; padding: 0; color: $ink; background: $row;
        & .text-area--cursor { color: $ground; background: $ink; }
        & .text-area--cursor-line { background: $row; }
        & .text-area--selection { color: $ground; background: $accent; }
        &:focus { border: none; }
        scrollbar-size: 0 0;
    }
    """

    def __init__(self, title: str, label: str, text: str, words: Texts) -> None:
        super().__init__()
        self._title, self._label, self._text, self._words = title, label, text, words
        self._warned = False

    def compose(self) -> ComposeResult:
        """Title, what it is for, the text, keys."""
        with Vertical():
            yield Sheet(id="writing-title")
            yield Sheet(id="writing-label")
            yield _Area(self._text)
            yield Sheet(id="writing-keys")

    def on_mount(self) -> None:
        """Go on writing behind what stands there."""
        self.query_one("#writing-title", Sheet).show((((self._title, "heading"),), rule(_INNER)))
        self.query_one("#writing-label", Sheet).show(text_rows(self._label, _INNER, "muted"))
        self._tell(self._words.dialogs.writing_hint, "muted")
        area = self._area
        area.move_cursor(area.document.end)
        area.focus()

    @property
    def _area(self) -> _Area:
        return self.query_one("#writing", _Area)

    def _tell(self, text: str, tone: str) -> None:
        self.query_one("#writing-keys", Sheet).show((rule(_INNER), *text_rows(text, _INNER, tone)))

    def on_text_area_changed(self) -> None:
        """Once one goes on writing, leaving is asked about again."""
        if self._warned:
            self._warned = False
            self._tell(self._words.dialogs.writing_hint, "muted")

    def action_done(self) -> None:
        """Answer with the text."""
        self.dismiss(self._area.text)

    def action_leave(self) -> None:
        """Leave the text as it was; where it has been changed, only if that is wanted again."""
        if self._area.text == self._text or self._warned:
            self.dismiss(None)
            return
        self._warned = True
        self._tell(self._words.dialogs.writing_changed, "warning")
