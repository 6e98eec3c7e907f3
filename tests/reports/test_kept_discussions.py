"""Pages about single discussions are kept whole, in both languages: read aloud, side by side, word by word, ranked, planned, archived."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.comparing import compared, framed, side_of
from diskussion_tui.domain.analysis.open_actions import latest, told_in
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.analysis.query.vocabulary import vocabulary_in
from diskussion_tui.domain.plan import clock
from diskussion_tui.domain.plan.show import show_in, used_in
from diskussion_tui.domain.plan.standing import standing_of
from diskussion_tui.domain.session import changes, conclusions, parking, rounds
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.records import Conclusion
from diskussion_tui.domain.story.history import parts_of
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.reports import (
    archive,
    as_json,
    comparing,
    queries,
    read_aloud,
    run_of_show,
)
from diskussion_tui.reports import rounds as told_rounds
from diskussion_tui.reports.action_rows import action_rows
from diskussion_tui.reports.compass import compass, compass_values
from diskussion_tui.reports.exporting import Export
from diskussion_tui.reports.formats.xml import xml
from diskussion_tui.reports.history import in_short, taken_back
from diskussion_tui.texts import LANGUAGES, words
from tests.support.builders import NOON, Group, every_version, small_workbook
from tests.support.cells import widest
from tests.support.contested import contested
from tests.support.kept import json_lines as _json
from tests.support.kept import page_looks_as_kept as _kept
from tests.support.reported import example, workbook

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session


def _discussions() -> dict[str, tuple[Session, object]]:
    return {"example": (example(), workbook()), "evening": (contested().session, small_workbook())}


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
    group = contested()
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
    group = contested()
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
    group = contested()
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
            compass(one, workbook(), words(language), width) for one in (None, example(), contested().session)
        ]
        _kept(f"compass-{language}-{width}", "\n\n=\n\n".join(pages).splitlines())
    _kept("compass-values", _json([compass_values(one, workbook().compass) for one in (None, example())]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_rounds_are_printed_and_set(language: str) -> None:
    group = contested()
    pages: list[str] = []
    values = []
    for number, method in enumerate(("prickar", "ordning", "prickar")):
        begun = group.does(rounds.begin_round, group.new_id(), "A", method, 3)
        assert begun
        of = begun.versions[0].id
        notes = [note.id for note in rounds.in_section(group.session, "A")]
        for place, note in enumerate(notes[: 3 - number]):
            group.does(
                rounds.give_dots if method == "prickar" else rounds.put_in_order, of, note, 2 + place % 2
            )
        if number == 0:
            group.does(rounds.close_round, of)
            group.does(parking.park, notes[0])
    away = group.session.notes()[0].id
    group.does(changes.move, away, "E.allt", "")
    for one in rounds.rounds_in(group.session, "A"):
        for width in (36, 80):
            pages += told_rounds.round_rows(group.session, one, words(language), width, short_ids=width > 40)
        pages += [
            repr(
                told_rounds.round_table(
                    group.session, one, words(language), None if of_all else lambda _number: "färre än 5"
                )
            )
            for of_all in (True, False)
        ]
        values.append(told_rounds.round_values(group.session, one))
    assert told_rounds.sections_ranked(group.session) == ("A",)
    _kept(f"rounds-{language}", pages)
    _kept("rounds-values", _json(values))


def test_a_round_in_which_nothing_stands_says_so() -> None:
    group = Group()
    begun = group.does(rounds.begin_round, group.new_id(), "A", "prickar", 3)
    assert begun
    of = rounds.round_named(group.session, begun.versions[0].id)
    assert of
    said = words("sv")
    assert f"       {said.rounds.empty}".strip() in [
        row.strip() for row in told_rounds.round_rows(group.session, of, said, 80)
    ]
    assert told_rounds.round_table(group.session, of, said).rule == said.rounds.empty


def test_a_package_for_an_archive_says_in_plain_swedish_what_it_is() -> None:
    group = contested()
    pages = []
    for history, originals, details in (
        (False, {}, {}),
        (True, {"Samtal.toml": b"x"}, {"registry_number": "2026/114", "information_class": "öppen"}),
    ):
        group.does(changes.set_details, details)
        export = Export(group.session, small_workbook(), words("en"), lambda _one: b"x", history=history)
        made = archive.package("Samtal", export, archive.Kept("Maja" * history, originals))
        with zipfile.ZipFile(io.BytesIO(made)) as found:
            names = found.namelist()
            parts = [(name, found.read(name).decode()) for name in names if name.endswith((".txt", ".csv"))]
        kept = [(name, part) for name, part in parts if "sha256" not in name and "bag-info" not in name]
        about = next(part for name, part in parts if "bag-info" in name).splitlines()
        pages += [*names, *(line for line in about if not line.startswith("Payload"))]
        pages += [line for name, part in kept for line in (f"==== {name}", *part.splitlines())]
    _kept("archive", pages)


def test_values_are_xml_and_what_xml_cannot_carry_is_told_by_a_sign() -> None:
    told = xml(
        "diskussion",
        {"a": [1, "två", None, True], "b": {"c": False, "d": "x\0y\ud800\rz<&>"}},
        version="1",
        language="sv",
    )
    assert told.decode().splitlines() == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<diskussion language="sv" version="1">',
        "  <a>",
        "    <item>1</item>",
        "    <item>två</item>",
        "    <item />",
        "    <item>true</item>",
        "  </a>",
        "  <b>",
        "    <c>false</c>",
        "    <d>x\ufffdy\ufffd",
        "z&lt;&amp;&gt;</d>",
        "  </b>",
        "</diskussion>",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_with_a_query_is_told_with_what_to_write(language: str) -> None:
    asked = (
        "fax typ:",
        "typ:drömmar",
        "tema:",
        "händer:många",
        "hands:many",
        "från:igår",
        "from:x",
        "fråga:",
        "klart:kanske",
        "OR",
        "fax ELLER",
        "fax OR",
        "slag:x",
        "kind:x",
    )
    known = vocabulary_in(workbook())
    problems = [(one, parse(one, known).problem) for one in asked]
    _kept(
        f"queries-{language}",
        [f"{one}  →  {queries.told(found, words(language)) if found else '-'}" for one, found in problems],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_actions_are_rows_with_how_they_stand(language: str) -> None:
    group = Group()
    for text in ("Ring @Anna senast 11/5", "Skriv senast 12/5", "Vänta", "Klar senast 1/5"):
        group.does(
            conclusions.conclude,
            group.new_id(),
            "åtgärd",
            conclusions.read(text, "åtgärd", ("A",), NOON.date()),
        )
    group.does(conclusions.toggle_done, max(one.id for one in group.session.current(Conclusion)))
    head, rows = action_rows(latest(told_in(group.session)), words(language), NOON.date())
    _kept(f"actions-{language}", map("\t".join, [head, *rows]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_done_last_is_told_in_few_words(language: str) -> None:
    group, said = contested(), words(language)
    told = [
        in_short(
            group.session, parts_of(group.session, made.id, made.versions), said, said.walk.undone_others
        )
        for made in group.made
    ]
    undone = group.undoes()
    assert undone
    told.append(taken_back(group.session, undone, said))
    again = group.redoes()
    assert again
    told.append(taken_back(group.session, again, said))
    _kept(f"in-short-{language}", [*told, in_short(group.session, (), said, said.walk.undone_others)])
