"""Names that the program knows are in nothing that goes out to anybody, however they are written and wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.language.people import persons, without_people
from diskussion_tui.domain.session import changes
from diskussion_tui.reports.exporting import made
from diskussion_tui.reports.profile import INTERNAL, PUBLIC, Published
from diskussion_tui.workshop.report import Source, write_report
from tests.support.builders import Group
from tests.support.reported import export, workbook

if TYPE_CHECKING:
    from pathlib import Path

LEADER, WRITER = "Gunilla Perssonsdotter", "Torkel Antecknarsson"
NAMES = ("gunilla", "perssonsdotter", "torkel", "antecknarsson")


def led(**details: object) -> Group:
    group = Group()
    group.does(changes.set_details, {"facilitator": LEADER, "note_taker": WRITER, **details})
    return group


@pytest.mark.parametrize(
    "said",
    [
        "Gunilla Perssonsdotters idé",
        "gunilla perssonsdotter sade det",
        "Perssonsdotter, Gunilla",
        "Perssonsdotter Gunilla",
        "Gunilla  Perssonsdotter",
        "Gunilla\nPerssonsdotter",
        "Gunilla-Perssonsdotter",
        "GUNILLA PERSSONSDOTTER",
        "Torkel höll inte med",
        "Torkels idé",
        "TORKEL höll inte med",
        "Fru Perssonsdotter",
        "Gunilla och Torkel",
    ],
)
def test_a_name_is_hidden_however_it_is_written_in_a_note(said: str) -> None:
    group = led()
    group.says(f"Bort: {said}", kind="bort")
    for wanted in ("md", "csv", "json", "txt", "html", "toml"):
        told = made(export(group.session, PUBLIC), wanted).decode().lower()
        assert [one for one in NAMES if one in told] == [], wanted
        assert "namn" in told
    assert "[namn]" not in made(export(group.session, INTERNAL), "json").decode()


@pytest.mark.parametrize(
    "field", ["name", "place", "unit", "retention", "registry_number", "information_class"]
)
def test_a_name_is_hidden_in_every_field_of_the_head(field: str) -> None:
    group = led(**{field: f"Rum hos {LEADER} och Torkel"})
    for wanted in ("md", "json", "toml", "html"):
        told = made(export(group.session, PUBLIC), wanted).decode().lower()
        assert [one for one in NAMES if one in told] == [], wanted


def test_a_table_that_is_called_after_somebody_is_not() -> None:
    group = led()
    group.does(changes.add_notes, group.ids(), "A.2", ["Bort med faxen"], "bort", group=f"Bord {WRITER}")
    for wanted in ("md", "csv", "json"):
        told = made(export(group.session, PUBLIC), wanted).decode()
        assert "Torkel" not in told
        assert "Bord" in told


@pytest.mark.parametrize("between", [" och ", ", ", " & ", " and ", "/", "; "])
def test_two_in_one_field_are_each_hidden(between: str) -> None:
    assert persons(f"Gunilla Ek{between}@Åke Örn") == ("Gunilla Ek", "Åke Örn")
    group = led(facilitator=f"Gunilla Ek{between}Åke Örn")
    group.says("Åke Örn ville och Gunilla Ek ville inte", kind="bort")
    assert "[namn] ville och [namn] ville inte" in made(export(group.session, PUBLIC), "json").decode()


def test_who_led_it_before_is_hidden_too() -> None:
    group = led()
    group.says("Gunilla sade det", kind="bort")
    group.does(changes.set_details, {"facilitator": "Ny Ledare"})
    assert "Gunilla" not in made(export(group.session, PUBLIC), "json").decode()


@pytest.mark.parametrize(
    "said", ["sten i skon", "Stenar i skon", "en bo i skogen", "Bo kvar", "ekonomi", "Rosen", "nyårsros"]
)
def test_common_words_stay(said: str) -> None:
    assert without_people(said, "[namn]", ["Sten Ek", "Bo Ros"]) == said


def test_of_two_names_of_which_one_begins_the_other_the_whole_of_each_is_hidden() -> None:
    names = ["Ann Bosdottersson", "Ann'e Ek"]
    assert without_people("Ann'e kom, Ann gick", "[namn]", names) == "[namn] kom, [namn] gick"


def test_the_file_that_goes_out_is_called_after_nobody(tmp_path: Path) -> None:
    group = led(name=f"Samtal med {LEADER}")
    source = Source(group.session, workbook(), tmp_path / "gunilla_x.toml", tmp_path)
    path = write_report(source, export(group.session, PUBLIC), "md")
    assert [one for one in NAMES if one in path.name.lower()] == []
    assert "namn" in path.name
    assert Published(frozenset({LEADER})).file_name("om-gunilla-perssonsdotter-2", "[namn]") == "om-namn-2"
