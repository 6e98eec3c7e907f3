"""Locks that the system lets go of when a program dies, on the kinds of system and of folder that people have.

A folder that knows no locks (some network shares) is not one where everything is locked. There a file on this machine stands
in: those who would take the same lock are programs of one user on one machine, since every writer has files of their own.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_TAKEN = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK, errno.EINTR})
"""What a system answers where another program has the lock. Anything else means that there are no locks there."""
_stand_ins: dict[int, tuple[int, Path]] = {}
"""By the handle of a file that cannot be locked, the handle and the path of the file on this machine that is."""

if sys.platform == "win32":
    import msvcrt

    _BYTE = 1 << 30
    """Far behind what a journal holds: on Windows a locked byte cannot be read by others."""

    def _lock(handle: int) -> None:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, 0, os.SEEK_SET)  # whoever reads by the handle next reads from the beginning

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def try_lock(handle: int) -> bool:
    """Take the lock of an open file for this program; False where another has it."""
    try:
        _lock(handle)
    except OSError as error:
        return error.errno not in _TAKEN and _stand_in(handle)
    return True


def has_locks(handle: int) -> bool:
    """Whether the folder of an open file knows locks at all, told by asking for one. A lock that was free is taken."""
    try:
        _lock(handle)
    except OSError as error:
        return error.errno in _TAKEN
    return True


def close(handle: int) -> None:
    """Close a file and let go of its lock, wherever that lies."""
    if handle in _stand_ins:
        local, path = _stand_ins.pop(handle)
        with suppress(OSError):  # while it is locked: whoever opened it meanwhile sees that it is gone
            path.unlink()
        os.close(local)
    os.close(handle)


def _stand_in(handle: int) -> bool:
    """Lock a file on this machine that stands for one elsewhere. Where there are no locks here either, nobody is kept out.

    Then two programs may write to one journal, each whole blocks, which is why every block has a seal of its own.
    """
    found = os.fstat(handle)
    path = _folder() / f"{found.st_dev:x}-{found.st_ino:x}"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        local = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return True
    try:
        _lock(local)
        if os.fstat(local).st_ino == path.stat().st_ino:
            _stand_ins[handle] = (local, path)
            return True
    except FileNotFoundError:
        pass
    except OSError as error:
        os.close(local)
        return error.errno not in _TAKEN
    os.close(local)
    return _stand_in(handle)  # it was taken away between opening and locking


def _folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("diskussion-tui", appauthor=False)) / "las"


def same_file(handle: int, path: Path) -> bool:
    """Whether an open file is still the one that stands at `path`."""
    try:
        there = path.lstat()
    except OSError:
        return False
    here = os.fstat(handle)
    return (here.st_ino, here.st_dev) == (there.st_ino, there.st_dev)
