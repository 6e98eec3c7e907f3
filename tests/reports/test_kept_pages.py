"""Pages that are made of many rules are kept whole, in both languages and in widths of a narrow and a wide terminal.

What stands in them is read in the diff where it changes: `KEEP_SCREENS=1` keeps them as they are now.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.compilation import compiled
from diskussion_tui.domain.analysis.compilation_kept import Missing, moved
from diskussion_tui.reports import (
    coding_tables,
    compilation_moved,
    compilation_values,
    refi,
)
from diskussion_tui.reports.compilation_document import document
from diskussion_tui.reports.compilation_plain import plain
from diskussion_tui.reports.exporting import Export
from diskussion_tui.reports.form import form
from diskussion_tui.reports.formats.excel import excel
from diskussion_tui.reports.formats.html import html
from diskussion_tui.reports.formats.markdown import markdown
from diskussion_tui.reports.formats.text import text
from diskussion_tui.reports.formats.word import word
from diskussion_tui.reports.profile import Published
from diskussion_tui.texts import LANGUAGES, words
from tests.support.builders import small_workbook
from tests.support.cells import widest
from tests.support.contested import contested
from tests.support.kept import json_lines as _json
from tests.support.kept import page_looks_as_kept as _kept
from tests.support.reported import workbook
from tests.support.season import coding, compilation, kept, season

if TYPE_CHECKING:
    from diskussion_tui.reports.document import Document

# ---- compilations ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [46, 80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("publish", [False, True])
def test_a_compilation_is_printed(language: str, width: int, *, publish: bool) -> None:
    lines = list(
        plain(
            kept(),
            compilation(),
            workbook(),
            words(language),
            width,
            publish=Published() if publish else None,
        )
    )
    assert widest(lines) <= width
    _kept(f"compilation{'-published' if publish else ''}-{language}-{width}", lines)


def test_of_few_discussions_in_another_workbook_things_are_called_what_their_ids_say() -> None:
    _kept("compilation-few", plain(kept(3), compilation(3), None, words("sv"), 80))


@pytest.mark.parametrize("publish", [False, True])
def test_a_compilation_is_a_document(*, publish: bool) -> None:
    for language in LANGUAGES:
        told = document(
            kept(), compilation(), workbook(), words(language), publish=Published() if publish else None
        )
        _kept(f"document{'-published' if publish else ''}-{language}", markdown(told).splitlines())


@pytest.mark.parametrize("publish", [False, True])
def test_a_compilation_is_values_for_programs(*, publish: bool) -> None:
    given = kept(2), compilation(2), workbook(), words("sv")
    name = f"values{'-published' if publish else ''}"
    _kept(name, _json(compilation_values.values(*given, publish=Published() if publish else None)))
    rows = compilation_values.rows(*given, publish=Published() if publish else None)
    _kept(f"{name}-rows", ("\t".join(map(str, row)) for row in rows))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_moved_is_told(language: str) -> None:
    now, before, said = compilation(), kept(3), words(language)
    told = compilation_moved.moved_rows(
        before, now, moved(before, now), Missing(("trasig.toml", "å.toml"), ("halv.toml",)), workbook(), said
    )
    _kept(f"moved-{language}", told)
    same = replace(kept(), quotes=kept().quotes[:2])  # the third is of a note that no file has
    told = compilation_moved.moved_rows(same, now, moved(same, now), Missing(), workbook(), said)
    forged = replace(same, numbers={**same.numbers, next(iter(same.numbers)): 77})
    more = compilation_moved.moved_rows(forged, now, moved(forged, now), Missing(), workbook(), said)
    gone = replace(
        same, discussions=(replace(same.discussions[0], files=("f" * 64,)), *kept(3).discussions[1:])
    )
    other = compilation_moved.moved_rows(
        gone, compilation(3), moved(gone, compilation(3)), Missing(), None, said
    )
    _kept(f"moved-a-little-{language}", [*told, "", *more, "", *other])


def test_what_has_moved_is_told_to_programs_number_by_number() -> None:
    found = moved(kept(2), compilation(3))
    values = compilation_moved.moved_values(kept(2), compilation(3), found, Missing(("trasig.toml",)))
    assert len(found.numbers) > compilation_moved.MOST_NUMBERS
    _kept("moved-values", _json(values))


# ---- documents -------------------------------------------------------------------------------------------------------


def _documents() -> dict[str, Document]:
    """A compilation, and a report of a discussion, in as few words as hold every sort of block."""
    report = Export(contested().session, small_workbook(), words("sv"), lambda _one: b"").document()
    return {"compilation": document(kept(1), compilation(1), workbook(), words("sv")), "report": report}


@pytest.mark.parametrize("name", ["compilation", "report"])
def test_a_document_is_set_as_text_and_as_a_web_page(name: str) -> None:
    told = _documents()[name]
    for width in (44, 80):
        lines = text(told, width).splitlines()
        assert widest(lines) <= width
        _kept(f"text-{name}-{width}", lines)
    before, _, page = html(told).partition("<style>")
    _kept(f"html-{name}", (before + page.partition("</style>")[2]).replace("><", ">\n<").splitlines())


@pytest.mark.parametrize("name", ["compilation", "report"])
def test_a_document_is_set_for_word_and_excel(name: str) -> None:
    told = _documents()[name]
    _kept(f"word-{name}", _parts(word(told), "word/document.xml", "docProps/core.xml"))
    head, rows = ("Nr", "Anteckning", "N"), [(1, "Faxen ska bort " * 9, 7), (2, "=1+1", 0)]
    book = excel(told, "Anteckningar", head, rows, "Översikt")
    _kept(
        f"excel-{name}",
        _parts(
            book,
            "xl/worksheets/sheet",
            "xl/tables/",
            "xl/workbook.xml",
            "xl/sharedStrings.xml",
            "docProps/core.xml",
        ),
    )


def test_a_table_without_rows_is_a_table_in_excel() -> None:
    book = excel(_documents()["report"], "Anteckningar", ("Nr", "Anteckning"), [], "Översikt")
    _kept("excel-empty", _parts(book, "xl/worksheets/sheet2", "xl/tables/"))


def _parts(data: bytes, *wanted: str) -> list[str]:
    """The XML of some parts of an Office file, an element a line."""
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        names = [name for name in found.namelist() if name.startswith(wanted)]
        return [
            line
            for name in names
            for line in (f"==== {name}", *found.read(name).decode().replace("><", ">\n<").splitlines())
        ]


def test_a_form_has_every_box_and_what_was_said_already() -> None:
    book = small_workbook()
    forms = (
        form(book, words("sv")),
        form(book, words("en"), contested().session),
        form(book, words("sv"), typed=False),
    )
    _kept("form", [line for one in forms for line in repr(one).replace(", ", ",\n").splitlines()])


# ---- coding ----------------------------------------------------------------------------------------------------------


def _notes(many: int = 4) -> list:
    return [note for given in season(many) for note in given.said]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_coding_is_rows(language: str) -> None:
    kinds = {one.id: one.label for one in workbook().kinds}
    rows = coding_tables.coding_rows([*_notes(), *season()[-1].said], coding(), kinds, words(language))
    _kept(f"coding-rows-{language}", map("\t".join, [*rows, *coding_tables.book_rows(coding().book)]))


def test_a_coding_is_a_project_of_other_programs() -> None:
    _kept("code-book", refi.codebook(coding().book).decode().splitlines())
    with zipfile.ZipFile(io.BytesIO(refi.project("Ett år & mer", _notes(2), coding()))) as found:
        parts = [(name, found.read(name).decode()) for name in found.namelist()]
    _kept("project", [line for name, part in parts for line in (f"==== {name}", *part.splitlines())])


@pytest.mark.parametrize("many", [25, 26, 30])
def test_of_long_tables_so_many_rows_are_printed_and_how_many_more_there_are(many: int) -> None:
    (one,) = season(1)
    tags = " ".join(f"#tagg{number:02}" for number in range(many))
    long = replace(one, said=(replace(one.said[0], text=tags),))
    lines = list(plain(replace(kept(1), quotes=()), compiled([long]), None, words("sv"), 80))
    assert sum(line.startswith("#tagg") for line in lines) == min(many, 25)
    assert (words("sv").compiling.more_rows(many - 25) in lines) == (many > 25)
