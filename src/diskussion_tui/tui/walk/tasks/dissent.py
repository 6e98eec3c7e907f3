"""Writing down what somebody says who does not agree with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.refusals import RefusedError
from diskussion_tui.tui.walk.tasks.task import Drafted, Task

if TYPE_CHECKING:
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.walk.hints import Hint


_TAKES_OFF = "!"


class DissentTask(Task):
    """What is typed becomes a note's dissenting opinion."""

    turns = False

    def prompt(self) -> Row:
        """That it is a dissenting opinion."""
        return ((f" ! {self.walk.words.rounds.prompt_dissent} ", "badge-warning"), (" ", "text"))

    def hint(self) -> Hint:
        """What Enter and the sign do."""
        return self.walk.words.rounds.dissent_hint, "muted"

    def send(self, text: str) -> None:
        """Keep what was written, and go back to the note; the sign of the mark by itself takes the mark off."""
        if text.strip() == _TAKES_OFF:
            self._take_off()
            return
        try:
            changed = self.walk.workshop.do(changes.word_dissent, self.note, text)
        except RefusedError as error:
            self.walk.explain(error)
            return
        self.leave()
        if changed:
            self.walk.say(self.walk.words.rounds.dissent_saved)

    def turn(self, by: int) -> None:
        """There is nothing to turn."""

    def _take_off(self) -> None:
        """All agree again."""
        self.leave()
        if self.walk.change(changes.toggle_dissent, self.note):
            self.walk.say(self.walk.words.rounds.dissent_off)

    def leave(self) -> None:
        """Back among the notes, with the mark as it is."""
        self.walk.line.end_task(self.stash, keep=True)
        if self.walk.board.holds(self.note):
            self.walk.choosing.choose(self.note)

    def walk_away(self) -> None:
        """What has been written of it is kept."""
        if self.walk.capture.text.strip():
            self.walk.change(changes.word_dissent, self.note, self.walk.capture.text)
        super().walk_away()

    def drafted(self) -> Drafted:
        """The opinion that is half typed, and that it is one."""
        return super().drafted()._replace(task="avvikande")
