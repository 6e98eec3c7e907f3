"""Writing a whole file so that at every instant it is either the one before or the new one, never half of either."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.store.files.fs import Fs

_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES}
"""What file systems without hard links (FAT, some network shares) answer."""

_LONG = 220
"""The bytes of a name that something can be added to: file systems take 255."""


def write_whole(fs: Fs, path: Path, data: bytes, workplace: Path) -> None:
    """Put `data` at `path`, durably, over what is there. `workplace` is a folder on the same disk for the file in the making."""
    fresh = _written(fs, _in_the_making(path, workplace), data)
    try:
        fs.replace(fresh, path)
    except OSError:
        fs.remove(fresh)
        raise
    fs.sync_folder(path.parent)


def write_free(fs: Fs, candidates: Iterable[Path], data: bytes, workplace: Path) -> Path:
    """Put `data` durably under the first name that nobody has, and leave the files that have one alone. Which it was."""
    for path in candidates:
        with suppress(FileExistsError):
            _write_new(fs, path, data, workplace)
            return path
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _write_new(fs: Fs, path: Path, data: bytes, workplace: Path) -> None:
    fresh = _written(fs, _in_the_making(path, workplace), data)
    try:
        fs.link_new(fresh, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        fs.close(fs.open_new(path))  # takes the name, or raises where somebody has it
        fs.replace(fresh, path)
    finally:
        fs.remove(fresh)
    fs.sync_folder(path.parent)


def _in_the_making(path: Path, workplace: Path) -> Path:
    """The name of a file in the making; a short one where that of `path` is already as long as names can be."""
    name = os.fsencode(path.name)
    short = path.name if len(name) <= _LONG else f"{crc32(name):08x}"
    return workplace / f"{short}.{os.getpid()}.ny"


def _written(fs: Fs, path: Path, data: bytes) -> Path:
    fs.remove(path)
    handle = fs.open_new(path)
    try:
        fs.write(handle, data)
        fs.sync(handle)
    finally:
        fs.close(handle)
    return path
