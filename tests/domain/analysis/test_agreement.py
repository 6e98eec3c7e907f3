"""How coders agree, held against worked examples that were published and against the package that others use."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import krippendorff
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from diskussion_tui.domain.analysis import codebook
from diskussion_tui.domain.analysis.agreement import agreement, alpha, cohen, confused, interval, raw
from diskussion_tui.domain.analysis.coding import TOGETHER, coding_of, decide
from diskussion_tui.domain.session.changes import Stamp

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Version

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


def _units(*coders: str) -> list[list[str]]:
    """Units as their values, from a line a coder; a dot is missing."""
    rows = [line.split() for line in coders]
    return [[value for value in column if value != "."] for column in zip(*rows, strict=True)]


def _pairs(table: list[list[int]]) -> list[tuple[int, int]]:
    return [
        (row, column) for row, of in enumerate(table) for column, count in enumerate(of) for _ in range(count)
    ]


def test_alpha_of_two_coders_and_two_values_is_krippendorffs_own() -> None:
    """Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, A: 0.095."""
    assert alpha(_units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")) == pytest.approx(0.095, abs=0.0005)


def test_alpha_of_two_coders_and_five_values_is_krippendorffs_own() -> None:
    """The same, B: 0.692."""
    units = _units("a a b b d c c c e d d a", "b a b b b c c c e d d d")
    assert alpha(units) == pytest.approx(0.692, abs=0.0005)


def test_alpha_of_four_coders_with_missing_values_is_krippendorffs_own() -> None:
    """The same, C: 0.743."""
    units = _units(
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    )
    assert alpha(units) == pytest.approx(0.743, abs=0.0005)


def test_kappa_is_that_of_the_textbook() -> None:
    """Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions, 3rd ed., table 18.1: 0.68."""
    assert cohen(_pairs([[75, 1, 4], [5, 4, 1], [0, 0, 10]])) == pytest.approx(0.68, abs=0.005)
    assert cohen(_pairs([[20, 5], [10, 15]])) == pytest.approx(0.4)


def test_one_value_only_leaves_nothing_to_set_against_chance() -> None:
    assert alpha([["a", "a"], ["a", "a"]]) is None
    assert cohen([("a", "a")]) is None
    assert cohen([]) is None
    assert raw([["a"]]) is None
    assert raw([["a", "a"]]) == 1.0
    assert interval([["a", "b"]]) == (None, None)


@given(
    st.lists(
        st.lists(st.sampled_from([0.0, 1.0, 2.0, None]), min_size=3, max_size=3), min_size=2, max_size=12
    )
)
def test_alpha_is_what_the_package_says(rows: list[list[float | None]]) -> None:
    units = [[value for value in row if value is not None] for row in rows]
    pairable = {value for unit in units if len(unit) > 1 for value in unit}
    assume(len(pairable) > 1)
    data: Any = [[float("nan") if row[coder] is None else row[coder] for row in rows] for coder in range(3)]
    expected = krippendorff.alpha(reliability_data=data, level_of_measurement="nominal")
    assert alpha(units) == pytest.approx(expected)


def test_the_bounds_hold_the_alpha_and_are_the_same_every_time() -> None:
    units = _units("a a b b d c c c e d d a", "b a b b b c c c e d d d")
    low, high = interval(units)
    assert low is not None
    assert high is not None
    assert low < 0.692 < high
    assert interval(list(reversed(units))) == (low, high)


def test_coders_agree_theme_by_theme_and_what_is_settled_is_no_longer_disputed() -> None:
    count = iter(range(100))

    def stamp(who: str) -> Stamp:
        return Stamp(f"{next(count):026d}", NOON, who)

    versions: list[Version] = [
        one
        for name in ("Fax", "Journal", "Annat")
        for one in codebook.make(coding_of().book, stamp("maja"), name.lower(), name)
    ]
    said = {"maja": ["fax", "fax", "journal", "fax"], "sven": ["fax", "journal", "journal", "fax"]}
    for coder, themes in said.items():
        for number, theme in enumerate(themes):
            versions += decide(coding_of(versions), stamp(coder), coder, [f"n{number}"], [theme])
    found = agreement(coding_of(versions))
    assert (found.overall.notes, found.overall.raw, found.disputed) == (4, 0.75, ("n1",))
    assert found.overall.kappa == pytest.approx(0.5)
    assert [one.theme for one in found.themes] == ["fax", "journal"]
    assert dict(confused(coding_of(versions), found)) == {("fax", "journal"): 1}
    versions += decide(coding_of(versions), stamp("maja"), TOGETHER, ["n1"], ["fax"])
    settled = agreement(coding_of(versions))
    assert settled.disputed == ()
    assert settled.overall == found.overall
