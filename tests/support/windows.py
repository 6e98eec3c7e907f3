"""Windows, as far as the program can see it, standing in on another system.

To be put in place in a process of its own (`become`), after the standard library has been imported, which looks at the system
itself. From then on `sys.platform` says `win32`, modules and calls that Python lacks there are gone, and those that it has do as
they do there: a file that somebody has open is neither replaced nor removed, a folder cannot be opened, names that Windows keeps
for itself are refused, a folder made for its owner alone (0o700) shuts out everybody else, and locks are bytes of a file.

What it cannot show stands in docs/provat.md: paths are this system's own, and so are disks.
"""

from __future__ import annotations

import asyncio  # noqa: F401 - as below: it looks at the system when it is imported
import builtins
import concurrent.futures  # noqa: F401
import errno
import fcntl
import io
import multiprocessing.context  # noqa: F401
import os
import pathlib  # noqa: F401
import platform
import pty  # noqa: F401
import shutil
import signal
import sqlite3  # noqa: F401
import struct
import subprocess
import sys
import tempfile  # noqa: F401
import time
import uuid  # noqa: F401
import zipfile  # noqa: F401
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any, Self

from tests.support.windows_lacks import CALLS, MODULES, SIGNALS, TIMES

if TYPE_CHECKING:
    from collections.abc import Callable

O_BINARY = 1 << 29
"""A bit that this system does not use: who opens a file to write it and forgets it has line ends put in."""
CLOUD_FILE, JUNCTION, LINK = 0x9000_601A, 0xA000_0003, 0xA000_000C
"""Tags of reparse points: a file of OneDrive, which leads nowhere, a folder that is another one, and a link."""
LONGEST = 260
"""Characters of a path, unless somebody has switched longer ones on."""
RESERVED = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{one}{n}" for one in ("COM", "LPT") for n in range(10)))
)
MACHINE = "9a3b1c52-5f0e-4d4f-8a57-0d3e5c6a7b81"

_real = SimpleNamespace(**{name: getattr(os, name) for name in dir(os)})
_usage = shutil.disk_usage(os.curdir)


@dataclass
class Windows:
    """What this Windows has been told and has seen. `root` is the folder in which names and lengths are looked at."""

    root: Path
    private: list[Path] = field(default_factory=list)
    """Folders made for their owner alone: nobody else can list them, or make a file there."""
    refused: list[str] = field(default_factory=list)
    """Calls that were refused because somebody had the file open, as `call name`."""
    pauses: list[float] = field(default_factory=list)
    """Seconds that were waited for."""
    in_the_cloud: dict[str, OSError | None] = field(default_factory=dict)
    """Files that OneDrive shows, and how it answers to whoever reads them: None where it fetches them."""
    fetched: list[str] = field(default_factory=list)
    """Those of them that were read, each time."""
    reparse: dict[str, int] = field(default_factory=dict)
    """Tags of reparse points, by path."""
    can_replace: bool = True
    """False on a share that puts no file in another's place."""
    as_text: set[int] = field(default_factory=set)
    """Handles of files that were not opened as bytes."""
    has_links: bool = True
    """False on a stick: FAT and exFAT know no second name of a file."""
    letting_go: Callable[[], None] = lambda: None

    # ---- what is open --------------------------------------------------------------------------------------------

    def refuse_if_open(self, call: str, *paths: Any) -> None:
        for path in paths:
            if _is_open(path):
                self.refused.append(f"{call} {Path(os.fspath(path)).name}")
                raise PermissionError(errno.EACCES, "[WinError 32] used by another process", os.fspath(path))

    def look_at_name(self, path: Any) -> None:
        """Refuse what no file can be called there."""
        whole = _whole(path)
        if not whole.startswith(str(self.root)):
            return
        if len(whole) >= LONGEST:
            raise FileNotFoundError(errno.ENOENT, "[WinError 206] too long", whole)
        for name in Path(whole).relative_to(self.root).parts:
            if set(name) & set('<>:"|?*\\') or any(ord(one) < 32 for one in name) or name[-1] in ". ":
                raise OSError(errno.EINVAL, "[WinError 123] the name is incorrect", whole)
            if name.partition(".")[0].rstrip().upper() in RESERVED:
                raise OSError(errno.EINVAL, "[WinError 267] a device", whole)

    # ---- the calls -----------------------------------------------------------------------------------------------

    def open(self, path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        _no_handle(dir_fd)
        self.look_at_name(path)
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "[WinError 5] a folder", os.fspath(path))
        self._fetch(path)
        handle = _real.open(path, flags & ~O_BINARY | _real.O_CLOEXEC, mode)
        self.as_text.discard(handle)
        if not flags & O_BINARY:
            self.as_text.add(handle)
        return handle

    def write(self, handle: int, data: Any) -> int:
        """What is written to a file that was not opened as bytes has line ends put in."""
        if handle not in self.as_text:
            return _real.write(handle, data)
        _real.write(handle, bytes(data).replace(b"\n", b"\r\n"))
        return len(data)

    def _fetch(self, path: Any) -> None:
        name = _whole(path)
        if name in self.in_the_cloud:
            if error := self.in_the_cloud[name]:
                raise error
            self.fetched.append(Path(name).name)

    def replace(
        self, old: Any, new: Any, *, src_dir_fd: int | None = None, dst_dir_fd: int | None = None
    ) -> None:
        _no_handle(src_dir_fd, dst_dir_fd)
        self.look_at_name(new)
        if not self.can_replace and Path(new).exists():
            raise OSError(errno.EINVAL, "[WinError 1] Incorrect function", os.fspath(new))
        self.refuse_if_open("replace", old, new)
        _real.replace(old, new)

    def link(
        self,
        old: Any,
        new: Any,
        *,
        src_dir_fd: Any = None,
        dst_dir_fd: Any = None,
        follow_symlinks: bool = True,
    ) -> None:
        _no_handle(src_dir_fd, dst_dir_fd)
        if not follow_symlinks:
            raise NotImplementedError("link: follow_symlinks unavailable on this platform")
        self.look_at_name(new)
        if not self.has_links:
            raise OSError(errno.EINVAL, "[WinError 1] Incorrect function", os.fspath(old))
        _real.link(old, new)

    def unlink(self, path: Any, *, dir_fd: int | None = None) -> None:
        _no_handle(dir_fd)
        self.refuse_if_open("unlink", path)
        _real.unlink(path)

    def rmdir(self, path: Any, *, dir_fd: int | None = None) -> None:
        _no_handle(dir_fd)
        _real.rmdir(path)

    def mkdir(self, path: Any, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
        _no_handle(dir_fd)
        self.look_at_name(path)
        _real.mkdir(path)
        if mode == 0o700:
            self.private.append(Path(path))

    def lstat(self, path: Any, *, dir_fd: int | None = None) -> Any:
        _no_handle(dir_fd)
        found = _real.lstat(path)
        tag = self.reparse.get(_whole(path), 0)
        return _Found(found, tag) if tag else found

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.letting_go()


class _Found:
    """What the system says of a file that is a reparse point."""

    def __init__(self, found: os.stat_result, tag: int) -> None:
        self._found, self.st_reparse_tag = found, tag

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found, name)


def _whole(path: Any) -> str:
    """A path from its beginning on, with no link followed."""
    return os.path.abspath(os.fspath(path))  # noqa: PTH100 - as above


def _no_handle(*handles: int | None) -> None:
    if any(one is not None for one in handles):
        raise NotImplementedError("dir_fd unavailable on this platform")


def _is_open(path: Any) -> bool:
    """Whether this process has a file open, by whatever name."""
    try:
        wanted = _real.stat(path, follow_symlinks=False)
    except OSError:
        return False
    for handle in _real.listdir("/proc/self/fd"):
        with suppress(OSError):
            found = _real.stat(f"/proc/self/fd/{handle}")
            if (found.st_dev, found.st_ino) == (wanted.st_dev, wanted.st_ino):
                return True
    return False


def _msvcrt() -> ModuleType:
    """Locks are bytes of a file from where it stands, and one who has it open a second time is another."""
    made: Any = ModuleType("msvcrt")
    made.LK_UNLCK, made.LK_LOCK, made.LK_NBLCK = 0, 1, 2

    def locking(handle: int, _mode: int, size: int) -> None:
        at = _real.lseek(handle, 0, os.SEEK_CUR)
        may_write = fcntl.fcntl(handle, fcntl.F_GETFL) & (os.O_WRONLY | os.O_RDWR)
        kind = fcntl.F_WRLCK if may_write else fcntl.F_RDLCK
        wanted = struct.pack("hhqqi4x", kind, os.SEEK_SET, at, size, 0)
        try:
            fcntl.fcntl(handle, fcntl.F_OFD_SETLK, wanted)
        except (BlockingIOError, PermissionError):
            raise PermissionError(errno.EACCES, "Permission denied") from None

    made.locking = locking
    made.get_osfhandle = lambda handle: handle
    return made


def _winreg(home: Path) -> ModuleType:
    """The number of the machine, and where the folders of whoever sits there lie."""
    made: Any = ModuleType("winreg")
    made.HKEY_LOCAL_MACHINE, made.HKEY_CURRENT_USER = "HKLM", "HKCU"
    made.KEY_READ, made.KEY_WOW64_64KEY = 0x20019, 0x0100

    class Key:
        def __init__(self, where: str) -> None:
            self.where = where

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    def query(key: Key, name: str) -> tuple[str, int]:
        found = {
            (r"HKLM\SOFTWARE\Microsoft\Cryptography", "MachineGuid"): MACHINE,
            (_FOLDERS, "Local AppData"): str(home / "AppData" / "Local"),
            (_FOLDERS, "AppData"): str(home / "AppData" / "Roaming"),
        }
        if (key.where, name) not in found:
            raise FileNotFoundError(errno.ENOENT, "[WinError 2] no such value", name)
        return found[key.where, name], 1

    made.OpenKey = lambda root, path, _reserved=0, _access=0: Key(f"{root}\\{path}")
    made.QueryValueEx = query
    return made


_FOLDERS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\Shell Folders"


def become(root: Path, home: Path) -> Windows:
    """Stand in from now on, until the process ends. The program must not have been imported yet."""
    assert not [name for name in sys.modules if name.startswith("diskussion_tui")]
    platform.uname()  # asked while it can be: it is remembered
    system = Windows(root)
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment] - so an import says that there is none
    sys.modules["msvcrt"], sys.modules["winreg"] = _msvcrt(), _winreg(home)
    for module, names in ((os, CALLS), (signal, SIGNALS), (time, TIMES)):
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    for name in ("open", "write", "replace", "link", "unlink", "rmdir", "mkdir", "lstat"):
        setattr(os, name, getattr(system, name))
    os.rename, os.remove, os.O_BINARY = os.replace, os.unlink, O_BINARY  # type: ignore[attr-defined]
    os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks = set(), {os.stat}, {os.stat}
    os.startfile = lambda path: system.refused.append(f"startfile {path}")  # type: ignore[attr-defined]
    shutil._use_fd_functions = False  # type: ignore[attr-defined]
    shutil.disk_usage = lambda path: _usage  # noqa: ARG005
    time.sleep = system.sleep  # type: ignore[bad-assignment]
    builtins.open = io.open = _opening(system)
    subprocess.Popen.kill = lambda process: process.send_signal(9)  # type: ignore[method-assign] - it ends there at once, by no signal
    subprocess.STARTUPINFO = SimpleNamespace  # type: ignore[attr-defined,misc]
    sys.platform = "win32"
    import platformdirs.windows as folders

    folders._RESOLVE_WIN_FOLDER = folders.get_win_folder_from_registry  # type: ignore[misc] - the shell itself is not here
    return system


def _opening(system: Windows) -> Any:
    real = builtins.open

    def opened(file: Any, *given: Any, **named: Any) -> Any:
        if not isinstance(file, int):
            system._fetch(file)
        return real(file, *given, **named)

    return opened
