"""What every screen may ask of the app that shows it; the app itself knows all screens, and they do not know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.toolkit.drag_copy import DragCopy

if TYPE_CHECKING:
    from diskussion_tui.tui.environment import LookRead


class Host(DragCopy):
    """An app that tells its screens how documents look here."""

    def look(self) -> LookRead | None:
        """How documents look here; None where nothing says so. For a thread: it reads."""
        raise NotImplementedError
