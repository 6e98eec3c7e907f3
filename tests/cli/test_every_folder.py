"""Every command, with more folders than one: it finds what lies in the second, or says by its nature that it begins in the first."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from diskussion_tui.cli.kit.commands import COMMANDS
from diskussion_tui.store.files.paths import LIVE
from diskussion_tui.store.session.reading import read_session
from tests.support.shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SALEM = (
    (("show", "salem"), "Köer"),
    (("start", "salem", "--line"), "Salem"),
    (("line", "salem"), "Salem"),
    (("list",), "Salem"),
    (("find", "köer"), "Köer"),
    (("index", "--status"), "1"),
    (("history", "salem"), "Köer"),
    (("note", "salem", "-q", "B.2", "-k", "avveckla", "Hemsjukvård 19121212-1212"), ""),
    (("mark", "salem", "NOTE", "--hands", "3"), ""),
    (("park", "salem", "NOTE"), ""),
    (("park", "salem", "NOTE", "--back"), ""),
    (("conclude", "salem", "--action", "Ring", "--section", "B"), ""),
    (("actions",), "Ring"),
    (("place", "salem", "NOTE", "Geriatrik"), ""),
    (("compass", "salem"), "Geriatrik"),
    (("rank", "salem", "B", "--dots", "3"), ""),
    (("plan", "salem", "--minutes", "A.1=9"), ""),
    (("details", "salem", "--unit", "Norr"), "Norr"),
    (("similar", "salem", "köer"), "Köer"),
    (("merge", "salem", "NOTE", "OTHER"), ""),
    (("split", "salem", "MERGED"), ""),
    (("personal", "salem"), "personnummer"),
    (("read", "salem"), "Köer"),
    (("compare", "salem", "salem"), ""),
    (("compile", "Provet"), "1 diskussion"),
    (("verify", "Provet"), "Samma"),
    (("code", "Provet", "--make", "Väntan"), ""),
    (("code", "Provet", "--set", "NOTE", "Väntan"), ""),
    (("code", "Provet", "--as", "bo", "--set", "NOTE", "Väntan"), ""),
    (("agree", "Provet"), ""),
    (("report", "salem", "--to", "md"), "Salem"),
    (("archive", "salem"), "Salem"),
    (("form", "--prefilled", "salem", "--out", "OUT"), "Salem"),
    (("import", "COPY"), "finns redan"),
    (("key-in",), "Salem"),
    (("doctor",), "Salem-kopia"),
    (("purge", "salem", "--note", "NOTE", "--yes", "--yes"), ""),
    (("dispose", "salem", "--decision", "2026:1", "--yes", "--yes"), ""),
)
"""Commands in the order in which each has something to do with the one discussion there is, and what is said of it."""
TELLS_OF_MORE = {"personal", "doctor", "purge", "dispose"}
"""What ends with 1 where there is something left that somebody should see."""
BEGIN_IN_THE_FIRST = {"new", "merge-tables"}
KNOW_NO_DISCUSSIONS = {"workbook", "check", "practise", "handbok", "settings", "completion"}
ON_THE_SCREEN = {"storbild"}
"""`tests/workshop/test_following.py` has it look into every folder."""


def _ids(folder: Path) -> dict[str, str]:
    """The notes in the order in which they came: one, another, and that which they were merged into."""
    files = sorted(folder.glob("*.toml"))
    session = read_session(files[0]).session if files else None
    ids = sorted({key[1] for key in session.versions if key[0] == "notes"}) if session else []
    return dict(zip(("NOTE", "OTHER", "MERGED"), ids, strict=False))


def test_every_command_knows_what_it_does_with_several_folders() -> None:
    named = {given[0] for given, _said in SALEM}
    assert named | BEGIN_IN_THE_FIRST | KNOW_NO_DISCUSSIONS | ON_THE_SCREEN == COMMANDS.keys()


def test_every_command_finds_a_discussion_that_lies_in_the_second_folder_and_leaves_it_there(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Shell(tmp_path / "söder", monkeypatch)
    monkeypatch.setattr("diskussion_tui.workshop.clock.local_now", shell.clock)
    there.runs("new", "Salem")
    there.runs("note", "salem", "-q", "B.2", "-k", "avveckla", "Köer")
    copy = tmp_path / "kopia.toml"
    for given, said in SALEM:
        if given[0] == "import":
            shutil.copy(next(there.folder.glob("*Salem_*.toml")), copy)
        if given[0] == "doctor":
            (there.folder / "Salem-kopia.toml").write_text("[session\n", encoding="utf-8")
        known = _ids(there.folder) | {"OUT": str(tmp_path / "ut"), "COPY": str(copy)}
        typed = "Salem\n2026-05-12\n" if given[0] == "key-in" else ""
        ran = shell.runs(*(known.get(word, word) for word in given), "--also", str(there.folder), stdin=typed)
        assert ran.code in ((0, 1) if given[0] in TELLS_OF_MORE else (0,)), (given, ran)
        assert said in ran.out + ran.err, (given, ran)
        if given[0] == "doctor":
            (there.folder / "Salem-kopia.toml").unlink()
        assert not list(shell.folder.glob("*Salem*")), given
    assert not list(there.folder.glob("*Salem_*.toml"))


def test_journals_of_a_discussion_without_a_file_are_removed_in_whichever_folder_they_lie(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Shell(tmp_path / "söder", monkeypatch)
    with_id = there.opens(there.creates("Salem"))
    session, path = with_id.session.id, with_id.path
    with_id.add_notes("B.2", ["Köer"], "avveckla")
    with_id.flush()
    left = {
        one: one.read_bytes()
        for one in (there.folder / LIVE).glob("*")
        if session in one.name and one.is_file()
    }
    with_id.close()
    path.unlink()
    for one, data in left.items():
        one.write_bytes(data)
    said = shell.runs("purge", session, "--yes", "--yes", "--also", str(there.folder))
    assert said.code == 0, said
    assert not [one for one in left if one.suffix == ".toml" and one.exists()]


def test_doctor_looks_into_every_folder_in_use_and_only_into_the_one_that_is_named(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Shell(tmp_path / "söder", monkeypatch)
    for one, name in ((shell, "Ekerö"), (there, "Salem")):
        one.runs("new", name)
        (one.folder / f"{name}-trasig.toml").write_text("[session\n", encoding="utf-8")
    said = shell.runs("doctor", "--also", str(there.folder))
    assert said.code == 1
    assert said.out.index(str(shell.folder)) < said.out.index("Ekerö-trasig.toml")
    assert said.out.index("Ekerö-trasig.toml") < said.out.index(str(there.folder))
    assert said.out.index(str(there.folder)) < said.out.index("Salem-trasig.toml")
    assert f"{there.folder}: 2 fel." in said.err
    found = shell.runs("doctor", "--json", "--also", str(there.folder)).json()
    assert {one["path"].rpartition("/")[2] for one in found} >= {"Ekerö-trasig.toml", "Salem-trasig.toml"}
    alone = shell.runs("doctor", str(there.folder))
    assert "Ekerö" not in alone.out
    assert str(shell.folder) not in alone.out
