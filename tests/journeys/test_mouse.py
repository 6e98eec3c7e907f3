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


async def test_drawing_the_mouse_over_words_copies_them_and_chooses_nothing(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax mellan sjukhus", "Dubbla remisser"]) as me:
        await me.drags("mellan", "mellan sjuk")
        assert me.app.clipboard == "mellan sjuk"
        me.sees("11 tecken kopierade.")
        assert not me.stage.board.selected
        await me.drags("dagens", "dagens vård")
        assert me.app.clipboard == "dagens vård"


async def test_several_lines_are_copied_of_the_column_in_which_one_begins(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", size=(120, 36)) as me:
        await me.says("-Fax", "Köer", ">Team", "Besök hemma")
        await me.drags("Team", "hemma")
        assert [line.strip() for line in me.app.clipboard.splitlines() if line.strip()] == [
            "Team",
            "› 4 Besök hemma",
        ]


async def test_words_are_copied_at_home_where_one_reads_and_in_dialogs_and_never_a_name_of_the_programs(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, said=["Fax"], at="A.1") as me:
        await me.presses("f1")
        await me.drags("Hjälp", "Hjälp")
        assert me.app.clipboard == "Hjälp"
        await me.presses("escape")
        await me.finishes()
        await me.presses("ctrl+o")
        await me.drags("Öva", "tio minuter")
        assert me.app.clipboard == "Öva            tio minuter"
        await me.presses(*"ekerö", "down", "enter")
        await me.drags("Patientens", "behov 2040")
        assert me.app.clipboard == "Patientens behov 2040"
