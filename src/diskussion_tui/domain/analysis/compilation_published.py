"""What of a compilation is published: no number behind which so few discussions lie that people could be known by it.

A number that is left out must not be worked out again from those that stand beside it. The numbers of all tables are sums of one
another, so they are held together: for each small number another set of numbers is sought that has every shown one as it is, and this one
at either end of what *fewer than* leaves open. Whoever reckons with all that is shown cannot tell the two apart. Where there is no such
set, one number more is left out in the sum that stands in the way.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.compilation_cells import (
    DISCUSSIONS,
    DISSENT,
    KIND,
    NOTES,
    PARTICIPANTS,
    VERDICT,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_cells import Cell, Line, Table

THRESHOLD = 5
"""From so many discussions on a number is shown, unless the compilation says otherwise. Then so many people took part, too."""
NOT_PUBLISHED = frozenset({"supported", "saturation"})
"""Tables of single notes and single discussions, which are not for others."""

_TRIED = 20
"""So many of the smallest and of the largest small numbers of a sum are tried in place of another: a folder has thousands of units."""


@dataclass(frozen=True, slots=True)
class Masked:
    """The numbers that are not shown, by id: `few` as being that, `beside` without a word of how many, so that no small one can be worked out."""

    few: frozenset[str]
    beside: frozenset[str]

    def hides(self, cell: Cell) -> bool:
        """Whether a number is not shown."""
        return cell.id in self.few or cell.id in self.beside


@dataclass(frozen=True, slots=True)
class Sum:
    """Numbers of which some add up to as much as the others do."""

    plus: tuple[Cell, ...]
    minus: tuple[Cell, ...]

    def cells(self) -> Iterator[tuple[Cell, int]]:
        """Each that is not nothing, with its sign. Nothing at all is shown, and so no help to anybody."""
        signed = chain(((one, 1) for one in self.plus), ((one, -1) for one in self.minus))
        return ((one, sign) for one, sign in signed if one.value)


def masked(of: Compilation, threshold: int = THRESHOLD) -> Masked:
    """Which numbers are not shown. Nothing at all is no secret: 0 stands."""
    shown = [cell for cell in of.cells() if cell.value and cell.table not in NOT_PUBLISHED]
    few = {cell.id: cell for cell in shown if cell.spread < threshold}
    guard = _Guard(sums_of(of), few, threshold)
    for cell in few.values():
        guard.keep(cell)
    unpublished = (cell for cell in of.cells() if cell.table in NOT_PUBLISHED and cell.value)
    alone = {cell.id for cell in unpublished if cell.spread < threshold}
    return Masked(frozenset(few.keys() - guard.unsaid) | alone, frozenset(guard.beside | guard.unsaid))


def sums_of(of: Compilation) -> Iterator[Sum]:
    """Everything that is a sum of what else is published."""
    tables = of.tables
    in_all = tables["counts"].lines[0].cells
    yield from chain.from_iterable(map(_along, tables.values()))
    for table, columns in _WHOLES.items():
        for column in columns:
            yield Sum(_down(tables[table].lines, column), (in_all[column],))
    for line in tables["dissent"].lines:
        if part := tables["parts"].line(line.id):
            yield Sum((line.cells[DISSENT],), (part.cells[DISSENT],))
    for column in tables["months"].columns:
        if column.startswith(VERDICT):
            yield Sum(_down(tables["months"].lines, column), _down(tables["verdicts"].lines, column))


_WHOLES: Mapping[str, tuple[str, ...]] = {
    "parts": (NOTES,),
    "months": (NOTES, DISCUSSIONS),
    "units": (DISCUSSIONS, PARTICIPANTS, NOTES),
    "dissent": (DISSENT,),
}
"""Columns that add up to a number of the whole."""


def _along(table: Table) -> Iterator[Sum]:
    """The notes of a row by their kinds, or the answers by what they say."""
    for line in table.lines if NOTES in table.columns and table.id != "months" else ():
        for begins in (KIND, VERDICT):
            if parts := [line.cells[one] for one in table.columns if one.startswith(begins)]:
                yield Sum(tuple(parts), (line.cells[NOTES],))


def _down(lines: Iterable[Line], column: str) -> tuple[Cell, ...]:
    return tuple(line.cells[column] for line in lines if column in line.cells)


class _Guard:
    """Leaves out as many numbers `beside` the few as it takes."""

    def __init__(self, sums: Iterable[Sum], few: Mapping[str, Cell], threshold: int) -> None:
        self._sums = [tuple(one.cells()) for one in sums]
        self._few, self._threshold = dict(few), threshold
        self.beside: set[str] = set()
        self.unsaid: set[str] = set()
        self._of: dict[str, list[tuple[int, int]]] = {}
        self._hidden: list[list[tuple[Cell, int]]] = []
        self._moved: set[str] = set()
        self._stuck: list[int] = []
        for place, one in enumerate(self._sums):
            for cell, sign in one:
                self._of.setdefault(cell.id, []).append((place, sign))
            small = sorted(
                (one for one in one if one[0].id in few), key=lambda one: (one[0].value, one[0].id)
            )
            self._hidden.append([*small[:_TRIED], *small[_TRIED:][-_TRIED:]])

    def keep(self, cell: Cell) -> None:
        """Leave out what it takes to keep a small number."""
        if not all([self._kept_open(cell, wanted) for wanted in self._ends(cell)]):  # noqa: C419 - both ends, whatever the first is
            self._say_nothing({cell.id})  # as many parts are shown to be more than nothing as it is
            self._kept_open(cell, max(self._threshold, cell.value + 1))

    def _kept_open(self, cell: Cell, wanted: int) -> bool:
        """Leave out what it takes for a number to be able to be another; whether it can."""
        while not self._can_be(cell, wanted):
            if more := self._more(wanted - cell.value):
                self._leave_out(more)
            elif not self._say_nothing(
                {one.id for place in self._stuck for one, _ in self._sums[place] if one.id in self._few}
            ):
                return False
        return True

    def _leave_out(self, cell: Cell) -> None:
        self.beside.add(cell.id)
        for place, sign in self._of[cell.id]:
            self._hidden[place].insert(0, (cell, sign))

    def _say_nothing(self, small: set[str]) -> bool:
        """Say of small numbers no more than that they are left out; whether there are any."""
        self.unsaid |= small
        for cell_id in small:
            self._few.pop(cell_id, None)
        return bool(small)

    def _ends(self, cell: Cell) -> tuple[int, ...]:
        """What a number must be able to be, for all that is shown."""
        if cell.value < self._threshold:
            return tuple({1, self._threshold - 1} - {cell.value})
        return (cell.value - 1, cell.value + 1)

    def _can_be(self, cell: Cell, wanted: int) -> bool:
        self._moved, self._stuck = set(), []
        return self._moves(cell, wanted - cell.value, -1)

    def _moves(self, cell: Cell, by: int, but: int) -> bool:
        """Whether a number can be another, others along with it in every sum that it stands in."""
        if cell.id in self._moved or not self._is_open(cell, cell.value + by):
            return False
        self._moved.add(cell.id)
        for place, sign in self._of.get(cell.id, ()):
            if place != but and not any(
                self._moves(one, -sign * by * other, place) for one, other in self._hidden[place]
            ):
                self._stuck.append(place)
                return False
        return True

    def _is_open(self, cell: Cell, value: int) -> bool:
        """Whether a number might be another, by what is said in its place."""
        if cell.id in self._few:
            return 1 <= value < self._threshold or (cell.value >= self._threshold and value >= 1)
        if cell.id in self.unsaid:
            return value >= 1
        return cell.id in self.beside and value >= min(cell.value, self._threshold)

    def _more(self, by: int) -> Cell | None:
        """The number to leave out next, in the first sum that stood in the way and has one to spare: the least that has room."""
        for place in self._stuck:
            if spare := [
                one
                for one, _ in self._sums[place]
                if one.id not in self._few and one.id not in self.beside | self.unsaid
            ]:
                roomy = [one for one in spare if one.value - abs(by) >= self._threshold]
                return min(roomy or spare, key=lambda one: (len(self._of[one.id]), one.value, one.id))
        return None
