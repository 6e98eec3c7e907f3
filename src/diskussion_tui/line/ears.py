"""Where lines come from: a terminal with a line that can be edited, or a pipe.

At a terminal the line is GNU Readline's, told that the terminal is a dumb one, so that it draws with blanks and backspaces and no
escape sequence goes out, whatever the terminal could do. It has no limit to a line either, where the system's own would take 4,096
bytes and drop the rest.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from diskussion_tui.base.text import as_letters, clean_line
from diskussion_tui.line.understanding import MARK

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedReader
    from types import FrameType

MOST_BYTES = 1_000_000
"""A line of a pipe is taken in up to here; longer ones become several, and are too long to be notes anyhow."""
LOOKS = 0.5
"""Seconds between two looks at what stands in the line of a terminal: so much of it a kill may take."""
_PIECE = 65_536
_STOPS = tuple(getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP"))
_SET_TIMER, _REAL, _ALARM = (getattr(signal, name, None) for name in ("setitimer", "ITIMER_REAL", "SIGALRM"))
"""The timer that looks; nothing where the system has none."""


class BrokenOffError(Exception):
    """Somebody has broken off the line that they were typing; `begun` is what stood in it."""

    def __init__(self, begun: str) -> None:
        self.begun = begun
        super().__init__(begun)


class Ears(Protocol):
    """Hears what is typed."""

    edits: bool
    """Whether what was begun before stands in the line again."""
    tells: Callable[[str], object] | None
    """Is told what stands in a line that is being typed, where that can be seen."""

    @property
    def left(self) -> str:
        """What stood in the line when no more came: nobody has pressed Enter behind it."""
        ...

    def hear(self, prompt: str, begun: str = "") -> str | None:
        """The next line, None at the end of all. Raises `BrokenOffError`."""
        ...


class PipeEars:
    """Lines of a pipe, or of a terminal without Readline. `write` says the prompt, with an end of line where nobody types one.

    It holds what has come beyond a line, so that a pipe has one of these from its beginning to its end.
    """

    edits = False
    tells = None

    def __init__(self, stream: BufferedReader, write: Callable[[str], object], *, typed: bool) -> None:
        self._stream, self._write, self._typed = stream, write, typed
        self._held = b""

    def hear(self, prompt: str, begun: str = "") -> str | None:  # noqa: ARG002 - nothing can be put into a pipe
        """The next line. What ends without an end of line is none: of a pipe that closed within it, nobody knows what was meant."""
        self._write(prompt if self._typed else f"{prompt.rstrip()}\n")
        try:
            line = self._line()
        except KeyboardInterrupt:
            raise BrokenOffError("") from None
        return _read(line) if line else None

    @property
    def left(self) -> str:
        """What has come that no line was made of: the beginning of one, and lines that nobody got to."""
        return _read(self._held)

    def _line(self) -> bytes:
        """The bytes of the next line with its end; none at the end of all. What is read stays held where a signal breaks in."""
        while not (end := self._held.find(b"\n", 0, MOST_BYTES) + 1) and len(self._held) < MOST_BYTES:
            piece = self._stream.read1(_PIECE)
            if not piece:
                return b""
            self._held += piece
        end = end or MOST_BYTES
        line, self._held = self._held[:end], self._held[end:]
        return line


def _read(line: bytes) -> str:
    return as_letters(line.decode("utf-8", "surrogateescape").removeprefix("\ufeff")).rstrip("\r\n")


class TerminalEars:
    """A line that is edited, remembers the lines before it, and completes the names of commands with Tab.

    While it is typed it is looked at, in turns of the thread that reads it: Readline says nothing of half a line, and another
    thread would look while it is being changed.
    """

    edits = True

    def __init__(self, completions: Callable[[str], list[str]]) -> None:
        os.environ["TERM"] = "dumb"  # read by Readline as it begins
        import readline

        self._readline = readline
        self._completions = completions
        self._begun = ""
        self.tells: Callable[[str], object] | None = None
        for number in _STOPS:
            self._look_before(number)
        if _ALARM:
            signal.signal(_ALARM, self._look)
        for setting in ("enable-bracketed-paste off", "bell-style none", "show-all-if-ambiguous on"):
            readline.parse_and_bind(f"set {setting}")
        readline.parse_and_bind("tab: complete")
        readline.set_completer_delims("")
        readline.set_completer(self._complete)
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(errors="surrogateescape")

    def hear(self, prompt: str, begun: str = "") -> str | None:
        """The next line, with what was `begun` in it to go on from."""
        self._begun = ""
        self._readline.set_startup_hook(lambda: self._readline.insert_text(clean_line(begun)))
        self._look_every(LOOKS if self.tells else 0)
        try:
            typed = input(prompt)
        except EOFError:
            self._begun = self._standing()
            self._leave_the_line()
            return None
        except SystemExit:
            self._leave_the_line()
            raise
        except KeyboardInterrupt:
            begun, self._begun = self._begun, ""
            raise BrokenOffError(as_letters(begun)) from None
        finally:
            self._look_every(0)
        self._begun = ""
        return as_letters(typed)

    @property
    def left(self) -> str:
        """What stood in the line when the terminal was gone, or the system said stop."""
        return as_letters(self._begun)

    def _standing(self) -> str:
        """What stands in the line. Of a terminal that is gone Readline has emptied it already: then what the last look saw."""
        return self._readline.get_line_buffer() if sys.stdin.isatty() else self._begun

    @staticmethod
    def _leave_the_line() -> None:
        """What is said next begins on a line of its own."""
        with suppress(OSError):  # the terminal is gone
            sys.stdout.write("\n")
            sys.stdout.flush()

    def _look_before(self, number: signal.Signals | None) -> None:
        """Have what ends the line look first at what stands in it: Readline throws it away."""
        meant = signal.getsignal(number) if number else None

        def stop(stopped: int, frame: FrameType | None) -> None:
            self._begun = self._standing()
            if callable(meant):
                meant(stopped, frame)

        if number and callable(meant):
            signal.signal(number, stop)

    def _look_every(self, seconds: float) -> None:
        if _SET_TIMER:
            _SET_TIMER(_REAL, seconds, seconds)

    def _look(self, _number: int, _frame: object) -> None:
        """Tell what stands in the line."""
        self._begun = self._standing()
        if self.tells:
            self.tells(as_letters(self._begun))

    def _complete(self, typed: str, number: int) -> str | None:
        """The command that a line may go on as, by Readline's way of asking: one after another until there is none."""
        if not typed.startswith(MARK):
            return None
        found = [f"{MARK}{word} " for word in self._completions(typed[1:])]
        return found[number] if number < len(found) else None
