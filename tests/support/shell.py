"""Somebody at the shell: runs `diskussion` in this process, with streams of its own, and reads what came out."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from diskussion_tui.cli.main import main
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.texts import words
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import FixedClock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

    from diskussion_tui.domain.workbook.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class Screen(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Shell:
    """A shell with a folder of discussions. `clock` is the time that the commands see."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.clock = FixedClock()
        self._patch = monkeypatch
        monkeypatch.setattr("diskussion_tui.workshop.clock.local_now", self.clock)

    def runs(
        self,
        *given: str,
        stdin: str | bytes = b"",
        terminal: bool = False,
        encoding: str = "utf-8",
        anywhere: bool = False,
    ) -> Said:
        """Run a command on the folder, unless it is to be run `anywhere`; its exit code and what it wrote."""
        data = stdin.encode() if isinstance(stdin, str) else stdin
        kind = Screen if terminal else io.TextIOWrapper
        written = io.BytesIO(), io.BytesIO()
        with self._patch.context() as patch:
            patch.setattr(sys, "stdin", kind(io.BytesIO(data), encoding=encoding))
            patch.setattr(sys, "stdout", kind(written[0], encoding=encoding))
            patch.setattr(sys, "stderr", kind(written[1], encoding=encoding))
            where = () if anywhere else ("--sessions", str(self.folder))
            code = main([*where, *given])
            sys.stdout.flush()
            sys.stderr.flush()
            said = Said(code, *(one.getvalue().decode(encoding) for one in written))
            assert "{key_" not in said.out + said.err, "the shell has no keys of the screen to speak of"
            return said

    def creates(self, name: str) -> Path:
        """A new discussion of the default workbook, on the day of the clock."""
        workshop = Workshop.begin(self.folder, name, self.workbook(), now=self.clock)
        assert workshop.close() == ""
        return workshop.path

    def opens(self, path: Path) -> Workshop:
        """A discussion to do things in that the shell has no command for; whoever opens it closes it."""
        return Workshop.open(path, self.workbook(), now=self.clock, steady=self.clock.steady)

    def workbook(self) -> Workbook:
        found = read_workbook(default_workbook(), words("sv")).workbook
        assert found
        return found


def really(
    *given: str, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m diskussion_tui` as a process of its own, in pipes."""
    command: Sequence[str] = (sys.executable, "-m", "diskussion_tui", *given)
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=env)
