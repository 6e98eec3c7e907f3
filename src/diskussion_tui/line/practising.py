"""The guided practice at the prompt: one small thing to try at a time, said when the one before it has been done.

It only listens, as on the walk's screen: whatever is typed does what it always does, and what counts is what the discussion now
holds (`domain/story/exercises.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.domain.story.exercises import Guide, Seen
from diskussion_tui.line.numbering import usage
from diskussion_tui.line.refusals import NotDoneError

if TYPE_CHECKING:
    from diskussion_tui.line.evening import Evening
    from diskussion_tui.texts.catalogue.guide import Task


class Practice:
    """How far somebody has come. Begins with the discussion as it is."""

    def __init__(self, evening: Evening) -> None:
        self._evening = evening
        self._begun_with = evening.session
        self._guide = Guide.begin()

    def say(self) -> None:
        """Say what to try now."""
        said, current = self._evening.words.guide, self._guide.current
        if current is None:
            self._evening.speech.say(said.all_done.at_prompt)
            return
        task: Task = getattr(said, current.id)
        left = said.number.format(n=len(self._guide.left), of=self._guide.of)
        self._evening.speech.say(f"{left}. {task.at_prompt}")

    def look_on(self) -> None:
        """Say what to try next, once something has been tried."""
        at, before = self._evening, self._guide
        self._guide = before.after(Seen(self._begun_with, at.session, at.step.id, frozenset(at.used)))
        if self._guide.left != before.left:
            self.say()

    def pass_over(self) -> None:
        """Leave the exercise out."""
        self._guide = self._guide.passing()
        self.say()


def exercise(evening: Evening, text: str) -> None:
    """The exercise once more, or the next one instead."""
    if evening.practice is None:
        raise NotDoneError(evening.words.guide.only_in_practice.at_prompt)
    if not text:
        evening.practice.say()
    elif folded(text) == folded(evening.words.line.exercise_next):
        evening.practice.pass_over()
    else:
        raise usage(evening, "exercise")
