"""A guide that others have written becomes a draft of a workbook: what it has goes in, what is uncertain is asked, and nothing of it is lost."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.content.reader import read_text
from diskussion_tui.intake.guide.drafting import Drafted, draft_text, drafted
from diskussion_tui.intake.guide.pieces import Line, pieces_in
from diskussion_tui.intake.guide.reading import read_guide
from diskussion_tui.intake.verdict import Outcome
from diskussion_tui.texts import words
from tests.support.hostile import PIECES
from tests.support.tireless import reads_for_ever

if TYPE_CHECKING:
    from diskussion_tui.domain.workbook.workbook import Workbook

GUIDES = Path(__file__).parents[1] / "data" / "guides"
FLATTENED, TYPED = GUIDES / "kollektivtrafik.txt", GUIDES / "skolgard.md"
MARK = "# ATT AVGÖRA:"


def draft(source: Path) -> str:
    found = drafted(source, "haftet")
    assert isinstance(found, Drafted), found
    return found.text


def of_lines(*lines: str) -> str:
    return draft_text(pieces_in([Line(line) for line in lines]), "underlag.txt", "haftet").text


def book_in(text: str) -> Workbook:
    reading = read_text(text, "haftet.toml", words("sv"))
    assert reading.workbook, [one.row() for one in reading.problems]
    return reading.workbook


def corrections(text: str) -> int:
    """What somebody has to do to a draft before it can be led: what is wrong with it, and what it asks to have decided."""
    return len(read_text(text, "haftet.toml", words("sv")).problems) + text.count(MARK)


def test_a_flattened_guide_of_five_pages_needs_fewer_than_thirty_corrections() -> None:
    text = draft(FLATTENED)
    assert read_text(text, "haftet.toml", words("sv")).workbook, "and can be led as it is"
    assert 0 < corrections(text) < 30


def test_a_flattened_guide_keeps_its_parts_with_pictures_and_questions() -> None:
    book = book_in(draft(FLATTENED))
    assert (book.title, book.subtitle) == ("Resandet i länet 2045", "Samtalsunderlag: gruppens häfte")
    assert [(one.id, one.heading, len(one.bullets)) for one in book.sections] == [
        ("A", "Resenärens behov 2045", 3),
        ("B", "Resorna 2045", 3),
        ("C", "Samverkan om trafiken 2045", 3),
    ]
    assert [len(one.points) for one in book.sections[1].bullets] == [2, 0, 0]
    for section in book.sections:
        assert [one.asks for one in section.questions] == ["verdict", "kinds", "own"]
        assert section.questions[1].text.endswith("2045?")
    assert book.reflections.id == "D"
    assert book.reflections.text == "Vilka reflektioner väger tyngst för respektive område och för helheten?"
    assert [one.section for one in book.reflections.fields] == ["A", "B", "C", ""]
    assert book.closing.naming == "Resesamtal_namn_datum"


def test_lines_that_a_page_broke_are_whole_again_also_over_blank_lines() -> None:
    book = book_in(draft(FLATTENED))
    assert len(book.introduction.bullets) == 5  # four points, and the line before the table
    assert book.introduction.bullets[1] == (
        "Ett nytt nät behöver utgå från hela resan, från dörr till dörr, och vara byggt för den som byter flera gånger på vägen. "
        "Resan behöver vara lätt att förstå också för den som reser sällan eller inte ser, hör eller går som andra."
    )


def test_torn_and_divided_words_are_mended_and_told_of() -> None:
    text = draft(FLATTENED)
    assert "trygghet, flexibilitet och inflytande" in text
    assert '"Cykelparkering"' in text
    told = " ".join(row.removeprefix("#").strip() for row in text.splitlines() if row.startswith("#"))
    assert "är lagade: flexibilitet, inflytande, flyttas, reflektioner" in told


def test_a_word_that_only_looks_torn_stays() -> None:
    assert "wifi finns på bussen" in of_lines("A. Bussen", "", "• wifi finns på bussen", "", "1. Räcker det?")


def test_the_categories_are_those_that_the_questions_name() -> None:
    kinds = book_in(draft(FLATTENED)).kinds
    assert [one.label for one in kinds] == ["Lägga ner", "Bygga ut", "Uppfinna"]
    assert len({one.key for one in kinds}) == len({one.sign for one in kinds}) == 3


def test_a_flattened_table_is_kept_as_one_list_to_part() -> None:
    text = draft(FLATTENED)
    (area,) = book_in(text).compass.areas
    assert {"Hyrcykel", "Båtbuss vid kaj", "Skolskjuts: linje, anrop"} <= set(area.forms)
    assert area.forms.count("Ringbuss") == 1
    assert "Dela upp den" in text


def test_nothing_of_a_guide_is_lost() -> None:
    text = draft(FLATTENED)
    plain = re.sub(r"\W+", "", text.replace("\n#", "")).casefold()
    source = FLATTENED.read_text(encoding="utf-8").replace("- \n", "").replace("fl ", "fl")
    for word in re.findall(r"[^\W\d_]{3,}", source):
        assert word.casefold() in plain, word


def test_what_was_said_under_every_box_is_left_out_of_the_parts_and_told_of() -> None:
    text = draft(FLATTENED)
    behind = text.partition("kom igen på flera ställen")[2]
    assert "#   Skriv i rutan under frågan\n" in behind
    assert "Skriv i rutan" not in text.partition("kom igen på flera ställen")[0]


def test_a_typed_guide_becomes_what_it_says() -> None:
    text = draft(TYPED)
    book = book_in(text)
    assert (book.title, book.subtitle) == ("Skolgården om fem år", "En guide för klassråd")
    assert (book.introduction.heading, book.introduction.bullets) == (
        "Så funkar det",
        ("Alla får säga sitt", "Inga namn"),
    )
    assert [(one.name, one.forms) for one in book.compass.areas] == [
        ("Ute", ("Fotbollsplanen", "Skogen")),
        ("Inne", ("Matsalen",)),
    ]
    first, second = book.sections
    assert (first.id, first.heading, first.minutes) == ("1", "Rasterna", 20)
    assert [(one.asks, one.minutes) for one in first.questions] == [("verdict", 5), ("kinds", 10), ("own", 4)]
    assert second.cues == ("Säg: Här får det bli tyst en stund.",)
    assert [one.text for one in second.questions] == ["Hur märker ni att en vuxen är ute?"]
    assert [one.heading for one in book.background.parts] == ["Läs mer"]
    assert [(one.term, one.meaning) for one in book.glossary] == [("Rastvärd", "vuxen som är ute på rasten")]
    assert (book.closing.heading, book.closing.text[0]) == ("Tack!", "Tack för hjälpen.")


def test_a_guide_typed_without_blank_lines_or_bullets_of_its_own_is_understood_by_its_numbers() -> None:
    book = book_in(draft(GUIDES / "mat.txt"))
    assert (book.title, book.introduction.heading) == ("Samtal om maten i skolan", "Inledning")
    assert [(one.id, one.heading, len(one.bullets)) for one in book.sections] == [
        ("1", "Matsalen", 2),
        ("2", "Maten på tallriken", 1),
    ]
    assert [one.text for one in book.sections[0].questions] == [
        "Hur kan kön bli kortare?",
        "Vad ska vi sluta med?",
    ]
    assert (book.reflections.heading, book.reflections.text) == ("Avslutning", "Vad tar ni med er härifrån?")


def test_what_is_to_be_decided_stands_right_above_what_it_is_about() -> None:
    rows = draft(TYPED).splitlines()
    asked = next(at for at, row in enumerate(rows) if "Frågan är öppen" in row)
    assert next(row for row in rows[asked:] if not row.startswith("#")) == 'asks = "kinds"'
    assert next(row for row in rows if row.startswith(MARK) and "titeln" in row)


def test_the_head_of_a_draft_says_how_much_is_left_to_decide() -> None:
    text = draft(TYPED)
    said = re.search(r"Utkast ur skolgard\.md\. Sök efter ATT AVGÖRA \((\d+) ställen\)", text)
    assert said
    assert int(said[1]) == text.count(MARK)


def test_the_same_guide_as_word_gives_the_same_parts(tmp_path: Path) -> None:
    (tmp_path / "guide.docx").write_bytes(in_word())
    book = book_in(draft(tmp_path / "guide.docx"))
    assert (book.title, book.subtitle) == ("Skolgården om fem år", "En guide för klassråd")
    assert [(one.name, one.forms) for one in book.compass.areas] == [
        ("Ute", ("Fotbollsplanen", "Skogen")),
        ("Inne", ("Matsalen", "Biblioteket")),
    ]
    (part,) = book.sections
    assert (part.heading, part.minutes) == ("Rasterna", 20)
    assert [(one.text, one.points) for one in part.bullets] == [
        ("Fotbollen tar halva gården", ()),
        ("De yngre stannar vid dörren", ("särskilt på vintern",)),
    ]
    assert [one.text for one in part.questions] == ["Känner ni igen er?", "Vad ska vi ändra?"]


def in_word(*, as_word_lists: bool = False) -> bytes:
    """A guide as somebody writes it in Word, its map as a table; or one whose lists are made by Word’s buttons, in plain paragraphs."""
    from docx import Document

    document = Document()
    if as_word_lists:
        return with_lists(document)
    document.add_heading("Skolgården om fem år", 0)
    document.add_paragraph("En guide för klassråd", "Subtitle")
    document.add_heading("Karta över skolan", 1)
    table = document.add_table(3, 2)
    for row, cells in enumerate((("Ute", "Inne"), ("Fotbollsplanen", "Matsalen"), ("Skogen", "Biblioteket"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.add_heading("Rasterna (20 min)", 1)
    document.add_paragraph("Skolgården är till för alla.")
    document.add_paragraph("Fotbollen tar halva gården", "List Bullet")
    document.add_paragraph("De yngre stannar vid dörren", "List Bullet")
    document.add_paragraph("särskilt på vintern", "List Bullet 2")
    document.add_paragraph("Frågor").runs[0].bold = True
    document.add_paragraph("Känner ni igen er?", "List Number")
    document.add_paragraph("Vad ska vi ändra?", "List Number")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_lists(document: Any) -> bytes:
    """A part with a point and a question that stand in lists, and in no style of lists."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    def number_of(style: str) -> str:
        return str(document.styles[style].element.pPr.numPr.numId.val)

    document.add_heading("Skolgården om fem år", 0)
    document.add_heading("Rasterna", 1)
    for style, text in (
        ("List Bullet", "Fotbollen tar halva gården"),
        ("List Number", "Berätta om en rast som var bra"),
    ):
        place = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number_of(style)}"/></w:numPr>'
        document.add_paragraph(text)._p.get_or_add_pPr().append(parse_xml(place))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_list_that_word_numbers_asks_and_one_with_bullets_says(tmp_path: Path) -> None:
    (tmp_path / "guide.docx").write_bytes(in_word(as_word_lists=True))
    (part,) = book_in(draft(tmp_path / "guide.docx")).sections
    assert [one.text for one in part.bullets] == ["Fotbollen tar halva gården"]
    assert [one.text for one in part.questions] == ["Berätta om en rast som var bra"]


def test_a_pdf_tells_its_headings_by_large_letters_and_its_pages_by_what_stands_on_each(
    tmp_path: Path,
) -> None:
    (tmp_path / "guide.pdf").write_bytes(in_pdf())
    text = draft(tmp_path / "guide.pdf")
    book = book_in(text)
    assert (book.title, book.subtitle) == ("Skolgården om fem år", "En guide för klassråd")
    assert [one.heading for one in book.sections] == ["Rasterna", "Vuxna ute"]
    assert book.sections[0].lead == (
        "Skolgården är till för alla, men alla använder den inte. Det syns mest på vintern, när de flesta helst stannar inne.",
    )
    assert (
        book.sections[0].questions[1].text == "Vad ska vi behålla, ändra och börja med så att alla får plats?"
    )
    assert "Kulturkontoret" not in text.partition("kom igen på flera ställen")[0]


def in_pdf() -> bytes:
    """A guide of three small pages, with a line and a number at the foot of each."""
    import typst

    source = """#set page(width: 12cm, height: 16cm, footer: [Kulturkontoret #h(1fr) #context counter(page).display()])
#set text(lang: "sv", size: 11pt)
= Skolgården om fem år
En guide för klassråd

== Rasterna
Skolgården är till för alla, men alla använder den inte. Det syns mest på vintern, när de flesta helst stannar inne.

- Fotbollen tar halva gården och de som inte spelar får gå runt
+ Känner ni igen er?
+ Vad ska vi behålla, ändra och börja med så att alla får plats?
#pagebreak()
== Vuxna ute
Det finns fyra rastvärdar.

1. Hur märker ni att en vuxen är ute?
#pagebreak()
== Tack
Tack för hjälpen!
"""
    return typst.compile(source.encode())


def test_an_english_guide_becomes_an_english_draft() -> None:
    text = of_lines(
        "The yard in five years",
        "",
        "A. The breaks",
        "",
        "The yard is for all of us, and not all of us use it.",
        "",
        "1. What is it that we should change?",
    )
    book = book_in(text)
    assert (book.language, book.reflections.heading) == ("en", "Looking back")
    assert "# TO DECIDE:" in text


@pytest.mark.parametrize("text", PIECES)
def test_hostile_text_in_a_guide_is_only_text_in_the_draft(text: str) -> None:
    made = of_lines(
        f"A. {text}", "", f"• {text}", f"# {text}", "", f"1. {text} \"\"\" ''' ?", f"{text}: {text}"
    )
    assert read_text(made, "haftet.toml", words("sv")).workbook or corrections(made)
    assert not set("\x1b\x00\u202e") & set(made)
    assert "not_toml" not in made


@given(st.lists(st.text(max_size=60), max_size=25))
def test_whatever_lines_there_are_a_draft_is_toml_that_the_check_can_read(lines: list[str]) -> None:
    made = of_lines(*lines)
    if made:
        reading = read_text(made, "haftet.toml", words("sv"))
        assert not [one for one in reading.problems if "TOML" in one.what], made


def test_a_line_of_blanks_as_long_as_a_book_holds_nothing_up() -> None:
    made = of_lines(f"A. Rast{' ' * 200_000}x", "", f"1. Räcker den?{' ' * 200_000}(20 min)")
    assert "minutes = 20" in made


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("guide.odt", b"PK", "unknown"),
        ("guide.docx", b"no zip", "broken"),
        ("guide.pdf", b"%PDF-1.7 cut", "truncated"),
        ("guide.pdf", b"hello", "not_pdf"),
        ("guide.txt", b"\x81\x8d", "broken"),
    ],
)
def test_a_file_that_is_no_guide_is_told_of(name: str, data: bytes, code: str) -> None:
    assert read_guide(name, data).code == code


def test_a_guide_that_takes_for_ever_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diskussion_tui.intake.guide.drafting.PATIENCE", 0.1)
    monkeypatch.setattr("diskussion_tui.intake.guide.drafting.read_guide", reads_for_ever)
    (tmp_path / "guide.txt").write_text("A. Rast\n\n1. Räcker den?\n", encoding="utf-8")
    found = drafted(tmp_path / "guide.txt", "haftet")
    assert isinstance(found, Outcome)
    assert (found.code, found.why) == ("too_heavy", "time")


@pytest.mark.parametrize("sign", ["x", "a_", "x ", "1 "])
def test_a_line_without_end_holds_nobody_up(sign: str) -> None:
    made = of_lines("# A", "Vad?", sign * 150_000)  # what took the square of it would take hours
    assert made


def test_more_parts_than_there_are_letters_leave_an_id_for_the_looking_back() -> None:
    made = of_lines(
        *(line for number in range(30) for line in (f"# Avsnitt {number}", "Text.", "1. Vad tycker ni?"))
    )
    assert made
    reading = read_text(made, "haftet.toml", words("sv"))
    assert reading.workbook
    assert len({one.id for one in reading.workbook.sections} | {reading.workbook.reflections.id}) == 31
