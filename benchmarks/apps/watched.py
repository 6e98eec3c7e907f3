"""Runs the program, and writes down which modules are loaded in the moment in which a text goes to the screen.

`python -m benchmarks.apps.watched NOTES MARKER …`: the names go into the file NOTES, the rest to the program.
Textual writes to `sys.__stderr__`, so something that listens is put in its place before the program is imported.
"""

import sys
from typing import TYPE_CHECKING, Any, TextIO, cast

if TYPE_CHECKING:
    from collections.abc import Iterable
    from io import TextIOWrapper


class _Watched:
    """A file that is written to as before, and that knows when the marker has gone through it."""

    def __init__(self, file: TextIO, notes: str, marker: str) -> None:
        self._file = file
        self._notes = notes
        self._marker = marker

    def write(self, text: str) -> int:
        """Write on; the first time that the marker comes by, the modules are written down."""
        written = self._file.write(text)
        if self._marker and self._marker in text:
            self._marker = ""
            _write_down(self._notes, tuple(sys.modules))
        return written

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever a file has
        return getattr(self._file, name)


def _write_down(notes: str, names: "Iterable[str]") -> None:
    """Write the names of modules, one a line, leaving out what stands here for the benchmark's own sake."""
    with open(notes, "w", encoding="utf-8") as file:  # noqa: PTH123  # pathlib may be what is being looked for
        file.write("\n".join(name for name in names if not name.startswith("benchmarks")))


def main() -> int:
    """Run the program on what is left of the command line."""
    _, notes, marker, *given = sys.argv
    if sys.__stderr__ is not None:
        sys.__stderr__ = cast("TextIOWrapper", _Watched(sys.__stderr__, notes, marker))
    from diskussion_tui.cli.main import main as program  # it is what is being watched

    return program(given)


if __name__ == "__main__":
    sys.exit(main())
