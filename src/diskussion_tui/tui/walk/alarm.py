"""Telling that a step's time is up, once, as somebody has chosen to be told: the terminal's bell, or a flash of the top line.

Only the clock's own passing is told. A step that is entered when its time is long over says so in the header, and rings no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diskussion_tui.base.settings import TimeUp
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.walk.screen import Walk

_FLASH = 1.0
"""Seconds: long enough for somebody who writes to see it at the edge of the eye, too short to be read."""


class Alarm:
    """What is told when the time of the step that is led is up. `flashing` while the top line is lit for it."""

    def __init__(self, walk: Walk, how: TimeUp) -> None:
        self.flashing = False
        self._walk = walk
        self._how = how
        self._seen = ("", True)

    def look(self) -> None:
        """See whether the time has run out since the last look."""
        if self._how == "inget":
            return
        standing = self._walk.workshop.timing.standing
        before, self._seen = self._seen, (standing.here.item.id, standing.left <= 0)
        if before == (self._seen[0], False) and self._seen[1] and not self._walk.session.final:
            self._tell()

    def lit(self, row: Row) -> Row:
        """The top line, lit while it flashes."""
        return tuple((text, "badge-warning") for text, _tone in row) if self.flashing else row

    def _tell(self) -> None:
        if self._how == "ljud":
            self._walk.app.bell()
            return
        self.flashing = True
        self._walk.show_header()
        self._walk.set_timer(_FLASH, self._go_out)

    def _go_out(self) -> None:
        self.flashing = False
        self._walk.show_header()
