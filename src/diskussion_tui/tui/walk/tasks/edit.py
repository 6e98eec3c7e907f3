"""Other words for a note that is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import changes
from diskussion_tui.tui.walk.tasks.task import Task

if TYPE_CHECKING:
    from diskussion_tui.tui.rows import Row


class EditTask(Task):
    """What is typed becomes the words of a note."""

    def prompt(self) -> Row:
        """That it is edited, with the sign of its kind."""
        note = self.walk.session.note(self.note)
        kind = self.walk.workshop.workbook.kind(note.kind if note else self.walk.place.kind)
        sign, tone = (f"{kind.sign} ", f"badge-{kind.role}") if kind else ("", "badge-accent")
        return ((f" {sign}{self.walk.words.walk.prompt_edit} ", tone), (" ", "text"))

    def opening(self) -> str:
        """What Enter and an emptied line do."""
        return self.walk.words.walk.edit_hint

    def send(self, text: str) -> None:
        """The note has these words now; emptied it is withdrawn. Words that are too long stay in the line."""
        if self.walk.line.fits(text):
            self.walk.change(changes.revise, self.note, text)
            self.walk.line.end_task(self.stash, keep=True)
            self.walk.board.bring_into_view(self.note)

    def walk_away(self) -> None:
        """What has been typed counts, as if it had been sent; an emptied line withdraws nothing in passing."""
        text = self.walk.capture.text
        if text.strip() and self.walk.line.fits(text):
            self.walk.change(changes.revise, self.note, text)
        super().walk_away()

    def turn_kind(self, by: int) -> None:
        """Another kind for the note."""
        note = self.walk.session.note(self.note)
        ids = [kind.id for kind in self.walk.workshop.workbook.kinds]
        if note and note.kind in ids:
            self.walk.change(changes.set_kind, note.id, ids[(ids.index(note.kind) + by) % len(ids)])
            self.walk.show_prompt()
        else:
            super().turn_kind(by)
