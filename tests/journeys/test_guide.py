"""Whoever practises is guided through one small thing at a time, each tried for real on a copy that is thrown away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.story.exercises import EXERCISES
from diskussion_tui.texts import words
from diskussion_tui.tui.commands import with_keys
from tests.support.people import facilitator, leading, on_disk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator


async def _tries_everything(me: Facilitator) -> None:
    """Do what each exercise says, and see that the next one follows."""
    said = with_keys(words("sv")).guide
    tries = (
        ("go", ("ctrl+g", *"a2", "enter")),
        ("say", (*"Faxen bort", "enter", *"Faxen bort nu", "enter")),
        ("hands", ("up", "4")),
        ("dissent", ("space", "space", "!", *"Alla vill inte", "enter")),
        ("merge", ("up", *["space"] * 2, "up", *["space"] * 3, "m", "enter")),
        ("place", ("f2", *"aku", "enter")),
        ("tag", ("escape", "escape", *"Brev #fax", "enter")),
        ("park", ("up", "space", "p")),
        ("rank", ("f12", "enter", "3", "enter", "escape")),
        ("clock", ("f9", "right", "escape")),
        ("cues", ("f8", "escape")),
        ("mask", ("escape", *"19121212-1212", "ctrl+d", "enter")),
        ("conclude", ("up", "space", "s", "enter")),
    )
    assert [name for name, _ in tries] == [one.id for one in EXERCISES]
    for number, (name, keys) in enumerate(tries, 1):
        me.sees(
            f"{14 - number} av 13 kvar",
            re.split(r"[{:]", getattr(said, name).on_screen)[0].split(".")[0][:30],
        )
        await me.presses(*keys)


async def test_each_thing_is_tried_once_and_the_next_follows(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await me.presses("f10")
        await me.awaits("13 av 13 kvar")
        await _tries_everything(me)
        me.sees("Klart! Du har provat allt.")
        await me.presses("ctrl+o")
    assert on_disk(tmp_path) == ""


async def test_things_may_be_done_in_another_order_and_passed_over(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await me.presses("f10")
        await me.awaits("13 av 13 kvar")
        await me.presses("f8", "escape", "ctrl+g", *"a2", "enter", "f10")
        me.sees("10 av 13 kvar")
        await me.presses(*["f10"] * 9)
        me.sees("1 av 13 kvar")
        await me.presses("f10")
        me.sees("Klart!")


async def test_outside_practice_nobody_is_guided(tmp_path: Path) -> None:
    async with leading(tmp_path) as me:
        me.misses("kvar  ")
        await me.presses("f10")
        me.sees("Övningarna finns när du övar")


async def test_the_big_picture_shows_no_exercise(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await me.presses("ö", "f5")
        me.misses("av 13 kvar")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_exercise_has_words_that_name_only_keys_there_are(lang: str) -> None:
    said = with_keys(words(lang)).guide
    for exercise in EXERCISES:
        assert "{" not in getattr(said, exercise.id).on_screen
