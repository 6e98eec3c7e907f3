"""Work beside the screen, in a thread of its own that nothing waits for at the end.

Textual's own thread workers belong to a pool that the program joins when it ends: one that waits for a disk which never answers
would keep it for ever. These are daemon threads. Whoever drives the program, and the queue of keys, can see which work is under
way; work that the screen says it waits for (`told`) counts as rest, since nothing else comes of it until the disk answers.
"""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
TURN = 0.03
"""Seconds of waiting that are counted at a time."""


class Task(Generic[T]):
    """Something under way in a thread. To be made in the app's turn."""

    def __init__(self, work: Callable[[], T], name: str) -> None:
        self.name = name
        self.told = False
        self._work = work
        self._found: list[T] = []
        self._failed: BaseException | None = None
        self._over = threading.Event()
        self._rests, self._ended = asyncio.Event(), asyncio.Event()
        self._calls: list[Callable[[], object]] = []
        self._loop = asyncio.get_running_loop()
        self._lock = threading.Lock()
        self._orphaned: Callable[[T], object] | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def over(self) -> bool:
        """Whether it has come to its end."""
        return self._over.is_set()

    def wait(self, seconds: float) -> bool:
        """Hold everything up until its end, but no longer than so many seconds; whether it has ended."""
        return self._over.wait(seconds)

    async def ends(self, seconds: float) -> bool:
        """Let others have their turn until its end, but no longer than so many seconds; whether it has ended.

        They are counted by our own turns: one that comes late counts no more than one that does not. On a busy machine the thread
        gets as little of the processor as we do, and that is no disk that does not answer.
        """
        for _ in range(max(1, round(seconds / TURN))):
            if self.over:
                break
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), min(TURN, seconds))
        return self.over

    async def rests(self) -> None:
        """Return once it has ended, or the screen says that it is waited for."""
        await self._rests.wait()

    def tell(self) -> None:
        """The screen says from now on that this is waited for."""
        self.told = True
        self._rests.set()

    def result(self) -> T:
        """What came of it, once it is over. Raises what the work raised."""
        if self._failed:
            raise self._failed
        return self._found[0]

    def leave(self, undo: Callable[[T], object]) -> None:
        """Wait for it no more; should something come of it after all, `undo` has that, in the thread."""
        with self._lock:
            self._orphaned = undo
            late = self._found[0] if self._found else None
        if late is not None:
            undo(late)

    def _run(self) -> None:
        try:
            found = self._work()
        except BaseException as error:  # noqa: BLE001 - whoever asks for the result has it
            self._failed = error
        else:
            with self._lock:
                self._found.append(found)
                undo = self._orphaned
            if undo:
                undo(found)
        self._over.set()
        with suppress(RuntimeError):  # the app has ended meanwhile
            self._loop.call_soon_threadsafe(self._wake)

    def when_over(self, call: Callable[[], object]) -> None:
        """Have something called in the app's loop once it is over."""
        self._calls.append(call)
        if self._ended.is_set():
            call()

    def _wake(self) -> None:
        self._ended.set()
        self._rests.set()
        for call in self._calls:
            call()
