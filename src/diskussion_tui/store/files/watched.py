"""A door to the disk of which one can tell when it last answered, and whom: that is how a slow disk is told from a hung one.

Patience with a disk is counted for each call. Counted for all that a note needs, a share that takes a tenth of a second a call
would pass for one that does not answer, and everything would be saved elsewhere.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.store.files.fs import Fs

_TELLS_WORK = hasattr(time, "pthread_getcpuclockid")


class Answers:
    """When calls began and came back, by the thread that made them. Any thread may ask."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._at: dict[int, float] = {}
        self._worked: dict[int, tuple[int, float]] = {}
        self._calls, self._spent = 0, 0.0

    def took(self, seconds: float) -> None:
        """A call has come back after so long."""
        self._calls, self._spent = self._calls + 1, self._spent + seconds

    @property
    def pace(self) -> float:
        """Seconds that a call that syncs nothing has taken so far, on the whole; 0 where none has been made."""
        return self._spent / self._calls if self._calls else 0.0

    def note(self) -> None:
        """A call of this thread begins, or has come back, or it goes to work on something new."""
        this = threading.get_ident()
        self._at[this] = self.clock()
        if _TELLS_WORK:
            self._worked[this] = time.pthread_getcpuclockid(this), time.thread_time()

    def last(self, thread: int | None) -> float:
        """When a thread's call last began or came back; long ago where none has."""
        return self._at.get(thread or 0, float("-inf"))

    def computed(self, thread: int | None) -> float:
        """Seconds of CPU that a thread has used since its last note: so long it cannot have waited. 0 where no system tells."""
        clock, before = self._worked.get(thread or 0, (None, 0.0))
        if clock is None:
            return 0.0
        try:
            return time.clock_gettime(clock) - before
        except OSError:  # the thread has ended
            return 0.0

    def latest(self) -> float:
        """When any call last began or came back; long ago where none has."""
        return max(self._at.values(), default=float("-inf"))


def watched(fs: Fs, answers: Answers) -> Fs:
    """The same door, of whose calls `answers` takes note."""
    return cast("Fs", _Watched(fs, answers))


class _Watched:
    """Hands everything on."""

    def __init__(self, fs: Fs, answers: Answers) -> None:
        self._fs = fs
        self._answers = answers

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the door has
        found = getattr(self._fs, name)
        if not callable(found):
            return found

        def call(*given: Any) -> Any:  # noqa: ANN401
            self._answers.note()
            began = self._answers.clock()
            try:
                return found(*given)
            finally:
                self._answers.note()
                # A sync takes its time on any disk, and says nothing of a share.
                if not name.startswith("sync"):
                    self._answers.took(self._answers.clock() - began)

        return call
