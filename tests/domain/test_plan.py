"""The run of show: minutes dealt out by rule, how the evening stands, and the clocks of the steps."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.plan import changes
from diskussion_tui.domain.plan.clock import start_anew, turn
from diskussion_tui.domain.plan.fit import Part, dealt, fit, least_of
from diskussion_tui.domain.plan.habits import next_at, usual_minutes
from diskussion_tui.domain.plan.show import Item, show_in, used_in
from diskussion_tui.domain.plan.standing import (
    Line,
    minutes_left,
    shared_minutes,
    standing_of,
    to_the_minute,
    told_minutes,
    used_minutes,
)
from diskussion_tui.domain.session.changes import set_state
from diskussion_tui.domain.session.refusals import FinalError
from diskussion_tui.domain.workbook.steps import steps_of
from tests.support.builders import NOON, Group, small_workbook

STEPS = steps_of(small_workbook())

minutes = st.integers(0, 90)
parts = st.lists(
    st.builds(
        lambda length, behaviour, stays: Part(length, behaviour, least_of(length), stays),
        minutes,
        st.sampled_from(changes.BEHAVIOURS),
        st.booleans(),
    ),
    max_size=12,
)


@st.composite
def evenings(draw: st.DrawFn):
    """A run of show, what of it has been used, where the group is, and perhaps an end."""
    count = draw(st.integers(1, 10))
    show = []
    for number in range(count):
        name = "Fika" if draw(st.integers(0, 5)) == 0 else ""
        step = None if name else replace(STEPS[0], id=f"s{number}")
        behaviour = draw(st.sampled_from(changes.BEHAVIOURS))
        skipped = draw(st.integers(0, 5)) == 0
        show.append(Item(f"s{number}", draw(minutes), behaviour, skipped, name, "", step))
    used = {item.id: draw(st.integers(0, 6000)) for item in show if draw(st.booleans())}
    ends = draw(st.none() | st.integers(-60, 400).map(lambda n: NOON + dt.timedelta(minutes=n)))
    return tuple(show), used, draw(st.sampled_from(show)).id, ends


@given(st.integers(0, 500), st.lists(st.tuples(minutes, minutes), max_size=10))
def test_what_is_dealt_is_all_there_is_or_all_that_is_allowed(amount: int, takers: list):
    weights, most = [w for w, _ in takers], [m for _, m in takers]
    given_ = dealt(amount, weights, most)
    assert all(0 <= one <= cap for one, cap in zip(given_, most, strict=True))
    assert sum(given_) == min(amount, sum(cap for weight, cap in takers if weight))


def test_minutes_are_dealt_in_proportion_and_the_odd_one_to_the_largest_remainder():
    assert dealt(6, [12, 6, 6], [9, 9, 9]) == [3, 2, 1]
    assert dealt(4, [12, 4], [8, 2]) == [3, 1]
    assert dealt(10, [12, 4], [8, 2]) == [8, 2]


@given(parts, st.integers(-60, 900), st.booleans())
def test_minutes_are_conserved(some: list, room: int, grow: bool):
    fitted = fit(some, room, grow=grow)
    assert sum(one or 0 for one in fitted.minutes) + fitted.spare - fitted.lacking == room
    assert not (fitted.spare and fitted.lacking)
    assert fitted.spare >= 0 <= fitted.lacking


@given(parts, st.integers(-60, 900), st.booleans())
def test_no_step_becomes_negative_and_fixed_steps_never_shrink(some: list, room: int, grow: bool):
    for part, got in zip(some, fit(some, room, grow=grow).minutes, strict=True):
        if part.behaviour == "fast":
            assert got == part.minutes
        elif part.behaviour == "krympbar":
            assert got is not None
            assert got >= part.least
        else:
            assert got in (part.minutes, None)
            assert not (part.stays and got is None)


@given(parts, st.integers(-60, 900))
def test_nothing_is_left_out_while_others_can_still_give(some: list, room: int):
    fitted = fit(some, room)
    lacking = sum(part.minutes for part in some) - room
    if lacking <= sum(part.gives for part in some):
        assert None not in fitted.minutes
    if fitted.lacking:
        kept = [part for part, got in zip(some, fitted.minutes, strict=True) if got is not None]
        assert not any(part.behaviour == "kan utgå" and part.minutes and not part.stays for part in kept)


def test_time_over_goes_to_the_steps_that_may_shrink_only_where_an_end_is_set():
    some = [Part(10, "krympbar", 4), Part(5, "fast", 2), Part(20, "krympbar", 7)]
    assert fit(some, 41, grow=True).minutes == (12, 5, 24)
    assert fit(some, 41).minutes == (10, 5, 20)
    assert fit(some, 41).spare == 6


def test_what_may_go_is_left_out_from_the_last():
    some = [Part(4, "kan utgå"), Part(9, "krympbar", 3), Part(4, "kan utgå"), Part(6, "fast")]
    fitted = fit(some, 15)
    assert fitted.minutes == (4, 5, None, 6)
    assert fitted.lacking == 0
    assert fit(some, 5).minutes == (None, 3, None, 6)
    assert fit(some, 5).lacking == 4


@given(evenings())
def test_the_expected_end_is_now_and_all_that_remains(evening: tuple):
    show, used, here, ends = evening
    standing = standing_of(show, used, here, NOON, ends)
    over = used.get(show[-1].id, 0) > 0  # they have been at the end: what took a minute does not come again

    def had(line: Line) -> int:
        minutes = line.item.minutes * (not line.item.skipped)
        return minutes if over and line.used >= 60 else min(minutes, line.used // 60)

    rest = max(standing.left, 0) + sum(
        60 * line.minutes - 60 * had(line)
        for line in standing.lines
        if line.place == "ahead" and not line.left_out
    )
    assert standing.ends == NOON + dt.timedelta(seconds=rest)
    assert standing.left == 60 * standing.here.minutes - standing.here.used


@given(evenings())
def test_every_step_has_its_line_none_negative_and_fixed_ones_as_planned(evening: tuple):
    show, used, here, ends = evening
    standing = standing_of(show, used, here, NOON, ends)
    assert [line.item for line in standing.lines] == list(show)
    for line in standing.lines:
        assert line.minutes >= 0
        if line.item.behaviour == "fast" and not line.item.skipped:
            assert line.minutes == line.item.minutes


@given(evenings())
def test_with_an_end_set_the_evening_ends_then_or_says_by_how_much_not(evening: tuple):
    show, used, here, ends = evening
    standing = standing_of(show, used, here, NOON, ends)
    if ends:
        late = (standing.ends - ends).total_seconds() / 60
        assert abs(late - standing.lacking + standing.spare) <= 1
    else:
        assert standing.lacking == standing.spare == 0


@given(evenings(), st.integers(0, 3600))
def test_an_earlier_overrun_never_gives_later_steps_more(evening: tuple, more: int):
    show, used, here, _ = evening
    before = standing_of(show, used, here, NOON)
    after = standing_of(show, used | {here: used.get(here, 0) + more}, here, NOON)
    given_before = sum(line.minutes for line in before.lines if line.place == "ahead" and not line.left_out)
    given_after = sum(line.minutes for line in after.lines if line.place == "ahead" and not line.left_out)
    assert given_after <= given_before


def _standing(here: str, used: dict[str, int], ends: dt.datetime | None = None):
    return standing_of(show_in(Group().session, STEPS), used, here, NOON, ends)


def _minutes(standing) -> dict[str, int]:
    return {line.item.id: line.minutes for line in standing.lines if line.place == "ahead"}


def test_on_time_every_step_keeps_its_minutes_and_the_evening_ends_as_planned():
    standing = _standing("start", {})
    assert standing.ends == NOON + dt.timedelta(minutes=20)
    assert _minutes(standing) == {
        "kompass": 1, "A": 3, "A.1": 3, "A.2": 5, "A.3": 2, "E.A": 2, "E.allt": 1, "slut": 1,
    }  # fmt: skip


def test_an_overrun_is_taken_from_the_later_steps_and_the_end_stands_while_they_can_give():
    standing = _standing("A.1", {"start": 120, "kompass": 60, "A": 180, "A.1": 180 + 240})
    assert _minutes(standing) == {"A.2": 3, "A.3": 1, "E.A": 1, "E.allt": 1, "slut": 1}
    assert standing.left == -240
    assert standing.ends == NOON + dt.timedelta(minutes=7)


def test_what_later_steps_cannot_give_moves_the_end():
    standing = _standing("A.1", {"start": 120, "kompass": 60, "A": 180, "A.1": 180 + 600})
    assert sum(_minutes(standing).values()) == 2 + 1 + 1 + 1 + 1
    assert standing.ends == NOON + dt.timedelta(minutes=6)


def test_time_saved_earlier_pays_for_an_overrun():
    assert _minutes(_standing("A.1", {"A.1": 180 + 360})) == _minutes(_standing("A.1", {}))


def test_an_end_that_is_set_makes_room_for_more_or_for_less():
    late, early = (NOON + dt.timedelta(minutes=length) for length in (40, 10))
    assert _standing("start", {}, late).ends == late
    assert _standing("start", {}, early).ends == early
    assert _standing("start", {}, early).lacking == 0
    assert _standing("start", {}, NOON + dt.timedelta(minutes=5)).lacking == 5


def test_a_break_not_taken_is_due_until_it_is_taken_or_passed():
    me = Group()
    me.does(changes.add_break, me.new_id(), "Fika", 15, "A.1")
    show = show_in(me.session, STEPS)
    assert [item.name or item.id for item in show][2:5] == ["A", "Fika", "A.1"]
    due = standing_of(show, {}, "A.1", NOON)
    assert due.due
    assert due.due.name == "Fika"
    assert standing_of(show, {due.due.id: 60}, "A.1", NOON).due is None
    assert standing_of(show, {}, "A.2", NOON).due is None
    assert due.ends - standing_of(show, {due.due.id: 60}, "A.1", NOON).ends == dt.timedelta(minutes=15)


@pytest.mark.parametrize(
    ("seconds", "left"), [(300, 5), (299, 5), (240, 4), (10, 1), (0, 0), (-10, -1), (-60, -1), (-61, -2)]
)
def test_a_begun_minute_counts_as_a_whole_one(seconds: int, left: int):
    assert minutes_left(seconds) == left


def test_little_is_left_in_the_last_two_minutes_or_the_last_fifth_of_a_short_step():
    assert [_standing("A.2", {"A.2": used}).little for used in (0, 239, 240, 300, 301)] == [
        False, False, True, True, False,
    ]  # fmt: skip


def test_times_are_shown_to_the_nearest_minute():
    assert to_the_minute(NOON - dt.timedelta(seconds=20)) == NOON
    assert to_the_minute(NOON + dt.timedelta(seconds=29)) == NOON


def test_taking_from_later_steps_conserves_the_minutes_and_leaves_the_fixed_alone():
    me = Group()
    item = next(item for item in show_in(me.session, STEPS) if item.id == "A.2")
    me.does(changes.set_behaviour, item, "fast")
    before = show_in(me.session, STEPS)
    me.does(changes.take_from_later, standing_of(before, {}, "A.1", NOON), 3)
    after = show_in(me.session, STEPS)
    assert sum(item.minutes for item in after) == sum(item.minutes for item in before)
    became = {item.id: item.minutes for item in after}
    assert (became["A.1"], became["A.2"], became["A.3"], became["E.A"]) == (5, 5, 1, 1)


def test_a_change_of_the_plan_is_undone_and_redone():
    me = Group()
    item = show_in(me.session, STEPS)[3]
    me.does(changes.set_minutes, item, 8)
    me.undoes()
    assert show_in(me.session, STEPS)[3].minutes == 3
    me.redoes()
    assert show_in(me.session, STEPS)[3].minutes == 8
    assert me.does(changes.set_minutes, show_in(me.session, STEPS)[3], 8) is None


def test_a_final_discussion_keeps_its_plan_and_its_clock():
    me = Group()
    me.does(set_state, "fastställd")
    item = show_in(me.session, STEPS)[3]
    for make, *given_ in (
        (changes.set_minutes, item, 8),
        (changes.add_break, "x", "Fika", 5, "A"),
        (changes.remove_break, "x"),
        (changes.set_ends, NOON),
        (turn, "A", 0),
        (start_anew, "A"),
    ):
        with pytest.raises(FinalError):
            me.does(make, *given_)


def test_only_one_clock_runs_and_each_keeps_what_it_has_gone():
    me = Group()
    me.does(turn, "start", 0)
    me.clock.passes(minutes=4)
    me.does(turn, "A", 240)
    me.clock.passes(minutes=1)
    assert used_in(me.session, me.clock()) == {"start": 240, "A": 60}
    me.clock.passes(minutes=59)
    assert used_in(me.session, me.clock()) == {"start": 240, "A": 0}
    me.does(turn, "", 60)
    me.clock.passes(minutes=9)
    assert used_in(me.session, me.clock()) == {"start": 240, "A": 60}
    me.does(start_anew, "start")
    assert used_in(me.session, me.clock()) == {"start": 0, "A": 0}


def test_the_usual_time_of_a_step_is_the_median_of_those_who_took_it():
    before = [{"A": 300, "B": 5}, {"A": 600, "B": 40}, {"A": 1200}]
    assert usual_minutes(before) == {"A": 10, "B": 1}
    assert usual_minutes([]) == {}


@pytest.mark.parametrize(
    ("typed", "after"), [("13", 60), ("12:30", 30), (" 12.30 ", 30), ("1230", 30), ("11:59", 24 * 60 - 1)]
)
def test_a_time_of_day_is_the_next_one_that_the_clock_shows(typed: str, after: int):
    assert next_at(typed, NOON) == NOON + dt.timedelta(minutes=after)


@pytest.mark.parametrize("typed", ["", "24:00", "12:60", "kl 12", "12:5", "-1", "12:30:00"])
def test_what_is_no_time_of_day_is_none(typed: str):
    assert next_at(typed, NOON) is None


def test_a_group_that_has_a_break_is_not_told_that_one_before_it_is_due():
    me = Group()
    for name in ("Fika", "Rast"):
        me.does(changes.add_break, me.new_id(), name, 15, "A.1")
    show = show_in(me.session, STEPS)
    first, second = [item for item in show if item.is_break]
    assert show.index(second) == show.index(first) + 1
    assert standing_of(show, {}, second.id, NOON).due is None
    due = standing_of(show, {}, "A.1", NOON).due
    assert due == first


def test_a_step_that_was_only_walked_through_says_nothing_of_how_long_it_takes():
    assert usual_minutes([{"A": 29}]) == {}
    assert usual_minutes([{"A": 30}]) == {"A": 1}
    assert usual_minutes([{"A": 29}, {"A": 600}]) == {"A": 10}


# ---- minutes as they are told ----------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 4000), max_size=30))
def test_the_minutes_of_rows_add_up_to_the_minutes_of_them_all(seconds: list[int]) -> None:
    minutes = shared_minutes(seconds)
    assert sum(minutes) == used_minutes(sum(seconds))
    assert all(abs(60 * told - took) < 60 for told, took in zip(minutes, seconds, strict=True))


def test_what_took_less_than_a_minute_is_told_as_that_and_what_took_none_is_blank() -> None:
    assert told_minutes([10, 65, 80, 20, 0, 55]) == ("<1", "1", "2", "<1", "", "1")
    assert shared_minutes([10, 65, 80, 20, 0, 55]) == (0, 1, 2, 0, 0, 1)
