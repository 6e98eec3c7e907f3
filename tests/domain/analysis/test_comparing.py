"""Comparing: what only one discussion says, what several say, and what must never be taken for the same."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.analysis.comparing import are_versions, changed, compared, framed, side_of
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.session import Frame
from tests.support.builders import Group

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.comparing import Comparison
    from diskussion_tui.domain.session.session import Session

FAX = "Fax mellan sjukhus och vårdcentral"


def _said(*notes: tuple[str, str], start: int) -> Session:
    """A discussion in which some notes were said: kind and words."""
    group = Group(start=start)
    for kind, text in notes:
        group.says(text, kind=kind)
    return group.session


def _compared(*sessions: Session) -> Comparison:
    sides = [side_of(f"nr {number}", [one]) for number, one in enumerate(sessions)]
    return compared(sides, framed(sessions, None))


def test_what_several_say_is_suggested_and_what_only_one_says_stands_alone() -> None:
    found = _compared(
        _said(("bort", FAX), ("nytt", "Hembesök dygnet runt"), start=1000),
        _said(("bort", "Faxen mellan sjukhus och vårdcentral"), start=2000),
    )
    (asked,) = found.questions
    (alike,) = asked.alike
    assert [one.note.text for one in alike.notes] == [FAX, "Faxen mellan sjukhus och vårdcentral"]
    assert [[note.text for note in those] for those in asked.only] == [["Hembesök dygnet runt"], []]
    assert [dict(one.kinds) for one in asked.stances] == [{"bort": 1, "nytt": 1}, {"bort": 1}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("bort", FAX), ("nytt", FAX)),
        (("", "Stäng närakuten i Järva"), ("", "Öppna närakuten i Järva")),
        (("", "Inte fler vårdcentraler i city"), ("", "Fler vårdcentraler i city")),
    ],
)
def test_the_opposite_and_another_kind_are_never_taken_for_the_same(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    (asked,) = _compared(_said(one, start=1000), _said(other, start=2000)).questions
    assert asked.alike == ()
    (contrast,) = asked.contrasts
    assert {contrast.one.note.text, contrast.other.note.text} == {one[1], other[1]}


def _groups_of(*groups: list[str]) -> Comparison:
    """Groups of discussions, a note in each."""
    sides = [
        side_of(
            f"nr {number}",
            [
                _said(("", text), start=10_000 * (1 + number) + 100 * place)
                for place, text in enumerate(texts)
            ],
        )
        for number, texts in enumerate(groups)
    ]
    return compared(sides, framed([], None))


def test_a_sentence_that_thirty_discussions_share_is_said_by_all_of_them_and_never_by_one_side_alone() -> (
    None
):
    saying = "Kontinuitet är viktigare än närhet."
    others = [
        f"{saying} Det vet vi {one}" for one in ("alla", "här", "nu", "sedan länge", "gott", "väl", "redan")
    ]
    (asked,) = _groups_of([saying] * 15 + others, [saying.upper()] * 15).questions
    (alike,) = [group for group in asked.alike if any(one.note.text == saying for one in group.notes)]
    assert sum(one.note.text.upper() == saying.upper() for one in alike.notes) == 30
    assert not any(note.text.upper() == saying.upper() for those in asked.only for note in those)


def test_what_many_of_ones_own_nearly_say_does_not_hide_that_the_others_say_it_too() -> None:
    own = [f"Hembesök dygnet runt av läkare nummer {number}" for number in range(20)]
    (asked,) = _groups_of(own, ["Hembesök dygnet runt av läkare"]).questions
    assert asked.only == ((), ())


def test_what_there_is_too_much_of_to_be_sought_is_not_called_one_sides_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("diskussion_tui.domain.analysis.comparing.MOST_ALIKE", 1)
    (asked,) = _groups_of(["Bänkar", "Fontän", "Hembesök"], ["Fontän", "Lekplats"]).questions
    assert [{one.note.text for one in group.notes} for group in asked.alike] == [{"Fontän"}]
    assert asked.in_part
    told = [
        {note.text for those in (asked.only[side], asked.unsought[side]) for note in those} for side in (0, 1)
    ]
    assert told == [{"Bänkar", "Hembesök"}, {"Lekplats"}]
    assert {note.text for note in asked.unsought[0]} >= {"Hembesök"}


def test_withdrawn_and_parked_notes_are_not_compared() -> None:
    group = Group()
    (kept,) = group.says("Bänkar vid dammen")
    (gone,) = group.says("Fontän")
    group.does(changes.withdraw, gone)
    assert [note.id for note in side_of("a", [group.session]).said] == [kept]


def test_verdicts_and_hands_are_counted_a_side() -> None:
    group = Group()
    (note,) = group.says("Bänkar vid dammen", kind="nytt")
    group.does(changes.support, note, 7)
    group.does(changes.set_verdict, "A.1", "ja")
    group.does(changes.set_details, {"participants": 14})
    found = _compared(group.session, _said(start=9000))
    assert [one.id for one in found.questions] == ["A.1", "A.2"]
    assert found.questions[0].stances[0].verdicts == {"ja": 1}
    assert found.questions[1].stances[0].hands == 7
    assert found.sides[0].participants == 14


def test_two_versions_of_a_discussion_are_told_note_by_note() -> None:
    before = Group()
    (first, second) = before.says("Bänkar vid dammen", "Fontän")
    after = Group(session=before.session, start=5000)
    after.does(changes.revise, first, "Bänkar i skugga vid dammen")
    after.does(changes.withdraw, second)
    (third,) = after.says("Lekplats")
    found = _compared(before.session, after.session)
    assert are_versions(found)
    told = {one.id: one for one in changed(*found.sides)}
    assert told.keys() == {first, second, third}
    assert told[second].after is None
    assert told[third].before is None


TEXTS = st.sampled_from(
    [
        FAX,
        "Faxen mellan sjukhus",
        "Inte fax mellan sjukhus",
        "Hembesök",
        "Hembesök dygnet runt",
        "Fler hembesök",
        "",
    ]
)
NOTES = st.lists(st.tuples(st.sampled_from(["", "bort", "nytt"]), TEXTS), max_size=6)


@given(sides=st.lists(NOTES, min_size=2, max_size=4), seed=st.integers(0, 99))
def test_every_note_stands_once_and_the_order_of_the_sides_changes_nothing(
    sides: list[list[tuple[str, str]]], seed: int
) -> None:
    sessions = [_said(*notes, start=1000 * (1 + number)) for number, notes in enumerate(sides)]
    found = _compared(*sessions)
    for asked in found.questions:
        shared = [one.note.id for group in asked.alike for one in group.notes]
        alone = [note.id for those in asked.only for note in those]
        assert not asked.in_part
        assert sorted(shared + alone) == sorted(note.id for one in asked.stances for note in one.notes)
        assert all(len(group.sides) > 1 for group in asked.alike)
    shuffled = random.Random(seed).sample(sessions, len(sessions))
    assert _groups(found) == _groups(_compared(*shuffled))
    assert compared([], Frame()).questions == ()


def _groups(found: Comparison) -> set[frozenset[str]]:
    return {
        frozenset(one.note.id for one in group.notes) for asked in found.questions for group in asked.alike
    }
