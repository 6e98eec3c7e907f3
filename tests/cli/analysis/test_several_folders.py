"""More folders than one from the shell: given or set, they are found in, listed and counted as one, and only the first is written in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files.paths import settings_path
from tests.support.shell import Shell

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def others(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ekerö in the folder in use, Botkyrka and Salem in another."""
    there = Shell(tmp_path / "söder", monkeypatch)
    monkeypatch.setattr("diskussion_tui.workshop.clock.local_now", shell.clock)
    for one, name, said in (
        (shell, "Ekerö", "Bort med faxen"),
        (there, "Botkyrka", "Fax eller brev"),
        (there, "Botkyrka", "Köer"),
        (there, "Salem", "Köer"),
    ):
        if not any(name in path.name for path in one.folder.glob("*.toml")):
            one.runs("new", name)
        shell.clock.passes(days=1)
        assert one.runs("note", name, "-q", "B.2", "-k", "avveckla", *said.split()).code == 0
    return there.folder


def _file(folder: Path, name: str) -> Path:
    (found,) = folder.glob(f"*{name}*.toml")
    return found


def _as_it_lies(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_what_lies_in_another_folder_is_found_and_listed_with_the_name_of_the_folder(
    shell: Shell, others: Path
) -> None:
    said = shell.runs("find", "fax", "--also", str(others))
    assert said.lines == [
        "2026-05-13  Botkyrka  söder",
        "  B 2 − Fax eller brev",
        "2026-05-12  Ekerö  diskussioner",
        "  B 2 − Bort med faxen",
    ]
    listed = shell.runs("list", "--also", str(others)).lines
    assert sorted(row.split()[1:3] for row in listed) == [
        ["Botkyrka", "söder"],
        ["Ekerö", "diskussioner"],
        ["Salem", "söder"],
    ]
    found = json.loads(shell.runs("find", "köer", "--json", "--also", str(others)).out)
    assert {one["file"] for one in found} == {str(_file(others, "Botkyrka")), str(_file(others, "Salem"))}


def test_one_folder_alone_is_named_nowhere(shell: Shell, others: Path) -> None:
    assert shell.runs("find", "fax").lines[0] == "2026-05-12  Ekerö"
    assert "diskussioner" not in shell.runs("list").out
    assert others.is_dir()


def test_a_compilation_counts_every_folder_and_is_the_same_the_next_day(shell: Shell, others: Path) -> None:
    before = _as_it_lies(others)
    assert "3 diskussioner" in shell.runs("compile", "Våren", "--also", str(others)).out
    assert "Samma" in shell.runs("verify", "Våren", "--also", str(others)).out
    assert (
        shell.runs("verify", "Våren").code == 1
    )  # without the folder the numbers are others, and that is said
    assert _as_it_lies(others) == before
    assert (shell.folder / "sammanstallning" / "Våren").is_dir()


def test_the_folders_that_are_set_are_read_until_others_are_given(
    shell: Shell, others: Path, tmp_path: Path
) -> None:
    said = shell.runs("settings", "set", "folders", str(others), str(tmp_path / "borta"))
    assert (said.code, said.err) == (0, f"folders är nu {others}, {tmp_path / 'borta'}.\n")
    (tmp_path / "borta").mkdir()
    assert len(shell.runs("list").lines) == 3
    assert len(shell.runs("list", "--also", str(tmp_path / "borta")).lines) == 1
    shown = shell.runs("settings", "--json").json()["settings"]["folders"]
    assert shown == {"value": [str(others), str(tmp_path / "borta")], "from": "file"}
    assert f"folders = {others}, {tmp_path / 'borta'}   (ur filen)" in shell.runs("settings").out
    assert shell.runs("settings", "set", "folders", str(others)).code == 0
    assert f'folders = ["{others}"]\n' in settings_path().read_text(encoding="utf-8")
    assert shell.runs("settings", "set", "folders", "").err == "folders är borttagen ur filen.\n"
    assert len(shell.runs("list").lines) == 1


def test_a_setting_that_is_no_list_is_told_of_and_counts_for_nothing(shell: Shell, others: Path) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(f'folders = "{others}"\n', encoding="utf-8")
    said = shell.runs("list")
    assert len(said.lines) == 1
    assert 'folders  här ska stå en lista  folders = ["…"]' in said.err


def test_a_folder_that_is_given_must_be_there_and_one_that_is_set_and_away_is_told_of(
    shell: Shell, others: Path, tmp_path: Path
) -> None:
    said = shell.runs("find", "fax", "--also", str(tmp_path / "ingen"))
    assert (said.code, said.out) == (2, "")
    assert f"Mappen {tmp_path / 'ingen'} finns inte" in said.err
    shell.runs("settings", "set", "folders", str(others), str(tmp_path / "ingen"))
    said = shell.runs("find", "köer", "--count")
    assert (said.code, said.out) == (0, "2\n")
    assert "En mapp går inte att läsa. Diskussionerna i den är inte med:" in said.err
    assert str(tmp_path / "ingen") in said.err


def test_every_folder_is_looked_over_that_is_there_and_one_that_is_named_alone(
    shell: Shell, others: Path, tmp_path: Path
) -> None:
    shell.runs("settings", "set", "folders", str(others), str(tmp_path / "ingen"))
    (others / "recept.toml").write_text("mat = 1\n", encoding="utf-8")
    said = shell.runs("doctor")
    assert said.code == 1
    *away, first, second = said.err.splitlines()
    assert (first.partition(": ")[0], second.partition(": ")[0]) == (str(shell.folder), str(others))
    assert str(tmp_path / "ingen") in " ".join(away)
    for folder, code in ((shell.folder, 0), (others, 1)):
        said = shell.runs("doctor", str(folder), anywhere=True)
        assert said.code == code
        assert said.err.splitlines()[-1].endswith(f"{folder}.") == (code == 0)
        assert ("recept.toml" in said.out) == bool(code)


def test_what_is_said_in_a_discussion_stays_in_its_folder_and_a_new_one_begins_in_the_first(
    shell: Shell, others: Path
) -> None:
    ours = _as_it_lies(shell.folder)
    assert (
        shell.runs("note", "Salem", "-q", "B.2", "-k", "avveckla", "Hemsjukvård", "--also", str(others)).code
        == 0
    )
    assert _as_it_lies(shell.folder) == ours
    assert "Hemsjukvård" in shell.runs("show", "Salem", "--also", str(others)).out
    assert "Hemsjukvård" in _file(others, "Salem").read_text(encoding="utf-8")
    theirs = _as_it_lies(others)
    assert shell.runs("new", "Nacka", "--also", str(others)).code == 0
    assert _as_it_lies(others) == theirs
    assert len(list(shell.folder.glob("*Nacka*.toml"))) == 1


def test_what_is_removed_for_good_is_removed_where_it_lies(shell: Shell, others: Path) -> None:
    said = shell.runs("purge", "Salem", "--yes", "--yes", "--also", str(others))
    assert said.code == 0
    assert not list(others.glob("*Salem*.toml"))
    assert len(shell.runs("list", "--also", str(others)).lines) == 2
