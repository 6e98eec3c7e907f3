"""Doing the same with many files: one after the other where the disk answers at once, many at a time where each call takes long.

On a share a call may take a tenth of a second, and a hundred files one after the other then a minute. The time is the share's,
not ours, and it answers many questions at once. On a disk of this machine threads would only cost. Plain daemon threads, not the
standard library's pool: that one has the program wait at its end for a thread whose disk never answers.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Clock = Callable[[], float]

T = TypeVar("T")
R = TypeVar("R")

SLOW = 0.02
"""Seconds for one file from which on a disk counts as slow: a local one takes a hundredth of that."""
_STACK = 1_048_576
"""Bytes for each who asks: the system sets aside eight times as much for a thread, which for so many is a gigabyte."""
AT_ONCE = 128
"""So many questions are put to a slow disk at a time."""


class Ahead(Generic[R]):
    """What is asked of the disk in a thread of its own, while whoever wants to know does something else."""

    def __init__(self, work: Callable[[], R]) -> None:
        self._work = work
        self._found: list[R] = []
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._ask, name="reader", daemon=True)
        self._thread.start()

    def _ask(self) -> None:
        try:
            self._found.append(self._work())
        except BaseException as error:  # noqa: BLE001 - whoever waits raises it
            self._failed = error

    def quick(self) -> bool:
        """Wait as long as a disk may take that does not count as slow; whether the answer is there."""
        self._thread.join(SLOW)
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Return when the answer is there, or the work has failed."""
        self._thread.join()

    def result(self) -> R:
        """The answer, waited for. Raises what the work raised."""
        self.wait()
        if self._failed:
            raise self._failed
        return self._found[0]


def each(
    work: Callable[[T], R], items: Iterable[T], *, slow: bool = False, clock: Clock = time.perf_counter
) -> list[R]:
    """What `work` makes of each item, in their order. `slow` says that the disk is known to be. Raises what `work` raises."""
    todo = list(items)
    done: list[R] = []
    for number, item in enumerate(todo):
        if slow and len(todo) - number > 1:
            return done + _at_once(work, todo[number:])
        began = clock()
        done.append(work(item))
        slow = clock() - began > SLOW
    return done


def _at_once(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    found: dict[int, R] = {}
    failed: list[BaseException] = []
    todo = iter(range(len(items)))
    lock = threading.Lock()

    def take() -> None:
        while not failed:
            with lock:
                number = next(todo, -1)
            if number < 0:
                return
            try:
                found[number] = work(items[number])
            except BaseException as error:  # noqa: BLE001 - whoever waits raises it
                failed.append(error)

    threads = [
        threading.Thread(target=take, name="reader", daemon=True) for _ in range(min(AT_ONCE, len(items)))
    ]
    before = threading.stack_size(_STACK)
    try:
        for thread in threads:
            thread.start()
    finally:
        threading.stack_size(before)
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    return [found[number] for number in range(len(items))]
