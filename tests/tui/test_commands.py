"""The commands as they are declared: every one works, is found, is named in both languages, and has a key one can press."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.source import default_workbook
from diskussion_tui.texts import LANGUAGES, words
from diskussion_tui.tui.app import DiskussionApp
from diskussion_tui.tui.chrome import keys_row
from diskussion_tui.tui.coding.screen import Coding
from diskussion_tui.tui.coding.themes import Themes
from diskussion_tui.tui.commands import COMMANDS, commands
from diskussion_tui.tui.comparing.screen import Comparing
from diskussion_tui.tui.compiling.behind import Behind
from diskussion_tui.tui.compiling.screen import Compiled
from diskussion_tui.tui.followup.screen import FollowedUp
from diskussion_tui.tui.help import help_rows
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.plan.screen import RunOfShow
from diskussion_tui.tui.reading.handover import HandOver
from diskussion_tui.tui.reading.replay import Growth
from diskussion_tui.tui.reading.screen import Reading
from diskussion_tui.tui.rounds.screen import Ranking
from diskussion_tui.tui.walk.screen import Walk
from diskussion_tui.tui.walk.verbs import VERBS
from diskussion_tui.tui.wall.screen import Wall
from diskussion_tui.tui.widgets.board import Board
from tests.support.builders import workbook_in
from tests.support.people import facilitator, leading

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.tui.declaring import Command, Place
    from tests.support.people import Facilitator

SCREENS = {
    "writing": Walk,
    "walk": Walk,
    "notes": Walk,
    "ranking": Ranking,
    "plan": RunOfShow,
    "reading": Reading,
    "replay": Growth,
    "comparing": Comparing,
    "handover": HandOver,
    "coding": Coding,
    "themes": Themes,
    "home": Home,
    "compiling": Compiled,
    "behind": Behind,
    "followup": FollowedUp,
    "wall": Wall,
}
ALIVE_TOGETHER = (
    ("writing", "walk"),
    ("notes", "walk"),
    ("ranking",),
    ("plan",),
    ("reading",),
    ("replay",),
    ("comparing",),
    ("handover",),
    ("coding",),
    ("themes",),
    ("home",),
    ("compiling",),
    ("behind",),
    ("followup",),
    ("wall",),
)
"""Which places' keys are heard at the same time."""
PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzåäö0123456789!.,-+<>")
"""What a Swedish keyboard gives without AltGr, a dead key or Shift+7; digits and letters, and a few signs."""
NAMED = {
    *(
        "enter",
        "escape",
        "tab",
        "shift+tab",
        "up",
        "down",
        "left",
        "right",
        "delete",
        "backspace",
        "space",
        "pagedown",
        "pageup",
        "home",
        "end",
    ),
    *("exclamation_mark", "alt+enter", "ctrl+up", "ctrl+down", "shift+up", "shift+down", "0–9"),
    *(f"f{number}" for number in range(1, 13)),
}
SAME_AS_OTHERS = {"ctrl+h", "ctrl+i", "ctrl+m"}
"""Keys that many terminals send as Backspace, Tab and Enter."""
WIDTHS = (60, 80, 120)


@pytest.mark.parametrize(
    ("place", "command"), [(place, command) for command in COMMANDS for place in command.places]
)
def test_every_bound_command_has_somebody_who_does_it_where_it_works(place: Place, command: Command) -> None:
    screen = SCREENS[place]
    if command.app:
        assert callable(getattr(DiskussionApp, f"action_{command.id}", None))
    elif screen is Walk:
        assert not command.bound or command.id in VERBS
    else:
        assert not command.bound or callable(getattr(screen, f"do_{command.id}", None))


@pytest.mark.parametrize("places", ALIVE_TOGETHER, ids="-".join)
def test_no_key_means_two_things_at_once(places: tuple) -> None:
    keys = Counter(key for place in places for command in commands(place) for key in command.keys_in(place))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_key_can_be_pressed_on_a_swedish_keyboard(command: Command) -> None:
    keys = {command.key, *(command.elsewhere or {}).values()}
    for key in {one for given in filter(None, keys) for one in given.split(" ")}:
        assert key in NAMED or key in PLAIN or re.fullmatch("ctrl\\+[a-z]", key)
        assert key not in SAME_AS_OTHERS


def test_the_kinds_of_the_workbook_have_keys_of_a_swedish_keyboard() -> None:
    assert {kind.key for kind in workbook_in(default_workbook()).kinds} <= PLAIN


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_words(language: str) -> None:
    said = words(language)
    assert {command.id for command in COMMANDS} == set(vars(said.commands))
    for command in COMMANDS:
        assert command.words(said).title
        assert command.words(said).reason.endswith(".")
        assert command.shown_key(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_on_the_help_page_with_its_key_and_reason(language: str) -> None:
    said = words(language)
    for places in (
        ("writing", "notes", "walk"),
        ("ranking",),
        ("plan",),
        ("reading",),
        ("replay",),
        ("comparing",),
        ("followup",),
        ("handover",),
        ("home",),
        ("wall",),
    ):
        text = " ".join(_plain(help_rows(said, None, 200, places)).split())
        for place in places:
            for command in commands(place):
                assert f"{command.shown_key(said, place)} " in text
                assert command.words(said).reason in text


async def test_the_palette_lists_what_can_be_done_and_does_it(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await me.presses("ctrl+p")
        assert me.app.screen.query_one(Board).ids == _in_palette("home")
        await me.types("tema")
        await me.presses("enter")
        assert me.app.theme == "light"
        await me.begins("Ekerö")
        await me.presses("ctrl+p")
        assert me.app.screen.query_one(Board).ids == _in_palette("walk")
        await me.types("gå till")
        await me.presses("enter")
        me.sees("Skriv för att söka", "Kompass")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_footer_never_cuts_a_word(tmp_path: Path, language: str) -> None:
    async with facilitator(tmp_path, lang=language) as me:
        known = {
            f"{one.shown_key(me.app.texts, place)} {one.words(me.app.texts).title}"
            for one in COMMANDS
            for place in one.places
        }
        for width in WIDTHS:
            await me.resizes(width, 24)
            _footer_is_whole(me, known)
        known.add(f"Tab {me.app.texts.walk.turn_verdict}")
        known.add(f"Tab {me.app.texts.conclusions.turn}")
        known.add(f"F2 {me.app.texts.placing.footer}")
        await me.begins("Ekerö")
        await me.goes_to("A.2")
        await me.says("Fax")
        for width in WIDTHS:
            await me.resizes(width, 24)
            for step in ("start", "A.1", "A.2", "A.3", "slut"):
                await me.goes_to(step)
                _footer_is_whole(me, known)
            await me.goes_to("A.2")
            await me.presses("up")
            _footer_is_whole(me, known)
            await me.presses("f9")
            _footer_is_whole(me, known)
            await me.presses("escape")


def test_keys_that_do_not_fit_are_left_out_whole() -> None:
    shown = [("Enter", "spara"), ("Tab", "slag"), ("F1", "hjälp")]
    assert [_plain((keys_row(shown, width),)).split() for width in (13, 14, 26)] == [
        ["Enter", "spara"],
        ["Enter", "spara"],
        ["Enter", "spara", "Tab", "slag"],
    ]


def _in_palette(place: Place) -> list[str]:
    return [command.id for command in commands(place) if command.id != "palette"]


def _footer_is_whole(me: Facilitator, known: set[str]) -> None:
    named = [part for part in re.split(r"\s{3,}", me.screen()[-1].strip()) if part]
    assert len(named) >= 3
    assert [part for part in named if part not in known] == []


def _plain(rows: tuple) -> str:
    return "\n".join("".join(text for text, _ in row) for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_palette_says_why_something_cannot_be_done_and_so_does_its_key(
    tmp_path: Path, language: str
) -> None:
    async with leading(tmp_path, lang=language, size=(60, 18)) as me:
        said = me.app.texts
        await me.presses("ctrl+p")
        me.sees(f"{said.commands.previous_step.title}  ", said.why_not.first_step)
        await me.presses("escape")
        for key, why in (
            ("f7", said.conclusions.parked_none),
            ("f8", said.walk.no_cues),
            ("ctrl+r", said.walk.bin_empty),
            ("f3", said.walk.no_wording_here),
            ("pageup", said.why_not.first_step),
            ("ctrl+z", said.walk.nothing_to_undo),
        ):
            await me.presses(key)
            if not (key == "f8" and me.stage.step.cues):
                assert why[:40] in " ".join(me.text().split()), key
            elif me.app.screen is not me.stage:
                await me.presses("escape")


async def test_a_command_that_can_run_says_nothing_of_why_not(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax", "Brev"]) as me:
        await me.presses("up")
        for one in commands("notes"):
            assert one.id in {
                "versions_note",
                "originals_note",
                "split_note",
                "notes_conclusion",
                "fold_all",
            } or (one.why_not(me.stage.situation) is None), one.id
