"""What was removed for good stays gone, also where an old report of the discussion is read in again."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell

SECRET = "Anna Andersson på femman"
READ_BACK = ("pdf", "docx", "xlsx", "md", "csv", "json", "toml")


@pytest.fixture
def note(shell: Shell) -> str:
    """The id of a note that must not be kept, in a discussion with two others; its reports lie in a folder of their own."""
    workshop = shell.opens(shell.creates("Ekerö"))
    workshop.add_notes("B.1", ["Fax", SECRET])
    workshop.add_notes("B.2", ["Köer"], "avveckla")
    found = next(note.id for note in workshop.session.notes() if note.text == SECRET)
    assert workshop.close() == ""
    return found


def reports(shell: Shell, *more: str) -> Path:
    out = shell.folder.parent / "gamla"
    out.mkdir(exist_ok=True)
    assert shell.runs("report", "ekerö", "--all", "--out", str(out), *more).code == 0
    return out


def purged(shell: Shell, note: str) -> None:
    assert shell.runs("purge", "ekerö", "--note", note, "--yes", "--yes").code == 0


def spoken(folder: Path) -> list[str]:
    """The files in and below a folder that hold the words, whatever they are packed in."""
    found = []
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as book:
                data = b"".join(map(book.read, book.namelist()))
        if SECRET.encode() in data or path.suffix == ".pdf":
            found.append(path.name)
    return found


@pytest.mark.parametrize("suffix", READ_BACK)
def test_a_report_from_before_does_not_bring_a_note_back(shell: Shell, note: str, suffix: str) -> None:
    (old,) = reports(shell).glob(f"*.{suffix}")
    purged(shell, note)
    shell.runs("note", "ekerö", "-q", "B.1", "Sagt sedan dess")
    said = shell.runs("import", str(old), "--both")
    assert "1 anteckning som är raderad för gott är inte med: B 1" in said.out
    assert not spoken(shell.folder)
    shown = shell.runs("show", "ekerö", "--notes").out
    assert "Köer" in shown
    assert "Sagt sedan dess" in shown
    told = shell.runs("import", str(old), "--both", "--json").json()
    assert told["left_out"] == ["B.1"]
    assert not spoken(shell.folder)


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "csv", "json", "toml"])
def test_nor_where_the_discussion_itself_is_not_here_any_more(shell: Shell, note: str, suffix: str) -> None:
    (old,) = reports(shell).glob(f"*.{suffix}")
    purged(shell, note)
    next(shell.folder.glob("*.toml")).unlink()
    said = shell.runs("import", str(old))
    assert said.code == 0
    assert "1 anteckning som är raderad för gott är inte med: B 1" in said.out
    assert not spoken(shell.folder)
    assert "Köer" in shell.runs("show", "ekerö", "--notes").out


@pytest.mark.parametrize("suffix", ["docx", "md"])
def test_one_that_cannot_be_held_against_it_is_asked_about(shell: Shell, note: str, suffix: str) -> None:
    (old,) = reports(shell).glob(f"*.{suffix}")
    purged(shell, note)
    next(shell.folder.glob("*.toml")).unlink()
    said = shell.runs("import", str(old), "--both")
    assert said.code == 1
    assert "har raderats för gott" in said.out
    assert not spoken(shell.folder)


@pytest.mark.parametrize("suffix", READ_BACK)
def test_a_report_of_a_whole_discussion_that_was_removed_is_not_read_in(
    shell: Shell, note: str, suffix: str
) -> None:
    assert note
    (old,) = reports(shell).glob(f"*.{suffix}")
    assert shell.runs("purge", "ekerö", "--yes", "--yes").code == 0
    said = shell.runs("import", str(old), "--both")
    assert (said.code, said.lines[0].split("\t")[0]) == (1, "raderad")
    assert not spoken(shell.folder)


def test_what_was_removed_for_good_is_all_that_a_file_has(shell: Shell, note: str) -> None:
    others = [one for one in shell.runs("show", "ekerö", "--json").json()["notes"] if one["id"] != note]
    for one in others:
        shell.runs("purge", "ekerö", "--note", one["id"], "--yes", "--yes")
    (old,) = reports(shell).glob("*.xlsx")
    purged(shell, note)
    said = shell.runs("import", str(old), "--both")
    assert said.lines[0].split("\t")[0] == "raderad"
    assert "allt i filen är raderat för gott" in said.out


def test_what_somebody_here_keeps_comes_with_the_file(shell: Shell, note: str) -> None:
    (old,) = reports(shell).glob("*.toml")
    record = shell.folder / ".live" / "rensade.bo.toml"
    record.parent.mkdir(exist_ok=True)
    discussion = shell.runs("show", "ekerö", "--json").json()["session"]["id"]
    record.write_text(f'[[purged]]\nnote = "{note}"\nid = "{discussion}"\nwriter = "bo"\n', encoding="utf-8")
    shell.runs("purge", "ekerö", "--keep")
    next(shell.folder.glob("*.toml")).unlink()
    assert "är inte med" not in shell.runs("import", str(old)).out
    assert SECRET in shell.runs("show", "ekerö", "--notes").out


def test_an_older_report_that_does_not_say_whose_it_is_is_asked_about_with_the_reason(
    shell: Shell, note: str
) -> None:
    (old,) = reports(shell).glob("*.md")
    lines = old.read_text(encoding="utf-8").splitlines()
    old.write_text(
        "\n".join(one for one in lines if not one.startswith("Diskussionens id")), encoding="utf-8"
    )
    purged(shell, note)
    said = shell.runs("import", str(old))
    assert said.code == 1
    assert "Ur den har anteckningar raderats för gott (1)" in said.out
    assert not spoken(shell.folder)
