"""The end of a discussion: what came of it stands there, and a report lies beside it that nothing of anybody's gives way to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.conclusions import conclude, read
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.reading.handover import HandOver
from tests.support.people import leading

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.support.people import Facilitator

NAME = "Diskussionsstöd_Ekerö_2026-05-12"


def reports_in(folder: Path) -> list[str]:
    """What the reports in a folder are called."""
    return sorted(path.name for path in folder.iterdir() if path.suffix in {".md", ".txt", ".pdf"})


@pytest.fixture
async def at_the_end(tmp_path: Path) -> AsyncIterator[Facilitator]:
    """Somebody who has just finalised a discussion with notes, hands, an action, and a note that was taken back."""
    async with leading(tmp_path, at="B.2", said=["Fax *bort*", "Köer", "Hemligt"]) as me:
        work = me.app.workshop
        assert work
        first, _, last = work.session.notes_of("B.2")
        work.do(changes.support, first.id, 4)
        work.do(changes.withdraw, last.id)
        action = read("Ring regionen @samordnaren senast 1/12", "åtgärd", (), me.clock().date())
        work.do(conclude, work.ids.new(), "åtgärd", action)
        me.stage.tools.finishing._set(final=True)
        await me.waits()
        yield me


async def test_what_came_of_it_stands_there(at_the_end: Facilitator) -> None:
    me = at_the_end
    await me.resizes(80, 30)
    assert isinstance(me.app.screen, HandOver)
    me.sees("Klart.  Ekerö", "2 anteckningar", "− Avveckla 2", "B  Vårdmöten 2040", "− Fax *bort*  ●●●●")
    me.sees("Åtgärder", "ansvarig samordnaren · senast 2026-12-01", "Filen")
    assert f"{NAME}.toml" in "".join(line.strip() for line in me.screen())  # a long folder takes two lines
    me.sees("▸ Rapport som PDF", "Rapporter i alla format", "Nästa diskussion")
    me.misses("Hemligt")


async def test_a_report_lies_beside_the_discussion_and_is_written_once(
    at_the_end: Facilitator, tmp_path: Path
) -> None:
    me = at_the_end
    await me.presses("enter", "enter")
    me.sees("Rapporten finns i")
    assert reports_in(tmp_path) == [f"{NAME}.pdf"]
    await me.presses("down", "enter")
    me.sees("Och 8 till intill den.")
    report = (tmp_path / f"{NAME}.md").read_text(encoding="utf-8")
    assert "# Ekerö\n" in report
    assert "- Fax \\*bort\\* (4 håller med)" in report
    assert "| Ring regionen @samordnaren senast 1/12 | samordnaren | 2026-12-01 | öppen |" in report
    assert "Hemligt" not in report
    plain = (tmp_path / f"{NAME}.txt").read_text(encoding="utf-8")
    assert "− Fax *bort*  (4 håller med)" in plain
    assert "Hemligt" not in plain
    assert reports_in(tmp_path) == [f"{NAME}.md", f"{NAME}.pdf", f"{NAME}.txt"]


async def test_what_somebody_else_has_under_the_name_is_let_alone(
    at_the_end: Facilitator, tmp_path: Path
) -> None:
    me, theirs = at_the_end, tmp_path / f"{NAME}.md"
    theirs.write_text("mina egna ord", encoding="utf-8")
    await me.presses("down", "enter")
    assert theirs.read_text(encoding="utf-8") == "mina egna ord"
    assert (tmp_path / f"{NAME}_2.md").read_text(encoding="utf-8").startswith("# Ekerö")


async def test_a_folder_that_refuses_says_so(
    at_the_end: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise PermissionError(13, "nej")

    monkeypatch.setattr("diskussion_tui.store.session.report_file.write_free", refuses)
    await at_the_end.presses("enter")
    at_the_end.sees("Rapporten kunde inte skrivas", "Diskussionen är sparad")


async def test_a_sentence_behind_the_end_is_no_command_and_the_way_leads_back_or_home(
    at_the_end: Facilitator, tmp_path: Path
) -> None:
    me = at_the_end
    await me.types("nästa kväll")
    me.sees("Här finns ingen rad att skriva i.")
    await me.presses("enter")
    me.sees("Inget av det du skrev är sparat, och ingenting gjordes.")
    assert reports_in(tmp_path) == []
    await me.presses("escape")
    assert me.app.screen is me.stage
    await me.presses("f11", "down", "down", "down", "enter")
    me.sees("Kopierad")
    await me.presses("down", "enter")
    assert isinstance(me.app.screen, Home)
    assert me.app.workshop is None


@pytest.mark.parametrize(("columns", "rows"), [(40, 12), (60, 18), (120, 36)])
async def test_what_to_do_stands_there_in_any_window(
    at_the_end: Facilitator, columns: int, rows: int
) -> None:
    await at_the_end.resizes(columns, rows)
    at_the_end.sees("▸ Rapport som PDF", "Nästa diskussion", "Klart.")
    assert all(len(line) <= columns for line in at_the_end.screen())


async def test_a_note_that_is_edited_as_the_discussion_is_made_final_has_its_new_words(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax"]) as me:
        await me.presses("up", "enter")
        await me.types(" mellan sjukhus")
        await me.finishes()
        assert me.notes("B.2") == ["Fax mellan sjukhus"]
        assert me.session.final
        me.misses("Ändra", "Esc avbryt")


async def test_what_is_typed_over_a_discussion_that_goes_on_is_written_in_it(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax bort"]) as me:
        await me.presses("f11")
        assert isinstance(me.app.screen, HandOver)
        await me.types("Vi glömde en sak")
        await me.presses("enter")
        assert me.app.screen is me.stage
        assert reports_in(tmp_path) == []
        assert [note.text for note in me.session.notes()] == ["Fax bort", "Vi glömde en sak"]
