"""Since last time: the group's open actions on the start page, and names completed from what was used before.

Earlier discussions are read in a worker, so that neither the first frame nor a key waits for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from diskussion_tui.domain.language.tags import half_typed
from diskussion_tui.domain.session import conclusions
from diskussion_tui.tui.walk.pages.conclusions import EARLIER
from diskussion_tui.tui.walk.parking import Parking
from diskussion_tui.workshop.earlier import actions_before

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.open_actions import Action


class LastTime(Parking):
    """The part of the walk that knows what was said before."""

    @dataclass
    class Remembered(Message):
        """What is still open since last time."""

        actions: tuple[Action, ...]

    def on_mount(self) -> None:
        """Look into the group's earlier discussions."""
        if not self.practising:
            self._remember()

    @work(thread=True, exclusive=True, group="last-time")
    def _remember(self) -> None:
        found = actions_before(self.workshop.path.parent, self.workshop.shelter, self.workshop.session.head)
        self.post_message(self.Remembered(found))

    @on(Remembered)
    def _on_remembered(self, message: Remembered) -> None:
        self.earlier = message.actions
        if self.earlier and self.step.role == "start":
            self.show_page()

    # ---- on the start page -------------------------------------------------------------------------------------------

    @property
    def _earlier_chosen(self) -> Action | None:
        wanted = self.board.selected.removeprefix(EARLIER)
        if not self.board.selected.startswith(EARLIER):
            return None
        return next((one for one in self.earlier if one.action.id == wanted), None)

    def action_edit_note(self) -> None:
        """Take an action of last time along, or let it go again; else edit what is chosen."""
        earlier, said = self._earlier_chosen, self.words.conclusions
        if earlier is None:
            super().action_edit_note()
        elif (here := conclusions.conclusion(self.workshop.session, earlier.action.id)) and not here.done:
            if self.change(conclusions.withdraw_conclusion, here.id):
                self.say(said.let_go)
        elif self.change(conclusions.follow_up, earlier.action, done=False):
            self.say(said.followed)

    def action_star_note(self) -> None:
        """Note that an action of last time is done, or that it is not after all; else star what is chosen."""
        earlier, said = self._earlier_chosen, self.words.conclusions
        if earlier is None:
            super().action_star_note()
            return
        here = conclusions.conclusion(self.workshop.session, earlier.action.id)
        done = not (here and here.done)
        if self.change(conclusions.follow_up, earlier.action, done=done):
            self.say(said.followed_done if done else said.marked_open)

    # ---- completing --------------------------------------------------------------------------------------------------

    def complete(self) -> bool:
        """Put the rest of the offered tag or owner in the line; False where none is offered."""
        mark = self.offered
        half = half_typed(self._before_cursor())
        if not mark or half is None:
            return False
        row, column = self.capture.cursor_location
        self.capture.replace(mark, (row, column - len(half.typed) - 1), (row, column))
        return True

    def _before_cursor(self) -> str:
        row, column = self.capture.cursor_location
        return self.capture.document.get_line(row)[:column]
