"""A report in one key, wherever a discussion is read or chosen: what it carries is said before, where it lies afterwards."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.tui import handing_out
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.reading.screen import Reading
from diskussion_tui.workshop import report
from tests.support.people import leading

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from diskussion_tui.reports.exporting import Export
    from tests.support.people import Facilitator

NAME = "Diskussionsstöd_Ekerö_2026-05-12"


@pytest.fixture
async def at_home(tmp_path: Path) -> AsyncIterator[Facilitator]:
    """Somebody at home, a discussion chosen in which a note was taken back and another names somebody."""
    async with leading(tmp_path, at="B.2", said=["Fax, fråga @lena", "Hemligt", "Ring 070-123 45 67"]) as me:
        work = me.app.workshop
        assert work
        work.do(changes.withdraw, work.session.notes_of("B.2")[1].id)
        await me.presses("ctrl+o")
        assert isinstance(me.app.screen, Home)
        await me.presses("up", "down") if me.app.screen.entry is None else None
        yield me


def reports_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix in {".pdf", ".html"})


async def test_from_home_a_report_is_one_key_and_enter(at_home: Facilitator, tmp_path: Path) -> None:
    me = at_home
    await me.presses("f11")
    me.sees("En rapport att lämna ut", "PDF", "internt", "för andra, utan namn")
    me.sees("Med namn: lena.", "Det som tagits bort (1)", "följer inte med")
    await me.presses("enter")
    me.sees("Rapporten är skriven", "Rapporten finns i", "Öppna den")
    assert reports_in(tmp_path) == [f"{NAME}.pdf"]
    await me.presses("enter")
    assert isinstance(me.app.screen, Home)


async def test_from_the_reading_page_too(at_home: Facilitator, tmp_path: Path) -> None:
    me = at_home
    await me.presses("f3")
    assert isinstance(me.app.screen, Reading)
    await me.presses("space", "r")
    await me.types("webb")
    await me.presses("enter")
    assert reports_in(tmp_path) == [f"{NAME}.html"]


async def test_what_seems_personal_goes_out_to_others_only_with_a_reason_that_is_written_down(
    at_home: Facilitator, tmp_path: Path
) -> None:
    me = at_home
    await me.presses("f11")
    await me.types("webbsida andra")
    me.sees("Utan namn på samtalsledare")
    await me.presses("enter")
    me.sees("1 text ser ut att innehålla personuppgifter.")
    await me.presses("escape")
    assert reports_in(tmp_path) == []
    await me.presses("f11")
    await me.types("webbsida andra")
    await me.presses("enter", "tab", "enter", "enter")
    me.sees("Utan skäl skrivs ingen rapport.")
    await me.types("växelns nummer")
    await me.presses("enter")
    told = (tmp_path / f"{NAME}_publicera.html").read_text(encoding="utf-8")
    assert "med skälet: växelns nummer" in told
    assert "lena" not in told


async def test_it_is_opened_only_where_that_is_wanted(
    at_home: Facilitator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(handing_out, "show", lambda path: bool(shown.append(path)) or path.is_file())
    me = at_home
    await me.presses("f11", "enter", "enter")
    assert shown == []
    await me.presses("f11", "enter", "down", "enter")
    assert shown == [tmp_path / f"{NAME}.pdf"]
    await me.presses("f11", "enter", "down", "down", "enter")
    assert shown[1:] == [tmp_path]
    me.sees("Här finns inget program som öppnar filer.", "Rapporten finns i")


async def test_a_folder_that_refuses_says_so(at_home: Facilitator, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object) -> None:
        raise PermissionError(13, "nej")

    monkeypatch.setattr("diskussion_tui.store.session.report_file.write_free", refuses)
    await at_home.presses("f11", "enter")
    at_home.sees("Rapporten kunde inte skrivas", "Diskussionen är sparad")


async def test_with_history_is_a_choice_of_its_own_and_says_what_it_carries(at_home: Facilitator) -> None:
    await at_home.presses("f11")
    await at_home.types("historik")
    at_home.sees("Filen har också det som tagits bort (1)")


async def test_what_takes_its_time_says_how_far_it_has_come_and_can_be_left(
    at_home: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()
    one = report.write_report

    def slow(source: report.Source, export: Export, wanted: str) -> Path:
        if wanted == "docx":
            assert goes_on.wait(60)
        return one(source, export, wanted)

    monkeypatch.setattr(report, "write_report", slow)
    monkeypatch.setattr("diskussion_tui.tui.patience.UNSAID", 0.01)
    me = at_home
    await me.presses("f11")
    await me.types("alla format internt")
    await me.presses("enter")
    await me.awaits("Skriver DOCX, 2 av 8")
    await me.presses("escape")
    me.sees("Rapporten skrivs klart i bakgrunden")
    goes_on.set()
