"""What the walk hears: every message of its line, its board and its workshop, and to whom each is handed on.

A base of the walk, since Textual looks for whoever hears a message in the classes of the widget that it comes to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from diskussion_tui.tui.session_screen import SessionScreen
from diskussion_tui.tui.widgets.capture import Capture
from diskussion_tui.tui.widgets.notes_board import NotesBoard

if TYPE_CHECKING:
    from textual import events

    from diskussion_tui.tui.walk.choosing import Choosing
    from diskussion_tui.tui.walk.line import Line
    from diskussion_tui.tui.walk.tools.kit import Tools


class Hearing(SessionScreen):
    """What a walk answers to."""

    choosing: Choosing
    line: Line
    tools: Tools

    @on(Capture.Sent)
    def _on_sent(self, event: Capture.Sent) -> None:
        self.line.send(event.text)

    @on(Capture.Listed)
    def _on_listed(self, event: Capture.Listed) -> None:
        self.line.paste_list(event.text, event.pasted)

    @on(Capture.Lines)
    def _on_lines(self, event: Capture.Lines) -> None:
        self.line.send_lines(event.pasted, event.left)

    @on(Capture.Turn)
    def _on_turn(self, event: Capture.Turn) -> None:
        if not (event.by > 0 and self.tools.completion.complete()):
            self.line.task.turn(event.by)

    @on(Capture.Refused)
    def _on_refused(self, event: Capture.Refused) -> None:
        self.explain(event.error)

    @on(Capture.Changed, "#capture")
    def _on_typed(self) -> None:
        self.say("")
        self.tools.filter.look_at_line()
        self.line.typed()
        self.tools.likeness.look()
        self.tools.masking.look_at_line()

    @on(Capture.KindKey)
    def _on_kind_key(self, event: Capture.KindKey) -> None:
        if self.line.notes:
            self.line.notes.pick_by_key(self._kind_of(event.key))

    @on(Capture.Unpicked)
    def _on_unpicked(self) -> None:
        if self.line.notes:
            self.line.notes.unpick()

    @on(Capture.Upward)
    def _on_upward(self) -> None:
        self.choosing.go_up()

    @on(Capture.Downward)
    def _on_downward(self) -> None:
        self.choosing.go_down()

    @on(NotesBoard.Moved)
    def _on_moved(self) -> None:
        self.choosing.moved()

    @on(NotesBoard.Left)
    def _on_left(self) -> None:
        self.choosing.left()

    @on(NotesBoard.Picked)
    def _on_picked(self, event: NotesBoard.Picked) -> None:
        self.choosing.picked(event.id)

    @on(NotesBoard.Typed)
    def _on_typed_among_notes(self, event: NotesBoard.Typed) -> None:
        self.choosing.typed(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted while a note is chosen, or nothing has the cursor, is meant for the line."""
        event.stop()
        self.choosing.paste(event.text)

    @on(NotesBoard.Unmarked)
    def _on_unmarked(self) -> None:
        self.tools.merging.mark(())

    def _kind_of(self, key: str) -> str:
        return next(kind.id for kind in self.workshop.workbook.kinds if kind.key.lower() == key)
