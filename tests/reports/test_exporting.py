"""Reports: the same words in every format, nothing of them acting, the same bytes each time, and a PDF that all its data lies in."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
import page
import pypdf
import pytest
import typst
from docx.styles.style import ParagraphStyle
from hypothesis import given
from hypothesis import strategies as st

import diskussion_tui
from diskussion_tui.base.look import OURS, Logo, Look
from diskussion_tui.domain.session import changes, rounds
from diskussion_tui.reports import exporting
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.document import Document, Heading, Paragraph, Table
from diskussion_tui.reports.exporting import FORMATS, MissingLibraryError, made
from diskussion_tui.reports.formats import text as plainly_set
from diskussion_tui.reports.formats.html import html
from diskussion_tui.reports.formats.pdf import pdf
from diskussion_tui.reports.formats.saying import SILENT
from diskussion_tui.reports.formats.word import word
from diskussion_tui.reports.profile import INTERNAL, PUBLIC, carried, told
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.workshop.report import Source, write_reports
from tests.content.test_look import PNG
from tests.support.builders import Group
from tests.support.reported import example, export, workbook

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session

PRINTED = ("pdf", "docx", "xlsx", "html", "md")
HOSTILE = (
    '=HYPERLINK("http://x")',
    '#panic("x") *fet* $x^2$ #import "/etc/passwd"',
    "<script>alert(1)</script> & <b>",
    "[länk](javascript:x) `kod` | cell",
    "emoji 👍 och 日本 slut",
    "@ext +1 -2",
    "{text} %s \\n",
)


def hostile_group() -> Group:
    """A group whose every word would act somewhere."""
    group = Group(name="<i>Ek & erö</i>")
    ids = group.says(*HOSTILE, kind="bort")
    group.does(changes.support, ids[0], 7)
    group.does(changes.word_dissent, ids[1], "</li><h1>nej</h1>")
    return group


def words_in(wanted: str, data: bytes) -> str:
    """The words that a reader of a format sees."""
    if wanted == "pdf":
        pages = [one.extract_text() for one in pypdf.PdfReader(io.BytesIO(data)).pages]
        return re.sub(r"[^\n]*\n?Sida \d+ av \d+", "", "\n".join(pages))
    if wanted in {"docx", "xlsx"}:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            parts = [
                name for name in book.namelist() if re.search(r"document\.xml$|sharedStrings|sheet\d", name)
            ]
            return "\n".join(" ".join(ET.fromstring(book.read(one)).itertext()) for one in parts)
    if wanted == "html":
        seen = _Seen()
        seen.feed(data.decode())
        return " ".join(seen.words)
    if wanted == "json":
        return "\n".join(note["text"] for note in json.loads(data)["notes"])
    return data.decode("utf-8-sig")


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def plainly(text: str) -> str:
    """Words without blanks and without what a format guards them with."""
    return re.sub(r"[\s\\­]", "", text)


@pytest.mark.parametrize("wanted", FORMATS)
def test_the_same_discussion_is_the_same_bytes_each_time(wanted: str) -> None:
    assert made(export(), wanted) == made(export(), wanted)


@pytest.mark.parametrize("wanted", FORMATS)
def test_every_note_stands_in_every_format(wanted: str) -> None:
    seen = plainly(words_in(wanted, made(export(), wanted)))
    told = [
        note.text.split() if wanted == "pdf" else [note.text] for note in example().notes()
    ]  # a note in columns that go on over a page stands there word by word
    missing = [text for texts in told for text in texts if plainly(text) not in seen]
    assert not missing


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_pdf_is_accessible_and_fit_for_an_archive(language: str) -> None:
    data = made(export(language=language), "pdf")
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        found = page.validate_pdf_bytes(data, profile=profile)
        assert found.is_compliant, [(one.rule_id, one.message) for one in found.failures]


def carried_by(pdf: bytes, folder: Path) -> Session:
    """The discussion that lies within a PDF."""
    attached = pypdf.PdfReader(io.BytesIO(pdf)).attachments
    path = folder / "diskussion.toml"
    path.write_bytes(attached["diskussion.toml"][0])
    return read_session(path).session


def test_a_pdf_carries_what_counts_of_the_discussion_and_it_can_be_read_back(tmp_path: Path) -> None:
    back = carried_by(made(export(), "pdf"), tmp_path)
    assert back.versions == told(example(), INTERNAL, "").versions
    assert [note.text for note in back.notes()] == [note.text for note in example().notes()]
    assert back.head == example().head


def test_what_was_withdrawn_or_worded_otherwise_goes_out_only_where_it_is_asked_for(tmp_path: Path) -> None:
    group = Group()
    taken_back, reworded = group.says("Hemligt", "Först så", kind="bort")
    group.does(changes.withdraw, taken_back)
    group.does(changes.revise, reworded, "Sedan så")
    for one in FORMATS:
        seen = words_in(one, made(export(group.session), one))
        assert "Sedan" in seen
        assert "Hemligt" not in seen
        assert "Först" not in seen
    without = made(export(group.session), "pdf")
    assert "Hemligt" not in str(carried_by(without, tmp_path).versions)
    assert "Först" not in str(carried_by(without, tmp_path).versions)
    whole = carried_by(made(replace(export(group.session), history=True), "pdf"), tmp_path)
    assert whole.versions == group.session.versions


def test_the_dialog_knows_whose_names_and_what_else_there_is() -> None:
    group = Group()
    taken_back, reworded = group.says("Hemligt @nils", "Fråga @lena", kind="bort")
    group.does(changes.withdraw, taken_back)
    group.does(changes.revise, reworded, "Fråga @lena och @ola")
    found = carried(group.session)
    assert (found.withdrawn, found.reworded) == (1, 1)
    assert {"lena", "ola"} <= {*found.names}
    assert "nils" not in found.names


@pytest.mark.parametrize("wanted", PRINTED)
def test_hostile_words_are_only_words(wanted: str) -> None:
    data = made(export(hostile_group().session), wanted)
    seen = plainly(words_in(wanted, data))
    for text in HOSTILE:
        if wanted == "pdf" and "日" in text:
            assert "[U+65E5][U+672C]" in seen
            continue
        assert plainly(text) in seen, text
    if wanted == "html":
        shown = _Seen()
        shown.feed(data.decode())
        assert "script" not in shown.tags
    if wanted == "xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            assert not any(b"<f>" in book.read(name) for name in book.namelist())


def test_in_csv_for_excel_no_cell_is_a_formula() -> None:
    text = made(export(hostile_group().session), "csv").decode("utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:]), delimiter=";"))
    assert [row[4] for row in rows if "HYPERLINK" in row[4]] == [f"'{HOSTILE[0]}"]
    assert not [cell for row in rows for cell in row if cell[:1] in "=+@" and cell]


def test_nothing_withdrawn_or_worded_otherwise_goes_out_but_in_the_attached_file_of_the_group_itself() -> (
    None
):
    group = Group()
    first, gone = group.says("Tröttsamma fax", "Hemlig rad", kind="bort")
    group.does(changes.withdraw, gone)
    group.does(changes.revise, first, "Bort med faxen")
    for wanted in PRINTED:
        seen = words_in(wanted, made(export(group.session), wanted))
        assert "Bort med faxen" in seen.replace("\n", " ")
        assert "Hemlig" not in seen
        assert "Tröttsamma" not in seen


def test_what_is_published_names_nobody_and_tells_no_small_number() -> None:
    group = Group()
    (note,) = group.says("Fråga @lena om #fax", kind="bort")
    group.does(changes.set_details, {"facilitator": "Anna Ek", "note_taker": "Bo Ek", "participants": 3})
    group.does(changes.support, note, 2)
    for wanted in (*PRINTED, "txt", "csv", "json"):
        data = made(export(group.session, PUBLIC), wanted)
        seen = words_in(wanted, data)
        assert "Anna Ek" not in seen
        assert "lena" not in seen
        assert "#fax" in seen.replace("\\", "")
        assert b"diskussion.toml" not in data
    assert "färre än 5 håller med" in words_in("md", made(export(group.session, PUBLIC), "md"))


def test_json_that_is_published_tells_few_people_as_few() -> None:
    group = Group()
    (note,) = group.says("Bort med faxen", kind="bort")
    group.does(changes.set_details, {"participants": 3})
    group.does(changes.support, note, 3)
    round_ = group.does(rounds.begin_round, "01JYRME1H3G3JDYYPCYRA0ZZZR", "A", "prickar", 3)
    assert round_
    group.does(rounds.give_dots, round_.versions[0].id, note, 2)
    told = json.loads(made(export(group.session, PUBLIC), "json"))
    few = "färre än 5"
    assert (told["session"]["participants"], told["notes"][0]["supporters"]) == (few, few)
    (ranked,) = told["rounds"]
    assert (ranked["result"][0]["points"], ranked["each"], ranked["given"], ranked["to_give"]) == (
        few,
        None,
        None,
        None,
    )
    for wanted in ("txt", "md"):
        row = next(
            line
            for line in reversed(words_in(wanted, made(export(group.session, PUBLIC), wanted)).splitlines())
            if "Bort med faxen" in line
        )
        assert row.rstrip(" |").endswith(few), row
    assert json.loads(made(export(group.session), "json"))["session"]["participants"] == 3


def test_who_led_it_and_whole_names_are_hidden_in_what_people_said_too() -> None:
    group = Group()
    group.does(changes.set_details, {"facilitator": "Anna Ek"})
    group.says("Fråga @Lisa Svensson om #fax", "Anna Ek tog upp det", kind="bort")
    seen = words_in("md", made(export(group.session, PUBLIC), "md")).replace("\\", "")
    for name in ("Lisa", "Svensson", "Anna"):
        assert name not in seen
    assert "Fråga [namn] om #fax" in seen


def test_a_discussion_with_nothing_is_a_report_too() -> None:
    for wanted in FORMATS:
        assert made(export(Group().session), wanted)
    assert "inte antecknat något" in made(export(Group().session), "md").decode()


def test_a_format_whose_library_is_missing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "find_spec", lambda _name: None)
    assert [one for one in FORMATS if exporting.is_ready(one)] == ["html", "md", "txt", "csv", "json", "toml"]
    with pytest.raises(MissingLibraryError):
        made(export(), "pdf")


def test_json_has_what_the_file_has() -> None:
    found = json.loads(made(export(), "json"))
    assert len(found["notes"]) == len(example().notes())


def refusing(monkeypatch: pytest.MonkeyPatch, *, always: bool) -> None:
    """Have the typesetter refuse what keeps a standard, or everything."""
    real = typst.compile

    def compile_(*given: object, **named: object) -> object:
        if always or "ua-1" in named["pdf_standards"]:  # type: ignore[operator]
            raise typst.TypstError("a sign\nof no font", "")
        return real(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(typst, "compile", compile_)


def test_what_the_standards_refuse_is_set_without_them_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    refusing(monkeypatch, always=False)
    seen = " ".join(words_in("pdf", made(export(), "pdf")).split())
    assert "följer inte reglerna för tillgängliga dokument" in seen
    assert "a sign of no font" in seen
    assert "Fax mellan sjukhus" in seen


def test_what_cannot_be_set_at_all_keeps_no_other_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing(monkeypatch, always=True)
    source = Source(example(), workbook(), tmp_path / "Diskussionsstöd_a_2026-05-12.toml", tmp_path)
    found = write_reports(source, export(), ("pdf", "html"), lambda _number, _format: None)
    assert [one.suffix for one in found.files] == [".html"]
    assert found.refused == {"pdf": "a sign\nof no font"}


@pytest.mark.parametrize("width", [24, 40, 80])
def test_plain_text_keeps_its_margin_and_its_tables_their_columns(width: int) -> None:
    told = plainly_set.text(export().document(), width)
    assert max(map(cells, told.split("\n"))) <= width
    if width == 80:
        assert "Summa                   15                20" in told
        assert "Sammanfattning\n══════════════\n" in told


@given(st.text(min_size=1, max_size=300), st.integers(20, 80))
def test_no_words_are_lost_in_plain_text(said: str, width: int) -> None:
    group = Group()
    ids = group.says(said, kind="bort")
    told = "".join(plainly_set.text(export(group.session).document(), width).split())
    for one in ids:
        note = group.session.note(one)
        assert note
        assert "".join(note.text.split()) in told


def test_an_organisations_look_is_in_every_format() -> None:
    logo = Logo(PNG, "png", "Region Exempel")
    look = Look(
        kinds=("#7a1f00", "#003f7d", "#004400"), cover="Sjukvårdsförvaltningen", logo=logo, heat="#7a1f00"
    )
    dressed = replace(export(), look=look)
    for one in ("pdf", "docx", "html"):
        assert "Sjukvårdsförvaltningen" in words_in(one, made(dressed, one))
        assert made(dressed, one) == made(dressed, one)
    page_ = made(dressed, "html").decode()
    assert 'alt="Region Exempel"' in page_
    assert ".role0{color:#7a1f00}" in page_
    with zipfile.ZipFile(io.BytesIO(made(dressed, "docx"))) as book:
        told = book.read("word/document.xml").decode()
    assert 'descr="Region Exempel"' in told
    assert "7A1F00" in told
    with zipfile.ZipFile(io.BytesIO(made(dressed, "xlsx"))) as book:
        assert look.shade(4).lstrip("#").upper() in book.read("xl/styles.xml").decode()
    data = made(dressed, "pdf")
    assert page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1).is_compliant


def test_a_template_of_an_organisation_gives_the_word_file_its_styles() -> None:
    template, out = docx.Document(), io.BytesIO()
    style = template.styles["Heading 1"]
    assert isinstance(style, ParagraphStyle)
    style.font.name = "Region Sans"
    template.save(out)
    data = made(replace(export(), look=Look(word=out.getvalue())), "docx")
    kept = docx.Document(io.BytesIO(data)).styles["Heading 1"]
    assert isinstance(kept, ParagraphStyle)
    assert kept.font.name == "Region Sans"


def test_of_a_table_longer_than_a_page_no_two_rows_stand_on_top_of_each_other() -> None:
    rows = tuple((f"Rad {number}", number) for number in range(150))
    long = Document(
        "Lång", "sv", dt.date(2026, 5, 12), (Heading("Tal"), Table("Alla", ("Vad", "Antal"), rows))
    )
    places: list[tuple[int, int]] = []
    for number, sheet in enumerate(pypdf.PdfReader(io.BytesIO(pdf(long, SILENT))).pages):

        def seen(
            text: str, at: list[float], _tm: object, _font: object, _size: object, sheet: int = number
        ) -> None:
            if text.strip().startswith("Rad"):
                places.append((sheet, round(at[5])))

        sheet.extract_text(visitor_text=seen)
    assert len(places) == len(rows)
    assert len({*places}) == len(rows)


def test_what_stands_in_the_place_of_a_number_stands_as_one_in_every_format() -> None:
    rows = (("A", 4, "färre än 5"), ("B", "dold", "färre än 5"))
    table = Table("Tal", ("Del", "Antal", "Deltagare"), rows, counted=True)
    assert table.numbers() == [False, True, True]
    assert replace(table, counted=False).numbers() == [False, False, False]
    told = Document("Tal", "sv", dt.date(2026, 5, 12), (table,))
    assert html(told).count('class="number"') == 6
    cells = docx.Document(io.BytesIO(word(told))).tables[0].rows
    assert [[str(cell.paragraphs[0].alignment) for cell in row.cells] for row in cells] == [
        ["None", "RIGHT (2)", "RIGHT (2)"]
    ] * 3


def test_a_heading_and_what_stands_over_a_table_go_with_it_to_the_next_page() -> None:
    rows = tuple((f"Rad {number}", number) for number in range(6))
    for lines in range(30, 48):
        above = tuple(Paragraph(f"Stycke {number}") for number in range(lines))
        blocks = (*above, Heading("Verksamheter"), Table("Efter angiven verksamhet", ("Del", "Antal"), rows))
        told = Document("Tal", "sv", dt.date(2026, 5, 12), blocks, where_pages="{page}/{pages}")
        for sheet in pypdf.PdfReader(io.BytesIO(pdf(told, SILENT))).pages:
            text = sheet.extract_text()
            assert ("Verksamheter" in text) == ("Efter angiven" in text) == ("Rad 0" in text)


def test_the_colours_of_the_kinds_are_written_in_one_place() -> None:
    package = Path(diskussion_tui.__file__).parent
    sources = [path for path in package.rglob("*") if path.suffix in {".py", ".typ", ".tcss"}]
    told = [
        path for path in sources if any(one in path.read_text("utf-8").lower() for one in OURS.kinds[:3:2])
    ]
    assert {path.relative_to(package).as_posix() for path in told} - {"content/look.py"} == {"base/look.py"}
