"""A problem with a file as a row: where it is, what is wrong, what to write instead."""

from __future__ import annotations

from diskussion_tui.base.text import one_line
from diskussion_tui.base.value import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `line` counts from 1, 0 where no line can be named; `key` is the path in the file."""

    file: str
    line: int
    key: str
    what: str
    write: str = ""
    nearest: str = ""

    def row(self) -> str:
        """The problem on one clean line: file, line, key, what is wrong, what to write. A file may be called anything."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        parts = [place, self.key, self.what, self.write]
        return "  ".join(one_line(part) for part in parts if part)
