"""A cell of the compass that is chosen, in the compass's own step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.walk.items.item import Item

if TYPE_CHECKING:
    from diskussion_tui.tui.base_screen import Story


class CellItem(Item):
    """A cell with the notes on it."""

    menu = "cell"
    opens = True

    def edit(self) -> Story:
        """Its notes, to go to one of them."""
        return self.go_to_notes()

    def go_to_notes(self) -> Story:
        """As Enter."""
        return self.walk.tools.compass.show_cell(self.id)
