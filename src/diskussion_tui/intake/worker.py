"""A process that reads files, one after the other, for another that must not be brought down by them: `python -m` this module.

It is handed once how it is to read, then bytes; it answers each in a line of JSON. It writes no file, opens no connection and starts no
program: it shuts that door itself before it reads anything. Its memory has a limit; its time is kept by whoever started it.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import pickle
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, BinaryIO

from diskussion_tui.intake.verdict import Outcome

if TYPE_CHECKING:
    from diskussion_tui.intake.workers import Reader

_WRITING = frozenset("wax+")
_SHUT = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "shutil.",
    "sqlite3.",
)
"""How the events begin that Python tells of before it does what none of our readers has to do."""
READY = b"ready\n"
"""What it says once it can begin."""
MEMORY = 1_500_000_000
"""Bytes of address space: twenty times what a form takes."""


def main() -> int:
    """Read until there is nothing more to read."""
    _limit()
    shut()
    given, told = sys.stdin.buffer, sys.stdout.buffer
    read = pickle.loads(_exactly(given, int(given.readline() or 0)))  # noqa: S301 - from who started us, over a pipe
    told.write(READY)
    told.flush()
    while head := given.readline():
        job = json.loads(head)
        answer = _answered(job["name"], _exactly(given, job["size"]), read)
        told.write(json.dumps(answer).encode() + b"\n")
        told.flush()
    return 0


def _answered(name: str, data: bytes, read: Reader) -> dict[str, Any]:
    try:
        outcome = read(name, data)
    except MemoryError:
        outcome = Outcome("too_heavy", "memory")
    except RecursionError:
        outcome = Outcome("broken", "deep")
    values: dict[str, Any] = asdict(outcome)
    if outcome.told:
        values["told"]["data"] = base64.b64encode(outcome.told.data).decode()
    return values


def _exactly(given: BinaryIO, size: int) -> bytes:
    data = given.read(size)
    if len(data) < size:
        raise EOFError
    return data


def shut() -> None:
    """From now on nothing here can write, connect or start a program, whatever a file makes a library do."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        _path, mode, flags = arguments
        writes = (
            bool(_WRITING & set(mode)) if isinstance(mode, str) else bool(flags & (os.O_WRONLY | os.O_RDWR))
        )
        if writes:
            raise PermissionError(event)
    elif event.startswith(_SHUT):
        raise PermissionError(event)


def _limit() -> None:
    """Take no more memory than one may, where the system can say so."""
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main())
