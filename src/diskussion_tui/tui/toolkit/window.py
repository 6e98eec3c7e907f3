"""The terminal as the system has it: whether it is still there, whether it is ours to use, and how to give it back.

Textual switches the terminal over and back again. This is for the moments when it cannot: the terminal has gone, another
program has it, or it takes nothing more. Unix only.
"""

from __future__ import annotations

import os
import termios
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from textual.driver import Driver

_AS_BEFORE: Final = (
    "\x1b[?2026l"  # a frame that was begun is shown
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"  # the mouse selects text again
    "\x1b[?2004l\x1b[?1004l\x1b[?2048l"  # no marks around pastes, no word of focus or size
    "\x1b[?7h\x1b[m\x1b[?1049l\x1b[?25h"  # long lines wrap, no colour, the screen from before, the cursor
)


class Window:
    """The terminal behind a file descriptor, remembered as it was when this was made."""

    def __init__(self, fileno: int) -> None:
        self.fileno = fileno
        self._before = termios.tcgetattr(fileno)

    def has_gone(self) -> bool:
        """Whether nobody is at the other end any more."""
        try:
            termios.tcgetattr(self.fileno)
        except termios.error:
            return True
        return False

    def is_ours(self) -> bool:
        """Whether we may use it; not where the shell has put us in the background."""
        try:
            return os.tcgetpgrp(self.fileno) == os.getpgrp()
        except OSError:
            return True  # it controls nobody, so nobody is in the background

    def give_back(self) -> None:
        """Put it back as it was, as far as it takes that without being waited for."""
        with suppress(termios.error):
            termios.tcsetattr(self.fileno, termios.TCSANOW, self._before)
        # Opened anew: the descriptor is shared with the shell, which does not expect one that never waits.
        with suppress(OSError):
            own = os.open(os.ttyname(self.fileno), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
            try:
                os.write(own, _AS_BEFORE.encode())
            finally:
                os.close(own)


def as_large_as_it_says(driver: type[Driver]) -> type[Driver]:
    """A driver that asks the terminal for its size. Textual's believes COLUMNS and LINES, which a shell may have from another."""
    if not hasattr(driver, "_get_terminal_size"):
        return driver

    class Sized(driver):
        """Knows how large the terminal is, before the first frame too."""

        def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - Textual's signature
            super().__init__(*given, **named)
            if self._size is None:
                self._size = self._get_terminal_size()

        def _get_terminal_size(self) -> tuple[int, int]:
            with suppress(OSError):
                columns, rows = os.get_terminal_size(self.fileno)  # type: ignore[attr-defined]
                if columns and rows:
                    return columns, rows
            return super()._get_terminal_size()  # type: ignore[misc]

    return Sized
