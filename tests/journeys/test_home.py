"""Home: the arrows run through everything, and a search answers each letter, whatever else is going on."""

from __future__ import annotations

import asyncio
import os
import re
import threading
from typing import TYPE_CHECKING

import pytest
from textual import events

from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.library import listing
from diskussion_tui.store.library.listing import Library
from diskussion_tui.tui.home import wishes
from diskussion_tui.tui.home.screen import Home
from tests.support.builders import Group, another
from tests.support.people import STARTS, facilitator, leading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAMES = [f"Grupp {number:02}" for number in range(40)]


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    """Forty discussions of two notes: one that all have, and one with the group's own number."""
    for number, name in enumerate(NAMES):
        _lay(tmp_path / f"{name}.toml", number, "Bort med faxen", f"Köer till läkare {number:02}")
    return tmp_path


def _lay(path: Path, number: int, *notes: str) -> None:
    """Write a group's discussion to a file; the group with the highest number was at it last."""
    group = Group(name=NAMES[number])
    group.says(*notes, kind="bort")
    path.write_text(another(Encoder().file(group.session).decode(), number), encoding="utf-8")
    os.utime(path, (STARTS.timestamp() + number,) * 2)


async def test_the_arrows_run_from_the_things_to_do_through_the_list_to_its_end_and_back(
    sessions: Path,
) -> None:
    async with facilitator(sessions) as me:
        shown = [line for line in me.screen() if "Grupp" in line and "Fortsätt" not in line]
        me.sees("▸ Fortsätt")
        await me.presses("down", "down", "down")
        assert f"▸{shown[0][3:]}" in me.text()
        me.misses("▸ Fortsätt")
        await me.presses(*["pagedown"] * 5)
        me.sees("▸ 2026-05-12  Grupp 00")
        await me.presses("down")
        me.sees("▸ 2026-05-12  Grupp 00")
        await me.presses(*["pageup"] * 5)
        me.sees("▸ Fortsätt")
        assert shown[0] in me.screen()


async def test_a_search_lists_what_it_finds_letter_by_letter(sessions: Path) -> None:
    async with facilitator(sessions) as me:
        await me.types("läkare 17")
        me.sees("1 anteckning i 1 diskussion", "  2026-05-12  Grupp 17", "Köer till läkare 17")
        me.misses("Grupp 18", "faxen")
        await me.types("x")
        me.sees("0 anteckningar i 0 diskussioner")
        await me.presses("backspace")
        me.sees("  2026-05-12  Grupp 17", "▸ Ny diskussion  ”läkare 17”")


async def test_a_search_can_be_scrolled_and_left_and_everything_is_listed_again(sessions: Path) -> None:
    async with facilitator(sessions) as me:
        before = me.screen()
        await me.types("grupp faxen")
        me.sees("40 anteckningar i 40 diskussioner")
        await me.presses(*["backspace"] * 5)
        me.sees("0 anteckningar i 40 diskussioner")
        await me.presses(*["backspace"] * 6)
        await me.types("faxen")
        me.sees("40 anteckningar i 40 diskussioner")
        await me.presses(*["pagedown"] * 4)
        await me.presses("up")
        await me.presses("down")
        assert sum("▸" in line for line in me.screen()) == 1
        await me.presses("escape", *["pageup"] * 5)
        assert me.screen() == before


async def test_a_letter_and_what_it_finds_come_in_one_frame(
    sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with facilitator(sessions) as me:
        await me.types("läkare 1")
        frames: list[str] = []
        draw = Home._compositor_refresh

        def seen(home: Home) -> None:
            frames.append(me.text())
            draw(home)

        monkeypatch.setattr(Home, "_compositor_refresh", seen)
        await me.types("7")
        (frame,) = set(frames)  # a caret that blinks meanwhile draws the same once more
        assert "› läkare 17" in frame
        assert "1 anteckning i 1 diskussion" in frame
        assert "  2026-05-12  Grupp 17" in frame
        assert "▸ Ny diskussion  ”läkare 17”" in frame


async def test_a_letter_stands_there_while_the_files_are_still_being_read(
    sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with facilitator(sessions) as me:
        go_on, read = threading.Event(), Library.read
        monkeypatch.setattr(Library, "read", lambda self, stopped: go_on.wait(20) and read(self, stopped))
        for letter in "fa":
            me._send(events.Key(letter, letter))
        await me.awaits("› fa")
        me.misses("anteckningar i")
        go_on.set()
        await me.waits()
        me.sees("40 anteckningar i 40 diskussioner")


@pytest.mark.parametrize(
    ("opens", "seen"),
    [(0, ("▸ 2026-05-12  Grupp 17", "  Ny diskussion")), (1, ("hör till arbetshäftet ”parken”",))],
)
async def test_a_key_that_goes_by_the_list_waits_for_what_was_typed_before_it(
    sessions: Path, monkeypatch: pytest.MonkeyPatch, opens: int, seen: tuple[str, ...]
) -> None:
    async with facilitator(sessions) as me:
        go_on, read = threading.Event(), Library.read
        monkeypatch.setattr(Library, "read", lambda self, stopped: go_on.wait(20) and read(self, stopped))
        for key, letter in (("1", "1"), ("7", "7"), ("down", None), *[("enter", None)] * opens):
            me._send(events.Key(key, letter))
        await me.awaits("› 17")
        go_on.set()
        await me.waits()
        me.sees(*seen)


async def test_a_search_that_ends_late_does_not_take_the_place_of_a_newer_one(sessions: Path) -> None:
    async with facilitator(sessions) as me:
        home = me.app.screen
        assert isinstance(home, Home)
        await me.types("läkare 1")
        late = wishes.Found(home.asked.last, home.folder.search("läkare 1"))
        await me.types("7")
        home.post_message(late)
        await me.waits()
        me.sees("1 anteckning i 1 diskussion", "Grupp 17")
        me.misses("Grupp 18")


async def test_what_another_laptop_wrote_since_is_shown_beside_the_list(sessions: Path) -> None:
    async with facilitator(sessions, size=(120, 36)) as me:
        me.sees("Köer till läkare 39")
        other = sessions / "Grupp 39.skriv-bo.toml"
        for said in ("Inga fler remisser", "Mobila team"):
            _lay(other, 39, "Bort med faxen", "Köer till läkare 39", said)
            os.utime(other, (STARTS.timestamp() - len(said),) * 2)
            await me.presses("f5")
            me.sees("▸ Fortsätt", "Köer till läkare 39", said, "40 diskussioner")
        sessions.joinpath("Grupp 39.toml").unlink()
        other.unlink()
        await me.presses("f5")
        me.sees("Fortsätt       Grupp 38", "39 diskussioner")


async def test_where_much_is_in_several_files_the_list_stands_there_and_is_put_right_as_they_are_read(
    sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with facilitator(sessions) as me:
        for number in range(30, 40):
            other = sessions / f"Grupp {number}.skriv-bo.toml"
            _lay(other, number, "Bort med faxen", f"Köer till läkare {number:02}", "Mobila team")
            os.utime(other, (STARTS.timestamp() - number,) * 2)
        begun, go_on, settle = threading.Event(), threading.Event(), Library.settle

        def settles(library: Library, stopped: Callable[[], bool]) -> bool:
            begun.set()
            return go_on.wait(20) and settle(library, stopped)

        monkeypatch.setattr(listing, "_IN_A_LOOK", 0)
        monkeypatch.setattr(Library, "settle", settles)
        me._send(events.Key("f5", None))
        assert await asyncio.to_thread(begun.wait, 20)
        me.sees("▸ Fortsätt       Grupp 39", "· 2 anteckningar")
        go_on.set()
        await me.waits()
        me.sees("▸ Fortsätt       Grupp 39", "· 3 anteckningar")
        await me.types("mobila")
        me.sees("10 anteckningar i 10 diskussioner")


async def test_at_forty_columns_what_is_sought_and_what_is_found_both_have_room(sessions: Path) -> None:
    async with facilitator(sessions, size=(40, 16)) as me:
        await me.types("läkare 17")
        me.sees("› läkare 17", "1 anteckning i 1 diskussion", "▸ Ny diskussion  ”läkare 17”")
        assert all(len(line) <= 40 for line in me.screen())


async def test_a_name_and_enter_begin_a_discussion(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        me.sees("▸ Ny diskussion  skriv ett namn och tryck Enter")
        await me.presses("enter")
        assert me.app.workshop is None
        await me.types("Sporrongs öppna prat")
        me.sees("▸ Ny diskussion  ”Sporrongs öppna prat”", "Esc töm raden")
        await me.presses("enter")
        assert me.session.head.name == "Sporrongs öppna prat"


async def test_enter_begins_whatever_is_found_and_the_arrow_goes_down_to_that(tmp_path: Path) -> None:
    async with leading(tmp_path, "Ekerö vårdcentral") as me:
        await me.presses("ctrl+o")
        await me.types("eker")
        me.sees("▸ Ny diskussion  ”eker”", "1 diskussion")
        await me.presses("down")
        me.sees("▸ 2026-05-12  Ekerö vårdcentral")
        await me.types("ö")
        me.sees("▸ Ny diskussion  ”ekerö”")
        await me.presses("up", "down", "enter")
        assert me.session.head.name == "Ekerö vårdcentral"
        await me.presses("ctrl+o")
        await me.begins("ekerö")
        assert me.session.head.name == "ekerö"


@pytest.mark.parametrize("name", ["Ekerö", "ekerö "])
async def test_the_same_name_on_the_same_day_asks_which_is_meant(tmp_path: Path, name: str) -> None:
    async with facilitator(tmp_path) as me:
        await me.begins("Ekerö")
        first = me.session.head.id
        await me.presses("ctrl+o")
        await me.begins(name)
        me.sees(f"Det finns redan en ”{name.strip()}”.", "▸ Fortsätt ”Ekerö”")
        await me.presses("escape")
        assert me.app.workshop is None
        await me.presses("enter", "enter")
        assert me.session.head.id == first
        await me.presses("ctrl+o")
        await me.begins(name)
        await me.presses("down", "enter")
        assert me.session.head.id != first
        await me.presses("ctrl+o")
        me.sees("2 diskussioner")


async def test_the_name_of_another_day_asks_too_and_would_begin_another(tmp_path: Path) -> None:
    async with leading(tmp_path, "Ekerö"):
        pass
    async with facilitator(tmp_path) as me:
        me.clock.passes(minutes=24 * 60)
        await me.begins("Ekerö")
        me.sees("▸ Börja en till: ”Ekerö”", "Öppna ”Ekerö”")
        await me.presses("enter")
        assert me.session.head.date.isoformat() == "2026-05-13"


async def test_in_a_text_a_blank_is_a_blank_and_in_the_empty_line_it_opens_the_menu(sessions: Path) -> None:
    async with facilitator(sessions) as me:
        await me.presses("space")
        me.sees("l läs", "f led vidare", "p öva", "Esc stänger")
        await me.presses("l")
        me.sees("bara läsning")
        await me.presses("escape")
        await me.types("grupp 07")
        me.sees("› grupp 07", "1 diskussion")
        await me.presses("escape")
        me.sees("Skriv ett namn", "▸ Fortsätt", "40 diskussioner")
        await me.presses("escape")
        me.sees("▸ Fortsätt")


async def test_no_old_word_stays_in_the_line_when_one_comes_back(tmp_path: Path) -> None:
    async with leading(tmp_path, "Ekerö") as me:
        await me.presses("ctrl+o")
        await me.types("eke")
        await me.presses("down", "enter", "ctrl+o")
        me.sees("Skriv ett namn", "▸ Fortsätt", "1 diskussion")
        await me.types("Ny")
        me.sees("▸ Ny diskussion  ”Ny”")


async def test_words_may_stand_in_the_name_and_in_a_note_and_hits_show_question_and_word(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, "Botkyrka", at="B.2", said=["1177 som enda ingång", "Köer"]):
        pass
    async with leading(tmp_path, "Nacka", at="B.2", said=["1177 svarar inte"]) as me:
        await me.presses("ctrl+o")
        await me.types("1177 botkyrka")
        me.sees("1 anteckning i 1 diskussion", "B 2 − 1177 som enda ingång")
        me.misses("svarar inte")


async def test_enter_on_a_hit_goes_to_its_note(tmp_path: Path) -> None:
    async with leading(tmp_path, "Ekerö", at="B.2", said=["Köer", "Fax bort", "Papper"]) as me:
        await me.goes_to("C.2")
        await me.says("Fler fax")
        await me.presses("ctrl+o")
        await me.types("fax")
        await me.presses("down", "enter")
        assert (me.step, me.chosen) == ("C.2", "Fler fax")
        await me.presses("ctrl+o")
        await me.types("fax")
        await me.presses("down", "down", "down")
        me.sees("▸    B 2 − Fax bort")
        await me.presses("enter")
        me.sees("bara läsning", "▸   − Fax bort")
    async with facilitator(tmp_path) as me:
        me.clock.passes(minutes=24 * 60)
        await me.types("fax")
        await me.presses("down", "down", "down", "enter")
        me.sees("bara läsning", "▸   − Fax bort", "1 av 2")
        assert me.app.workshop is None


@pytest.mark.parametrize("columns", [40, 48, 54, 60, 72, 100])
async def test_when_a_discussion_was_left_is_said_whole_or_not(tmp_path: Path, columns: int) -> None:
    async with leading(tmp_path, "Vårdcentralen Solgläntan") as me:
        await me.presses("escape")
    async with facilitator(tmp_path, size=(columns, 18)) as me:
        (row,) = (row for row in me.screen() if "Fortsätt" in row)
        assert "…" not in row or columns == 40  # where the name alone is too long
        said = row.partition("Solgläntan")[2].strip(" ▐│")
        assert re.fullmatch(r"([\d-]{10}( \d\d:\d\d( · 0 anteckningar)?)?)?", said) or columns == 40
