"""Over a share the shell waits for a process that can always end: it passes on what it is told, and does not outstay its welcome."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from benchmarks.processes import process_tree
from benchmarks.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 20.0
BEHIND = """
import os, signal, sys, time
from diskussion_tui.base import ending
from diskussion_tui.cli.kit.in_front import stand_in_front
stand_in_front()
"""
FOR_EVER = "time.sleep(600)"

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="Linux tells of its mounts"),
    pytest.mark.xdist_group("terminal"),
]


@contextmanager
def behind(then: str, place: Path) -> Iterator[Terminal]:
    """A program that goes on behind another, and then does something; it says first that it is there."""
    said = f"{BEHIND}\nprint('here', flush=True)\n{then}"
    with Terminal([sys.executable, "-c", said], cwd=place) as terminal:
        terminal.wait_for("here")
        yield terminal


def second_of(terminal: Terminal) -> int:
    _first, second = process_tree(terminal.pid)
    return second


def ends(process: int) -> bool:
    """Wait until a process is nobody's any more, or only waits to be taken notice of."""
    return (
        subprocess.run(
            ["timeout", str(PATIENCE), "tail", f"--pid={process}", "-f", "/dev/null"], check=False
        ).returncode
        == 0
    )


@pytest.mark.parametrize("code", [0, 1, 3, 130])
def test_it_ends_as_the_other_ends(tmp_path: Path, code: int) -> None:
    with behind(f"sys.exit(ending.told({code}))", tmp_path) as terminal:
        assert terminal.exit_code(PATIENCE) == code


def test_it_ends_with_an_error_where_the_other_does_without_a_word(tmp_path: Path) -> None:
    with behind("raise SystemExit(5)", tmp_path) as terminal:
        assert terminal.exit_code(PATIENCE) == 5


def test_one_that_is_killed_passes_for_killed(tmp_path: Path) -> None:
    with behind(FOR_EVER, tmp_path) as terminal:
        os.kill(second_of(terminal), signal.SIGKILL)
        assert terminal.exit_code(PATIENCE) == -signal.SIGKILL


def test_one_that_has_told_its_end_and_is_not_let_go_of_keeps_neither_shell_nor_terminal(
    tmp_path: Path,
) -> None:
    last = "signal.signal(signal.SIGHUP, signal.SIG_IGN); ending.told(7); print('never'); time.sleep(600)"
    with behind(last, tmp_path) as terminal:
        assert terminal.exit_code(PATIENCE) == 7
        assert "never" not in terminal.text()


def test_one_that_leaves_at_once_has_told_so(tmp_path: Path) -> None:
    with behind("ending.leave(9)", tmp_path) as terminal:
        assert terminal.exit_code(PATIENCE) == 9


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGUSR1])
def test_a_signal_for_the_first_is_one_for_the_second(tmp_path: Path, number: signal.Signals) -> None:
    hears = f"signal.signal({number:d}, lambda *_: sys.exit(ending.told(40)))\nprint('hears', flush=True)\n{FOR_EVER}"
    with behind(hears, tmp_path) as terminal:
        terminal.wait_for("hears")
        terminal.kill(number)
        assert terminal.exit_code(PATIENCE) == 40


def test_what_a_key_says_is_heard_once(tmp_path: Path) -> None:
    hears = f"""
signal.signal(signal.SIGINT, lambda *_: os.write(1, b'once more\\n'))
print('hears', flush=True)
{FOR_EVER}; {FOR_EVER}; {FOR_EVER}
"""
    with behind(hears, tmp_path) as terminal:
        terminal.wait_for("hears")
        terminal.send("\x03")
        terminal.wait_for("once more")
        terminal.idle()
        assert terminal.text().count("once more") == 1


def test_who_kills_the_first_has_killed_both(tmp_path: Path) -> None:
    with behind(FOR_EVER, tmp_path) as terminal:
        second = second_of(terminal)
        terminal.kill(signal.SIGKILL)
        assert terminal.exit_code(PATIENCE) == -signal.SIGKILL
        assert ends(second)


def test_both_stop_and_both_go_on(tmp_path: Path) -> None:
    """Whoever waits for the first sees it stopped, and continues it as a shell does."""
    stops = f"{BEHIND}\nos.kill(os.getpid(), signal.SIGSTOP)\nprint('on again', flush=True)\nsys.exit(ending.told(4))"
    first = subprocess.Popen([sys.executable, "-c", stops], cwd=tmp_path, stdout=subprocess.PIPE)
    try:
        _, status = os.waitpid(first.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        os.kill(first.pid, signal.SIGCONT)
        _, status = os.waitpid(first.pid, 0)
        assert os.waitstatus_to_exitcode(status) == 4
    finally:
        out, _ = first.communicate()
    assert out == b"on again\n"
