"""The guided practice on the walk's screen: one small thing to try at a time, told in the line under the header.

It only watches. Whatever key is pressed does what it always does, and the line moves on when the discussion holds what the
exercise asks for (`domain/story/exercises.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.story.exercises import Guide as Exercises
from diskussion_tui.domain.story.exercises import Seen
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.walk.tools.tool import Tool
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.walk.screen import Walk


class Guide(Tool):
    """Guides whoever practises."""

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self._begun_with = walk.session
        self._exercises = Exercises.begin()

    @property
    def is_on(self) -> bool:
        """Whether there is anything to try yet: only in practice."""
        return self.walk.practising and self._exercises.current is not None

    def pass_over(self) -> None:
        """Pass over the exercise."""
        self._exercises = self._exercises.passing()
        self.look_on()

    def look_on(self) -> None:
        """Move on past what has been done."""
        walk = self.walk
        if not (walk.practising and walk.is_composed):
            return
        seen = Seen(self._begun_with, walk.session, walk.step.id, frozenset(walk.used))
        self._exercises = self._exercises.after(seen)
        walk.query_one("#guide", Sheet).show(self._rows())

    def _rows(self) -> tuple[Row, ...]:
        said, width, of = self.walk.words.guide, max(10, self.walk.app.size.width - 5), self._exercises
        if of.current is None:
            return text_rows(said.all_done.on_screen, width, "accent")
        task = getattr(said, of.current.id).on_screen
        return text_rows(task, width, "accent", f"{said.number.format(n=len(of.left), of=of.of)}  ", "  ")
