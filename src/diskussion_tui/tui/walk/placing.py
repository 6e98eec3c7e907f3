"""The compass at work: placing the chosen note on it, and going from one of its cells to the notes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from diskussion_tui.domain.session import placing
from diskussion_tui.domain.workbook import proposals
from diskussion_tui.domain.workbook.compass import cell_named, cells_of, placed
from diskussion_tui.domain.workbook.steps import step_named
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.walk.looking import Looking
from diskussion_tui.tui.walk.note_actions import NoteActions
from diskussion_tui.tui.widgets.notes_board import NotesBoard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diskussion_tui.domain.session.records import Note


class Placing(NoteActions, Looking):
    """The part of the walk that works with the compass."""

    def action_compass(self) -> None:
        """Place the note that is chosen; show the compass where none is."""
        note = self._chosen() if self.among_notes else None
        if note is None:
            super().action_compass()
            return
        from diskussion_tui.tui.dialogs.placer import Placer

        workbook = self.workshop.workbook
        others = [cell_named(workbook.compass, cell) for cell in note.places]
        cells = {cell.id: cell for cell in (*cells_of(workbook.compass), *others)}
        proposed = proposals.proposals(note.text, workbook.compass, workbook.glossary)
        placer = Placer(tuple(cells.values()), note.places, proposed, workbook.glossary, self.words)
        self.app.push_screen(placer, lambda _: self._place(note, placer.places))

    def action_edit_note(self) -> None:
        """Enter on a cell shows its notes; on a note it edits."""
        if self.step.role == "compass":
            self._show_cell(self.board.selected)
        else:
            super().action_edit_note()

    @on(NotesBoard.Picked)
    def _on_cell_picked(self, event: NotesBoard.Picked) -> None:
        if self.step.role == "compass":
            self.board.select(event.id)
            self._show_cell(event.id)

    @on(NotesBoard.Left)
    def _on_cells_left(self, event: NotesBoard.Left) -> None:
        if self.step.role == "compass":
            event.prevent_default()  # there is no line to go back to: the rest of the page is what lies below
            self.board.scroll_to_end()

    def _place(self, note: Note, wanted: Sequence[str]) -> None:
        """Bring a note onto the cells it was given, leaving what others have done to it meanwhile."""
        now = self.workshop.session.note(note.id)
        added = [cell for cell in wanted if cell not in note.places]
        taken = [cell for cell in note.places if cell not in wanted]
        if now is None or not (added or taken):
            return
        kept = [cell for cell in now.places if cell not in taken]
        if self.change(placing.place_on, note.id, (*kept, *added)):
            said = self.words.placing
            told = said.done if added else said.taken_off
            self.say(told.format(cells=self._named(added or taken)))

    def _named(self, cells: Iterable[str]) -> str:
        """Cells as they are told: one with its area, of several only the names, so that they stay on a line."""
        found = [cell_named(self.workshop.workbook.compass, cell) for cell in cells]
        return found[0].label if len(found) == 1 else ", ".join(dict.fromkeys(cell.name for cell in found))

    def _show_cell(self, cell: str) -> None:
        """The notes on a cell, to go to one of them."""
        notes = placed(self.workshop.session.notes()).get(cell, ())
        if not notes:
            return
        title = self.words.placing.cell_title.format(
            cell=self._named([cell]), notes=self.words.terms.notes(len(notes))
        )
        chooser = Chooser(title, [self._note_choice(note) for note in notes], self.words)
        self.app.push_screen(chooser, lambda chosen: self.go_to_note(chosen or ""))

    def _note_choice(self, note: Note) -> Choice:
        kind = self.workshop.workbook.kind(note.kind)
        step = step_named(self.workshop.steps, note.question)
        beside = f"{note.question}  {step.heading}" if step else note.question
        return Choice(note.id, f"{kind.sign if kind else '•'} {note.text}", beside, whole=True)

    def go_to_note(self, note_id: str) -> None:
        """Walk to the step of a note and choose it there."""
        note = self.workshop.session.note(note_id)
        step = step_named(self.workshop.steps, note.question) if note else None
        if step:
            self.go_to(self.workshop.steps.index(step))
            self.to_notes()
            self.board.select(note_id)
            self._show_chosen()
