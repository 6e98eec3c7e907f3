"""What every tool is: something that works on a walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diskussion_tui.tui.walk.screen import Walk


class Tool:
    """Something at hand on the walk."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
