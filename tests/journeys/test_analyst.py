"""An analyst's morning: three hundred discussions, a question put to them, what they say together, and proof of every number."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.said import said_in
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.store.files.codec import read
from tests.support.shell import Shell
from tools.corpus import generate

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.analysis.said import Said
    from tools.corpus import Corpus

NAME, ASKED = "Våren 2026", "från:2026-02 till:2026-04"


@pytest.fixture
def made(tmp_path: Path) -> Corpus:
    return generate(tmp_path / "diskussioner", 300, seed=3, notes=4, quick=True)


@pytest.fixture
def shell(made: Corpus, monkeypatch: pytest.MonkeyPatch) -> Shell:
    shell = Shell(made.files[0].parent, monkeypatch)
    shell.clock.at = dt.datetime(2026, 11, 26, 9, 0, tzinfo=shell.clock.at.tzinfo)
    return shell


def counted(made: Corpus) -> list[Said]:
    """What is asked for, read from the files by themselves."""
    of_spring = [path for path in made.files if "2026-02" <= path.stem.split("_")[2] < "2026-05"]
    sessions = (session_of(read(path.read_bytes()).versions) for path in of_spring)
    return [one for session in sessions for one in said_in(session) if one.in_force]


def test_from_a_folder_of_files_to_numbers_that_somebody_else_can_check(shell: Shell, made: Corpus):
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in made.files}
    spring = counted(made)
    assert len(shell.runs("list").lines) == 300

    faxes = shell.runs("find", "fax", "--json").json()
    assert faxes
    assert all("fax" in str(one).casefold() for one in faxes)

    said = shell.runs("compile", NAME, ASKED)
    assert said.code == 0, said.err
    heads = len({one.discussion.id for one in spring})
    assert f"{heads} diskussioner" in said.lines[2]
    assert f"{len(spring)} anteckningar" in said.lines[2]
    verified = shell.runs("verify", NAME)
    assert (verified.code, verified.out.split(":")[0]) == (0, "Samma")

    # Nothing of all this has touched a discussion; what comes next is somebody else's hand.
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in made.files} == before
    path = next(
        path for path in made.files if "_2026-03-" in path.name and b'kind = "avveckla"' in path.read_bytes()
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r'(\[\[notes\]\][^\[]*kind = )"avveckla"', r'\1"nyutveckla"', text, count=1), encoding="utf-8"
    )
    assert path.read_text(encoding="utf-8") != text

    moved = shell.runs("verify", NAME)
    assert moved.code == 1
    changed, *numbers = moved.lines[1:]
    assert changed.endswith(
        f"2026-03-{path.stem[-2:]} {session_of(read(path.read_bytes()).versions).head.name}"
    )
    assert any(re.search(r"Avveckla: (\d+) → (\d+)", line) for line in numbers)
    assert any(re.search(r"Nyutveckla: (\d+) → (\d+)", line) for line in numbers)
    assert len(numbers) == 2
