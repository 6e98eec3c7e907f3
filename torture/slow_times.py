"""How long people wait for a folder on a share that takes its time for every call, in calls that are waited for one after the other.

    python -m torture.slow_times --delay 0.1 --discussions 100

The same is done on a disk of this machine and on the share; what the share adds, divided by what a call takes there, is how many
answers are waited for one after the other. Beside that stand the seconds. Needs what `slow_share.py` needs.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.terminal import Terminal, ctrl
from torture.desk import program
from torture.slow_share import SlowShare, why_not

if TYPE_CHECKING:
    from collections.abc import Callable

    Job = Callable[[Path], float]

_ID = re.compile(r'id = "([0-9A-Z]+)"')
_PATIENCE = 60.0
_SAVED = "✓ sparat"
_NOTES = 3
_AT_ONCE = 0.3
"""Seconds within which a note that is not on disk yet is shown as such."""


class Office:
    """A home and settings of its own, and a folder with so many discussions."""

    def __init__(self, place: Path, discussions: int) -> None:
        self.place, self.folder = place, place / "diskussioner"
        self.env = {"HOME": str(place / "hem"), "XDG_DATA_HOME": str(place / "data"), "TZ": "UTC"}
        self.runs("new", "Mottagning 0", folder=self.folder)
        (first,) = self.folder.glob("*.toml")
        said = first.read_text(encoding="utf-8")
        found = _ID.search(said)
        if found is None:
            raise ValueError("the new discussion has no id")
        for number in range(1, discussions):
            other = said.replace(found[1], f"{found[1][:-5]}{number:05d}").replace(
                "Mottagning 0", _name(number)
            )
            first.with_name(first.name.replace("-0_", f"-{number}_")).write_text(other, encoding="utf-8")

    def runs(self, *given: str, folder: Path) -> float:
        """Run a command; the seconds that it took. Raises `CalledProcessError`."""
        begun = time.perf_counter()
        subprocess.run(
            [str(program()), *given, "--sessions", str(folder)],
            env={**os.environ, **self.env},
            check=True,
            capture_output=True,
        )
        return time.perf_counter() - begun

    def note(self, discussion: Callable[[Path], str]) -> Job:
        """A note into a discussion, called what it is in a folder."""
        return lambda folder: self.runs(
            "note", discussion(folder), "-q", "B.2", "-k", "avveckla", "Fax", folder=folder
        )

    def first_rows(self, folder: Path) -> float:
        """Home, until a discussion can be seen."""
        begun = time.perf_counter()
        with Terminal([str(program()), "--sessions", str(folder)], env=self.env, cwd=self.place) as terminal:
            terminal.wait_for("Mottagning", _PATIENCE)
            took = time.perf_counter() - begun
            terminal.send(ctrl("q"))
            terminal.exit_code(_PATIENCE)
        return took

    def saved(self, folder: Path) -> float:
        """From Enter behind a note in a new discussion until the screen calls it saved; 0 where it never called it unsaved."""
        command = [str(program()), "start", f"Skriven i {folder.name}", "--sessions", str(folder)]
        with Terminal(command, env=self.env, cwd=self.place) as terminal:
            terminal.wait_for(_SAVED, _PATIENCE)
            for number in range(_NOTES):  # the first opens what the others find open
                terminal.send(f"Fax {number}\r")
                begun = time.perf_counter()
                try:
                    terminal.wait_gone(_SAVED, _AT_ONCE)
                except AssertionError:
                    return 0.0
                terminal.wait_for(_SAVED, _PATIENCE)
            took = time.perf_counter() - begun
            terminal.send(ctrl("q"))
            terminal.exit_code(_PATIENCE)
        return took

    def leaving(self, folder: Path) -> float:
        """From Ctrl+Q, in a new discussion that is saved, to the end of the program."""
        command = [str(program()), "start", f"Lämnad i {folder.name}", "--sessions", str(folder)]
        with Terminal(command, env=self.env, cwd=self.place) as terminal:
            terminal.wait_for(_SAVED, _PATIENCE)
            begun = time.perf_counter()
            terminal.send(ctrl("q"))
            terminal.exit_code(_PATIENCE)
            return time.perf_counter() - begun


def _name(number: int) -> str:
    return f"Mottagning {number}"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long people wait for a slow share.")
    parser.add_argument("--delay", type=float, default=0.1, help="seconds a call")
    parser.add_argument("--discussions", type=int, default=100)
    given = parser.parse_args()
    if why := why_not():
        print(f"no share: {why}")
        return 1
    with tempfile.TemporaryDirectory(prefix="slow-") as place:
        office, mount = Office(Path(place), given.discussions), Path(place) / "andel"

        def file(number: int) -> Callable[[Path], str]:
            (found,) = office.folder.glob(f"*-{number}_*.toml")
            return lambda folder: str(folder / found.name)

        jobs: dict[str, Job] = {
            "note, by name": office.note(lambda _folder: _name(7)),
            "note, by name, once more": office.note(lambda _folder: _name(7)),
            "note, by path": office.note(file(8)),
            "list": lambda folder: office.runs("list", folder=folder),
            "home, first rows": office.first_rows,
            "a note, until shown saved": office.saved,
            "Ctrl+Q in a discussion": office.leaving,
        }
        here = {name: job(office.folder) for name, job in jobs.items()}
        with SlowShare(office.folder, mount, delay=given.delay):
            there = {name: job(mount) for name, job in jobs.items()}
    print(f"{given.discussions} discussions, {given.delay:g} s a call")
    for name in jobs:
        calls = (there[name] - here[name]) / given.delay
        print(f"{name:28} {there[name]:5.2f} s, here {here[name]:5.2f} s: {calls:5.1f} answers")
    return 0


if __name__ == "__main__":
    sys.exit(main())
