"""A conclusion that is chosen: other words, sort and section, done or not, and the notes behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import conclusions
from diskussion_tui.domain.session.conclusions import SORTS
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.walk.items.item import Item
from diskussion_tui.tui.walk.tasks.conclusion import RewordTask

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Conclusion
    from diskussion_tui.tui.walk.screen import Walk

_WHOLE = "-"
"""Stands for the whole in a list to choose from, where an empty answer means that nothing was chosen."""


class ConclusionItem(Item):
    """A conclusion of this discussion."""

    menu = "conclusion"
    opens = True

    def __init__(self, walk: Walk, conclusion: Conclusion) -> None:
        super().__init__(walk, conclusion.id)
        self.conclusion = conclusion
        self._said = walk.words.conclusions

    def edit(self) -> None:
        """Put its words in the line."""
        self.walk.line.begin(RewordTask(self.walk, self.id), self.conclusion.text)

    def withdraw(self) -> None:
        """Take it out; the one below it is chosen next."""
        self.leave_for_neighbour()
        self.gone(self.walk.change(conclusions.withdraw_conclusion, self.id), self._said.withdrawn)

    def mark(self) -> None:
        """Mark an action as done, or not."""
        if self.walk.change(conclusions.toggle_done, self.id):
            self.walk.say(self._said.marked_open if self.conclusion.done else self._said.marked_done)

    def turn_kind(self) -> None:
        """The next sort."""
        sort = SORTS[(SORTS.index(self.conclusion.kind) + 1) % len(SORTS)]
        if self.walk.change(conclusions.sort_conclusion, self.id, sort):
            self.walk.board.bring_into_view(self.id)
            self.walk.say(self._said.sorted.format(sort=self._said.sort(sort)))

    async def move(self) -> None:
        """Say that it is about another section, or about the whole."""
        sections = self.walk.workshop.workbook.sections
        about = self.conclusion.section
        choices = [Choice(one.id, f"{one.id}  {one.heading}") for one in sections if one.id != about]
        whole = [Choice(_WHOLE, self._said.whole)] if about else []
        chooser = Chooser(self._said.place_title, [*choices, *whole], self.walk.words)
        if not (chosen := await self.walk.ask(chooser)):
            return
        section = "" if chosen == _WHOLE else chosen
        if self.walk.change(conclusions.place_conclusion, self.id, section):
            self.walk.board.bring_into_view(self.id)
            self.walk.say(self._said.placed.format(section=section or self._said.whole))

    async def go_to_notes(self) -> None:
        """Go to the notes that it was made from; of several to the one that is chosen."""
        notes = {one.id: one for one in conclusions.notes_behind(self.walk.session, self.conclusion)}
        if len(notes) > 1:
            choices = [
                Choice(one.id, one.text.replace("\n", " "), called(one.question)) for one in notes.values()
            ]
            chosen = await self.walk.ask(Chooser(self._said.notes_title, choices, self.walk.words))
        else:
            chosen = next(iter(notes), "")
        if chosen:
            self.walk.place.show_note(notes[chosen])
