"""What of a compilation is published: no number behind which so few discussions lie that people could be known by it.

A number that is left out must not be worked out again from those that stand beside it. Where only one of some numbers is left out
whose sum is shown, the smallest of the others is left out with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.compilation_cells import DISCUSSIONS, KIND, NOTES, PARTICIPANTS, VERDICT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_cells import Cell, Table

THRESHOLD = 5
"""From so many discussions on a number is shown, unless the compilation says otherwise. Then so many people took part, too."""
NOT_PUBLISHED = frozenset({"supported", "saturation"})
"""Tables of single notes and single discussions, which are not for others."""


@dataclass(frozen=True, slots=True)
class Masked:
    """The numbers that are not shown, by id: for being `few`, or so that one that is cannot be worked out."""

    few: frozenset[str]
    beside: frozenset[str]


def masked(of: Compilation, threshold: int = THRESHOLD) -> Masked:
    """Which numbers are not shown. Nothing at all is no secret: 0 stands."""
    few = {cell.id for cell in of.cells() if cell.value and cell.spread < threshold}
    beside: set[str] = set()
    for sums in _sums(of):
        hidden = [cell for cell in sums if cell.id in few or cell.id in beside]
        others = [cell for cell in sums if cell.value and cell not in hidden]
        if len(hidden) == 1 and others:
            beside.add(min(others, key=lambda cell: (cell.value, cell.id)).id)
    return Masked(frozenset(few), frozenset(beside))


def _sums(of: Compilation) -> Iterator[list[Cell]]:
    """Numbers whose sum is shown: of a row, of a column, of a whole table."""
    for table in of.tables.values():
        for line in table.lines:
            for begins in (KIND, VERDICT):
                if NOTES in table.columns and (parts := _begin(table, begins)):
                    yield [line.cells[column] for column in parts]
    for name, columns in (("parts", (NOTES,)), ("months", (NOTES, DISCUSSIONS)), ("units", _OF_UNITS)):
        for column in columns:
            yield [line.cells[column] for line in of.tables[name].lines]


_OF_UNITS = (DISCUSSIONS, PARTICIPANTS, NOTES)


def _begin(table: Table, begins: str) -> list[str]:
    return [column for column in table.columns if column.startswith(begins)]
