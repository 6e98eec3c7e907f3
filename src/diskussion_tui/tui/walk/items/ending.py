"""The choice at the end of the summary: making the discussion final, or opening it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.walk.items.item import Item

if TYPE_CHECKING:
    from diskussion_tui.tui.base_screen import Story


class EndingItem(Item):
    """What stands last in the summary."""

    opens = True

    def edit(self) -> Story:
        """Ask whether that is meant."""
        return self.walk.tools.finishing.finish()
