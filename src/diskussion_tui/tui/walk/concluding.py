"""Drawing conclusions: written in the summary's line or made from notes, then reworded, sorted, placed and done.

A conclusion that is made from notes is there, with its links, before its words are polished: a crash in between takes
nothing away. Which sort, section, owner and day it has is told back while it is typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import conclusions
from diskussion_tui.domain.session.conclusions import SORTS, Read
from diskussion_tui.domain.workbook.steps import step_named
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.walk.note_actions import NoteActions
from diskussion_tui.tui.walk.scene import Doing

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Conclusion, Note

_WHOLE = "-"
"""Stands for the whole in a list to choose from, where an empty answer means that nothing was chosen."""


class Concluding(NoteActions):
    """The part of the walk that works on conclusions."""

    @property
    def concluding(self) -> bool:
        """Whether Enter in the line writes or rewords a conclusion."""
        return self.doing.does == "conclusion" or (self.concludes and self.doing.does == "note")

    def send_conclusion(self, typed: str) -> None:
        """Take down what was typed: a new conclusion, or other words for one."""
        sections = self.workshop.workbook.sections
        ids = [section.id for section in sections]
        if self.doing.does == "conclusion":
            if self._fits(typed):
                self.change(conclusions.conclude_again, self.doing.note, typed, ids)
                self._end_task()
            return
        said = conclusions.read(typed, self.sort, ids, self.workshop.now().date())
        if not said.text.strip():
            self.capture.put("")
        elif self._fits(said.text) and (
            change := self.change(conclusions.conclude, self.workshop.ids.new(), self.sort, said)
        ):
            self.capture.put("")
            self.keep_draft()
            self.say("")
            self.board.bring_into_view(change.versions[-1].id)

    def turn_sort(self, by: int) -> None:
        """Another sort: for what is being written, or of the conclusion that is being reworded."""
        kind = SORTS[(SORTS.index(self.sort) + by) % len(SORTS)]
        if self.doing.does == "conclusion":
            self.change(conclusions.sort_conclusion, self.doing.note, kind)
        else:
            self._kind = kind
        self.keep_draft()
        self.show_page()
        self._show_prompt()
        self.show_hint()

    def begin_edit(self, note_id: str, text: str = "") -> None:
        """Put a conclusion, or a note, in the capture line."""
        one = conclusions.conclusion(self.workshop.session, note_id)
        if one is None or not self.writes:
            super().begin_edit(note_id, text)
            return
        self.doing = Doing("conclusion", one.id, self.capture.text)
        self.capture.put(text or one.text)
        self.to_line()
        self.show_all()
        self.say(self.words.conclusions.edit_hint)

    def action_conclude_note(self) -> None:
        """Make a conclusion of the marked notes, or of the chosen one, and put its words in the line."""
        notes = self._marked_or_chosen()
        if not notes:
            return
        section = conclusions.section_of(self.workshop.steps, notes)
        said = Read(section, "\n".join(note.text for note in notes))
        ids = [note.id for note in notes]
        if change := self.change(conclusions.conclude, self.workshop.ids.new(), "slutsats", said, ids):
            self.marked = ()
            self.begin_edit(change.versions[-1].id)
            self.say(self.words.conclusions.made(len(notes)))

    def _marked_or_chosen(self) -> list[Note]:
        if not self.writes:
            return []
        marked = [note for note in map(self.workshop.session.note, self.marked) if note and note.in_force]
        chosen = self._chosen()
        return marked or ([chosen] if chosen else [])

    # ---- the conclusion that is chosen -----------------------------------------------------------------------------

    @property
    def chosen_conclusion(self) -> Conclusion | None:
        """The conclusion that is chosen, where it can be worked on."""
        return conclusions.conclusion(self.workshop.session, self.board.selected) if self.writes else None

    def action_edit_note(self) -> None:
        """Put the chosen conclusion, or note, in the capture line."""
        if one := self.chosen_conclusion:
            self.begin_edit(one.id)
            self._show_footer()
        else:
            super().action_edit_note()

    def action_withdraw_note(self) -> None:
        """Take the chosen conclusion, or note, out; the one below it is chosen next."""
        one = self.chosen_conclusion
        if one is None:
            super().action_withdraw_note()
            return
        if not (self.board.step(1) or self.board.step(-1)):
            self.board.select("")
        if self.change(conclusions.withdraw_conclusion, one.id):
            self.say(self.words.conclusions.withdrawn)
        if not self.board.selected:
            self.action_back_to_writing()

    def action_star_note(self) -> None:
        """Mark an action as done, or not; star a note."""
        one, said = self.chosen_conclusion, self.words.conclusions
        if one is None:
            super().action_star_note()
        elif one.kind != conclusions.ACTION:
            self.say(said.not_an_action)
        elif self.change(conclusions.toggle_done, one.id):
            self.say(said.marked_open if one.done else said.marked_done)

    def action_kind_note(self) -> None:
        """Give the chosen conclusion the next sort, or the chosen note the next kind."""
        one = self.chosen_conclusion
        if one is None:
            super().action_kind_note()
            return
        kind = SORTS[(SORTS.index(one.kind) + 1) % len(SORTS)]
        if self.change(conclusions.sort_conclusion, one.id, kind):
            self.board.bring_into_view(one.id)
            self.say(self.words.conclusions.sorted.format(sort=self.words.conclusions.sort(kind)))

    def action_move_note(self) -> None:
        """Say that the chosen conclusion is about another section; move a note to another question."""
        one, said = self.chosen_conclusion, self.words.conclusions
        if one is None:
            super().action_move_note()
            return
        choices = [
            Choice(section.id, f"{section.id}  {section.heading}")
            for section in self.workshop.workbook.sections
            if section.id != one.section
        ]
        whole = [Choice(_WHOLE, said.whole)] if one.section else []
        chooser = Chooser(said.place_title, [*choices, *whole], self.words)
        self.app.push_screen(chooser, lambda chosen: self._place_conclusion(one, chosen or ""))

    def _place_conclusion(self, one: Conclusion, chosen: str) -> None:
        if not chosen:
            return
        section = "" if chosen == _WHOLE else chosen
        if self.change(conclusions.place_conclusion, one.id, section):
            self.board.bring_into_view(one.id)
            self.say(self.words.conclusions.placed.format(section=section or self.words.conclusions.whole))

    def action_notes_conclusion(self) -> None:
        """Go to the notes that the chosen conclusion was made from."""
        one, said = self.chosen_conclusion, self.words.conclusions
        if one is None:
            return
        notes = conclusions.notes_behind(self.workshop.session, one)
        if not notes:
            self.say(said.no_notes_behind)
        elif len(notes) == 1:
            self.show_note(notes[0])
        else:
            by_id = {note.id: note for note in notes}
            choices = [Choice(note.id, note.text.replace("\n", " "), note.question) for note in notes]
            chooser = Chooser(said.notes_title, choices, self.words)
            self.app.push_screen(chooser, lambda chosen: self.show_note(by_id[chosen]) if chosen else None)

    def show_note(self, note: Note) -> None:
        """Walk to the question of a note and choose it there; a parked one is not among the answers."""
        step = step_named(self.workshop.steps, note.question)
        if step is None:
            return
        self.go_to(self.workshop.steps.index(step))
        if note.parked:
            self.say(self.words.conclusions.parked)
        elif self.board.holds(note.id):
            self.to_notes()
            self.board.select(note.id)
            self._show_chosen()
