"""Rounds of prioritising: what comes out of what a group gives, and what stays true whatever happens to the notes."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes, rounds
from diskussion_tui.domain.session.changes import next_version
from diskussion_tui.domain.session.fold import fold
from diskussion_tui.domain.session.refusals import FinalError
from diskussion_tui.domain.session.rounds import ClosedRoundError, Standing
from tests.support.builders import Group

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Round


class Ranking(Group):
    """A group with six notes and a round that is open."""

    def __init__(self, method: str = "prickar", each: int = 3) -> None:
        super().__init__()
        self.notes = self.says("ett", "två", "tre", "fyra", "fem", "sex")
        self.begins(method, each)

    def begins(self, method: str = "prickar", each: int = 3) -> None:
        made = self.does(rounds.begin_round, self.new_id(), "A", method, each)
        assert made
        self.round_id = made.versions[0].id

    @property
    def of(self) -> Round:
        found = rounds.round_named(self.session, self.round_id)
        assert found
        return found

    def gives(self, number: int, points: int) -> None:
        deed = rounds.give_dots if self.of.method == "prickar" else rounds.put_in_order
        self.does(deed, self.round_id, self.notes[number], points)

    def closes(self) -> None:
        self.does(rounds.close_round, self.round_id)

    def merges(self, *numbers: int) -> str:
        """Have notes told in a new one."""
        (into,) = self.says("sammanslagen")
        olds = [self.session.note(self.notes[number]) for number in numbers]
        self.session = fold(
            self.session, tuple(next_version(old, self.stamp(), merged_into=into) for old in olds if old)
        )
        return into

    def stands(self) -> list[tuple[str, int, int, int]]:
        """The texts as they stand, with points, first and last place."""
        return [
            (note.text if (note := self.session.note(one.note)) else "", one.points, one.first, one.last)
            for one in rounds.standings(self.session, self.of)
        ]


def test_the_most_dots_come_first_and_those_with_as_many_share_their_places():
    group = Ranking()
    for number, dots in enumerate((2, 7, 0, 7, 1, 2)):
        group.gives(number, dots)
    assert group.stands() == [
        ("två", 7, 1, 2),
        ("fyra", 7, 1, 2),
        ("ett", 2, 3, 4),
        ("sex", 2, 3, 4),
        ("fem", 1, 5, 5),
        ("tre", 0, 0, 0),
    ]


def test_an_order_has_places_from_one_and_the_others_make_room():
    group = Ranking("ordning")
    for number, place in ((3, 1), (0, 1), (5, 2), (1, 99)):
        group.gives(number, place)
    assert group.stands()[:5] == [
        ("ett", 1, 1, 1),
        ("sex", 2, 2, 2),
        ("fyra", 3, 3, 3),
        ("två", 4, 4, 4),
        ("tre", 0, 0, 0),
    ]
    group.gives(0, 3)
    group.gives(5, 0)
    assert [(text, first) for text, _, first, _ in group.stands()[:3]] == [
        ("fyra", 1),
        ("ett", 2),
        ("två", 3),
    ]


def test_two_who_put_a_note_each_on_the_same_place_share_it():
    group = Ranking("ordning")
    other = Group("bosse", group.session, start=5000)
    group.gives(0, 1)
    other.does(rounds.put_in_order, group.round_id, group.notes[1], 1)
    group.hears(other.session)
    assert group.stands()[:2] == [("ett", 1, 1, 2), ("två", 1, 1, 2)]


def test_giving_again_replaces_what_was_given_and_nothing_takes_it_away():
    group = Ranking()
    group.gives(0, 4)
    group.gives(0, 12)
    assert rounds.given(group.session, group.of) == 12
    group.gives(0, 0)
    assert rounds.given(group.session, group.of) == 0
    group.gives(0, 5)
    assert group.stands()[0] == ("ett", 5, 1, 1)
    assert group.does(rounds.give_dots, group.round_id, group.notes[0], 5) is None


def test_dots_are_held_within_what_a_file_can_have():
    group = Ranking()
    group.gives(0, 5000)
    assert group.stands()[0][1] == 999


def test_everything_in_a_round_can_be_undone_and_done_again():
    group = Ranking()
    group.gives(0, 4)
    group.gives(0, 6)
    group.closes()
    group.undoes()
    assert not group.of.closed
    group.undoes()
    assert group.stands()[0] == ("ett", 4, 1, 1)
    group.undoes()
    assert rounds.given(group.session, group.of) == 0
    group.redoes()
    group.redoes()
    assert group.stands()[0] == ("ett", 6, 1, 1)


def test_a_round_that_is_undone_is_not_listed():
    group = Ranking()
    group.undoes()
    assert rounds.rounds_in(group.session, "A") == ()
    assert rounds.round_named(group.session, group.round_id) is None


def test_a_closed_round_takes_nothing_until_it_is_reopened():
    group = Ranking()
    group.gives(0, 1)
    group.closes()
    with pytest.raises(ClosedRoundError):
        group.gives(0, 2)
    group.does(rounds.reopen_round, group.round_id)
    group.gives(0, 2)
    assert group.stands()[0] == ("ett", 2, 1, 1)


def test_rounds_are_kept_apart():
    group = Ranking()
    group.gives(0, 9)
    group.closes()
    first = group.of
    group.begins("ordning")
    group.gives(4, 1)
    assert [one.method for one in rounds.rounds_in(group.session, "A")] == ["prickar", "ordning"]
    assert rounds.standings(group.session, first)[0].points == 9
    assert group.stands()[0] == ("fem", 1, 1, 1)
    assert rounds.latest_closed(group.session, "A") == first
    assert rounds.rounds_in(group.session, "B") == ()


def test_the_last_choice_is_what_a_new_round_is_likely_to_be():
    group = Group()
    assert rounds.last_choice(group.session) == ("prickar", 3)
    ranking = Ranking(each=5)
    assert rounds.last_choice(ranking.session) == ("prickar", 5)
    ranking.begins("ordning")
    assert rounds.last_choice(ranking.session) == ("ordning", 0)


def test_how_many_dots_there_are_to_give_is_known_when_the_participants_are():
    group = Ranking()
    assert rounds.to_give(group.session, group.of) == 0
    group.does(changes.set_details, {"participants": 12})
    assert rounds.to_give(group.session, group.of) == 36


@pytest.mark.parametrize(
    ("deed", "state"),
    [
        (lambda group, note: group.does(changes.withdraw, note), "withdrawn"),
        (lambda group, note: group.does(changes.move, note, "E.A", ""), "moved"),
        (lambda group, note: group.does(changes.purge, note), "purged"),
        (lambda group, note: group.does(_park, note), "parked"),
    ],
    ids=["withdrawn", "moved", "purged", "parked"],
)
def test_a_note_that_went_away_keeps_what_it_got_and_the_result_says_so(deed, state):
    group = Ranking()
    group.gives(1, 3)
    group.gives(2, 8)
    group.closes()
    deed(group, group.notes[2])
    first = rounds.standings(group.session, group.of)[0]
    assert (first.note, first.points, first.state) == (group.notes[2], 8, state)


def test_a_merged_note_has_the_dots_of_those_it_was_merged_from():
    group = Ranking()
    for number, dots in ((0, 5), (1, 4), (2, 8)):
        group.gives(number, dots)
    group.closes()
    into = group.merges(0, 1)
    first, second = rounds.standings(group.session, group.of)[:2]
    assert first == Standing(into, 9, 9, 1, 1)
    assert second.note == group.notes[2]


def test_a_merged_note_has_the_best_place_of_those_it_was_merged_from():
    group = Ranking("ordning")
    for number in (0, 1, 2):
        group.gives(number, 99)
    into = group.merges(2, 0)
    assert [(one.note, one.first) for one in rounds.standings(group.session, group.of)[:2]] == [
        (into, 1),
        (group.notes[1], 2),
    ]


def test_what_a_merged_note_is_given_replaces_what_came_with_it():
    group = Ranking()
    group.gives(0, 5)
    into = group.merges(0, 1)
    group.does(rounds.give_dots, group.round_id, into, 2)
    assert rounds.standings(group.session, group.of)[0] == Standing(into, 2, 0, 1, 1)
    group.undoes()
    assert rounds.standings(group.session, group.of)[0] == Standing(into, 5, 5, 1, 1)


def test_notes_merged_in_a_ring_by_hand_do_not_hang_the_result():
    group = Ranking()
    group.gives(0, 5)
    one, other = (group.session.note(group.notes[number]) for number in (0, 1))
    assert one
    assert other
    ring = (replace(one, rev=9, merged_into=other.id), replace(other, rev=9, merged_into=one.id))
    group.session = fold(group.session, ring)
    assert sum(one.points for one in rounds.standings(group.session, group.of)) == 5


def test_what_is_said_after_a_round_has_closed_was_not_in_it():
    group = Ranking()
    group.gives(0, 5)
    group.closes()
    group.says("sju")
    assert "sju" not in [text for text, *_ in group.stands()]
    group.does(rounds.reopen_round, group.round_id)
    assert "sju" in [text for text, *_ in group.stands()]


def test_the_top_is_the_first_three_places_and_all_who_share_them():
    group = Ranking()
    for number, dots in enumerate((5, 4, 3, 3, 2, 0)):
        group.gives(number, dots)
    assert [one.points for one in rounds.leading(group.session, group.of)] == [5, 4, 3, 3]


def test_a_final_discussion_takes_no_round():
    group = Ranking()
    group.does(changes.set_state, "fastställd")
    for make, *given_to_it in (
        (rounds.begin_round, group.new_id(), "A", "prickar", 3),
        (rounds.give_dots, group.round_id, group.notes[0], 1),
        (rounds.put_in_order, group.round_id, group.notes[0], 1),
        (rounds.close_round, group.round_id),
        (rounds.reopen_round, group.round_id),
    ):
        with pytest.raises(FinalError):
            group.does(make, *given_to_it)


steps = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 12)), max_size=14)


@given(steps, st.sets(st.integers(0, 5), max_size=3))
def test_a_result_is_sorted_ties_share_their_places_and_no_dot_is_lost(given_dots, gone):
    group = Ranking()
    wanted = dict.fromkeys(range(6), 0)
    for number, dots in given_dots:
        group.gives(number, dots)
        wanted[number] = dots
    group.closes()
    for number in gone:
        group.does(changes.withdraw, group.notes[number])
    result = rounds.standings(group.session, group.of)
    assert sum(one.points for one in result) == rounds.given(group.session, group.of) == sum(wanted.values())
    ranked = [one for one in result if one.first]
    assert [one.points for one in ranked] == sorted((n for n in wanted.values() if n), reverse=True)
    place = 1
    for _, tied in groupby(ranked, lambda one: one.points):
        same = list(tied)
        assert {(one.first, one.last) for one in same} == {(place, place + len(same) - 1)}
        assert {one.shared for one in same} == {len(same) > 1}
        place += len(same)


@given(steps)
def test_an_order_is_always_places_from_one_without_a_gap(moves):
    group = Ranking("ordning")
    model: list[int] = []
    for number, place in moves:
        group.gives(number, place)
        model = [one for one in model if one != number]
        if place:
            model.insert(place - 1, number)
    result = [one for one in rounds.standings(group.session, group.of) if one.first]
    assert [one.note for one in result] == [group.notes[number] for number in model]
    assert [(one.points, one.first, one.last) for one in result] == [
        (place, place, place) for place in range(1, len(model) + 1)
    ]


def _park(session, stamp, note_id):
    return changes.alter(session, stamp, note_id, parked=True)


def test_what_is_said_while_a_round_is_open_can_be_chosen_and_what_comes_after_it_cannot():
    group = Ranking()
    group.gives(0, 2)
    (late,) = group.says("sent")
    assert late in {one.note for one in rounds.ballot(group.session, group.of)}
    group.closes()
    (after,) = group.says("efteråt")
    there = {one.note for one in rounds.ballot(group.session, group.of)}
    assert late in there
    assert after not in there
    group.does(rounds.reopen_round, group.round_id)
    assert after in {one.note for one in rounds.ballot(group.session, group.of)}


def test_a_closed_round_whose_change_somebody_made_up_hides_no_note():
    group = Ranking()
    group.closes()
    forged = replace(group.of, rev=group.of.rev + 1, change="0")
    group.session = fold(group.session, (forged,))
    assert {one.note for one in rounds.ballot(group.session, group.of)} == set(group.notes)


def test_a_round_begins_with_dots_for_each_within_bounds_and_an_order_has_none():
    made = [Ranking(each=each).of.each for each in (-1, 0, 1, 99, 100)]
    assert made == [1, 1, 1, 99, 99]
    assert Ranking("ordning", each=3).of.each == 0


def test_what_was_chosen_last_is_proposed_again_and_three_dots_where_nothing_was():
    group = Group()
    assert rounds.last_choice(group.session) == ("prickar", 3)
    group = Ranking("ordning")
    assert rounds.last_choice(group.session) == ("ordning", 0)
    group.begins("prickar", 5)
    assert rounds.last_choice(group.session) == ("prickar", 5)


def test_as_many_dots_are_to_be_given_as_people_have_and_given_are_those_that_count():
    group = Ranking(each=4)
    assert rounds.to_give(group.session, group.of) == 0
    group.does(changes.set_details, {"participants": 6})
    group.gives(0, 3)
    group.gives(1, 2)
    group.gives(0, 1)
    assert (rounds.given(group.session, group.of), rounds.to_give(group.session, group.of)) == (3, 24)


def test_leading_are_the_first_three_places_with_all_who_share_them():
    group = Ranking()
    for number, dots in enumerate((5, 4, 3, 3, 1, 0)):
        group.gives(number, dots)
    assert [one.note for one in rounds.leading(group.session, group.of)] == list(group.notes[:4])


def test_the_newest_round_that_is_over_is_the_one_that_counts_and_a_withdrawn_one_is_none():
    group = Ranking()
    assert rounds.latest_closed(group.session, "A") is None
    group.closes()
    first = group.round_id
    group.begins()
    assert [one.id for one in rounds.rounds_in(group.session, "A")] == [first, group.round_id]
    latest = rounds.latest_closed(group.session, "A")
    assert latest
    assert latest.id == first
    assert rounds.rounds_in(group.session, "B") == ()
    group.session = fold(group.session, (next_version(group.of, group.stamp(), gone=True),))
    assert rounds.round_named(group.session, group.round_id) is None
    assert rounds.round_named(group.session, "nobody") is None
