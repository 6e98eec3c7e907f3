"""`diskussion key-in`: who, where and when is asked once, the scan is kept beside, and the same command goes on."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.session.reading import read_session

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell

WHO = ("Ekerö bord 2", "19 nov 2026", "VC Ekerö", "", "Åsa", "", "9")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "Papper från Ekerö.JPG"
    path.write_bytes(b"\xff\xd8 inget att l\xe4sa")
    return path


def typed(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def test_a_paper_becomes_a_discussion_of_its_own_day_with_the_scan_beside_it(
    shell: Shell, scan: Path
) -> None:
    said = shell.runs("key-in", str(scan), stdin=typed(*WHO, "delvis", "Tolk saknas", "", "Fax", "Köer"))
    assert said.code == 0
    session = read_session(shell.folder / "Diskussionsstöd_Ekerö-bord-2_2026-11-19.toml").session
    head = session.head
    assert (head.name, head.date.isoformat(), head.unit) == ("Ekerö bord 2", "2026-11-19", "VC Ekerö")
    assert (head.place, head.facilitator, head.participants) == ("", "Åsa", 9)
    assert [note.text for note in session.notes_of("A.2", "avveckla")] == ["Fax", "Köer"]
    (kept,) = (shell.folder / "original").glob("*.jpg")
    assert kept.read_bytes() == scan.read_bytes()
    digest = hashlib.sha256(scan.read_bytes()).hexdigest()
    assert kept.with_name(f"{kept.name}.sha256").read_text("utf-8") == f"{digest}  {kept.name}\n"


def test_the_same_scan_goes_on_where_it_was_without_asking_anew(shell: Shell, scan: Path) -> None:
    shell.runs("key-in", str(scan), stdin=typed(*WHO, "", "", "Fax"))
    scan.rename(scan.with_name("omdöpt.jpg"))
    said = shell.runs("key-in", str(scan.with_name("omdöpt.jpg")), stdin=typed("Köer"))
    assert "Namn:" not in said.out
    (path,) = shell.folder.glob("*.toml")
    assert [note.text for note in read_session(path).session.notes_of("A.2", "avveckla")] == ["Fax", "Köer"]
    assert len([*(shell.folder / "original").glob("*.jpg")]) == 1


def test_the_same_group_and_day_go_on_without_a_scan(shell: Shell) -> None:
    shell.runs("key-in", stdin=typed(*WHO, "", "Tolk"))
    shell.runs("key-in", stdin=typed(*WHO[:2], "Lokal"))
    (path,) = shell.folder.glob("*.toml")
    assert [note.text for note in read_session(path).session.notes_of("A.1")] == ["Tolk", "Lokal"]


def test_what_is_no_day_and_no_number_is_asked_for_again(shell: Shell) -> None:
    said = shell.runs("key-in", stdin=typed("", "Ekerö", "i går", "", "", "", "", "", "många", "8"))
    for sentence in ("Gruppens namn behövs.", "Skriv dagen som 2026-11-19.", "Skriv antalet med siffror."):
        assert sentence in said.out
    (path,) = shell.folder.glob("*_2026-05-12.toml")
    assert read_session(path).session.head.participants == 8


def test_who_stops_before_all_is_said_has_begun_nothing(shell: Shell) -> None:
    assert shell.runs("key-in", stdin=typed("Ekerö", "")).code == 0
    assert not [*shell.folder.glob("*.toml")]


def test_a_scan_that_cannot_be_read_begins_nothing(shell: Shell, tmp_path: Path) -> None:
    for path in (tmp_path / "finns inte.jpg", tmp_path):
        said = shell.runs("key-in", str(path), stdin=typed(*WHO))
        assert said.code == 1
        assert "Inget är påbörjat." in said.err
    assert not [*shell.folder.glob("*.toml")]
