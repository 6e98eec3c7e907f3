"""The line is always live: what is typed is written, whatever is chosen or open, and only keys that say so do anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.people import leading

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator


@pytest.mark.parametrize(
    "words", ["10 procent saknas", "4personal saknas", "2040 blir det annorlunda", "1177 först"]
)
async def test_digits_with_words_right_behind_them_were_words(tmp_path: Path, words: str) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax"]) as me:
        await me.presses("up")
        await me.says(words)
        assert me.notes("A.2") == ["Fax", words]
        assert me.session.notes_of("A.2")[0].supporters == 0
        await me.presses("ctrl+z", "ctrl+z")
        assert me.notes("A.2") == []


async def test_hands_that_have_been_counted_stay_when_a_sentence_follows_later(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax"]) as me:
        await me.presses("up", "4")
        me.clock.passes(seconds=2)
        await me.says("personal saknas")
        assert me.notes("A.2") == ["Fax", "personal saknas"]
        assert me.session.notes_of("A.2")[0].supporters == 4


async def test_a_letter_after_a_pause_behind_a_digit_begins_a_sentence_and_the_hands_stay(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax"]) as me:
        await me.presses("up", "7")
        me.clock.passes(seconds=0.8)
        await me.says("Ny tanke")
        assert me.notes("A.2") == ["Fax", "Ny tanke"]
        assert me.session.notes_of("A.2")[0].supporters == 7


async def test_digits_and_a_blank_wait_a_little_longer_for_their_words(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax"]) as me:
        await me.presses("up", "1", "0", "space")
        me.clock.passes(seconds=1)
        await me.says("procent saknas")
        assert me.notes("A.2") == ["Fax", "10 procent saknas"]
        assert me.session.notes_of("A.2")[0].supporters == 0


@pytest.mark.parametrize(
    "sentence", ["parkera inte här", "Kan man skriva här", "slå ihop dem", "- x i listan", "!! viktigt"]
)
async def test_no_letter_does_anything_to_a_chosen_note_but_write(tmp_path: Path, sentence: str) -> None:
    async with leading(tmp_path, at="A.1", said=["Fax"]) as me:
        before = me.session.notes_of("A.1")
        await me.types("halv ")
        await me.presses("up")
        await me.says(sentence)
        assert me.session.notes_of("A.1")[:1] == before
        assert me.notes("A.1") == ["Fax", f"halv {sentence}"]


async def test_what_is_typed_over_a_page_that_is_read_is_written_under_it(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.1") as me:
        await me.presses("f4")
        await me.says("quality saknas")
        assert me.notes("B.1") == ["quality saknas"]


async def test_the_menu_does_only_what_it_names_and_says_why_it_cannot(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax", "Brev"]) as me:
        await me.presses("up", "space")
        me.sees("m slå ihop", "f flytta", "p parkera", "! avvikande", "Mellanslag markera")
        before = me.session
        await me.presses("d")
        me.sees("Anteckningen är inte sammanslagen av andra.")
        await me.presses("z", "enter", "down")
        me.sees("”z” finns inte i menyn.")
        assert me.session is before
        await me.presses("P")
        assert [note.text for note in me.session.parked()] == ["Brev"]
        await me.presses("up", "space", "space")
        me.sees("✓ markerad")


async def test_ctrl_f_finds_a_note_and_goes_to_it_and_esc_stays(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Brev", "Fax mellan sjukhus"]) as me:
        await me.goes_to("B.1")
        await me.presses("ctrl+f", *"fax")
        me.sees("Sök i diskussionen", "Fax mellan sjukhus")
        me.misses("Brev")
        await me.presses("escape")
        assert me.step == "B.1"
        await me.presses("ctrl+f", *"fax", "enter")
        assert (me.step, me.chosen) == ("A.2", "Fax mellan sjukhus")
        assert filled_in(me, "Fax mellan sjukhus") == "Fax"
        await me.presses("up")
        assert filled_in(me, "Fax mellan sjukhus") == ""
        assert not me.session.final


async def test_ctrl_f_finds_by_the_search_language_and_says_what_cannot_be_read(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Brev", "Fax mellan sjukhus", "Fax till kommunen"]) as me:
        await me.presses("ctrl+f", *"fax -kommunen")
        me.sees("Fax mellan sjukhus")
        me.misses("Fax till kommunen")
        await me.presses(*" kategori:")
        me.sees("Efter kategori: saknas vad som söks", "Fax mellan sjukhus")
        await me.presses(*"avveckla")
        me.misses("Fax till kommunen", "saknas vad som söks")
        await me.presses("enter")
        assert me.chosen == "Fax mellan sjukhus"
        await me.presses("ctrl+f", *"katgori:avveckla")
        me.sees("katgori: är inget fält, så det söktes som ett ord. Menade du", "kategori:?")


async def test_making_a_discussion_final_and_opening_it_again_are_asked_about_with_no_first(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="slut", said=["Mer tid"]) as me:
        await me.presses("down", "enter")
        me.sees("Fastställa diskussionen?", "registrator", "▸ Nej")
        await me.presses("enter")
        assert not me.session.final
        await me.presses("enter")
        await me.says("ja det har vi sagt förut")
        me.sees("Svara ja eller nej först")
        assert not me.session.final
        await me.presses("escape", "enter", "j", "enter")
        assert me.session.final


async def test_undo_says_what_and_goes_where_it_was(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax mellan sjukhus"]) as me:
        await me.presses("up", "ctrl+x", *"d1", "enter")
        await me.goes_to("A.1")
        await me.presses("ctrl+z")
        me.sees("Ångrat: ”Fax mellan sjukhus”, flyttad hit från B 2, ")
        assert me.step == "B.2"
        await me.presses("ctrl+y")
        me.sees("Gjort om: ”Fax mellan sjukhus”, flyttad hit från B 2, ")
        assert me.step == "D.1"


async def test_an_undone_paste_leaves_nothing_in_the_bin(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1", said=["Fax"]) as me:
        await me.pastes("ett\ntvå\ntre")
        await me.presses("ctrl+z")
        me.sees("Ångrat: ”ett”, ny anteckning, och 2 till.")
        assert me.notes("A.1") == ["Fax"]
        assert me.session.withdrawn() == ()
        await me.presses("ctrl+z")
        assert [note.text for note in me.session.withdrawn()] == ["Fax"]


async def test_the_category_stays_where_it_was_on_a_question(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.presses("+")
        await me.goes_to("B.2")
        me.sees("− Avveckla")
        await me.goes_to("A.2")
        await me.says("Buss")
        assert me.notes("A.2", "nyutveckla") == ["Buss"]


async def test_what_stands_in_a_field_goes_when_something_is_typed(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.presses("ctrl+n", *"Solna", "ctrl+s")
        assert me.session.head.name == "Solna"


async def test_the_cursor_stands_where_the_next_key_goes(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax", "Brev"]) as me:
        await me.types("ab")
        assert before_cursor(me).endswith("ab")
        await me.presses("up")
        assert (at_cursor(me)[:1], "Brev" in at_cursor(me)) == ("▸", True)
        await me.presses("up", "space", "escape")
        assert (at_cursor(me)[:1], "Fax" in at_cursor(me)) == ("▸", True)
        await me.presses("enter", "enter")
        assert not me.stage.board.selected
        assert before_cursor(me).endswith("ab")


def before_cursor(me: Facilitator) -> str:
    """What stands before the terminal's own cursor in its line."""
    rows = me.screen()  # painting is what sets it
    x, y = me.app.cursor_position
    return rows[y][:x]


def at_cursor(me: Facilitator) -> str:
    """What stands in its line from the terminal's own cursor on."""
    rows = me.screen()
    x, y = me.app.cursor_position
    return rows[y][x:]


def filled_in(me: Facilitator, text: str) -> str:
    """What of the line with a text stands on a ground of its own."""
    lines = me.painted()
    at = next(place for place, line in enumerate(lines) if text in line)
    grounds = next((line for line in lines[at + 1 : at + 3] if "█" in line), "")
    return "".join(letter for letter, ground in zip(lines[at], grounds, strict=False) if ground == "█")
