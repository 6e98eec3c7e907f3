"""`diskussion code` and `agree`: decisions from the shell, the code book in and out, and how far two coders agree."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from pyrefiqda import RefiCodebook, RefiProject

from tests.support.shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

NOTES = {
    "Ekerö": ("Fax mellan sjukhus & kommun", "Samma läkare <varje> gång"),
    "Järva": ("=HYPERLINK(1) remissen studsar", "Kvällsöppet på vårdcentralen"),
}


@pytest.fixture(scope="module")
def discussions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        shell = Shell(tmp_path_factory.mktemp("vår") / "diskussioner", patch)
        for name, notes in NOTES.items():
            shell.runs("new", name)
            for note in notes:
                shell.runs("note", name, "-q", "B.2", "-k", "avveckla", "--", *note.split(" "))
        shell.runs("compile", "Våren")
        return shell.folder


@pytest.fixture
def spring(discussions: Path, shell: Shell) -> Shell:
    shutil.copytree(discussions, shell.folder)
    return shell


def note_of(shell: Shell, words: str) -> str:
    found = json.loads(shell.runs("code", "Våren", "--suggest", "--all", "--json").out)
    return next(one["note"] for one in found if words in one["text"])


def test_suggestions_come_with_reasons_from_the_code_book_that_ships_and_write_nothing(spring: Shell) -> None:
    before = sorted(path.name for path in spring.folder.rglob("*"))
    said = spring.runs("code", "Våren", "--suggest")
    assert said.code == 0
    assert "Journal och IT-system (Fax" in said.out
    assert "Remisser och flöden (remissen" in said.out
    found = json.loads(spring.runs("code", "Våren", "--suggest", "--json").out)
    assert len(found) == 4
    assert json.loads(spring.runs("code", "Våren", "--suggest", "--limit", "2", "--json").out) == found[:2]
    assert (
        len(spring.runs("code", "Våren", "--suggest", "--limit", "1").out.split("\n  ")[0].splitlines()) == 1
    )
    assert spring.runs("code", "Våren", "--suggest", "--limit", "många").code == 2
    assert all(one["themes"] is None for one in found)
    assert sorted(path.name for path in spring.folder.rglob("*")) == before


def test_a_decision_is_kept_counted_taken_out_and_undone_and_no_discussion_is_touched(spring: Shell) -> None:
    before = {path: path.read_bytes() for path in spring.folder.glob("*.toml")}
    note = note_of(spring, "Fax")
    assert spring.runs("code", "Våren", "--set", note[-6:], "journal och it-system").code == 0
    assert spring.runs("code", "Våren").out.startswith("1 kodad, 3 kvar")
    assert "Journal och IT-system  1 anteckning" in spring.runs("code", "Våren", "--themes").out
    assert (spring.folder / "sammanstallning" / "Våren" / "kodbok.toml").exists()
    assert "inget ändrades" in spring.runs("code", "Våren", "--set", note, "journal och it-system").err
    spring.runs("code", "Våren", "--clear", note)
    assert spring.runs("code", "Våren").out.startswith("0 kodade, 4 kvar")
    spring.runs("code", "Våren", "--undo")
    assert spring.runs("code", "Våren").out.startswith("1 kodad, 3 kvar")
    spring.runs("code", "Våren", "--none", note)
    assert {path: path.read_bytes() for path in spring.folder.glob("*.toml")} == before
    assert "1" in spring.runs("compile", "Våren").out


def test_themes_are_made_renamed_and_merged_and_what_cannot_be_is_said(spring: Shell) -> None:
    note = note_of(spring, "Fax")
    spring.runs("code", "Våren", "--make", "Gamla", "prylar")
    spring.runs("code", "Våren", "--set", note, "Gamla prylar;Ekonomi, styrning och avtal")
    spring.runs("code", "Våren", "--rename", "gamla prylar", "Fax och papper")
    assert spring.runs("code", "Våren", "--make", "fax och PAPPER").code == 2
    spring.runs("code", "Våren", "--merge", "Fax och papper", "Journal och IT-system")
    out = spring.runs("code", "Våren", "--themes", "--json").out
    counts = {one["name"]: one["notes"] for one in json.loads(out)}
    assert "Fax och papper" not in counts
    assert counts["Journal och IT-system"] == 1
    for wrong in (("--set", note, "Finns inte"), ("--set", "ZZZZZZ", "Kontinuitet"), ("--rename", "x", "y")):
        said = spring.runs("code", "Våren", *wrong)
        assert said.code == 2
        assert "Traceback" not in said.err
    assert spring.runs("code", "Hösten").code == 2


def test_two_coders_are_held_against_each_other(spring: Shell) -> None:
    notes = [one["note"] for one in json.loads(spring.runs("code", "Våren", "--suggest", "--json").out)]
    for coder, themes in {"maja": "AABB", "sven": "ABBB"}.items():
        for name in "AB":
            spring.runs("code", "Våren", "--make", name)
        for note, theme in zip(notes, themes, strict=True):
            spring.runs("code", "Våren", "--as", coder, "--set", note, theme)
    said = spring.runs("agree", "Våren")
    assert said.code == 1
    assert "3 av 4   0,50" in said.out  # of so few a share would say more than they can bear
    assert "100 %" not in said.out
    assert "75 %" not in said.out
    assert "maja: A" in said.out
    found = json.loads(spring.runs("agree", "Våren", "--json").out)
    assert [one["note"] for one in found["disputed"]] == [notes[1]]
    assert found["overall"]["kappa"] == 0.5


def test_agree_tells_how_many_notes_two_have_in_common_and_how_they_come_to_more(spring: Shell) -> None:
    assert "minst två kodare" in spring.runs("agree", "Våren").err
    notes = [one["note"] for one in json.loads(spring.runs("code", "Våren", "--suggest", "--json").out)]
    spring.runs("code", "Våren", "--make", "A")
    spring.runs("code", "Våren", "--as", "maja", "--set", notes[0], "A")
    assert "Hittills: maja. Så blir det fler: en av er öppnar kön" in spring.runs("agree", "Våren").err
    spring.runs("code", "Våren", "--as", "sven", "--set", notes[1], "A")
    said = spring.runs("agree", "Våren")
    assert said.code == 2
    assert "maja och sven har inga anteckningar gemensamt" in said.err
    assert "F8" in said.err
    spring.runs("code", "Våren", "--as", "sven", "--set", notes[0], "A")
    spring.runs("code", "Våren", "--as", "bo", "--set", notes[1], "A")
    said = spring.runs("agree", "Våren")
    assert "maja och sven: 1 anteckning gemensamt" in said.out
    assert "bo och sven: 1 anteckning gemensamt" in said.out
    assert "bo och maja: inga anteckningar gemensamt" in said.out
    assert "F8" in said.out, "under fifty it is said how there come to be more"
    found = json.loads(spring.runs("agree", "Våren", "--json").out)
    assert {tuple(one["coders"]): one["notes"] for one in found["common"]} == {
        ("bo", "maja"): 0,
        ("bo", "sven"): 1,
        ("maja", "sven"): 1,
    }


def test_a_code_book_goes_out_and_in_as_refi_qda_and_others_read_it(spring: Shell, tmp_path: Path) -> None:
    file = tmp_path / "kodbok.qdc"
    assert spring.runs("code", "Våren", "--make", "A & <B>").code == 0
    assert spring.runs("code", "Våren", "--export", str(file)).code == 0
    codes: Any = RefiCodebook.load(file).codes.code
    assert {one.name for one in codes} >= {"A & <B>", "Kontinuitet, fast kontakt"}
    assert "samma personer" in next(one.description for one in codes if one.name.startswith("Kontinuitet"))
    spring.runs("compile", "Hösten")
    for theme in ("Kontinuitet, fast kontakt", "A & <B>"):
        assert theme in spring.runs("code", "Våren", "--themes").out
    said = spring.runs("code", "Hösten", "--import", str(file))
    assert said.err.startswith(f"{file}: 1 nytt tema, 17 som fanns, 0 beslut.\n  + A & <B>\n")
    file.write_bytes(b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><CodeBook/>')
    assert spring.runs("code", "Våren", "--import", str(file)).code == 2


def test_a_decision_stands_under_the_name_of_the_settings_and_without_one_it_is_told_how_to_give_one(
    spring: Shell,
) -> None:
    note, folder = note_of(spring, "HYPERLINK"), spring.folder / "sammanstallning" / "Våren"
    spring.runs("settings", "set", "coder", "Maja", "B")
    assert "settings set coder" not in spring.runs("code", "Våren", "--set", note, "Akutvård").err
    assert [path.name for path in folder.glob("beslut.*")] == ["beslut.maja-b.toml"]
    spring.runs("settings", "set", "coder", "")
    assert "diskussion settings set coder NAMN" in spring.runs("code", "Våren", "--none", note).err
    spring.runs("settings", "set", "coder", "Maja", "B")
    spring.runs("code", "Våren", "--clear", note)
    assert len(list(folder.glob("beslut.*"))) == 2, "who has begun without a name goes on so"


def test_a_project_holds_every_code_note_and_coding_for_others(spring: Shell, tmp_path: Path) -> None:
    notes = {
        one["note"]: one["text"]
        for one in json.loads(spring.runs("code", "Våren", "--suggest", "--json").out)
    }
    for coder in ("maja", "sven"):
        for note in notes:
            spring.runs("code", "Våren", "--as", coder, "--set", note, "Kontinuitet, fast kontakt")
    file = tmp_path / "projekt.qdpx"
    spring.runs("code", "Våren", "--export", str(file))
    first = file.read_bytes()
    project: Any = RefiProject.load(file, extract_dir=str(tmp_path / "ut"))
    codes = {one.guid: one.name for one in project.code_book.codes.code}
    assert len(codes) == 17
    assert {one.name for one in project.users.user} == {"maja", "sven"}
    said: dict[str, list[str]] = {}
    for source in project.sources.text_source:
        text = RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "ut").read_text(
            encoding="utf-8"
        )
        for part in source.plain_text_selection:
            said[text[part.start_position : part.end_position]] = [
                codes[one.code_ref.target_guid] for one in part.coding
            ]
    assert said == dict.fromkeys(notes.values(), ["Kontinuitet, fast kontakt"] * 2)
    spring.runs("code", "Våren", "--export", str(file))
    assert file.read_bytes() == first


def _project(codes: str, sources: str, **texts: str) -> bytes:
    """A project as other programs write one."""
    out = io.BytesIO()
    qde = f"""<?xml version="1.0" encoding="utf-8"?>
    <Project xmlns="urn:QDA-XML:project:1.0" name="x" origin="ett annat program">
      <Users><User guid="U1" name="Åsa Ek"/></Users>
      <CodeBook><Codes>{codes}</Codes></CodeBook>
      <Sources>{sources}</Sources>
      <Notes><Note guid="M1"><PlainTextContent>Sägs ofta.</PlainTextContent></Note></Notes>
    </Project>"""
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("project.qde", qde)
        for name, text in texts.items():
            archive.writestr(f"Sources/{name}.txt", text.encode("utf-8"))
    return out.getvalue()


def _coding(start: int, end: int, code: str, more: str = "") -> str:
    return (
        f'<PlainTextSelection guid="S{start}{code}" startPosition="{start}" endPosition="{end}">'
        f'<Coding guid="C{start}{code}" creatingUser="U1"><CodeRef targetGUID="{code}"/>{more}</Coding>'
        "</PlainTextSelection>"
    )


def _decided(shell: Shell) -> dict[str, set[str]]:
    """The themes of every note that is coded, by its words."""
    names = {
        one["id"]: one["name"] for one in json.loads(shell.runs("code", "Våren", "--themes", "--json").out)
    }
    notes = json.loads(shell.runs("code", "Våren", "--suggest", "--all", "--json").out)
    return {one["text"]: {names[theme] for theme in one["themes"]} for one in notes if one["themes"]}


def test_a_project_that_went_out_comes_back_whole(spring: Shell, tmp_path: Path) -> None:
    notes = json.loads(spring.runs("code", "Våren", "--suggest", "--json").out)
    for number, one in enumerate(notes):
        spring.runs("code", "Våren", "--as", "maja", "--set", one["note"], "Akutvård; Primärvårdens uppdrag")
        if number % 2:
            spring.runs("code", "Våren", "--as", "sven", "--set", one["note"], "Psykisk hälsa")
    file, before = tmp_path / "projekt.qdpx", _decided(spring)
    spring.runs("code", "Våren", "--export", str(file))
    agreed = spring.runs("agree", "Våren", "--json").json()
    for one in (spring.folder / "sammanstallning" / "Våren").glob("beslut.*"):
        one.unlink()
    assert not _decided(spring)
    said = spring.runs("code", "Våren", "--as", "maja", "--import", str(file))
    assert ": 0 nya teman, " in said.err
    assert ", 6 beslut." in said.err
    assert _decided(spring) == before
    assert spring.runs("agree", "Våren", "--json").json()["overall"] == agreed["overall"]
    assert (
        "inget som inte redan finns"
        in spring.runs("code", "Våren", "--as", "maja", "--import", str(file)).err
    )


def test_what_another_program_coded_is_found_again_on_our_notes(spring: Shell, tmp_path: Path) -> None:
    """A mark before the text, other line ends and ids, a selection a coding, one over two notes, text of its own."""
    first, second = NOTES["Ekerö"]
    text = f"Intervju 3\r\n{first}\r\n{second}\r\n"
    at = text.index(first)
    inside = text.index(second)
    codes = (
        '<Code guid="A" name="Brister"><Description>Det som saknas.</Description>'
        '<Code guid="B" name="Fax &amp; papper"/></Code><Code guid="K" name="kontinuitet, fast kontakt"/>'
    )
    note = '<NoteRef targetGUID="M1"/>'
    sources = (
        '<TextSource guid="X" name="Intervju 3" plainTextPath="internal://ett.txt">'
        + _coding(at + 2, at + 5, "B", note)
        + _coding(at, inside + 4, "A")
        + _coding(inside, inside + len(second), "K")
        + _coding(0, 8, "A")
        + _coding(at, at + 3, "FINNS-INTE")
        + "</TextSource>"
    )
    file = tmp_path / "annat.qdpx"
    file.write_bytes(_project(codes, sources, ett=f"\ufeff{text}"))
    said = spring.runs("code", "Våren", "--import", str(file))
    assert said.err.splitlines()[:4] == [
        f"{file}: 2 nya teman, 1 som fanns, 2 beslut.",
        "  + Brister",
        "  + Fax & papper",
        "2 kodningar ligger på text som inte är någon av anteckningarna i sammanställningen, och lämnades.",
    ]
    assert _decided(spring) == {
        first: {"Brister", "Fax & papper"},
        second: {"Brister", "Kontinuitet, fast kontakt"},
    }
    (kept,) = (spring.folder / "sammanstallning" / "Våren").glob("beslut.*")
    assert 'coder = "åsa-ek"' in kept.read_text(encoding="utf-8")
    assert "Sägs ofta." in kept.read_text(encoding="utf-8")
    themes = {one["name"]: one for one in json.loads(spring.runs("code", "Våren", "--themes", "--json").out)}
    assert themes["Fax & papper"]["parent"] == themes["Brister"]["id"]
    assert themes["Brister"]["when"] == "Det som saknas."


def test_a_table_with_a_misspelt_theme_says_which_theme_is_new_and_what_is_undone_is_said(
    spring: Shell, tmp_path: Path
) -> None:
    notes = [one["note"] for one in json.loads(spring.runs("find", "a", "--json").out)][:2]
    file = tmp_path / "beslut.csv"
    rows = [f"{notes[0]},bo,Kontinuitet fast kontakt", f"{notes[1]},bo,Egna ord"]
    file.write_text("\n".join(["note,coder,theme", *rows]), encoding="utf-8")
    spring.runs("code", "Våren", "--make", "Egna ord")
    said = spring.runs("code", "Våren", "--import", str(file))
    assert said.err.splitlines()[:2] == [
        f"{file}: 1 nytt tema, 1 som fanns, 2 beslut.",
        "  + Kontinuitet fast kontakt",
    ]
    spring.runs("code", "Våren", "--make", "Till sist")
    assert "Det senaste är ångrat.\n  temat Till sist" in spring.runs("code", "Våren", "--undo").err


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 cut off",
        b"",
        _project("", "").replace(b"project.qde", b"annat.docxx"),
    ],
)
def test_what_is_no_project_is_told_and_nothing_comes_of_it(
    spring: Shell, tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "trasig.qdpx"
    file.write_bytes(data)
    said = spring.runs("code", "Våren", "--import", str(file))
    assert said.code == 2
    assert "går inte att läsa som kodbok eller beslut" in said.err
    assert not list((spring.folder / "sammanstallning" / "Våren").glob("beslut.*"))


def test_a_project_that_swells_or_declares_entities_is_refused(spring: Shell, tmp_path: Path) -> None:
    file = tmp_path / "bomb.qdpx"
    for qde in (b" " * 60_000_000, b'<!DOCTYPE x [<!ENTITY a "b">]><Project/>'):
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("project.qde", qde)
        assert spring.runs("code", "Våren", "--import", str(file)).code == 2


def test_a_table_goes_to_excel_and_back_and_no_cell_is_a_formula(spring: Shell, tmp_path: Path) -> None:
    note = note_of(spring, "HYPERLINK")
    spring.runs("code", "Våren", "--as", "maja", "--set", note, "Remisser och flöden")
    table = tmp_path / "kodning.csv"
    spring.runs("code", "Våren", "--export", str(table))
    data = table.read_bytes()
    assert data.startswith("\ufeff".encode())
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)
    (spring.folder / "sammanstallning" / "Våren" / "beslut.maja.toml").unlink()
    assert spring.runs("code", "Våren").out.startswith("0 kodade")
    assert "1 beslut" in spring.runs("code", "Våren", "--import", str(table)).err
    assert spring.runs("code", "Våren").out.startswith("1 kodad")
    book = tmp_path / "kodning.xlsx"
    assert spring.runs("code", "Våren", "--export", str(book)).code == 0
    with zipfile.ZipFile(book) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "HYPERLINK(1) remissen" in archive.read("xl/sharedStrings.xml").decode()


def test_a_colleagues_file_is_taken_in_from_wherever_it_lies(spring: Shell, tmp_path: Path) -> None:
    note = note_of(spring, "Fax")
    spring.runs("code", "Våren", "--as", "maja", "--set", note, "Journal och IT-system")
    file = spring.folder / "sammanstallning" / "Våren" / "beslut.maja.toml"
    shutil.move(file, tmp_path / "från maja.toml")
    assert " 1 beslut." in spring.runs("code", "Våren", "--import", str(tmp_path / "från maja.toml")).err
    assert (
        "inget som inte redan"
        in spring.runs("code", "Våren", "--import", str(tmp_path / "från maja.toml")).err
    )
    assert json.loads(spring.runs("code", "Våren", "--json").out)["coders"] == ["maja"]
    (tmp_path / "annat.toml").write_text("x = 1", encoding="utf-8")
    assert spring.runs("code", "Våren", "--import", str(tmp_path / "annat.toml")).code == 2
