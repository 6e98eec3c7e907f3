"""`diskussion workbook`: somebody makes a workbook of their own at the shell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import shipped_workbooks
from diskussion_tui.texts import LANGUAGES, words

if TYPE_CHECKING:
    from tests.support.shell import Shell

GUIDE = Path(__file__).parents[2] / "data" / "guides" / "skolgard.md"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_workbook_is_explained_in_the_language_asked_for_and_without_a_problem(
    shell: Shell, desk: Path, language: str
) -> None:
    said = shell.runs("workbook", "new", "vart-hafte.toml", "--lang", language)
    assert (said.code, said.out) == (0, "vart-hafte.toml\n")
    assert "diskussion workbook check vart-hafte.toml" in said.err
    text = (desk / "vart-hafte.toml").read_text(encoding="utf-8")
    assert text.startswith({"sv": "# Ett arbetshäfte:", "en": "# A workbook:"}[language])
    assert sum(line.startswith("#") for line in text.splitlines()) > 25
    assert shell.runs("workbook", "check", "vart-hafte.toml").code == 0
    book = read_workbook(desk / "vart-hafte.toml", words(language)).workbook
    assert book
    assert (book.id, book.language) == ("vart-hafte", language)


def test_a_discussion_can_be_led_with_a_new_workbook_at_once(shell: Shell) -> None:
    shell.runs("workbook", "new", "hafte.toml")
    assert shell.runs("--content", "hafte.toml", "new", "Norr").code == 0
    assert (
        shell.runs("--content", "hafte.toml", "note", "norr", "-q", "A.2", "-k", "behall", "Fikat").code == 0
    )


def test_a_file_with_a_name_that_says_nothing_gets_an_id_all_the_same(shell: Shell, desk: Path) -> None:
    assert shell.runs("workbook", "new", "新.toml").code == 0
    assert 'id = "arbetshafte"' in (desk / "新.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("more", [(), ("--from", str(GUIDE))])
def test_no_file_is_written_over(shell: Shell, desk: Path, more: tuple[str, ...]) -> None:
    (desk / "hafte.toml").write_text("mitt\n", encoding="utf-8")
    (desk / "lank.toml").symlink_to(desk / "borta.toml")
    for name in ("hafte.toml", "lank.toml"):
        said = shell.runs("workbook", "new", name, *more)
        assert (said.code, said.out) == (1, "")
        assert said.err == f"Filen {name} finns redan och är orörd. Välj ett annat namn.\n"
    assert (desk / "hafte.toml").read_text(encoding="utf-8") == "mitt\n"
    assert not (desk / "borta.toml").exists()


def test_somebody_who_is_quicker_keeps_their_file(
    shell: Shell, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diskussion_tui.cli.setup.workbook._must_be_free", lambda *_: None)
    (desk / "hafte.toml").write_text("deras\n", encoding="utf-8")
    said = shell.runs("workbook", "new", "hafte.toml")
    assert (said.code, said.err.count("finns redan")) == (1, 1)
    assert [one.name for one in desk.iterdir() if one.is_file()] == ["hafte.toml"]
    assert (desk / "hafte.toml").read_text(encoding="utf-8") == "deras\n"


def test_a_draft_says_how_much_is_left_to_decide_and_can_be_checked(shell: Shell, desk: Path) -> None:
    said = shell.runs("workbook", "new", "gard.toml", "--from", str(GUIDE))
    text = (desk / "gard.toml").read_text(encoding="utf-8")
    number = text.count("# ATT AVGÖRA:")
    assert number
    assert f"{number} saker är kvar att avgöra: sök efter ATT AVGÖRA i filen." in said.err
    assert 'id = "gard"' in text
    assert shell.runs("workbook", "check", "gard.toml").code == 0


@pytest.mark.parametrize(
    ("given", "code", "answer"),
    [
        (("nytt",), 2, "”nytt” går inte att göra med ett arbetshäfte. Välj new"),
        (("new",), 2, "Ange vilken fil som ska skrivas"),
        (("new", "a.toml", "b.toml"), 2, "”b.toml” hör inte hemma här."),
        (("new", "borta/a.toml"), 2, "Mappen borta finns inte. Inget är skrivet."),
        (("new", "a.toml", "--from", "borta.docx"), 2, "Underlaget borta.docx finns inte."),
        (("new", "a.toml", "--from", "tom.txt"), 1, "Underlaget tom.txt har ingen text"),
        (("new", "a.toml", "--from", "bild.odt"), 1, "det som läses är Word (.docx), PDF, Markdown"),
        (("new", "a.toml", "--from", "kapad.pdf"), 1, "filen är avklippt, slutet saknas"),
        (("new", "a.toml", "--json"), 2, "--json hör till diskussion workbook check."),
        (("check", "a.toml", "--from", "b.md"), 2, "--from hör till diskussion workbook new."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    shell: Shell, desk: Path, given: tuple[str, ...], code: int, answer: str
) -> None:
    (desk / "tom.txt").write_text("\n\n", encoding="utf-8")
    (desk / "bild.odt").write_bytes(b"PK")
    (desk / "kapad.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    before = sorted(desk.iterdir())
    said = shell.runs("workbook", *given)
    assert (said.code, said.out) == (code, "")
    assert answer in said.err
    assert sorted(desk.iterdir()) == before


def test_a_folder_that_takes_no_file_is_told_of(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> int:
        raise PermissionError(13, "denied", "a.toml")

    monkeypatch.setattr("diskussion_tui.store.files.fs.Fs.open_new", refuse)
    said = shell.runs("workbook", "new", "a.toml")
    assert said.code == 1
    assert "a.toml" in said.err


def test_the_workbooks_that_ship_are_listed_and_chosen_by_what_they_are_called(shell: Shell) -> None:
    rows = [line.split("\t") for line in shell.runs("workbook").lines]
    assert [row[0] for row in rows] == ["vardens-struktur", "keep-change-new", "biblioteket"]
    assert rows[-1][1:] == ["sv", "90 minuter", "Biblioteket mitt ibland oss"]
    for name, language, _minutes, title in rows:
        shown = shell.runs("--content", name, "show").out
        assert shown.startswith(f"{title}\n")
        assert shell.runs("workbook", "check", name, "--lang", language).code == 0


def test_a_file_of_ones_own_goes_before_the_workbook_that_is_called_the_same(shell: Shell) -> None:
    shell.runs("workbook", "new", "biblioteket")
    assert shell.runs("--content", "biblioteket", "show").out.startswith("Vår arbetsplats om två år\n")


def test_every_workbook_that_ships_is_called_after_its_id() -> None:
    for name, file in shipped_workbooks().items():
        book = read_workbook(file, words("sv")).workbook
        assert book
        assert book.id == name


def test_checking_says_the_same_as_the_short_command(shell: Shell, desk: Path) -> None:
    shell.runs("workbook", "new", "hafte.toml")
    text = (desk / "hafte.toml").read_text(encoding="utf-8")
    (desk / "hafte.toml").write_text(
        text.replace("minutes = 12", 'minutes = "tolv"\ntid = 1'), encoding="utf-8"
    )
    said = shell.runs("workbook", "check", "hafte.toml")
    assert said == shell.runs("check", "hafte.toml")
    assert said.code == 1
    assert len(said.lines) == 2
    assert all(line.startswith("hafte.toml:") for line in said.lines)


def test_the_swedish_name_of_the_command_is_the_same_command(shell: Shell) -> None:
    assert shell.runs("arbetshäfte") == shell.runs("workbook")
