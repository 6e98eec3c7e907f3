"""The clock: minutes left of a step, and when the evening really ends."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.plan import clock_of
from diskussion_tui.domain.steps import steps_of
from tests.support.builders import NOON, small_workbook

STEPS = steps_of(small_workbook())


def _clock(step: str, **spent: float):
    return clock_of(STEPS, step, NOON, NOON + dt.timedelta(**spent))


@pytest.mark.parametrize(
    ("seconds", "left"),
    [(0, 5), (1, 5), (60, 4), (290, 1), (300, 0), (310, -1), (360, -1), (361, -2), (-50, 5)],
)
def test_a_begun_minute_counts_as_a_whole_one(seconds: int, left: int):
    assert _clock("A.2", seconds=seconds).left == left


def test_on_time_the_evening_ends_when_it_was_planned_to():
    assert _clock("start").ends == NOON + dt.timedelta(minutes=20)
    assert _clock("A.2", minutes=5).ends == _clock("A.2").ends


def test_an_overrun_moves_the_end_by_as_much():
    assert _clock("A.2", minutes=12).ends == _clock("A.2").ends + dt.timedelta(minutes=7)


def test_the_last_step_ends_the_evening():
    assert _clock("slut").ends == NOON + dt.timedelta(minutes=1)


@given(st.sampled_from([step.id for step in STEPS]), st.integers(0, 10_000))
def test_the_end_never_comes_nearer_by_waiting(step: str, seconds: int):
    assert _clock(step, seconds=seconds + 1).ends >= _clock(step, seconds=seconds).ends
