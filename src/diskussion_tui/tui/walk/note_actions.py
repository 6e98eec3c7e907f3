"""What is done with a note that is chosen: edit, withdraw, show of hands, star, kind, move, and back."""

from __future__ import annotations

from textual import on

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.conclusions import conclusion
from diskussion_tui.domain.session.records import BY_HAND, Note
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.digits import Digits
from diskussion_tui.tui.walk.stage import Stage
from diskussion_tui.tui.widgets.capture import Capture
from diskussion_tui.tui.widgets.notes_board import NotesBoard


class NoteActions(Stage):
    """The part of the walk that works on the chosen note."""

    _hands: Digits | None = None
    _at: tuple[bool, bool] = (False, False)

    @on(Capture.Upward)
    def _on_upward(self) -> None:
        if self.board.has_choices and self.concludes:
            self.to_notes()
            made = [one for one in self.board.ids if conclusion(self.workshop.session, one)]
            self.board.select(made[-1] if made else self.board.ids[0])
            self._show_chosen()
        elif self.board.has_choices:
            self.to_notes()
            kinds = [kind.id for kind in self.workshop.workbook.kinds]
            column = kinds.index(self.kind) if self.kind else 0
            notes = [note for note in self._notes_here() if not self.kind or note.kind == kinds[column]]
            self.board.select(notes[-1].id if notes else self.board.ids[-1])
            self._show_chosen()

    @on(NotesBoard.Moved)
    def _on_moved(self) -> None:
        """Say what can be done with the note, where that is more or less than with the one before."""
        if (self.at_rivals, self.at_merged) != self._at or self.step.role == "end":
            self._show_chosen()

    def _show_chosen(self) -> None:
        self._at = (self.at_rivals, self.at_merged)
        self._show_footer()
        self.show_hint()

    @on(NotesBoard.Left)
    def _on_left(self) -> None:
        if not self.writes:
            self.board.scroll_lines(1)  # there is no line to go back to, but more to read
            return
        self.action_back_to_writing()

    @on(NotesBoard.Picked)
    def _on_picked(self, event: NotesBoard.Picked) -> None:
        if self.writes:
            self.to_notes()
            self.board.select(event.id)
            self._show_chosen()

    @on(NotesBoard.Hands)
    def _on_hands(self, event: NotesBoard.Hands) -> None:
        note = self._chosen()
        if note is None:
            return
        self._hands = self._hands or Digits()
        number = self._hands.number(note.id, event.digit, self.workshop.now(), changes.MAX_SUPPORTERS)
        self.change(changes.support, note.id, number)
        self.say(self.words.terms.supporters(number))

    def action_back_to_writing(self) -> None:
        """Back to the capture line."""
        self.board.select("")
        if self.writes:
            self.to_line()
        self._show_chosen()

    def action_edit_note(self) -> None:
        """Put the chosen note in the capture line."""
        if note := self._chosen():
            self.begin_edit(note.id)
            self._show_footer()

    def action_withdraw_note(self) -> None:
        """Put the chosen note in the bin; the one below it is chosen next."""
        note = self._chosen()
        if note is None:
            return
        if not (self.board.step(1) or self.board.step(-1)):
            self.board.select("")
        if self.change(changes.withdraw, note.id):
            self.say(self.words.walk.withdrawn)
        if not self.board.selected:
            self.action_back_to_writing()

    def action_star_note(self) -> None:
        """Set or take off the star."""
        if note := self._chosen():
            self.change(changes.toggle_star, note.id)

    def action_kind_note(self) -> None:
        """Give the chosen note the next kind."""
        note = self._chosen()
        kinds = [kind.id for kind in self.workshop.workbook.kinds]
        if note and note.kind in kinds:
            self.change(changes.set_kind, note.id, kinds[(kinds.index(note.kind) + 1) % len(kinds)])
            self.board.bring_into_view(note.id)

    def action_move_note(self) -> None:
        """Move the chosen note to another question."""
        note = self._chosen()
        if note is None:
            return
        steps = [step for step in self.workshop.steps if step.question and step.id != note.question]
        chooser = Chooser(self.words.dialogs.move_title, [self.choice(step) for step in steps], self.words)
        self.app.push_screen(chooser, lambda chosen: self._move(note, chosen or ""))

    def action_versions_note(self) -> None:
        """Choose between the versions of a note, of two writers or from before."""
        note, said = self._chosen(), self.words.walk
        if note is None:
            return
        found = self.workshop.session.versions[note.table, note.id]
        if len(found) == 1:
            self.say(said.versions_one)
            return
        choices = [self._version(version) for version in reversed(found) if isinstance(version, Note)]
        chooser = Chooser(self.words.dialogs.versions_title, choices, self.words)
        self.app.push_screen(chooser, lambda chosen: self._settle(note, chosen or ""))

    def _version(self, version: Note) -> Choice:
        """A version as something to choose: its words, and what became of it, who wrote it and when."""
        said = self.words.walk
        by = {self.workshop.writer: said.version_yours, BY_HAND: said.version_by_hand}
        now = self.workshop.session.note(version.id) == version
        marks = [
            said.version_now if now else "",
            said.version_gone if version.gone else "",
            self.words.merging.version_merged if version.merged_into else "",
        ]
        beside = [
            *filter(None, marks),
            by.get(version.writer, version.writer),
            f"{version.at:%Y-%m-%d %H:%M}",
        ]
        return Choice(f"{version.rev}.{version.change}", version.text, " · ".join(beside), whole=True)

    def _settle(self, note: Note, chosen: str) -> None:
        for version in self.workshop.session.versions[note.table, note.id]:
            if isinstance(version, Note) and f"{version.rev}.{version.change}" == chosen:
                if self.change(changes.settle, version):
                    self._show_chosen()
                    self.say(self.words.walk.version_chosen)
                return

    def _move(self, note: Note, question_id: str) -> None:
        question = self.workshop.workbook.question(question_id)
        if question is None:
            return
        kinds = self.workshop.workbook.kinds
        kind = (note.kind or kinds[0].id) if question.asks == "kinds" else ""
        if self.change(changes.move, note.id, question_id, kind):
            self.say(self.words.walk.moved.format(step=question_id))
        if not self.board.selected:
            self.action_back_to_writing()

    def _chosen(self) -> Note | None:
        return (
            self.workshop.session.note(self.board.selected) if self.board.selected and self.writes else None
        )

    def _notes_here(self) -> tuple[Note, ...]:
        return self.view(0).notes_of(self.step.id)
