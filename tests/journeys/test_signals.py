"""What ends or stops the installed program from outside: all is saved, and the terminal is as it was before."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.processes import process_tree
from benchmarks.replay import Replay
from benchmarks.terminal import Key, Terminal, ctrl
from tests.support.desk import Desk, go_to, leave

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 20.0
DEAF_TO_SIGHUP = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh")
AS_ON_A_MAC = """
import signal, sys
from diskussion_tui.cli.main import main
from diskussion_tui.tui.toolkit import signals
signals._POLL_TELLS, signals._LOOK_AGAIN = False, 100
signal.signal(signal.SIGHUP, signal.SIG_IGN)
sys.exit(main(sys.argv[sys.argv.index("--sessions") :]))
"""
SWITCHED_ON = (b"\x1b[?1049h", b"\x1b[?25l", b"\x1b[?2004h", b"\x1b[?1000h", b"\x1b[?1003h", b"\x1b[?1004h")

pytestmark = pytest.mark.xdist_group("terminal")


def half_typed(terminal: Terminal) -> None:
    """One note is down, and the next one begun."""
    terminal.wait_for("PgDn nästa")
    go_to(terminal, "B.2", " 2  ")
    terminal.send(f">Hemsjukvård{Key.ENTER}")
    terminal.wait_for("› 1 Hemsjukvård")
    terminal.send("halvskri")
    terminal.wait_for("halvskri")


def is_given_back(terminal: Terminal, before: list[object]) -> None:
    """What was switched on was switched off after that, nothing is left on the screen, keys do what they did."""
    for on in SWITCHED_ON:
        off = on[:-1] + (b"h" if on.endswith(b"l") else b"l")
        assert terminal.output.rindex(off) > terminal.output.rindex(on)
    assert not "".join(terminal.screen()).strip()
    assert terminal.modes == before


def closes_the_window(terminal: Terminal) -> None:
    terminal.hang_up()


def shuts_the_computer_down(terminal: Terminal) -> None:
    os.killpg(terminal.pid, signal.SIGTERM)


@pytest.mark.parametrize(
    ("ends", "code", "by"),
    [
        pytest.param(shuts_the_computer_down, 143, (), id="shutdown"),
        pytest.param(closes_the_window, 129, (), id="closed window"),
        pytest.param(closes_the_window, 129, DEAF_TO_SIGHUP, id="window gone without a word"),
    ],
)
def test_a_program_that_is_ended_saves_and_gives_the_half_typed_line_back(
    desk: Desk, ends: Callable[[Terminal], None], code: int, by: tuple[str, ...]
) -> None:
    with desk.starts("start", "Ekerö", by=by) as terminal:
        half_typed(terminal)
        family = process_tree(terminal.pid)
        ends(terminal)
        assert terminal.exit_code(PATIENCE) == code
        for process in family:
            with pytest.raises(ProcessLookupError):
                os.kill(process, 0)
    assert desk.notes() == ["Hemsjukvård"]
    assert not [path for path in (desk.sessions / ".live").glob("*") if path.suffix == ".toml"]
    with desk.starts() as terminal:
        terminal.wait_for("▸ Fortsätt")
        terminal.send(Key.ENTER)
        terminal.wait_for("Vidareutveckla  halvskri")
        terminal.wait_for("Den halvskrivna raden är tillbaka.")
        terminal.send(f"ven{Key.ENTER}")
        terminal.wait_for("› 2 halvskriven")
        leave(terminal)
    assert desk.notes() == ["Hemsjukvård", "halvskriven"]


def test_a_window_that_is_gone_without_a_word_is_noticed_also_where_polling_does_not_tell(
    desk: Desk,
) -> None:
    with desk.starts(by=(sys.executable, "-c", AS_ON_A_MAC)) as terminal:
        terminal.wait_for("Ny diskussion")
        closes_the_window(terminal)
        assert terminal.exit_code(PATIENCE) == 129


@pytest.mark.parametrize("ends", ["Ctrl+Q", "SIGTERM", "SIGINT", "SIGHUP"])
def test_leaving_home_in_any_way_gives_the_terminal_back_as_it_was(desk: Desk, ends: str) -> None:
    with desk.starts() as terminal:
        before = terminal.modes
        terminal.wait_for("Ny diskussion")
        assert terminal.modes != before
        if ends == "Ctrl+Q":
            leave(terminal)
        else:
            number = signal.Signals[ends]
            terminal.kill(number)
            assert terminal.exit_code(PATIENCE) == 128 + number
        is_given_back(terminal, before)


def test_a_program_that_is_ended_as_it_appears_gives_the_terminal_back(desk: Desk) -> None:
    with desk.starts() as terminal:
        before = terminal.modes
        terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.output, "the terminal was never switched over")
        terminal.kill(signal.SIGTERM)
        assert terminal.exit_code(PATIENCE) == 143
        is_given_back(terminal, before)


def test_a_program_that_is_ended_before_it_appears_leaves_the_terminal_alone(desk: Desk) -> None:
    with desk.starts() as terminal:
        before = terminal.modes
        terminal.kill(signal.SIGTERM)
        assert terminal.exit_code(PATIENCE) == -signal.SIGTERM
        assert not terminal.output
        assert terminal.modes == before


def test_several_signals_at_once_end_it_once_also_with_a_dialog_open(desk: Desk) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        before = terminal.modes
        half_typed(terminal)
        terminal.send(ctrl("g"))
        terminal.wait_for("Gå till")
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            terminal.kill(number)
        assert terminal.exit_code(PATIENCE) in {129, 130, 143}  # the system may tell of them in any order
        is_given_back(terminal, before)
    assert desk.notes() == ["Hemsjukvård"]
    assert "halvskri" in desk.file().read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", ["", "ven och mycket mer"], ids=["at rest", "waiting to paint"])
def test_a_terminal_that_takes_nothing_more_does_not_keep_the_program_from_saving(
    desk: Desk, typed: str
) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        before = terminal.modes
        half_typed(terminal)
        terminal.freeze()
        for letter in typed:
            terminal.send(letter)
            assert terminal.idle(0.05)
        terminal.kill(signal.SIGTERM)
        assert terminal.exit_code(PATIENCE) == 143
        assert terminal.modes == before
    assert desk.notes() == ["Hemsjukvård"]
    assert "halvskri" in desk.file().read_text(encoding="utf-8")
    assert not [path for path in (desk.sessions / ".live").glob("*") if path.suffix == ".toml"]


def test_a_stop_saves_and_gives_the_terminal_back_and_typing_goes_on_afterwards(desk: Desk) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        before = terminal.modes
        half_typed(terminal)
        terminal.kill(signal.SIGTSTP)
        wait_stopped(terminal)
        is_given_back(terminal, before)
        assert "halvskri" in on_disk(desk)
        goes_on(terminal)
        is_given_back(terminal, before)
    assert desk.notes() == ["Hemsjukvård", "halvskriven"]


def test_a_stop_that_nobody_announced_comes_back_painted_whoever_used_the_terminal_meanwhile(
    desk: Desk,
) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        before = terminal.modes
        half_typed(terminal)
        terminal.kill(signal.SIGSTOP)
        wait_stopped(terminal)
        assert "Hemsjukvård" in on_disk(desk)
        goes_on(terminal)
        is_given_back(terminal, before)
    assert desk.notes() == ["Hemsjukvård", "halvskriven"]


def test_stopping_twice_leaves_nothing_behind_and_an_end_while_stopped_is_heard_afterwards(
    desk: Desk,
) -> None:
    with desk.starts() as terminal:
        before = terminal.modes
        terminal.wait_for("Ny diskussion")
        for number in (signal.SIGTSTP, signal.SIGSTOP):
            terminal.kill(number)
            wait_stopped(terminal)
            told = len(terminal.output)
            terminal.kill(signal.SIGCONT)
            wait_painted(terminal, told, "Ny diskussion")
        terminal.kill(signal.SIGTSTP)
        wait_stopped(terminal)
        terminal.kill(signal.SIGTERM)
        terminal.kill(signal.SIGCONT)
        assert terminal.exit_code(PATIENCE) == 143
        is_given_back(terminal, before)


def on_disk(desk: Desk) -> str:
    """All that stands in the folder of discussions, journals and all."""
    return "".join(path.read_text(encoding="utf-8") for path in desk.sessions.rglob("*.toml"))


def goes_on(terminal: Terminal) -> None:
    """Continue a stopped program, see everything painted anew, finish the half-typed line, and leave."""
    told = len(terminal.output)
    terminal.kill(signal.SIGCONT)
    wait_painted(terminal, told, "halvskri")
    wait_painted(terminal, told, "PgDn nästa")
    wait_painted(terminal, told, "› 1 Hemsjukvård")
    terminal.send(f"ven{Key.ENTER}")
    terminal.wait_for("› 2 halvskriven")
    leave(terminal)


def wait_painted(terminal: Terminal, told: int, text: str) -> None:
    """Wait until the text stands on a screen of which nothing from before is left."""

    def painted() -> bool:
        fresh = Replay(80, 24)
        fresh.feed(terminal.output[told:])
        return any(text in row for row in fresh.rows())

    terminal.wait_until(painted, f"{text!r} was not painted anew")


def wait_stopped(terminal: Terminal) -> None:
    """Wait until the system says that the program is stopped, and read what it wrote until then."""
    seen = os.WSTOPPED | os.WNOHANG
    terminal.wait_until(
        lambda: os.waitid(os.P_PID, terminal.pid, seen) is not None, "the program was not stopped"
    )
    terminal.screen()
