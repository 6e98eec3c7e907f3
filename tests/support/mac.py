"""macOS, as far as the program can see it, standing in on another system: to be put in place as `tests/support/windows.py` is.

Names come back with their accents apart, as HFS+ and many shares keep them, and are found either way. What is to be on the disk
is asked for by `F_FULLFSYNC`, which a share may not know; the machine's number is the system's to tell, and in no file.
"""

from __future__ import annotations

import builtins
import ctypes
import errno
import fcntl
import io
import os
import select
import signal
import sys
import time
import unicodedata
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import tests.support.windows  # noqa: F401 - the standard library, imported before the system is another

if TYPE_CHECKING:
    from pathlib import Path

F_FULLFSYNC = 51
NUMBER = bytes(range(16))
LACKS = {
    os: [
        "fdatasync",
        "getxattr",
        "listxattr",
        "removexattr",
        "setxattr",
        "O_PATH",
        "O_TMPFILE",
        "O_NOATIME",
        "pipe2",
        "sched_getaffinity",
        "eventfd",
    ],
    time: ["CLOCK_BOOTTIME", "pthread_getcpuclockid"],
    signal: ["sigwaitinfo", "sigtimedwait"],
    select: ["epoll", "EPOLLIN"],
}
"""What Python has not on macOS, by module."""
NUMBERS = ("/etc/machine-id", "/var/lib/dbus/machine-id", "/etc/hostid")

_real = SimpleNamespace(
    fcntl=fcntl.fcntl, fsync=os.fsync, open=os.open, CDLL=ctypes.CDLL, builtin_open=builtins.open
)


@dataclass
class Mac:
    """What this Mac has been told and has seen."""

    root: Path
    full_syncs: int = 0
    """How often it was asked to bring everything to the disk itself."""
    plain_syncs: int = 0
    """How often it was asked only to hand over to the disk, which may keep it in a memory of its own."""
    on_a_share: bool = False
    """Whether the folder lies where nobody knows `F_FULLFSYNC`."""

    def fcntl(self, handle: int, command: int, argument: Any = 0) -> Any:
        if command != F_FULLFSYNC:
            return _real.fcntl(handle, command, argument)
        if self.on_a_share:
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
        self.full_syncs += 1
        return _real.fsync(handle)

    def fsync(self, handle: int) -> None:
        self.plain_syncs += 1
        _real.fsync(handle)


class _System:
    """The system's own library, which tells the machine's number."""

    def __init__(self, name: str | None, **_named: object) -> None:
        self._real = _real.CDLL(name)

    def __getattr__(self, name: str) -> Any:
        if name != "gethostuuid":
            return getattr(self._real, name)
        return _told


def _told(number: Any, _patience: object) -> int:
    number[:] = NUMBER
    return 0


def become(root: Path, _home: Path) -> Mac:
    """Stand in from now on, until the process ends."""
    assert not [name for name in sys.modules if name.startswith("diskussion_tui")]
    system = Mac(root)
    for module, names in LACKS.items():
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    fcntl.F_FULLFSYNC, fcntl.fcntl = F_FULLFSYNC, system.fcntl  # type: ignore[attr-defined]
    os.fsync = system.fsync  # type: ignore[bad-assignment]
    ctypes.CDLL = _System  # type: ignore[misc,assignment]
    _take_names_apart()
    sys.platform = "darwin"
    return system


def _take_names_apart() -> None:
    """Have every name be kept with its accents apart."""
    by_hand = [
        "open",
        "stat",
        "lstat",
        "mkdir",
        "rmdir",
        "unlink",
        "remove",
        "rename",
        "replace",
        "link",
        "listdir",
        "scandir",
        "access",
        "readlink",
        "chmod",
        "utime",
        "statvfs",
    ]
    for name in by_hand:
        setattr(os, name, _apart(getattr(os, name)))
    builtins.open = io.open = _apart(builtins.open)


def _apart(call: Any) -> Any:
    def called(*given: Any, **named: Any) -> Any:
        if given and isinstance(given[0], str | os.PathLike) and os.fspath(given[0]) in NUMBERS:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), given[0])
        return call(*map(_taken_apart, given), **named)

    return called


def _taken_apart(given: Any) -> Any:
    if isinstance(given, os.PathLike):
        given = os.fspath(given)
    return unicodedata.normalize("NFD", given) if isinstance(given, str) else given
