"""One number says how a cost grows, and it is the right one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.growth import exponent

SIZES = (10, 100, 1_000, 10_000)


def test_what_costs_the_same_at_every_size_does_not_grow() -> None:
    assert exponent(dict.fromkeys(SIZES, 0.004)) == pytest.approx(0)


@given(power=st.floats(-2, 3), factor=st.floats(1e-6, 1e6))
def test_a_power_of_the_size_is_found_whatever_its_unit(power: float, factor: float) -> None:
    assert exponent({size: factor * size**power for size in SIZES}) == pytest.approx(power, abs=1e-6)


def test_the_line_goes_between_the_points() -> None:
    assert exponent({10: 1.0, 100: 1.0, 1_000: 10.0}) == pytest.approx(0.5)


@pytest.mark.parametrize("points", [{}, {10: 1.0}, {10: 1.0, 100: 2.0}, {0: 1.0, 10: 1.0, 100: 2.0}])
def test_two_points_say_nothing_about_growth(points: dict[int, float]) -> None:
    assert exponent(points) is None


def test_a_cost_of_zero_has_no_logarithm_and_is_left_out() -> None:
    assert exponent({1: 0.0, 10: 1.0, 100: 10.0, 1_000: 100.0}) == pytest.approx(1)
