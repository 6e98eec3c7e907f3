"""A laptop with the installed program on it, used through a real terminal: what the end-to-end tests share."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.terminal import Key, Terminal, ctrl

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Desk:
    """A laptop with the program on it: a home and a folder of discussions of its own."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.sessions = place / "diskussioner"
        (place / "home").mkdir()

    @property
    def env(self) -> dict[str, str]:
        kinds = ("CONFIG", "DATA", "STATE", "CACHE")
        apart = {f"XDG_{kind}_HOME": str(self.place / kind.lower()) for kind in kinds}
        return {**apart, "HOME": str(self.place / "home"), "TZ": "Europe/Stockholm"}

    def starts(
        self,
        *arguments: str,
        by: Sequence[str] = (),
        size: tuple[int, int] = (80, 24),
        says: Mapping[str, str] | None = None,
    ) -> Terminal:
        """Start the installed program, `by` another command where one is given, in a terminal that `says` what it is."""
        beside = Path(sys.executable).with_name("diskussion")
        program = [beside] if beside.exists() else [sys.executable, "-m", "diskussion_tui"]
        given = [*by, *program, *arguments, "--sessions", self.sessions]
        columns, rows = size
        env = {**self.env, **(says or {})}
        return Terminal(given, columns=columns, rows=rows, env=env, cwd=self.place)

    def file(self) -> Path:
        (file,) = self.sessions.glob("*.toml")
        return file

    def reads(self) -> Mapping[str, Any]:
        """The one session file, as anybody's TOML reader has it."""
        return tomllib.loads(self.file().read_text(encoding="utf-8"))

    def notes(self) -> list[str]:
        """The texts of the notes in force."""
        return [note["text"] for note in self.reads().get("notes", ()) if not note.get("gone")]


def go_to(terminal: Terminal, step: str, sees: str) -> None:
    """Jump to a step and wait until it is there."""
    terminal.send(ctrl("g"))
    terminal.wait_for("Gå till")
    terminal.send(step + Key.ENTER)
    terminal.wait_gone("Gå till")
    terminal.wait_for(sees)


def leave(terminal: Terminal) -> None:
    """Ctrl+Q, and the program is gone."""
    terminal.send(ctrl("q"))
    assert terminal.exit_code() == 0
