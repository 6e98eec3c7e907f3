"""A Windows console that types by itself: stands in for the part of `kernel32` that Textual's driver for Windows asks.

Loaded in a process where `tests/support/windows.py` stands in. Textual's own driver and its thread run as they do there.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

KEY_EVENT, NOTHING, SPACE_BAR = 0x0001, 0x0102, 0x20
INPUT_MODE, OUTPUT_MODE = 0x01F7, 0x0003
"""How a console stands when a shell starts a program: line by line with echo, quick edit; no sequences."""


@dataclass
class Console:
    """What is typed when, and how the console stands. `typed` are pairs: when the app is so far, these keys."""

    typed: Iterable[tuple[Callable[[Any], bool], str]]
    modes: dict[int, int] = field(default_factory=lambda: {0: INPUT_MODE, 1: OUTPUT_MODE})
    set_to: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._script: Iterator[tuple[Callable[[Any], bool], str]] = iter(self.typed)
        self._next = next(self._script, None)
        self._silence = threading.Event()

    # ---- the calls, by the names that they have there ------------------------------------------------------------

    def library(self, _name: str, **_named: object) -> Any:
        made: Any = type("Kernel32", (), {})()
        made.GetStdHandle = lambda which: 0 if which == -10 else 1
        made.GetConsoleMode = self._mode
        made.SetConsoleMode = self._set_mode
        made.WaitForMultipleObjects = self._wait
        made.ReadConsoleInputW = self._read
        return made

    def _mode(self, handle: int, told: Any) -> int:
        told._obj.value = self.modes[handle]
        return 1

    def _set_mode(self, handle: int, mode: int) -> int:
        self.modes[handle] = mode
        self.set_to.append((handle, mode))
        return 1

    def _wait(self, _count: int, _handles: Any, _every: Any, timeout: Any) -> int:
        app = threading.current_thread().app  # type: ignore[attr-defined] - whom Textual's thread reads for
        if self._next and self._next[0](app):
            return 0
        self._silence.wait(min(timeout.value / 1000, 0.02))
        return NOTHING

    def _read(self, _handle: Any, records: Any, most: int, count: Any) -> int:
        assert self._next
        keys = self._next[1].encode("utf-16-le")
        units = [keys[at : at + 2].decode("utf-16-le", "surrogatepass") for at in range(0, len(keys), 2)]
        assert len(units) <= most
        for record, unit in zip(records._obj, units, strict=False):
            record.EventType = KEY_EVENT
            record.Event.KeyEvent.bKeyDown = 1
            record.Event.KeyEvent.wVirtualKeyCode = SPACE_BAR
            record.Event.KeyEvent.uChar.UnicodeChar = unit
        count._obj.value = len(units)
        self._next = next(self._script, None)
        return 1


def put_in(console: Console) -> None:
    """Have it be the console of this process, before Textual is imported."""
    assert "textual" not in sys.modules
    ctypes.WinDLL = console.library  # type: ignore[attr-defined]
