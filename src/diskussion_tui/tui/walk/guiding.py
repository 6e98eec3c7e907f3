"""The guided practice on the walk's screen: one small thing to try at a time, told in the line under the header.

It only watches. Whatever key is pressed does what it always does, and the line moves on when the discussion holds what the
exercise asks for (`domain/story/exercises.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.story.exercises import Guide, Seen
from diskussion_tui.tui.commands import COMMANDS
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.walk.stage import Stage
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual import events

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.tui.rows import Row


class Guiding(Stage):
    """The part of the walk that guides whoever practises."""

    _guide: Guide | None = None
    _begun_with: Session | None = None

    def on_mount(self) -> None:
        """Begin with the first exercise, in practice."""
        if self.practising:
            self._guide, self._begun_with = Guide.begin(), self.workshop.session

    def show_all(self) -> None:
        """Draw everything, the exercise too."""
        super().show_all()
        self._look_on()

    def _on_workshop(self) -> None:
        super()._on_workshop()
        self._look_on()

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Something that was opened over the walk is closed again."""
        self._look_on()

    def action_next_exercise(self) -> None:
        """Pass over the exercise."""
        if self._guide and self._guide.current:
            self._guide = self._guide.passing()
            self._look_on()
        else:
            self.say(self.words.guide.only_in_practice)

    def _look_on(self) -> None:
        """Move on past what has been done."""
        if self._guide is None or self._begun_with is None or not self.is_composed:
            return
        seen = Seen(self._begun_with, self.workshop.session, self.step.id, frozenset(self.used))
        self._guide = self._guide.after(seen)
        self.query_one("#guide", Sheet).show(self._exercise_rows(self._guide))

    def _exercise_rows(self, guide: Guide) -> tuple[Row, ...]:
        said, width = self.words.guide, max(10, self.app.size.width - 5)
        if guide.current is None:
            return text_rows(said.all_done, width, "accent")
        keys = {command.id: command.shown_key(self.words) for command in COMMANDS}
        task = getattr(said, guide.current.id).format_map(keys)
        return text_rows(task, width, "accent", f"{said.number.format(n=guide.number, of=guide.of)}  ", "  ")
