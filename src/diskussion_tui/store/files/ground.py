"""Opening what lies in a folder that others may write to.

A folder of discussions may be shared, and not everybody who shares it need mean well. What the program makes in it lies in
folders of its own (`.live`, `.ovning`, `sammanstallning`, `original`). In those nothing is reached through a link: not the folder, not a file, not by a
second name of a file that lies elsewhere; else whoever may write there could have us append to, or remove, any file of ours.
The chosen folder itself, and a session file in it, may be links: those are a person's own.

Every call takes the folder by a handle that was opened without following, so that nobody can exchange it in between. Windows
has no such calls; there the folders are looked at first.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.toml import MAX_BYTES
from diskussion_tui.store.files.parallel import SLOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

LIVE = ".live"
"""Beside the session files: journals, files in the making, and what could not be read and was kept."""
PRACTICE = ".ovning"
"""Beside them too: copies of the example that somebody practises on."""
COMPILED = "sammanstallning"
"""And compilations, each in a folder of its own in this one."""
ORIGINALS = "original"
"""And the files that were read in, as they came."""

MAX_FILE = MAX_BYTES
"""No session file has more bytes: one that does is not opened."""
MAX_JOURNAL = 100_000_000
"""Nor has a journal more than this: it holds every version, and all of it was acknowledged."""

LACKING = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EBADF, errno.EISDIR})
"""What a file system answers to a call that it does not have: it cannot, which is not that it refuses."""
_DEEP = 3
"""So many folders below the chosen one are ours at most: `.ovning`, one in it, and the `.live` of that."""
_OURS = {1: (LIVE, PRACTICE, COMPILED, ORIGINALS), 2: (LIVE, PRACTICE, COMPILED), 3: (LIVE, PRACTICE)}
"""How they are called, by how deep below the chosen one something in them lies."""
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_WAITING = getattr(os, "O_NONBLOCK", 0)
"""Opening a pipe waits for whoever is at its other end, unless it is said not to."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_AS_FOLDER = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_PATH", os.O_RDONLY) | _BINARY
_BY_HANDLE = os.open in os.supports_dir_fd and bool(_NO_LINK)


_LEADS_ELSEWHERE = 0x2000_0000
"""The bit by which Windows marks links and junctions. Without it, what is looked up elsewhere is the file itself, as OneDrive has it."""
_NUMBERS = {"not_a_file": errno.EISDIR, "too_large": errno.EFBIG, "linked": errno.EMLINK}
_IS_LINK = frozenset({errno.ELOOP, errno.EMLINK})
"""What systems answer to `O_NOFOLLOW` where the file is a link."""


class ShutError(OSError):
    """What is not opened whoever asks: `code` is `not_a_file`, `too_large`, or `linked` for a file that has another name too."""

    def __init__(self, code: str, path: Path) -> None:
        self.code = code
        super().__init__(_NUMBERS[code], os.strerror(_NUMBERS[code]), str(path))


@contextmanager
def below(path: Path) -> Iterator[tuple[str | Path, int | None]]:
    """What a call is to be given for a path: its name and its folder's handle where that is one of ours, else the path alone.

    Raises `OSError`, also where a folder of ours is a link or no folder.
    """
    chosen, inner = _parted(path.parent)
    if not inner:
        yield path, None
        return
    if not _BY_HANDLE:
        _look_for_links(chosen, inner)
        yield path, None
        return
    handle = os.open(chosen, _AS_FOLDER)
    try:
        for name in inner:
            above, handle = handle, _folder_in(handle, name)
            os.close(above)
        yield path.name, handle
    finally:
        os.close(handle)


def _folder_in(above: int, name: str) -> int:
    try:
        return os.open(name, _AS_FOLDER | _NO_LINK, dir_fd=above)
    except NotADirectoryError:  # so it is called where a link is not followed to a folder
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), name) from None


def open_below(path: Path, flags: int, mode: int = 0o600) -> int:
    """Open a file; in a folder of ours not through a link. It is a regular one, or `ShutError` says what else.

    A file of ours that has a second name somewhere is none of ours any more.
    """
    ours = is_inner(path)
    flags |= _BINARY | _NO_WAITING | (_NO_LINK if ours else 0)
    with below(path) as (name, folder):
        handle = _opened(path, name, flags, mode, folder)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise ShutError("not_a_file", path)
        if ours and found.st_nlink > 1:
            raise ShutError("linked", path)
    except OSError:
        os.close(handle)
        raise
    return handle


def _opened(path: Path, name: str | Path, flags: int, mode: int, folder: int | None) -> int:
    if not _NO_LINK and is_inner(path) and is_linked(path):
        raise ShutError("linked", path)
    try:
        return os.open(name, flags, mode, dir_fd=folder)
    except OSError as error:
        if flags & _NO_LINK and error.errno in _IS_LINK:
            raise ShutError("linked", path) from None
        if _leads_nowhere(path):  # a device that is not there
            raise ShutError("not_a_file", path) from None
        raise


def _leads_nowhere(path: Path) -> bool:
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


@contextmanager
def opened(path: Path) -> Iterator[tuple[BufferedReader, os.stat_result]]:
    """A file to be read, and what the system said of it before it was read. Raises `ShutError` for what is no regular file, and `OSError`.

    Where opening took long, nobody waits for the closing, which on a share is another answer to wait for.
    """
    began = time.perf_counter()
    handle = open_below(path, os.O_RDONLY)
    slow = time.perf_counter() - began > SLOW
    file = os.fdopen(handle, "rb")
    try:
        yield file, os.fstat(handle)
    finally:
        _closed(file, beside=sys.platform != "win32" and slow)  # there an open file cannot be replaced


def _closed(file: BufferedReader, *, beside: bool) -> None:
    if beside:
        threading.Thread(target=file.close, name="closer", daemon=True).start()
    else:
        file.close()


def read_whole(path: Path, begin: int = 0, most: int = 0) -> bytes:
    """What a file holds from `begin` on. Raises `ShutError` for what is no regular file or has more bytes than `most`, and `OSError`."""
    most = most or (MAX_JOURNAL if is_inner(path) else MAX_FILE)
    with opened(path) as (file, found):
        if found.st_size > most:
            raise ShutError("too_large", path)
        if begin:
            file.seek(begin)
        return file.read(most)


def read_start(path: Path, size: int) -> bytes:
    """The first `size` bytes of a file, however large it is. Raises `ShutError` for what is no regular file, and `OSError`."""
    with opened(path) as (file, _found):
        return file.read(size)


def open_folder(folder: Path) -> int:
    """A handle of a folder, for listing it and making its names durable. Raises `OSError`, also where one of ours is a link."""
    with below(folder / "-") as (_name, handle):
        if handle is None:
            return os.open(folder, os.O_RDONLY | _BINARY)
        return os.open(".", os.O_RDONLY | _BINARY, dir_fd=handle)  # one for reaching through can do neither


def names_in(folder: Path) -> list[Path]:
    """What is in a folder. Raises `OSError`, also where one of ours is a link."""
    if not is_inner(folder / "-") or os.listdir not in os.supports_fd:
        with below(folder / "-"):
            return list(folder.iterdir())
    handle = open_folder(folder)
    try:
        return [folder / name for name in os.listdir(handle)]  # noqa: PTH208 - of a handle
    finally:
        os.close(handle)


def is_inner(path: Path) -> bool:
    """Whether a path lies in a folder of ours, where no link is followed."""
    return bool(_parted(path.parent)[1])


def chosen_folder(path: Path) -> Path:
    """The folder of discussions that a path lies in or below."""
    return _parted(path.parent)[0]


def is_linked(path: Path) -> bool:
    """Whether a name is a link, or on Windows any other thing that leads elsewhere."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISLNK(found.st_mode) or bool(getattr(found, "st_reparse_tag", 0) & _LEADS_ELSEWHERE)


def _parted(folder: Path) -> tuple[Path, tuple[str, ...]]:
    """A folder as the one that was chosen, and the names of those of ours below it."""
    parts = folder.parts
    for deep in range(_DEEP, 0, -1):
        if len(parts) > deep and parts[-deep] in _OURS[deep]:
            return Path(*parts[:-deep]), parts[-deep:]
    return folder, ()


def _look_for_links(chosen: Path, inner: tuple[str, ...]) -> None:
    for name in inner:
        chosen /= name
        if is_linked(chosen):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(chosen))
