"""A screen over the walk: a section's rounds, the run of show. What is typed there is something said, and is for the walk to write.

So no letter does anything on such a screen but leave it: what can be done there has keys that print nothing, and a menu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.conditions import writable
from diskussion_tui.tui.session_screen import SessionScreen

if TYPE_CHECKING:
    from textual import events


class OverWalk(SessionScreen):
    """A screen that is left by what is typed: `typed`, or `pasted`, is then to be written where notes are."""

    def __init__(self) -> None:
        super().__init__()
        self.typed = ""
        self.pasted = ""

    def leave_with(self, *, typed: str = "", pasted: str = "") -> None:
        """Leave with something said; where nothing can be written, stay and say why."""
        if why_not := writable(self):
            self.refuse(why_not(self.words))
        else:
            self.typed, self.pasted = typed, pasted
            self.dismiss(None)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is something said too."""
        event.stop()
        self.leave_with(pasted=event.text)
