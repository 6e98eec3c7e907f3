"""Wording the group's own question, the third of each section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.summary import is_worded
from diskussion_tui.tui.walk.tasks.task import Drafted, Task

if TYPE_CHECKING:
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.walk.hints import Hint


class WordingTask(Task):
    """What is typed becomes the question."""

    finds_likeness = False

    def prompt(self) -> Row:
        """That it is the question that is written."""
        return ((f" {self.walk.words.walk.prompt_wording} ", "badge-accent"), (" ", "text"))

    def hint(self) -> Hint:
        """What Enter does."""
        return self.walk.words.walk.wording_hint, "muted"

    def send(self, text: str) -> None:
        """The question has these words now."""
        self._word(text)
        self.walk.line.end_task(self.stash, keep=True)

    def walk_away(self) -> None:
        """What has been typed of the question is kept."""
        if self.walk.capture.text.strip():
            self._word(self.walk.capture.text)
        super().walk_away()

    def drafted(self) -> Drafted:
        """What waits, and the question that is half typed under it; words that it has already wait for nobody."""
        typed = self.walk.capture.text
        fresh = "" if typed == self.walk.session.wording(self.walk.step.id) else typed
        return Drafted("\n".join(text for text in (self.stash, fresh) if text))

    def kept_at_leaving(self) -> str:
        """A first wording stays in the line: it may have been meant as a note."""
        if is_worded(self.walk.session, self.walk.step.id):
            return self.stash
        return "\n".join(text for text in (self.stash, self.walk.capture.text) if text)

    def _word(self, text: str) -> None:
        if question := self.walk.step.question:
            self.walk.change(changes.set_wording, question.id, text)
