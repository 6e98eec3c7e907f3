"""`diskussion show` and `diskussion check` at the shell; what a page looks like is told in tests/reports."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.cli.kit import output
from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.workbook.layout import wrap
from diskussion_tui.store.files.paths import refuge_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    text = default_workbook().read_text(encoding="utf-8")
    path = tmp_path / "eget.toml"
    path.write_text(text.replace("total_minutes = 120", "total_minutes = 90\ntitel = 1"), encoding="utf-8")
    return path


def test_show_prints_the_discussion_in_its_workbook(shell: Shell) -> None:
    shell.creates("Vårdcentralen Ekerö")
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", "Fax")
    said = shell.runs("show", "vårdcentralen", "ekerö")
    assert (said.code, said.err) == (0, "")
    assert "Vårdcentralen Ekerö\n" in said.out
    assert "  − Avveckla\n    − Fax\n" in said.out
    assert "D Samverkan i vården 2040\n" in said.out


def test_show_heeds_what_lies_at_home_also_where_the_refuge_was_written_last(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", "Anna på Storgatan")
    before = path.read_bytes()
    (note,) = shell.runs("show", "ekerö", "--json").json()["notes"]
    assert shell.runs("purge", "ekerö", "--note", note["id"], "--yes", "--yes").code == 0
    refuge = refuge_of(shell.folder)
    refuge.mkdir(parents=True, exist_ok=True)
    (refuge / path.name).write_bytes(before)
    os.utime(path, (1, 1))
    said = shell.runs("show", "ekerö")
    assert said.code == 0
    assert "Storgatan" not in said.out
    assert "Storgatan" not in shell.runs("history", "ekerö").out


def test_show_without_a_discussion_prints_the_blank_workbook(shell: Shell) -> None:
    said = shell.runs("show")
    assert said.code == 0
    assert said.out.startswith("Vårdens struktur i Region Stockholm\n")
    assert max(map(len, said.lines)) <= 80


def test_show_notes_prints_only_what_the_group_said(shell: Shell) -> None:
    shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", "Fax")
    said = shell.runs("show", "ekerö", "--notes")
    assert "− Fax" in said.out
    assert "Samverkan i vården" not in said.out


def test_show_json_has_head_overview_answers_and_notes(shell: Shell) -> None:
    shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", "Fax")
    found = shell.runs("show", "ekerö", "--json").json()
    assert found["session"]["name"] == "Ekerö"
    assert found["session"]["date"] == "2026-05-12"
    assert found["overview"] == {"notes": 1, "parts": ["B"], "kinds": {"avveckla": 1}}
    assert found["notes"][0]["text"] == "Fax"
    assert shell.runs("show", "--json").json()["id"] == "vardens-struktur"


def test_show_tells_what_is_being_said_in_a_discussion_that_is_open(shell: Shell) -> None:
    open_elsewhere = shell.opens(shell.creates("Ekerö"))
    open_elsewhere.add_notes("B.1", ["Nyss sagt"])
    assert open_elsewhere.flush() == ""
    before = sorted(path.name for path in shell.folder.rglob("*"))
    assert "Nyss sagt" in shell.runs("show", "ekerö").out
    assert sorted(path.name for path in shell.folder.rglob("*")) == before
    open_elsewhere.close()


def test_a_discussion_of_another_workbook_is_shown_from_its_own_words(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", "Fax")
    path.write_text(
        path.read_text(encoding="utf-8").replace('"vardens-struktur"', '"annat"'), encoding="utf-8"
    )
    said = shell.runs("show", "ekerö")
    assert said.code == 0
    assert "Arbetshäfte: annat" in said.out
    assert "B Vårdmöten 2040" in said.out
    assert "  − Avveckla\n    − Fax" in said.out


def test_a_broken_workbook_does_not_hide_what_the_group_said(shell: Shell, faulty: Path) -> None:
    shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.2", "-k", "avv", "Fax")
    said = shell.runs("show", "ekerö", "--content", str(faulty))
    assert said.code == 1
    assert "− Fax" in said.out
    assert "nyckeln finns inte" in said.err


def test_what_could_not_be_read_of_a_file_is_told_with_its_line(shell: Shell) -> None:
    path = shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.1", "Hel")
    path.write_text(path.read_text(encoding="utf-8") + "\n[[notes]]\nid = \n", encoding="utf-8")
    said = shell.runs("show", "ekerö")
    assert said.code == 0
    assert "Hel" in said.out
    assert "Delar av" in said.err
    assert "rad " in said.err


def test_a_file_that_holds_no_discussion_says_why(shell: Shell) -> None:
    shell.folder.mkdir()
    shell.folder.joinpath("annat.toml").write_text('mat = "mjölk"\n', encoding="utf-8")
    said = shell.runs("show", "annat")
    assert (said.code, said.out) == (1, "")
    assert "ingen diskussion" in said.err


def test_a_whole_workbook_has_no_rows_and_exit_code_0(shell: Shell) -> None:
    said = shell.runs("check")
    assert (said.code, said.out) == (0, "")
    assert "inga problem" in said.err


def test_every_problem_is_a_row_and_their_number_is_told(shell: Shell, faulty: Path) -> None:
    said = shell.runs("check", str(faulty))
    assert said.code == 1
    assert len(said.lines) == 2
    assert all(line.startswith(f"{faulty}:") for line in said.lines)
    assert "menade du title?" in said.out
    assert said.err == "2 problem\n"


def test_check_takes_the_workbook_in_use_and_several_files(
    shell: Shell, faulty: Path, tmp_path: Path
) -> None:
    assert shell.runs("--content", str(faulty), "check").code == 1
    missing = tmp_path / "saknas.toml"
    said = shell.runs("check", str(default_workbook()), str(missing), str(faulty))
    assert said.code == 1
    assert len(said.lines) == 3
    assert f"{missing}  filen finns inte" in said.out
    assert said.err.endswith("3 problem\n")


def test_check_json_has_a_value_for_each_column(shell: Shell, faulty: Path) -> None:
    said = shell.runs("check", str(faulty), "--json", "--lang", "en")
    assert said.code == 1
    found = {problem["key"]: problem for problem in said.json()}
    assert set(found["titel"]) == {"file", "line", "key", "what", "write", "nearest"}
    assert found["titel"]["nearest"] == "title"
    assert said.err == "2 problems\n"


def test_a_key_with_escapes_does_nothing_to_the_terminal(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "ond.toml"
    path.write_text('schema_version = 1\n"\\u001b[31m\\n" = 1\n', encoding="utf-8")
    said = shell.runs("check", str(path))
    assert "\x1b" not in said.out
    assert len(said.lines) > 1
    assert all(line.startswith(str(path)) for line in said.lines)


def test_what_is_piped_on_is_80_columns_wide_whatever_the_terminal_is(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((66, 24)))
    path = shell.creates("Ekerö")
    workshop = shell.opens(path)
    workshop.add_notes("B.1", ["Remisser skickas med fax fast journalen är digital sedan 2009 " * 3])
    assert workshop.close() == ""
    widths = {
        terminal: max(map(len, shell.runs("show", "ekerö", terminal=terminal).lines))
        for terminal in (True, False)
    }
    assert widths[True] <= 66 < widths[False] <= 80


@pytest.mark.parametrize("columns", [30, 72, 200])
def test_a_question_is_no_wider_than_the_terminal_and_no_word_of_it_is_cut(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: int
) -> None:
    """The last line leaves a cell for the blank before the answer, so that what is typed begins on it."""
    question = "Diskussionen tas bort för gott och kommer inte tillbaka. " * 4
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((columns, 24)))
    monkeypatch.setattr("sys.stdin", io.StringIO(" ja \n"))
    assert output.ask(question) == "ja"
    printed = capsys.readouterr().err
    assert max(map(len, printed.split("\n"))) <= min(columns, output.MOST_COLUMNS)
    assert printed.split() == question.split()
    narrower = wrap(question.strip(), min(columns, output.MOST_COLUMNS) - 1)
    assert printed.rstrip().split("\n") == list(narrower)
