"""The compass at work: placing the chosen note on it, and going from one of its cells to the notes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import placing
from diskussion_tui.domain.session.placing import placed
from diskussion_tui.domain.workbook import proposals
from diskussion_tui.domain.workbook.compass import cell_named, cells_of
from diskussion_tui.domain.workbook.steps import called, step_named
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.walk import pages
from diskussion_tui.tui.walk.choices import sign
from diskussion_tui.tui.walk.tools.tool import Tool

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diskussion_tui.domain.session.records import Note


class Compass(Tool):
    """The compass of today's structure."""

    async def open(self) -> None:
        """Place the note that is chosen; show the compass where none is."""
        note = self.walk.choosing.note if self.walk.choosing.is_among else None
        if note:
            await self._place(note)
        else:
            heading = self.walk.workshop.workbook.compass.heading
            self.walk.read(heading, lambda width: pages.compass_rows(self.walk.view(width)), "compass")

    async def show_cell(self, cell: str) -> None:
        """The notes on a cell, to go to one of them."""
        notes = placed(self.walk.session.notes()).get(cell, ())
        if not notes:
            return
        words = self.walk.words
        title = words.placing.cell_title.format(cell=self._named([cell]), notes=words.terms.notes(len(notes)))
        chosen = await self.walk.ask(Chooser(title, [self._choice(note) for note in notes], words))
        if note := self.walk.session.note(chosen or ""):
            self.walk.place.go_to_note(note)

    async def _place(self, note: Note) -> None:
        """Bring a note onto the cells it is given, leaving what others have done to it meanwhile."""
        from diskussion_tui.tui.dialogs.placer import Placer

        workbook = self.walk.workshop.workbook
        others = [cell_named(workbook.compass, cell) for cell in note.places]
        cells = {cell.id: cell for cell in (*cells_of(workbook.compass), *others)}
        proposed = proposals.proposals(note.text, workbook.compass, workbook.glossary)
        placer = Placer(tuple(cells.values()), note.places, proposed, workbook.glossary, self.walk.words)
        self.walk.say("")  # what was said of an earlier placing holds no longer
        await self.walk.ask(placer)
        self._put(note, placer.places)

    def _put(self, note: Note, wanted: Sequence[str]) -> None:
        now = self.walk.session.note(note.id)
        added = [cell for cell in wanted if cell not in note.places]
        taken = [cell for cell in note.places if cell not in wanted]
        if now is None or not (added or taken):
            return
        kept = [cell for cell in now.places if cell not in taken]
        if self.walk.change(placing.place_on, note.id, (*kept, *added)):
            said = self.walk.words.placing
            told = said.done if added else said.taken_off
            self.walk.say(told.format(cells=self._named(added or taken)))

    def _named(self, cells: Iterable[str]) -> str:
        """Cells as they are told: one with its area, of several only the names, so that they stay on a line."""
        found = [cell_named(self.walk.workshop.workbook.compass, cell) for cell in cells]
        return found[0].label if len(found) == 1 else ", ".join(dict.fromkeys(cell.name for cell in found))

    def _choice(self, note: Note) -> Choice:
        step = step_named(self.walk.workshop.steps, note.question)
        beside = f"{called(note.question)}  {step.heading}" if step else called(note.question)
        return Choice(note.id, f"{sign(self.walk, note)} {note.text}", beside, whole=True)
