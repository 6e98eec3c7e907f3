"""Rounds are interleaved, what fails costs the others nothing, and a slow machine gives fewer rounds."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from benchmarks import measure
from benchmarks.measure import Case, DidNotRun, Series, interleave
from benchmarks.pressing import summary
from benchmarks.terminal import Burst

if TYPE_CHECKING:
    from collections.abc import Mapping

DICE = random.Random(1)


def silent(_text: str) -> None:
    """Nobody listens."""


def counting(name: str, ran: list[str], most: int | None = None) -> Case:
    def run() -> Mapping[str, float]:
        ran.append(name)
        return {"wall": 1.0}

    return Case(name, run, most)


def test_every_round_runs_every_case_and_the_first_is_not_counted() -> None:
    ran: list[str] = []
    results = interleave([counting(name, ran) for name in "abc"], 4, DICE, silent)
    assert [len(series.samples) for series in results.values()] == [4, 4, 4]
    assert [sorted(ran[start : start + 3]) for start in range(0, 15, 3)] == [["a", "b", "c"]] * 5


@pytest.mark.parametrize(("most", "rounds", "times"), [(2, 4, 2), (2, 1, 1), (4, 15, 4), (9, 3, 3)])
def test_a_case_that_shows_growth_runs_in_some_rounds_only(most: int, rounds: int, times: int) -> None:
    ran: list[str] = []
    results = interleave([counting("large", ran, most)], rounds, DICE, silent)
    assert len(ran) == len(results["large"].samples) == times


def test_a_case_that_shows_growth_runs_in_the_first_counted_round() -> None:
    assert [number for number in range(5) if Case("large", dict, 2).is_due(number, 4)] == [1, 3]


def test_no_case_begins_when_the_minutes_are_over_but_the_first_round_is_always_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ran: list[str] = []
    clock = iter(range(0, 10_000, 60))
    monkeypatch.setattr(measure.time, "monotonic", lambda: float(next(clock)))
    assert len(interleave([counting("a", ran)], 9, DICE, silent, minutes=3)["a"].samples) == 4
    pair = [counting("a", ran), counting("b", ran)]
    results = interleave(pair, 9, DICE, silent, minutes=0)
    assert [len(series.samples) for series in results.values()] == [1, 1]
    results = interleave(pair, 9, DICE, silent, minutes=1.5)
    assert sorted(len(series.samples) for series in results.values()) == [1, 2]


def test_what_cannot_run_says_why_and_the_others_go_on() -> None:
    def fails() -> Mapping[str, float]:
        raise DidNotRun("nothing at /home/somebody/here.txt")

    ran: list[str] = []
    results = interleave([Case("fails", fails), counting("a", ran)], 5, DICE, silent)
    assert results["fails"].failures == ["nothing at here.txt"] * 2
    assert len(results["a"].samples) == 5


def test_median_and_spread_are_those_of_the_rounds() -> None:
    series = Series([{"wall": value} for value in (1.0, 2.0, 3.0, 4.0, 5.0)])
    assert series.median("wall") == 3
    assert series.spread("wall") == pytest.approx(1 / 3)
    assert series.median("cpu") is None
    assert Series([{"wall": 1.0}]).spread("wall") is None


def test_keys_that_change_nothing_are_no_measurement() -> None:
    answer = Burst(0.001, 0.002, 50, 0.0015)
    assert summary([answer] * 20, 0.4) == pytest.approx(
        {"first": 0.001, "last": 0.002, "stood": 0.0015, "slow": 0.002, "bytes": 50, "cpu": 0.02}
    )
    assert summary([answer] * 19 + [None], 0.4)["last"] == 0.002
    with pytest.raises(DidNotRun, match="2 of 20 keys changed nothing"):
        summary([answer] * 18 + [None] * 2, 0.4)
