"""What a share's server does with each call: it obeys, then hands on to a folder of this machine.

Apart from `slow_share.py`, because libfuse is looked for as soon as this is imported.
"""

from __future__ import annotations

import fcntl
import functools
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mfusepy

if TYPE_CHECKING:
    from collections.abc import Callable


_AND_MORE = 1
"""FUSE_READDIR_PLUS: the system wants to know of each name in a folder what asking for it would say."""
_IS_MORE = 2
"""FUSE_FILL_DIR_PLUS: that is said."""


class Share(mfusepy.FUSE):
    """A mounted folder that says of each name what is known of it, as SMB and NFS do.

    Without that the system asks for every name, one after the other.
    """

    def readdir_fuse_3(
        self,
        path: bytes | None,
        buf: Any,  # noqa: ANN401 - the library's own
        filler: Any,  # noqa: ANN401
        offset: int,
        fip: Any,  # noqa: ANN401
        flags: int,
    ) -> int:
        found = self.operations.listed((path or b"/").decode(errors="surrogateescape"))
        for place, (name, attributes) in enumerate(found[offset:], offset):
            stat = mfusepy.c_stat()
            mfusepy.set_st_attrs(stat, attributes, use_ns=True)
            more = _IS_MORE if flags & _AND_MORE else 0
            if filler(buf, name.encode(errors="surrogateescape"), stat, place + 1, more):
                break
        return 0


class Passthrough(mfusepy.Operations):
    """Every call asks `obey` first, which may wait, hang or raise; then it is the folder `root` that answers."""

    use_ns = True

    def __init__(self, root: str, obey: Callable[[str, str], None]) -> None:
        self._root = root
        self._obey = obey

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - whatever the base class has
        found = super().__getattribute__(name)
        if name.startswith("_") or not callable(found) or getattr(found, "libfuse_ignore", False):
            return found

        @functools.wraps(found)  # the library looks at the signature
        def obeying(path: str, *rest: Any) -> Any:  # noqa: ANN401
            where = path if isinstance(path, str) else ""
            self._obey(name, where)
            return found(path, *rest)

        return found if name in {"init", "destroy", "listed"} else obeying

    def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
        return _attributes(os.lstat(self._root + path) if fh is None else os.fstat(fh))

    def readdir(self, path: str, fh: int) -> list[str]:
        raise NotImplementedError  # `Share` asks `listed`

    def listed(self, path: str) -> list[tuple[str, dict[str, Any]]]:
        """What is in a folder, each name with what is known of it."""
        self._obey("readdir", path)
        with os.scandir(self._root + path) as entries:
            found = [(one.name, _attributes(one.stat(follow_symlinks=False))) for one in entries]
        return [
            (".", _attributes(os.lstat(self._root + path))),
            ("..", _attributes(os.lstat(self._root))),
            *found,
        ]

    def open(self, path: str, flags: int) -> int:
        return os.open(self._root + path, flags)

    def create(self, path: str, mode: int, flags: int) -> int:
        return os.open(self._root + path, flags | os.O_CREAT, mode)

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        return os.pread(fh, size, offset)

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        if fcntl.fcntl(fh, fcntl.F_GETFL) & os.O_APPEND:
            return os.write(fh, data)
        return os.pwrite(fh, data, offset)

    def truncate(self, path: str, length: int, fh: int | None = None) -> int:
        os.truncate(self._root + path if fh is None else fh, length)
        return 0

    def flush(self, path: str, fh: int) -> int:
        os.close(os.dup(fh))
        return 0

    def release(self, path: str, fh: int) -> int:
        os.close(fh)
        return 0

    def fsync(self, path: str, datasync: int, fh: int) -> int:
        (os.fdatasync if datasync else os.fsync)(fh)
        return 0

    def fsyncdir(self, path: str, datasync: int, fh: int) -> int:
        handle = os.open(self._root + path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        return 0

    def flock(self, path: str, fh: int, op: int) -> int:
        fcntl.flock(fh, op)
        return 0

    def link(self, target: str, source: str) -> int:
        os.link(self._root + source, self._root + target)
        return 0

    def symlink(self, target: str, source: str) -> int:
        Path(self._root + target).symlink_to(source)
        return 0

    def readlink(self, path: str) -> str:
        return str(Path(self._root + path).readlink())

    def rename(self, old: str, new: str) -> int:
        Path(self._root + old).replace(self._root + new)
        return 0

    def unlink(self, path: str) -> int:
        Path(self._root + path).unlink()
        return 0

    def mkdir(self, path: str, mode: int) -> int:
        Path(self._root + path).mkdir(mode)
        return 0

    def rmdir(self, path: str) -> int:
        Path(self._root + path).rmdir()
        return 0

    def chmod(self, path: str, mode: int) -> int:
        Path(self._root + path).chmod(mode)
        return 0

    def chown(self, path: str, uid: int, gid: int) -> int:
        os.lchown(self._root + path, uid, gid)
        return 0

    def utimens(self, path: str, times: tuple[int, int] | None = None) -> int:
        if times is None:
            os.utime(self._root + path)
        else:
            os.utime(self._root + path, ns=times)
        return 0

    def statfs(self, path: str) -> dict[str, int]:
        found = os.statvfs(self._root + path)
        keys = (
            "f_bavail",
            "f_bfree",
            "f_blocks",
            "f_bsize",
            "f_favail",
            "f_ffree",
            "f_files",
            "f_frsize",
        )
        return {key: getattr(found, key) for key in (*keys, "f_namemax")}


def _attributes(stat: os.stat_result) -> dict[str, Any]:
    keys = ("st_mode", "st_nlink", "st_uid", "st_gid", "st_size", "st_ino", "st_blocks")
    times = {key: getattr(stat, f"{key}_ns") for key in ("st_atime", "st_mtime", "st_ctime")}
    return {key: getattr(stat, key) for key in keys} | times
