"""Filters: which there are for the notes in view, what they show, and what they never hide."""

from __future__ import annotations

import datetime as dt

import pytest

from diskussion_tui.domain.analysis.filters import Filter, choices, filtered
from diskussion_tui.domain.session.records import Note

AT = dt.datetime(2026, 5, 12, 12, tzinfo=dt.UTC)


def note(number: int, text: str = "Fax", **said: object) -> Note:
    given = {"question": "A.2", "kind": "bort"} | said
    return Note(id=f"n{number}", change="c", writer="anna", at=AT, text=text, **given)  # type: ignore[arg-type]


NOTES = (
    note(1, "Fax #fax #Digitalt @anna", supporters=3, star=True),
    note(2, "Brev #FAX", group="3", dissent=True),
    note(3, "Hemsjukvård", kind="nytt", places=("akut/Närakuter", "Geriatrik")),
)


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (Filter("kind", "bort"), ["n1", "n2"]),
        (Filter("star"), ["n1"]),
        (Filter("dissent"), ["n2"]),
        (Filter("no_hands"), ["n2", "n3"]),
        (Filter("tag", "fax"), ["n1", "n2"]),
        (Filter("tag", "digitalt"), ["n1"]),
        (Filter("owner", "anna"), ["n1"]),
        (Filter("table", "3"), ["n2"]),
        (Filter("table", ""), ["n1", "n3"]),
        (Filter("cell", "Geriatrik"), ["n3"]),
        (Filter("no_cell"), ["n1", "n2"]),
    ],
)
def test_each_sort_of_filter_shows_its_notes_and_is_offered_with_their_number(
    wanted: Filter, shown: list[str]
) -> None:
    assert [one.id for one in NOTES if wanted.matches(one)] == shown
    assert [one.count for one in choices(NOTES) if one.filter == wanted] == [len(shown)]


def test_kinds_come_first_in_the_workbooks_order_and_tags_with_most_notes_first() -> None:
    found = [one.filter for one in choices(NOTES, ["nytt", "bort"])]
    assert found[:2] == [Filter("kind", "nytt"), Filter("kind", "bort")]
    assert [one.value for one in found if one.sort == "tag"] == ["fax", "digitalt"]


def test_what_all_lack_is_not_asked_for() -> None:
    assert [one.filter.sort for one in choices((note(1), note(2)))] == ["kind"]
    assert choices(()) == ()


def test_what_is_said_or_made_to_fit_after_the_filter_was_chosen_is_shown_and_nothing_goes_away() -> None:
    on = filtered(Filter("star"), "A.2", NOTES)
    assert [one.id for one in NOTES if on.shows(one)] == ["n1"]
    assert on.shows(note(4, "Helt ny"))
    assert on.shows(note(2, star=True))
    assert on.shows(note(1, star=False))
    assert on.shows(note(2, question="A.1"))
