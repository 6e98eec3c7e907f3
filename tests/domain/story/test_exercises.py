"""The exercises of practice: each is over when what it asks for has been done, and not because it was so before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.plan import changes as planning
from diskussion_tui.domain.session import changes, conclusions, merging, parking, placing, rounds
from diskussion_tui.domain.session.records import Round
from diskussion_tui.domain.story.exercises import EXERCISES, Seen
from tests.support.builders import NOON, Group

if TYPE_CHECKING:
    from collections.abc import Callable


def _note(group: Group) -> str:
    return group.session.notes()[0].id


def _rank(group: Group) -> None:
    group.does(rounds.begin_round, group.new_id(), "A", "prickar", 3)
    group.does(rounds.give_dots, group.session.current(Round)[-1].id, _note(group), 2)


def _conclude(group: Group) -> None:
    said = conclusions.read("Ring", "åtgärd", ("A",), NOON.date())
    group.does(conclusions.conclude, group.new_id(), "åtgärd", said)


def _merge(group: Group) -> None:
    ids = [note.id for note in group.session.notes()[:2]]
    group.does(merging.merge, group.ids(), ids, [merging.Wish("ett")])


DONE: dict[str, Callable[[Group], object]] = {
    "say": lambda group: group.says("Brev"),
    "hands": lambda group: group.does(changes.support, _note(group), 1),
    "dissent": lambda group: group.does(changes.word_dissent, _note(group), "nej"),
    "merge": _merge,
    "place": lambda group: group.does(placing.place, _note(group), ("a/Ek",)),
    "tag": lambda group: group.says("Fax #digitalt"),
    "park": lambda group: group.does(parking.park, _note(group)),
    "rank": _rank,
    "clock": lambda group: group.does(planning.add_break, group.new_id(), "Fika", 5, "A.2"),
    "conclude": _conclude,
}


def _is_done(exercise: str, before: Group, now: Group) -> bool:
    (one,) = (one for one in EXERCISES if one.id == exercise)
    return one.is_done(Seen(before.session, now.session, "A.1", frozenset()))


@pytest.mark.parametrize("exercise", DONE)
def test_an_exercise_is_over_once_it_has_been_done_and_not_because_it_was_so_before(exercise: str) -> None:
    before = Group()
    before.says("Fax", "Köer", "Pärmar")
    now = Group("bo", before.session, start=500)
    assert not _is_done(exercise, before, now)
    DONE[exercise](now)
    assert _is_done(exercise, before, now)
    assert not _is_done(exercise, now, now)


def test_hands_that_are_taken_away_or_were_there_are_no_hands_counted() -> None:
    before = Group()
    (note,) = before.says("Fax")
    before.does(changes.support, note, 3)
    now = Group("bo", before.session, start=500)
    now.does(changes.support, note, 0)
    assert not _is_done("hands", before, now)
    now.does(changes.support, note, 4)
    assert _is_done("hands", before, now)


def test_one_hand_for_a_note_that_is_new_is_a_hand_counted() -> None:
    before = Group()
    now = Group("bo", before.session, start=500)
    (note,) = now.says("Fax")
    assert not _is_done("hands", before, now)
    now.does(changes.support, note, 1)
    assert _is_done("hands", before, now)
