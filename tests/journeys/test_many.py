"""Home with so many discussions that an index keeps them: it is shown from what is remembered, searched, and follows the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.library import lying, nearby, remembered, searching
from diskussion_tui.store.library.listing import Library
from diskussion_tui.tui.home import looking, watching, wishes
from diskussion_tui.tui.home.screen import Home
from tests.support.builders import Group, another
from tests.support.people import facilitator

if TYPE_CHECKING:
    from pathlib import Path


def _lay(folder: Path, number: int, *notes: str) -> None:
    group = Group(name=f"Grupp {number:02}")
    group.says(*notes, kind="bort")
    text = another(Encoder().file(group.session).decode(), number)
    (folder / f"Grupp {number:02}.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve discussions that an index knows already."""
    monkeypatch.setattr(remembered, "FEWEST", 1)
    monkeypatch.setattr(lying, "YOUNG", -60.0)
    monkeypatch.setattr(lying, "SLOW", 60.0)  # a busy machine is no slow disk
    monkeypatch.setattr(
        watching, "EVERY", 3600.0
    )  # a busy machine would fill the index before it is looked at
    for number in range(12):
        _lay(tmp_path, number, "Bort med faxen", f"Köer till läkare {number:02}")
    library = Library(tmp_path)
    library.refresh()
    library.read()
    assert library.has_index
    return tmp_path


async def test_a_search_in_many_discussions_is_answered_by_the_index(sessions: Path) -> None:
    async with facilitator(sessions) as me:
        me.sees("12 diskussioner", "Grupp 11")
        await me.types("läkare 07")
        me.sees("1 anteckning i 1 diskussion", "Grupp 07", "Köer till läkare 07")
        await me.presses(*["backspace"] * 9)
        await me.types("faxen")
        me.sees("12 anteckningar i 12 diskussioner", "A 12")


async def test_a_letter_and_what_the_index_says_come_in_one_frame(
    sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "IN_A_FRAME", 60.0)
    async with facilitator(sessions) as me:
        await me.types("läkare 0")
        frames: list[str] = []
        draw = Home._compositor_refresh

        def seen(home: Home) -> None:
            frames.append(me.text())
            draw(home)

        monkeypatch.setattr(Home, "_compositor_refresh", seen)
        await me.types("7")
        (frame,) = set(frames)  # a caret that blinks meanwhile draws the same once more
        assert "› läkare 07" in frame
        assert "1 anteckning i 1 diskussion" in frame
        assert "Köer till läkare 07" in frame


async def test_the_first_page_stands_there_before_the_rest_is_counted_and_a_letter_waits_for_neither(
    sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "PAGE", 3)
    monkeypatch.setattr(nearby, "_AT_A_TIME", 2)
    monkeypatch.setattr(nearby, "_AT_HAND", 1)
    monkeypatch.setattr(looking, "COUNT_AFTER", 3600.0)
    async with facilitator(sessions) as me:
        me._send(events.Key("f", "f"))
        await me.awaits("Bort med faxen")
        me.sees("söker …", "Grupp 11", "Grupp 09")
        me.misses("anteckningar i", "Grupp 08", "A 12")
        monkeypatch.setattr(looking, "COUNT_AFTER", 0.0)
        await me.types("axen")
        me.sees("12 anteckningar i 12 diskussioner", "A 12")


async def test_that_nothing_is_found_is_only_said_once_letters_were_taken_for_others_too(
    sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "COUNT_AFTER", 3600.0)
    async with facilitator(sessions) as me:
        me._send(events.Key("q", "q"))
        await me.awaits("söker …")
        me.misses("Inga träffar", "0 anteckningar")
        monkeypatch.setattr(looking, "COUNT_AFTER", 0.0)
        await me.types("x")
        me.sees(me.app.texts.home.none_found)


async def test_what_somebody_else_saves_is_listed_and_found_without_a_key(sessions: Path) -> None:
    async with facilitator(sessions) as me:
        await me.types("sms")
        me.sees("0 anteckningar")
        _lay(sessions, 30, "Sms före varje besök")
        me.app.screen.post_message(wishes.Changed())
        await me.app.idle()
        me.sees("1 anteckning i 1 diskussion", "Grupp 30")


async def test_while_the_index_is_filled_home_says_how_far_that_has_come(sessions: Path) -> None:
    for number in range(14, 38):
        _lay(sessions, number, "Fax igen")
    async with facilitator(sessions) as me:
        me.sees("36 diskussioner · läst 12 av 36")
        await me.types("fax")
        me.sees("12 anteckningar i 12 diskussioner · läst 12 av 36")
        await me.presses(*["backspace"] * 3)
        await me.types("sms")
        me.sees("söker … · läst 12 av 36")  # what is not read yet may have it
        me.misses("0 anteckningar")


async def test_the_index_is_filled_while_nobody_presses_a_key(
    sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(14, 38):
        _lay(sessions, number, "Fax igen")
    async with facilitator(sessions) as me:
        home = me.app.screen
        assert isinstance(home, Home)
        watcher = home.looking._watcher
        assert watcher
        monkeypatch.setattr(watching, "CALM", 3600.0)
        await me.presses("down", "down")
        watcher.turn()
        await me.waits()
        me.sees("läst 12 av 36")
        monkeypatch.setattr(watching, "CALM", 0.0)
        watcher.turn()
        await me.waits()
        me.sees("36 diskussioner")
        me.misses("läst")
