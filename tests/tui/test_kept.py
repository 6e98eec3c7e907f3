"""Screens as they are kept: every place of the program, from the example discussion, at the sizes that matter."""

from __future__ import annotations

import os
import re
import time
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.source import example_folder
from diskussion_tui.domain.plan import changes as plan
from diskussion_tui.domain.session import changes, conclusions, rounds
from diskussion_tui.domain.session.conclusions import Read
from diskussion_tui.texts import words
from diskussion_tui.tui.comparing.screen import Comparing
from tests.support.builders import another
from tests.support.kept import FOLDER, looks_as_kept
from tests.support.laptop import laptop
from tests.support.people import STARTS, Clock, before_the_wall, facilitator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from tests.support.people import Facilitator, Room

SMALLEST, SMALL, MIDDLE, WIDE = (60, 18), (80, 24), (120, 36), (160, 45)
OTHERS = (
    ("Geriatriken Danderyd, bord 3, kvällsgruppen", "2025-11-18", 'state = "fastställd"'),
    ("Närakuten Järva", "2025-11-19", 'state = "utkast"'),
)
IN_ENGLISH_ONLY = ("No matches", "Search for", "Press", "Quit", "Type to", "Nothing", "Copyright")


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The example, two more like it and a file that is none, in a folder whose path is the same on every machine."""
    monkeypatch.setenv("TZ", "Europe/Stockholm")
    time.tzset()
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "sessions"
    folder.mkdir()
    (example,) = example_folder().glob("*.toml")
    text = example.read_text(encoding="utf-8")
    (folder / example.name).write_text(text, encoding="utf-8")
    for number, (name, day, state) in enumerate(OTHERS):
        other = (
            another(text, number)
            .replace("Vårdcentralen Solgläntan", name, 1)
            .replace("date = 2026-05-12", f"date = {day}", 1)
        )
        other = other.replace("\nplace =", f"\n{state}\nplace =", 1)
        (folder / f"Diskussionsstöd_{name.split()[0]}_{day}.toml").write_text(other, encoding="utf-8")
    (folder / "inköpslista.toml").write_text("mjölk = 2\n", encoding="utf-8")
    for days, path in enumerate(
        sorted(folder.iterdir(), key=lambda path: (path.name != example.name, path.name))
    ):
        at = STARTS.timestamp() - days * 86_400
        os.utime(path, (at, at))
    yield folder.relative_to(tmp_path)
    monkeypatch.undo()
    time.tzset()


def at_home(
    sessions: Path, size: tuple[int, int] = SMALL, lang: str = "sv"
) -> AbstractAsyncContextManager[Facilitator]:
    return facilitator(sessions, size=size, lang=lang)


def at_work(
    sessions: Path, size: tuple[int, int] = SMALL, lang: str = "sv", theme: str = "dark"
) -> AbstractAsyncContextManager[Facilitator]:
    return facilitator(sessions, size=size, lang=lang, theme=theme, open_path=example_in(sessions))


def example_in(sessions: Path) -> Path:
    (example,) = sessions.glob("*Solgläntan*")
    return example


async def test_home_looks_as_kept(sessions: Path) -> None:
    async with at_home(sessions) as me:
        looks_as_kept("home-80x24", me.screen())
        await me.types("hemsjuk")
        looks_as_kept("home-search-80x24", me.screen())


async def test_every_step_looks_as_kept(sessions: Path) -> None:
    async with at_work(sessions) as me:
        for step in ("start", "kompass", "B", "B.1", "B.2", "A.3", "E.B", "E.helheten", "slut"):
            await me.goes_to(step)
            looks_as_kept(f"{step}-80x24", me.screen())


async def test_the_big_picture_looks_as_kept(sessions: Path) -> None:
    async with at_work(sessions) as me:
        await me.goes_to("B")
        await me.presses("f5")
        looks_as_kept("B-big-80x24", me.screen())
        await me.presses("pagedown", "pagedown")
        looks_as_kept("B.2-big-80x24", me.screen())


WALL = ("start", "kompass", "B", "B.1", "B.2", "A.3", "E.B", "slut")
"""Steps that the room reads each in a layout of its own."""
WINDOWS = ((40, 12), SMALLEST, SMALL, MIDDLE, WIDE)
"""From people who have enlarged the font to a wide screen."""
DICTATED = (
    "Någon har dikterat allt: " + "samarbetet med hemtjänsten om läkemedelsgenomgångar ska följas upp, " * 14
)


async def test_the_window_for_the_room_looks_as_kept(sessions: Path) -> None:
    example, clock = example_in(sessions), Clock()
    async with before_the_wall(sessions, example, clock=clock) as room:
        with laptop(sessions, clock=clock, path=example) as anna:
            for step in WALL:
                anna.goes_to(step)
                await _is_kept(room, step)
            for size, theme in ((SMALL, "dark"), (SMALL, "projector")):
                anna.goes_to("B.2")
                room.app.theme = theme
                await room.looks()
                await room.resizes(*size)
                looks_as_kept(f"wall-B.2-{theme}-inks", room.painted())


async def test_rounds_breaks_and_the_end_in_the_window_for_the_room_look_as_kept(sessions: Path) -> None:
    example, clock = example_in(sessions), Clock()
    async with before_the_wall(sessions, example, clock=clock, size=(40, 12)) as room:
        looks_as_kept("wall-waiting-40x12", room.screen())
        with laptop(sessions, clock=clock, path=example) as anna:
            anna.goes_to("B.2")
            of = anna.does(rounds.begin_round, anna.workshop.ids.new(), "B", "prickar", 3)
            anna.workshop.show_room(of)
            notes = rounds.in_section(anna.workshop.session, "B")
            for note, dots in zip(notes, (4, 11, 4, 0, 2), strict=False):
                anna.does(rounds.give_dots, of, note.id, dots)
            await _is_kept(room, "round")
            anna.does(rounds.close_round, of)
            await _is_kept(room, "round-closed")
            anna.workshop.show_room("")
            fika = anna.does(plan.add_break, anna.workshop.ids.new(), "Fika", 15, "B.3")
            anna.workshop.timing.begin(fika)
            anna.workshop.flush()
            await _is_kept(room, "break")
            anna.goes_to("slut")
            for section, text in (
                ("B", "Fasa ut faxen under året"),
                ("", "Bjud in kommunen till nästa möte"),
            ):
                given = Read(section, text)
                anna.does(conclusions.conclude, anna.workshop.ids.new(), "slutsats", given, [])
            await _is_kept(room, "summary")
            anna.does(changes.set_state, "fastställd")
            await _is_kept(room, "thanks")


@pytest.mark.parametrize("lang", ["sv", "en"])
async def test_a_discussion_that_begins_looks_as_kept_in_the_window_for_the_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.chdir(tmp_path)
    clock, of = Clock(), "" if lang == "sv" else f"-{lang}"
    async with before_the_wall(tmp_path, clock=clock, lang=lang) as room:
        await _is_kept(room, f"none-yet{of}")
        with laptop(tmp_path, clock=clock) as anna:
            avoid, _, new = (kind.id for kind in anna.workshop.workbook.kinds)
            for step in ("B.1", "B.2", "B.3", "slut"):
                anna.goes_to(step)
                await _is_kept(room, f"empty-{step}{of}")
            if lang != "sv":
                return
            anna.goes_to("B.2")
            for number in range(40):
                (note,) = anna.says(
                    "B.2", f"Det {number + 1}:e som sägs om remisser", kind=(avoid, new)[number % 2]
                )
                anna.does(changes.support, note, number % 7)
            await _is_kept(room, "forty")
            anna.goes_to("slut")
            await _is_kept(room, "most")
            anna.goes_to("B.2")
            (note,) = anna.says("B.2", DICTATED, kind=avoid)
            anna.does(changes.support, note, 12)
            await _is_kept(room, "long")


async def _is_kept(room: Room, name: str) -> None:
    await room.looks()
    for columns, rows in WINDOWS:
        await room.resizes(columns, rows)
        looks_as_kept(f"wall-{name}-{columns}x{rows}", room.screen())


async def test_what_opens_over_the_walk_looks_as_kept(sessions: Path) -> None:
    async with at_work(sessions) as me:
        await me.goes_to("B.2")
        for name, key in (("help", "f1"), ("jump", "ctrl+g"), ("details", "ctrl+n"), ("find", "ctrl+f")):
            await me.presses(key)
            looks_as_kept(f"{name}-80x24", me.screen())
            await me.presses("escape")
        await me.presses("ctrl+p", *"fastst", "enter")
        looks_as_kept("finish-80x24", me.screen())
        await me.presses("escape", "up", "space")
        looks_as_kept("menu-80x24", me.screen())
        await me.presses("escape", "escape")
        await me.presses("up", "delete", "delete", "escape", "ctrl+r")
        looks_as_kept("bin-80x24", me.screen())


async def test_a_chosen_note_looks_as_kept(sessions: Path) -> None:
    async with at_work(sessions) as me:
        await me.goes_to("B.2")
        await me.presses("up", "4")
        looks_as_kept("B.2-chosen-80x24", me.screen())
        await me.presses("enter")
        looks_as_kept("B.2-edit-80x24", me.screen())


async def test_a_round_and_a_dissent_look_as_kept(sessions: Path) -> None:
    async with at_work(sessions) as me:
        await me.goes_to("B.2")
        await me.presses("up", "space", "!")
        looks_as_kept("B.2-dissent-80x24", me.screen())
        await me.says("Då får de som inte kan med tekniken vänta längre")
        looks_as_kept("B.2-dissent-said-80x24", me.screen())
        await me.presses("f12", "space", "r", "3", "enter", "4", "+", "1", "4", "0", "2")
        looks_as_kept("round-80x24", me.screen())
        await me.presses("enter")
        looks_as_kept("round-closed-80x24", me.screen())
        await me.presses("f5")
        looks_as_kept("round-big-80x24", me.screen())


@pytest.mark.parametrize(
    ("size", "steps"),
    [(MIDDLE, ("kompass", "B", "B.2", "E.B", "slut")), (WIDE, ("kompass", "B", "B.2", "E.B", "slut"))],
    ids=["120x36", "160x45"],
)
async def test_a_larger_window_looks_as_kept(
    sessions: Path, size: tuple[int, int], steps: tuple[str, ...]
) -> None:
    async with at_work(sessions, size) as me:
        for step in steps:
            await me.goes_to(step)
            looks_as_kept(f"{step}-{size[0]}x{size[1]}", me.screen())


async def test_the_smallest_window_that_a_room_reads_looks_as_kept(sessions: Path) -> None:
    async with at_work(sessions, SMALLEST) as me:
        for step in ("start", "kompass", "B", "B.1", "B.2", "E.B", "slut"):
            await me.goes_to(step)
            looks_as_kept(f"{step}-60x18", me.screen())
        await me.presses("pagedown")
        looks_as_kept("slut-next-60x18", me.screen())
        await me.goes_to("B.2")
        for name, keys in (("numbers", ("ctrl+k",)), ("jump", ("ctrl+g",)), ("plan", ("f9",))):
            await me.presses(*keys)
            looks_as_kept(f"{name}-60x18", me.screen())
            await me.presses("escape")


async def test_home_in_a_larger_window_looks_as_kept(sessions: Path) -> None:
    async with at_home(sessions, MIDDLE) as me:
        await me.presses("down", "down", "down")
        looks_as_kept("home-120x36", me.screen())


async def test_the_screens_in_english_look_as_kept(sessions: Path) -> None:
    async with at_home(sessions, lang="en") as me:
        looks_as_kept("home-en-80x24", me.screen())
    async with at_work(sessions, lang="en") as me:
        await me.goes_to("B.2")
        looks_as_kept("B.2-en-80x24", me.screen())
        await me.presses("f1")
        looks_as_kept("help-en-80x24", me.screen())
        await me.presses("escape", "f12", "space", "r", "3", "enter", "4", "1")
        looks_as_kept("round-en-80x24", me.screen())


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_inks_and_grounds_are_as_kept(sessions: Path, theme: str) -> None:
    async with facilitator(sessions, theme=theme) as me:
        looks_as_kept(f"home-{theme}-inks", me.painted())
    async with at_work(sessions, theme=theme) as me:
        for step in ("B.2", "kompass", "E.B"):
            await me.goes_to(step)
            looks_as_kept(f"{step}-{theme}-inks", me.painted())
        await me.goes_to("B.2")
        await me.presses("up", "4")
        looks_as_kept(f"B.2-chosen-{theme}-inks", me.painted())
        await me.presses("f12", "space", "r", "3", "enter", "4", "2")
        looks_as_kept(f"round-{theme}-inks", me.painted())
        await me.presses("escape", "f1")
        looks_as_kept(f"help-{theme}-inks", me.painted())
        await me.presses("escape")
        await me.talks(30)
        looks_as_kept(f"B.2-overrun-{theme}-inks", me.painted())
        await me.presses("f9")
        looks_as_kept(f"plan-{theme}-inks", me.painted())


def test_no_kept_swedish_screen_holds_an_english_word() -> None:
    english, swedish = words("en"), words("sv")
    spoken = {word.title for word in vars(swedish.commands).values()}
    foreign = {word.title for word in vars(english.commands).values()} - spoken - {"kompass"}
    foreign |= {english.walk.saved.strip("✓ "), english.terms.draft, english.terms.final, *IN_ENGLISH_ONLY}
    screens = [path for path in FOLDER.glob("*.txt") if not re.search(r"-en[-.]|^page-", path.name)]
    assert len(screens) > 20
    found = {
        (path.name, word)
        for path in screens
        for word in foreign
        if re.search(rf"\b{re.escape(word)}\b", path.read_text(encoding="utf-8"))
    }
    assert not found


async def test_reading_and_the_end_look_as_kept(sessions: Path) -> None:
    async with at_home(sessions) as me:
        await me.types("hemsjuk geria")
        await me.presses("down", "down", "enter")
        looks_as_kept("reading-80x24", me.screen())
    async with at_work(sessions) as me:
        await me.presses("f11")
        looks_as_kept("handover-80x24", me.screen())


async def test_how_it_grew_and_comparing_look_as_kept(sessions: Path) -> None:
    async with at_home(sessions) as me:
        await me.types("hemsjuk geria")
        await me.presses("down", "down", "enter", "f7", "home", *["right"] * 12)
        looks_as_kept("replay-80x24", me.screen())
        await me.presses("escape", "escape", "escape", "down", "down", "down", "f6", "down", "f6", "f8")
        while not isinstance(me.app.screen, Comparing):
            await me.waits()
        await me.waits()
        looks_as_kept("comparing-80x24", me.screen())
        await me.presses("pagedown", "pagedown", "down", "down")
        looks_as_kept("comparing-A.2-80x24", me.screen())
        await me.resizes(*SMALLEST)
        looks_as_kept("comparing-A.2-60x18", me.screen())
        await me.resizes(*WIDE)
        looks_as_kept("comparing-A.2-160x45", me.screen())
