"""A laptop with the program on it: a home, settings and a folder of discussions of its own, and one discussion on it."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.terminal import Terminal

NAME = "Vårdcentralen Ekerö"
"""The discussion that is led."""

SABOTAGE = Path(__file__).with_name("sabotage")
"""Laid before the program's modules when the harness is to prove itself."""


class Desk:
    """A place of its own below the run's folder. `sabotage` names what is broken in the program on purpose."""

    def __init__(self, place: Path, sabotage: str = "") -> None:
        self.place = place
        self.sessions = place / "diskussioner"
        self._sabotage = sabotage
        (place / "home").mkdir(parents=True)

    @property
    def spill(self) -> Path:
        """Where the program puts what the folder does not take."""
        return self.place / "data" / "diskussion-tui" / "reserv"

    @property
    def env(self) -> dict[str, str]:
        """What fences the program off from the settings of whoever runs this."""
        kinds = ("CONFIG", "DATA", "STATE", "CACHE")
        apart = {f"XDG_{kind}_HOME": str(self.place / kind.lower()) for kind in kinds}
        broken = {"TORTURE_SABOTAGE": self._sabotage, "PYTHONPATH": str(SABOTAGE)} if self._sabotage else {}
        return {**apart, **broken, "HOME": str(self.place / "home"), "TZ": "Europe/Stockholm"}

    def starts(self, columns: int = 80, rows: int = 24) -> Terminal:
        """Start the program, straight into the discussion."""
        return Terminal(
            [*self._command("start"), NAME], columns=columns, rows=rows, env=self.env, cwd=self.place
        )

    def notes(self, question: str, text: str) -> subprocess.Popen[str]:
        """Start `diskussion note`; what it prints can be read from its output."""
        given = [*self._command("note"), NAME, "--question", question, text]
        return subprocess.Popen(
            given,
            env={**os.environ, **self.env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def _command(self, command: str) -> list[str]:
        return [str(program()), command, "--sessions", str(self.sessions)]


def program() -> Path:
    """Return the installed program, beside the interpreter that runs this."""
    found = Path(sys.executable).with_name("diskussion")
    if not found.exists():
        raise SystemExit("diskussion is not installed beside this python: run `uv sync` first")
    return found
