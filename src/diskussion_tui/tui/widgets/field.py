"""A one-line field in the program's own ink: names, numbers, filters."""

from __future__ import annotations

from textual import events
from textual.message import Message

from diskussion_tui.base.text import JOINERS, clean_line
from diskussion_tui.tui.toolkit.whole_signs import SignInput


class NothingToPaste(Message):
    """The key that pastes was pressed, and nothing has been copied in here: what the terminal would paste never comes by it."""


class Field(SignInput):
    """Textual's input without its frame and its blinking. What stands in one that is `replaced` goes when something is typed."""

    takes_letters = True
    DEFAULT_CSS = """
    Field {
        height: 1; border: none; padding: 0; color: $ink; background: $row;
        &:focus { border: none; background: $row; background-tint: $row 0%; }
        & > .input--cursor { color: $ground; background: $ink; text-style: none; }
        & > .input--placeholder { color: $muted; }
        & > .input--selection { color: $ground; background: $accent; }
    }
    """

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        max_length: int = 300,
        replaced: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            max_length=max_length,
            select_on_focus=replaced,
            compact=True,
            id=id,
        )
        self.cursor_blink = False

    async def _on_key(self, event: events.Key) -> None:
        """Take the joiners too, which Textual leaves out because they print nothing by themselves."""
        if event.character not in JOINERS:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        self.replace(event.character or "", *sorted(self.selection))

    def action_paste(self) -> None:
        """Put in what was copied in here, as any paste is."""
        copied = self.app.clipboard
        self.post_message(events.Paste(copied) if copied else NothingToPaste())

    def _on_paste(self, event: events.Paste) -> None:
        """Take a paste as one clean line, and of a long one what there is room for."""
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        room = (self.max_length or 0) - len(self.value) + end - start
        self.replace(clean_line(event.text)[: max(0, room)], start, end)
