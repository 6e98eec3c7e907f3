"""No network, and nothing written outside the folder of discussions: watched while the program runs, not read in its source."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.terminal import Key, Terminal
from diskussion_tui.cli.kit.commands import COMMANDS
from diskussion_tui.store.session.reading import read_session
from tests.support import audited
from tests.support.desk import Desk, go_to, leave
from tests.support.every_command import COMMANDS_RUN

DEVICES = {"/dev/null", "/dev/tty"}
ROOT = Path(__file__).parents[2]
FOLDER = ("--sessions", "diskussioner")
READER = "'-m', 'diskussion_tui.intake.worker'], None, None)"
"""The one program that is started: ourselves, to read a file in, shut off from disk and network (tests/intake/test_worker.py)."""
ON_SCREEN = {"start", "practise", "storbild"}


class Watched:
    """A laptop on which the program is watched."""

    def __init__(self, place: Path) -> None:
        self.desk = Desk(place)
        self.log = place / "log"
        self.work = place / "arbete"
        self.work.mkdir()
        self.sessions = self.work / "diskussioner"

    @property
    def program(self) -> list[str]:
        return [sys.executable, "-B", audited.__file__, str(self.log)]

    @property
    def env(self) -> dict[str, str]:
        return {**self.desk.env, "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}

    def runs(self, *given: str) -> int:
        command = [*self.program, *given, *FOLDER]
        return subprocess.run(
            command, cwd=self.work, env=self.env, capture_output=True, check=False
        ).returncode

    def starts(self, *given: str) -> Terminal:
        return Terminal([*self.program, *given, *FOLDER], env=self.env, cwd=self.work)

    def elsewhere(self) -> list[str]:
        """What was reached or changed outside the folder of discussions."""
        rows = (row.split("\t") for row in self.log.read_text(encoding="utf-8").splitlines())
        return [
            f"{event} {what}"
            for event, what in rows
            if not (
                self._is_ours(what) or what in DEVICES or (event == "subprocess.Popen" and READER in what)
            )
        ]

    def _is_ours(self, what: str) -> bool:
        own = self.desk.place / "data" / "diskussion-tui" / "reserv"
        if what in map(str, own.parents) and Path(what).is_relative_to(self.desk.place):
            return True  # the folders that lead to the refuge, made when something is removed for good
        if _tells_who_writes(Path(what)):
            return True
        return Path(what).is_relative_to(self.sessions) or Path(what).is_relative_to(own)

    def left_behind(self) -> list[str]:
        """The files that lie anywhere on the laptop but in the folder of discussions."""
        found = (one for one in self.desk.place.rglob("*") if one.is_file() and one != self.log)
        told = (
            self.desk.place / "data" / "diskussion-tui" / "reserv"
        )  # what was removed for good, without a word of it
        return [
            str(one)
            for one in found
            if not (one.is_relative_to(self.sessions) or _tells_who_writes(one))
            and not (one.is_relative_to(told) and one.name == "rensade.toml")
        ]


def _tells_who_writes(path: Path) -> bool:
    """Whether a file is the one that keeps who writes at this machine: a made-up id, and not a word that was said."""
    named = path.match("data/diskussion-tui/skribent-*.txt")
    if named and path.exists():
        assert set(path.read_text(encoding="utf-8")) <= set("skriv-0123456789abcdefghijklmnopqrstuvwxyz\n")
    return named


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def _notes(folder: Path) -> dict[str, str]:
    """What stands in the commands for the ids of notes, in the order in which they were made."""
    files = sorted(folder.glob("*.toml"))
    session = read_session(files[0]).session if files else None
    ids = sorted({key[1] for key in session.versions if key[0] == "notes"}) if session else []
    return dict(zip(("NOTE", "OTHER", "MERGED"), ids, strict=False))


def test_no_command_opens_a_connection_or_writes_outside_the_folder_of_discussions(watched: Watched) -> None:
    for given in COMMANDS_RUN:
        known = _notes(watched.sessions)
        assert watched.runs(*(known.get(word, word) for word in given)) == 0, given
    assert watched.elsewhere() == []
    assert watched.left_behind() == []
    assert "open" in watched.log.read_text(encoding="utf-8"), "the hook hears what is written"


def test_every_command_is_among_those_that_are_watched() -> None:
    assert {given[0] for given in COMMANDS_RUN} | ON_SCREEN >= COMMANDS.keys()


@pytest.mark.xdist_group("terminal")
def test_an_evening_on_the_screen_opens_no_connection_and_writes_nowhere_else(watched: Watched) -> None:
    with watched.starts("start", "Ekerö") as terminal:
        terminal.wait_for("PgDn nästa")
        go_to(terminal, "B.2", " 2  ")
        terminal.send(f">Hemsjukvård{Key.ENTER}")
        terminal.wait_for("› 1 Hemsjukvård")
        terminal.send("halvskri")
        terminal.wait_for("halvskri")
        leave(terminal)
    with watched.starts() as terminal:
        terminal.wait_for("Ekerö")
        terminal.send("hemsjuk")
        terminal.wait_for("Hemsjukvård")
        leave(terminal)
    with watched.starts("practise") as terminal:
        terminal.wait_for("PgDn nästa")
        leave(terminal)
    with watched.starts("storbild", "ekerö") as terminal:
        terminal.wait_for("VIDAREUTVECKLA")
        leave(terminal)
    assert watched.elsewhere() == []
    assert watched.left_behind() == []


WATCHING = """
import contextlib, os, pathlib, socket, subprocess, sys
from tests.support.audited import told
path, heard = pathlib.Path(sys.argv[1]), []
sys.addaudithook(lambda event, arguments: heard.extend(told(event, arguments)))
with contextlib.suppress(OSError):
    exec(sys.argv[2])
os._exit(0 if heard else 1)
"""


@pytest.mark.parametrize(
    ("way", "heard"),
    [
        ("path.write_text('x')", True),
        ("path.open('ab')", True),
        ("os.open(path, os.O_CREAT | os.O_WRONLY)", True),
        ("path.mkdir()", True),
        ("path.symlink_to('x')", True),
        ("os.utime(path.parent)", True),
        ("__import__('sqlite3').connect(path)", True),
        ("__import__('shutil').copy(os.__file__, path)", True),
        ("socket.create_connection(('127.0.0.1', 9), timeout=0.1)", True),
        ("socket.getaddrinfo('localhost', 9)", True),
        ("subprocess.run(['true'])", True),
        ("os.system('true')", True),
        ("open(os.__file__).read()", False),
        ("list(path.parent.iterdir())", False),
        ("__import__('asyncio').new_event_loop()", False),
    ],
)
def test_the_watch_hears_every_way_out_and_no_looking(tmp_path: Path, way: str, heard: bool) -> None:
    done = subprocess.run(
        [sys.executable, "-B", "-c", WATCHING, tmp_path / "fil", way], cwd=ROOT, check=False
    )
    assert (done.returncode == 0) == heard
