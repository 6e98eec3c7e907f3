"""The compass in numbers and names: cells, what stands on them, and which of them somebody means."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.session import placing
from diskussion_tui.domain.session.changes import set_state
from diskussion_tui.domain.session.placing import placed, signs, tally
from diskussion_tui.domain.session.refusals import FinalError
from diskussion_tui.domain.workbook.compass import also_called, cell_named, cells_meant, cells_of, groups_of
from tests.support.builders import Group, workbook_in

WORKBOOK = workbook_in(default_workbook())
COMPASS, GLOSSARY = WORKBOOK.compass, WORKBOOK.glossary


def meant(given: str) -> list[str]:
    return [cell.id for cell in cells_meant(given, COMPASS, GLOSSARY)]


def test_the_compass_has_31_forms_and_four_branches_each_with_an_id_of_its_own() -> None:
    cells = cells_of(COMPASS)
    assert len(cells) == len({cell.id for cell in cells}) == 35
    assert [cell.id for cell in cells if not cell.area] == list(COMPASS.branches)


@pytest.mark.parametrize(
    ("given", "cells"),
    [
        ("akut/Akutsjukhus", ["akut/Akutsjukhus"]),
        ("AKUT/akutsjukhus", ["akut/Akutsjukhus"]),
        ("akutsjukhus", ["akut/Akutsjukhus", "planerad/Akutsjukhus"]),
        ("Akutsjukhus (Planerad vård)", ["planerad/Akutsjukhus"]),
        ("geriatrik", ["Geriatrik"]),
        ("geri", ["Geriatrik"]),
        ("bmm", ["prevention/BMM"]),
        ("barnmorskemottagning", ["prevention/BMM"]),
        ("barnavård", ["prevention/BVC"]),
        ("hälso- och sjukvård", ["prevention/Hälsofrämjande HSV"]),
        ("fotvård", ["planerad/Andra tjänster såsom syncentral, medicinsk fotvård"]),
        ("  NÄRAKUTER ", ["akut/Närakuter"]),
        ("öga", []),
        ("", []),
    ],
)
def test_a_cell_is_meant_by_its_id_its_name_a_part_of_it_or_its_short_form(
    given: str, cells: list[str]
) -> None:
    assert meant(given) == cells


def test_a_form_written_out_is_also_called_by_its_short_form() -> None:
    cell = replace(cells_of(COMPASS)[0], name="Barnmorskemottagning")
    assert also_called(cell, GLOSSARY) == "BMM"


def test_few_notes_are_signs_and_many_are_numbers() -> None:
    assert signs({"vidareutveckla": 1, "avveckla": 2}, WORKBOOK.kinds) == (
        ("avveckla", "−−"),
        ("vidareutveckla", "›"),
    )
    many = signs({"nyutveckla": 1, "avveckla": 7, "": 2}, WORKBOOK.kinds)
    assert "".join(text for _, text in many) == "−7 +1 •2"


def test_a_note_on_two_cells_counts_in_both_and_one_taken_back_in_neither() -> None:
    group = Group()
    fax, brev = group.says("Fax", "Brev", kind="bort")
    group.does(placing.place, fax, ["a/Ek", "Väg"])
    group.does(placing.place, brev, ["a/Ek"])
    assert tally(group.session.notes()) == {"a/Ek": {"bort": 2}, "Väg": {"bort": 1}}
    group.undoes()
    assert {cell: [note.text for note in there] for cell, there in placed(group.session.notes()).items()} == {
        "a/Ek": ["Fax"],
        "Väg": ["Fax"],
    }


def test_placing_where_it_stands_already_is_no_change() -> None:
    group = Group()
    (fax,) = group.says("Fax")
    assert group.does(placing.place, fax, ["Väg", " Väg ", ""])
    assert group.does(placing.place, fax, ["Väg"]) is None
    assert group.does(placing.unplace, fax, ["a/Ek"]) is None
    assert [note.places for note in group.session.notes()] == [("Väg",)]


def test_what_is_final_is_not_placed() -> None:
    group = Group()
    (fax,) = group.says("Fax")
    group.does(set_state, "fastställd")
    with pytest.raises(FinalError):
        group.does(placing.place, fax, ["Väg"])


def test_what_stands_on_another_workbooks_cell_is_still_seen() -> None:
    *_, last = groups_of(COMPASS, ["akut/Närakuter", "meet/Review"])
    assert (last.heading, [cell.name for cell in last.cells]) == ("", ["Review"])
    assert cell_named(None, "meet/Review").label == "Review (meet)"


@given(st.text(max_size=30))
def test_any_id_has_a_name_on_one_line(cell_id: str) -> None:
    assert "\n" not in cell_named(COMPASS, cell_id).label
