"""Filters of the walk: looking at some of the notes under the question in view, and at all of them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis import filters
from diskussion_tui.tui.dialogs.chooser import Choice
from diskussion_tui.tui.walk.pages.filtering import filter_name
from diskussion_tui.tui.walk.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.analysis.filters import Found
    from diskussion_tui.domain.workbook.workbook import Workbook

_DISSENT = "!"
_DIGITS = "123456789"


class Filtering(Stage):
    """The part of the walk that filters."""

    def action_filter(self) -> None:
        """Choose a filter, or take off the one that is on."""
        question, workbook = self.step.question, self.workshop.workbook
        if self.filtered:
            self.show_all_notes()
            return
        notes = self.workshop.session.notes_of(question.id) if question else ()
        found = filters.choices(notes, [kind.id for kind in workbook.kinds])
        if question is None or not found:
            self.say(self.words.filtering.nothing if question else self.words.filtering.not_here)
            return
        choices = [
            Choice(str(place), filter_name(one.filter, workbook, self.words), str(one.count))
            for place, one in enumerate(found)
        ]
        from diskussion_tui.tui.dialogs.filters import FilterChooser

        chooser = FilterChooser(self.words.filtering.title, choices, self.words, _keys(found, workbook))
        self.app.push_screen(chooser, lambda chosen: self._filter(found, chosen or "", question.id))

    def _filter(self, found: Sequence[Found], chosen: str, question: str) -> None:
        if chosen and question == self.step.id:
            wanted = found[int(chosen)].filter
            self.filtered = filters.filtered(wanted, question, self.workshop.session.notes_of(question))
            self.board.scroll_to_line(0)
            self.say("")
            self.show_all()


def _keys(found: Sequence[Found], workbook: Workbook) -> dict[str, str]:
    """A key for each of the first filters: a kind's own, the one that marks dissent, else a digit."""
    own = {kind.id: kind.key for kind in workbook.kinds}
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
