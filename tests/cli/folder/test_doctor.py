"""`diskussion doctor` at the shell; what is found and how it is mended is told in tests/store."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.reports.cells import cells
from diskussion_tui.store.files import paths
from diskussion_tui.store.files.paths import refuge_of
from diskussion_tui.store.upkeep.diagnose import INFORMATION
from diskussion_tui.texts import words
from tests.support.shell import really

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


@pytest.fixture
def trouble(shell: Shell) -> Path:
    """A folder with a damaged discussion, one whose program died, and a file that is none."""
    path = shell.creates("Ekerö")
    workshop = shell.opens(path)
    workshop.add_notes("B.1", ["Hel", "Halv"])
    assert workshop.close() == ""
    path.write_text(path.read_text(encoding="utf-8").replace('"Halv"', '"Hal'), encoding="utf-8")
    shell.folder.joinpath("recept.toml").write_text("mat = 1\n", encoding="utf-8")
    return path


def test_a_folder_without_trouble_says_so(shell: Shell) -> None:
    shell.creates("Ekerö")
    said = shell.runs("doctor")
    assert (said.code, said.out) == (0, "")
    assert said.err == f"Inget att anmärka på i {shell.folder}.\n"


def test_every_trouble_stands_under_its_file_with_what_would_be_done(shell: Shell, trouble: Path) -> None:
    before = trouble.read_bytes()
    said = shell.runs("doctor")
    assert said.code == 1
    assert said.lines[0] == trouble.name
    assert "✗ rad " in said.lines[1]
    assert "Skulle lägga originalet åt sidan" in said.out
    assert "recept.toml\n  ✗ Filen saknar formatversion" in said.out
    assert "2 fel. 1 går att rätta till. Inget är ändrat." in said.err
    assert trouble.read_bytes() == before


def test_repair_does_it_and_the_second_time_has_nothing_to_do(shell: Shell, trouble: Path) -> None:
    said = shell.runs("doctor", "--repair")
    assert said.code == 1
    assert "✓ rad " in said.out
    assert "Gjort: originalet är lagt åt sidan" in said.out
    assert said.err == "1 åtgärdat. 1 fel kvar.\n"
    assert "Hel" in shell.runs("show", "ekerö").out
    shell.folder.joinpath("recept.toml").unlink()
    again = shell.runs("doctor", "--repair")
    assert again.code == 0
    assert "Gjort" not in again.out
    assert "En kopia som lades åt sidan" in again.out
    assert again.err == f"Inget är fel i {shell.folder}. 1 upplysning.\n"
    assert trouble.is_file()


def test_a_discussion_that_is_open_is_told_and_left_alone(shell: Shell) -> None:
    workshop = shell.opens(shell.creates("Ekerö"))
    said = shell.runs("doctor", "--repair")
    assert said.code == 0
    assert "Öppen i ett program just nu" in said.out
    assert workshop.close() == ""


def test_the_folder_may_be_named(shell: Shell, trouble: Path) -> None:
    said = shell.runs("doctor", str(trouble.parent), anywhere=True)
    assert said.code == 1
    assert trouble.name in said.out


def test_a_folder_that_is_not_there_is_a_slip_when_it_was_named(shell: Shell, tmp_path: Path) -> None:
    missing = tmp_path / "saknas"
    said = shell.runs("doctor", str(missing))
    assert (said.code, said.out) == (2, "")
    assert str(missing) in said.err
    assert not missing.exists()


def test_before_the_first_discussion_nothing_is_wrong(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diskussion_tui.content.source.checkout", lambda: None)
    said = shell.runs("doctor", anywhere=True)
    assert said.code == 0
    assert "Mappen finns inte. Den skapas när" in said.out


def test_a_folder_that_refuses_is_found_out_by_repair(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.creates("Ekerö")
    monkeypatch.setattr("diskussion_tui.store.upkeep.trial.trial", lambda _fs, _folder: "ENOSPC")
    said = shell.runs("doctor", "--repair")
    assert said.code == 1
    assert "Gick inte: disken är full." in said.out


def test_json_has_stable_codes(shell: Shell, trouble: Path) -> None:
    found = {one["code"]: one for one in shell.runs("doctor", "--json").json()}
    assert set(found) == {"damaged_block", "no_schema"}
    assert set(found["no_schema"]) == {
        "code",
        "path",
        "line",
        "detail",
        "session",
        "remedy",
        "wrong",
        "mended",
        "what",
    }
    assert found["damaged_block"]["remedy"] == "rewrite"
    assert found["damaged_block"]["path"] == str(trouble)
    mended = {one["code"]: one["mended"] for one in shell.runs("doctor", "--json", "--repair").json()}
    assert mended == {"damaged_block": True, "no_schema": False, "aside": False}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_folder_full_of_trouble_fits_80_columns(shell: Shell, trouble: Path, language: str) -> None:
    live = trouble.parent / paths.LIVE
    live.mkdir(exist_ok=True)
    live.joinpath("brev\nfrån\x1b[31m.txt").write_bytes(b"")
    live.joinpath("x.toml.1.ny").write_bytes(b"")
    live.joinpath("01JE8AYGD8W7RQ4T0Z5N9K3M2B.bo.lock").write_bytes(b"")
    os.utime(live / "x.toml.1.ny", (1, 1))
    trouble.with_name("kopia.toml").write_bytes(trouble.read_bytes())
    said = shell.runs("doctor", "--lang", language)
    assert max(map(cells, said.lines)) <= 80
    assert "\x1b" not in said.out
    assert len(said.lines) > 12


def test_everything_a_doctor_tells_has_words_in_both_languages() -> None:
    for language in ("sv", "en"):
        texts = words(language)
        for code in INFORMATION:
            assert texts.doctor.of(code, "", texts.faults)


def test_the_installed_program_mends_what_a_killed_one_left(shell: Shell, trouble: Path) -> None:
    where = ("--sessions", str(shell.folder))
    done = really("doctor", "--repair", *where)
    assert done.returncode == 1
    assert "Gjort: " in done.stdout.decode()
    assert b"Traceback" not in done.stderr
    assert "Hel" in really("show", "ekerö", *where).stdout.decode()
    assert trouble.is_file()


def test_what_only_the_refuge_holds_of_a_folder_that_is_gone_is_brought_home_when_asked(shell: Shell) -> None:
    shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", "Fax")
    refuge = refuge_of(shell.folder)
    refuge.parent.mkdir(parents=True, exist_ok=True)
    shell.folder.rename(refuge)
    said = shell.runs("doctor")
    assert said.code == 1
    assert "reserv" in said.out
    assert shell.runs("doctor", "--repair").code == 0
    assert "Fax" in shell.runs("show", "ekerö").out
