"""Notes that are put aside for later, which table it is that speaks, and conclusions made from notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.domain.session import conclusions, parking
from diskussion_tui.domain.session.conclusions import Read
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.fields import table_called
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.dialogs.name_or_new import NAMED, NameOrNew
from diskussion_tui.tui.walk.tasks.conclusion import RewordTask
from diskussion_tui.tui.walk.tools.tool import Tool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.session.records import Note

_NO_TABLE = "-"
_USUAL = 4
"""So many tables are offered before any has a name."""


class Parking(Tool):
    """The list of what waits."""

    async def open(self) -> None:
        """The notes that are parked; Enter takes the chosen one back to its question."""
        walk, said = self.walk, self.walk.words.conclusions
        notes = walk.session.parked()
        choices = [Choice(note.id, note.text.replace("\n", " "), called(note.question)) for note in notes]
        chosen = await walk.ask(Chooser(f"{said.parked_title}  ·  {said.parked_hint}", choices, walk.words))
        if chosen and walk.change(parking.unpark, chosen) and (note := walk.session.note(chosen)):
            walk.place.show_note(note)
            walk.say(said.unparked)


class Tables(Tool):
    """Which table it is that speaks."""

    async def choose(self) -> None:
        """Say which one; notes from now on carry its name."""
        walk, said = self.walk, self.walk.words.conclusions
        named = {*parking.tables_of(walk.session), walk.line.group} - {""}
        numbered = {name.split()[-1] for name in named}
        usual = {f"{said.table} {n}" for n in range(1, _USUAL + 1) if str(n) not in numbered}
        names = sorted(named | usual, key=swedish)
        choices = [Choice(f"{NAMED}{name}", table_called(name, walk.words)) for name in names]
        nobody = [Choice(_NO_TABLE, said.table_none)] if walk.line.group else []
        chosen = await walk.ask(NameOrNew(said.table_title, [*nobody, *choices], walk.words, said.table_new))
        if not chosen:
            return
        walk.line.group = "" if chosen == _NO_TABLE else chosen.removeprefix(NAMED)
        walk.line.keep_draft()
        walk.show_prompt()
        named_so = table_called(walk.line.group, walk.words)
        walk.say(said.table_set.format(table=named_so) if walk.line.group else said.table_unset)


class Concluding(Tool):
    """A conclusion made from notes.

    It is there, with its links, before its words are polished: a crash in between takes nothing away.
    """

    def conclude(self, called: Sequence[Note] = ()) -> None:
        """Make a conclusion of some notes, else of the marked ones or of the chosen one, and put its words in the line."""
        walk, notes = self.walk, list(called) or self._notes
        if not notes:
            return
        section = conclusions.section_of(walk.workshop.steps, notes)
        said = Read(section, "\n".join(note.text for note in notes))
        ids = [note.id for note in notes]
        if made := walk.change(conclusions.conclude, walk.workshop.ids.new(), "slutsats", said, ids):
            walk.marked = ()
            one = conclusions.conclusion(walk.session, made.versions[-1].id)
            walk.line.begin(RewordTask(walk, made.versions[-1].id), one.text if one else "")
            walk.say(walk.words.conclusions.made(len(notes)))

    @property
    def _notes(self) -> list[Note]:
        walk = self.walk
        if not walk.writes:
            return []
        marked = [note for note in map(walk.session.note, walk.marked) if note and note.in_force]
        return marked or ([walk.choosing.note] if walk.choosing.note else [])
