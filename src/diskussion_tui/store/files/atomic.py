"""Writing a whole file so that at every instant it is either the one before or the new one, never half of either."""

from __future__ import annotations

import errno
import os
import secrets
import sys
from contextlib import suppress
from typing import TYPE_CHECKING
from zlib import crc32

from diskussion_tui.store.files.fs import naming
from diskussion_tui.store.files.ground import LACKING, is_inner, is_linked
from diskussion_tui.store.files.rights import is_shared, keep_private, narrow, seen, share, take_over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import TypeAlias

    from diskussion_tui.store.files.fs import Fs

    Give: TypeAlias = Callable[[int, Path], None]
    """Gives an open file its rights before anything is written into it; told under which name it is to lie."""

NO_LINKS = LACKING | {errno.EPERM, errno.EMLINK, errno.EACCES, errno.EXDEV}
"""What file systems without hard links (FAT, some network shares) answer, and those that have none between two folders."""
NO_REPLACING = LACKING | {errno.EEXIST, errno.EXDEV}
"""What file systems answer that cannot put a file where another is."""

_LONG = 220
"""The bytes of a name that something can be added to: file systems take 255."""


def write_whole(fs: Fs, path: Path, data: bytes, workplace: Path, give: Give | None = None) -> None:
    """Put `data` at `path`, durably, over what is there. `workplace` is a folder on the same disk for the file in the making.

    What takes its place has the rights that it had, or those that `give` gives. A link that is ours stays one, and what it
    leads to is replaced.
    """
    target = _own_target(path)
    if target != path and not on_one_disk(target.parent, workplace):
        workplace = target.parent
    fresh = _written(fs, _in_the_making(path, workplace), data, target, give)
    try:
        _replace(fs, fresh, target, data)
    except OSError:
        fs.remove(fresh)
        raise
    fs.sync_folder(target.parent)


def on_one_disk(one: Path, other: Path) -> bool:
    """Whether a file in one folder can take a place in the other. Raises `OSError`."""
    return one.stat().st_dev == other.stat().st_dev


def _replace(fs: Fs, fresh: Path, target: Path, data: bytes) -> None:
    """Put a file in another's place; where the file system cannot, write into that one while the whole one lies beside it."""
    try:
        fs.replace(fresh, target)
    except OSError as error:
        if error.errno not in NO_REPLACING:
            raise
        fs.sync_folder(fresh.parent)  # after a power cut it is what is left
        handle = fs.open_over(target)
        try:
            take_over(handle, fresh)
            with naming(target):
                fs.write(handle, data)
                fs.sync(handle)
        finally:
            fs.close(handle)
        fs.remove(fresh)


def _own_target(path: Path) -> Path:
    """Where a link leads that somebody has made on purpose and nobody else could have: else the name itself.

    In a folder that others may write to nobody can know who made a link, whatever the system says.
    """
    if not is_linked(path):
        return path
    mine = sys.platform != "win32" and os.lstat(path).st_uid == os.geteuid()
    return path.resolve() if mine and not is_shared(path.parent) else path


def write_free(
    fs: Fs, candidates: Iterable[Path], data: bytes, workplace: Path, give: Give | None = None
) -> Path:
    """Put `data` durably under the first name that nobody has, and leave the files that have one alone. Which it was.

    It has the rights of a new file, or those that `give` gives.
    """
    for path in candidates:
        with suppress(FileExistsError):
            _write_new(fs, path, data, workplace, give)
            return path
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _write_new(fs: Fs, path: Path, data: bytes, workplace: Path, give: Give | None) -> None:
    fresh = _written(fs, _in_the_making(path, workplace), data, path, give)
    try:
        fs.link_new(fresh, path)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        fs.close(fs.open_new(path))  # takes the name, or raises where somebody has it
        _replace(fs, fresh, path, data)
    finally:
        fs.remove(fresh)
    fs.sync_folder(path.parent)


def _in_the_making(path: Path, workplace: Path) -> Path:
    """A name for a file in the making that nobody else takes; a short one where that of `path` is already as long as can be."""
    name = os.fsencode(path.name)
    short = path.name if len(name) <= _LONG else f"{crc32(name):08x}"
    return workplace / f"{short}.{os.getpid()}-{secrets.token_hex(3)}.ny"


def _written(fs: Fs, path: Path, data: bytes, target: Path, give: Give | None) -> Path:
    """A new file that holds `data` on disk, with the rights of the one it is to replace, or of a new one.

    What is refused is told of by the name that somebody chose: nobody knows the one in the making.
    """
    try:
        return _written_as(fs, path, data, target, give)
    except OSError as error:
        error.filename = str(target)
        raise


def _written_as(fs: Fs, path: Path, data: bytes, target: Path, give: Give | None) -> Path:
    handle = fs.open_new(path)
    try:
        (give or give_rights)(handle, target)
        fs.write(handle, data)
        fs.sync(handle)
    except OSError:
        fs.close(handle)  # first: Windows removes no file that is open
        fs.remove(path)
        raise
    fs.close(handle)
    return path


def give_rights(handle: int, target: Path) -> None:
    """Give an open file the rights of the one it is to replace, or of a new one there. Raises `OSError`."""
    if is_inner(target):
        keep_private(handle, target)
        return
    try:
        take_over(handle, target)
    except FileNotFoundError:
        share(handle, target.parent)


def no_more_open(*than: Path) -> Give:
    """Gives what is written its rights, but opens it to nobody to whom one of some files is closed that its words come from."""

    def give(handle: int, target: Path) -> None:
        give_rights(handle, target)
        narrow(handle, seen(than))

    return give
