"""Whoever uses the mouse gets where the keys get, and no further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.walk.screen import Walk
from tests.support.people import leading

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_second_click_on_a_discussion_opens_it(tmp_path: Path) -> None:
    async with leading(tmp_path, "Nacka") as me:
        await me.presses("ctrl+o", *"Ekerö", "enter", "ctrl+o")
        await me.clicks("Nacka")
        assert isinstance(me.app.screen, Home)
        await me.clicks("Nacka")
        assert me.session.head.name == "Nacka"


async def test_clicking_many_times_opens_a_discussion_once(tmp_path: Path) -> None:
    async with leading(tmp_path) as me:
        await me.presses("ctrl+o")
        await me.clicks("Ekerö", times=5)
        assert len([screen for screen in me.app.screen_stack if isinstance(screen, Walk)]) == 1
        await me.presses("ctrl+o")
        assert isinstance(me.app.screen, Home)


async def test_a_click_on_a_note_chooses_it(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax", "Dubbla remisser", "Köer"]) as me:
        await me.clicks("Dubbla remisser")
        assert me.chosen == "Dubbla remisser"


async def test_the_wheel_scrolls_the_notes_under_it_and_what_is_above_and_below_is_told(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.says(*(f"anteckning {number}" for number in range(30)))
        me.sees("till ↑")
        me.misses("anteckning 0", "till ↓")
        for _ in range(30):
            me.points(events.MouseScrollUp, 10, 12, 0)
        await me.waits()
        me.sees("anteckning 0", "till ↓")
        me.misses("till ↑", "▕")
        me.points(events.MouseScrollDown, 10, 12, 0)
        await me.waits()
        me.misses("anteckning 0")
