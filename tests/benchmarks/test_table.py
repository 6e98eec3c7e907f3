"""The table says what was held, what was not, and what could not be measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from benchmarks import table
from benchmarks.measure import Goal, Growth, Part, Series
from benchmarks.table import Row, quantity

if TYPE_CHECKING:
    from collections.abc import Sequence


def series(*values: float, measure: str = "wall") -> Series:
    return Series([{measure: value} for value in values])


def part(*goals: Goal, growths: Sequence[Growth] = ()) -> Part:
    return Part("keys", rounds=1, minutes=1, cases=lambda *_: [], goals=goals, growths=growths)


def a_row(**changes: Any) -> Row:
    facts: dict[str, Any] = {
        "part": "keys",
        "what": "typing",
        "measure": "last",
        "unit": "s",
        "ours": 0.03,
        "floor_name": "vim",
        "floor": 0.002,
        "ratio": 15.0,
        "at_most": 15,
        "held": True,
        "spread": 0.1,
        "why": None,
    }
    return Row(**{**facts, **changes})


@pytest.mark.parametrize(("ours", "held"), [(0.030, True), (0.031, False)])
def test_a_goal_is_held_up_to_its_ratio(ours: float, held: bool) -> None:
    goal = Goal("typing", "typing", "wall", "vim", 15)
    (row,) = table.rows(part(goal), {"typing": series(ours), "vim": series(0.002)})
    assert (row.ratio, row.held) == (pytest.approx(ours / 0.002), held)
    assert ("held" in table.show([row]).splitlines()[1]) is held
    assert ("FALLS SHORT" in table.show([row])) is not held


def test_a_goal_without_a_floor_is_a_plain_quantity() -> None:
    goal = Goal("bytes a key", "moving", "wall", None, 512, unit="B")
    (row,) = table.rows(part(goal), {"moving": series(4_900)})
    assert row.held is False
    assert "≤ 512 B" in table.show([row])


@pytest.mark.parametrize("missing", ["typing", "vim"])
def test_what_did_not_run_says_so_and_is_held_by_nobody(missing: str) -> None:
    results = {"typing": series(0.03), "vim": series(0.002)}
    results[missing] = Series(failures=["it is not there"])
    rows = table.rows(part(Goal("typing", "typing", "wall", "vim", 15)), results)
    assert rows[0].held is None
    assert f"{missing} did not run: it is not there" in table.show(rows)
    assert table.tally(rows) == "goals: 0 held, 0 fall short, 1 did not run"


@pytest.mark.parametrize(("costs", "held"), [((1.0, 1.01, 1.0), True), ((1.0, 2.0, 4.0), False)])
def test_growth_is_one_number_beside_what_the_ends_cost(costs: tuple[float, ...], held: bool) -> None:
    sizes = dict(zip((10, 100, 1_000), ("a", "b", "c"), strict=True))
    results = {name: series(cost) for name, cost in zip("abc", costs, strict=True)}
    (row,) = table.rows(part(growths=[Growth("typing grows", "wall", sizes, 0.05)]), results)
    assert row.held is held
    assert f"n^{row.ours:.2f}" in table.show([row])
    assert f"1.00 s at 10 … {costs[-1]:.2f} s at 1,000" in table.show([row])


def test_growth_of_two_sizes_did_not_run() -> None:
    results = {"a": series(1.0), "b": series(1.0), "c": Series(failures=["too slow"])}
    growth = Growth("typing grows", "wall", {10: "a", 100: "b", 1_000: "c"}, 0.05)
    (row,) = table.rows(part(growths=[growth]), results)
    assert (row.held, row.why) == (None, "c did not run: too slow")


def test_a_count_names_what_it_counts() -> None:
    counted = Series([{"early": 1, "early ssl": 1, "early pydantic": 0}])
    goal = Goal("too early", "home", "early", None, 0, unit="", tells="early ")
    (row,) = table.rows(part(goal), {"home": counted})
    assert (row.told, row.held) == ("ssl", False)


def test_what_moved_is_told_and_what_wavers_is_not() -> None:
    steady, moved = a_row(what="steady"), a_row(what="moved")
    now = [a_row(what="steady", ratio=15.5), a_row(what="moved", ratio=30.0, held=False)]
    said = table.compare([steady, moved], now)
    assert "moved" in said
    assert "15.00 ×" in said
    assert "30.00 ×" in said
    assert "+100%" in said
    assert "NO LONGER HELD" in said
    assert "steady" not in said
    assert "nothing moved" in table.compare([steady], now[:1])


def test_a_row_that_no_longer_runs_has_moved() -> None:
    gone = a_row(ours=None, ratio=None, held=None, why="vim did not run: it is not there")
    assert "did not run" in table.compare([a_row()], [gone])


def test_an_exponent_near_zero_has_not_moved_by_a_hundredth() -> None:
    flat = a_row(floor_name=None, unit=table.POWER, ours=0.001, at_most=0.05, spread=None)
    assert "nothing moved" in table.compare([flat], [a_row(**{**vars(flat), "ours": 0.01})])
    assert "n^0.30" in table.compare([flat], [a_row(**{**vars(flat), "ours": 0.3})])


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (0.0048, "s", "4.8 ms"),
        (2.5, "s", "2.50 s"),
        (4_935, "B", "4935 B"),
        (31_600_000, "B", "31.6 MB"),
        (9.98962, "", "9.99"),
        (435, "", "435"),
        (12_345, "", "12,345"),
        (0.021, table.POWER, "n^0.02"),
        (None, "s", ""),
    ],
)
def test_quantities_stand_in_the_unit_a_person_would_use(value: float | None, unit: str, said: str) -> None:
    assert quantity(value, unit) == said
