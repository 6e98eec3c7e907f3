"""A small window cuts no key from its name, no answer from its kin and no hand from its note, and says nothing twice."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.source import example_folder
from diskussion_tui.domain.session import changes
from diskussion_tui.texts import words
from diskussion_tui.tui.commands import with_keys
from diskussion_tui.tui.comparing.screen import Comparing
from tests.support.coders import coding
from tests.support.people import facilitator, leading
from tests.support.spring import spring

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("size", [(40, 12), (48, 16), (60, 18), (80, 24)])
async def test_every_answer_to_the_picture_is_whole_and_its_hint_whole_or_not_there(
    tmp_path: Path, size: tuple[int, int], lang: str
) -> None:
    async with leading(tmp_path, at="B.1", size=size, lang=lang) as me:
        me.sees("○ stämmer ", "○ stämmer delvis", "○ stämmer inte")
        hint = with_keys(words(lang)).walk.verdict_hint
        offered = [line for line in me.screen() if "○ stämmer" in line]
        assert hint in offered[-1] or offered[-1].endswith("stämmer inte")


@pytest.mark.parametrize("lang", ["sv", "en"])
async def test_the_queue_offers_no_key_that_would_be_typed_into_its_line(tmp_path: Path, lang: str) -> None:
    async with coding(tmp_path, lang=lang) as (me, _):
        said = words(lang).commands
        offered = (said.code_undo.title, said.code_skip.title, said.code_none.title)
        await me.presses("1")
        me.clock.passes(seconds=2)
        assert all(title in me.screen()[-1] for title in offered)
        await me.types("psyk")
        assert not any(title in me.screen()[-1] for title in offered)
        assert said.code_theme.title in me.screen()[-1]


@pytest.mark.parametrize("lang", ["sv", "en"])
async def test_what_the_queue_and_the_code_book_say_is_whole_in_a_small_window(
    tmp_path: Path, lang: str
) -> None:
    async with coding(tmp_path, size=(60, 18), lang=lang) as (me, _):
        said = with_keys(words(lang)).coding
        await me.presses("f2")
        assert said.several_on in _run_on(me)
        await me.presses("f7")
        assert said.themes_hint in _run_on(me)


def _run_on(me: Facilitator) -> str:
    return " ".join(" ".join(me.screen()).split())


async def test_the_same_is_not_said_twice_of_what_nobody_has_coded(tmp_path: Path) -> None:
    spring(tmp_path)
    async with facilitator(tmp_path) as me:
        await me.presses("space", "s", *"V", "enter", *["tab"] * 7)
        me.sees("▸Mättnad")
        assert me.text().count("Inga anteckningar är kodade ännu.") == 1


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_questions_that_are_held_side_by_side_are_named_by_their_kinds_where_they_have_no_room(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    spring(tmp_path)
    async with facilitator(tmp_path, size=size) as me:
        await me.presses("down", "down", "down", "f6", "down", "f6", "f8")
        while not isinstance(me.app.screen, Comparing):
            await me.waits()
        await me.waits()
        me.sees("A 2  Avveckla, vidareutveckla, nyutveckla")
        me.misses("Vad i dagens")


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
@pytest.mark.parametrize(("hands", "shown"), [(3, "  ●●●"), (5, "  ●●●●●"), (9, "  ● 9")])
async def test_a_note_that_is_found_has_as_many_hands_as_were_raised(
    tmp_path: Path, size: tuple[int, int], hands: int, shown: str
) -> None:
    note = "Hemsjukvård kvällar och helger med läkare som når fram inom en timme, i hela kommunen"
    async with leading(tmp_path, at="B.2", said=[note], size=size) as me:
        assert me.app.workshop
        me.app.workshop.do(changes.support, me.session.notes_of("B.2")[0].id, hands)
        await me.presses("ctrl+o")
        await me.types("hemsjuk")
        assert next(line for line in me.screen() if "Hemsjukvård" in line).endswith(shown)


LONG = (
    "Någon har dikterat allt: " + "samarbetet med hemtjänsten om läkemedelsgenomgångar ska följas upp, " * 8
)


async def test_a_long_word_in_a_column_is_whole_where_another_column_can_do_with_less(tmp_path: Path) -> None:
    said = ["-Fax bort", ">Listning på team", "+Kombinationstjänster: halva veckan på sjukhus"]
    async with leading(tmp_path, at="C.2", said=said) as me:
        me.sees("Kombinationstjänster:")


async def test_a_note_that_is_cut_shows_its_hands_and_has_the_widest_column(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["-Fax", ">Team", f"+{LONG}"]) as me:
        assert me.app.workshop
        me.app.workshop.do(changes.support, me.session.notes_of("B.2")[-1].id, 12)
        await me.waits()
        (cut,) = (line for line in me.screen() if "rader till" in line)
        assert cut.endswith("rader till ● 12")
        heads = next(line for line in me.screen() if "Nyutveckla" in line and "Avveckla" in line)
        left, right = heads.index("›"), heads.index("+")
        assert 80 - right > right - left


@pytest.mark.parametrize(("lang", "named"), [("sv", "Bord"), ("en", "Table")])
async def test_a_table_that_is_a_number_is_never_a_bare_number_behind_the_hands(
    tmp_path: Path, lang: str, named: str
) -> None:
    async with leading(tmp_path, at="A.1", said=["Ett"], lang=lang) as me:
        workshop = me.app.workshop
        assert workshop
        for table in ("1", "3"):
            workshop.do(changes.add_notes, [workshop.ids.new()], "A.1", [f"Från {table}"], "", group=table)
        await me.waits()
        me.sees(f"Från 1 {named} 1", f"Från 3 {named} 3")
        await me.presses("ctrl+s")
        me.sees(f"{named} 1", f"{named} 3")


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_the_run_of_show_and_the_list_of_steps_cut_no_word_and_the_chosen_step_is_told_whole(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    asked = "Stämmer framtidsbilden som helhet? Saknas något?"
    async with leading(tmp_path, at="B.1", size=size) as me:
        await me.presses("f9")
        assert asked in me.screen()[-3].strip()
        cut = [line for line in me.screen() if "…" in line]
        assert cut
        assert not [line for line in cut if " …" not in line]
        if size == (80, 24):
            me.sees("A 2  Avveckla, vidareutveckla, nyutveckla")
        await me.presses("down")
        assert me.screen()[-3].strip() == ("Avveckla, vidareutveckla, nyutveckla" if size == (60, 18) else "")
        await me.presses("escape", "ctrl+g")
        assert not [line for line in me.screen() if "…" in line and " …" not in line]


@pytest.mark.parametrize("lang", ["sv", "en"])
async def test_the_list_of_what_is_parked_says_whole_what_enter_does(tmp_path: Path, lang: str) -> None:
    async with leading(tmp_path, said=["Parkeringen"], size=(60, 18), lang=lang) as me:
        await me.presses("f7")
        assert with_keys(words(lang)).conclusions.parked_hint in _run_on(me)


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_all_the_lines_that_are_pasted_are_shown_where_there_is_room_for_them(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with leading(tmp_path, at="B.2", size=size) as me:
        await me.pastes("\n".join(f"Rad {number}" for number in range(1, 7)))
        me.sees("Rad 1", "Rad 6")
        me.misses("till")
        await me.presses("escape", "escape")
        await me.pastes("\n".join(f"Rad {number}" for number in range(1, 60)))
        assert me.screen()[0] == me.screen()[-1] == ""
        me.sees("Rad 1", "Rad 4", "J  Ja, 59 anteckningar")
        shown = sum("Rad " in line for line in me.screen())
        me.sees(f"… och {59 - shown} till")


async def test_the_kinds_are_named_beside_each_other_in_a_small_window_with_many_notes(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="B.2", size=(60, 18)) as me:
        await me.says(*(f"{'->'[number % 2]}Anteckning {number}" for number in range(24)))
        me.sees("− Avveckla  12", "› Vidareutveckla  12", "+ Nyutveckla  0")


async def test_the_end_has_one_name_until_the_discussion_is_final_and_what_is_parked_its_question(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax"]) as me:
        await me.presses("up", "space", "p")
        await me.goes_to("slut")
        assert me.screen()[4].strip() == "Sammanfattning"
        await me.presses("end")
        me.sees("Fax B 2")
        me.misses("B.2")


@pytest.mark.parametrize(("lang", "others"), [("sv", "för andra"), ("en", "for others")])
async def test_that_there_are_reports_for_others_is_seen_in_the_list_of_a_small_window(
    tmp_path: Path, lang: str, others: str
) -> None:
    (example,) = example_folder().glob("*.toml")
    shutil.copy(example, tmp_path)
    async with facilitator(tmp_path, size=(60, 18), lang=lang) as me:
        await me.presses("down", "down", "down", "f11")
        me.sees("PDF", others)


@pytest.mark.parametrize("lang", ["sv", "en"])
async def test_a_part_is_gone_to_by_its_letter_whatever_else_begins_with_it(
    tmp_path: Path, lang: str
) -> None:
    async with leading(tmp_path, lang=lang) as me:
        for part in ("A", "B", "C", "D"):
            await me.goes_to(part.lower())
            assert me.step == part


async def test_in_a_wide_window_the_minutes_stand_near_what_they_are_of(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", size=(160, 45)) as me:
        await me.presses("f9")
        assert all(len(line) <= 100 for line in me.screen() if "kan kortas" in line)
        me.sees("B 1  Stämmer framtidsbilden som helhet? Saknas något?")


@pytest.mark.parametrize("lang", ["sv", "en"])
async def test_every_example_of_a_detail_is_whole_in_a_small_window(tmp_path: Path, lang: str) -> None:
    said = words(lang).dialogs
    async with leading(tmp_path, size=(60, 18), lang=lang) as me:
        await me.presses("ctrl+n")
        me.sees(
            said.example_unit,
            said.example_registry_number,
            said.example_information_class,
            said.example_retention,
        )
