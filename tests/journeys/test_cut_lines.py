"""A line of the line mode that never got its Enter: it is on disk, it is told, and it is neither a note nor a command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.terminal import Key, Terminal, ctrl
from diskussion_tui.store.session.reading import read_session
from tests.support.people import on_disk, session_file
from tests.support.prompt import at_prompt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.desk import Desk

PATIENCE = 20.0
DEAF_TO_SIGHUP = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh")
HALF = "Hemsjukvård dygnet ru"


def _half_types(desk: Desk, terminal: Terminal) -> None:
    """One note is down and the next half typed, long enough ago for it to have been seen."""
    terminal.wait_for("parkeras:")
    terminal.send(f".gå B2{Key.ENTER}Fax{Key.ENTER}")
    terminal.wait_for("1 sparad.")
    terminal.send(HALF)
    terminal.wait_until(lambda: HALF in on_disk(desk.sessions), "what is half typed never came on disk")


def _is_asked(terminal: Terminal) -> None:
    """The next prompt stands there: what is typed before it is the terminal's, not the line's."""
    terminal.wait_until(lambda: terminal.text().rstrip().endswith("B 2, avveckla:"), "no prompt came")


def _stands_in_the_line_again(desk: Desk) -> None:
    with desk.starts("line", "ekerö") as terminal:
        terminal.wait_for(f"B 2, avveckla: {HALF}")
        assert terminal.text().count(HALF) == 1
        terminal.send(f"nt{Key.ENTER}")
        terminal.wait_for("2 sparad.")
        _is_asked(terminal)
        terminal.send(ctrl("d"))
        terminal.wait_for("Stängd. Allt är sparat.")
    assert desk.notes() == ["Fax", f"{HALF}nt"]
    held = read_session(session_file(desk.sessions)).session
    assert not [draft.text for draft in (held.latest_draft(),) if draft and draft.text]


def _kills(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGKILL)


def _stops(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGTERM)


@pytest.mark.xdist_group("terminal")
class TestAtATerminal:
    """The line that is edited."""

    @pytest.mark.parametrize(
        ("ends", "by"),
        [
            pytest.param(_kills, (), id="killed"),
            pytest.param(_stops, (), id="shutdown"),
            pytest.param(Terminal.hang_up, (), id="closed window"),
            pytest.param(Terminal.hang_up, DEAF_TO_SIGHUP, id="window gone without a word"),
        ],
    )
    def test_however_it_ends_what_is_half_typed_stands_in_the_line_the_next_time_and_is_heard_once(
        self, desk: Desk, ends: Callable[[Terminal], None], by: tuple[str, ...]
    ) -> None:
        with desk.starts("start", "Ekerö", "--line", by=by) as terminal:
            _half_types(desk, terminal)
            ends(terminal)
            terminal.exit_code(PATIENCE)
        _stands_in_the_line_again(desk)

    def test_a_stop_keeps_the_very_last_letter(self, desk: Desk) -> None:
        with desk.starts("start", "Ekerö", "--line") as terminal:
            _half_types(desk, terminal)
            terminal.send("nt öv")
            terminal.wait_for(f"{HALF}nt öv")
            _stops(terminal)
            terminal.wait_for("Den finns kvar till nästa gång")
            assert terminal.exit_code(PATIENCE) == 0
        assert f"{HALF}nt öv" in on_disk(desk.sessions)

    def test_what_was_sent_emptied_or_was_a_command_does_not_come_back(self, desk: Desk) -> None:
        with desk.starts("start", "Ekerö", "--line") as terminal:
            _half_types(desk, terminal)
            terminal.send(Key.ENTER)
            terminal.wait_for("2 sparad.")
            _is_asked(terminal)
            terminal.send(".stäng")
            terminal.wait_until(lambda: ".stäng" in on_disk(desk.sessions), "never seen")
            terminal.send(Key.ENTER)
            terminal.wait_for("Stängd. Allt är sparat.")
        with desk.starts("line", "ekerö") as terminal:
            terminal.wait_for("B 2, avveckla:")
            assert not terminal.shows("Halvskrivet")
            terminal.send("Struket")
            terminal.wait_until(lambda: "Struket" in on_disk(desk.sessions), "never seen")
            terminal.send(ctrl("u") + ctrl("d"))
            terminal.wait_for("Stängd. Allt är sparat.")
            assert not terminal.shows("nästa gång")
        held = read_session(session_file(desk.sessions)).session
        assert not [draft.text for draft in (held.latest_draft(),) if draft and draft.text]


def _pipe(desk: Desk, typed: str) -> str:
    command = [sys.executable, "-m", "diskussion_tui", "--sessions", str(desk.sessions), "start", "Ekerö"]
    ended = subprocess.run(
        [*command, "--line"],
        input=typed.encode(),
        capture_output=True,
        env={**desk.env, "COLUMNS": "200"},
        timeout=100,
        check=True,
    )
    return ended.stdout.decode()


def test_a_pipe_that_closes_in_the_middle_of_a_line_does_not_do_half_a_command(desk: Desk) -> None:
    said = _pipe(desk, ".gå B2\nFax\nHiss\n.ta bort 1")  # of 12, perhaps
    assert "inte antecknad. Den finns kvar till nästa gång: .ta bort 1" in said
    assert desk.notes() == ["Fax", "Hiss"]


def test_every_line_that_a_pipe_cut_is_kept_until_somebody_can_go_on_with_it(desk: Desk) -> None:
    _pipe(desk, ".gå B2\nFax\nHemsjukvård dygnet ru")
    said = _pipe(desk, "Hiss\nNattbus")
    assert said.count("Hemsjukvård dygnet ru") == 1
    assert "Halvskrivet sedan sist: Hemsjukvård dygnet ru" in said
    assert desk.notes() == ["Fax", "Hiss"]
    held = read_session(session_file(desk.sessions)).session
    assert [draft.text for draft in (held.latest_draft(),) if draft] == ["Hemsjukvård dygnet ru\nNattbus"]


def test_a_pipe_that_is_told_to_stop_keeps_what_came_of_its_last_line(desk: Desk) -> None:
    command = [sys.executable, "-m", "diskussion_tui", "--sessions", str(desk.sessions), "start", "Ekerö"]
    with subprocess.Popen(
        [*command, "--line"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**desk.env, "COLUMNS": "200"},
    ) as program:
        assert program.stdin
        assert program.stdout
        program.stdin.write("Fax\nHemsjukvård dygnet ru".encode())
        program.stdin.flush()
        while b"sparad" not in program.stdout.readline():
            pass
        while b"parkeras" not in program.stdout.readline():
            pass
        program.terminate()
        rest = program.stdout.read().decode()
        assert "nästa gång: Hemsjukvård dygnet ru" in rest
    assert "Hemsjukvård dygnet ru" in on_disk(desk.sessions)


def test_an_answer_that_was_cut_is_no_words_of_the_group(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types(".fastställ")
        me.evening.cut_off("j")
        path = me.evening.workshop.path
        assert "nästa gång" not in me.heard
    held = read_session(path).session
    assert not held.final
    assert not [draft.text for draft in (held.latest_draft(),) if draft and draft.text]
