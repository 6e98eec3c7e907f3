"""`diskussion report`: files to hand out, beside the discussion or where one wants them, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.intake.called import called
from diskussion_tui.reports import exporting

if TYPE_CHECKING:
    from tests.support.shell import Shell

NAME = "Diskussionsstöd_Ekerö_2026-05-12"


@pytest.fixture
def ekero(shell: Shell) -> Path:
    """A discussion with a note; its file."""
    path = shell.creates("Ekerö")
    assert shell.runs("note", "ekerö", "-q", "B.2", "-k", "avveckla", "Fax, fråga @lena").code == 0
    return path


def test_without_a_format_it_is_a_pdf_beside_the_discussion(shell: Shell, ekero: Path) -> None:
    before = ekero.read_bytes()
    said = shell.runs("report", "ekerö")
    assert (said.code, said.lines, said.err) == (0, [str(ekero.with_suffix(".pdf"))], "")
    assert ekero.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert ekero.read_bytes() == before
    assert shell.runs("report", "ekerö").lines == said.lines  # the same report is there already
    assert len(shell.runs("list").lines) == 1


def test_all_formats_go_into_another_folder(shell: Shell, ekero: Path, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    said = shell.runs("report", "ekerö", "--all", "--out", str(out))
    assert said.code == 0
    assert sorted(one.suffix for one in out.iterdir()) == sorted(f".{one}" for one in exporting.FORMATS)
    assert {one.stem for one in out.iterdir()} == {ekero.stem}


def test_what_somebody_else_has_under_the_name_is_let_alone(shell: Shell, ekero: Path) -> None:
    theirs = ekero.with_suffix(".md")
    theirs.write_text("mina ord", encoding="utf-8")
    (written,) = shell.runs("report", "ekerö", "--to", "md").lines
    assert theirs.read_text(encoding="utf-8") == "mina ord"
    assert written != str(theirs)


@pytest.mark.usefixtures("ekero")
@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--to", "odt"), "”odt” är inget format"),
        (("--profile", "alla"), "”alla” är ingen profil"),
        (("--to", "toml"), "Ange en annan mapp med --out"),
        (("--to", "toml", "--out", "/x", "--profile", "publicera"), "--profile internt"),
    ],
)
def test_what_cannot_be_is_said(shell: Shell, given: tuple[str, ...], told: str) -> None:
    said = shell.runs("report", "ekerö", *given)
    assert (said.code, said.out) == (2, "")
    assert told in said.err


def test_nothing_that_seems_personal_is_published_unless_somebody_says_why(shell: Shell, ekero: Path) -> None:
    shell.runs("note", "ekerö", "-q", "B.1", "Ring 070-123 45 67")
    said = shell.runs("report", "ekerö", "--to", "md", "--profile", "publicera")
    assert (said.code, said.out) == (2, "")
    assert "1 anteckning ser ut att innehålla personuppgifter" in said.err
    assert "070" not in said.err
    assert not ekero.with_suffix(".md").exists()
    said = shell.runs("report", "ekerö", "--to", "md", "--profile", "publicera", "--reason", "växelns nummer")
    assert said.code == 0
    published = ekero.with_name(f"{ekero.stem}_publicera.md").read_text(encoding="utf-8")
    assert "lena" not in published
    assert "Fax, fråga \\[namn\\]" in published


@pytest.mark.usefixtures("ekero")
def test_without_what_documents_need_it_says_how_to_get_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "find_spec", lambda _name: None)
    said = shell.runs("report", "ekerö")
    assert said.code == 2
    assert "diskussion-tui[dokument]" in said.err
    said = shell.runs("report", "ekerö", "--all")
    assert said.code == 0
    assert [line.rpartition(".")[2] for line in said.lines] == ["html", "md", "txt", "csv", "json"]
    assert "görs inte pdf" in said.err


def test_a_report_for_anybody_and_one_that_is_not_are_told_apart_by_their_names(
    shell: Shell, ekero: Path
) -> None:
    (public,) = shell.runs("report", "ekerö", "--to", "md", "--profile", "publicera").lines
    (internal,) = shell.runs("report", "ekerö", "--to", "md").lines
    assert (Path(public).name, Path(internal).name) == (f"{ekero.stem}_publicera.md", f"{ekero.stem}.md")
    assert called(Path(public).stem, "Diskussionsstöd") == called(ekero.stem, "Diskussionsstöd")
