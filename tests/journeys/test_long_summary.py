"""The summary of a long evening is a page: turned with PgDn, PgUp, Home and End from the line, and what is concluded is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.tui.walk.pages.overview import PART
from tests.support.people import leading

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.support.people import Facilitator


@pytest.fixture(params=[(60, 18), (80, 24)], ids=["60x18", "80x24"])
async def me(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Facilitator]:
    async with leading(tmp_path, at="B.2", size=request.param) as somebody:
        await somebody.pastes("\n".join(f"anteckning {number}" for number in range(61)))
        await somebody.presses("enter")
        assert len(somebody.notes("B.2")) == 61
        await somebody.goes_to("slut")
        yield somebody


async def test_it_is_read_whole_with_a_handful_of_keys(me: Facilitator) -> None:
    seen, pages = me.text(), 0
    while not me.stage.board.at_end:
        await me.presses("pagedown")
        assert me.step == "slut"
        seen, pages = seen + me.text(), pages + 1
    assert all(f"anteckning {number}" in seen for number in range(61))
    assert pages <= 18


async def test_home_and_end_are_its_beginning_and_end_while_the_line_is_empty(me: Facilitator) -> None:
    await me.presses("end")
    assert me.stage.board.at_end
    await me.presses("home")
    assert me.stage.board.at_begin
    await me.types("en slutsats")
    await me.presses("home")
    await me.types("Det blev ")
    assert me.stage.capture.text == "Det blev en slutsats"


async def test_beyond_its_beginning_one_walks_back(me: Facilitator) -> None:
    await me.presses("pagedown", "pageup")
    assert me.step == "slut"
    await me.presses("pageup")
    assert me.step == "E.helheten"


async def test_what_is_concluded_while_the_end_is_read_comes_into_view_and_is_told(me: Facilitator) -> None:
    await me.presses("end")
    await me.says("B: Bygg ut hemsjukvården")
    me.sees("Bygg ut hemsjukvården", "Slutsats sparad: om B.")


async def test_a_part_is_folded_to_its_heading_with_how_much_is_under_it(me: Facilitator) -> None:
    await me.presses("end", "down")
    while not me.stage.board.selected.startswith(PART):
        await me.presses("up")
    me.sees("▸ B 2  Vårdmöten 2040", "Enter fäll ihop")
    await me.presses("enter")
    me.sees("▸ B 2  Vårdmöten 2040   61 anteckningar", "Enter fäll ut")
    me.misses("anteckning 0")
    await me.presses("enter")
    me.sees("anteckning 0", "Enter fäll ihop")


async def test_all_is_folded_at_once_and_reading_it_changes_nothing(me: Facilitator) -> None:
    before = me.session
    await me.presses("end", "down")
    while not me.stage.board.selected.startswith(PART):
        await me.presses("up")
    await me.presses("space", "a")
    me.sees("▸ B 2  Vårdmöten 2040   61 anteckningar")
    await me.presses("space", "a")
    me.sees("anteckning 0")
    assert me.session is before
