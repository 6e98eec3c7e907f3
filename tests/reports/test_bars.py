"""Numbers as pictures: never longer than there is room, in the order of the numbers, and nothing that is there unseen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.reports.bars import EIGHTHS, SHADES, STEPS, bar, shade, spark, thinned

values = st.lists(st.integers(0, 5_000), max_size=40)


@pytest.mark.parametrize(
    ("value", "most", "cells", "drawn"),
    [
        (0, 8, 4, ""),
        (-1, 8, 4, ""),
        (3, 0, 4, ""),
        (8, 8, 4, "████"),
        (9, 8, 4, "████"),
        (4, 8, 4, "██"),
        (1, 8, 4, "▌"),
        (5, 8, 4, "██▌"),
        (1, 1_000, 4, "▏"),
        (1, 16, 1, "▏"),  # a half of an eighth is one
        (1, 17, 1, "▏"),
        (3, 32, 1, "▏"),  # three quarters of one are one
        (5, 32, 1, "▏"),
        (3, 16, 1, "▎"),  # one and a half are two
    ],
)
def test_a_bar_is_as_long_as_its_number_in_eighths(value: int, most: int, cells: int, drawn: str) -> None:
    assert bar(value, most, cells) == drawn


def _eighths(drawn: str) -> int:
    return sum(8 if one == "█" else EIGHTHS.index(one) + 1 for one in drawn)


@given(st.integers(1, 500), st.integers(1, 500), st.integers(1, 40))
def test_a_bar_shows_whatever_is_there_and_is_off_by_half_an_eighth_at_most(
    value: int, most: int, cells: int
) -> None:
    drawn = _eighths(bar(value, most, cells))
    assert 1 <= drawn <= 8 * cells
    if value <= most:
        assert drawn == 1 or abs(drawn * most - value * cells * 8) * 2 <= most


def test_columns_are_as_high_as_their_numbers_and_nothing_is_a_blank() -> None:
    assert spark([]) == ""
    assert spark([0, 0]) == "  "
    assert spark([0, 1, 2, 3, 4, 5, 6, 7, 8]) == f" {STEPS}"
    assert spark([1, 100]) == "▁█"
    assert spark([12, 13, 100]) == "▁▂█"


@given(values)
def test_a_higher_number_has_no_lower_column(those: list[int]) -> None:
    heights = [0 if one == " " else STEPS.index(one) + 1 for one in spark(those)]
    pairs = sorted(zip(those, heights, strict=True))
    assert [height for _, height in pairs] == sorted(heights)
    assert all(bool(value) == bool(height) for value, height in pairs)


@pytest.mark.parametrize(
    ("value", "most", "step"),
    [
        (0, 8, 0),
        (-3, 8, 0),
        (3, 0, 0),
        (1, 8, 1),
        (2, 8, 1),
        (3, 8, 2),
        (4, 8, 2),
        (6, 8, 3),
        (7, 8, 4),
        (9, 8, 4),
    ],
)
def test_a_shade_is_one_of_four_and_nothing_has_none(value: int, most: int, step: int) -> None:
    assert shade(value, most) == step
    assert len(SHADES) == 5


def test_what_has_room_is_shown_as_it_is_and_else_the_last_of_each_stretch() -> None:
    assert thinned([1, 2, 3], 3) == thinned((1, 2, 3), 9) == [1, 2, 3]
    assert thinned(list(range(1, 11)), 5) == [2, 4, 6, 8, 10]
    assert thinned(list(range(1, 8)), 3) == [2, 4, 7]


@given(values, st.integers(1, 30))
def test_what_grows_still_grows_and_ends_where_it_ended(those: list[int], cells: int) -> None:
    found = thinned(sorted(those), cells)
    assert len(found) == min(cells, len(those))
    assert found == sorted(found)
    assert found[-1:] == sorted(those)[-1:]
