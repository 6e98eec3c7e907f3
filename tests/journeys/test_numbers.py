"""The room calls out numbers: hands, merging, marking and concluding without walking to a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.conclusions import by_section
from tests.support.people import leading

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from pathlib import Path

    from tests.support.people import Facilitator

SAID = [f"anteckning {number}" for number in range(1, 31)]


@pytest.fixture
async def me(tmp_path: Path) -> AsyncIterator[Facilitator]:
    async with leading(tmp_path, at="B.2", said=SAID) as somebody:
        yield somebody


def hands(me: Facilitator) -> dict[str, int]:
    """The notes that somebody agrees with, and how many do."""
    return {note.text: note.supporters for note in me.session.notes_of("B.2") if note.supporters}


def texts(me: Facilitator, ids: Iterable[str]) -> list[str]:
    """What some notes say."""
    return [note.text for note in map(me.session.note, ids) if note]


async def calls(me: Facilitator, numbers: str) -> None:
    await me.presses("ctrl+k")
    await me.types(numbers)
    await me.presses("enter")


async def test_any_notes_hands_cost_three_keys_and_the_digits_and_are_seen(me: Facilitator) -> None:
    me.misses("anteckning 7 ")
    await calls(me, "7 12")
    assert hands(me) == {"anteckning 7": 12}
    me.sees("  7 anteckning 7 ● 12", "7: 12 håller med · ”anteckning 7”")
    assert me.stage.focused is me.stage.capture
    await me.says("en till")
    assert me.notes("B.2")[-1] == "en till"


async def test_several_are_one_step_that_is_undone_as_one(me: Facilitator) -> None:
    await calls(me, "7 12, 9:4 11=3")
    assert hands(me) == {"anteckning 7": 12, "anteckning 9": 4, "anteckning 11": 3}
    me.sees("Håller med: 7 (12), 9 (4), 11 (3).")
    await me.presses("ctrl+z")
    assert not hands(me)


async def test_a_number_alone_asks_for_its_hands(me: Facilitator) -> None:
    await calls(me, "7")
    me.sees("Händer på 7", "Skriv hur många", "anteckning 7")
    await me.types("5")
    await me.presses("enter")
    assert hands(me) == {"anteckning 7": 5}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("99 3", "Ingen anteckning har nummer 99 här. Det högsta är 30."),
        ("0 3", "Ingen anteckning har nummer 0 här."),
        ("7 1000", "Högst 999"),
    ],
)
async def test_a_wrong_number_is_told_and_stays_to_be_mended(me: Facilitator, typed: str, told: str) -> None:
    await calls(me, typed)
    me.sees(told, typed)
    assert not hands(me)
    assert me.stage.capture.text == typed


async def test_what_became_of_a_called_note_is_told(me: Facilitator) -> None:
    await me.presses("up", "space", "p", "escape")
    await calls(me, "30 3")
    me.sees("Anteckning 30 är parkerad.")


async def test_words_typed_where_numbers_were_meant_become_a_note(me: Facilitator) -> None:
    await me.types("halvskrivet")
    await me.presses("ctrl+k")
    await me.types("10 procent färre")
    await me.presses("enter")
    assert "10 procent färre" in me.notes("B.2")[-1]
    assert "halvskrivet" in me.notes("B.2")[-1]
    assert not hands(me)


async def test_esc_gives_back_what_stood_in_the_line(me: Facilitator) -> None:
    await me.types("halvskrivet")
    await me.presses("ctrl+k", "7", "escape")
    assert me.stage.capture.text == "halvskrivet"


async def test_two_that_are_called_are_merged_and_the_note_stands_where_the_first_stood(
    me: Facilitator,
) -> None:
    await me.presses("ctrl+k", "tab")
    await me.types("3")
    await me.presses("enter")
    me.sees("minst två nummer")
    await me.types(" 30")
    await me.presses("enter", "enter")
    notes = me.session.notes_of("B.2")
    assert len(notes) == 29
    assert [note.text for note in notes[1:4]] == ["anteckning 2", "anteckning 3", "anteckning 4"]
    me.sees("▸  3 anteckning 3")


async def test_what_is_called_is_marked_and_concluded_from(me: Facilitator) -> None:
    await me.presses("ctrl+k", "tab", "tab")
    await me.types("3 5")
    await me.presses("enter")
    assert texts(me, me.stage.marked) == ["anteckning 3", "anteckning 5"]
    await me.presses("ctrl+k", "tab", "tab", "tab")
    await me.types("7 9")
    await me.presses("enter")
    ((_section, (made,)),) = by_section(me.session, ["A", "B"])
    assert texts(me, made.notes) == ["anteckning 7", "anteckning 9"]


async def test_where_no_notes_are_numbered_it_is_told(me: Facilitator) -> None:
    await me.goes_to("B.1")
    await me.presses("ctrl+k")
    me.sees("Här finns inga numrerade anteckningar.")
    assert not me.stage.capture.text


async def test_dots_are_given_by_number_in_a_round(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["ett", "två", "tre"]) as me:
        await me.presses("f12", "enter", "ctrl+k")
        me.sees("Prickar ›", "2 − två")
        await me.types("2 12 3 1")
        me.sees("Prickar › 2 12 3 1")
        await me.presses("enter")
        me.sees("12  2 − två", "1  3 − tre", "0  1 − ett")
        await me.presses("ctrl+z")
        me.misses("12  2 − två")


async def test_a_wrong_number_of_a_round_is_told_and_stays_to_be_mended(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["ett", "två", "tre"]) as me:
        await me.presses("f12", "enter", "ctrl+k")
        await me.types("4 1")
        await me.presses("enter")
        me.sees("Ingen anteckning har nummer 4 här. Det högsta är 3.")
        await me.presses("backspace", "backspace", "backspace")
        await me.types("3 2")
        await me.presses("enter")
        me.sees("2  3 − tre")
        await me.presses("ctrl+k", "1", "escape")
        assert me.app.screen is not me.stage
