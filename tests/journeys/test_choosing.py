"""Choosing from a list: the keys mean what they will mean once it is drawn, and what was chosen stays chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.texts import words
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.widgets.board import Board
from tests.support.people import leading

if TYPE_CHECKING:
    from pathlib import Path

TABLES = [Choice(name, f"Bord {name}") for name in "abcd"]


@pytest.mark.parametrize(
    ("moves", "chosen"), [((), "a"), ((1,), "b"), ((1, 1), "c"), ((8,), "d"), ((1, 1, -1), "b"), ((-1,), "a")]
)
async def test_arrows_and_enter_right_behind_the_key_that_opens_a_list_choose_what_they_would_later(
    tmp_path: Path, moves: tuple[int, ...], chosen: str
):
    async with leading(tmp_path) as me:
        answers: list[str | None] = []
        chooser = Chooser("Bord", TABLES, words("sv"))
        await me.app.push_screen(chooser, answers.append)
        assert not chooser.query_one(Board).ids  # nothing is drawn yet
        for lines in moves:
            chooser.action_move(lines)
        chooser.on_input_submitted()
        await me.waits()
        assert answers == [chosen]


async def test_what_was_chosen_with_the_arrows_stays_chosen_in_a_window_of_another_size(tmp_path: Path):
    async with leading(tmp_path) as me:
        answers: list[str | None] = []
        await me.app.push_screen(Chooser("Bord", TABLES, words("sv")), answers.append)
        await me.presses("down", "down")
        await me.resizes(100, 30)
        await me.presses("enter")
        assert answers == ["c"]
