"""What a note's words propose of the compass: the form that is spoken of, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given

from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.workbook.compass import Cell, cells_of
from diskussion_tui.domain.workbook.proposals import MOST, proposals
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
