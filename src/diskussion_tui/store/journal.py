"""The journal: what has been said, on disk before the screen calls it saved.

One append-only file per writer and session. Every change is one sealed block of TOML that ends in its checksum; a
block without its seal was cut off while being written, was never acknowledged, and is passed over. Two programs never
share a journal: whoever opens it holds its lock for as long as it runs.
"""

from __future__ import annotations

import errno
import os
import re
import sys
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diskussion_tui.store import codec
from diskussion_tui.store.lock import try_lock
from diskussion_tui.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.domain.session import Record
    from diskussion_tui.store.fs import Fs

_SEAL = re.compile(rb"^# crc32 ([0-9a-f]{8})\n", re.MULTILINE)
_MANY = 100
"""More programs than this on one session at once is a mistake somewhere, not a workshop."""


class Journal:
    """A writer's open journal. `path` and `writer` tell whose; it stays locked until `close`."""

    def __init__(self, fs: Fs, path: Path, writer: str, handle: int) -> None:
        self.path = path
        self.writer = writer
        self._fs = fs
        self._handle = handle

    @classmethod
    def open(cls, fs: Fs, live: Path, session_id: str, writer: str) -> Journal:
        """The journal of a writer, or of `writer-2` and so on where another program has it. Raises `OSError`."""
        for number in range(1, _MANY):
            name = writer if number == 1 else f"{writer}-{number}"
            path = live / f"{session_id}.{name}.toml"
            handle = opened_alone(fs, path)
            if handle is not None:
                journal = cls(fs, path, name, handle)
                journal._seal_off()
                return journal
        raise OSError(f"more than {_MANY} programs have this discussion open")

    def append(self, blocks: Iterable[Iterable[Record]], *, durable: bool = True) -> None:
        """Append sealed blocks in one write. With `durable` they are on the disk when this returns. Raises `OSError`."""
        if self._handle < 0:
            self.reopen()
        self._fs.write(self._handle, b"".join(map(sealed, blocks)))
        if durable:
            self._fs.sync(self._handle)

    def _seal_off(self) -> None:
        """Close what stands there already, so that what a crash cut off does not take the next block with it.

        Also where the end looks sealed: after a failed sync the system may show bytes that never reach the disk.
        """
        try:
            if os.fstat(self._handle).st_size:
                self._fs.write(self._handle, b"\n# crc32 00000000\n")
        except OSError:
            self.close()  # half a seal closes nothing: the next append must start here again
            raise

    def reopen(self) -> None:
        """Give up the file description after a failed write: what the system says of it afterwards cannot be trusted."""
        self.close()
        handle = opened_alone(self._fs, self.path)
        if handle is None:
            raise OSError(errno.EAGAIN, "the journal is held by another program")
        self._handle = handle
        self._seal_off()

    def remove(self) -> None:
        """Remove the journal: everything it holds stands in the session file."""
        if sys.platform == "win32":
            self.close()  # an open file cannot be removed there
        self._fs.remove(self.path)
        self.close()

    def close(self) -> None:
        """Let go of the file and its lock."""
        if self._handle >= 0:
            self._fs.close(self._handle)
            self._handle = -1


@dataclass(frozen=True, slots=True)
class Journaled:
    """What a journal file held, and how many bytes of it could not be read."""

    versions: tuple[Record, ...]
    lost_bytes: int


def sealed(records: Iterable[Record]) -> bytes:
    """Records as one block of TOML with its seal."""
    text = "".join(codec.block("history", record, one_line=True) for record in records).encode()
    return text + b"# crc32 %08x\n" % zlib.crc32(text)


def read_journal(data: bytes) -> Journaled:
    """What the sealed blocks of a journal hold. A block whose seal does not match is counted, not guessed at."""
    good: list[bytes] = []
    lost, start = 0, 0
    for seal in _SEAL.finditer(data):
        text = data[start : seal.start()]
        if zlib.crc32(text) == int(seal[1], 16):
            good.append(text)
        else:
            lost += len(text) if text.strip(b"\n") else 0
        start = seal.end()
    lost += len(data) - start
    head = f"schema_version = {SCHEMA_VERSION}\n".encode()
    return Journaled(codec.read(head + b"".join(good)).versions, lost)


def journals_of(live: Path, session_id: str) -> list[Path]:
    """The journals of a session, whoever wrote them."""
    try:
        return sorted(
            path
            for path in live.iterdir()
            if path.name.startswith(f"{session_id}.") and path.suffix == ".toml"
        )
    except OSError:
        return []


def opened_alone(fs: Fs, path: Path) -> int | None:
    """A file open and locked, made if it is not there; None where another program has it."""
    while True:
        handle = fs.open_journal(path)
        if not try_lock(handle):
            fs.close(handle)
            return None
        if same_file(handle, path):
            return handle
        fs.close(handle)  # removed between opening and locking: what is written there would be lost


def same_file(handle: int, path: Path) -> bool:
    """Whether an open file is still the one that stands at `path`."""
    try:
        there = path.stat()
    except OSError:
        return False
    here = os.fstat(handle)
    return (here.st_ino, here.st_dev) == (there.st_ino, there.st_dev)
