"""Ids sort by time, whatever the clock does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.ids import is_id, latest, next_id

milliseconds = st.integers(0, 2**48 - 1)
randomness = st.integers(0, 2**80 - 1)


@given(st.lists(st.tuples(milliseconds, randomness), min_size=2, max_size=20))
def test_ids_grow_also_when_the_clock_goes_back(moments: list[tuple[int, int]]):
    last, made = "", []
    for when, chance in moments:
        last = next_id(when, chance, last)
        made.append(last)
    assert made == sorted(set(made))
    assert all(map(is_id, made))


@given(milliseconds, milliseconds, randomness)
def test_an_id_made_later_sorts_later(one: int, other: int, chance: int):
    early, late = sorted((one, other))
    assert next_id(early, 0) <= next_id(late, chance)


@given(st.integers(0, 2**48 - 3), randomness, randomness)
def test_two_writers_whose_clocks_are_behind_the_same_id_make_different_ids(when: int, one: int, other: int):
    last = next_id(2**48 - 2, 0)
    assert (next_id(when, one, last) == next_id(when, other, last)) == (one >> 16 == other >> 16)


def test_an_id_is_a_ulid_as_its_specification_writes_it():
    assert next_id(1_469_918_176_385, 0) == "01ARYZ6S410000000000000000"


def test_a_text_that_is_no_ulid_is_told_from_one():
    assert not any(
        map(
            is_id,
            ("", "fil", "z" * 26, "8" + "0" * 25, "01ARYZ6S41000000000000000", "01ARYZ6S4100000000000000U0"),
        )
    )


@given(st.lists(milliseconds.filter(lambda when: when < 32_503_680_000_000)), st.text())
def test_the_last_of_ids_is_the_last_that_a_clock_can_have_given(moments: list[int], other: str):
    ids = [next_id(when, 7) for when in moments]
    forged = ["7" + "Z" * 25, "7" + "0" * 25, next_id(2**48 - 1, 0), other]
    assert latest([*forged, *ids]) == max(ids, default="")
