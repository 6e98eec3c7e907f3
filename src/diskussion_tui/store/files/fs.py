"""The one door to the disk: every byte that is written and every name that is made goes through an `Fs`.

Small on purpose. A test can stand in for it and record, break or tear each call, which is how the promises are proved;
a durable write is then spelled out in one place instead of wherever somebody saves something.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2)
"""Seconds between attempts: scanners and synchronisers hold a file open for about as long as it takes to read it."""


class Fs:
    """The file system as POSIX gives it. Errors are `OSError`, as the system raised them."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, each made durable in the one that holds it.

        One that cannot be made durable is taken away again: at the next attempt it would pass for durable.
        """
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        for one in reversed(missing):
            one.mkdir(exist_ok=True)
            try:
                self.sync_folder(one.parent)
            except OSError:
                with suppress(OSError):  # another program may have put something there meanwhile
                    one.rmdir()
                raise

    def open_journal(self, path: Path) -> int:
        """Open a file for appending, made if it is not there; the name is durable when this returns."""
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _BINARY, 0o666)
        try:
            self.sync_folder(path.parent)
        except OSError:
            self.close(handle)
            raise
        return handle

    def open_new(self, path: Path) -> int:
        """Open a file that must not be there yet."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)

    def write(self, handle: int, data: bytes) -> None:
        """Write all of `data`."""
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]

    def sync(self, handle: int) -> None:
        """Return when what was written is on the disk, not merely on its way there."""
        if sys.platform == "darwin":
            import fcntl

            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        elif hasattr(os, "fdatasync"):
            os.fdatasync(handle)
        else:
            os.fsync(handle)

    def close(self, handle: int) -> None:
        """Close a file."""
        os.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` where `target` is, in one step. On Windows it waits a little for whoever is reading `target`."""
        for pause in _PAUSES:
            try:
                source.replace(target)
            except PermissionError:
                if sys.platform != "win32":
                    raise
                time.sleep(pause)
            else:
                return
        source.replace(target)

    def link_new(self, source: Path, target: Path) -> None:
        """Give `source` the name `target` too. Raises `FileExistsError` rather than take a name that is in use."""
        os.link(source, target)

    def remove(self, path: Path) -> None:
        """Remove a file; one that is gone already is no error, nor, on Windows, one that a program still has open."""
        open_elsewhere = (PermissionError,) if sys.platform == "win32" else ()
        with suppress(FileNotFoundError, *open_elsewhere):
            path.unlink()

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder durable. Windows has no such call and needs none."""
        if sys.platform == "win32":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
