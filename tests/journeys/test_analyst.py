"""An analyst's morning: three hundred discussions, a question put to them, themes, a colleague, and proof of every number."""

from __future__ import annotations

import datetime as dt
import re
import shutil
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
    from diskussion_tui.domain.session.session import Session
    from tools.corpus import Corpus

NAME, ASKED = "Våren 2026", "från:2026-02 till:2026-04"
THEMES = {
    "kontinuitet": "Kontinuitet, fast kontakt",
    "samordning": "Samordning och samverkan",
    "tillganglighet": "Tillgänglighet och väntetider",
    "digitalt": "Digitala möten och tjänster",
    "it-system": "Journal och IT-system",
}
"""What an analyst calls some of the themes that notes were made from; the others she finds to be none."""


@pytest.fixture
def made(tmp_path: Path) -> Corpus:
    return generate(tmp_path / "diskussioner", 300, seed=3, notes=4, quick=True)


@pytest.fixture
def shell(made: Corpus, monkeypatch: pytest.MonkeyPatch) -> Shell:
    shell = Shell(made.files[0].parent, monkeypatch)
    shell.clock.at = dt.datetime(2026, 11, 26, 9, 0, tzinfo=shell.clock.at.tzinfo)
    return shell


def session_in(path: Path) -> Session:
    return session_of(read(path.read_bytes()).versions)


def counted(made: Corpus) -> list[Said]:
    """What is asked for, read from the files by themselves."""
    of_spring = [path for path in made.files if "2026-02" <= path.stem.split("_")[2] < "2026-05"]
    return [one for path in of_spring for one in said_in(session_in(path)) if one.in_force]


def table(path: Path, decided: dict[str, str]) -> str:
    """Decisions as somebody keeps them in a spreadsheet."""
    rows = [f'{note};"{theme}"' for note, theme in decided.items()]
    path.write_text("\n".join(["anteckning;tema", *rows]), encoding="utf-8")
    return str(path)


def difference(line: str) -> int:
    """By how much a number moved, as it is told."""
    (found,) = re.findall(r"(\d+) → (\d+)", line)
    return int(found[1]) - int(found[0])


def test_from_a_folder_of_files_to_numbers_that_somebody_else_can_check(
    shell: Shell, made: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in made.files}
    spring = counted(made)
    assert len(shell.runs("list").lines) == 300

    faxes = shell.runs("find", "fax", "--json").json()
    assert faxes
    assert all("fax" in str(one).casefold() for one in faxes)

    said = shell.runs("compile", NAME, ASKED)
    assert said.code == 0, said.err
    assert f"{len({one.discussion.id for one in spring})} diskussioner" in said.lines[2]
    assert f"{len(spring)} anteckningar" in said.lines[2]
    folder = shell.folder / "sammanstallning" / NAME.replace(" ", "-")

    # Sixty notes are coded; a colleague has coded the same in a copy of the folder, and sees six of them otherwise.
    notes = [one.id for one in spring if made.themes[one.id] in THEMES][:60]
    assert len(notes) == 60
    mine = {note: THEMES[made.themes[note]] for note in notes}
    names = list(THEMES.values())
    hers = {
        note: names[(names.index(theme) + (place % 10 == 0)) % len(names)]
        for place, (note, theme) in enumerate(mine.items())
    }
    shutil.copytree(shell.folder, tmp_path / "hos kim")
    kim = Shell(tmp_path / "hos kim", monkeypatch)
    kim.runs("code", NAME, "--as", "kim", "--import", table(tmp_path / "kim.csv", hers))
    taken = shell.runs("code", NAME, "--as", "anna", "--import", table(tmp_path / "anna.csv", mine))
    assert "60 beslut" in taken.err, taken.err
    shutil.copy(next(kim.folder.rglob("beslut.kim.toml")), folder)

    # They agree on nine of ten; two of their themes are one, they find, and then on more.
    found = shell.runs("agree", NAME, "--json")
    assert found.code == 1, "some are coded differently"
    kappa = found.json()["overall"]["kappa"]
    assert 0.8 < kappa < 0.95
    shell.runs("code", NAME, "--as", "anna", "--merge", names[3], names[4])
    assert shell.runs("agree", NAME, "--json").json()["overall"]["notes"] == 60

    # Counted anew and verified: nothing of all this has touched a discussion.
    told = shell.runs("compile", NAME).out
    assert names[4] in told
    assert names[3] not in told
    verified = shell.runs("verify", NAME)
    assert (verified.code, verified.out.split(":")[0]) == (0, "Samma"), verified.out
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in made.files} == before

    # Somebody edits one file, and it is told which, and which numbers moved.
    path = next(
        one for one in made.files if "_2026-03-" in one.name and b'kind = "avveckla"' in one.read_bytes()
    )
    text = path.read_text(encoding="utf-8")
    edited = re.sub(r'(\[\[notes\]\][^\[]*kind = )"avveckla"', r'\1"nyutveckla"', text, count=1)
    path.write_text(edited, encoding="utf-8")
    assert edited != text
    moved = shell.runs("verify", NAME)
    changed, *numbers = moved.lines[1:]
    assert moved.code == 1
    assert changed.endswith(f"2026-03-{path.stem[-2:]} {session_in(path).head.name}")
    (fewer,) = [line for line in numbers if "Delar och kategorier" in line and "Avveckla" in line]
    (more,) = [line for line in numbers if "Delar och kategorier" in line and "Nyutveckla" in line]
    assert difference(fewer) == -1
    assert difference(more) == 1
