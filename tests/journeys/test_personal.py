"""Personal data is pointed out while it is typed, never stands in the way, and one key masks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.language.personal import found_in
from diskussion_tui.domain.session import changes
from diskussion_tui.texts import words
from diskussion_tui.tui.commands import with_keys
from diskussion_tui.workshop.saving.sink import NotSaved
from tests.support.people import STARTS, leading, on_disk

if TYPE_CHECKING:
    from pathlib import Path

TYPED = "Ring patienten 19121212-1212 på 070-174 06 05 i morgon"
MASKED = "Ring patienten [personnummer] på [telefonnummer] i morgon"
POINTED_OUT = {
    "sv": "! Personnummer och telefonnummer i raden. Maskera först: Ctrl+D.",
    "en": "! Identity number and phone number here. Mask first: Ctrl+D.",
}
IN_NOTE = {
    "sv": "! Telefonnummer i anteckningen. Ctrl+D maskerar.",
    "en": "! Phone number in the note. Ctrl+D masks it.",
}


def test_the_handbook_shows_what_the_screen_says_and_says_that_names_are_not_found() -> None:
    told = (default_workbook().parent / "docs/handbok.md").read_text(encoding="utf-8")
    for shown in (TYPED, POINTED_OUT["sv"], MASKED, "**Namn upptäcks inte.**"):
        assert shown in told
    assert found_in("Anna Berg, Storgatan 4, den enda tandläkaren i Solgläntan", STARTS.date()) == ()


@pytest.mark.parametrize("lang", ["sv", "en"])
async def test_numbers_are_pointed_out_under_the_line_and_masked_with_one_key(
    tmp_path: Path, lang: str
) -> None:
    async with leading(tmp_path, lang=lang, at="B.2") as me:
        await me.types(TYPED[:20])
        me.misses("!")
        await me.types(TYPED[20:])
        assert me.screen()[-3].strip() == POINTED_OUT[lang]
        await me.presses("ctrl+d")
        me.sees(MASKED, with_keys(words(lang)).personal.masked_line)
        await me.types(" kväll")
        me.misses("!", with_keys(words(lang)).personal.masked_line)
        await me.presses("enter")
        assert me.notes("B.2") == [MASKED + " kväll"]
        await me.presses("ctrl+o")  # until then the journal has the half-typed line too
        assert "19121212" not in on_disk(tmp_path)


async def test_ctrl_z_in_the_line_takes_the_mask_back_in_one_step(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.types(TYPED)
        await me.presses("ctrl+d", "ctrl+z")
        assert me.stage.capture.text == TYPED
        me.sees(POINTED_OUT["sv"])


async def test_enter_saves_the_note_whatever_is_pointed_out(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.says(TYPED)
        assert me.notes("A.2") == [TYPED]
        me.misses(POINTED_OUT["sv"])


async def test_the_cursor_stays_where_it_was_among_the_words(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.types("Skriv")
        await me.presses("ctrl+j")
        await me.types("till a@b.se nu")
        await me.presses("left", "left", "left", "ctrl+d")
        await me.types("!")
        assert me.stage.capture.text == "Skriv\ntill [e-postadress]! nu"


@pytest.mark.parametrize("lang", ["sv", "en"])
async def test_a_note_already_taken_is_pointed_out_and_masked_and_unmasked(tmp_path: Path, lang: str) -> None:
    async with leading(
        tmp_path, lang=lang, at="A.2", said=["Ring 070-123 45 67", "Fax mellan sjukhus"]
    ) as me:
        await me.presses("up")
        me.misses(IN_NOTE[lang])
        await me.presses("up")
        me.sees(IN_NOTE[lang])
        await me.presses("ctrl+d")
        assert me.notes("A.2") == ["Ring [telefonnummer]", "Fax mellan sjukhus"]
        me.sees(with_keys(words(lang)).personal.masked_note)
        await me.presses("ctrl+z")
        assert me.notes("A.2") == ["Ring 070-123 45 67", "Fax mellan sjukhus"]
        await me.presses("escape")
        me.misses(IN_NOTE[lang])


async def test_a_number_in_the_dissent_or_in_the_name_of_the_table_is_pointed_out_and_masked(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax", "Köer"]) as me:
        workshop = me.stage.workshop
        fax, queues = (note.id for note in workshop.session.notes_of("A.2"))
        workshop.do(changes.word_dissent, fax, "fråga 070-123 45 67")
        workshop.do(changes.alter, queues, group="Bord 070-123 45 67")
        for _ in (queues, fax):
            await me.presses("up")
            me.sees(IN_NOTE["sv"])
            await me.presses("ctrl+d")
            me.misses(IN_NOTE["sv"])
        said = [(note.objection, note.group) for note in workshop.session.notes_of("A.2")]
        assert said == [("fråga [telefonnummer]", ""), ("", "Bord [telefonnummer]")]


async def test_a_pasted_list_says_how_many_of_its_notes_hold_numbers(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.pastes("- fax 2018\n- skriv till a@b.se\n- ring 070-123 45 67\n")
        me.sees("3 anteckningar inklistrade. 2 har personuppgifter: ↑ och Ctrl+D maskerar.")
        await me.presses("up", "ctrl+d")
        assert me.notes("A.2")[-1] == "ring [telefonnummer]"
        await me.presses("escape")
        await me.pastes("- fax\n- pärmar\n")
        me.sees("2 anteckningar inklistrade.")
        me.misses("personuppgifter")


async def test_an_edit_and_the_groups_own_question_are_looked_at_too(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.3") as me:
        await me.types("Varför svarar inte a@b.se?")
        me.sees("! E-postadress i raden.")
        await me.presses("ctrl+d", "enter")
        assert me.session.wording("A.3") == "Varför svarar inte [e-postadress]?"
        await me.says("Fax")
        await me.presses("up", "enter")
        await me.types(" 070-123 45 67")
        await me.presses("ctrl+d", "enter")
        assert me.notes("A.3") == ["Fax [telefonnummer]"]


async def test_the_half_typed_line_that_comes_back_is_pointed_out(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.types(TYPED)
        await me.presses("ctrl+o", "enter")
        await me.presses("left")
        me.sees(TYPED)
        await me.types(" ")
        me.sees(POINTED_OUT["sv"])


async def test_the_big_picture_shows_the_warning_only_while_there_is_one(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.presses("f5")
        await me.types(TYPED)
        me.sees(POINTED_OUT["sv"])
        await me.presses("ctrl+d")
        me.misses("!", "Maskerat")
        assert me.stage.capture.text == MASKED


async def test_in_a_final_discussion_it_is_shown_but_no_mask_is_offered(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Ring 070-123 45 67"]) as me:
        await me.finishes()
        await me.presses("up")
        me.sees("! Telefonnummer i anteckningen, som inte går att ändra nu.")
        me.misses("Ctrl+D")
        await me.presses("ctrl+d")
        assert me.notes("A.2") == ["Ring 070-123 45 67"]


async def test_where_nothing_is_found_the_key_says_so_and_changes_nothing(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.types("1177 för 12 500 000 kr")
        await me.presses("home", "ctrl+d")
        assert me.stage.capture.text == "1177 för 12 500 000 kr"
        me.sees("Här finns inget att maskera.")


async def test_that_nothing_is_saved_is_said_before_anything_else(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.types(TYPED)
        assert me.app.workshop
        me.app.workshop.told(NotSaved("ENOSPC"))
        await me.waits()
        me.sees("Det senaste är inte sparat: disken är full.")
        me.misses(POINTED_OUT["sv"])
