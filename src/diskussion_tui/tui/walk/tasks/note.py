"""Taking down notes: what the line is for on every question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import list_items
from diskussion_tui.domain.session.refusals import RefusedError
from diskussion_tui.tui.dialogs.ask import Ask
from diskussion_tui.tui.rows import clipped
from diskussion_tui.tui.walk.tasks.task import Drafted, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.workbook.workbook import Kind
    from diskussion_tui.tui.rows import Row

_ASK_FROM = 4
"""From how many lines on a pasted list is asked about first."""
_TABLE_NAME = 12
"""How many cells of a table's name stand before the line."""


class NoteTask(Task):
    """What is typed becomes a note under the question in view."""

    usual = True
    takes_lists = True
    _kind_before = ""

    def prompt(self) -> Row:
        """The kind being written into, and the table that speaks."""
        kind = self.walk.workshop.workbook.kind(self.walk.place.kind)
        row = badge(kind) if kind else ((f" {self.walk.words.walk.prompt_note} ", "accent"),)
        if self.walk.line.group and self.walk.takes_notes:
            row = (*row, *clipped(((self.walk.line.group, "muted"),), _TABLE_NAME), (" ", "text"))
        return row

    def send(self, text: str) -> None:
        """A note; an empty line stays empty."""
        if text.strip():
            self.take_down([text])
        else:
            self.walk.capture.put("")

    def take_down(self, texts: Sequence[str]) -> bool:
        """Put notes under the question in view; the line is emptied once they are taken in. Whether they were."""
        walk, question = self.walk, self.walk.step.question
        if question is None:
            return False
        try:
            change = walk.workshop.add_notes(question.id, list(texts), walk.place.kind, group=walk.line.group)
        except RefusedError as error:
            walk.explain(error)
            return False
        walk.workshop.timing.go_on()
        walk.capture.put("")
        walk.line.keep_draft()
        walk.say("")
        if change:
            walk.board.bring_into_view(change.versions[-1].id)
        return True

    async def paste(self, text: str) -> None:
        """A pasted list becomes a note a line; one that is longer than a few only once that is meant."""
        items = list(list_items(text))
        words = self.walk.words
        said = words.dialogs
        meant = len(items) < _ASK_FROM or await self.walk.ask(
            Ask(said.paste_question(len(items)), said.paste_explained, words, safe=True)
        )
        if not meant:
            if self.walk.line.fits(text):
                self.walk.capture.put(text)
        elif self.take_down(items):
            self.walk.tools.masking.tell_of_pasted(items)

    def pick_by_key(self, kind: str) -> None:
        """A kind's own key in the empty line."""
        self._kind_before = self.walk.place.kind
        self.walk.line.pick(kind)

    def unpick(self) -> None:
        """The key was a bullet out of habit: the kind is what it was."""
        self.walk.line.pick(self._kind_before)

    def leave(self) -> None:
        """There is nothing to leave: Esc ends the big picture, or takes off the filter."""
        if self.walk.big:
            self.walk.toggle_big()
        elif self.walk.filtered:
            self.walk.tools.filter.take_off()

    def walk_away(self) -> None:
        """What is half typed walks along."""

    def drafted(self) -> Drafted:
        """What is half typed."""
        return Drafted(self.walk.capture.text)


def badge(kind: Kind) -> Row:
    """A kind as it stands before the line."""
    return ((f" {kind.sign} {kind.label} ", f"badge-{kind.role}"), (" ", "text"))
