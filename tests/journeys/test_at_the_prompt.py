"""The line mode, as it is used: a whole evening through a pipe and in a dumb terminal, and the file that it leaves."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.terminal import Key, Terminal
from diskussion_tui.reports.as_json import session_values
from diskussion_tui.store.session.reading import read_session
from tests.support.people import Facilitator, leading, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from tests.support.desk import Desk

SECTIONS = "ABCD"
FIELDS = ("E.A", "E.B", "E.C", "E.D", "E.helheten")
ESCAPE = 0x1B


def typed_evening() -> list[str]:
    """An evening from the cover to the end, as it is typed at the prompt."""
    lines = [".om mötet plats Biblioteket", "Tandvården då?", ".n", ".n"]
    for section in SECTIONS:
        lines += [".n", ".omdöme stämmer delvis", f"{section}: bilden saknar barn", ".n"]
        lines += [
            f"{section} fax",
            ".k vidareutveckla",
            f"{section} hemsjukvård",
            ".k nyutveckla",
            f"{section} buss",
        ]
        lines += [
            ".h 1 12 3 4",
            ".stjärna 2",
            ".avvikande 1 Faxen behövs",
            ".n",
            f"Hur når vi fler i {section}?",
            "Genom skolan",
            ".n",
        ]
    lines += [line for field in FIELDS for line in (f"Tanke om {field}", ".n")]
    return [
        *lines,
        "Regionen inför en ingång",
        ".typ åtgärd",
        "B: Ring regionen @Anna senast 2026-12-01",
        ".fastställ",
        "ja",
    ]


async def led_on_screen(me: Facilitator) -> None:
    """The same evening, on the walk's screens."""
    await me.presses("ctrl+n", "tab")
    await me.types("Biblioteket")
    await me.presses("ctrl+s")
    await me.says("Tandvården då?")
    await me.presses("pagedown", "pagedown")
    for section in SECTIONS:
        await me.presses("pagedown", "tab", "tab")
        await me.says(f"{section}: bilden saknar barn")
        await me.presses("pagedown")
        await me.says(f"{section} fax")
        await me.presses("tab")
        await me.says(f"{section} hemsjukvård")
        await me.presses("tab")
        await me.says(f"{section} buss")
        await me.presses("ctrl+k")
        await me.says("1 12 3 4")
        notes = me.session.notes_of(f"{section}.2")
        me.stage.choosing.choose(notes[1].id)
        await me.presses("space", "t", "escape")
        me.stage.choosing.choose(notes[0].id)
        await me.presses("space", "!")
        await me.says("Faxen behövs")
        await me.presses("escape", "pagedown")
        await me.says(f"Hur når vi fler i {section}?", "Genom skolan")
        await me.presses("pagedown")
    for field in FIELDS:
        await me.says(f"Tanke om {field}")
        await me.presses("pagedown")
    await me.says("Regionen inför en ingång")
    await me.presses("tab")
    await me.says("B: Ring regionen @Anna senast 2026-12-01")
    await me.finishes()


def what_stands(session: Session) -> dict[str, Any]:
    """All that a discussion says, without ids, hours and who typed it."""
    return _without(
        session_values(session),
        {"id", "rev", "date", "at", "writer", "written_by", "change", "seconds", "since", "time", "used"},
    )


def _without(value: Any, names: set[str]) -> Any:
    if isinstance(value, dict):
        return {name: _without(one, names) for name, one in value.items() if name not in names}
    if isinstance(value, list):
        return [_without(one, names) for one in value]
    return value


def run(desk: Desk, *given: str, typed: list[str], **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The installed program with lines on its standard input."""
    command = [sys.executable, "-m", "diskussion_tui", "--sessions", str(desk.sessions), *given]
    data = "".join(f"{line}\n" for line in typed).encode()
    return subprocess.run(
        command, input=data, capture_output=True, env={**desk.env, **environment}, timeout=100, check=False
    )


async def test_the_same_evening_at_the_prompt_and_on_the_screens_leaves_the_same_discussion(
    tmp_path: Path, desk: Desk
) -> None:
    async with leading(tmp_path, "Ekerö") as me:
        await led_on_screen(me)
        on_screen = what_stands(me.session)
    ended = run(desk, "start", "Ekerö", "--line", typed=typed_evening())
    assert ended.returncode == 0, ended.stderr.decode()
    at_prompt = what_stands(read_session(session_file(desk.sessions)).session)
    assert at_prompt == on_screen


def test_no_byte_that_leaves_it_is_more_than_text_and_no_line_is_too_long(desk: Desk) -> None:
    hostile = ["\x1b[31mrött\x1b[0m", "vit\u202eländ", "\x07klocka", "tab\tb"]
    ended = run(
        desk,
        "start",
        "Ekerö",
        "--line",
        typed=[*hostile, *typed_evening(), ".öppna igen", "ja", ".hjälp", ".läs A2", ".sammanfattning"],
        TERM="dumb",
    )
    assert ended.returncode == 0
    assert ended.stderr == b""
    lines = ended.stdout.decode().split("\n")
    assert all(character.isprintable() for line in lines for character in line)
    assert max(map(len, lines)) <= 200


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_is_said_twice_in_a_row(desk: Desk, language: str) -> None:
    ended = run(
        desk, "--lang", language, "start", "Ekerö", "--line", typed=["Ett", ".n", ".n", ".n", "Två", ".quit"]
    )
    said = ended.stdout.decode().splitlines()
    assert not [one for one, two in itertools.pairwise(said) if one == two]


@pytest.mark.parametrize("wide", [20, 40, 77, 200, 400])
def test_it_keeps_within_the_width_that_there_is(desk: Desk, wide: int) -> None:
    ended = run(
        desk, "start", "Ekerö", "--line", typed=[".n", ".n", ".hjälp", ".körschema"], COLUMNS=str(wide)
    )
    assert max(map(len, ended.stdout.decode().splitlines())) <= max(40, min(wide, 200))


def test_bytes_that_are_no_utf_8_are_letters(desk: Desk) -> None:
    command = [
        sys.executable,
        "-m",
        "diskussion_tui",
        "--sessions",
        str(desk.sessions),
        "start",
        "Ekerö",
        "--line",
    ]
    data = ".gå B2\nSjukvård på landet\n".encode("cp1252")
    subprocess.run(command, input=data, capture_output=True, env=desk.env, timeout=100, check=True)
    assert [note.text for note in read_session(session_file(desk.sessions)).session.notes()] == [
        "Sjukvård på landet"
    ]


def test_without_a_name_one_of_the_latest_is_chosen_or_a_new_one_named(desk: Desk) -> None:
    first = run(desk, "line", typed=["Solgläntan", ".gå B2", "Fax"]).stdout.decode()
    assert "Det finns inga diskussioner ännu." in first
    again = run(desk, "line", typed=["7", "1", ".läs"]).stdout.decode()
    assert "1, Solgläntan" in again
    assert "Det numret finns inte" in again
    assert "1, avveckla: Fax" in again
    assert run(desk, "line", "solgläntan", typed=["Mer"]).stdout.decode().count("sparad") == 1


def as_it_lies(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(one): (one.stat().st_size, one.stat().st_mtime_ns) for one in folder.rglob("*")}


def test_reading_a_final_discussion_leaves_its_folder_as_it_was_until_it_is_opened_again(desk: Desk) -> None:
    run(desk, "start", "Ekerö", "--line", typed=[".gå B2", "Fax", ".fastställ", "ja"])
    before = as_it_lies(desk.sessions)
    read = run(
        desk, "line", "ekerö", typed=[".gå B2", ".läs", ".sammanfattning", "Mer", ".öppna igen", "nej"]
    )
    assert "1, avveckla: Fax" in read.stdout.decode()
    assert "tar inte emot något nytt" in read.stdout.decode()
    assert as_it_lies(desk.sessions) == before
    run(desk, "line", "ekerö", typed=[".gå B2", ".öppna igen", "ja", "Mer"])
    assert [note.text for note in read_session(session_file(desk.sessions)).session.notes()] == ["Fax", "Mer"]


def test_practice_leaves_nothing_behind(desk: Desk) -> None:
    ended = run(desk, "practise", "--line", typed=[".gå B2", "Fax", ".läs"])
    assert ended.returncode == 0
    assert "Fax" in ended.stdout.decode()
    assert not [one for one in desk.sessions.rglob("*") if one.is_file()]


def test_a_terminal_that_cannot_be_drawn_on_is_led_to_the_line_mode(desk: Desk) -> None:
    with desk.starts(says={"TERM": "dumb"}) as terminal:
        terminal.wait_for("diskussion line")
        assert terminal.exit_code() == 2


class TestAtATerminal:
    """The line that is edited."""

    pytestmark = pytest.mark.xdist_group("terminal")

    def test_a_line_is_edited_completed_and_remembered_without_an_escape_byte(self, desk: Desk) -> None:
        with desk.starts("start", "Ekerö", "--line") as terminal:
            said = self._leads(terminal)
        assert ESCAPE not in said
        texts = [note.text for note in read_session(session_file(desk.sessions)).session.notes()]
        assert texts == ["Faxar", "Faxar"]

    def _leads(self, terminal: Terminal) -> bytes:
        terminal.wait_for("Start, parkeras:")
        terminal.send(".gå B2" + Key.ENTER)
        terminal.wait_for("B 2, avveckla:")
        terminal.send("Faxxar" + Key.LEFT * 2 + Key.BACKSPACE + Key.ENTER)
        terminal.wait_for("1 sparad.")
        terminal.send(Key.UP + Key.ENTER)
        terminal.wait_for("2 sparad.")
        terminal.send(".stän" + Key.TAB + Key.ENTER)
        terminal.wait_for("Stängd. Allt är sparat.")
        return terminal.output

    def test_a_kill_between_two_lines_loses_nothing_that_was_called_saved(self, desk: Desk) -> None:
        with desk.starts("start", "Ekerö", "--line") as terminal:
            terminal.wait_for("parkeras:")
            terminal.send(".gå B2" + Key.ENTER + "Fax" + Key.ENTER)
            terminal.wait_for("1 sparad.")
            os.kill(terminal.pid, signal.SIGKILL)
        assert [note.text for note in read_session(session_file(desk.sessions)).session.notes()] == ["Fax"]

    def test_ctrl_c_keeps_what_was_begun_and_ctrl_d_closes(self, desk: Desk) -> None:
        with desk.starts("start", "Ekerö", "--line") as terminal:
            terminal.wait_for("parkeras:")
            terminal.send("Halvvägs")
            terminal.wait_for("Halvvägs")
            terminal.send("\x03")
            terminal.wait_for(".stäng stänger")
            terminal.send(" framme" + Key.ENTER)
            terminal.wait_for("Parkerad och sparad.")
            terminal.send("\x04")
            terminal.wait_for("Stängd. Allt är sparat.")
        assert [note.text for note in read_session(session_file(desk.sessions)).session.parked()] == [
            "Halvvägs framme"
        ]
