"""Somebody who presses anything at all: the walk of the suite's random test, and of the long run here.

Kept once, so that what the long run finds is a seed that the suite's own walk understands. The driver under it is that of
the journeys (`tests/support/people.py`).
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Size
from textual.keys import _character_to_key

from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.walk.screen import Walk
from tests.support.hostile import PIECES

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.workshop.workshop import Workshop
    from tests.support.people import Facilitator

LOOK_EVERY = 20
LETTERS = "abc åäö-+>0123456789!kfnsrjyxmdpogvth[]/.#@"
KEYS = (
    *("enter",) * 6,
    *("escape", "tab", "shift+tab", "up", "up", "down", "left", "right", "home", "end"),
    *("pagedown",) * 4,
    *("pageup", "delete", "backspace", "alt+enter", "ctrl+j", "space"),
    *("f1", "f2", "f3", "f4", "f5", "f8", "f9"),
    *(f"ctrl+{letter}" for letter in "abefglnoprstuwxyzzkdv"),
)
SIZES = ((80, 24), (80, 24), (120, 36), (160, 45), (200, 60), (60, 11), (40, 12), (39, 11), (1, 1))
PASTES = (
    *PIECES,
    "ett\ntvå",
    "- a\n- b\n- c\n- d\n- e",
    "[@click=app.quit]x[/]",
    "ord " * 6_000,
    "x" * 3_000,
)


class Wanderer:
    """Somebody who presses anything. `led` are the discussions that they had open, practice apart."""

    def __init__(self, me: Facilitator, seed: int | str) -> None:
        self.me = me
        self.chance = random.Random(seed)
        self.done: list[str] = []
        self.led: dict[Path, Workshop] = {}
        me.app.action_quit = self._stays  # type: ignore[method-assign]

    async def _stays(self) -> None:
        """Do not quit: among all commands that is one, and somebody who presses anything finds it."""

    async def wanders(self, steps: int) -> None:
        """Do so many things, and look now and then whether all is well."""
        for step in range(steps):
            self.does_something()
            await self.me.pilot._wait_for_screen()
            if step % LOOK_EVERY == 0:
                await self.me.waits()
                self.all_is_well()
            self.remembers()
        await self.me.waits()
        self.all_is_well()

    def remembers(self) -> None:
        """Remember the discussion that is open."""
        workshop = self.me.app.workshop
        if workshop and not self.me.app.discussions.practising:
            self.led[workshop.path] = workshop

    def does_something(self) -> None:
        """Press, paste, drag the window, or let time pass."""
        luck = self.chance.random()
        if luck < 0.45:
            self.presses(self.chance.choice(LETTERS))
        elif luck < 0.9:
            self.presses(self.chance.choice(KEYS))
        elif luck < 0.95:
            self.done.append("paste")
            self.me._send(events.Paste(self.chance.choice(PASTES)))
        elif luck < 0.98:
            self.drags(*self.chance.choice(SIZES))
        else:
            self.done.append("wait")
            self.me.clock.passes(seconds=self.chance.choice((1, 100, 3_000)))

    def presses(self, key: str) -> None:
        """Press a key, and wait for nothing."""
        self.done.append(key)
        known = {"space": " ", "tab": "\t", "enter": "\r"}
        name, character = (_character_to_key(key), key) if len(key) == 1 else (key, known.get(key))
        self.me._send(events.Key(name, character))

    def drags(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.done.append(f"{columns}x{rows}")
        driver = self.me.app._driver
        assert driver
        driver._size = columns, rows
        self.me.app.post_message(events.Resize(Size(columns, rows), Size(columns, rows)))

    def all_is_well(self) -> None:
        """Check that nothing has broken, and that what is selected is there."""
        app = self.me.app
        assert app._exception is None, self.done[-40:]
        assert app.is_running, self.done[-40:]
        for screen in app.screen_stack:
            if isinstance(screen, Home):
                assert screen._selected in {*screen._things, *screen.list.ids}, self.done[-40:]
                assert screen.list.selected in {"", *screen.list.ids}, self.done[-40:]
            if isinstance(screen, Walk):
                line, column = screen.capture.cursor_location
                assert column <= len(screen.capture.document.get_line(line)), self.done[-40:]
                assert screen.board.selected in {"", *screen.board.ids}, self.done[-40:]
                assert screen.workshop.steps.index(screen.step) >= 0, self.done[-40:]
