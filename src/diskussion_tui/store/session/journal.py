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
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from diskussion_tui.store.files.fs import naming
from diskussion_tui.store.files.ground import MAX_JOURNAL, ShutError, names_in
from diskussion_tui.store.files.lock import same_file, try_lock
from diskussion_tui.store.files.parallel import SLOW, Ahead
from diskussion_tui.store.files.schema import is_later
from diskussion_tui.store.session.blocks import END_OF_ANOTHER, beginning, sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path
    from typing import Self

    from diskussion_tui.domain.session.records import Head, Version
    from diskussion_tui.store.files.fs import Fs
    from diskussion_tui.store.session.blocks import Journaled

_NUMBERED = re.compile(r"(-\d+)?(\+\d+)?$")
_LONG = 20_000_000
"""Bytes after which a journal begins anew: every half-typed line is appended, and nobody reads a journal without end."""
_MANY = 100
"""More programs than this on one session at once is a mistake somewhere, not a workshop."""


class _OpenFile:
    """A file of a journal: known by what is open, not by its name, which somebody may have given to another file.

    `length` is how many bytes it has at least; it is `given_up` once all that it held stands in a later one, and `named` once
    its name would be there after a power cut; `naming` is under way to that.
    """

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self.handle = handle
        self.length = 0
        self.given_up = self.named = False
        self.naming: Ahead[None] | None = None

    @property
    def identity(self) -> tuple[int, int] | None:
        """Device and inode; None once it is closed."""
        if self.handle < 0:
            return None
        found = os.fstat(self.handle)
        return (found.st_dev, found.st_ino)

    @property
    def is_there(self) -> bool:
        """Whether the file is still the one under its name."""
        return self.handle >= 0 and same_file(self.handle, self.path)

    @property
    def is_whole(self) -> bool:
        """Whether what was written is found where it is looked for."""
        if self.handle < 0 or self.given_up:
            return True
        return self.is_there and os.fstat(self.handle).st_size >= self.length


class Journal:
    """A writer's open journal. `writer` tells whose, `paths` its files; they stay locked until `close`."""

    _head: Head
    closes: Callable[[int], None] = staticmethod(
        lambda _handle: None
    )  # whom the words are closed to elsewhere

    def __init__(self, fs: Fs, path: Path, writer: str, handle: int) -> None:
        self.writer = writer
        self._fs = fs
        self._files = [_OpenFile(path, handle)]
        self._begun = self._failed = self._slow = False

    @property
    def paths(self) -> list[Path]:
        """The journal's files, the one that is written to last."""
        return [one.path for one in self._files]

    def close_as(self, closes: Callable[[int], None]) -> None:
        """Have the files that there are, and those that come, closed to somebody."""
        self.closes = closes
        for one in self._files:
            if one.handle >= 0:
                closes(one.handle)

    @property
    def identities(self) -> frozenset[tuple[int, int]]:
        """Which files are ours, whatever stands under their names by now: as device and inode."""
        return frozenset(identity for one in self._files if (identity := one.identity))

    @classmethod
    def open(
        cls, fs: Fs, live: Path, head: Head, writer: str, read: Mapping[Path, Journaled] | None = None
    ) -> Journal:
        """The journal of a writer, or of `writer-2` and so on where another program has it. Raises `OSError`.

        `read` are journals that have just been read: what is known of them is not looked for again.
        """
        names = [writer if number == 1 else f"{writer}-{number}" for number in range(1, _MANY)]
        journal = cls.first_free(fs, ((live / f"{head.id}.{name}.toml", name) for name in names), read)
        journal._head = head  # noqa: SLF001 - our own
        return journal

    @classmethod
    def first_free(
        cls, fs: Fs, wanted: Iterable[tuple[Path, str]], read: Mapping[Path, Journaled] | None = None
    ) -> Self:
        """The journal at the first of some paths, each with its writer's name, that no other program has. Raises `OSError`."""
        for path, name in wanted:
            began = time.perf_counter()
            handle = _opened_if_ours(fs, path, (read or {}).get(path))
            if handle is not None:
                journal = cls(fs, path, name, handle)
                journal._begin(slow=time.perf_counter() - began > SLOW)
                return journal
        raise OSError(f"more than {_MANY} programs have this discussion open")

    def append(self, blocks: Iterable[Iterable[Version]], *, durable: bool = True) -> None:
        """Append sealed blocks in one write. With `durable` they are on the disk when this returns. Raises `OSError`."""
        if self._failed:
            self._go_on()
        self._failed = True
        file = self._files[-1]
        data = b"".join(map(self._sealed, blocks))
        if not self._begun:
            data = (END_OF_ANOTHER if file.length else b"") + self._beginning() + data
        if file.length + len(data) > MAX_JOURNAL:  # nobody would read it
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        with naming(file.path):
            self._write(file, data, durable=durable)
        self._begun, self._failed = True, False

    def _write(self, file: _OpenFile, data: bytes, *, durable: bool) -> None:
        self._fs.write(file.handle, data)
        file.length += len(data)
        # A slow disk answers both at a time; on one of this machine a thread would only cost.
        gone = Ahead(lambda: self.vanished) if self._slow and durable else None
        if durable:
            self._sync(file)
        if gone.result() if gone else self.vanished:
            raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))

    def _sync(self, file: _OpenFile) -> None:
        """Have what was written, and the name it is found by, on the disk: each waits for its own answer. Raises `OSError`."""
        naming, file.naming = file.naming, None
        if not (naming or file.named):  # it was refused before
            naming = self._naming(file)
        try:
            self._fs.sync(file.handle)
        finally:
            if naming:
                naming.result()
        file.named = True

    def _naming(self, file: _OpenFile) -> Ahead[None]:
        return Ahead(lambda: self._fs.sync_folder(file.path.parent))

    @property
    def vanished(self) -> bool:
        """Whether somebody has taken words of ours away: a file that has gone, has another in its place, or was cut short."""
        return not all(one.is_whole for one in self._files)

    def renew(self, everything: Iterable[Version]) -> None:
        """Go on in a file of its own that begins with everything, where what was written before has been taken away.

        Raises `OSError`.
        """
        for one in self._files:
            one.given_up = True
        self._failed = True
        self.append([everything])

    @property
    def is_long(self) -> bool:
        """Whether there is so much in it that it should begin anew once a file holds it."""
        return sum(one.length for one in self._files) > _LONG

    def empty(self) -> None:
        """Take out everything: it stands in the session file, durably. The files stay, and with them the writer's name."""
        for one in self._files:
            self._fs.empty(one.handle)
            one.length = 0
        self._begun = False

    def _go_on(self) -> None:
        """Go on in a file of its own after a failed write. Raises `OSError`."""
        first = self._files[0].path
        for number in range(2, _MANY):
            path = first.with_name(f"{first.stem}+{number}.toml")
            handle = None if path in self.paths else _opened_if_ours(self._fs, path)
            if handle is not None:
                # The one before stays open, so that nobody takes the writer's name meanwhile.
                self._files.append(_OpenFile(path, handle))
                self._begin(slow=False)
                return
        raise OSError(errno.EMFILE, "too many journals")

    def remove(self) -> None:
        """Remove the journal: everything it holds stands in the session file.

        What has come under one of its names since is another's, and is not touched.
        """
        ours = [one.path for one in self._files if one.is_there]
        if sys.platform == "win32":
            self.close()  # an open file cannot be removed there
        for path in ours:
            self._fs.remove(path)
        self.close()

    def close(self) -> None:
        """Let go of the files and their locks."""
        for one in self._files:
            if one.handle >= 0:
                self._fs.close(one.handle)
            one.handle = -1

    def _sealed(self, records: Iterable[Any]) -> bytes:
        """A block as it is appended."""
        return sealed(records)

    def _beginning(self) -> bytes:
        """What makes a journal readable without its session file: the version of the format, and whose discussion."""
        return beginning(self._head)

    def _begin(self, *, slow: bool) -> None:
        """Begin to write to the last file. Raises `OSError`.

        What stands there already is closed by the first block, so that what a crash cut off does not take that with it; also
        where its end looks sealed: after a failed sync the system may show bytes that never reach the disk. On a slow disk
        the name is made durable meanwhile, and the first note waits for it; else nobody who speaks is to wait for it.
        """
        self._begun, self._slow = False, self._slow or slow
        file = self._files[-1]
        self.closes(file.handle)
        try:
            file.length = os.fstat(file.handle).st_size
            if slow:
                file.naming = self._naming(file)
            else:
                self._fs.sync_folder(file.path.parent)
                file.named = True
        except OSError:
            self.close()
            raise


def journal_in(fs: Fs, live: Path, head: Head, writer: str, read: Mapping[Path, Journaled]) -> Journal:
    """A journal in a folder that is most often there already; where it is not, it is made. Raises `OSError`."""
    with suppress(FileNotFoundError):
        return Journal.open(fs, live, head, writer, read)
    fs.make_folder(live)
    return Journal.open(fs, live, head, writer)


def journals_of(live: Path, session_id: str) -> list[Path]:
    """The journals of a session, whoever wrote them."""
    with suppress(OSError):
        return journals_among(names_in(live), session_id)
    return []


def journals_among(found: Iterable[Path], session_id: str) -> list[Path]:
    """Those of some files in a `.live` that are journals of a session."""
    return sorted(path for path in found if path.name.startswith(f"{session_id}.") and path.suffix == ".toml")


def writer_in(path: Path) -> str:
    """Whose a journal or a lock is, by its name, without the numbers of a second program; empty where it does not say."""
    return _NUMBERED.sub("", path.stem.partition(".")[2])


def _opened_if_ours(fs: Fs, path: Path, read: Journaled | None = None) -> int | None:
    """As `opened_alone`; None also for what is no file of ours, or of a later version: another name will do."""
    with suppress(ShutError):
        handle = opened_alone(fs, path)
        if handle is None or _is_fit(handle, read):
            return handle
        fs.close(handle)
    return None


def _is_fit(handle: int, read: Journaled | None) -> bool:
    """Whether an open journal may be gone on in. It is read by the handle that is there, and not where it is as it was `read`."""
    size = os.fstat(handle).st_size
    if not 0 < size <= MAX_JOURNAL:
        return not size
    if read and not read.newer and size == read.upto + read.cut_off:
        return True
    with open(handle, "rb", closefd=False) as file:
        return not is_later(file.read(size))


def opened_alone(fs: Fs, path: Path) -> int | None:
    """A file open and locked, made if it is not there; None where another has it. Raises `ShutError` for a link, a pipe."""
    while True:
        try:
            handle = fs.open_journal(path)
        except PermissionError:
            if not path.exists() or os.access(path, os.R_OK | os.W_OK):
                raise
            return None  # another user's
        if not try_lock(handle):
            fs.close(handle)
            return None
        if same_file(handle, path):
            return handle
        fs.close(handle)  # removed between opening and locking: what is written there would be lost
