"""The capture line: where everything that is said is typed.

A text area that grows with its text. Enter sends, Alt+Enter and Ctrl+J give a new line; in an empty line a kind's own
key picks that kind, and a pasted list comes as a list. What any of it means is for the screen: this posts messages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.actions import SkipAction
from textual.events import Key
from textual.keys import _character_to_key
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.widgets import TextArea

from diskussion_tui.base.text import JOINERS, MAX_NOTE, MOST_PASTED, clean
from diskussion_tui.domain.session.refusals import TooLongError, TooMuchError
from diskussion_tui.tui.digits import together
from diskussion_tui.tui.toolkit.whole_signs_area import SignArea
from diskussion_tui.tui.widgets.field import NothingToPaste

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from rich.text import Text
    from textual.binding import BindingType
    from textual.geometry import Offset, Region
    from textual.strip import Strip

    from diskussion_tui.domain.language.pasting import Pasted
    from diskussion_tui.domain.session.refusals import RefusedError
    from diskussion_tui.tui.toolkit.input_parser import Burst


class Capture(SignArea):
    """One line to type in, several when needed."""

    DEFAULT_CSS = """
    Capture {
        height: auto; max-height: 6; width: 1fr; padding: 0; border: none;
        color: $ink; background: $ground;
        & .text-area--cursor { color: $ground; background: $ink; }
        & .text-area--cursor-line { background: $ground; }
        & .text-area--selection { color: $ground; background: $accent; }
        & .text-area--placeholder { color: $muted; }
        &:focus { border: none; }
        scrollbar-size: 0 0;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("ctrl+d", "screen.do('mask')"),
        ("ctrl+k", "screen.do('numbers')"),
        ("ctrl+a", "screen.do('pause')"),
    ]
    takes_letters = takes_bursts = True

    @dataclass
    class Sent(Message):
        """Enter was pressed."""

        text: str

    @dataclass
    class Listed(Message):
        """A list was pasted: the text as it would stand in the line, and the notes it is."""

        text: str
        pasted: Pasted

    @dataclass
    class Lines(Message):
        """Lines came that are to be sent, as they were pasted or typed; what came of the next stands behind them."""

        pasted: Pasted
        left: str

    @dataclass
    class KindKey(Message):
        """A kind's key was pressed in the empty line."""

        key: str

    class Unpicked(Message):
        """The kind's key just pressed was the sign of a number: a digit followed at once, and both stand in the line."""

    @dataclass
    class Turn(Message):
        """Tab or Shift+Tab: the next or the one before of whatever the question offers."""

        by: int

    class Upward(Message):
        """The up key was pressed in the topmost line."""

    class Downward(Message):
        """The down key was pressed in the last line."""

    @dataclass
    class Refused(Message):
        """More was typed or pasted than a note holds, or than is taken in at once."""

        error: RefusedError

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(
            "", soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True, id=id
        )
        self.cursor_blink = False
        self.kind_keys: frozenset[str] = frozenset()
        self._veil: Callable[[str], str] | None = None
        self.now: Callable[[], dt.datetime] | None = None
        self._picked = ""
        self._picked_at: dt.datetime | None = None
        self._has_inks = False

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - Textual's signature
        """Draw the line alone, with its cursor or without: as in `FixedLayout`, no style depends on the focus."""
        self._line_cache.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Ask the style sheet for the inks anew when the theme changes."""
        self._has_inks = False
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw, without asking the style sheet for all inks at every letter, which takes a third of what the letter does."""
        if self._has_inks:
            return ScrollView.render_lines(self, crop)
        self._has_inks = True
        return super().render_lines(crop)

    def veil(self, veil: Callable[[str], str] | None) -> None:
        """Have what stands in the line shown as `veil` gives it, each line as long as before; None shows it as it is."""
        self._veil = veil
        self._line_cache.clear()
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        """A line as it is to be seen."""
        line = super().get_line(line_index)
        if self._veil:
            line.plain = self._veil(line.plain)
        return line

    def type(self, text: str) -> None:
        """Type a text here, as keys: it means what it means when somebody types it."""
        for character in text:
            self.post_message(Key(_character_to_key(character), character))

    def put(self, text: str) -> None:
        """Put a text in the line, the cursor behind it, with nothing to undo."""
        with self.prevent(TextArea.Changed):  # nobody has typed
            self.load_text(text)
        self.move_cursor(self.document.end)
        self.history.clear()

    def put_in(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of what stands between two characters, as one step that can be undone."""
        before, after = self.text[:start].split("\n"), self.text[:end].split("\n")
        first, last = (len(before) - 1, len(before[-1])), (len(after) - 1, len(after[-1]))
        with self.prevent(TextArea.Changed):  # nobody has typed
            self.replace(text, first, last, maintain_selection_offset=True)

    async def _on_key(self, event: events.Key) -> None:
        picked, self._picked = self._picked, ""
        handler = {
            "enter": self._send,
            "alt+enter": self._newline,
            "ctrl+j": self._newline,
            "tab": lambda: self.post_message(self.Turn(1)),
            "shift+tab": lambda: self.post_message(self.Turn(-1)),
        }.get(event.key)
        if handler is None and not self.text:
            if (event.character or "").lower() in self.kind_keys:
                handler = self._pick((event.character or "").lower())
            elif picked and event.key == "space":
                handler = lambda: self._blank_behind(picked)  # noqa: E731 - as those beside it
            elif picked and (event.character or "").isdecimal() and self._is_soon():
                handler = lambda: self._number(f"{picked}{event.character}")  # noqa: E731
        if handler is None and event.character in JOINERS and len(self.text) < MAX_NOTE:
            handler = self._join(event.character or "")
        if handler is None and len(self.text) >= MAX_NOTE and event.is_printable:
            handler = self._refuse
        if handler is None:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        handler()

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if len(event.text) > MOST_PASTED:
            self.post_message(self.Refused(TooMuchError(len(event.text))))
            return
        from diskussion_tui.domain.language.pasting import pasted

        text = clean(event.text).expandtabs(4).strip("\n")
        notes = None if self.text else pasted(event.text)
        if notes and notes.is_list:
            self.post_message(self.Listed(text, notes))
        elif len(self.text) + len(text) > MAX_NOTE:
            self.post_message(self.Refused(TooLongError(len(self.text) + len(text))))
        else:
            self.replace(text, *self.selection)

    def _on_burst(self, event: Burst) -> None:
        """Send the line that is ended first, then those after it. What is left goes into the line."""
        event.stop()
        from diskussion_tui.domain.language.pasting import pasted

        lines = clean(event.text).split("\n")
        if self.text:
            self.replace(lines.pop(0).expandtabs(4), *self.selection)
            self.post_message(self.Sent(self.text))
        left = lines.pop().expandtabs(4)
        self.post_message(self.Lines(pasted("\n".join(lines)), left))

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Leave upwards from the topmost line."""
        if not select and self.wrapped_document.location_to_offset(self.cursor_location).y == 0:
            self.post_message(self.Upward())
            return
        super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Leave downwards from the last line."""
        last = self.wrapped_document.height - 1
        if not select and self.wrapped_document.location_to_offset(self.cursor_location).y == last:
            self.post_message(self.Downward())
            return
        super().action_cursor_down(select)

    def action_cursor_line_start(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """In an empty line the page is meant, which is the screen's."""
        if not self.text:
            raise SkipAction
        super().action_cursor_line_start(select)

    def action_cursor_line_end(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """In an empty line the page is meant, which is the screen's."""
        if not self.text:
            raise SkipAction
        super().action_cursor_line_end(select)

    def action_cursor_page_down(self) -> None:
        """Walking belongs to the screen."""
        raise SkipAction

    def action_cursor_page_up(self) -> None:
        """Walking belongs to the screen."""
        raise SkipAction

    def action_select_line(self) -> None:
        """F6, which filters, belongs to the screen."""
        raise SkipAction

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:  # noqa: FBT001, FBT002 - Textual's signature
        """Scroll to the cursor.

        When undoing takes lines away, Textual asks for this while the cursor still stands in one of them, which would
        end the program; it asks again once the cursor has been set.
        """
        if self.cursor_location[0] >= self.document.line_count:
            return self.scroll_offset
        return super().scroll_cursor_visible(center, animate)

    def action_select_all(self) -> None:
        """Its one key, F7, is the screen's."""
        raise SkipAction

    def action_undo(self) -> None:
        """Undo typing; in an empty line there is nothing typed, and the screen undoes the last change."""
        if not self.text:
            raise SkipAction
        super().action_undo()

    def action_redo(self) -> None:
        """Redo typing; in an empty line the screen redoes."""
        if not self.text:
            raise SkipAction
        super().action_redo()

    def action_paste(self) -> None:
        """Put in what was copied in here, as any paste is."""
        copied = self.app.clipboard
        self.post_message(events.Paste(copied) if copied else NothingToPaste())

    def action_copy(self) -> None:
        """Copy what is selected; with nothing selected the key is the program's own."""
        if not self.selected_text:
            raise SkipAction
        super().action_copy()

    def _send(self) -> None:
        self.post_message(self.Sent(self.text))

    def _newline(self) -> None:
        self.insert("\n")

    def _join(self, joiner: str):  # noqa: ANN202 - a callback
        return lambda: self.replace(joiner, *self.selection)  # Textual takes only what prints by itself

    def _refuse(self) -> None:
        self.post_message(self.Refused(TooLongError(len(self.text) + 1)))

    def _pick(self, key: str):  # noqa: ANN202 - a callback
        def pick() -> None:
            self._picked, self._picked_at = key, self.now() if self.now else None
            self.post_message(self.KindKey(key))

        return pick

    def _blank_behind(self, picked: str) -> None:
        """A blank behind a sign is part of neither: the kind stays chosen, and the line is empty still."""
        self._picked = picked if picked.endswith(" ") else f"{picked} "

    def _number(self, text: str) -> None:
        """The sign was a minus, a plus or a comparison: it stands in the line with its digit."""
        self.insert(text)
        self.post_message(self.Unpicked())

    def _is_soon(self) -> bool:
        return self.now is None or together(self._picked_at, self.now())
