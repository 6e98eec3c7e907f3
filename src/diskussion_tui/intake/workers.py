"""Files read by processes beside us, as many as there are processors: one that a file keeps busy for ever, or that takes all memory, is ended.

What is handed out comes back in its order, whichever is done first; only so much is under way that a folder of thousands is never held
at once.
"""

from __future__ import annotations

import base64
import errno
import json
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeAlias

from diskussion_tui.intake.guide.pieces import pieces_from
from diskussion_tui.intake.verdict import Outcome, Told
from diskussion_tui.intake.worker import READY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    Reader: TypeAlias = Callable[[str, bytes], Outcome]
    """Reads a file of a name and some bytes; it is sent to the process, so that it must be one that `pickle` takes."""

PATIENCE = 20.0
"""Seconds that a file may take: a form takes a hundredth of one."""
_MOST = 4
"""So many processes at most: more would fight for the disk."""
_AHEAD = 3
"""So many files a process are under way or done and waiting."""


class Workers:
    """Processes that read files. Made by `workers`."""

    def __init__(self, read: Reader, number: int, patience: float) -> None:
        self._read = pickle.dumps(read)
        self._patience = patience
        self._idle: deque[subprocess.Popen[bytes]] = deque()
        self._every: set[subprocess.Popen[bytes]] = set()
        self._pool = ThreadPoolExecutor(number, thread_name_prefix="intake")
        self._most = number * _AHEAD
        self._closing = False

    def read(self, jobs: Iterable[Callable[[], tuple[str, bytes] | Outcome]]) -> Iterator[Outcome]:
        """What each file gave, in order. A job gives a file's name and bytes, or already what became of it."""
        waiting: deque[Future[Outcome]] = deque()
        for job in jobs:
            waiting.append(self._pool.submit(self._one, job))
            if len(waiting) >= self._most:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def close(self) -> None:
        """End every process, also one that is still reading; nothing new is begun."""
        self._closing = True
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in list(self._every):
            process.kill()
        self._pool.shutdown(wait=True)
        for process in list(self._every):
            self._ended(process)

    def _one(self, job: Callable[[], tuple[str, bytes] | Outcome]) -> Outcome:
        got = Outcome("unreadable") if self._closing else job()
        if isinstance(got, Outcome):
            return got
        process = self._idle.popleft() if self._idle else self._begun()
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._patience, end)
        timer.daemon = True
        timer.start()
        try:
            answer = self._asked(process, *got)
        finally:
            timer.cancel()
        if answer is None:
            self._ended(process)
            return Outcome("too_heavy", "time" if late.is_set() else "memory")
        self._idle.append(process)
        return _outcome(answer)

    def _asked(self, process: subprocess.Popen[bytes], name: str, data: bytes) -> dict[str, Any] | None:
        if process.stdin is None or process.stdout is None:
            return None
        with suppress(OSError):  # it has ended: it gives no answer either
            process.stdin.write(json.dumps({"name": name, "size": len(data)}).encode() + b"\n" + data)
            process.stdin.flush()
        line = process.stdout.readline()
        return json.loads(line) if line.endswith(b"\n") else None

    def _begun(self) -> subprocess.Popen[bytes]:
        """A process that is ready. Raises `OSError` where none can be begun: that is no fault of a file's."""
        command = [sys.executable, "-m", "diskussion_tui.intake.worker"]
        process = subprocess.Popen(  # noqa: S603 - ourselves
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._every.add(process)
        if process.stdin is not None and process.stdout is not None:
            with suppress(OSError):
                process.stdin.write(b"%d\n" % len(self._read) + self._read)
                process.stdin.flush()
            if process.stdout.readline() == READY:
                return process
        self._ended(process)
        raise OSError(errno.ECHILD, os.strerror(errno.ECHILD), sys.executable)

    def _ended(self, process: subprocess.Popen[bytes]) -> None:
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was still to be written goes nowhere
                    pipe.close()
        process.wait()
        self._every.discard(process)


@contextmanager
def workers(read: Reader, files: int, patience: float = PATIENCE) -> Iterator[Workers]:
    """As many processes as are of use for so many files, each read by `read`; ended at the end."""
    made = Workers(read, max(1, min(os.cpu_count() or 1, _MOST, files)), patience)
    try:
        yield made
    finally:
        made.close()


def _outcome(answer: dict[str, Any]) -> Outcome:
    told, pieces = answer.pop("told"), answer.pop("pieces")
    if pieces is not None:
        return Outcome(**answer, pieces=pieces_from(pieces))
    if told is None:
        return Outcome(**answer)
    told["data"] = base64.b64decode(told["data"])
    told["lost"] = tuple(told["lost"])
    return Outcome(**answer, told=Told(**told))
