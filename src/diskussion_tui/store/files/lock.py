"""Locks that the system lets go of when a program dies, on the two kinds of system that people have."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt
    import os

    _BYTE = 1 << 30
    """Far behind what a journal holds: on Windows a locked byte cannot be read by others."""

    def try_lock(handle: int) -> bool:
        """Take the lock of an open file for this program; False where another has it."""
        os.lseek(handle, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_lock(handle: int) -> bool:
        """Take the lock of an open file for this program; False where another has it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
