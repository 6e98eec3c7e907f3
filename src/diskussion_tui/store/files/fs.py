"""The one door to the disk: every byte that is written and every name that is made goes through an `Fs`.

Small on purpose. A test can stand in for it and record, break or tear each call, which is how the promises are proved;
a durable write is then spelled out in one place instead of wherever somebody saves something.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from diskussion_tui.store.files import lock, rights
from diskussion_tui.store.files.ground import LACKING, below, chosen_folder, is_inner, open_below, open_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_HELD = frozenset({errno.EBUSY, errno.ETXTBSY})
"""What some shares answer where somebody has the file open that another is to replace."""
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2)
"""Seconds between attempts: scanners and synchronisers hold a file open for about as long as it takes to read it."""


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Have what the system refuses say of which file, of one of ours in which folder: a write that fails knows only a handle, and another was blamed."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(chosen_folder(path) if is_inner(path) else path)
        raise


_FOLLOWS = os.link not in os.supports_follow_symlinks
"""Left to the system where it offers no choice; the source is a file that we made a moment ago."""


class Fs:
    """The file system as POSIX gives it. Errors are `OSError`, as the system raised them."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, each made durable in the one that holds it. A folder of ours is kept private.

        One that cannot be made durable is taken away again: at the next attempt it would pass for durable.
        """
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        for one in reversed(missing):
            self._make(one)
        if is_inner(folder / "-"):
            rights.keep_folder_private(folder)

    def _make(self, folder: Path) -> None:
        mode = rights.of_new_folder(folder.parent)
        with below(folder) as (name, above), suppress(FileExistsError):
            os.mkdir(name, mode, dir_fd=above)
        try:
            self.sync_folder(folder.parent)
        except OSError:
            with suppress(OSError):  # another program may have put something there meanwhile
                folder.rmdir()
            raise

    def open_journal(self, path: Path) -> int:
        """Open a file of ours for appending, made if it is not there. Its name is durable after `sync_folder`.

        Raises `ShutError` where it is a link, or no file.
        """
        # Asked before: making a file has the system forget what it knows of the folder, and a share would answer once more.
        told = rights.private(chosen_folder(path))
        handle = open_below(path, os.O_RDWR | os.O_APPEND | os.O_CREAT)
        try:
            rights.keep_private(handle, path, told)
        except OSError:
            self.close(handle)
            raise
        return handle

    def open_new(self, path: Path) -> int:
        """Open a file that must not be there yet."""
        return open_below(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)

    def open_over(self, path: Path) -> int:
        """Open a file to write it anew where it stands: for disks that cannot put one file in another's place."""
        return open_below(path, os.O_WRONLY | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0))

    def write(self, handle: int, data: bytes) -> None:
        """Write all of `data`."""
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]

    def empty(self, handle: int) -> None:
        """Take everything out of a file."""
        os.ftruncate(handle, 0)

    def sync(self, handle: int) -> None:
        """Return when what was written is on the disk, not merely on its way there."""
        if sys.platform == "darwin":
            _sync(handle, _to_the_disk_itself, os.fsync)
        else:
            _sync(handle, *([os.fdatasync] if hasattr(os, "fdatasync") else []), os.fsync)

    def close(self, handle: int) -> None:
        """Close a file and let go of its lock."""
        lock.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` where `target` is, in one step. It waits a little for whoever has `target` open, where that matters."""
        for pause in _PAUSES:
            try:
                self._rename(source, target)
            except OSError as error:
                waits = error.errno in _HELD or (
                    sys.platform == "win32" and isinstance(error, PermissionError)
                )
                if not waits:
                    raise
                time.sleep(pause)
            else:
                return
        self._rename(source, target)

    def _rename(self, source: Path, target: Path) -> None:
        with below(source) as (old, there), below(target) as (new, here):
            os.replace(old, new, src_dir_fd=there, dst_dir_fd=here)

    def link_new(self, source: Path, target: Path) -> None:
        """Give `source` the name `target` too. Raises `FileExistsError` rather than take a name that is in use."""
        with below(source) as (old, there), below(target) as (new, here):
            os.link(old, new, src_dir_fd=there, dst_dir_fd=here, follow_symlinks=_FOLLOWS)

    def remove(self, path: Path) -> None:
        """Remove a file; one that is gone already is no error, nor, on Windows, one that a program still has open."""
        open_elsewhere = (PermissionError,) if sys.platform == "win32" else ()
        with suppress(FileNotFoundError, *open_elsewhere), below(path) as (name, folder):
            os.unlink(name, dir_fd=folder)

    def remove_held(self, path: Path, handle: int) -> None:
        """Remove a file that we have open and locked, and close it.

        While it is locked, so that whoever has opened it meanwhile sees that it is gone. Windows removes no file that is open:
        not ours before it is closed, nor one that somebody has opened meanwhile.
        """
        if sys.platform == "win32":
            self.close(handle)
            self.remove(path)
            return
        try:
            self.remove(path)
        finally:
            self.close(handle)

    def remove_folder(self, folder: Path) -> None:
        """Remove a folder that is empty. Raises `OSError`, also where it is a link."""
        with below(folder) as (name, above):
            os.rmdir(name, dir_fd=above)

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder durable. Windows has no such call and needs none; some shares have none either."""
        if sys.platform == "win32":
            return
        handle = open_folder(folder)
        try:
            _sync(handle, os.fsync)
        finally:
            os.close(handle)


def _to_the_disk_itself(handle: int) -> None:
    """What `fsync` means elsewhere: on a Mac that only hands over to the disk. Shares of other systems do not know it."""
    import fcntl

    fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # type: ignore[attr-defined, unused-ignore] - there only


def _sync(handle: int, *calls: Callable[[int], None]) -> None:
    """Sync as far as the file system knows how. What cannot be promised there is said by `doctor`."""
    for call in calls:
        try:
            call(handle)
        except OSError as error:
            if error.errno not in LACKING:
                raise
        else:
            return
