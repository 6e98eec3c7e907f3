"""The edges of the picture: tall notes, low windows, narrow ones, where a list stands after a move, what no longer fits the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.base.text import MAX_NOTE
from diskussion_tui.domain.session.changes import set_state
from tests.support.people import facilitator, leading

if TYPE_CHECKING:
    from pathlib import Path

TALL = "\n".join(f"rad {number}" for number in range(40))


async def test_a_note_taller_than_the_window_shows_its_beginning(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["fax"]) as me:
        await me.pastes("rad 0 " + "ord " * 600)
        await me.presses("enter", "up")
        me.sees("▸ 2 rad 0", "1 till ↑", "rader till")


async def test_another_question_begins_at_its_beginning(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.1", said=[f"sak {number}" for number in range(30)]) as me:
        me.misses("sak 1 ")
        await me.goes_to("B.2")
        me.sees("Vad i dagens vårdstruktur")
        await me.goes_to("B.1")
        me.sees("Stämmer framtidsbilden")


@pytest.mark.parametrize(("rows", "blanks"), [(19, False), (20, True)])
async def test_a_low_window_has_no_blank_lines_around_the_page(
    tmp_path: Path, rows: int, blanks: bool
) -> None:
    async with leading(tmp_path, at="B.2", size=(80, rows)) as me:
        assert (me.screen()[3] == "") == blanks


@pytest.mark.parametrize(("columns", "beside"), [(109, False), (110, True)])
async def test_a_wide_home_shows_the_notes_of_the_chosen_discussion_beside_the_list(
    tmp_path: Path, columns: int, beside: bool
) -> None:
    async with leading(tmp_path, at="B.2", said=["fax mellan sjukhus"]):
        pass
    async with facilitator(tmp_path, size=(columns, 30)) as me:
        await me.presses("down", "down", "down")
        assert ("fax mellan sjukhus" in me.text()) == beside


async def test_home_offers_to_go_on_with_what_is_not_finished_only(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["fax"]) as me:
        await me.presses("ctrl+o")
        me.sees("Fortsätt")
        await me.presses("enter")
        assert me.app.workshop
        me.app.workshop.do(set_state, "fastställd")
        await me.presses("ctrl+o")
        me.sees("Ekerö", "fastställd")
        me.misses("Fortsätt")


async def test_what_no_longer_fits_the_line_is_refused_in_words_and_the_rest_stays(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.1") as me:
        await me.pastes("x" * (MAX_NOTE - 1))
        await me.types("y")
        me.misses("En anteckning rymmer")
        assert len(me.stage.capture.text) == MAX_NOTE
        await me.types("z")
        me.sees("En anteckning rymmer 20\u00a0000 tecken")
        assert me.stage.capture.text.endswith("xy")
        await me.pastes("z")
        assert me.stage.capture.text.endswith("xy")


async def test_a_list_pasted_into_words_that_are_half_typed_stays_in_the_line(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.1") as me:
        await me.types("först: ")
        await me.pastes("- ett\n- två")
        assert me.notes("B.1") == []
        assert me.stage.capture.text == "först: - ett\n- två"


async def test_ten_more_and_then_a_digit_are_ten_and_that_digit(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["fax", "köer"]) as me:
        await me.presses("f12", "enter", "4", "up", "+")
        me.sees("14  1 − fax")
        await me.presses("3")
        me.sees("13  1 − fax")
        me.misses("17  − fax", "143  − fax")
