"""Looking for notes within one discussion: the search language, less what is about many."""

from __future__ import annotations

import pytest

from diskussion_tui.domain.analysis.query.vocabulary import vocabulary_in
from diskussion_tui.domain.analysis.query.within import Within
from diskussion_tui.domain.session import changes, parking
from tests.support.builders import Group, small_workbook

SAID = ("Fax mellan sjukhus", "Faxen ska bort", "Vårdköer", "Brev till kommunen")


@pytest.fixture
def within() -> Within:
    evening = Group()
    evening.says(*SAID, kind="bort")
    (parked,) = evening.says("Parkerat fax")
    evening.does(parking.park, parked)
    (gone,) = evening.says("Borttaget fax")

    evening.does(changes.withdraw, gone)
    session = evening.session
    return Within(session, (*session.notes(), *session.parked()), vocabulary_in(small_workbook()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [*SAID, "Parkerat fax"]),
        ("FAX", [SAID[0], SAID[1], "Parkerat fax"]),
        ("fax sjukhus", [SAID[0]]),
        ("fax -sjukhus", [SAID[1], "Parkerat fax"]),
        ("sjukhus ELLER kommunen", [SAID[0], SAID[3]]),
        ('"ska bort"', [SAID[1]]),
        ("fax kategori:bort", [SAID[0], SAID[1]]),
        ("fråga:A.2 brev", [SAID[3]]),
        ("A.2 brev", [SAID[3]]),
        ("parkerade:bara", ["Parkerat fax"]),
        ("ekerö", []),
        ("vårdkoer", [SAID[2]]),
    ],
)
def test_a_note_is_found_as_everywhere_but_not_by_the_name_of_its_discussion(
    within: Within, text: str, found: list[str]
) -> None:
    here = within.find(text)
    assert [note.text for note in here.notes] == found
    assert here.loose == (text == "vårdkoer")
    assert here.problem is None


def test_what_cannot_be_read_is_a_problem_and_finds_nothing(within: Within) -> None:
    here = within.find("kategori:")
    assert here.problem
    assert here.notes == ()
