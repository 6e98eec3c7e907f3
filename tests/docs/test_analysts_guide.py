"""The analyst's guide says what the program does: every command in it is run, in its order, on made-up discussions."""

from __future__ import annotations

import datetime as dt
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.shell import Shell
from tools.corpus import generate

if TYPE_CHECKING:
    import pytest

GUIDE = Path(__file__).parents[2] / "docs" / "utredaren.md"
ANSWERS = {"find": {0, 1}, "agree": {2}}
"""Exit codes that are right besides 0: few discussions may hold no hit, and nobody has coded yet who could agree."""


def commands() -> list[list[str]]:
    blocks = re.findall(r"```\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    lines = (shlex.split(line) for block in blocks for line in block.splitlines())
    return [line[1:] for line in lines if line[0] == "diskussion"]


def test_every_command_of_the_guide_does_what_it_is_there_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shell = Shell(tmp_path / "ovning", monkeypatch)
    shell.clock.at += dt.timedelta(days=200)
    generate(shell.folder, 16, seed=1, notes=8)
    monkeypatch.chdir(tmp_path)
    given = commands()
    assert {line[0] for line in given} >= {"doctor", "list", "find", "compile", "code", "agree", "verify"}
    for line in given:
        said = shell.runs(*line)
        assert said.code in ANSWERS.get(line[0], {0}), (line, said.err)
    assert (tmp_path / "kodning.csv").is_file()
