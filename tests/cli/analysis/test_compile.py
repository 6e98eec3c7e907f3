"""`diskussion compile` and `verify`: what many discussions say together, kept, printed, and counted anew from the files."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import zipfile
from typing import TYPE_CHECKING

import page
import pytest

from tests.support.shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "=HYPERLINK(1) #fax"


@pytest.fixture(scope="module")
def discussions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six discussions of five units."""
    with pytest.MonkeyPatch.context() as patch:
        shell = Shell(tmp_path_factory.mktemp("vår") / "diskussioner", patch)
        for number, name in enumerate(("Ekerö", "Järva bord 1", "Järva bord 2", "Salem", "Nacka", "Värmdö")):
            shell.runs("new", name, "--participants", "8")
            shell.clock.passes(days=20)
            shell.runs("note", name, "-q", "B.2", "-k", "avveckla", "Fax", "#fax")
            shell.runs("note", name, "-q", "A.2", "-k", "nyutveckla", "Digital", f"vårdcentral {number}")
        shell.runs("note", "Ekerö", "-q", "B.2", "-k", "avveckla", "--", *SECRET.split(" "))
        return shell.folder


@pytest.fixture
def spring(discussions: Path, shell: Shell) -> Shell:
    """Somebody at the shell who has those six, 120 days after the first."""
    shutil.copytree(discussions, shell.folder)
    shell.clock.passes(days=120)
    return shell


def compilation(shell: Shell, name: str = "Våren") -> Path:
    return shell.folder / "sammanstallning" / name / "sammanstallning.toml"


def number(said: str, key: str) -> str:
    found = re.search(rf'^"{re.escape(key)}" = (\d+)$', said, re.MULTILINE)
    assert found, key
    return found[1]


def test_it_is_made_kept_and_printed_with_bars_and_no_discussion_is_touched(spring: Shell) -> None:
    before = {path: path.read_bytes() for path in spring.folder.glob("*.toml")}
    said = spring.runs("compile", "Våren")
    assert said.code == 0
    assert "6 diskussioner   5 verksamheter   48 deltagare   13 anteckningar" in said.out
    assert re.search(r"B Vårdmöten 2040 +7 +0 +0 +█+ +6 av 6", said.out)
    assert "Sparad i" in said.err
    assert all(len(line) <= 80 for line in said.lines)
    assert {path: path.read_bytes() for path in spring.folder.glob("*.toml")} == before
    assert number(compilation(spring).read_text(encoding="utf-8"), "parts/B/kind.avveckla") == "7"


def test_made_again_of_the_same_files_it_is_the_same_bytes(spring: Shell) -> None:
    first = spring.runs("compile", "Våren", "fax").out
    kept = compilation(spring).read_bytes(), compilation(spring).stat().st_mtime_ns
    spring.clock.passes(days=1)
    assert spring.runs("compile", "Våren").out == first
    assert (compilation(spring).read_bytes(), compilation(spring).stat().st_mtime_ns) == kept
    assert "Urval: fax" in first
    assert "7 anteckningar" in first


def test_the_same_is_said_also_on_another_machine_and_of_files_with_other_names(
    spring: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spring.runs("compile", "Våren")
    elsewhere = Shell(tmp_path / "annan plats" / "kopia", monkeypatch)
    shutil.copytree(spring.folder, elsewhere.folder)
    for place, path in enumerate(sorted(elsewhere.folder.glob("*.toml"), reverse=True)):
        path.rename(path.with_name(f"{place}.toml"))
    said = elsewhere.runs("verify", "våren")
    assert (said.code, said.out) == (0, said.out)
    assert said.out.startswith("Samma: 6 filer och ")


def test_looking_again_writes_nothing(spring: Shell) -> None:
    spring.runs("compile", "Våren")
    before = {path: path.stat().st_mtime_ns for path in spring.folder.rglob("*")}
    assert spring.runs("verify", "Våren").code == 0
    assert {path: path.stat().st_mtime_ns for path in spring.folder.rglob("*")} == before


def test_a_forged_number_is_found_where_no_file_has_changed(spring: Shell) -> None:
    spring.runs("compile", "Våren")
    file = compilation(spring)
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('"parts/B/kind.avveckla" = 7', '"parts/B/kind.avveckla" = 70'), encoding="utf-8"
    )
    said = spring.runs("verify", "Våren")
    assert said.code == 1
    assert "Delar och kategorier · B Vårdmöten 2040 · − Avveckla: 70 → 7" in said.out
    assert "Då är det sammanstallning.toml som är ändrad" in said.out


@pytest.mark.parametrize(
    ("added", "told", "field"),
    [
        ("the first discussion", "", "twice"),
        (
            '\n[[quotes]]\ndiscussion = "01JE8AYGD8W7RQ4T0Z5N9K3M2B"\nnote = "01JE8AYGD8W7RQ4T0Z5N9K3M2C"\n',
            "Citat av en anteckning som inte räknas: 01JE8AYGD8W7RQ4T0Z5N9K3M2B, 01JE8AYGD8W7RQ4T0Z5N9K3M2C",
            "lost_quotes",
        ),
        (
            '\n[approved]\nby = "chefen"\n',
            "Okänd nyckel, som inga filer säger något om: approved",
            "unknown_keys",
        ),
        (
            '\n[[quotes]]\ndiscussion = "a"\nnote = "b"\nsaid = "Lägg ned"\n',
            "Okänd nyckel, som inga filer säger något om: quotes[1].said",
            "unknown_keys",
        ),
    ],
)
def test_what_stands_in_the_file_and_in_no_discussion_is_not_called_the_same(
    spring: Shell, added: str, told: str, field: str
) -> None:
    spring.runs("compile", "Våren")
    file = compilation(spring)
    whole = file.read_text(encoding="utf-8")
    if added == "the first discussion":
        added = f"\n[[discussions]]{whole.split('[[discussions]]')[1]}"
        told = f"Står mer än en gång: {_of(added, 'date')} {_of(added, 'name')}"
    before, _, numbers = whole.partition("\n[numbers]")
    file.write_text(f"{before}{added}\n[numbers]{numbers}", encoding="utf-8")
    said = spring.runs("verify", "Våren")
    assert said.code == 1
    assert said.lines[0].startswith("Inte samma")
    assert told in said.out
    assert "Filerna är desamma." in said.out
    values = spring.runs("verify", "Våren", "--json").json()
    assert (values["same"], bool(values[field])) == (False, True)


def _of(block: str, key: str) -> str:
    found = re.search(rf'^{key} = "?([^"\n]+)', block, re.MULTILINE)
    assert found
    return found[1]


@pytest.mark.parametrize("value", ['"7"', "7.0", "[7]", "true", "{ a = 7 }"])
def test_a_number_that_is_no_number_any_more_is_told_with_its_file_and_its_name(
    spring: Shell, value: str
) -> None:
    name = "Våren: del 1.5"
    spring.runs("compile", name)
    (file,) = spring.folder.rglob("sammanstallning.toml")
    text = file.read_text(encoding="utf-8")
    forged = text.replace('"parts/B/kind.avveckla" = 7', f'"parts/B/kind.avveckla" = {value}')
    assert forged != text
    file.write_text(forged, encoding="utf-8")
    for command in ("verify", "compile"):
        said = spring.runs(command, name)
        assert said.code == 1
        assert f"Sammanställningen i {file.parent} går inte att läsa" in said.err
        assert "numbers.parts/B/kind.avveckla har fel sorts värde" in said.err
    assert file.read_text(encoding="utf-8") == forged


def test_a_compilation_whose_file_says_nothing_any_more_is_found_by_where_it_lies(spring: Shell) -> None:
    name = "Våren: del 1.5"
    spring.runs("compile", name)
    (file,) = spring.folder.rglob("sammanstallning.toml")
    file.write_bytes(b"[compilation\n")
    for command in ("verify", "compile"):
        said = spring.runs(command, name)
        assert (said.code, "det är inte TOML" in said.err) == (1, True)
        assert f"Sammanställningen i {file.parent} går inte att läsa" in said.err
    assert file.read_bytes() == b"[compilation\n"


def test_an_edited_file_a_new_one_and_one_that_is_gone_are_named_with_their_numbers(spring: Shell) -> None:
    spring.runs("compile", "Våren")
    spring.runs("note", "Salem", "-q", "B.2", "-k", "avveckla", "Pärmar")
    spring.creates("Sen")
    next(spring.folder.glob("*Nacka*")).unlink()
    said = spring.runs("verify", "Våren")
    assert said.code == 1
    assert "Ändrad fil: 2026-07-11 Salem" in said.out
    assert "Räknas inte längre: 2026-07-31 Nacka" in said.out
    assert "Ny: 2026-09-09 Sen" in said.out
    assert "Delar och kategorier · A Patientens behov 2040 · + Nyutveckla: 6 → 5" in said.out
    told = spring.runs("verify", "Våren", "--json").json()
    assert (told["same"], [one["name"] for one in told["changed"]]) == (False, ["Salem"])
    assert spring.runs("compile", "Våren").code == 0
    assert spring.runs("verify", "Våren").code == 0


def test_a_file_that_cannot_be_read_is_told_and_is_not_the_same(spring: Shell) -> None:
    spring.folder.joinpath("trasig.toml").write_bytes(b"[session\n")
    assert "1 fil gick inte att läsa och är inte med: trasig.toml" in spring.runs("compile", "Våren").err
    said = spring.runs("verify", "Våren")
    assert said.code == 1
    assert "trasig.toml" in said.out


def test_json_leads_from_every_number_to_its_notes(spring: Shell) -> None:
    told = spring.runs("compile", "Våren", "--json").json()
    row = next(one for one in told["tables"]["tags"]["rows"] if one["label"] == "#fax")
    behind = row["cells"]["notes"]["behind"]
    texts = {one["id"]: one["text"] for one in told["notes"]}
    assert len(behind) == row["cells"]["notes"]["value"] == 7
    assert all("#fax" in texts[one] for one in behind)


def test_published_no_small_number_stands_and_no_single_note(spring: Shell) -> None:
    said = spring.runs("compile", "Våren", "--publish")
    assert "färre än 5" in said.out
    assert "Flest håller med" not in said.out
    told = spring.runs("compile", "Våren", "--publish", "--json")
    assert "Digital" not in told.out
    assert '"behind"' not in told.out
    units = next(iter(told.json()["tables"]["units"]["rows"]))
    assert units["cells"]["notes"]["value"] is None


@pytest.mark.parametrize(("form", "between"), [("--csv", ","), ("--csv-excel", ";"), ("--tsv", "\t")])
def test_rows_come_for_every_sort_of_program(spring: Shell, form: str, between: str) -> None:
    spring.runs("note", "Ekerö", "-q", "B.2", "-k", "avveckla", "--", *SECRET.split(" "))
    spring.runs("details", "Salem", "--unit", "=1+1")
    text = spring.runs("compile", "Våren", form).out.removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text), delimiter=between))
    people = form == "--csv-excel"
    assert rows[0][:3] == (["tabell", "rad", "radens namn"] if people else ["table", "row", "row_label"])
    unit = next(row for row in rows if row[0] == "units" and "1+1" in row[2])
    assert unit[2] == ("'=1+1" if form == "--csv-excel" else "=1+1")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("compile",), "Vad ska sammanställningen heta?"),
        (("verify", "Hösten"), "Det finns inga sammanställningar i mappen ännu."),
        (("compile", "../"), "har inga tecken som kan stå i en mapps namn"),
        (("compile", "Våren", "--csv", "--tsv"), "Välj en av"),
        (("compile", "Våren", "slag:"), "Efter slag: saknas vad som söks"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(shell: Shell, given: tuple[str, ...], told: str) -> None:
    shell.creates("Ekerö")
    said = shell.runs(*given)
    assert said.code == 2
    assert told in said.err
    assert not (shell.folder / "sammanstallning").exists()


def test_a_damaged_compilation_is_told_with_its_line_and_left_as_it_is(spring: Shell) -> None:
    spring.runs("compile", "Våren")
    file = compilation(spring)
    file.write_text("schema_version = 1\n[compilation\n", encoding="utf-8")
    for command in ("compile", "verify"):
        said = spring.runs(command, "Våren")
        assert said.code == 1
        assert "rad 2: det är inte TOML" in said.err
    assert file.read_text(encoding="utf-8") == "schema_version = 1\n[compilation\n"


def test_two_names_that_would_share_a_folder_do_not_take_each_others(spring: Shell) -> None:
    spring.runs("compile", "Vår/26")
    said = spring.runs("compile", "Vår:26")
    assert said.code == 2
    assert "hör till sammanställningen ”Vår/26”" in said.err


def test_in_english_too(spring: Shell) -> None:
    said = spring.runs("compile", "Spring", "--lang", "en")
    assert "6 discussions" in said.out or "6 sessions" in said.out
    assert spring.runs("verify", "Spring", "--lang", "en").out.startswith("The same: 6 files and ")


def test_documents_are_written_beside_it_and_are_the_same_bytes_again(spring: Shell) -> None:
    said = spring.runs("compile", "Våren", "--to", "html,md,xlsx")
    files = [compilation(spring).with_name(f"Våren.{one}") for one in ("html", "md", "xlsx")]
    assert said.lines == [str(file) for file in files]
    before = [file.read_bytes() for file in files]
    spring.clock.passes(days=1)
    spring.runs("compile", "Våren", "--to", "html,md,xlsx")
    assert [file.read_bytes() for file in files] == before
    text = files[1].read_text(encoding="utf-8")
    assert "| B Vårdmöten 2040 | 7 | 0 | 0 |" in text
    assert "Ekerö" in text


def test_a_document_says_how_it_was_counted_what_numbers_can_say_and_where_each_note_was_said(
    spring: Shell,
) -> None:
    note = spring.runs("show", "Ekerö", "--json").json()["notes"][0]["id"]
    spring.runs("mark", "Ekerö", note, "--hands", "5")
    spring.runs("compile", "Våren", "--to", "md")
    text = compilation(spring).with_name("Våren.md").read_text(encoding="utf-8")
    supported = text.partition("## Flest håller med")[2].partition("## ")[0]
    assert re.search(r"- − .*[Ff]ax.* \(5 av 8, Ekerö · 2026-05-12 · B 2\)", supported)
    method = text.partition("## Så är det räknat, och vad talen kan säga")[2].partition("## ")[0]
    for said in (
        "räknas en gång",
        "Urvalet är de som kom",
        "Anteckningar är inte röster",
        "diskussion verify",
    ):
        assert said in method
    assert text.index("## Så är det räknat") < text.index("## Bilaga: Diskussioner")
    assert "|  |" not in text


def test_its_maps_and_bars_are_pictures_with_words_in_word_and_excel(spring: Shell) -> None:
    note = spring.runs("show", "Ekerö", "--json").json()["notes"][0]["id"]
    spring.runs("place", "Ekerö", note, "geriatrik")
    spring.runs("compile", "Våren", "--to", "docx,xlsx,pdf")
    for suffix, part in (("docx", "word/document.xml"), ("xlsx", "xl/drawings/drawing1.xml")):
        with zipfile.ZipFile(compilation(spring).with_name(f"Våren.{suffix}")) as book:
            drawing = book.read(part).decode()
            pictures = [name for name in book.namelist() if name.endswith(".png")]
        assert len(pictures) == 2, suffix
        assert 'descr="Karta över kompassen' in drawing
        assert 'descr="I hur många diskussioner: #fax 6' in drawing
    data = compilation(spring).with_name("Våren.pdf").read_bytes()
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        found = page.validate_pdf_bytes(data, profile=profile)
        assert found.is_compliant, [(one.rule_id, one.message) for one in found.failures]


def test_a_document_for_others_has_no_small_number_no_unit_and_no_single_note(spring: Shell) -> None:
    spring.runs("compile", "Våren", "--to", "md", "--publish")
    text = compilation(spring).with_name("Våren.md").read_text(encoding="utf-8")
    assert "färre än 5" in text
    assert "Digital" not in text
    assert "SHA-256" not in text
    assert "| Ekerö | färre än 5 |" in text.replace("ekerö", "Ekerö")


def test_people_named_in_a_quote_and_in_the_own_text_are_not_named_to_others(spring: Shell) -> None:
    note = spring.runs("note", "Ekerö", "-q", "B.1", "Fråga @Lisa Svensson om det").lines[0]
    spring.runs("compile", "Våren")
    file = compilation(spring)
    discussion = spring.runs("show", "Ekerö", "--json").json()["session"]["id"]
    text = file.read_text(encoding="utf-8").replace("threshold", 'text = "Tack @bosse"\nthreshold', 1)
    quote = f'[[quotes]]\ndiscussion = "{discussion}"\nnote = "{note}"\n\n[[discussions]]'
    file.write_text(text.replace("[[discussions]]", quote, 1), encoding="utf-8")
    spring.runs("compile", "Våren", "--publish", "--to", "md")
    told = [
        file.with_name("Våren.md").read_text(encoding="utf-8").replace("\\", ""),
        spring.runs("compile", "Våren", "--publish").out,
        json.dumps(spring.runs("compile", "Våren", "--publish", "--json").json(), ensure_ascii=False),
    ]
    for one in told:
        assert "Fråga [namn] om det" in one
        assert "Tack [namn]" in one
        assert "Svensson" not in one


def test_what_seems_to_be_personal_data_does_not_go_out(spring: Shell) -> None:
    spring.runs("compile", "Våren")
    file = compilation(spring)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("threshold", 'text = "Ring 070-123 45 67"\nthreshold', 1), encoding="utf-8")
    said = spring.runs("compile", "Våren", "--publish", "--to", "md")
    assert said.code == 2
    assert "personuppgifter" in said.err
    assert "070-123" not in said.err
    assert not file.with_name("Våren.md").exists()


def with_text(spring: Shell, text: str) -> Path:
    """The file of the compilation, with a text of the analyst's own."""
    spring.runs("compile", "Våren")
    file = compilation(spring)
    said = file.read_text(encoding="utf-8")
    file.write_text(said.replace("threshold", f'text = "{text}"\nthreshold', 1), encoding="utf-8")
    return file


def words_in(path: Path) -> str:
    """What a document says, whatever it is packed in."""
    if path.suffix == ".pdf":
        import pypdf

        return " ".join(" ".join(one.extract_text() for one in pypdf.PdfReader(path).pages).split())
    if path.suffix in {".docx", ".xlsx"}:
        with zipfile.ZipFile(path) as book:
            text = "".join(book.read(one).decode() for one in book.namelist() if one.endswith(".xml"))
        return " ".join(re.sub(r"<[^>]*>", " ", text).split())
    return path.read_text(encoding="utf-8").replace("\\", "")


@pytest.mark.parametrize("place", ["a tag", "a unit", "the name", "the query"])
def test_personal_data_in_a_row_or_a_name_does_not_go_out_either(spring: Shell, place: str) -> None:
    name, query = "Våren", ()
    if place == "a tag":
        spring.runs("note", "Ekerö", "-q", "B.2", "-k", "avveckla", "Mer #0701234567")
    elif place == "a unit":
        spring.runs("details", "Ekerö", "--unit", "Ring 070-123 45 67")
    elif place == "the name":
        name = "Svar till anna@example.org"
    else:
        query = ("070-123 45 67",)
    for form in (("--to", "md"), ("--json",), ("--csv",), ()):
        said = spring.runs("compile", name, *query, "--publish", *form)
        assert (said.code, said.out) == (2, ""), form
        assert "personuppgifter" in said.err
        assert "--reason" in said.err


@pytest.mark.parametrize("suffix", ["pdf", "docx", "xlsx", "html", "md"])
def test_a_reason_stands_in_what_goes_out_all_the_same_and_each_says_for_whom_it_is(
    spring: Shell, suffix: str
) -> None:
    file = with_text(spring, "Växeln har 08-123 45 67")
    said = spring.runs("compile", "Våren", "--publish", "--reason", "numret är växelns", "--to", suffix)
    assert said.code == 0, said.err
    told = words_in(file.with_name(f"Våren.{suffix}"))
    assert "numret är växelns" in told
    assert "Profil: publicera" in told
    assert told.index("Profil: publicera") < told.index("Diskussioner")


def test_a_reason_stands_in_what_is_printed_and_a_table_has_no_place_for_it(spring: Shell) -> None:
    with_text(spring, "Växeln har 08-123 45 67")
    given = ("compile", "Våren", "--publish", "--reason", "numret är växelns")
    told = " ".join(spring.runs(*given).out.split())
    assert "Profil: publicera" in told
    assert "numret är växelns" in told
    assert spring.runs(*given, "--json").json()["published_because"] == "numret är växelns"
    said = spring.runs(*given, "--csv")
    assert (said.code, said.out) == (2, "")
    assert "ingen plats för skälet" in said.err


def test_nobody_who_led_or_took_on_something_is_named_to_others(spring: Shell) -> None:
    spring.runs("details", "Ekerö", "--facilitator", "Berit Ask")
    assert spring.runs("conclude", "Ekerö", "--action", "Ordna möte", "--owner", "Kalle Ek").code == 0
    note = spring.runs("note", "Ekerö", "-q", "B.1", "Berit Ask sa nej, Kalle Ek ja").lines[0]
    file = with_text(spring, "Tack till Kalle Ek")
    discussion = spring.runs("show", "Ekerö", "--json").json()["session"]["id"]
    quote = f'[[quotes]]\ndiscussion = "{discussion}"\nnote = "{note}"\n\n[[discussions]]'
    file.write_text(file.read_text(encoding="utf-8").replace("[[discussions]]", quote, 1), encoding="utf-8")
    said = spring.runs("compile", "Våren", "--publish", "--to", "md,html")
    assert said.code == 0, said.err
    for suffix in ("md", "html"):
        told = words_in(file.with_name(f"Våren.{suffix}"))
        assert "[namn] sa nej" in told
        assert not re.search("Berit|Kalle", told)


@pytest.mark.parametrize("suffix", ["pdf", "docx", "xlsx", "html", "md"])
def test_a_document_tells_which_files_it_does_not_count(spring: Shell, suffix: str) -> None:
    spring.folder.joinpath("trasig.toml").write_bytes(b"[session\n")
    path = next(spring.folder.glob("*Salem*"))
    path.write_bytes(path.read_bytes().replace(b'text = "Digital', b'text = "Dig" ital', 1))
    spring.runs("compile", "Våren", "--to", suffix)
    file = compilation(spring).with_name(f"Våren.{suffix}")
    told = words_in(file)
    assert "1 fil gick inte att läsa och är inte med: trasig.toml" in told
    assert re.search(r"1 fil har delar som inte gick att läsa.*Salem", told)
    spring.runs("compile", "Våren", "--to", suffix, "--publish")
    told = words_in(file)
    assert "1 fil gick inte att läsa och är inte med." in told
    assert "trasig" not in told


def test_so_do_values_and_verifying(spring: Shell) -> None:
    spring.folder.joinpath("trasig.toml").write_bytes(b"[session\n")
    assert spring.runs("compile", "Våren", "--json").json()["unread"] == ["trasig.toml"]
    assert spring.runs("compile", "Våren", "--json", "--publish").json()["unread"] == 1
    said = spring.runs("verify", "Våren")
    assert (said.code, "trasig.toml" in said.out) == (1, True)


def test_a_compilation_that_cannot_be_read_says_why_in_the_words_of_who_asks(spring: Shell) -> None:
    spring.runs("compile", "Våren")
    (file,) = spring.folder.rglob("sammanstallning.toml")
    file.unlink()
    file.mkdir()
    for language, why in (("sv", "det är en mapp"), ("en", "it is a folder")):
        said = spring.runs("--lang", language, "verify", "Våren")
        assert (said.code, why in said.err) == (1, True), said.err
