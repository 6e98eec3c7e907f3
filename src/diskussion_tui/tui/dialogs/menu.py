"""The menu of what is chosen: a key each, in the lines under the page, so that what it is about stays in view.

Only a key that it names does something, and only once: any other is answered with a word, and the menu stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.screen import ModalScreen

from diskussion_tui.base.value import dataclass
from diskussion_tui.tui.chrome import rule
from diskussion_tui.tui.declaring import key_name
from diskussion_tui.tui.dialog_keys import KEYS
from diskussion_tui.tui.rows import Row, clipped, row_length
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult

    from diskussion_tui.texts.catalogue import Texts

_APART = "   "
_EDGE = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with what it does, and why it cannot be done now; an empty title is not shown, for a key that another names."""

    key: str
    id: str
    title: str = ""
    why_not: str = ""


class Menu(ModalScreen[str]):
    """A line or a few of keys. Answers with the id of what was asked for, empty where it was closed."""

    DEFAULT_CSS = """
    Menu { align: left bottom; }
    Menu > Sheet { width: 100%; height: auto; background: $ground; }
    """

    def __init__(self, entries: Sequence[Entry], words: Texts) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._words = words
        self._said = ""

    def compose(self) -> ComposeResult:
        """The keys."""
        yield Sheet(id="menu-keys")

    def on_mount(self) -> None:
        """There in the first frame, with the page it is about above it."""
        self.styles.background = "transparent"  # inline: that of all screens is the app's
        self._show()

    def on_resize(self) -> None:
        """Set it for the width there is."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Do what a key is for, or say why not."""
        event.stop()
        event.prevent_default()
        if event.key == KEYS["close"]:
            self.dismiss("")
            return
        pressed = event.key if event.key == "space" else (event.character or "").lower()
        entry = next((one for one in self._entries if one.key == pressed), None)
        if entry and not entry.why_not:
            self.dismiss(entry.id)
        elif entry:
            self._say(f"{key_name(entry.key, self._words)} {entry.title}: {entry.why_not}")
        elif event.is_printable:
            self._say(self._words.dialogs.not_in_menu.format(key=event.character))

    def _say(self, text: str) -> None:
        self._said = text
        self._show()

    def _show(self) -> None:
        width, said = self.app.size.width, self._words.dialogs
        can = [self._named(one, "text") for one in self._entries if one.title and not one.why_not]
        cannot = [self._named(one, "muted") for one in self._entries if one.title and one.why_not]
        close: Row = ((said.close_hint, "muted"),)
        rows = list(_set((*can, close), width))
        if self._said:
            rows.append(clipped(((" " * _EDGE, "text"), (self._said, "warning")), width))
        elif cannot:
            rows += _set((((said.not_now, "muted"),), *cannot), width)
        self.query_one(Sheet).show((rule(width), *rows))
        self.app.cursor_position = Offset(_EDGE, self.app.size.height - len(rows))

    def _named(self, one: Entry, tone: str) -> Row:
        return ((f"{key_name(one.key, self._words)} ", tone), (one.title, "muted"))


def _set(parts: Iterable[Row], width: int) -> Iterable[Row]:
    """Parts beside each other, none of them torn, in as many lines as they take."""
    row: Row = ((" " * _EDGE, "text"),)
    for part in parts:
        begun = len(row) > 1
        if begun and row_length((*row, (_APART, "text"), *part)) > width - 1:
            yield row
            row, begun = ((" " * _EDGE, "text"),), False
        row = (*row, *(((_APART, "text"),) if begun else ()), *part)
    yield row
