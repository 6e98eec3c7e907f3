"""The journal: what has been said, on disk before the screen calls it saved.

One append-only file per writer and session. Every change is one sealed block of TOML that ends in its checksum; a
block without its seal was cut off while being written, was never acknowledged, and is passed over. Two programs never
share a journal: whoever opens it holds its lock for as long as it runs.

After a failed write or sync a file is never written to again, since what the system says of it afterwards cannot be
trusted: the journal goes on in another one, with a number behind the writer's name.
"""

from __future__ import annotations

import errno
import os
import re
import sys
import zlib
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.faults import Fault
from diskussion_tui.store.files import codec
from diskussion_tui.store.files.lock import try_lock
from diskussion_tui.store.files.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.domain.session.records import Head, Record
    from diskussion_tui.store.files.fs import Fs

_SEAL = re.compile(rb"^# crc32 ([0-9a-f]{8})\n", re.MULTILINE)
_CUT_OFF = b"00000000"
"""The seal that is put behind what a crash cut off."""
_VERSION = re.compile(rb"# schema (\d{1,6})\n")
"""Begins what a program wrote from when it opened the journal: one left by a crash may go on in a later version."""
_MANY = 100
"""More programs than this on one session at once is a mistake somewhere, not a workshop."""


class Journal:
    """A writer's open journal. `writer` tells whose, `paths` its files; they stay locked until `close`."""

    def __init__(self, fs: Fs, path: Path, head: Head, writer: str, handle: int) -> None:
        self.writer = writer
        self.paths = [path]
        self._fs = fs
        self._head = head
        self._handle = handle
        self._retired: list[int] = []
        self._begun = self._failed = False

    @classmethod
    def open(cls, fs: Fs, live: Path, head: Head, writer: str) -> Journal:
        """The journal of a writer, or of `writer-2` and so on where another program has it. Raises `OSError`."""
        for number in range(1, _MANY):
            name = writer if number == 1 else f"{writer}-{number}"
            path = live / f"{head.id}.{name}.toml"
            handle = opened_alone(fs, path)
            if handle is not None:
                journal = cls(fs, path, head, name, handle)
                journal._seal_off()
                return journal
        raise OSError(f"more than {_MANY} programs have this discussion open")

    def append(self, blocks: Iterable[Iterable[Record]], *, durable: bool = True) -> None:
        """Append sealed blocks in one write. With `durable` they are on the disk when this returns. Raises `OSError`."""
        if self._failed:
            self._go_on()
        self._failed = True
        data = b"".join(map(sealed, blocks))
        self._fs.write(self._handle, data if self._begun else self._beginning() + data)
        if durable:
            self._fs.sync(self._handle)
        if self.vanished:
            raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))
        self._begun, self._failed = True, False

    @property
    def vanished(self) -> bool:
        """Whether somebody has taken the file away: what is written to it is not found where it is looked for."""
        return self._handle >= 0 and not same_file(self._handle, self.paths[-1])

    def _go_on(self) -> None:
        """Go on in a file of its own after a failed write. Raises `OSError`."""
        for number in range(2, _MANY):
            path = self.paths[0].with_name(f"{self.paths[0].stem}+{number}.toml")
            handle = None if path in self.paths else opened_alone(self._fs, path)
            if handle is not None:
                self._retired.append(self._handle)  # open, so that nobody takes the writer's name meanwhile
                self.paths.append(path)
                self._handle = handle
                self._seal_off()
                return
        raise OSError(errno.EMFILE, "too many journals")

    def remove(self) -> None:
        """Remove the journal: everything it holds stands in the session file."""
        if sys.platform == "win32":
            self.close()  # an open file cannot be removed there
        for path in self.paths:
            self._fs.remove(path)
        self.close()

    def close(self) -> None:
        """Let go of the files and their locks."""
        for handle in (*self._retired, self._handle):
            if handle >= 0:
                self._fs.close(handle)
        self._retired, self._handle = [], -1

    def _beginning(self) -> bytes:
        """What makes a journal readable without its session file: the version of the format, and whose discussion."""
        return _seal(b"# schema %d\n" % SCHEMA_VERSION + _text([self._head]))

    def _seal_off(self) -> None:
        """Close what stands there already, so that what a crash cut off does not take the next block with it.

        Also where the end looks sealed: after a failed sync the system may show bytes that never reach the disk.
        """
        self._begun = False
        try:
            if os.fstat(self._handle).st_size:
                self._fs.write(self._handle, b"\n# crc32 " + _CUT_OFF + b"\n")
        except OSError:
            self.close()  # half a seal closes nothing
            raise


@dataclass(frozen=True, slots=True)
class Journaled:
    """What a journal held.

    `faults` are the blocks that were damaged after they had been written, `cut_off` counts the bytes of what a crash cut
    off; `newer` is the format's version where that is later than ours.
    `upto` is where the last seal ends and `version` the format's version there: where to read on when it has grown.
    """

    versions: tuple[Record, ...]
    faults: tuple[Fault, ...] = ()
    cut_off: int = 0
    newer: int = 0
    upto: int = 0
    version: int = 1


def sealed(records: Iterable[Record]) -> bytes:
    """Records as one block of TOML with its seal."""
    return _seal(_text(records))


def read_journal(data: bytes, version: int = 1) -> Journaled:
    """What the sealed blocks of a journal hold. A block whose seal does not match is told of, not guessed at.

    `version` is the format's until the journal says another.
    """
    parts: list[tuple[int, list[bytes]]] = [(version, [])]
    faults: list[Fault] = []
    cut_off, start = 0, 0
    for seal in _SEAL.finditer(data):
        text = data[start : seal.start()]
        if zlib.crc32(text) == int(seal[1], 16):
            if begun := _VERSION.match(text):
                parts.append((int(begun[1]), []))
            parts[-1][1].append(text)
        elif seal[1] == _CUT_OFF:
            cut_off += len(text.strip(b"\n"))
        else:
            shown = text.decode(errors="replace")
            faults.append(Fault("damaged_block", data[:start].count(b"\n") + 1, "crc32", shown))
        start = seal.end()
    contents = [
        codec.read(b"schema_version = %d\n" % written + b"".join(good)) for written, good in parts if good
    ]
    return Journaled(
        tuple(record for content in contents for record in content.versions),
        (*faults, *(fault for content in contents for fault in content.faults)),
        cut_off + len(data) - start,
        max((content.newer for content in contents), default=0),
        start,
        parts[-1][0],
    )


def journals_of(live: Path, session_id: str) -> list[Path]:
    """The journals of a session, whoever wrote them."""
    try:
        return sorted(
            path
            for path in live.iterdir()
            if path.name.startswith(f"{session_id}.") and path.suffix == ".toml" and path.is_file()
        )
    except OSError:
        return []


def opened_alone(fs: Fs, path: Path) -> int | None:
    """A file open and locked, made if it is not there; None where another program, or another user, has it."""
    while True:
        try:
            handle = fs.open_journal(path)
        except PermissionError:
            if path.exists() and not os.access(path, os.R_OK | os.W_OK):
                return None  # another user's
            raise
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


def _text(records: Iterable[Record]) -> bytes:
    return "".join(codec.block("history", record, one_line=True) for record in records).encode()


def _seal(text: bytes) -> bytes:
    return text + b"# crc32 %08x\n" % zlib.crc32(text)
