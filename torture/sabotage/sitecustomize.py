"""Breaks the program on purpose, so that it is seen that the harness sees losses. Loaded by Python at its start.

`append`: the journal is never written, and a note is called saved although only the tidy file will hold it. `write`:
half of what is written reaches no file at all.
"""

import os
from collections.abc import Iterable
from itertools import count

from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.session.journal import Journal

_written = count()


def _appends_nothing(self: Journal, blocks: Iterable[object], *, durable: bool = True) -> None:
    del self, blocks, durable


def _writes_half(self: Fs, handle: int, data: bytes) -> None:
    del self
    if next(_written) % 2:
        os.write(handle, data)


match os.environ.get("TORTURE_SABOTAGE"):
    case "append":
        Journal.append = _appends_nothing
    case "write":
        Fs.write = _writes_half
    case _:
        pass
