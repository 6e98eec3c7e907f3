"""What has been put out of the way is in no list of what stands: withdrawn, parked, part of another, removed for good."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis import filters
from diskussion_tui.domain.analysis.open_actions import open_actions
from diskussion_tui.domain.session import changes, conclusions, merging, parking, placing, rounds
from diskussion_tui.domain.session.fold import fold
from diskussion_tui.domain.session.records import Round
from diskussion_tui.domain.session.similar import Similar
from diskussion_tui.domain.session.summary import answered, overview_of
from tests.support.builders import NOON, Group

if TYPE_CHECKING:
    from collections.abc import Callable

SAID = "Mobila team #hemma för de sköraste"


def _merge(group: Group, note: str) -> None:
    group.does(merging.merge, group.ids(), [note, group.says("Annat")[0]], [merging.Wish("Samlat")])
    merged = next(one.id for one in group.session.notes() if one.sources)
    group.does(changes.withdraw, merged)


AWAY: dict[str, Callable[[Group, str], object]] = {
    "withdrawn": lambda group, note: group.does(changes.withdraw, note),
    "parked": lambda group, note: group.does(parking.park, note),
    "part of one that is withdrawn": _merge,
    "removed for good": lambda group, note: group.does(changes.purge, note),
}


@pytest.mark.parametrize("way", AWAY)
def test_a_note_that_is_out_of_the_way_is_in_no_list_of_what_stands(way: str) -> None:
    group, similar = Group(), Similar()
    (note,) = group.says(SAID)
    group.does(placing.place, note, ("a/Ek",))
    assert similar.take_in(group.session)
    assert similar.likest(SAID)
    group.does(rounds.begin_round, group.new_id(), "A", "prickar", 3)
    AWAY[way](group, note)
    session = group.session
    similar.take_in(session)
    assert session.notes() == session.notes_of("A.2") == rounds.in_section(session, "A") == ()
    assert similar.likest(SAID) is None
    assert overview_of(session).notes == 0
    assert not answered(session, "A.2")
    assert filters.choices(session.notes()) == ()
    assert placing.placed(session.notes()) == {}
    (of,) = session.current(Round)
    assert rounds.leading(session, of) == ()


@pytest.mark.parametrize("way", ["withdrawn", "parked", "removed for good"])
def test_a_note_that_comes_back_is_in_the_lists_again(way: str) -> None:
    group = Group()
    (note,) = group.says(SAID)
    AWAY[way](group, note)
    if way == "parked":
        group.does(parking.unpark, note)
    else:
        group.does(merging.restore, note)
    back = way != "removed for good"
    assert (note in [one.id for one in group.session.notes()]) == back


def test_an_action_that_is_done_or_withdrawn_is_no_longer_open() -> None:
    group = Group()
    said = conclusions.read("Ring", "åtgärd", ("A",), NOON.date())
    ids = [group.new_id() for _ in range(3)]
    for one in ids:
        group.does(conclusions.conclude, one, "åtgärd", said)
    group.does(conclusions.conclude, group.new_id(), "slutsats", said)
    group.does(conclusions.toggle_done, ids[0])
    group.does(conclusions.withdraw_conclusion, ids[1])
    assert [one.action.id for one in open_actions([group.session])] == [ids[2]]
    assert [one.id for one in conclusions.withdrawn_conclusions(group.session)] == [ids[1]]


def test_of_a_note_that_was_removed_for_good_nothing_stands() -> None:
    group = Group()
    (note,) = group.says(SAID)
    assert merging.standing(group.session, note) == group.session.note(note)
    group.does(changes.purge, note)
    assert merging.standing(group.session, note) is None


@pytest.mark.parametrize("into", ["01JYRME1H3G3JDYYPCYRA06SDM", "other"])
def test_a_note_whose_whole_has_not_come_yet_or_does_not_know_of_it_stands_for_itself(into: str) -> None:
    group = Group()
    note, other = group.says(SAID, "Annat")
    found = group.session.note(note)
    assert found
    alone = replace(found, rev=2, merged_into=other if into == "other" else into)
    session = fold(group.session, (alone,))
    assert merging.standing(session, note) == alone
