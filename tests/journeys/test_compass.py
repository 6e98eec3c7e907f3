"""Somebody says where in today's structure the notes belong: placing them, seeing the compass fill, looking at a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.people import SMALL_WORKBOOK, facilitator, leading, on_disk, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator


def places(me: Facilitator, text: str) -> tuple[str, ...]:
    return next(note.places for note in me.session.notes() if note.text == text)


async def writes(me: Facilitator, *notes: str) -> None:
    await me.begins("Ekerö")
    await me.goes_to("B.2")
    await me.says(*notes)
    await me.presses("up")


async def test_a_note_whose_word_speaks_of_a_form_is_placed_with_two_keys(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await writes(me, "1177 som enda ingång")
        await me.presses("f2")
        me.sees("Placera på kompassen", "▸   1177 Vårdguiden  föreslås: ”1177”", "Virtuell/Digital kontakt")
        assert places(me, "1177 som enda ingång") == ()
        await me.presses("enter")
        assert places(me, "1177 som enda ingång") == ("digital/1177 Vårdguiden",)
        me.sees("⌖ 1177 Vårdguiden", "Placerad: 1177 Vårdguiden (Virtuell/Digital kontakt). Ctrl+Z ångrar.")
        assert "digital/1177 Vårdguiden" in on_disk(tmp_path)


async def test_any_other_form_is_placed_by_typing_a_letter_or_more_of_it(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await writes(me, "Listning på team")
        await me.presses("f2", "g", "enter")
        assert places(me, "Listning på team") == ("Geriatrik",)
        await me.presses("f2")
        await me.types("barnmorske")
        await me.presses("enter")
        assert places(me, "Listning på team") == ("Geriatrik", "prevention/BMM")


async def test_without_a_proposal_enter_places_nothing_that_nobody_chose(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await writes(me, "Listning på team")
        await me.presses("f2")
        me.misses("▸", "föreslås")
        await me.presses("enter", "escape")
        assert places(me, "Listning på team") == ()
        me.sees("▸ 1 Listning på team")


@pytest.mark.parametrize("key", ["tab", "space"])
async def test_several_cells_are_one_step_to_undo(tmp_path: Path, key: str) -> None:
    async with facilitator(tmp_path) as me:
        await writes(me, "Tandvård åt äldre")
        await me.presses("f2")
        me.sees("Akutvård", "Planerad vård")
        await me.presses(key, "down", key)
        me.sees("placerad")
        await me.types("geri")
        await me.presses("tab", "escape")
        assert places(me, "Tandvård åt äldre") == ("akut/Tandvård", "planerad/Tandvård", "Geriatrik")
        me.sees("Placerad: Tandvård, Geriatrik.")
        await me.presses("ctrl+z")
        assert places(me, "Tandvård åt äldre") == ()


async def test_enter_on_a_cell_that_the_note_has_takes_it_off(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await writes(me, "Listning på team")
        await me.presses("f2", "g", "enter", "f2")
        me.sees("⌖ Geriatrik  placerad")
        await me.presses("down", "enter")
        assert places(me, "Listning på team") == ()
        me.sees("Inte längre placerad: Geriatrik. Ctrl+Z ångrar.")
        await me.presses("ctrl+z")
        assert places(me, "Listning på team") == ("Geriatrik",)


async def test_what_was_said_of_a_place_is_gone_once_another_is_put_on_and_off_again(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax"]) as me:
        await me.presses("up", "f2", *"geria", "enter")
        me.sees("Placerad: Geriatrik")
        await me.presses("f2", *"tandv", "tab", *"tandv", "tab", "escape")
        me.misses("Placerad:")


async def test_a_place_is_undone_after_a_restart_too(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await writes(me, "1177 som enda ingång")
        await me.presses("f2", "enter")
    async with facilitator(tmp_path, open_path=session_file(tmp_path)) as me:
        me.sees("⌖ 1177 Vårdguiden")
        await me.presses("ctrl+z")
        assert places(me, "1177 som enda ingång") == ()
        me.misses("⌖")
        await me.presses("ctrl+y")
        assert places(me, "1177 som enda ingång") == ("digital/1177 Vårdguiden",)


async def test_while_writing_f2_is_the_compass_with_the_notes_signs_in_its_cells(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await writes(me, "Stäng närakuten")
        await me.presses("f2", "enter", "escape", "f2")
        me.sees("Kompass-navigator för dagens vårdstruktur", "Prevention och hälsofrämjande")
        await me.presses("pagedown")
        me.sees("  Närakuter  −")
        assert me.session.notes()[0].text == "Stäng närakuten"


async def test_in_its_step_one_goes_from_a_cell_to_its_notes(tmp_path: Path) -> None:
    async with leading(tmp_path, at="kompass") as me:
        me.misses("Enter visar dem")
        await me.goes_to("B.2")
        await me.says("BVC hemma", "BVC på nätet", "Geriatriken hem")
        await me.presses("up", "f2", "enter", "up", "f2", "enter", "up", "f2", "enter")
        await me.goes_to("kompass")
        me.sees("Enter visar dem", "  BVC  −−")
        await me.presses("down")
        me.sees("▸ BVC  −−")
        await me.presses("enter")
        me.sees("BVC (Prevention och hälsofrämjande): 2 anteckningar", "− BVC hemma", "− BVC på nätet", "B 2")
        me.misses("Geriatriken hem")
        await me.presses("down", "enter")
        assert (me.step, me.chosen) == ("B.2", "BVC på nätet")


async def test_the_end_of_the_compass_is_reached_with_the_arrows(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await writes(me, "BVC hemma")
        await me.presses("f2", "enter")
        await me.goes_to("kompass")
        me.misses("Geriatrik")
        await me.presses("down", "down")
        me.sees("Geriatrik")
        await me.presses("up")
        me.sees("▸ BVC  −")


async def test_a_click_on_a_cell_shows_its_notes(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await writes(me, "BVC hemma")
        await me.presses("f2", "enter")
        await me.goes_to("kompass")
        await me.clicks("BVC  −")
        me.sees("1 anteckning", "− BVC hemma")


async def test_the_summary_tells_what_was_placed(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await writes(me, "BVC hemma")
        await me.goes_to("slut")
        me.misses("Anteckningar på kompassen")
        await me.goes_to("B.2")
        await me.presses("up", "f2", "enter")
        await me.goes_to("slut")
        me.sees("Anteckningar på kompassen", "  BVC (Prevention och hälsofrämjande)  −")


async def test_what_is_final_is_not_placed(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await writes(me, "BVC hemma")
        await me.goes_to("slut")
        await me.finishes()
        await me.goes_to("B.2")
        await me.presses("up", "f2")
        me.sees("Kompass-navigator")
        await me.presses("escape")
        assert places(me, "BVC hemma") == ()


async def test_another_workbook_has_its_own_compass(tmp_path: Path) -> None:
    async with leading(
        tmp_path, "Team", workbook=SMALL_WORKBOOK, lang="en", at="1.2", said=["Shorter handovers"]
    ) as me:
        await me.presses("up", "f2")
        me.sees("Place on the compass", "Handover  proposed: “handovers”", "Towards others", "Enter places")
        await me.presses("enter")
        assert places(me, "Shorter handovers") == ("make/Handover",)
        me.sees("⌖ Handover", "Placed: Handover (Making). Ctrl+Z undoes.")
        await me.goes_to("kompass")
        me.sees("  Handover  =", "Focused work · Work in pairs", "Enter shows them")
