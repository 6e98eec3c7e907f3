"""How the benchmarks run our own program: where it is, its environment, and the discussions it opens.

The discussions are made with the program's own commands, once in a run, and copied for every case: a case
that types into a discussion must not leave it longer for the next one. Folders of many discussions are copies
of a single one under other names, and are shared, since those that only list and search leave them alone.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from benchmarks.measure import DidNotRun
from benchmarks.terminal import Key, Terminal, ctrl
from diskussion_tui.base.ids import next_id

HOME_MARKER = "Ny diskussion"
"""Stands on the home screen."""

WALK_MARKER = "PgDn"
"""Stands in the footer of every step of the walk."""

NAME = "Bench"
"""The discussion that the cases open."""

QUESTION = "B.2"
"""The question that holds the notes."""

NOTE_WORD = "uppslag"
"""Stands in every note and nowhere else, so that a case can tell that the notes really are in view."""

_SESSION_ID = re.compile(r'^id = "(\w+)"$', re.MULTILINE)

_TOPICS = ("hemsjukvård dygnet runt", "färre dubbla remisser", "en ingång för alla", "mobila team på kvällar")


def program() -> str:
    """Return the installed program, or say that it is not there."""
    beside_python = Path(sys.executable).with_name("diskussion")
    found = str(beside_python) if beside_python.exists() else shutil.which("diskussion")
    if found is None:
        raise DidNotRun("diskussion is not installed")
    return found


def environment(scratch: Path) -> dict[str, str]:
    """Return what fences the program off from the settings and files of whoever runs the benchmarks.

    Byte code is kept, whatever the environment says: compiling the sources is no part of any but the first start.
    """
    kinds = ("CONFIG", "DATA", "STATE", "CACHE")
    places = {f"XDG_{kind}_HOME": str(scratch / "xdg" / kind.lower()) for kind in kinds}
    return {**places, "HOME": str(scratch / "xdg"), "PYTHONDONTWRITEBYTECODE": ""}


def run(arguments: Sequence[str | Path], scratch: Path, stdin: str = "") -> str:
    """Run a command of the program to its end and return what it said."""
    done = subprocess.run(
        [program(), *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=_with_own(environment(scratch)),
        cwd=scratch,
        timeout=120,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or f"code {done.returncode}").splitlines()[-1]
        raise DidNotRun(f"diskussion {arguments[0]}: {last}")
    return done.stdout


class Discussions:
    """Folders of discussions, made when first asked for and handed out as fresh copies."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._numbers = count()
        (scratch / "made").mkdir(exist_ok=True)

    def empty(self) -> Path:
        """Return a folder without discussions."""
        return self._copied(self._made("0 sessions", lambda _: None))

    def with_notes(self, notes: int) -> Path:
        """Return a folder with one discussion, `NAME`, that has so many notes on `QUESTION`."""
        return self._copied(self._with_notes(notes))

    def many(self, sessions: int, notes: int = 0) -> Path:
        """Return a folder with so many discussions of so many notes each. It is shared: only look at it."""
        return self._made(
            f"{sessions} sessions of {notes} notes", lambda folder: self._make_many(folder, sessions, notes)
        )

    def _with_notes(self, notes: int) -> Path:
        return self._made(f"{notes} notes", lambda folder: self._make_notes(folder, notes))

    def _copied(self, made: Path) -> Path:
        """Return a copy of a folder that a case may do with as it likes."""
        return Path(shutil.copytree(made, self._scratch / f"copy {next(self._numbers)}"))

    def _made(self, what: str, make: Callable[[Path], None]) -> Path:
        """Return the folder called `what`, which `make` fills the first time; a half-made one is not kept."""
        made = self._scratch / "made" / what
        if not made.exists():
            unfinished = made.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(made)
        return made

    def _make_many(self, folder: Path, sessions: int, notes: int) -> None:
        """Make copies of one discussion with ids and names of their own."""
        text = next(self._with_notes(notes).glob("*.toml")).read_text(encoding="utf-8")
        own_id = _SESSION_ID.search(text)
        if own_id is None:
            raise DidNotRun("a discussion has no id")
        last = own_id[1]
        for number in range(1, sessions + 1):
            last = next_id(0, 0, last)
            copy = text.replace(own_id[1], last).replace(f'name = "{NAME}"', f'name = "{NAME} {number}"', 1)
            (folder / f"{NAME} {number}.toml").write_text(copy, encoding="utf-8")

    def _make_notes(self, folder: Path, notes: int) -> None:
        """Make one discussion and put all its notes on one question."""
        run(["new", NAME, "--sessions", folder], self._scratch)
        if not notes:
            return
        lines = (f"{NOTE_WORD} {n}: {_TOPICS[n % len(_TOPICS)]}\n" for n in range(1, notes + 1))
        arguments = ["note", NAME, "--question", QUESTION, "--kind", "avveckla", "--sessions", folder]
        run(arguments, self._scratch, stdin="".join(lines))


def go_to_question(terminal: Terminal) -> None:
    """Walk to `QUESTION` by its name, and see that its notes are in view."""
    terminal.wait_for(WALK_MARKER)
    for keys in (ctrl("g"), QUESTION, Key.ENTER):
        terminal.idle()
        terminal.send(keys)
    terminal.wait_for(NOTE_WORD)


def sees_notes(terminal: Terminal) -> bool:
    """Say whether notes of `QUESTION` stand on the screen."""
    return terminal.shows(NOTE_WORD)


def _with_own(extra: dict[str, str]) -> dict[str, str]:
    """Lay `extra` over the environment of this process."""
    return {**os.environ, **extra}
