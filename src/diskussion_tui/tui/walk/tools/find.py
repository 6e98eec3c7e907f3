"""Finding a note of this discussion: by any of its words, under whatever question it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.tui.dialogs.chooser import Choice
from diskussion_tui.tui.walk.choices import sign
from diskussion_tui.tui.walk.tools.tool import Tool

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Note


class Finding(Tool):
    """The search in the discussion that is led."""

    async def find(self) -> None:
        """Go to a note that is looked for; nothing is different where none is chosen."""
        from diskussion_tui.domain.analysis.query.vocabulary import vocabulary_in
        from diskussion_tui.domain.analysis.query.within import Within
        from diskussion_tui.tui.dialogs.find import FindNote

        walk, session = self.walk, self.walk.session
        notes = sorted((*session.notes(), *session.parked()), key=lambda note: note.id, reverse=True)
        within = Within(session, notes, vocabulary_in(walk.workshop.workbook))
        finder = FindNote(within, {note.id: self._choice(note) for note in notes}, walk.words)
        chosen = await walk.ask(finder)
        if note := session.note(chosen or ""):
            walk.place.show_note(note, finder.sought)

    def _choice(self, note: Note) -> Choice:
        parked = f"  {self.walk.words.conclusions.parked_title.lower()}" if note.parked else ""
        return Choice(
            note.id,
            f"{sign(self.walk, note)} {clean_line(note.text)}",
            f"{called(note.question)}{parked}",
            note.question,
        )
