"""Comparing: marked at home, side by side question by question, read at the note. Nothing in the folder is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.tui.comparing.screen import Comparing
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.reading.screen import Reading
from tests.journeys.test_reading import folder_of
from tests.support.people import STARTS, Clock, facilitator, leading

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.support.people import Facilitator

FAX = "Fax mellan sjukhus och vårdcentral"


async def _evening(place: Path, name: str, *notes: str, hands: int = 0) -> None:
    async with leading(place, name, at="B.2") as me:
        await me.says(*notes)
        work = me.app.workshop
        assert work
        first = work.session.notes_of("B.2")[0]
        work.do(changes.support, first.id, hands)
        work.do(changes.set_verdict, "B.1", "stammer" if hands else "delvis")
        work.do(changes.set_details, {"participants": 8})
        await me.waits()


@pytest.fixture
async def analyst(tmp_path: Path) -> AsyncIterator[Facilitator]:
    """Somebody at home with two discussions that say some of the same."""
    await _evening(tmp_path, "Ekerö", FAX, "Dubbla remisser", hands=4)
    await _evening(tmp_path, "Järva", "Faxen mellan sjukhus och vårdcentral", "Hembesök dygnet runt")
    async with facilitator(tmp_path) as me:
        yield me


async def _waits_for(me: Facilitator, screen: type) -> None:
    """Until what is read beside the screen is there."""
    for _ in range(1_000):
        if isinstance(me.app.screen, screen):
            break
        await me.waits()
    await me.waits()
    assert isinstance(me.app.screen, screen)


async def _compares(me: Facilitator) -> None:
    await me.presses("down", "down", "down", "f6", "down", "space", "x")
    me.sees("2 markerade", "▸×")
    await me.presses("space", "j")
    await _waits_for(me, Comparing)


async def test_marked_discussions_stand_side_by_side_in_numbers(analyst: Facilitator, tmp_path: Path) -> None:
    me, before = analyst, folder_of(tmp_path)
    await _compares(me)
    me.sees(
        "Jämförelse  ·", "Översikt", "● 4  0,50 per deltagare", "≈ 1 sak som flera kanske säger", "stämmer"
    )
    await me.presses("end", "home", "pagedown", "pageup", "f1", "escape", "escape")
    assert isinstance(me.app.screen, Home)
    assert folder_of(tmp_path) == before


async def test_what_several_say_is_suggested_and_what_one_says_stands_by_itself(
    analyst: Facilitator,
) -> None:
    me = analyst
    await _compares(me)
    await me.presses("end")
    me.sees("Flera säger kanske samma", f"≈1 − {FAX}", "Bara Järva", "− Hembesök dygnet runt")
    await me.resizes(120, 36)
    (line,) = (one for one in me.screen() if one.count("≈1") == 2)
    assert FAX in line
    await me.presses("down", "right")
    me.sees("Bara här", "Enter läs")


async def test_enter_reads_the_discussion_at_the_note(analyst: Facilitator) -> None:
    me = analyst
    await _compares(me)
    await me.types("hembesök")
    me.sees("1 av 1", "▸   − Hembesök dygnet runt")
    await me.presses("escape", "enter")
    await _waits_for(me, Reading)
    me.sees("Järva", "bara läsning")
    assert [line for line in me.screen() if "▸" in line and "Hembesök" in line]
    await me.presses("escape")
    assert isinstance(me.app.screen, Comparing)


async def test_a_letter_finds_and_is_no_command(analyst: Facilitator) -> None:
    me = analyst
    await _compares(me)
    await me.types("xyz")
    me.sees("Sök i jämförelsen ›  xyz", "Inga träffar.")
    assert isinstance(me.app.screen, Comparing)


async def test_a_discussion_that_is_read_is_compared_with_the_one_that_is_chosen(
    analyst: Facilitator,
) -> None:
    me = analyst
    await me.presses("down", "down", "down", "f3")
    await _waits_for(me, Reading)
    await me.presses("f8")
    me.sees("med vilken?")
    await me.presses("enter")
    await _waits_for(me, Comparing)
    me.sees("Ekerö", "Järva", "Översikt")


async def test_marks_stay_while_one_searches(analyst: Facilitator) -> None:
    me = analyst
    await me.types("eker")
    await me.presses("down", "f6", "escape")
    await me.types("järv")
    await me.presses("down", "f6", "escape")
    me.sees("2 markerade")
    await me.presses("f8")
    await _waits_for(me, Comparing)


async def test_marked_tables_become_one_discussion_and_stay_as_they_are(
    analyst: Facilitator, tmp_path: Path
) -> None:
    me = analyst
    before = {name: held for name, held in folder_of(tmp_path).items() if name.endswith(".toml")}
    await me.presses("down", "down", "down", "space", "b")
    me.sees("Markera minst två diskussioner först.")
    await me.presses("escape", "f6", "down", "f6", "space", "b")
    me.sees("Slå ihop borden till en ny diskussion")
    await me.types("Alla bord")
    await me.presses("enter")
    for _ in range(1_000):
        if "De själva är som förut." in me.text():
            break
        await me.waits()
    me.sees(
        "är gjord av 2 diskussioner", "Borden gav olika omdömen", "B 1  Ekerö: stämmer; Järva: stämmer delvis"
    )
    await me.presses("escape")
    me.sees("Alla bord", "3 diskussioner")
    me.misses("märkta", "2 markerade")
    after = folder_of(tmp_path)
    assert {name: after[name] for name in before} == before


async def test_two_files_of_one_discussion_are_shown_word_by_word(tmp_path: Path) -> None:
    await _evening(tmp_path, "Ekerö", FAX, "Dubbla remisser", hands=4)
    (first,) = (path for path in folder_of(tmp_path) if path.startswith("Diskussionsstöd"))
    text = tmp_path.joinpath(first).read_text("utf-8").replace('"Dubbla remisser"', '"Dubbla svar"')
    tmp_path.joinpath("kopia.toml").write_text(text, "utf-8")
    async with facilitator(tmp_path) as me:
        await me.presses("down", "down", "down", "f8")
        await _waits_for(me, Comparing)
        me.sees("två filer av samma diskussion", "1 anteckning skiljer sig")
        await me.presses("end")
        me.sees("Dubbla ")
        assert "[−remisser−]" in me.text() or "{+remisser+}" in me.text()
        me.misses(FAX)


@pytest.fixture
async def units(tmp_path: Path) -> AsyncIterator[Facilitator]:
    """Three discussions of two units, the last of another year."""
    for name, unit, year, note in (
        ("Ekerö 1", "Ekerö", 2025, FAX),
        ("Ekerö 2", "Ekerö", 2026, "Dubbla remisser"),
        ("Järva", "Järva", 2026, "Faxen mellan sjukhus och vårdcentral"),
    ):
        clock = Clock(STARTS.replace(year=year))
        async with leading(tmp_path, name, at="B.2", said=[note], clock=clock) as me:
            assert me.app.workshop
            me.app.workshop.do(changes.set_details, {"unit": unit})
            await me.waits()
    async with facilitator(tmp_path) as me:
        yield me


async def test_two_units_are_compared_as_groups(units: Facilitator, tmp_path: Path) -> None:
    me, before = units, folder_of(tmp_path)
    await me.presses("down", "down", "down", "space", "g")
    me.sees("Jämför grupper efter", "Verksamhet", "2 grupper", "År", "Två sökningar")
    me.misses("Arbetshäfte")  # of one value no groups are made
    await me.presses("enter")
    me.sees("Verksamhet: den ena gruppen", "Ekerö", "2 diskussioner", "Järva", "1 diskussion")
    await me.presses("enter")
    me.sees("Verksamhet: den andra gruppen", "Järva")
    me.misses("▸ Ekerö")
    await me.presses("enter")
    await _waits_for(me, Comparing)
    me.sees("enhet:Ekerö · enhet:Järva", "2 diskussioner", "≈ 1 sak som flera kanske säger")
    await me.presses("end")
    me.sees("Flera säger kanske samma", "Bara enhet:Ekerö", "− Dubbla remisser")
    await me.presses("down", "enter")
    await _waits_for(me, Reading)
    me.sees("Ekerö 1")
    assert folder_of(tmp_path) == before


async def test_two_searches_are_compared_as_groups_and_what_stands_in_the_line_holds_for_both(
    units: Facilitator,
) -> None:
    me = units
    await me.types("fax")
    await me.presses("down", "f8")
    me.sees("Jämför två grupper", "▸ Ekerö 2")  # another discussion is what Enter takes
    await me.presses("up", "enter", "down", "down", "enter")
    me.sees("Jämför två grupper", "Den ena gruppen", "fax")
    await me.presses("down")
    await me.types("slag:x")
    await me.presses("enter")
    me.sees("slag:x går inte att läsa.")
    await me.presses("ctrl+u")
    await me.types("remisser")
    await me.presses("enter")
    await _waits_for(me, Comparing)
    me.sees("fax · remisser", "2 diskussioner", "1 anteckning")


async def test_a_misspelt_field_of_a_group_that_finds_nothing_is_named(units: Facilitator) -> None:
    me = units
    await me.types("fax")
    await me.presses("down", "f8", "up", "enter", "down", "down", "enter", "down")
    await me.types("katgori:avveckla")
    await me.presses("enter")
    await me.awaits("hittar ingenting")
    me.sees("katgori: är inget fält", "Menade du kategori:?")


async def test_a_group_in_which_nothing_is_said_is_told_of(units: Facilitator) -> None:
    me = units
    await me.types("fax")
    await me.presses("down", "f8", "up", "enter", "down", "enter")
    me.sees("År: den ena gruppen", "2026", "2025")
    await me.presses("enter", "enter")
    await _waits_for(me, Comparing)
    await me.presses("escape", "escape")
    await me.types("remisser")
    await me.presses("down", "f8", "up", "enter", "down", "enter", "enter", "enter")
    for _ in range(200):
        await me.waits()
        if "hittar ingenting" in me.text():
            break
    me.sees("hittar ingenting")
