"""What the app does for whoever opens discussions: it gives turns, to any thread, and opens one at a time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from diskussion_tui.store.library.heads import Entry
from diskussion_tui.tui.home.wishes import Open
from tests.support.people import facilitator, leading, session_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _from_a_thread(call: Callable[[], None]) -> None:
    thread = threading.Thread(target=call)
    thread.start()
    thread.join()


async def test_what_a_thread_asks_for_is_done_in_the_apps_own_turn(tmp_path: Path) -> None:
    done: list[threading.Thread] = []
    async with facilitator(tmp_path) as me:
        _from_a_thread(lambda: me.app.call_soon(lambda: done.append(threading.current_thread())))
        assert done == []
        await me.waits()
        assert done == [threading.current_thread()]


async def test_what_a_thread_asks_for_after_the_end_is_not_done_and_harms_nobody(tmp_path: Path) -> None:
    done: list[int] = []
    failed: list[threading.ExceptHookArgs] = []
    async with leading(tmp_path) as me:
        pass
    hook, threading.excepthook = threading.excepthook, failed.append
    try:
        _from_a_thread(lambda: me.app.call_soon(lambda: done.append(1)))
    finally:
        threading.excepthook = hook
    assert (done, failed) == ([], [])


async def test_a_second_wish_to_open_what_is_being_opened_is_no_second_discussion(tmp_path: Path) -> None:
    async with leading(tmp_path) as me:
        opened = me.app.workshop
        me.app.discussions.open_listed(Open(Entry(session_file(tmp_path)), lead=True))
        me.app.discussions.practise()
        await me.waits()
        assert me.app.workshop is opened
        assert not me.app.discussions.practising
