"""A facilitator draws conclusions, parks what has to wait, and comes back to what was agreed last time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.conclusions import conclusions_of
from diskussion_tui.domain.session.records import Conclusion
from tests.support.people import Clock, facilitator, leading, on_disk, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator

DECEMBER = dt.date(2026, 12, 1)
WORDS = {"sv": ("Slutsats", "Åtgärd", "Helheten"), "en": ("Conclusion", "Action", "The whole")}


def made(me: Facilitator) -> list[tuple[str, str, str]]:
    """Every conclusion that stands: sort, section, words."""
    return [(one.kind, one.section, one.text) for one in me.session.current(Conclusion)]


async def at_the_end(me: Facilitator, *notes: str) -> None:
    await me.begins("Ekerö")
    await me.goes_to("B.2")
    await me.says(*notes)
    await me.goes_to("slut")


@pytest.mark.parametrize("lang", ["sv", "en"])
async def test_a_conclusion_costs_its_text_and_enter_and_tab_turns_the_sort(
    tmp_path: Path, lang: str
) -> None:
    conclusion, action, whole = WORDS[lang]
    async with facilitator(tmp_path, lang=lang) as me:
        await at_the_end(me)
        me.sees(f"= {conclusion}")
        await me.says("Alla vill ha en väg in")
        await me.presses("tab")
        me.sees(f"[ ] {action}")
        await me.says("b: Ring regionen @Anna senast 2026-12-01")
        assert made(me) == [
            ("slutsats", "", "Alla vill ha en väg in"),
            ("åtgärd", "B", "Ring regionen @Anna senast 2026-12-01"),
        ]
        me.sees(whole, "= Alla vill ha en väg in", "B  Vårdmöten 2040", "Anna · ")
        assert not me.stage.capture.text
    async with facilitator(tmp_path, lang=lang, open_path=session_file(tmp_path)) as me:
        assert (me.step, len(made(me))) == ("slut", 2)
        await me.presses("ctrl+z")
        assert made(me) == [("slutsats", "", "Alla vill ha en väg in")]
        await me.presses("ctrl+y")
        (action_made,) = conclusions_of(me.session, "B")
        assert (action_made.owner, action_made.due) == ("Anna", DECEMBER)


async def test_an_action_says_how_it_was_read_and_which_day_was_no_date(tmp_path: Path) -> None:
    async with leading(tmp_path, at="slut") as me:
        await me.presses("tab")
        await me.types("Bjud in föreningen senast fredag")
        me.sees("”fredag” blev inget datum: skriv dagen så här, senast 1/12.")
        await me.presses("enter")
        me.sees("Åtgärd sparad: om helheten. ”fredag” blev inget datum")
        await me.says("Ring @chefen senast 1/12")
        me.sees("Åtgärd sparad: om helheten. ansvarig chefen · senast 2026-12-01")


async def test_what_is_read_from_the_words_is_told_while_they_are_typed(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await at_the_end(me)
        await me.presses("tab")
        await me.types("C: Ring regionen @Anna senast 1/12")
        me.sees("Om C Vårdens specialisering 2040 · ansvarig Anna · senast 2026-12-01")


async def test_a_half_typed_conclusion_and_its_sort_survive_a_restart(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await at_the_end(me)
        await me.presses("tab", "tab")
        await me.types("B: Ta med till nämnden")
        me.stage.keep_draft()
        me.sees("» Medskick")
    async with facilitator(tmp_path, open_path=session_file(tmp_path)) as me:
        me.sees("» Medskick", "B: Ta med till nämnden")
        await me.presses("enter")
        assert made(me) == [("medskick", "B", "Ta med till nämnden")]


async def test_s_makes_a_conclusion_of_the_chosen_note_with_a_way_back_to_it(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await at_the_end(me)
        await me.goes_to("B.2")
        await me.says("Fax mellan sjukhus och kommun")
        await me.types("halvskrivet")
        await me.presses("up", "space", "s", "tab")
        me.sees("[ ] Ändra åtgärd", "Fax mellan sjukhus och kommun")
        await me.types(" bort @Bo")
        await me.presses("enter")
        assert made(me) == [("åtgärd", "B", "Fax mellan sjukhus och kommun bort @Bo")]
        assert (me.stage.capture.text, me.notes("B.2")) == ("halvskrivet", ["Fax mellan sjukhus och kommun"])
        await me.goes_to("slut")
        me.sees("ansvarig Bo · av 1 anteckning")
        await me.presses("up", "space", "g")
        assert (me.step, me.chosen) == ("B.2", "Fax mellan sjukhus och kommun")


async def test_a_conclusion_of_several_marked_notes_leads_back_to_each(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await at_the_end(me, "Fax", "Dubbla remisser", "Köer")
        me.stage.marked = tuple(note.id for note in me.session.notes()[:2])
        await me.presses("up", "space", "s")
        await me.presses("enter")
        assert made(me) == [("slutsats", "B", "Fax\nDubbla remisser")]
        assert me.stage.marked == ()
        me.sees("av 2 anteckningar")
        await me.presses("up", "space", "g")
        me.sees("Anteckningarna bakom", "Dubbla remisser")
        await me.types("dubbla")
        await me.presses("enter")
        assert (me.step, me.chosen) == ("B.2", "Dubbla remisser")


async def test_made_from_a_note_it_is_there_even_if_the_program_dies_before_enter(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await at_the_end(me, "Fax")
        await me.goes_to("B.2")
        await me.presses("up", "space", "s")
        await me.types(" ska bort")
        me.stage.keep_draft()
    async with facilitator(tmp_path, open_path=session_file(tmp_path)) as me:
        me.sees("= Ändra slutsats", "Fax ska bort")
        await me.presses("enter")
        assert made(me) == [("slutsats", "B", "Fax ska bort")]
        assert me.notes("B.2") == ["Fax"]


async def test_a_chosen_conclusion_is_done_sorted_moved_reworded_and_withdrawn(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await at_the_end(me)
        await me.presses("tab")
        await me.says("Ring @Anna senast 11/5")
        me.misses("skulle varit klar")
        me.clock.passes(minutes=60 * 24 * 400)
        await me.presses("up")
        me.stage.show_page()
        await me.waits()
        me.sees("! skulle varit klar 2027-05-11")
        await me.presses("space", "space")
        me.sees("[x] Ring", "klar · ansvarig Anna")
        me.misses("skulle varit klar")
        await me.presses("space", "k")
        assert made(me) == [("medskick", "", "Ring @Anna senast 11/5")]
        await me.presses("space", "space")
        me.sees("Bara åtgärder kan bli klara")
        await me.presses("space", "f")
        await me.types("c")
        await me.presses("enter")
        assert made(me)[0][1] == "C"
        await me.presses("enter")
        await me.types(" igen")
        await me.presses("enter")
        assert made(me) == [("medskick", "C", "Ring @Anna senast 11/5 igen")]
        await me.presses("up", "delete")
        assert made(me) == []
        await me.presses("ctrl+z")
        assert made(me) == [("medskick", "C", "Ring @Anna senast 11/5 igen")]


async def test_a_withdrawn_conclusion_lies_in_the_bin(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await at_the_end(me)
        await me.says("Alla vill ha en väg in")
        await me.presses("up", "delete")
        await me.goes_to("A.2")
        await me.presses("ctrl+r", "enter")
        assert (me.step, made(me)) == ("slut", [("slutsats", "", "Alla vill ha en väg in")])


async def test_a_finished_discussion_shows_its_conclusions_and_takes_no_more(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await at_the_end(me)
        await me.says("Alla vill ha en väg in")
        await me.finishes()
        me.sees("= Alla vill ha en väg in", "fastställd")
        await me.presses("down", "delete", "space", "k")
        assert made(me) == [("slutsats", "", "Alla vill ha en väg in")]


async def test_a_parked_note_waits_in_a_list_that_every_step_reaches(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await at_the_end(me, "Fax", "Dubbla remisser")
        await me.presses("f7")
        me.sees("Inget är parkerat")
        await me.goes_to("B.2")
        await me.presses("up", "space", "p")
        me.sees("Parkerad. F7 visar de parkerade")
        assert me.notes("B.2") == ["Fax"]
        assert me.chosen == "Fax"
        await me.goes_to("slut")
        me.sees("1 parkerad")
    async with facilitator(tmp_path, open_path=session_file(tmp_path)) as me:
        await me.goes_to("A.1")
        await me.types("halvskrivet")
        await me.presses("f7")
        me.sees("Parkerat", "Dubbla remisser", "B 2")
        await me.presses("enter")
        assert (me.step, me.chosen, me.notes("B.2")) == ("B.2", "Dubbla remisser", ["Fax", "Dubbla remisser"])
        assert me.stage.capture.text == "halvskrivet"
        await me.presses("ctrl+z")
        assert me.notes("B.2") == ["Fax"]


async def test_the_table_that_speaks_is_kept_over_a_restart_and_told_where_several_have(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax"]) as me:
        await me.presses("ctrl+s")
        await me.types("2")
        await me.presses("enter")
        me.sees("− Avveckla  Bord 2", "Bord 2 talar")
        await me.says("Köer")
        me.misses("Köer Bord 2")
    async with facilitator(tmp_path, open_path=session_file(tmp_path)) as me:
        me.sees("− Avveckla  Bord 2")
        await me.says("Remisser")
        await me.presses("ctrl+s")
        await me.types("Fönsterbordet")
        await me.presses("enter")
        await me.says("Brev")
        assert [(note.text, note.group) for note in me.session.notes_of("B.2")] == [
            ("Fax", ""),
            ("Köer", "Bord 2"),
            ("Remisser", "Bord 2"),
            ("Brev", "Fönsterbordet"),
        ]
        me.sees("− 2 Köer Bord 2")
        await me.presses("ctrl+s")
        await me.types("inget")
        await me.presses("enter")
        me.sees("Inget särskilt bord talar")
        await me.says("Pärmar")
        assert me.session.notes_of("B.2")[-1].group == ""


async def test_a_tag_and_an_owner_are_completed_from_those_used_before_and_only_on_tab(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax bort #faxfritt @Anna-Lena"]) as me:
        await me.types("Brev #fa")
        me.sees("Tab: #faxfritt")
        await me.presses("tab")
        assert me.stage.capture.text == "Brev #faxfritt"
        await me.types(" @an")
        me.sees("Tab: @Anna-Lena")
        await me.presses("tab", "enter")
        assert me.notes("B.2", "avveckla")[-1] == "Brev #faxfritt @Anna-Lena"
        await me.types("Köer #q")
        me.misses("Tab: ")
        await me.presses("tab")
        assert me.stage.place.kind == "vidareutveckla"


async def begun_again(tmp_path: Path, name: str, clock: Clock) -> None:
    """An earlier evening of a group, with one action that is open and one that is done."""
    async with facilitator(tmp_path, clock=clock) as me:
        await me.begins(name)
        await me.goes_to("slut")
        await me.presses("tab")
        await me.says("Ring regionen @Anna senast 1/6", "Boka lokal @Bo")
        await me.presses("up", "space", "space")


async def test_what_is_open_since_last_time_stands_on_the_start_page_and_is_taken_along(
    tmp_path: Path,
) -> None:
    await begun_again(tmp_path, "Vårdcentralen Ekerö", Clock())
    earlier = session_file(tmp_path)
    before = earlier.read_text()
    clock = Clock()
    clock.passes(minutes=60 * 24 * 40)
    async with leading(tmp_path, "Vårdcentralen Ekerö 2", clock=clock) as me:
        me.sees("Sedan sist", "[ ] Ring regionen @Anna senast 1/6", "! skulle varit klar 2026-06-01")
        me.misses("Boka lokal")
        await me.presses("down", "enter")
        me.sees("✓ tas med", "följer med")
        (here,) = me.session.current(Conclusion)
        assert (here.owner, here.due, here.done) == ("Anna", dt.date(2026, 6, 1), False)
        await me.presses("enter")
        assert not me.session.current(Conclusion)
        await me.presses("space", "space")
        me.sees("[x] Ring regionen", "✓ klar")
        await me.presses("ctrl+z")
        me.misses("✓ klar")
        await me.presses("space", "space")
    assert earlier.read_text() == before
    clock.passes(minutes=60 * 24 * 40)
    async with leading(tmp_path, "Vårdcentralen Ekerö 3", clock=clock) as me:
        me.misses("Sedan sist")


async def test_another_groups_actions_are_not_shown_and_owners_of_last_time_are_completed(
    tmp_path: Path,
) -> None:
    await begun_again(tmp_path, "Ekerö", Clock())
    clock = Clock()
    clock.passes(minutes=60 * 24)
    async with leading(tmp_path, "Järva", clock=clock) as me:
        me.misses("Sedan sist", "Ring regionen")
    async with leading(tmp_path, "Ekerö 2", clock=clock, at="B.2") as me:
        await me.types("Ring @a")
        me.sees("Tab: @Anna")


async def test_conclusions_stand_in_the_file(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await at_the_end(me)
        await me.presses("tab")
        await me.says("Ring @Anna senast 1/12")
    assert "[[conclusions]]" in on_disk(tmp_path)
    assert "due = 2026-12-01" in on_disk(tmp_path)
