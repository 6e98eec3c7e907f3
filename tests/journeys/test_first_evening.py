"""A facilitator's first evening: from an empty folder to a saved discussion."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from tests.support.people import facilitator, leading, on_disk, session_file

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_first_note_is_on_disk_within_ten_keys_besides_its_text_and_the_name(
    tmp_path: Path,
) -> None:
    async with facilitator(tmp_path) as me:
        keys = 0
        await me.presses("enter")  # the new discussion is chosen already
        await me.types("Vårdcentralen Ekerö")
        await me.presses("enter")
        keys += 2
        while not me.stage.takes_notes:
            await me.presses("pagedown")
            keys += 1
        await me.says("Ensamheten bland äldre saknas")
        keys += 1
        assert keys <= 10
        assert "Ensamheten bland äldre saknas" in on_disk(tmp_path)
        me.sees("✓ sparat")


async def test_an_empty_home_says_what_to_do(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        me.sees("▸ Ny diskussion", "Inga diskussioner ännu. Skriv ett namn", "0 diskussioner")


async def test_blanks_are_no_name(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await me.types("   ")
        me.sees("Blanksteg finns inte i menyn" if False else "Esc stänger")
        await me.presses("escape", "enter")
        me.sees("▸ Ny diskussion  skriv ett namn", "0 diskussioner")
        assert me.app.workshop is None


async def test_page_down_walks_through_every_step_and_page_up_back(tmp_path: Path) -> None:
    async with leading(tmp_path) as me:
        walked = [me.step]
        for _ in range(30):
            await me.presses("pagedown")
            walked.append(me.step)
        steps = [step.id for step in me.stage.workshop.steps]
        assert walked[: len(steps)] == steps
        assert walked[-1] == "slut"
        for _ in range(30):
            await me.presses("pageup")
        assert me.step == "start"


async def test_each_step_shows_its_part_of_the_workbook(tmp_path: Path) -> None:
    async with leading(tmp_path, size=(100, 60)) as me:
        workbook = me.stage.workshop.workbook
        me.sees(workbook.title, workbook.subtitle, workbook.introduction.heading)
        await me.presses("pagedown")
        me.sees(*(form for area in workbook.compass.areas for form in area.forms if len(form) < 20))
        me.sees(*workbook.compass.branches)
        for section in workbook.sections:
            await me.presses("pagedown")
            me.sees(f"{section.id}  {section.heading}", section.bullets[0].text.split()[0])
            for question in section.questions:
                await me.presses("pagedown")
                me.sees(question.text.split("?")[0][:30] if question.text else "Gruppens egen fråga")
        for field in workbook.reflections.fields:
            await me.presses("pagedown")
            me.sees(f"E  {field.heading}")
        await me.presses("pagedown")
        me.sees("Tack för att ni var med.", "Diskussionsstöd_Ekerö_2026-05-12.toml")


async def test_a_whole_evening_stands_in_the_file_afterwards(tmp_path: Path) -> None:
    async with leading(tmp_path) as me:
        for section in "ABCD":
            await me.goes_to(f"{section}.1")
            await me.presses("tab")
            await me.says(f"{section}: bilden stämmer")
            await me.presses("pagedown")
            await me.types("-")
            await me.says("fax")
            await me.types(">")
            await me.says("hemsjukvård")
            await me.types("+")
            await me.says("digital vårdcentral")
            await me.presses("pagedown")
            await me.says(f"Vad glömde vi i {section}?", "Anhöriga")
        for field in ("E.A", "E.B", "E.C", "E.D", "E.helheten"):
            await me.goes_to(field)
            await me.says(f"viktigast i {field}")
        await me.presses("pagedown", "down", "enter", "j", "enter", "escape")
        me.sees("fastställd")
    file = session_file(tmp_path)
    assert file.name == "Diskussionsstöd_Ekerö_2026-05-12.toml"
    found = tomllib.loads(file.read_text())
    assert found["session"]["state"] == "fastställd"
    assert found["overview"]["kinds"] == {"avveckla": 4, "nyutveckla": 4, "vidareutveckla": 4}
    assert {answer["id"]: answer.get("verdict") for answer in found["answers"] if "verdict" in answer} == {
        f"{section}.1": "stammer" for section in "ABCD"
    }
    assert len([note for note in found["notes"] if note["question"].startswith("E.")]) == 5
    assert not list((tmp_path / ".live").glob("*.toml"))
