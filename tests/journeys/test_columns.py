"""Room for what is said: columns that scroll by themselves, whole notes, and what has just changed in view."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from textual import events

from tests.support.people import leading

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator

LONG = "Kallelser på papper med tider som ingen har frågat om, nummer {n}"


async def says_of_each_kind(me: Facilitator, *many: int) -> None:
    """Say so many notes of each kind, and go back to the first."""
    for number in many:
        await me.says(*(LONG.format(n=n) for n in range(number)))
        await me.presses("tab")
    await me.presses(*["shift+tab"] * len(many))


async def test_each_column_shows_its_latest_and_says_what_is_above(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2") as me:
        await says_of_each_kind(me, 7, 1, 2)
        me.sees("till ↑", "− Avveckla  7", "› Vidareutveckla  1", "+ Nyutveckla  2")
        shown = me.text()
        assert "−  7 Kallelser" in shown
        assert "›  8 Kallelser" in shown
        assert "+ 10 Kallelser" in shown


async def test_arrows_scroll_the_column_they_are_in_and_no_other(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2") as me:
        await says_of_each_kind(me, 9, 9)
        await me.presses("up", *["up"] * 8)
        me.sees("▸  1 Kallelser", "› 18 Kallelser", "till ↓")
        await me.presses("right")
        assert me.chosen != LONG.format(n=0)
        me.sees("−  1 Kallelser")


async def test_the_wheel_moves_the_column_under_it_only(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2") as me:
        await says_of_each_kind(me, 9, 9)
        for _ in range(9):
            me.points(events.MouseScrollUp, 8, 14, 0)
        await me.waits()
        me.sees("−  1 Kallelser", "› 18 Kallelser")


async def test_a_column_stays_where_it_was_scrolled_when_something_comes(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2") as me:
        await says_of_each_kind(me, 9, 3)
        for _ in range(9):
            me.points(events.MouseScrollUp, 8, 14, 0)
        await me.presses("tab")
        await me.says("något annat")
        me.sees("−  1 Kallelser", "13 något annat")


async def test_every_note_that_is_seen_is_seen_whole(tmp_path: Path) -> None:
    for size in ((60, 18), (80, 24), (120, 36)):
        async with leading(tmp_path, f"Grupp {size[0]}", at="B.2", size=size) as me:
            await says_of_each_kind(me, 12)
            for _ in range(12):
                seen = re.findall(r"[−▸] +(\d+) Kallelser", me.text())
                ends = re.findall(r"nummer ?\s*(\d+)", " ".join(me.text().split()))
                assert seen
                assert len(ends) == len(seen)
                await me.presses("up")


async def test_in_a_narrow_window_one_kind_is_in_view_and_tab_and_arrows_bring_the_others(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="B.2", size=(60, 18)) as me:
        await says_of_each_kind(me, 2, 2)
        await me.presses("tab")
        me.sees("− Avveckla  2", "▸› Vidareutveckla  2", "› 4 Kallelser")
        me.misses("− 2 Kallelser")
        await me.presses("up", "left")
        me.sees("▸− Avveckla  2", "▸ 2 Kallelser")
        await me.presses("escape")
        me.sees("▸› Vidareutveckla  2")


async def test_hands_on_the_last_note_are_seen_as_they_are_raised(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2") as me:
        await says_of_each_kind(me, 7)
        await me.presses("up", "4")
        me.sees("●●●●", "4 håller med")


async def test_notes_stand_close_only_where_there_is_no_room_for_air(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.1", said=["ett", "två"]) as me:
        rows = [row.strip() for row in me.screen()]
        assert rows[rows.index("• 1 ett") + 1] == ""
        await me.says(*"abcdefghij")
        rows = [row.strip() for row in me.screen()]
        assert rows[rows.index("• 11 i") + 1] == "• 12 j"


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_the_sections_notes_are_read_beside_a_reflection_while_the_line_is_written(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with leading(tmp_path, at="B.1", size=size) as me:
        await me.says(*(LONG.format(n=n) for n in range(9)))
        await me.goes_to("E.B")
        me.sees("Gruppens anteckningar", "till ↓", "Tab läs bredvid")
        pages = 0
        while "till ↓" in me.text():
            await me.presses("tab")
            pages += 1
        assert pages > 1
        me.sees("till ↑")
        await me.presses("tab")
        me.sees("till ↓")
        await me.presses("shift+tab")
        me.sees("till ↑")
        await me.says("Det väger tyngst")
        assert me.notes("E.B") == ["Det väger tyngst"]
