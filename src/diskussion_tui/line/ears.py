"""Where lines come from: a terminal with a line that can be edited, or a pipe.

At a terminal the line is GNU Readline's, told that the terminal is a dumb one, so that it draws with blanks and backspaces and no
escape sequence goes out, whatever the terminal could do. It has no limit to a line either, where the system's own would take 4,096
bytes and drop the rest.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, Protocol

from diskussion_tui.base.text import as_letters, clean_line
from diskussion_tui.line.understanding import MARK

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedReader

MOST_BYTES = 1_000_000
"""A line of a pipe is taken in up to here; longer ones become several, and are too long to be notes anyhow."""


class BrokenOffError(Exception):
    """Somebody has broken off the line that they were typing; `begun` is what stood in it."""

    def __init__(self, begun: str) -> None:
        self.begun = begun
        super().__init__(begun)


class Ears(Protocol):
    """Hears what is typed."""

    edits: bool
    """Whether what was begun before stands in the line again."""

    def hear(self, prompt: str, begun: str = "") -> str | None:
        """The next line, None at the end of all. Raises `BrokenOffError`."""
        ...


class PipeEars:
    """Lines of a pipe, or of a terminal without Readline. `write` says the prompt, with an end of line where nobody types one."""

    edits = False

    def __init__(self, stream: BufferedReader, write: Callable[[str], object], *, typed: bool) -> None:
        self._stream, self._write, self._typed = stream, write, typed

    def hear(self, prompt: str, begun: str = "") -> str | None:  # noqa: ARG002 - nothing can be put into a pipe
        """The next line."""
        self._write(prompt if self._typed else f"{prompt.rstrip()}\n")
        try:
            line = self._stream.readline(MOST_BYTES)
        except KeyboardInterrupt:
            raise BrokenOffError("") from None
        text = line.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
        return as_letters(text).rstrip("\r\n") if line else None


class TerminalEars:
    """A line that is edited, remembers the lines before it, and completes the names of commands with Tab."""

    edits = True

    def __init__(self, completions: Callable[[str], list[str]]) -> None:
        os.environ["TERM"] = "dumb"  # read by Readline as it begins
        import readline

        self._readline = readline
        self._completions = completions
        self._begun = ""
        signal.signal(signal.SIGINT, self._break_off)
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
        try:
            typed = input(prompt)
        except EOFError:
            return None
        except KeyboardInterrupt:
            raise BrokenOffError(as_letters(self._begun)) from None
        return as_letters(typed)

    def _break_off(self, _number: int, _frame: object) -> None:
        """Ctrl+C: look what stands in the line before Readline throws it away."""
        self._begun = self._readline.get_line_buffer()
        raise KeyboardInterrupt

    def _complete(self, typed: str, number: int) -> str | None:
        """The command that a line may go on as, by Readline's way of asking: one after another until there is none."""
        if not typed.startswith(MARK):
            return None
        found = [f"{MARK}{word} " for word in self._completions(typed[1:])]
        return found[number] if number < len(found) else None
