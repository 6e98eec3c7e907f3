"""The board of a question's notes: the arrows choose a note, and what is typed is passed on, for it is meant to be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from diskussion_tui.tui.commands import bindings
from diskussion_tui.tui.widgets.board import Board

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType


class NotesBoard(Board):
    """A board whose blocks are notes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("notes")

    @dataclass
    class Typed(Message):
        """Something that prints was typed, and no blank."""

        character: str

    class Moved(Message):
        """Another note was chosen with the arrows."""

    class Unmarked(Message):
        """Esc was pressed while notes are marked."""

    class Left(Message):
        """The way down led out of the notes."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.marks = False

    def on_key(self, event: events.Key) -> None:
        """Choose with the arrows; pass on what is typed."""
        if not self.has_choices:
            self._scroll_by_key(event)
            return
        moves = {
            "up": lambda: self.step(-1),
            "left": lambda: self.sidestep(-1),
            "right": lambda: self.sidestep(1),
        }
        if event.key in moves:
            if moves[event.key]():
                self.post_message(self.Moved())
            elif event.key == "up":
                self.scroll_to_line(0)  # what stands above the first one is seen too
        elif event.key == "down":
            self.post_message(self.Moved() if self.step(1) else self.Left())
        elif event.key == "escape" and self.marks:
            self.post_message(self.Unmarked())
        elif event.is_printable and event.key != "space":
            self.post_message(self.Typed(event.character or ""))
        else:
            return
        event.stop()
        event.prevent_default()

    def across(self, x: int) -> tuple[int, int]:
        """The first cell of the column in which a cell stands, and how many cells it has; all where it stands in none."""
        laid = ((left, cells) for _number, _pane, left, cells in self._laid())
        return next(((left, cells) for left, cells in laid if left <= x < left + cells), (0, self.cells))

    def _scroll_by_key(self, event: events.Key) -> None:
        """Where there is nothing to choose the arrows scroll."""
        lines = {"up": -1, "down": 1}.get(event.key)
        if lines is not None:
            self.scroll_lines(lines)
            event.stop()
            event.prevent_default()
