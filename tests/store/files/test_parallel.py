"""Many files on a slow disk are asked for at a time; on a quick one nothing changes."""

from __future__ import annotations

import itertools
import threading

import pytest

from diskussion_tui.store.files.parallel import AT_ONCE, SLOW, each

PATIENCE = 60  # a test that waits longer hangs, it is not slow


def test_a_slow_disk_is_asked_many_things_at_a_time() -> None:
    """Every answer waits for seven other questions: one after the other none would ever come."""
    together = threading.Barrier(8)

    def ask(number: int) -> int:
        together.wait(PATIENCE)
        return number

    assert each(ask, range(8), slow=True) == list(range(8))


def test_what_is_slow_shows_at_the_first_file_and_the_answers_keep_their_order() -> None:
    ticks = itertools.chain((0.0, 2 * SLOW), itertools.repeat(0.0))
    used: set[int] = set()

    def ask(number: int) -> int:
        used.add(threading.get_ident())
        return -number

    assert each(ask, range(2 * AT_ONCE), clock=lambda: next(ticks)) == [-n for n in range(2 * AT_ONCE)]
    assert used != {threading.get_ident()}


def test_a_quick_disk_is_asked_without_threads() -> None:
    assert each(lambda _: threading.get_ident(), range(3), clock=lambda: 0.0) == [threading.get_ident()] * 3


@pytest.mark.parametrize("slow", [False, True])
def test_an_error_reaches_whoever_asked(slow: bool) -> None:
    with pytest.raises(ZeroDivisionError):
        each(lambda number: 1 // number, [1, 0, 2], slow=slow)
