"""`diskussion import`: a verdict for every file, nothing twice, nothing lost, and the original kept as it came."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.cli.kit import installed
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.intake import worker
from diskussion_tui.intake.setting import Setting
from diskussion_tui.intake.taking import Target, files_in, taken_in
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.texts import words
from tests.intake.test_peoples_minutes import own
from tests.support.builders import NOON
from tests.support.forms import blank, filled, others_form, saved_in_a_viewer

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.intake.verdict import Outcome, Verdict
    from tests.support.shell import Shell

NAME = "Diskussionsstöd_Ekerö_2026-11-19"
ANSWERS = {
    "diskussion.name": "Ekerö",
    "diskussion.date": "2026-11-19",
    "B.2.kind.avveckla": "Fax\nDubbla remisser",
}
BOXES = [f"Ruta {number}" for number in range(1, 18)]
PLACEHOLDER = "NAMN0000"


@pytest.fixture(scope="module")
def book() -> Workbook:
    found = read_workbook(default_workbook(), words("sv")).workbook
    assert found
    return found


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """The folder into which people have put what came by mail."""
    folder = tmp_path / "post"
    folder.mkdir()
    return folder


def rows(said: object) -> list[list[str]]:
    return [line.split("\t") for line in said.lines]  # type: ignore[attr-defined] - what a command answered


def kept(shell: Shell) -> list[Path]:
    return sorted((shell.folder / "original").iterdir())


def test_a_form_becomes_a_discussion_and_stays_beside_it(shell: Shell, post: Path, book: Workbook) -> None:
    data = filled(ANSWERS, blank(book))
    (post / "svar.pdf").write_bytes(data)
    said = shell.runs("import", str(post / "svar.pdf"))
    assert (said.code, rows(said)) == (0, [["inläst", "svar.pdf", "Ekerö, 2026-11-19"]])
    (path,) = shell.folder.glob("*.toml")
    assert path.name == f"{NAME}.toml"
    assert [note.text for note in read_session(path).session.notes()] == ["Fax", "Dubbla remisser"]
    original, told = kept(shell)
    assert original.read_bytes() == data
    assert told.read_text() == f"{hashlib.sha256(data).hexdigest()}  {original.name}\n"
    shell.runs("note", "ekerö", "-q", "B.1", "Mer")
    assert "Mer" in shell.runs("show", "ekerö", "--notes").out


def test_twice_makes_no_second_discussion(shell: Shell, post: Path, book: Workbook) -> None:
    (post / "a.pdf").write_bytes(filled(ANSWERS, blank(book)))
    (post / "b.pdf").write_bytes(filled(ANSWERS, blank(book)))
    (post / "sparad på nytt.pdf").write_bytes(filled(ANSWERS, blank(book)) + b"\n")
    said = shell.runs("import", str(post))
    assert [row[0] for row in rows(said)] == ["inläst", "finns redan", "finns redan"]
    assert said.code == 0
    again = shell.runs("import", str(post))
    assert [row[0] for row in rows(again)] == ["finns redan"] * 3
    assert again.err.startswith("3 finns redan.")
    assert len(list(shell.folder.glob("*.toml"))) == 1


def test_of_several_files_it_is_said_in_the_plural(shell: Shell, post: Path, book: Workbook) -> None:
    for name in ("a", "b"):
        (post / f"{name}.pdf").write_bytes(filled({**ANSWERS, "diskussion.name": name}, blank(book)))
        (post / f"tom-{name}.pdf").write_bytes(blank(book))
    assert shell.runs("import", str(post)).err.startswith("2 inlästa, 2 tomma.")


def test_what_was_removed_for_good_is_gone_with_its_original_and_is_not_read_in_again(
    shell: Shell, post: Path, book: Workbook
) -> None:
    (post / "svar.pdf").write_bytes(filled(ANSWERS, blank(book)))
    shell.runs("import", str(post))
    originals = kept(shell)
    note = read_session(next(shell.folder.glob("*.toml"))).session.notes()[0].id
    said = shell.runs("purge", "ekerö", "--note", note, "--yes", "--yes")
    assert originals[0].name in f"{said.out}{said.err}"  # the words stand there too, and that is said
    assert shell.runs("purge", "ekerö", "--yes", "--yes").code == 0
    assert kept(shell) == []
    said = shell.runs("import", str(post))
    assert (said.code, rows(said)) == (
        1,
        [["raderad", "svar.pdf", "Ekerö, 2026-11-19, är raderad för gott här"]],
    )
    assert not list(shell.folder.glob("*.toml"))


def test_other_content_of_the_same_group_and_day_is_asked_about(
    shell: Shell, post: Path, book: Workbook
) -> None:
    (post / "bord 1.pdf").write_bytes(filled(ANSWERS, blank(book)))
    (post / "bord 2.pdf").write_bytes(filled(ANSWERS | {"B.1.notes": "Nej"}, blank(book)))
    said = shell.runs("import", str(post))
    assert [row[0] for row in rows(said)] == ["inläst", "fråga"]
    assert said.code == 1
    assert f"Ekerö den 2026-11-19 finns redan med annat innehåll: {NAME}.toml" in said.out
    assert "--both" in said.err
    said = shell.runs("import", str(post), "--both")
    assert (said.code, [row[0] for row in rows(said)]) == (0, ["finns redan", "inläst"])
    assert len(list(shell.folder.glob("*.toml"))) == 2


def test_what_a_file_does_not_say_can_be_said(shell: Shell, post: Path, book: Workbook) -> None:
    (post / "scan.pdf").write_bytes(filled({"B.1.notes": "Ja"}, blank(book)))
    assert rows(shell.runs("import", str(post)))[0][0] == "fråga"
    assert shell.runs("import", str(post), "--date", "i går").code == 2
    said = shell.runs("import", str(post / "scan.pdf"), "--name", "Söder", "--date", "2026-11-20")
    assert rows(said) == [["inläst", "scan.pdf", "Söder, 2026-11-20"]]


def test_a_report_is_read_back_and_more_of_a_discussion_is_united_with_it(shell: Shell, post: Path) -> None:
    path = shell.creates("Ekerö")
    shell.runs("note", "ekerö", "-q", "B.1", "Först")
    shell.runs("report", "ekerö", "--out", str(post))
    assert rows(shell.runs("import", str(post)))[0][0] == "finns redan"
    shell.runs("note", "ekerö", "-q", "B.1", "Sedan")
    assert rows(shell.runs("import", str(post)))[0][0] == "finns redan"
    (later,) = shell.runs("report", "ekerö", "--out", str(post / "sen")).lines
    path.unlink()
    assert rows(shell.runs("import", str(post / f"{path.stem}.pdf")))[0][0] == "inläst"
    said = shell.runs("import", later)
    assert said.out.startswith("inläst")
    assert "förenas" in said.out
    assert "Sedan" in shell.runs("show", "ekerö", "--notes").out
    assert len(shell.runs("list").lines) == 1


def test_a_form_of_others_is_read_once_somebody_has_said_what_its_fields_are(
    shell: Shell, post: Path
) -> None:
    form = post / f"{NAME}.pdf"
    form.write_bytes(others_form(BOXES, {"Ruta 1": "Ja", "Ruta 5": "Avveckla: fax", "Ruta 17": "Helhet"}))
    said = shell.runs("import", str(form))
    assert rows(said) == [["okänt formulär", form.name, "17 fält med okända namn"]]
    assert "--map" in said.err
    said = shell.runs("import", str(form), "--map")
    (mapping,) = (shell.folder / "formular").glob("*.toml")
    assert str(mapping) in said.err
    text = mapping.read_text(encoding="utf-8")
    assert 'field = "Ruta 5"' in text
    assert 'told = "sida 1, nummer 5 uppifrån"' in text
    assert rows(shell.runs("import", str(form)))[0][0] == "fråga"
    mapping.write_text(text.replace("checked = false", "checked = true"), encoding="utf-8")
    assert rows(shell.runs("import", str(form)))[0][0] == "inläst"
    session = read_session(next(shell.folder.glob("*.toml"))).session
    assert [(note.question, note.kind, note.text) for note in session.notes()] == [
        ("A.1", "", "Ja"),
        ("B.2", "avveckla", "fax"),
        ("E.helheten", "", "Helhet"),
    ]
    other = post / "Diskussionsstöd_Norr_2026-11-20.pdf"
    other.write_bytes(others_form(BOXES, {"Ruta 1": "Nej"}))
    assert rows(shell.runs("import", str(other)))[0][0] == "inläst"


def test_every_file_of_a_folder_has_its_row_and_what_is_ours_is_let_alone(
    shell: Shell, post: Path, book: Workbook
) -> None:
    (post / "djupt" / "ner").mkdir(parents=True)
    (post / "djupt" / "ner" / "svar.PDF").write_bytes(filled(ANSWERS, blank(book)))
    (post / "tom.pdf").write_bytes(blank(book))
    (post / "cut.pdf").write_bytes(saved_in_a_viewer({})[:-40])
    (post / "bild.png").write_bytes(b"png")
    (post / ".DS_Store").write_bytes(b"x")
    (post / "Thumbs.db").write_bytes(b"x")
    os.mkfifo(post / "rör.pdf")
    (post / "\x1b[31mröd\tfil.pdf").write_bytes(b"hej")
    said = shell.runs("import", str(post))
    assert sorted(row[0] for row in rows(said)) == sorted(
        ["inläst", "tomt", "avkortat", "inskannat", "oläsbart", "inte PDF"]
    )
    assert all(len(row) == 3 for row in rows(said))
    assert "\x1b" not in said.out
    assert said.err.startswith("1 inläst, 1 tomt, 1 inskannat, 1 avkortat, 1 inte PDF, 1 oläsbart.")
    assert said.err.count("be om filen igen") == 1
    assert "fråga" not in said.err


def test_in_json_every_file_is_a_value(shell: Shell, post: Path, book: Workbook) -> None:
    import json

    (post / "svar.pdf").write_bytes(filled(ANSWERS, blank(book)))
    said = shell.runs("import", str(post), "--json", "--lang", "en")
    assert json.loads(said.out) == {
        "file": str(post / "svar.pdf"),
        "verdict": "imported",
        "why": "Ekerö, 2026-11-19",
        "discussion": str(shell.folder / f"{NAME}.toml"),
        "unread": 0,
        "left_out": [],
    }


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((), "Ange filer eller mappar"),
        (("finns-inte.pdf",), "finns-inte.pdf finns inte"),
        (("POST",), "inga filer att läsa in"),
    ],
)
def test_what_cannot_be_is_said(shell: Shell, post: Path, given: tuple[str, ...], told: str) -> None:
    said = shell.runs("import", *(str(post) if one == "POST" else one for one in given))
    assert (said.code, said.out) == (2, "")
    assert told in said.err


def test_without_what_pdf_needs_it_says_how_to_get_it(
    shell: Shell, post: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (post / "svar.pdf").write_bytes(b"")
    monkeypatch.setattr(installed, "find_spec", lambda _name: None)
    said = shell.runs("import", str(post))
    assert said.code == 2
    assert "diskussion-tui[dokument]" in said.err


def hundreds(folder: Path, book: Workbook, number: int) -> list[Path]:
    """So many forms, each of another group: filled in once, and the name in it another each time."""
    data = filled(ANSWERS | {"diskussion.name": PLACEHOLDER}, blank(book))
    assert data.count(PLACEHOLDER.encode()) >= 1
    for place in range(number):
        named = data.replace(PLACEHOLDER.encode(), f"Grupp{place:03}".encode())
        (folder / f"svar {place:03}.pdf").write_bytes(named)
    return files_in([folder])


def verdicts(files: list[Path], folder: Path, book: Workbook, **more: float) -> list[Verdict]:
    return list(taken_in(files, Setting(book, NOON), Target(folder, None, book.file_prefix), **more))


def test_three_hundred_forms_are_three_hundred_discussions(
    tmp_path: Path, post: Path, book: Workbook
) -> None:
    files = hundreds(post, book, 300)
    found = verdicts(files, tmp_path / "s", book)
    assert [one.file for one in found] == files
    assert {one.code for one in found} == {"imported"}
    assert len({one.written for one in found}) == 300
    sample = found[123].written
    assert sample
    session = read_session(sample).session
    assert (session.head.name, len(session.notes())) == ("Grupp123", 2)


def test_interrupted_it_goes_on_where_it_was(tmp_path: Path, post: Path, book: Workbook) -> None:
    files, folder = hundreds(post, book, 12), tmp_path / "s"
    under_way = taken_in(files, Setting(book, NOON), Target(folder, None, book.file_prefix))
    begun = [next(under_way) for _ in range(5)]
    under_way.close()
    assert {one.code for one in begun} == {"imported"}
    found = [one.code for one in verdicts(files, folder, book)]
    assert found == ["here"] * 5 + ["imported"] * 7
    assert len(list(folder.glob("*.toml"))) == 12


def test_a_file_that_takes_for_ever_is_stopped_and_the_next_one_read(
    tmp_path: Path, post: Path, book: Workbook
) -> None:
    files = hundreds(post, book, 2)
    found = verdicts(files, tmp_path / "s", book, patience=1e-4)
    assert [(one.code, one.why) for one in found] == [("too_heavy", "time")] * 2
    assert {one.code for one in verdicts(files, tmp_path / "s", book)} == {"imported"}


def test_a_file_that_takes_all_memory_is_told_of() -> None:
    def greedy(*_given: object) -> Outcome:
        raise MemoryError

    answer = worker._answered("x.pdf", b"", greedy)
    assert (answer["code"], answer["why"]) == ("too_heavy", "memory")


def test_the_command_tells_what_of_a_file_was_not_read_and_of_personal_data(shell: Shell) -> None:
    minutes = own("## A.1", "## A.2").replace("1177\n", "ring 070-123 45 67\n")
    file = shell.folder.with_name("Norr.md")
    file.write_text(minutes, encoding="utf-8")
    ran = shell.runs("import", str(file))
    assert "3 rader lästes inte, den första: ”Mötet öppnades i god ordning.”" in ran.out
    assert "1 anteckning ser ut att ha personuppgifter" in ran.err
    assert "070" not in ran.out + ran.err


def test_a_copy_that_was_used_as_a_template_takes_nothing_from_the_one_it_was_made_of(
    shell: Shell, post: Path
) -> None:
    path = shell.creates("Grupp Ett")
    shell.runs("note", "ett", "-q", "B.2", "-k", "avveckla", "ettans ord")
    made = path.read_text(encoding="utf-8")
    (post / "b.toml").write_text(
        made.replace("Grupp Ett", "Grupp Två").replace("ettans", "tvåans"), encoding="utf-8"
    )
    for given in ((), ("--both",)):
        said = shell.runs("import", str(post / "b.toml"), *given)
        assert rows(said)[0][0] == "fråga"
        assert "samma id" in said.out
        assert "--to md" in said.err
    assert shell.runs("find", "ord", "--count").out.startswith("1")
    assert "ettans ord" in shell.runs("show", "ett", "--notes").out
    (md,) = shell.runs("report", str(post / "b.toml"), "--to", "md", "--out", str(post)).lines
    assert rows(shell.runs("import", md))[0][0] == "inläst"
    assert len(shell.runs("list").lines) == 2


def test_what_a_file_does_to_the_notes_that_are_here_is_told(shell: Shell, post: Path) -> None:
    path = shell.creates("Ekerö")
    for text in ("fax", "brev", "köer"):
        shell.runs("note", "ekerö", "-q", "B.1", text)
    before = path.read_text(encoding="utf-8")
    ids = [note["id"] for note in json.loads(shell.runs("show", "ekerö", "--json").out)["notes"]]
    shell.runs("note", "ekerö", "-q", "B.1", "ny")
    shell.runs("mark", "ekerö", ids[0], "--hands", "4")
    (post / "sen.toml").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    path.write_text(before, encoding="utf-8")
    said = shell.runs("import", str(post / "sen.toml"))
    assert "förenas med den som finns här (1 ny anteckning, 1 ändrad)" in said.out


def test_two_that_read_the_same_files_in_at_once_make_one_discussion_of_each(
    shell: Shell, post: Path
) -> None:
    for number in range(6):
        (post / f"Bord {number} 2026-11-19.md").write_text(
            f"# Bord {number}\n\n## A.2\n- fax\n", encoding="utf-8"
        )
    command = [sys.executable, "-m", "diskussion_tui", "--sessions", str(shell.folder), "import", str(post)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [one.communicate()[0].splitlines() for one in both]
    assert [len(rows) for rows in told] == [6, 6]
    assert sorted(row.split("\t")[0] for rows in told for row in rows) == ["finns redan"] * 6 + ["inläst"] * 6
    assert len(list(shell.folder.glob("*.toml"))) == 6
    assert not (shell.folder / ".live").exists()


@pytest.mark.parametrize("written", ["förra tisdagen", "19/11", "19 nov", "i våras", "2026-13-45", "7"])
def test_a_day_that_cannot_be_read_is_asked_for_by_what_was_written(
    shell: Shell, post: Path, book: Workbook, written: str
) -> None:
    (post / "svar1 (2).pdf").write_bytes(filled(ANSWERS | {"diskussion.date": written}, blank(book)))
    said = shell.runs("import", str(post))
    assert said.code == 1
    (row,) = rows(said)
    assert row[:2] == ["fråga", "svar1 (2).pdf"]
    assert f"”{written}”" in row[2]
    assert "--date 2026-11-19" in row[2]
    english = shell.runs("import", str(post), "--lang", "en")
    assert f"“{written}”" in english.out
    assert shell.runs("import", str(post), "--date", "2026-11-19").code == 0
    assert (shell.folder / f"{NAME}.toml").exists()


def test_a_day_without_a_year_is_the_one_in_the_name_of_the_file_where_it_is_that(
    shell: Shell, post: Path, book: Workbook
) -> None:
    (post / f"{NAME}.pdf").write_bytes(filled(ANSWERS | {"diskussion.date": "19/11"}, blank(book)))
    assert shell.runs("import", str(post)).code == 0
    (post / "Diskussionsstöd_Salem_2026-11-20.pdf").write_bytes(
        filled(ANSWERS | {"diskussion.name": "Salem", "diskussion.date": "19/11"}, blank(book))
    )
    assert "”19/11”" in shell.runs("import", str(post)).out


def test_a_minute_with_such_a_day_is_asked_about_too(shell: Shell, post: Path) -> None:
    (post / "minnen.md").write_text("# Ekerö\n\nDatum: förra tisdagen\n\n## B.1\n\n- Fax\n", encoding="utf-8")
    assert "”förra tisdagen”" in shell.runs("import", str(post)).out


def test_files_are_read_in_the_order_in_which_people_count(post: Path) -> None:
    names = ["svar1.pdf", "svar1 (2).pdf", "svar1 (10).pdf", "Svar2.pdf", "svar10.pdf", "svar10b.pdf"]
    for name in reversed(names):
        (post / name).touch()
    assert [path.name for path in files_in([post])] == names
