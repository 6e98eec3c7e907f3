"""What is published of a compilation, against somebody who reckons with every number on the page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diskussion_tui.domain.analysis.compilation import Given, compiled
from diskussion_tui.domain.analysis.compilation_published import NOT_PUBLISHED, masked
from diskussion_tui.domain.analysis.said import Discussion, Said
from tests.domain.analysis.test_compilation import discussion, of

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.compilation import Compilation

LIMITLESS = 10**6


class Attacker:
    """Knows what is shown, what *fewer than* means, and which numbers of the page add up to which: nothing else."""

    def __init__(self, found: Compilation, threshold: int) -> None:
        self.bounds: dict[str, tuple[int, int]] = {}
        self.sums: list[dict[str, int]] = []
        hidden = masked(found, threshold)
        for cell in found.cells():
            if cell.table in NOT_PUBLISHED:
                continue
            if not hidden.hides(cell):
                self.bounds[cell.id] = (cell.value, cell.value)
            elif cell.id in hidden.few and cell.value < threshold:
                self.bounds[cell.id] = (1, threshold - 1)
            else:
                self.bounds[cell.id] = (1, LIMITLESS)
        self._reckons_with(found)

    def _adds_up(self, parts: list[str], whole: list[str]) -> None:
        self.sums.append({**dict.fromkeys(parts, 1), **dict.fromkeys(whole, -1)})

    def _reckons_with(self, found: Compilation) -> None:
        def column(table: str, name: str) -> list[str]:
            return [f"{table}/{line.id}/{name}" for line in found.tables[table].lines]

        for name in ("parts", "themes", "tags", "compass", "verdicts"):
            for line in found.tables[name].lines:
                parts = [one.id for key, one in line.cells.items() if key.startswith(("kind.", "verdict."))]
                self._adds_up(parts, [f"{name}/{line.id}/notes"])
        for table in ("parts", "months", "units"):
            self._adds_up(column(table, "notes"), ["counts/all/notes"])
        for table in ("months", "units"):
            self._adds_up(column(table, "discussions"), ["counts/all/discussions"])
        self._adds_up(column("units", "participants"), ["counts/all/participants"])
        self._adds_up(column("dissent", "dissent"), ["counts/all/dissent"])
        for line in found.tables["dissent"].lines:
            self._adds_up([f"dissent/{line.id}/dissent"], [f"parts/{line.id}/dissent"])
        for name in found.tables["months"].columns:
            if name.startswith("verdict."):
                self._adds_up(column("months", name), column("verdicts", name))

    def reckons(self) -> dict[str, tuple[int, int]]:
        """What each number can be, by each sum and by every two of them together, until nothing more comes of it."""
        known = self.sums + [
            {key: one.get(key, 0) + sign * other.get(key, 0) for key in {*one, *other}}
            for one, other in combinations(self.sums, 2)
            if one.keys() & other.keys()
            for sign in (1, -1)
        ]
        narrowed = True
        while narrowed:
            narrowed = sum(map(self._narrows, known)) > 0
        return self.bounds

    def _narrows(self, known: dict[str, int]) -> bool:
        before = [self.bounds[key] for key in known]
        for key, factor in known.items():
            if not factor:
                continue
            ends = [
                sorted(-times * end for end in self.bounds[other])
                for other, times in known.items()
                if other != key
            ]
            low, high = sum(end[0] for end in ends), sum(end[1] for end in ends)
            if factor < 0:
                low, high = -high, -low
            low, high = -(-low // abs(factor)), high // abs(factor)
            self.bounds[key] = (max(low, self.bounds[key][0]), min(high, self.bounds[key][1]))
        return before != [self.bounds[key] for key in known]


def learnt(found: Compilation, threshold: int) -> dict[str, tuple[int, int]]:
    """The small numbers of which somebody learns more than that they are small, each with what it must be."""
    reckoned = Attacker(found, threshold).reckons()
    small = [one for one in found.cells() if 0 < one.value < threshold and one.spread < threshold]
    told = {one.id: reckoned[one.id] for one in small if one.table not in NOT_PUBLISHED}
    return {
        key: (low, high)
        for key, (low, high) in told.items()
        if high < threshold and not (low == 1 and high == threshold - 1)
    }


@st.composite
def folder(draw: st.DrawFn) -> tuple[Given, ...]:
    return tuple(draw(discussion(number)) for number in range(draw(st.integers(1, 7))))


@settings(max_examples=25)
@given(folder(), st.integers(2, 5))
def test_nobody_who_reckons_with_the_page_learns_more_of_a_small_number_than_that_it_is_small(
    those: tuple[Given, ...], threshold: int
) -> None:
    assert learnt(of(those), threshold) == {}


def spring(*groups: tuple[int, str, dict[str, int], str]) -> Compilation:
    """Discussions of a month each, with so many notes of parts, and what all of them answer."""
    given: list[Given] = []
    for month, verdict, notes, unit in groups:
        number = len(given)
        told = Discussion(
            f"D{number:02}", f"Grupp {number}", dt.date(2026, month, 3), unit=unit, participants=7
        )
        told = replace(told, verdicts={"B.1": verdict} if verdict else {})
        said = [
            Said(told, f"N{number:02}{part}{place}", f"{part}.2", "avveckla", "Text", dissent=part == "B")
            for part, count in notes.items()
            for place in range(count)
        ]
        given.append(Given(told, tuple(said)))
    return compiled(given, None, None, ("avveckla",), ("ja", "nej"))


@pytest.mark.parametrize(
    "found",
    [
        spring(*[(1, "ja", {"B": 2}, "Järva")] * 7, (1, "", {"C": 1}, "Järva")),
        spring(*[(1, "ja", {"B": 1}, "Järva")] * 6, (2, "ja", {"B": 1}, "Järva")),
        spring(
            *[(1, "ja", {"B": 1}, "Järva")] * 6, (2, "nej", {"C": 1}, "Ekerö"), (3, "nej", {"D": 1}, "Kista")
        ),
        spring((1, "ja", {"B": 1, "C": 1}, "Ekerö")),
    ],
    ids=["a part beside the whole", "a month beside the answers", "two that are one each", "one discussion"],
)
def test_a_small_number_is_not_what_is_left_when_the_others_are_taken_from_the_whole(
    found: Compilation,
) -> None:
    assert learnt(found, 5) == {}


def test_what_everybody_said_is_still_told() -> None:
    found = spring(*[(1, "ja", {"B": 2}, "Järva")] * 7, *[(2, "ja", {"B": 2}, "Järva")] * 6)
    hidden = masked(found, 5)
    assert not any(hidden.hides(one) for one in found.cells() if one.table not in NOT_PUBLISHED)


def test_thousands_of_units_are_looked_over_in_one_go() -> None:
    found = spring(*[(1 + place % 9, "ja", {"B": 2}, f"Enhet {place}") for place in range(600)])
    hidden = masked(found, 5)
    assert all(hidden.hides(line.cells["notes"]) for line in found.tables["units"].lines)
    assert not hidden.hides(found.tables["months"].lines[0].cells["notes"])
