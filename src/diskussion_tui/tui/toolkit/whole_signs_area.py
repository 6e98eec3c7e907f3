"""A field of several lines in which the cursor stands between signs as people see them; see `whole_signs.py`.

By itself, since Textual's is large: a program that shows its home loads none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

from diskussion_tui.base.signs import next_sign, sign_before, sign_start

if TYPE_CHECKING:
    from textual.document._document import Location, Selection


class SignArea(TextArea):
    """A text area."""

    def validate_selection(self, selection: Selection) -> Selection:
        """The selection from the start of a sign on."""
        start, end = selection
        return type(selection)(self._at_sign(start), self._at_sign(end))

    def get_cursor_left_location(self) -> Location:
        """Before the sign on the left."""
        row, column = self.cursor_location
        if not column:
            return super().get_cursor_left_location()
        return row, sign_before(self.document[row], column)

    def get_cursor_right_location(self) -> Location:
        """Behind the sign on the right."""
        row, column = self.cursor_location
        line = self.document[row]
        return (row, next_sign(line, column)) if column < len(line) else super().get_cursor_right_location()

    def _at_sign(self, place: Location) -> Location:
        row, column = place
        if row >= self.document.line_count:
            return place
        return row, sign_start(self.document[row], column)
