"""Keeping an eye on the folder while home is shown, and filling its index: one quiet thread, at rest all but a moment each second.

A disk that hangs keeps this thread and nobody else. What it sees is said by a message; it changes nothing itself.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from textual.app import ScreenStackError

from diskussion_tui.tui.home import wishes
from diskussion_tui.tui.toolkit.turns import giving_way

if TYPE_CHECKING:
    from diskussion_tui.tui.home.screen import Home
    from diskussion_tui.workshop.folder import Folder

EVERY = 0.8
"""Seconds between two looks at whether something in the folder has changed."""
TOLD = 1.0
"""Seconds between two words on how far the index has come."""
CALM = 0.5
"""Seconds without a key after which the index is filled on: whoever types or moves has the processor to themselves."""


class Watcher:
    """The thread. It ends with home."""

    def __init__(self, home: Home, folder: Folder) -> None:
        self._home, self._folder, self._app = home, folder, home.app
        self._told = 0.0
        threading.Thread(target=self._watch, name="watcher", daemon=True).start()

    def _watch(self) -> None:
        while self._home.is_running and self._app.is_running:
            time.sleep(EVERY)
            if self._is_shown:  # else a discussion is open: coming back looks anew
                self.turn()

    def turn(self) -> None:
        """Look once whether something has changed; else fill the index on, until a key is pressed."""
        home, folder = self._home, self._folder
        if not home.looking.at_the_folder and folder.has_changed():
            home.post_message(wishes.Changed())
        elif folder.has_index and self._is_unfilled() and not self._stops():
            with giving_way():
                folder.read(self._stops)
            home.post_message(wishes.Indexed())

    def _is_unfilled(self) -> bool:
        done, of = self._folder.indexed
        return done < of

    def _stops(self) -> bool:
        """Whether filling is to stop for now; asked before each discussion, and each second it is told how far it has come."""
        home, now = self._home, time.monotonic()
        if now - self._told > TOLD:
            self._told = now
            home.post_message(wishes.Indexed())
        return not self._is_shown or home.looking.at_the_folder or not self._app.calm_for(CALM)

    @property
    def _is_shown(self) -> bool:
        """Whether home is the screen on top. The app may be closing meanwhile."""
        try:
            return self._home.is_running and self._app.screen is self._home
        except ScreenStackError:
            return False
