"""Reading: a discussion that is final or old is read from home, word by word, and its folder stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.conclusions import conclude, read
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.reading.screen import Reading
from tests.support.people import facilitator, leading, session_file

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.support.people import Facilitator

SAID = ("Fax mellan sjukhus", "Dubbla remisser", "Pärmar med blanketter")


def folder_of(place: Path) -> dict[str, tuple[int, bytes]]:
    """Everything in a folder, each file and folder with its time stamp and its bytes."""
    return {
        str(path.relative_to(place)): (path.stat().st_mtime_ns, b"" if path.is_dir() else path.read_bytes())
        for path in sorted((place, *place.rglob("*")))
    }


async def _evening(place: Path, *, final: bool = True, name: str = "Ekerö") -> None:
    """A discussion with notes, hands, a dissent, a verdict, a conclusion; final or not."""
    async with leading(place, name, at="A.1") as me:
        await me.says("Stämmer för de flesta")
        await me.goes_to("B.2")
        await me.says(*SAID)
        work = me.app.workshop
        assert work
        first = work.session.notes_of("B.2")[0]
        work.do(changes.support, first.id, 5)
        work.do(changes.toggle_dissent, first.id)
        action = read("Ring @regionen senast 1/12", "åtgärd", (), me.clock().date())
        work.do(conclude, work.ids.new(), "åtgärd", action)
        if final:
            work.do(changes.set_state, "fastställd")
        await me.waits()


@pytest.fixture
async def reader(tmp_path: Path) -> AsyncIterator[Facilitator]:
    """Somebody at home, with a final discussion and one that was begun after it."""
    await _evening(tmp_path)
    async with facilitator(tmp_path) as me:
        await me.begins("Senare")
        await me.presses("ctrl+o")
    async with facilitator(tmp_path) as me:
        yield me


async def _opens(me: Facilitator, name: str) -> None:
    await me.types(name)
    await me.presses("down", "enter")


async def test_a_final_discussion_is_read_whole_and_its_folder_stays_as_it_was(
    reader: Facilitator, tmp_path: Path
) -> None:
    me, before, listed = reader, folder_of(tmp_path), reader.screen()
    await _opens(me, "eker")
    assert isinstance(me.app.screen, Reading)
    me.sees("Ekerö", "fastställd · bara läsning", "4 anteckningar")
    for key in (
        "pagedown",
        "pagedown",
        "down",
        "up",
        "tab",
        "tab",
        "shift+tab",
        "end",
        "pageup",
        "home",
        "f1",
    ):
        await me.presses(key)
    await me.presses("escape")
    await me.presses("ctrl+g", "down", "enter", "ctrl+f")
    await me.types("faxen finns inte")
    await me.presses("f3", "enter", "escape", "ctrl+l", "ctrl+l", "escape")
    assert isinstance(me.app.screen, Home)
    assert me.app.workshop is None
    me.sees("› eker")
    await me.types("sena")
    me.sees("› sena", "1 diskussion")
    await me.presses("escape", "f5")
    assert me.screen() == listed
    assert folder_of(tmp_path) == before


async def test_the_page_has_all_that_was_said_and_made_of_it(reader: Facilitator) -> None:
    me = reader
    await me.resizes(80, 60)
    await _opens(me, "eker")
    me.sees("Flest håller med", "− Fax mellan sjukhus  ●●●●● !  B 2", "Ring @regionen", "ansvarig regionen")
    me.sees("A  Patientens behov 2040", "• Stämmer för de flesta")
    me.sees("− Avveckla 3", "− Dubbla remisser", "− Pärmar med blanketter", "senast 2026-12-01")


async def test_what_is_chosen_on_the_last_line_stays_in_view_when_the_line_that_finds_takes_one(
    reader: Facilitator,
) -> None:
    me = reader
    await _opens(me, "eker")
    await me.presses(*["right"] * 9)
    assert "▸   − Pärmar" in me.screen()[-3]  # above a line and the keys
    await me.presses("ctrl+f")
    assert "▸" in me.text()


async def test_a_letter_finds_and_enter_goes_on_to_the_next(reader: Facilitator) -> None:
    me = reader
    await _opens(me, "eker")
    await me.presses("ctrl+f")
    await me.types("ar")
    me.sees("Sök i diskussionen ›  ar", "1 av")
    (first,) = (line for line in me.screen() if "▸" in line)
    await me.presses("enter")
    me.sees("2 av")
    assert [line for line in me.screen() if "▸" in line] != [first]
    await me.presses("shift+f3")
    me.sees("1 av")
    assert [line for line in me.screen() if "▸" in line] == [first]
    await me.types("x")
    me.sees("Inga träffar.")
    await me.presses("escape")
    me.misses("Sök i diskussionen ›")
    await me.types("dubbla")
    me.sees("▸   − Dubbla remisser", "1 av 1")


async def test_leading_on_is_a_choice_and_opening_a_final_one_again_asks(reader: Facilitator) -> None:
    me = reader
    await _opens(me, "eker")
    await me.presses("f9")
    me.sees("Öppna diskussionen igen?", "▸ Nej")
    await me.presses("enter")
    assert me.app.workshop is None
    await me.types("dubbla")
    await me.presses("f9", "j", "enter")
    assert (me.session.head.name, me.session.final) == ("Ekerö", False)
    assert me.chosen == "Dubbla remisser"


async def test_an_old_draft_is_read_first_and_one_of_today_is_led(tmp_path: Path) -> None:
    await _evening(tmp_path, final=False)
    async with facilitator(tmp_path) as me:
        await _opens(me, "eker")
        assert me.session.head.name == "Ekerö"
    async with facilitator(tmp_path) as me:
        me.clock.passes(minutes=24 * 60)
        before = folder_of(tmp_path)
        await _opens(me, "eker")
        me.sees("utkast · bara läsning")
        assert folder_of(tmp_path) == before
        await me.presses("f9")
        assert me.session.head.name == "Ekerö"


@pytest.mark.parametrize(("columns", "rows"), [(40, 12), (60, 18), (120, 36)])
async def test_the_page_is_set_for_any_window(reader: Facilitator, columns: int, rows: int) -> None:
    me = reader
    await _opens(me, "eker")
    await me.resizes(columns, rows)
    for key in ("end", "home", "pagedown"):
        await me.presses(key)
        assert all(len(line) <= columns for line in me.screen())
    await me.types("fax")
    me.sees("1 av 1")


async def test_walking_through_a_final_discussion_does_not_write_either(tmp_path: Path) -> None:
    await _evening(tmp_path)
    file = session_file(tmp_path)
    before = file.stat().st_mtime_ns, file.read_bytes()
    async with facilitator(tmp_path, open_path=file) as me:
        await me.presses(*["pagedown"] * 5)
        await me.goes_to("slut")
        await me.presses("ctrl+o")
        assert (file.stat().st_mtime_ns, file.read_bytes()) == before


async def test_a_discussion_that_is_asked_for_to_be_read_is_read_over_home_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    await _evening(tmp_path, final=True)
    before = folder_of(tmp_path)
    async with facilitator(tmp_path, open_path=session_file(tmp_path), reads=True) as me:
        me.sees("fastställd · bara läsning", "Stämmer för de flesta")
        await me.presses("escape")
        me.sees("1 diskussion", "Ny diskussion")
        assert me.app.workshop is None
    assert folder_of(tmp_path) == before
