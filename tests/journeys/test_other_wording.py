"""A workbook is reworded while its discussions lie there: each goes on asking what its group was asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diskussion_tui.content.source import default_workbook
from tests.support.people import SMALL_WORKBOOK, facilitator, leading, session_file
from tests.support.shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NOW = "Stämmer framtidsbilden som helhet? Saknas något?"
THEN = "Stämde bilden då?"


async def test_a_discussion_goes_on_asking_as_it_did_when_it_began(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(tmp_path, monkeypatch)
    path = shell.creates("Ekerö")
    assert path.read_text(encoding="utf-8").count(NOW) == 4
    path.write_text(path.read_text(encoding="utf-8").replace(NOW, THEN), encoding="utf-8")
    for command in ("show", "plan"):
        printed = shell.runs(command, "ekerö").out
        assert printed.count(THEN) == 4
        assert NOW not in printed
    async with facilitator(tmp_path, open_path=path, size=(120, 36)) as me:
        await me.goes_to("B.1")
        me.sees(f"1  {THEN}")
        await me.presses("ctrl+g")
        me.sees(f"B 1  {THEN}")
        assert NOW not in me.text()
    assert f'text = "{THEN}"' in session_file(tmp_path).read_text(encoding="utf-8")


async def test_the_cover_says_whose_words_the_workbook_has(tmp_path: Path) -> None:
    async with leading(tmp_path) as me:
        me.sees("inte regionens", "bakgrunden kan vara inaktuell")


async def test_a_workbook_in_ones_own_words_says_nothing_of_where_they_come_from(tmp_path: Path) -> None:
    own = tmp_path / "eget.toml"
    text = default_workbook().read_text(encoding="utf-8")
    own.write_text(re.sub(r'(?m)^provenance = ".*"\n', "", text), encoding="utf-8")
    async with leading(tmp_path / "sessions", workbook=own) as me:
        lines = me.text().splitlines()
        at = next(place for place, line in enumerate(lines) if "Diskussionsstöd: arbetshäfte" in line)
        assert lines[at + 1].strip() == ""


async def test_a_question_that_the_group_has_not_worded_says_so_and_asks_for_no_notes(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.3") as me:
        me.sees("Gruppen har ingen egen fråga ännu.")
        me.misses("Inga anteckningar ännu")
        await me.says("Vem bestämmer?")
        me.sees("Inga anteckningar ännu")


async def test_home_of_another_workbook_counts_no_notes_of_kinds_that_are_not_its_own(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax", "Pärmar"]) as me:
        await me.presses("ctrl+o")
        me.sees("−2  ›0  +0")
    async with facilitator(tmp_path, workbook=SMALL_WORKBOOK) as me:
        me.sees("2 anteckningar")
        me.misses("=0")


async def test_a_day_that_is_none_is_told_while_an_action_is_written(tmp_path: Path) -> None:
    async with leading(tmp_path, at="slut") as me:
        await me.presses("tab")
        await me.types("Ring senast 31/2")
        me.sees("Datumet 31/2 finns inte.")
