"""What a note's words propose of the compass: the form that is spoken of, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.workbook.compass import Cell, cells_of
from diskussion_tui.domain.workbook.proposals import MOST, proposals
from diskussion_tui.domain.workbook.workbook import Area, Term
from tests.support.builders import workbook_in
from tests.support.hostile import hostile_texts
from tests.support.people import SMALL_WORKBOOK

WORKBOOK = workbook_in(default_workbook())
SMALL = workbook_in(SMALL_WORKBOOK, "en")


def proposed(text: str) -> list[str]:
    found = proposals(text, WORKBOOK.compass, WORKBOOK.glossary)
    return list(dict.fromkeys(proposal.cell.name for proposal in found))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Stäng akuten på natten", ["Akutsjukhus", "Närakuter"]),
        ("Fler akuter", ["Akutsjukhus", "Närakuter"]),
        ("akutsjukhuset i söder", ["Akutsjukhus"]),
        ("Fax mellan sjukhus och kommun", ["Akutsjukhus"]),
        ("husläkare åt alla", ["Husläkarmottagningar"]),
        ("psykiatrin når inte unga", ["Psykiatri"]),
        ("barnpsykiatrin", ["Psykiatri"]),
        ("1177 som enda ingång", ["1177 Vårdguiden"]),
        ("BVC hemma", ["BVC"]),
        ("bvc:n", ["BVC"]),
        ("barnavårdscentralen", ["BVC"]),
        ("barnmorskan ringer", ["BMM"]),
        ("Hemsjukvård dygnet runt", ["Hemsjukvård"]),
        ("Bygg ut primärvården", ["Primärvård"]),
        ("närakuten", ["Närakuter"]),
        ("fråga apoteket", ["Apotek: råd, receptfria läkemedel"]),
        ("appen", ["Appar: Nätchat"]),
        ("TANDVÅRDEN", ["Tandvård"]),
        ("akuten, sedan husläkaren", ["Akutsjukhus", "Husläkarmottagningar", "Närakuter"][:3]),
    ],
)
def test_a_form_is_proposed_for_the_words_that_people_use_for_it(text: str, names: list[str]) -> None:
    assert set(proposed(text)) <= set(names)
    assert proposed(text)[0] == names[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "vård",
        "mottagningen",
        "hälsa",
        "råd och information",
        "Listning på team i stället för på läkare",
        "Digital vårdcentral för hela länet",
        "Samhället",
        "1178",
    ],
)
def test_words_that_fit_everything_or_nothing_propose_nothing(text: str) -> None:
    assert proposed(text) == []


def test_the_same_form_in_two_areas_is_proposed_twice_with_the_notes_own_word() -> None:
    found = proposals("Tandvården åt äldre", WORKBOOK.compass, WORKBOOK.glossary)
    assert [(one.cell.id, one.word) for one in found] == [
        ("akut/Tandvård", "Tandvården"),
        ("planerad/Tandvård", "Tandvården"),
    ]


def test_another_workbooks_compass_is_read_in_the_same_way() -> None:
    found = proposals("Shorter handovers, and plan the reviews", SMALL.compass, SMALL.glossary)
    assert [one.cell.name for one in found] == ["Handover", "Review", "Planning"]


@pytest.mark.parametrize("cell", cells_of(WORKBOOK.compass), ids=lambda cell: cell.id)
def test_a_forms_own_name_proposes_it(cell: Cell) -> None:
    assert cell.name in proposed(cell.name)


@given(hostile_texts)
def test_whatever_is_said_at_most_four_are_proposed_each_once_for_a_word_that_stands_there(text: str) -> None:
    found = proposals(f"{text} akuten husläkare tandvård psykiatri", WORKBOOK.compass, WORKBOOK.glossary)
    assert 0 < len(found) <= MOST
    assert len({one.cell.id for one in found}) == len(found)
    assert all(one.word in f"{text} akuten husläkare tandvård psykiatri" for one in found)


NAMES = (
    "Akutvård/Närsjukhus: Nätchat",
    "Nummer 1177",
    "Hemma",
    "Hemvård i kommun",
    "Vård av barn på mottagning",
)


def _spoken(text: str, *terms: tuple[str, str], names: tuple[str, ...] = NAMES) -> list[tuple[str, str]]:
    """What a note proposes of a compass of some names, each with the word that says so."""
    part = replace(WORKBOOK.compass, areas=(Area("a", "Allt", names),), branches=())
    glossary = [Term(term, meaning) for term, meaning in terms]
    return [(one.cell.name, one.word) for one in proposals(text, part, glossary)]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("ring 1177 nu", [("Nummer 1177", "1177")]),  # a number is enough of a name
        ("numret", []),  # a part of it is not
        ("HEMMA", [("Hemma", "HEMMA")]),
        ("kommun och hemvård", [("Hemvård i kommun", "kommun")]),  # the first word that speaks of it
        ("vår hemvård kom", [("Hemvård i kommun", "hemvård")]),
        ("nätchatten", [("Akutvård/Närsjukhus: Nätchat", "nätchatten")]),
    ],
)
def test_so_much_of_a_name_must_be_said_and_its_first_word_is_pointed_at(
    text: str, spoken: list[tuple[str, str]]
) -> None:
    assert _spoken(text) == spoken


def test_the_surest_comes_first_and_then_what_comes_first_in_the_note() -> None:
    names = ("Psykiatri", "Tandvård", "Barnpsykiatri")
    assert [name for name, _ in _spoken("tandvård och psykiatri", names=names)][:2] == [
        "Tandvård",
        "Psykiatri",
    ]
    assert [name for name, _ in _spoken("barnpsykiatri, tandvård", names=names)][:2] == [
        "Barnpsykiatri",
        "Tandvård",
    ]


def test_a_short_form_is_also_what_the_glossary_says_it_stands_for() -> None:
    assert _spoken("barnavårdscentral", names=("BVC",)) == []
    assert _spoken("barnavårdscentral", ("BVC", "Barnavårdscentral"), names=("BVC",)) == [
        ("BVC", "barnavårdscentral")
    ]


def test_no_more_than_are_of_help_are_proposed() -> None:
    names = tuple(f"Mottagning{letter * 6}" for letter in "abcdefg")
    assert len(_spoken(" ".join(names), names=names)) == MOST


def test_a_number_is_enough_of_a_name_whatever_else_of_it_is_said() -> None:
    name = ("Norra 1177 biblioteksväsendet",)
    assert _spoken("ring 1177", names=name) == [(name[0], "1177")]
    assert _spoken("norra 1177", names=name) == [(name[0], "norra")]
    assert _spoken("norra", names=name) == []
