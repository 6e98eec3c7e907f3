"""What is written finds room: on paper, in a cell, in a column, whatever it is."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

from pypdf import PdfReader

from diskussion_tui.reports.document import Document, Group, Groups, Item, Items, Table
from diskussion_tui.reports.formats.excel import excel
from diskussion_tui.reports.formats.html import html
from diskussion_tui.reports.formats.pdf import pdf
from diskussion_tui.reports.formats.saying import SILENT

WORD = "jättelångtord" * 60


def _pages(*blocks: Items | Groups) -> list[str]:
    day = dt.date(2026, 5, 12)
    document = Document("Möte", "sv", day, blocks, "", "Möte", "Innehåll", "{page} {pages}")
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf(document, SILENT))).pages]


def test_a_word_that_no_line_has_room_for_goes_on_in_the_next_with_nothing_put_into_it() -> None:
    for blocks, widest in ((Items((Item(WORD),)), 110), (_three(WORD), 40)):
        (page,) = _pages(blocks)
        lines = [line for line in page.split("\n") if "lång" in line]
        assert max(map(len, lines)) < widest
        assert WORD in "".join(page.split())


def _three(text: str) -> Groups:
    return Groups(tuple(Group(word, "−", 0, (Item(text if word == "a" else "kort"),)) for word in "abc"))


def test_nobody_turns_a_page_in_the_middle_of_a_note() -> None:
    notes = [f"{number} början " + "vård och omsorg " * 30 + f"slutet {number}." for number in range(60)]
    pages = _pages(Items(tuple(map(Item, notes))))
    assert len(pages) > 1
    told = [" ".join(page.split()) for page in pages]
    assert all(any(note in page for page in told) for note in notes)


def test_a_very_long_note_goes_on_over_pages() -> None:
    assert len(_pages(Items((Item("vård och omsorg " * 1_000),)))) > 1


def _heights(book: bytes, sheet: int) -> list[float]:
    read = zipfile.ZipFile(io.BytesIO(book)).read(f"xl/worksheets/sheet{sheet}.xml").decode()
    return [float(row) for row in re.findall(r"<row [^>]*?ht=\"([\d.]+)\"", read)]


def test_a_row_of_excel_is_as_high_as_what_it_holds_in_every_program() -> None:
    table = Table("Åtgärder", ("Åtgärd", "Ansvarig"), (("Ring\nav 1 anteckning", "Petra"), ("Skriv", "Ali")))
    document = Document("Möte", "sv", dt.date(2026, 5, 12), (table,), "", "Möte", "Innehåll", "{page}")
    rows = [["A 1", "kort"], ["A 2", "vård och omsorg " * 10], ["A 3", "x" * 40_000]]
    book = excel(document, "Anteckningar", ("Fråga", "Anteckning"), rows, "Översikt", whole=True)
    assert _heights(book, 1) == [30.0]
    assert _heights(book, 2) == [60.0, 408.75]


def test_a_sign_stays_with_its_word_and_a_day_on_its_line() -> None:
    table = Table("Antal", ("Del", "− Avveckla", "Utan kategori", "Senast"), (("A", "–", "–", "2026-05-12"),))
    assert table.bound() == ["Del", "−\N{NO-BREAK SPACE}Avveckla", "Utan kategori", "Senast"]
    assert table.longest() == [3, 10, 8, 10]
    page = html(Document("Möte", "sv", dt.date(2026, 5, 12), (table,), "", "Möte", "Innehåll", "{page}"))
    assert '<td class="day">2026-05-12</td>' in page
    assert "−\N{NO-BREAK SPACE}Avveckla" in page
