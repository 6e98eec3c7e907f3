"""Leaving over a share that never answers again: the process ends within moments, and all that was called saved is there.

Once with a stand-in for the door to the disk whose calls never return, and a system that does not let the process go; once, as
root and where there is FUSE, with a share that really hangs.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.terminal import Key, ctrl
from diskussion_tui.store.session.reading import read_session
from tests.support.builders import texts_of
from tests.support.desk import Desk, go_to
from torture.slow_share import SlowShare, why_not

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.terminal import Terminal

SHELL_HAS_ITS_PROMPT = 20.0
"""Seconds: what leaving waits at the most for a disk (`tui.patience.LEAVING`), and what a busy machine adds."""
NEVER = """
import atexit, os, sys, threading
from pathlib import Path
from diskussion_tui.cli.main import main
from diskussion_tui.store.files import where
from diskussion_tui.store.files.fs import Fs

folder, hung = sys.argv[1], Path(sys.argv[1] + ".hung")
where._shares = lambda: frozenset({folder})

def never():
    while hung.exists():
        threading.Event().wait(600)

def at(one):
    return os.readlink(f"/proc/self/fd/{one}") if isinstance(one, int) else str(one)

def hangs(call):
    def called(self, *given, **named):
        if any(at(one).startswith(folder) for one in given if isinstance(one, int | Path)):
            never()
        return call(self, *given, **named)
    return called

for name, call in list(vars(Fs).items()):
    if callable(call) and not name.startswith("__"):
        setattr(Fs, name, hangs(call))
atexit.register(never)  # as a system does that waits for what has been asked of the share
sys.exit(main(sys.argv[sys.argv.index("start") :]))
"""

pytestmark = [
    pytest.mark.skipif(
        sys.platform != "linux", reason="elsewhere the system itself lets go, or nobody can tell"
    ),
    pytest.mark.xdist_group("terminal"),
]


def says(terminal: Terminal, text: str) -> None:
    go_to(terminal, "B.2", " 2  ")
    terminal.send(f">{text}{Key.ENTER}")


def leaves(terminal: Terminal) -> int:
    """Ctrl+Q; the exit code, which must come in time."""
    terminal.send(ctrl("q"))
    return terminal.exit_code(SHELL_HAS_ITS_PROMPT)


def test_a_door_that_never_opens_again_keeps_nobody_from_leaving(desk: Desk) -> None:
    hung = desk.sessions.with_name(f"{desk.sessions.name}.hung")
    with desk.starts("start", "Ekerö", by=(sys.executable, "-c", NEVER, str(desk.sessions))) as terminal:
        terminal.wait_for("✓ sparat")
        hung.touch()
        says(terminal, "Hemsjukvård")
        terminal.wait_for("sparat på annan plats")
        assert leaves(terminal) == 1
        said = " ".join(terminal.text().split())
        assert "Diskussionen är sparad i" in said
        assert "svarar inte" in said
    hung.unlink()
    with desk.starts("start", "Ekerö") as terminal:  # brings it home
        terminal.wait_for("Hemsjukvård")
        terminal.send(ctrl("q"))
        assert terminal.exit_code() == 0
    assert desk.notes() == ["Hemsjukvård"]


@pytest.fixture
def share(desk: Desk) -> Iterator[SlowShare]:
    if why := why_not():
        pytest.skip(why)
    with SlowShare(desk.place / "servern", desk.sessions) as share:
        yield share
        share.orders()
        share.thaw()


@pytest.mark.parametrize("way", ["every call hangs", "the server is gone"])
def test_a_share_that_hangs_in_everything_keeps_nobody_from_leaving(
    desk: Desk, share: SlowShare, way: str
) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        terminal.wait_for("✓ sparat")
        if way == "every call hangs":
            share.orders(hang=["*"])
        else:
            share.freeze()
        says(terminal, "Hemsjukvård")
        terminal.wait_for("sparat på annan plats")
        assert leaves(terminal) == 1
        assert "Diskussionen är sparad i" in " ".join(terminal.text().split())
    share.orders()
    share.thaw()
    with desk.starts("start", "Ekerö") as terminal:
        terminal.wait_for("Hemsjukvård")
        terminal.send(ctrl("q"))
        assert terminal.exit_code() == 0
    assert texts_of(read_session(desk.file()).session) == ["Hemsjukvård"]


def test_the_shell_has_its_prompt_again_once_a_command_has_given_up(desk: Desk, share: SlowShare) -> None:
    env = {**os.environ, **desk.env}
    command = [sys.executable, "-m", "diskussion_tui", "list", "--sessions", str(desk.sessions)]
    share.orders(hang=["*"])
    said = subprocess.run(
        [*command, "--patience", "0.5"], env=env, capture_output=True, text=True, timeout=60, check=False
    )
    assert said.returncode == 3
    assert "har inte svarat" in said.stderr


def test_a_screen_over_a_hung_share_is_left_as_soon_as_one_likes(desk: Desk, share: SlowShare) -> None:
    share.orders(hang=["*"])
    with desk.starts() as terminal:
        terminal.wait_for("Väntar på mappen")
        assert leaves(terminal) == 0
