"""Following up: the actions of all discussions on one page, ticked off there, written where they were decided."""

from __future__ import annotations

from errno import EACCES
from queue import Queue
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.session import changes, conclusions
from diskussion_tui.domain.session.records import Conclusion
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.texts import words
from diskussion_tui.tui.followup.screen import FollowedUp
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.reading.screen import Reading
from diskussion_tui.workshop.follow_up import FollowUp
from diskussion_tui.workshop.workshop import Workshop
from tests.journeys.test_reading import folder_of
from tests.support.kept import looks_as_kept
from tests.support.people import STARTS, Clock, facilitator

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from tests.support.people import Facilitator

LATE = "Ring regionen om faxen @Anna senast 2026-05-01"
PATIENCE = 20.0
"""Seconds after which what another program has written will not be heard of any more."""
SOON = "Boka hemtjänsten @Bo senast 2026-06-01"


def _evening(folder: Path, name: str, *actions: str, final: bool = False) -> Path:
    workbook = read_workbook(default_workbook(), words("sv")).workbook
    assert workbook
    workshop = Workshop.begin(folder, name, workbook, now=Clock())
    for text in actions:
        said = conclusions.read(text, "åtgärd", (), STARTS.date())
        workshop.do(conclusions.conclude, workshop.ids.new(), "åtgärd", said)
    if final:
        workshop.do(changes.set_state, "fastställd")
    assert workshop.close() == ""
    return workshop.path


def _file(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def _done(path: Path) -> dict[str, bool]:
    return {one.text: one.done for one in read_session(path).session.current(Conclusion)}


async def _goes_there(me: Facilitator) -> None:
    await me.presses("f12")
    await _comes_to(me, FollowedUp)


async def _comes_to(me: Facilitator, screen: type) -> None:
    """Until what is read beside the screen is there."""
    for _ in range(1_000):
        if isinstance(me.app.screen, screen):
            break
        await me.waits()
    await me.waits()
    assert isinstance(me.app.screen, screen)


@pytest.fixture
async def me(tmp_path: Path) -> AsyncIterator[Facilitator]:
    """Somebody at home with two discussions that decided on something."""
    _evening(tmp_path, "Ekerö", SOON, "Skriv ihop förslaget")
    _evening(tmp_path, "Järva", LATE, final=True)
    async with facilitator(tmp_path) as one:
        yield one


def _row(me: Facilitator, text: str) -> str:
    """The first line of the list with a text."""
    return next(line for line in me.screen() if text in line)


async def test_the_actions_of_all_discussions_stand_on_one_page_the_overdue_ones_first(
    me: Facilitator, tmp_path: Path
) -> None:
    before = folder_of(tmp_path)
    await _goes_there(me)
    lines = me.screen()
    places = [next(n for n, line in enumerate(lines) if text in line) for text in ("Ring", "Boka", "Skriv")]
    assert places == sorted(places)
    me.sees("! 1 försenad · 2 att göra · 0 klara", "! Försenade  1", "! skulle varit klar 2026-05-01")
    me.sees("ansvarig Bo · senast 2026-06-01 · Ekerö 2026-05-12")
    await me.types("skriv")
    me.sees("Sök bland åtgärderna ›  skriv", "1 av 1")
    await me.presses("escape", "escape")
    assert isinstance(me.app.screen, Home)
    assert folder_of(tmp_path) == before


async def test_one_key_tells_that_an_action_is_done_where_it_was_decided_and_it_stays_in_its_place(
    me: Facilitator, tmp_path: Path
) -> None:
    await _goes_there(me)
    place = me.screen().index(_row(me, "Ring"))
    await me.presses("f6")
    await me.awaits("Klar, sparat i diskussionen.")
    assert "[x]" in me.screen()[place]
    me.sees("2 att göra · 1 klar", "F6 inte klar")
    jarva = _file(tmp_path, "*Järva*.toml")
    assert _done(jarva) == {LATE: True}
    assert read_session(jarva).session.final
    await me.presses("down", "space", "space")
    await me.awaits("1 att göra · 2 klara")
    ekero = _file(tmp_path, "*Ekerö*.toml")
    assert _done(ekero)[SOON]
    await me.presses("f5")
    await me.awaits("Klara  2")


async def test_undo_takes_back_what_was_told_last_one_after_the_other(
    me: Facilitator, tmp_path: Path
) -> None:
    await _goes_there(me)
    await me.presses("ctrl+z")
    me.sees("Här är inget att ångra.")
    await me.presses("f6", "down", "f6")
    await me.awaits("1 att göra · 2 klara")
    await me.presses("home", "ctrl+z")
    await me.awaits("Ångrat: Boka")
    assert "▸ [ ]" in _row(me, "Boka")
    await me.presses("ctrl+z")
    await me.awaits("Ångrat: Ring")
    assert not any(
        done for name in ("*Ekerö*.toml", "*Järva*.toml") for done in _done(_file(tmp_path, name)).values()
    )


async def test_a_discussion_that_is_open_elsewhere_hears_of_it(me: Facilitator, tmp_path: Path) -> None:
    path = _file(tmp_path, "*Ekerö*.toml")
    workbook = read_workbook(default_workbook(), words("sv")).workbook
    assert workbook
    turns: Queue[Callable[[], object]] = Queue()
    there = Workshop.open(path, workbook, call_soon=turns.put)
    there.enter("B.2")
    try:
        await _goes_there(me)
        await me.presses("down", "f6")
        await me.awaits("Klar, sparat i diskussionen.")
        while not any(one.done for one in there.session.current(Conclusion)):
            turns.get(timeout=PATIENCE)()
        assert {one.text for one in there.session.current(Conclusion) if one.done} == {SOON}
        there.add_notes("B.2", ["Sagt samtidigt"])
    finally:
        assert there.close() == ""
    held = read_session(path).session
    assert [note.text for note in held.notes()] == ["Sagt samtidigt"]
    assert _done(path)[SOON]


async def test_what_cannot_be_written_is_said_and_nothing_is_shown_as_done(
    me: Facilitator, tmp_path: Path
) -> None:
    await _goes_there(me)
    path = _file(tmp_path, "*Järva*.toml")
    path.write_text(
        path.read_text(encoding="utf-8").replace('workbook = "', 'workbook = "annat-'), encoding="utf-8"
    )
    before = path.read_bytes()
    await me.presses("f6")
    await me.awaits("annat-")
    await me.presses("escape")
    me.sees("! 1 försenad", "▸ [ ] Ring")
    assert path.read_bytes() == before


async def test_enter_reads_the_discussion_at_the_action_and_what_is_done_there_is_seen_afterwards(
    me: Facilitator, tmp_path: Path
) -> None:
    await _goes_there(me)
    await me.presses("down", "enter")
    await _comes_to(me, Reading)
    assert "▸ [ ]" in _row(me, "Boka")
    path = _file(tmp_path, "*Ekerö*.toml")
    workbook = read_workbook(default_workbook(), words("sv")).workbook
    assert workbook
    there = Workshop.open(path, workbook)
    (soon,) = (one for one in there.session.current(Conclusion) if one.text == SOON)
    there.do(conclusions.toggle_done, soon.id)
    assert there.close() == ""
    await me.presses("escape")
    await me.awaits("1 klar")
    assert isinstance(me.app.screen, FollowedUp)


async def test_a_folder_that_cannot_be_read_again_is_told_and_what_was_seen_stays(
    me: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(_self: FollowUp) -> None:
        raise PermissionError(EACCES, "nej")

    await _goes_there(me)
    monkeypatch.setattr(FollowUp, "look", look)
    await me.presses("f5")
    await me.awaits("Mappen gick inte att läsa")
    me.sees("Ring regionen", "! 1 försenad")


async def test_the_actions_are_handed_out_as_a_table_and_a_calendar(me: Facilitator, tmp_path: Path) -> None:
    await _goes_there(me)
    await me.presses("f11")
    me.sees("En heldag för varje öppen åtgärd", "Anna, Bo.")
    await me.presses("enter")
    await me.awaits("Rapporten finns i")
    await me.presses("enter", "f11", "down", "enter")
    await me.awaits("Rapporten finns i")
    table, calendar = (_file(tmp_path, f"uppföljning_2026-05-12.{one}") for one in ("csv", "ics"))
    assert calendar.read_bytes().count(b"BEGIN:VEVENT") == 2
    assert [line.split('";"')[0] for line in table.read_text(encoding="utf-8-sig").splitlines()] == [
        '"Senast',
        '"2026-05-01',
        '"2026-06-01',
        '"',
    ]


async def test_following_up_looks_as_kept(tmp_path: Path) -> None:
    _evening(tmp_path, "Närakuten Järva, kvällsgruppen", LATE, SOON, "Skriv ihop förslaget", final=True)
    for lang, sizes in (("sv", ((60, 18), (80, 24), (120, 36))), ("en", ((80, 24),))):
        async with facilitator(tmp_path, lang=lang) as me:
            await _goes_there(me)
            for width, height in sizes:
                await me.resizes(width, height)
                looks_as_kept(f"followup-{lang}-{width}x{height}", me.screen())


async def test_without_any_action_the_page_says_where_they_come_from(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await _goes_there(me)
        me.sees("Inga åtgärder ännu.", "0 att göra")
        await me.presses("f6")
        me.sees("Ingen åtgärd är vald.")
