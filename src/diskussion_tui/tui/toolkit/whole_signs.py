"""A field in which the cursor stands between signs as people see them, and keys take whole ones.

Textual 8.2.8 counts characters: Backspace behind an emoji of two people leaves one of them and a joiner, and an arrow stands
in the middle of it. Wherever a key, a click or an edit puts the cursor, here it stands before a sign or behind one. To be
removed when Textual moves by grapheme clusters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from diskussion_tui.base.signs import next_sign, sign_before, sign_start

if TYPE_CHECKING:
    from textual.widgets._input import Selection


class SignInput(Input):
    """A field of one line; `whole_signs_area.py` is that of several, which home does without."""

    def validate_selection(self, selection: Selection) -> Selection:
        """The selection from the start of a sign on, within the text."""
        start, end = super().validate_selection(selection)
        return type(selection)(sign_start(self.value, start), sign_start(self.value, end))

    def action_cursor_right(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """To behind the sign on the right, or to the end of what is selected."""
        start, end = self.selection
        if select or start == end:
            end = next_sign(self.value, end)
            self.selection = type(self.selection)(start if select else end, end)
        else:
            self.cursor_position = max(start, end)

    def action_delete_left(self) -> None:
        """Take out the sign on the left, or what is selected."""
        if self.selection.is_empty:
            self.delete(sign_before(self.value, self.cursor_position), self.cursor_position)
        else:
            self.delete_selection()

    def action_delete_right(self) -> None:
        """Take out the sign on the right, or what is selected."""
        if self.selection.is_empty:
            self.delete(self.cursor_position, next_sign(self.value, self.cursor_position))
        else:
            self.delete_selection()
