"""Notes that are put aside for later, and which table it is that speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.domain.session import parking
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.walk.concluding import Concluding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.texts.catalogue import Texts

_NO_TABLE, _TABLE = "-", "="
_USUAL = 4
"""So many tables are offered before any has a name."""
_LONGEST = 40
"""More characters are no table's name."""


class NameOrNew(Chooser):
    """Choosing a name among those used before, or typing a new one. Answers with `=` and the name, or as `choices` say."""

    def __init__(self, title: str, choices: Sequence[Choice], words: Texts, new: str) -> None:
        super().__init__(title, choices, words)
        self._new = new

    def _matching(self, typed: str) -> list[Choice]:
        """What fits, and what is typed as a new name: first, unless a name has all of its words or it is one already."""
        found, name = super()._matching(typed), clean_line(typed)[:_LONGEST]
        if not name or any(folded(choice.title) == folded(name) for choice in found):
            return sorted(found, key=lambda choice: folded(choice.title) != folded(name))
        words = set(folded(name).split())
        meant = any(words <= set(folded(choice.title).split()) for choice in found)
        new = Choice(f"{_TABLE}{name}", name, self._new)
        return [*found, new] if meant else [new, *found]


def _by_number(name: str) -> tuple[int, str]:
    """Names in order, and the tenth table behind the ninth."""
    return (len(name), folded(name)) if name[-1:].isdigit() else (0, folded(name))


class Parking(Concluding):
    """The part of the walk that parks notes and names tables."""

    def action_park_note(self) -> None:
        """Put the chosen note aside, or take back one that is parked; the one below it is chosen next."""
        note, said = self._chosen(), self.words.conclusions
        if note is None:
            return
        if note.parked:
            if self.change(parking.unpark, note.id):
                self.say(said.unparked)
            return
        if not (self.board.step(1) or self.board.step(-1)):
            self.board.select("")
        if self.change(parking.park, note.id):
            self.say(said.parked)
        if not self.board.selected:
            self.action_back_to_writing()

    def action_parked(self) -> None:
        """The notes that are parked; Enter takes the chosen one back to its question."""
        said, notes = self.words.conclusions, self.workshop.session.parked()
        if not notes:
            self.say(said.parked_none)
            return
        choices = [Choice(note.id, note.text.replace("\n", " "), note.question) for note in notes]
        title = f"{said.parked_title}  ·  {said.parked_hint}"
        chooser = Chooser(title, choices, self.words)
        self.app.push_screen(chooser, lambda chosen: self._unpark(chosen or ""))

    def _unpark(self, note_id: str) -> None:
        if note_id and self.change(parking.unpark, note_id) and (note := self.workshop.session.note(note_id)):
            self.show_note(note)
            self.say(self.words.conclusions.unparked)

    def action_table(self) -> None:
        """Say which table speaks; notes from now on carry its name."""
        said, names = self.words.conclusions, parking.tables_of(self.workshop.session)
        if not self.writes:
            self.say("")
            return
        usual = [f"{said.table} {number}" for number in range(1, _USUAL + 1)]
        every = sorted({*names, *usual, self.group} - {""}, key=_by_number)
        choices = [Choice(f"{_TABLE}{name}", name) for name in every]
        nobody = [Choice(_NO_TABLE, said.table_none)] if self.group else []
        chooser = NameOrNew(said.table_title, [*nobody, *choices], self.words, said.table_new)
        self.app.push_screen(chooser, lambda chosen: self._set_table(chosen or ""))

    def _set_table(self, chosen: str) -> None:
        if not chosen:
            return
        said = self.words.conclusions
        self.group = "" if chosen == _NO_TABLE else chosen.removeprefix(_TABLE)
        self.keep_draft()
        self._show_prompt()
        self.say(said.table_set.format(table=self.group) if self.group else said.table_unset)
