"""The guide to making a workbook does what it says: its commands run as they stand there, and its table names what a workbook has."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.content.source import shipped_workbooks
from diskussion_tui.texts import words
from tests.intake.test_guides import in_word
from tests.support.shell import Shell

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "arbetsbok.md").read_text(encoding="utf-8")
COMMANDS = [
    line.removeprefix("diskussion ")
    for sort, block in re.findall(r"```(\w*)\n(.*?)```", GUIDE, re.DOTALL)
    if not sort
    for line in block.splitlines()
    if line.startswith("diskussion ")
]
STARTS = (ROOT / "src/diskussion_tui/content/starts/sv.toml").read_text(encoding="utf-8")


def _once() -> None:
    raise KeyboardInterrupt


def test_every_command_of_the_guide_runs_as_it_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(tmp_path / "diskussioner", monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("diskussion_tui.cli.kit.watching.wait", _once)
    (tmp_path / "samtalsguide.docx").write_bytes(in_word())
    assert len(COMMANDS) > 6
    for given in COMMANDS:
        if "new" in given:
            (tmp_path / "vart-hafte.toml").unlink(missing_ok=True)
        if not given.startswith("start "):  # which needs a terminal
            assert shell.runs(*shlex.split(given), anywhere=True).code == 0, given


def test_the_guide_tells_of_every_table_that_a_workbook_has() -> None:
    tables = set(re.findall(r"^\[\[?(\w+)[\].]", STARTS, re.MULTILINE))
    assert {one for one in tables if f"[{one}" not in GUIDE} == set()


def test_the_guide_tells_of_every_workbook_that_ships() -> None:
    assert re.findall(r"^\| \[`([\w-]+)`\]", GUIDE, re.MULTILINE) == list(shipped_workbooks())


def test_what_the_guide_says_of_what_is_wrong_is_what_the_check_says() -> None:
    said = vars(words("sv").problems)
    known = [
        re.sub(r"”?\{\w+\}”?", "…", text).split(":")[0] for text in said.values() if isinstance(text, str)
    ]
    quoted = re.findall(r"^\| \*([^*]+)\* \|", GUIDE, re.MULTILINE)
    assert quoted
    assert [one for one in quoted if not any(text.startswith(one.rstrip(" …")) for text in known)] == []
