"""What has been said already, found while it is typed once more.

It is looked for after the key's frame is drawn, so that it never stands between a key and its letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.similar import Similar
from diskussion_tui.tui.walk.tools.tool import Tool

if TYPE_CHECKING:
    from diskussion_tui.domain.session.similar import Likeness as Alike
    from diskussion_tui.tui.walk.screen import Walk

_AT_A_TIME = 200
"""So many notes the index takes in at once: a few milliseconds."""


class Likeness(Tool):
    """The note that says most nearly what is being typed, or none. `similar` is the index it is found in."""

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self.similar = Similar()
        self.found: Alike | None = None
        self._looking = False

    def look(self) -> None:
        """Something has been typed."""
        if not self._looking:
            self._looking = True
            self.walk.call_after_refresh(self._look)

    def _look(self) -> None:
        """Find what is like the line as it is now. An index that is not up to date is brought there first, bit by bit."""
        walk = self.walk
        if not walk.is_composed:
            return
        if not self.similar.take_in(walk.session, _AT_A_TIME):
            walk.call_after_refresh(self._look)
            return
        self._looking = False
        keep = self.found.note if self.found else ""
        found = self.similar.likest(walk.capture.text, walk.line.task.note, keep) if self._helps else None
        if _told(found) != _told(self.found):
            self.found = found
            walk.show_hint()

    @property
    def _helps(self) -> bool:
        return self.walk.line.task.finds_likeness and self.walk.takes_notes


def _told(found: Alike | None) -> tuple[str, bool] | None:
    return (found.note, found.opposite) if found else None
