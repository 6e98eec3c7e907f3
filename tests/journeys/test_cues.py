"""The facilitator's cues are one key away, and nowhere that the room or a reader could meet them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.tui.rows import row_length
from diskussion_tui.tui.walk.pages.cues import cue_rows
from tests.support.builders import workbook_in
from tests.support.people import SMALL_WORKBOOK, leading
from tests.support.shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.workbook.workbook import Workbook

SWEDISH, ENGLISH = workbook_in(default_workbook()), workbook_in(SMALL_WORKBOOK, "en")
BOOKS = [
    pytest.param(SWEDISH, ("Säg", "Fråga", "Metod"), id="sv"),
    pytest.param(ENGLISH, ("Say", "Ask", "Method"), id="en"),
]
MOST_WORDS = 25


@pytest.mark.parametrize(("book", "sorts"), BOOKS)
def test_every_step_has_what_to_say_what_to_ask_and_a_method_with_its_minutes(
    book: Workbook, sorts: tuple[str, str, str]
) -> None:
    for step in steps_of(book):
        named = [cue.partition(": ")[0] for cue in step.cues]
        assert set(named) == set(sorts), step.id
        methods = [cue for name, cue in zip(named, step.cues, strict=True) if name == sorts[2]]
        assert all(re.search(r"\d min|minute|minut", method) for method in methods), step.id
        assert all(len(cue.split()) <= MOST_WORDS for cue in step.cues), step.id


@pytest.mark.parametrize(("book", "sorts"), BOOKS)
def test_no_method_takes_longer_than_its_step(book: Workbook, sorts: tuple[str, str, str]) -> None:
    for step in steps_of(book):
        for cue in step.cues:
            minutes = re.search(r"(\d+) min", cue)
            if cue.startswith(sorts[2]) and minutes:
                assert int(minutes[1]) <= step.minutes, cue


@pytest.mark.parametrize(
    ("lang", "workbook"), [("sv", default_workbook()), ("en", SMALL_WORKBOOK)], ids=("sv", "en")
)
async def test_one_key_shows_the_cues_of_a_step_whole_on_a_small_screen_and_hides_them(
    tmp_path: Path, lang: str, workbook: Path
) -> None:
    book = SWEDISH if lang == "sv" else ENGLISH
    async with leading(tmp_path, lang=lang, workbook=workbook) as me:
        for step in steps_of(book):
            await me.presses("f8")
            shown = " ".join(me.text().split())
            for cue in step.cues:
                name, _, text = cue.partition(": ")
                assert name in shown
                assert text in shown
            before = me.text()
            await me.presses("f8")
            assert me.text() != before
            _has_none(me.text(), book)
            await me.presses("pagedown")


@pytest.mark.parametrize(
    ("lang", "workbook"), [("sv", default_workbook()), ("en", SMALL_WORKBOOK)], ids=("sv", "en")
)
async def test_the_big_picture_never_shows_a_cue_on_any_step(
    tmp_path: Path, lang: str, workbook: Path
) -> None:
    book = SWEDISH if lang == "sv" else ENGLISH
    async with leading(tmp_path, lang=lang, workbook=workbook) as me:
        await me.presses("f5")
        for _ in steps_of(book):
            _has_none(me.text(), book)
            await me.presses("f8")
            _has_none(me.text(), book)
            assert me.app.screen is me.stage
            await me.presses("pagedown")


async def test_a_sheet_of_cues_is_closed_before_the_big_picture_opens(tmp_path: Path) -> None:
    async with leading(tmp_path) as me:
        await me.presses("f8", "f5")
        assert not me.stage.big
        await me.presses("f8", "f5")
        assert me.stage.big
        _has_none(me.text(), SWEDISH)


def test_what_is_printed_of_a_discussion_holds_no_cue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(tmp_path / "diskussioner", monkeypatch)
    shell.creates("Ekerö")
    assert shell.runs("note", "Ekerö", "-q", "B.2", "-k", "avv", "Fax").code == 0
    for given in (
        ("show", "ekerö"),
        ("show", "ekerö", "--notes"),
        ("show", "ekerö", "--json"),
        ("history", "ekerö"),
        ("show",),
    ):
        said = shell.runs(*given)
        assert said.code == 0
        _has_none(said.out, SWEDISH)
    _has_none(next(shell.folder.glob("*.toml")).read_text(), SWEDISH)


def test_a_cue_that_says_of_no_sort_stands_beside_the_others() -> None:
    rows = cue_rows(["Fråga: Varför?", "Börja tyst, sedan laget runt: alla.", "https://example.org"], 40)
    assert ["".join(text for text, _ in row).rstrip() for row in rows] == [
        "Fråga   Varför?",
        "",
        "        Börja tyst, sedan laget runt:",
        "        alla.",
        "",
        "        https://example.org",
    ]


@pytest.mark.parametrize("width", [20, 40, 75, 200])
def test_no_row_of_cues_is_wider_than_there_is_room(width: int) -> None:
    for step in steps_of(SWEDISH):
        assert max(map(row_length, cue_rows(step.cues, width))) <= min(width, 76)


def _has_none(shown: str, book: Workbook) -> None:
    flowing = " ".join(shown.split())
    for step in steps_of(book):
        for cue in step.cues:
            assert cue.partition(": ")[2] not in flowing
            assert cue not in flowing
