"""Looking at some of the notes under the question in view, and at all of them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis import filters
from diskussion_tui.tui.dialogs.chooser import Choice
from diskussion_tui.tui.digits import Counted
from diskussion_tui.tui.walk.pages.filtering import filter_name
from diskussion_tui.tui.walk.tools.tool import Tool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.analysis.filters import Found
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.tui.walk.screen import Walk

_DISSENT = "!"
_DIGITS = "123456789"


class Filter(Tool):
    """The filter that is on, or none. The key that chose it was the beginning of a sentence where words follow at once."""

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self._counted = Counted(walk.workshop.now)

    async def choose(self) -> None:
        """Choose a filter, or take off the one that is on."""
        if self.walk.filtered:
            self.take_off()
            return
        from diskussion_tui.tui.dialogs.filters import FilterChooser

        words, workbook, question = self.walk.words, self.walk.workshop.workbook, self.walk.step.id
        found = self.offered()
        choices = [
            Choice(str(place), filter_name(one.filter, workbook, words), str(one.count))
            for place, one in enumerate(found)
        ]
        chooser = FilterChooser(words.filtering.title, choices, words, _keys(found, workbook))
        chosen = await self.walk.ask(chooser)
        if chosen and question == self.walk.step.id:
            self._put_on(found[int(chosen)], question)
            self._counted.forget()
            if chooser.pressed and not self.walk.capture.text:
                self._counted.takes(question, chooser.pressed, lambda: self.take_off)

    def look_at_line(self) -> None:
        """Take the filter off where words stand in the line right behind the key that chose it; that stands before them."""
        text = self.walk.capture.text
        if text.strip(f"{_DIGITS}0 ") and (begun := self._counted.as_words(self.walk.step.id)):
            self.walk.capture.put(f"{begun}{text}")

    def offered(self) -> Sequence[Found]:
        """The filters that show some of the notes in view, each with how many."""
        question = self.walk.step.question
        notes = self.walk.session.notes_of(question.id) if question else ()
        return filters.choices(notes, [kind.id for kind in self.walk.workshop.workbook.kinds])

    def take_off(self) -> None:
        """Look at all of them again."""
        self.walk.filtered = None
        self.walk.show_all()
        self.walk.say(self.walk.words.filtering.off)

    def _put_on(self, chosen: Found, question: str) -> None:
        notes = self.walk.session.notes_of(question)
        self.walk.filtered = filters.filtered(chosen.filter, question, notes)
        self.walk.board.start_over()
        self.walk.say("")
        self.walk.show_all()


def _keys(found: Sequence[Found], workbook: Workbook) -> dict[str, str]:
    """A key for each of the first filters: a kind's own, the one that marks dissent, else a digit."""
    own = {kind.id: kind.key.lower() for kind in workbook.kinds}
    digits = iter(_DIGITS)
    keys: dict[str, str] = {}
    for place, one in enumerate(found):
        named = own.get(one.filter.value, "") if one.filter.sort == "kind" else ""
        key = named or (_DISSENT if one.filter.sort == "dissent" else "")
        if not key or key in keys.values():
            key = next(digits, "")
        if key:
            keys[str(place)] = key
    return keys
