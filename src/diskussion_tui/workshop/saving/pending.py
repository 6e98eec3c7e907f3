"""What has been said and is not yet on disk, in the order it was said, and the unfinished line. For several threads.

It stays here until the one who is at work says that it is on disk, so that another can take over when the disk refuses
or hangs: whatever that one did manage to write is the same versions, and uniting them changes nothing.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.session.records import Draft
    from diskussion_tui.domain.session.session import Change


class Batch(NamedTuple):
    """What is to be put on disk in one write."""

    changes: tuple[Change, ...]
    draft: Draft | None


class Pending:
    """Filled by the screen, emptied by one worker at a time. `failure` is why the disk refused last, else empty."""

    def __init__(self) -> None:
        self.failure = ""
        self.ending = False
        self._changes: list[Change] = []
        self._draft: Draft | None = None
        self._since = 0.0
        self._worker: object = None
        self._moved = threading.Condition()

    def put(self, change: Change) -> None:
        """Hand over a change."""
        with self._moved:
            self._changes.append(change)
            self._since = self._since or time.monotonic()
            self._moved.notify_all()

    def put_draft(self, draft: Draft) -> None:
        """Hand over the unfinished line; only the latest counts."""
        with self._moved:
            self._draft = draft
            self._since = self._since or time.monotonic()
            self._moved.notify_all()

    def hand_to(self, worker: object) -> None:
        """Have `worker` empty the queue from now on, and nobody else."""
        with self._moved:
            self._worker = worker
            self._since = time.monotonic() if self._changes or self._draft else 0.0
            self._moved.notify_all()

    def end(self) -> None:
        """Nothing more will come."""
        with self._moved:
            self.ending = True
            self._moved.notify_all()

    def next(self, worker: object) -> Batch | None:
        """Wait for what is to be put on disk next; None when `worker` is to stop."""
        with self._moved:
            while self._worker is worker:
                if self._changes or self._draft:
                    return Batch(tuple(self._changes), self._draft)
                if self.ending:
                    return None
                self._moved.wait()
        return None

    def done(self, worker: object, batch: Batch, tell: Callable[[], None]) -> bool:
        """Take down what is on disk now, and `tell`; False where that was no longer the worker's task.

        Told before whoever waits goes on: who has waited has been told, too.
        """
        with self._moved:
            if self._worker is not worker:
                return False
            del self._changes[: len(batch.changes)]
            self._draft = None if self._draft is batch.draft else self._draft
            self._since = time.monotonic() if self._changes or self._draft else 0.0
            self.failure = ""
            tell()
            self._moved.notify_all()
        return True

    def refuse(self, why: str) -> None:
        """Say that what lies here could not be put on disk."""
        with self._moved:
            self.failure = why
            self._moved.notify_all()

    def pause(self, worker: object, seconds: float) -> None:
        """Wait before trying again, unless there is no more time or another worker."""
        with self._moved:
            self._moved.wait_for(lambda: self.ending or self._worker is not worker, seconds)

    def wait(self, patience: float | None) -> str:
        """Wait until the queue is empty or the disk has refused; the reason if it has, else empty."""
        with self._moved:
            self._moved.wait_for(lambda: self.failure or not (self._changes or self._draft), patience)
            return self.failure

    @property
    def empty(self) -> bool:
        """Whether everything is on disk."""
        return not (self._changes or self._draft)

    def waited(self) -> float | None:
        """For how many seconds nothing has come off the queue, None where it is empty."""
        with self._moved:
            return time.monotonic() - self._since if self._since else None
