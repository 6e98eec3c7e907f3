"""Tables of a coding: Excel's is kept whole, and one is read back whichever program has written it."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.analysis.codebook import MOST_THEMES
from diskussion_tui.reports.coding_tables import (
    NotATableError,
    book_rows,
    decisions_of,
    excel,
    table_in,
    themes_of,
)
from diskussion_tui.reports.formats.tables import separated
from tests.support.kept import page_looks_as_kept
from tests.support.season import coding

if TYPE_CHECKING:
    from collections.abc import Sequence

ROWS = [
    ("Fax; och, papper", "När det gäller\nfax", "", "fax, papper", "remiss", "Teknik"),
    ("Tid", "", "inte väntetid", "", "", ""),
]
READ = [
    {
        "name": "Fax; och, papper",
        "when": "När det gäller\nfax",
        "unless": "",
        "words": "fax, papper",
        "stops": "remiss",
        "parent": "Teknik",
    },
    {"name": "Tid", "when": "", "unless": "inte väntetid", "words": "", "stops": "", "parent": ""},
]


def _table(
    head: list[str], rows: Sequence[tuple[str, ...]], between: str = ",", encoding: str = "utf-8"
) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=between).writerows([head, *rows])
    return out.getvalue().encode(encoding)


def test_the_workbook_of_a_coding_is_kept() -> None:
    """Its sheets, its frozen heads, the filter over all of its rows, wrapped cells, and nothing that is a formula."""
    sheets = [
        ("Kodbok", ("Id", "Namn", "När", "Inte när", "Ord", "Stoppord", "Under"), book_rows(coding().book)),
        ("Kodning", ("Anteckning", "Kodare"), [("=1+1", "maja"), ("https://exempel.se", "7")]),
        ("Tomt", ("Anteckning", "Kodare"), []),
    ]
    with zipfile.ZipFile(io.BytesIO(excel(sheets))) as made:
        wanted = ("xl/worksheets/sheet", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml")
        kept = [
            line
            for name in made.namelist()
            if name.startswith(wanted)
            for line in (f"==== {name}", *made.read(name).decode().replace("><", ">\n<").splitlines())
        ]
    page_looks_as_kept("excel-coding", kept)
    assert not re.search("<f>|hyperlink", "\n".join(kept))


SWEDISH = ["Namn", "När", "Inte när", "Ord", "Stoppord", "Under"]
ENGLISH = ["NAME", "When", "Unless", "words", "Stop words", "Parent"]
OTHERS = ["Kod", "Beskrivning", "inte när", "ord", "stoppord", "Överordnad"]
MORE = ["Code", "Memo", "unless", "words", "stop words", "parent"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("head", [SWEDISH, ENGLISH, OTHERS, MORE])
def test_a_code_book_is_read_whatever_stands_between_its_cells_and_whatever_its_columns_are_called(
    head: list[str], between: str, encoding: str
) -> None:
    blank = ("", "", "", "", "", "")
    nameless = ("", "utan namn", "", "", "", "")
    assert themes_of(table_in(_table(head, [blank, *ROWS, nameless], between, encoding))) == READ


def test_a_theme_that_has_a_name_and_a_code_is_called_by_its_name_and_one_without_by_its_code() -> None:
    table = _table(["Kod", "Namn"], [("K1", "Fax"), ("K2", "")])
    assert [one["name"] for one in themes_of(table_in(table))] == ["Fax", "K2"]


@pytest.mark.parametrize(
    "head", [["Anteckning", "Kodare", "Tema", "Memo"], ["note", "CODER", "theme", "memo"]]
)
def test_a_decision_needs_a_note_and_a_theme(head: list[str]) -> None:
    rows = [
        ("N1", "maja", "Fax", "Osäker"),
        ("N2", "", "Tid", ""),
        ("N3", "bo", "", "x"),
        ("", "bo", "Fax", ""),
    ]
    assert decisions_of(table_in(_table(head, rows))) == [
        ("N1", "maja", "Fax", "Osäker"),
        ("N2", "", "Tid", ""),
    ]


@given(st.lists(st.text(st.sampled_from("'=+-@ \t\raÅ1＝"), max_size=5), min_size=2, max_size=2))
def test_what_was_guarded_for_excel_comes_back_as_it_was(said: list[str]) -> None:
    table = separated(("Tema", "Memo"), [said], "csv-excel").encode()
    assert [list(row.values()) for row in table_in(table)] == ([said] if any(said) else [])


@pytest.mark.parametrize("data", [b"", b"\n", b"Anteckning;Kodare\nN1;maja\n", b"Fax\n", b"a\0b"])
def test_what_has_no_column_of_themes_is_no_table(data: bytes) -> None:
    with pytest.raises(NotATableError):
        table_in(data)


def test_a_quote_that_nobody_closes_is_no_table() -> None:
    with pytest.raises(NotATableError):
        table_in(b'Namn\n"' + b"x" * (csv.field_size_limit() + 1))


def test_more_themes_than_a_code_book_has_are_refused_in_both_tables() -> None:
    def rows(many: int) -> list[dict[str, str]]:
        return [{"tema": f"T{at}", "anteckning": "N1"} for at in (*range(many), 0)]

    assert len(themes_of(rows(MOST_THEMES))) == len(decisions_of(rows(MOST_THEMES))) == MOST_THEMES + 1
    for read in (themes_of, decisions_of):
        with pytest.raises(NotATableError, match=f"too_many {MOST_THEMES}"):
            read(rows(MOST_THEMES + 1))
