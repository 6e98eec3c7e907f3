"""Work beside the screen: how long it is waited for before anything is said of it."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

from diskussion_tui.tui.toolkit import beside
from diskussion_tui.tui.toolkit.beside import Task

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    import pytest


async def test_a_turn_that_comes_late_is_no_more_patience_than_one_that_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a busy machine each of our turns takes as long as it likes; the work is done in the third of them."""
    goes_on, turns = threading.Event(), list[float]()
    task = Task(goes_on.wait, "work")

    async def late(waits: Coroutine[Any, Any, None], seconds: float) -> None:
        waits.close()
        turns.append(seconds)
        if len(turns) == 3:
            goes_on.set()
            task.wait(60)
        raise TimeoutError

    monkeypatch.setattr(asyncio, "wait_for", late)
    assert await task.ends(0.3)
    assert len(turns) == 3
    assert max(turns) <= beside.TURN


async def test_it_is_not_waited_for_longer_than_that_and_what_is_over_is_not_waited_for() -> None:
    never = threading.Event()
    task = Task(never.wait, "work")
    assert not await task.ends(0.06)
    never.set()
    task.wait(60)
    assert await task.ends(0)
