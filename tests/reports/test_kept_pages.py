"""Pages that are made of many rules are kept whole, in both languages and in widths of a narrow and a wide terminal.

What stands in them is read in the diff where it changes: `KEEP_SCREENS=1` keeps them as they are now.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.comparing import compared, framed, side_of
from diskussion_tui.domain.analysis.compilation_kept import moved
from diskussion_tui.domain.plan import clock
from diskussion_tui.domain.plan.show import show_in, used_in
from diskussion_tui.domain.plan.standing import standing_of
from diskussion_tui.domain.session import changes, merging, parking
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.reports import (
    as_json,
    coding_tables,
    comparing,
    compilation_moved,
    compilation_values,
    read_aloud,
    refi,
    run_of_show,
)
from diskussion_tui.reports.compass import compass, compass_values
from diskussion_tui.reports.compilation_document import document
from diskussion_tui.reports.compilation_plain import plain
from diskussion_tui.reports.exporting import Export
from diskussion_tui.reports.form import form
from diskussion_tui.reports.formats.excel import excel
from diskussion_tui.reports.formats.html import html
from diskussion_tui.reports.formats.markdown import markdown
from diskussion_tui.reports.formats.text import text
from diskussion_tui.reports.formats.word import word
from diskussion_tui.texts import words
from tests.support.builders import Group, every_version, small_workbook
from tests.support.cells import widest
from tests.support.kept import looks_as_kept
from tests.support.reported import example, workbook
from tests.support.season import coding, compilation, kept, season

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.reports.document import Document

LANGUAGES = ("sv", "en")


def _kept(name: str, lines: Iterable[str]) -> None:
    looks_as_kept(f"page-{name}", list(lines))


def _json(value: object) -> list[str]:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str).splitlines()


# ---- compilations ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [46, 80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("publish", [False, True])
def test_a_compilation_is_printed(language: str, width: int, *, publish: bool) -> None:
    lines = list(plain(kept(), compilation(), workbook(), words(language), width, publish=publish))
    assert widest(lines) <= width
    _kept(f"compilation{'-published' if publish else ''}-{language}-{width}", lines)


def test_of_few_discussions_in_another_workbook_things_are_called_what_their_ids_say() -> None:
    _kept("compilation-few", plain(kept(3), compilation(3), None, words("sv"), 80))


@pytest.mark.parametrize("publish", [False, True])
def test_a_compilation_is_a_document(*, publish: bool) -> None:
    for language in LANGUAGES:
        told = document(kept(), compilation(), workbook(), words(language), publish=publish)
        _kept(f"document{'-published' if publish else ''}-{language}", markdown(told).splitlines())


@pytest.mark.parametrize("publish", [False, True])
def test_a_compilation_is_values_for_programs(*, publish: bool) -> None:
    given = kept(2), compilation(2), workbook(), words("sv")
    name = f"values{'-published' if publish else ''}"
    _kept(name, _json(compilation_values.values(*given, publish=publish)))
    rows = compilation_values.rows(*given, publish=publish)
    _kept(f"{name}-rows", ("\t".join(map(str, row)) for row in rows))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_moved_is_told(language: str) -> None:
    now, before, said = compilation(), kept(3), words(language)
    told = compilation_moved.moved_rows(
        before, now, moved(before, now), ("trasig.toml", "å.toml"), workbook(), said
    )
    _kept(f"moved-{language}", told)
    same = kept()
    told = compilation_moved.moved_rows(same, now, moved(same, now), (), workbook(), said)
    forged = replace(same, numbers={**same.numbers, next(iter(same.numbers)): 77})
    more = compilation_moved.moved_rows(forged, now, moved(forged, now), (), workbook(), said)
    gone = replace(
        same, discussions=(replace(same.discussions[0], files=("f" * 64,)), *kept(3).discussions[1:])
    )
    other = compilation_moved.moved_rows(gone, compilation(3), moved(gone, compilation(3)), (), None, said)
    _kept(f"moved-a-little-{language}", [*told, "", *more, "", *other])


def test_what_has_moved_is_told_to_programs_number_by_number() -> None:
    found = moved(kept(2), compilation(3))
    values = compilation_moved.moved_values(kept(2), compilation(3), found, ("trasig.toml",))
    assert len(found.numbers) > compilation_moved.MOST_NUMBERS
    _kept("moved-values", _json(values))


# ---- documents -------------------------------------------------------------------------------------------------------


def _documents() -> dict[str, Document]:
    """A compilation, and a report of a discussion, in as few words as hold every sort of block."""
    report = Export(_led().session, small_workbook(), words("sv"), lambda _one: b"").document()
    return {"compilation": document(kept(1), compilation(1), workbook(), words("sv")), "report": report}


@pytest.mark.parametrize("name", ["compilation", "report"])
def test_a_document_is_set_as_text_and_as_a_web_page(name: str) -> None:
    told = _documents()[name]
    for width in (44, 80):
        lines = text(told, width).splitlines()
        assert widest(lines) <= width
        _kept(f"text-{name}-{width}", lines)
    _kept(f"html-{name}", html(told).partition("</style>")[2].replace("><", ">\n<").splitlines())


@pytest.mark.parametrize("name", ["compilation", "report"])
def test_a_document_is_set_for_word_and_excel(name: str) -> None:
    told = _documents()[name]
    _kept(f"word-{name}", _parts(word(told), "word/document.xml"))
    head, rows = ("Nr", "Anteckning", "N"), [(1, "Faxen ska bort " * 9, 7), (2, "=1+1", 0)]
    book = excel(told, "Anteckningar", head, rows, "Översikt")
    _kept(
        f"excel-{name}",
        _parts(book, "xl/worksheets/sheet", "xl/tables/", "xl/workbook.xml", "xl/sharedStrings.xml"),
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
        form(book, words("en"), _led().session),
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


# ---- single discussions ----------------------------------------------------------------------------------------------


def _led() -> Group:
    """A discussion in which a note is merged of merged ones, one is parked, one is contested and one is withdrawn."""
    group = Group(name="Ekerö, bord 2")
    group.does(changes.set_details, {"participants": 7, "place": "Biblioteket", "unit": "Geriatriken"})
    group.does(changes.set_verdict, "A.1", "ja")
    group.does(changes.set_wording, "A.3", "Vad saknas?")
    fax, brush, paper = group.says("Fax bort", "Inget fax", "Papper är\ndyrt 日本", kind="bort")
    (own,) = group.says("En egen fråga besvaras", question="A.3")
    (whole,) = group.says("Allt hänger ihop", question="E.allt")
    (away,) = group.says("Till nästa gång", kind="nytt")
    (gone,) = group.says("Ångrad")
    group.does(changes.support, fax, 4)
    group.does(changes.toggle_star, brush)
    group.does(changes.word_dissent, paper, "Någon vill ha det kvar")
    group.does(changes.toggle_dissent, own)
    group.does(changes.support, whole, 2)
    first = group.does(merging.merge, group.ids(), [fax, brush])
    assert first
    merged = next(one.id for one in first.versions if getattr(one, "sources", ()))
    group.does(merging.merge, group.ids(), [merged, paper])
    group.does(parking.park, away)
    group.does(changes.withdraw, gone)
    made = changes.add_notes(
        group.session, group.stamp(), group.ids(), "A.2", ["Från ett bord"], "nytt", group="3"
    )
    group._taken(made)
    return group


def _discussions() -> dict[str, tuple[Session, object]]:
    return {"example": (example(), workbook()), "evening": (_led().session, small_workbook())}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["example", "evening"])
def test_a_discussion_is_read_aloud(name: str, language: str) -> None:
    session, book = _discussions()[name]
    for width in (40, 80):
        page = read_aloud.discussion(session, book, words(language), width)  # type: ignore[arg-type]
        assert widest(page.splitlines()) <= width
        _kept(f"aloud-{name}-{language}-{width}", page.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_note_is_read_aloud_with_its_history(language: str) -> None:
    group = _led()
    pages = [
        read_aloud.one_note(group.session, small_workbook(), words(language), 60, note.id)
        for note in (*group.session.notes(), *group.session.parked())
    ]
    pages.append(read_aloud.one_note(group.session, None, words(language), 60, "nobody"))
    _kept(f"notes-aloud-{language}", "\n\n=\n\n".join(pages).splitlines())
    assert read_aloud.values(group.session) == as_json.session_values(group.session)
    note = group.session.notes()[0].id
    assert read_aloud.values(group.session, note) != read_aloud.values(group.session)


def _tables() -> list[Session]:
    """Two tables of one evening and another evening, with what is alike, the opposite, and said by one alone."""
    said = (
        [
            ("Fax mellan sjukhus och vårdcentral", "bort", 3),
            ("Dubbla remisser", "bort", 0),
            ("Mer tid", "", 0),
        ],
        [("Faxen mellan sjukhus och vårdcentral", "bort", 5), ("Inte stänga närakuten", "nytt", 0)],
        [("Stänga närakuten", "nytt", 0), ("Mera tid åt alla", "", 1)],
    )
    made = []
    for number, notes in enumerate(said):
        group = Group(start=1000 * (number + 1), name=f"Bord {number + 1}")
        group.does(changes.set_details, {"participants": 5 * number})
        group.does(changes.set_verdict, "A.1", ("ja", "nej", "nej")[number])
        for said_there, kind, hands in notes:
            (note,) = group.says(said_there, kind=kind)
            group.does(changes.support, note, hands)
        if number == 1:
            group.does(changes.toggle_dissent, note)
        made.append(group.session)
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_discussions_are_held_side_by_side(language: str) -> None:
    tables = _tables()
    sides = [side_of("Bord 1", tables[:1]), side_of("De andra", tables[1:])]
    found = compared(sides, framed(tables, small_workbook()))
    for width in (46, 80):
        page = comparing.plain(found, words(language), width)
        assert widest(page.splitlines()) <= width
        _kept(f"compared-{language}-{width}", page.splitlines())
    _kept("compared-values", _json(comparing.values(found)))
    three = compared([side_of(one.head.name, [one]) for one in tables], framed(tables, None))
    _kept(f"compared-three-{language}", comparing.plain(three, words(language)).splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_files_of_one_discussion_are_told_word_by_word(language: str) -> None:
    group = _led()
    before = group.session
    own = next(note for note in before.notes() if note.question == "A.3")
    whole = next(note for note in before.notes() if note.question == "E.allt")
    group.does(changes.revise, own.id, "En helt egen fråga blev besvarad")
    group.does(changes.support, whole.id, 6)
    group.does(changes.move, whole.id, "A.2", "nytt")
    group.says("Till sist", kind="bort")
    sides = [side_of("Då", [before]), side_of("Nu", [group.session])]
    found = compared(sides, framed([before, group.session], small_workbook()))
    page = comparing.plain(found, words(language)).splitlines()
    same = compared([sides[0], side_of("Igen", [before])], framed([before], small_workbook()))
    _kept(f"versions-{language}", [*page, "", "=", "", *comparing.plain(same, words(language)).splitlines()])
    _kept("versions-values", _json(comparing.values(found)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_run_of_show_is_printed(language: str) -> None:
    group = _led()
    steps = steps_of(small_workbook())
    group.does(clock.turn, "A.1", 0)
    group.clock.passes(minutes=7)
    group.does(clock.turn, "A.2", 7 * 60 + 31)
    group.clock.passes(minutes=3)
    now, pages, values = group.clock(), [], []
    for ends in (None, now.replace(minute=20), now.replace(hour=15)):
        group.session = _ending(group, ends)
        show = show_in(group.session, steps)
        standing = standing_of(show, used_in(group.session, now), "A.2", now, group.session.head.ends)
        for width in (40, 80):
            pages += run_of_show.rows(standing, group.session, words(language), width)
            pages += [run_of_show.summing_up(standing, group.session, words(language)), ""]
        values.append(run_of_show.values(standing, group.session))
    _kept(f"run-of-show-{language}", pages)
    _kept("run-of-show-values", _json(values))


def _ending(group: Group, ends: object) -> Session:
    """The session with another end."""
    head = replace(group.session.head, ends=ends)  # type: ignore[arg-type]
    return session_of(
        (head, *(one for one in every_version(group.session) if one.table != "session")), group.session.frame
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compass_is_printed(language: str) -> None:
    for width in (40, 80):
        pages = [
            compass(one, workbook(), words(language), width) for one in (None, example(), _led().session)
        ]
        _kept(f"compass-{language}-{width}", "\n\n=\n\n".join(pages).splitlines())
    _kept("compass-values", _json([compass_values(one, workbook().compass) for one in (None, example())]))
