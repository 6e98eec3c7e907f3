"""Searching at home: fields and counts, Tab that narrows, what cannot be read, what is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.files.paths import session_files
from tests.support.builders import Group, another
from tests.support.people import facilitator, leading

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    """Botkyrka with three notes in two parts, Järva with one."""
    folder = tmp_path / "sessions"
    folder.mkdir()
    one, other = Group(name="Botkyrka"), Group(name="Järva")
    _bort, brev = one.says("Bort med faxen", "Fax eller brev", question="B.2", kind="avveckla")
    one.does(changes.support, brev, 4)
    one.says("Färre fax hemma", question="A.2", kind="nyutveckla")
    other.says("Närakuten faxar", question="B.2", kind="avveckla")
    for number, group in enumerate((one, other)):
        text = another(Encoder().file(group.session).decode(), number)
        (folder / f"{number}.toml").write_text(text, encoding="utf-8")
    return folder


async def test_counts_stand_under_the_line_and_tab_narrows_by_them_and_takes_them_away(
    sessions: Path,
) -> None:
    async with facilitator(sessions, size=(80, 24)) as me:
        await me.types("fax")
        me.sees("4 anteckningar i 2 diskussioner", " A 1  B 3     − 3  › 0  + 1", "Tab smalna av")
        await me.presses("tab")
        me.sees("› fax del:A", "▸A 1  B 3", "1 anteckning i 1 diskussion")
        await me.presses("tab")
        me.sees("› fax del:B", " A 1 ▸B 3", "3 anteckningar i 2 diskussioner")
        await me.presses("tab")
        me.sees("› fax kategori:avveckla", "▸− 3")
        await me.presses("shift+tab", "shift+tab", "shift+tab")
        me.misses("del:", "kategori:")
        me.sees("4 anteckningar i 2 diskussioner")
        await me.presses("tab")
        await me.types(" slag:+")
        me.sees("1 anteckning i 1 diskussion", "▸A 1", "▸+ 1")


async def test_who_asks_by_a_field_has_chosen_what_was_found(sessions: Path) -> None:
    async with facilitator(sessions, size=(80, 24)) as me:
        await me.types("fax slag:nyutveckla")
        await me.presses("enter")
        me.sees("▸   • Färre fax hemma", "bara läsning")
        await me.presses("escape")
        await me.types("fax slag:nyutveckla")
        await me.presses("up", "up")
        me.sees("▸ Ny diskussion  ”fax slag:nyutveckla”")
        await me.presses("enter")
        me.sees("Ska en ny diskussion heta ”fax slag:nyutveckla”?", "Det ser ut som en sökning.")
        await me.presses("enter")
        me.sees("› fax slag:nyutveckla")
    assert len(session_files(sessions)) == 2


async def test_a_field_and_a_value_are_completed(sessions: Path) -> None:
    async with facilitator(sessions, size=(80, 24)) as me:
        await me.types("fax sla")
        me.sees("4 anteckningar i 2 diskussioner", "Tab kategori:")  # what becomes a field need not be found
        await me.presses("tab")
        me.sees("› fax kategori:", " avveckla  vidareutveckla  nyutveckla ", "Tab 1/3")
        me.sees("4 anteckningar i 2 diskussioner")
        await me.types("n")
        await me.presses("tab")
        me.sees("› fax kategori:nyutveckla", "1 anteckning i 1 diskussion")


async def test_after_a_field_stand_the_values_that_there_are_and_tab_goes_through_them(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "sessions"
    folder.mkdir()
    for number, (unit, said) in enumerate(
        (("Västra vården", "#fax hos @anna"), ("Ekerö", "#Faxen #e-post"), ("Örby", "Inget"))
    ):
        group = Group(name=f"Kväll {number}")
        group.does(changes.set_details, {"unit": unit})
        group.says(said, question="B.2", kind="avveckla")
        text = another(Encoder().file(group.session).decode(), number)
        (folder / f"{number}.toml").write_text(text, encoding="utf-8")
    async with facilitator(folder, size=(80, 24)) as me:
        await me.types("enhet:")
        me.sees(' Ekerö  "Västra vården"  Örby ', "Tab 1/3")
        await me.presses("tab")
        me.sees("› enhet:Ekerö", '▸Ekerö  "Västra vården"  Örby', "Tab 1/3", "1 anteckning i 1 diskussion")
        await me.presses("tab", "tab", "tab")
        me.sees("› enhet:", "Tab 1/3")
        await me.types("vår")
        await me.presses("tab")
        me.sees('› enhet:"Västra vården"', "1 anteckning i 1 diskussion")
        await me.presses("escape")
        await me.types("tagg:")
        me.sees(" e-post  fax  faxen ")
        await me.types("fa")
        me.sees(" fax  faxen ", "Tab 1/2")
        await me.presses("escape")
        await me.types("ansvarig:")
        me.sees(" anna ", "Tab 1/1")
        await me.presses("escape")
        await me.types("stöd:")
        me.sees("Efter stöd: saknas vad som söks, till exempel stöd:>3.")
        await me.presses("escape")
        await me.types("bord:")
        me.sees("Efter bord: saknas vad som söks, till exempel bord:3.")  # nobody sat at one


async def test_the_value_that_is_begun_is_cut_to_what_there_is_room_for(tmp_path: Path) -> None:
    folder = tmp_path / "sessions"
    folder.mkdir()
    for number in range(12):
        group = Group(name=f"Vårdcentralen med ett långt namn {number}")
        text = another(Encoder().file(group.session).decode(), number)
        (folder / f"{number}.toml").write_text(text, encoding="utf-8")
    async with facilitator(folder, size=(60, 18)) as me:
        await me.types("namn:")
        me.sees('"Vårdcentralen med ett långt namn 11"', "Tab 1/12", "12 diskussioner")  # the newest first
        await me.presses("shift+tab")
        me.sees('▸"Vårdcentralen med ett långt namn 0"', "Tab 12/12")


async def test_what_cannot_be_read_is_told_and_the_last_good_answer_stays(sessions: Path) -> None:
    async with facilitator(sessions, size=(60, 18)) as me:
        await me.types("stöd:>3")
        me.sees("1 anteckning i 1 diskussion", "Fax eller brev")
        await me.types("x")
        me.sees("stöd:>3x går inte att läsa. Skriv ett antal: stöd:3,", "stöd:>3 eller stöd:2-5.")
        me.sees("1 anteckning i 1 diskussion", "Fax eller brev", "▸ Ny diskussion  ”stöd:>3x”")
        await me.presses("backspace")
        me.misses("går inte att läsa")


async def test_letters_that_were_taken_for_others_are_told_of(sessions: Path) -> None:
    async with facilitator(sessions, size=(80, 24)) as me:
        await me.types("narakuten")
        me.sees("Närakuten faxar", "Här räknas å, ä och ö som a och o.")
        await me.types(" slag:-")
        me.sees("Närakuten faxar", "Här räknas å, ä och ö som a och o.")


async def test_a_note_with_most_hands_stands_first_and_enter_reads_it(sessions: Path) -> None:
    async with facilitator(sessions, size=(80, 24)) as me:
        await me.types("fax slag:- namn:botkyrka")
        me.sees("2 anteckningar i 1 diskussion")
        me.sees("▸    B 2 − Fax eller brev  ●●●●")
        await me.presses("enter")
        me.sees("bara läsning", "Fax eller brev")


async def test_a_search_is_saved_under_a_name_and_found_again_in_an_empty_line(sessions: Path) -> None:
    async with facilitator(sessions, size=(80, 24)) as me:
        await me.presses("f2")
        me.sees("Inga sparade sökningar ännu.")
        await me.types("fax slag:-")
        await me.presses("f2")
        me.sees("Spara sökningen")
        await me.types("fax att avveckla")
        await me.presses("enter")
        me.sees("Sökningen ”fax att avveckla” är sparad.")
        await me.presses("escape", "f2")
        me.sees("Sparade sökningar", "fax att avveckla", "fax slag:-")
        await me.presses("enter")
        me.sees("› fax slag:-", "3 anteckningar i 2 diskussioner")


async def test_a_name_with_signs_in_it_begins_a_discussion_as_it_stands(sessions: Path) -> None:
    async with facilitator(sessions, size=(80, 24)) as me:
        await me.types("Del: B (kväll) -")
        me.sees("▸ Ny diskussion  ”Del: B (kväll) -”")
        await me.presses("enter")
        assert me.app.workshop is not None
        assert me.app.workshop.session.head.name == "Del: B (kväll) -"


async def test_help_at_home_tells_the_language_of_the_line(sessions: Path) -> None:
    async with facilitator(sessions, size=(80, 24), lang="en") as me:
        await me.presses("f1")
        for _ in range(6):
            if "How to search" in me.text():
                break
            await me.presses("pagedown")
        me.sees("How to search")


async def test_a_misspelt_field_is_named_where_nothing_is_found(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax mellan sjukhus"]) as me:
        await me.presses("escape", "ctrl+o")
        await me.types("katgori:avveckla")
        await me.awaits("Inga träffar.")
        me.sees("katgori: är inget fält, så det söktes som ett ord.", "Menade du kategori:?")
        await me.presses(*["backspace"] * 17, *"kategori:avveckla")
        me.misses("är inget fält")
        me.sees("1 anteckning i 1 diskussion")


@pytest.mark.parametrize("asked", ["telefon", "telefon del:B"])
async def test_a_note_found_by_another_text_than_its_own_says_by_which(tmp_path: Path, asked: str) -> None:
    folder = tmp_path / "sessions"
    folder.mkdir()
    group = Group(name="Botkyrka")
    (note,) = group.says("Fast läkarkontakt", question="B.2", kind="avveckla")
    group.does(changes.word_dissent, note, "Telefonen räcker för de flesta")
    (folder / "0.toml").write_text(another(Encoder().file(group.session).decode(), 0), encoding="utf-8")
    async with facilitator(folder, size=(80, 24)) as me:
        await me.types(asked)
        me.sees("1 anteckning i 1 diskussion", "Fast läkarkontakt  även: telefonen räcker")
