"""A process whose children fill the index of a folder, and are killed while they do. Run by `tests/store/library/test_index_killed.py`.

A line says which folder, at which statement of SQLite's each child is to be killed (0 for never), and how many of them begin at once.
What comes back is how many statements the last one had come to, and how each of them ended.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from pathlib import Path

from diskussion_tui.store.library import index_build, index_schema, lying, remembered
from diskussion_tui.store.library.listing import Library

_connect = sqlite3.connect


class _Counting:
    """Counts statements, and ends the program in the middle of one."""

    def __init__(self, last: int) -> None:
        self.count = 0
        self._last = last

    def __call__(self, _statement: str) -> None:
        self.count += 1
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect(self, *given: object, **named: object) -> sqlite3.Connection:
        """A connection whose statements are counted."""
        made = _connect(*given, **named)  # type: ignore[arg-type]
        made.set_trace_callback(self)
        return made


def _fill(folder: Path, last: int, told: int) -> None:
    counting = _Counting(last)
    index_schema.sqlite3.connect = counting.connect  # type: ignore[assignment]
    library = Library(folder)
    library.refresh()
    library.read()
    os.write(told, f"{counting.count}\n".encode())


def _begun(folder: Path, last: int, told: int) -> int:
    child = os.fork()
    if child:
        return child
    try:
        _fill(folder, last, told)
    except BaseException:  # noqa: BLE001 - a child tells by its end
        os._exit(1)
    os._exit(0)


def main() -> None:
    """Do what is asked for, line by line."""
    for module, name, value in (
        (remembered, "FEWEST", 1),
        (lying, "YOUNG", -60.0),
        (lying, "SLOW", 60.0),
        (index_build, "_STEP", 2),
    ):
        setattr(module, name, value)
    for line in sys.stdin:
        folder, last, several = line.rstrip("\n").split("\t")
        read, told = os.pipe()
        children = [_begun(Path(folder), int(last), told) for _ in range(int(several))]
        ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        os.close(told)
        with os.fdopen(read) as counts:
            most = max(map(int, counts), default=0)
        sys.stdout.write(" ".join(map(str, (most, *ended))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
