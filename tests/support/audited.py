"""Runs the program as it is installed, and writes down every file that it changes and every connection that it opens.

Python itself tells of both, whichever library asks for it (`sys.addaudithook`); no reading of the source sees as much.
Started as a script: `audited.py LOG ARGUMENTS…`. A row of the log is an event, and what it was about.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import threading
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGING = {
    "os.chmod": ((0, 2),),
    "os.chown": ((0, 3),),
    "os.link": ((0, 2), (1, 3)),
    "os.mkdir": ((0, 2),),
    "os.mkfifo": ((0, 2),),
    "os.mknod": ((0, 3),),
    "os.remove": ((0, 1),),
    "os.rename": ((0, 2), (1, 3)),
    "os.rmdir": ((0, 1),),
    "os.setxattr": ((0, None),),
    "os.symlink": ((1, 2),),
    "os.truncate": ((0, None),),
    "os.utime": ((0, 3),),
    "sqlite3.connect": ((0, None),),
}
"""Events that tell of a change on the disk, with which of their arguments are paths, and handles of folders for these."""
REACHING = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "ssl.")
STARTING = {"os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system", "subprocess.Popen"}


def told(event: str, arguments: tuple[Any, ...]) -> list[tuple[str, str]]:
    """What an event says of the disk or the network: rows of (event, path or what else it is about)."""
    if event == "open":
        path, mode, flags = arguments
        writes = bool(set("wax+") & set(mode)) if isinstance(mode, str) else bool(flags & WRITING)
        return [("open", _path(path, _opening.folder))] if writes and not isinstance(path, int) else []
    if event in CHANGING:
        places = CHANGING[event]
        return [(event, _path(arguments[at], None if of is None else arguments[of])) for at, of in places]
    if event in STARTING or (event.startswith(REACHING) and not _within(event, arguments)):
        return [(event, repr(arguments))]
    return []


def _within(event: str, arguments: tuple[Any, ...]) -> bool:
    """The pair of sockets by which asyncio wakes its own loop leads nowhere."""
    return event == "socket.__new__" and arguments[1] in {socket.AF_UNIX, -1}


def _path(given: Any, folder: int | None) -> str:
    """The whole name of what is given, in the folder that a handle stands for; no link is followed."""
    at = str(Path("/proc/self/fd", str(folder)).readlink()) if folder is not None and folder >= 0 else ""
    if isinstance(given, int):
        return str(Path("/proc/self/fd", str(given)).readlink())
    return os.path.abspath(os.path.join(at, os.fsdecode(given)))  # noqa: PTH100, PTH118 - the name as it was given


class _Opening(threading.local):
    """The handle of the folder that a file is opened in, the one thing that Python does not tell."""

    folder: int | None = None


_opening = _Opening()
_open = os.open


def _opened(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
    _opening.folder = dir_fd
    try:
        return _open(path, flags, mode, dir_fd=dir_fd)
    finally:
        _opening.folder = None


def main() -> int:
    log, sys.argv[1:] = sys.argv[1], sys.argv[2:]
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def hears(event: str, arguments: tuple[Any, ...]) -> None:
        with contextlib.suppress(UnicodeError):
            for name, what in told(event, arguments):
                os.write(handle, f"{name}\t{what}\n".encode())

    os.open = _opened
    sys.addaudithook(hears)
    from diskussion_tui.cli.main import main as program

    return program(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
