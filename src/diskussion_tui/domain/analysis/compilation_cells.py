"""The numbers of a compilation, each with what lies behind it, and the tables that they stand in.

A number that cannot be opened cannot be trusted. So none is ever kept without the records that it counts, and everything that
shows one, prints one or checks one goes by these values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

KIND, VERDICT = "kind.", "verdict."
"""What the columns of kinds and of verdicts begin with: what a workbook calls its kinds is its own affair."""
NO_KIND = KIND
"""The column of notes that have no kind."""
DISCUSSIONS, UNITS, PARTICIPANTS = "discussions", "units", "participants"
NOTES, CODED, HANDS, DISSENT, OBJECTIONS = "notes", "coded", "hands", "dissent", "objections"
OPEN, DONE, NEW, THEMES = "open", "done", "new", "themes"
SUMS = frozenset({UNITS, PARTICIPANTS, HANDS, THEMES})
"""The columns whose numbers are not how many records lie behind them: they are counted from those."""


class Ref(NamedTuple):
    """What is counted: a discussion, or a record in it by its id: a note, a conclusion, the answer to a question."""

    discussion: str
    record: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table, and what it counts, in order."""

    table: str
    row: str
    column: str
    value: int
    behind: tuple[Ref, ...]

    @property
    def id(self) -> str:
        """What tells it from all others, in files too."""
        return f"{self.table}/{self.row}/{self.column}"

    @property
    def spread(self) -> int:
        """In how many discussions that lies which is counted."""
        return len({one.discussion for one in self.behind})


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table."""

    id: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of numbers under the same columns."""

    id: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]

    def line(self, row: str) -> Line | None:
        """A row by its id."""
        return next((one for one in self.lines if one.id == row), None)

    def cells(self) -> Iterator[Cell]:
        """Every number, row by row."""
        for line in self.lines:
            yield from (line.cells[column] for column in self.columns)


class Tally:
    """Gathers what a table counts, in any order, and makes the table of it."""

    def __init__(self, table: str, values: Mapping[str, Mapping[Ref, int]] | None = None) -> None:
        """`values` says of a column that is a sum what each record adds to it."""
        self._table = table
        self._values = values or {}
        self._behind: dict[str, dict[str, set[Ref]]] = {}

    def add(self, row: str, ref: Ref, columns: Iterable[str]) -> None:
        """Count a record in some columns of a row."""
        found = self._behind.setdefault(row, {})
        for column in columns:
            found.setdefault(column, set()).add(ref)

    @property
    def rows(self) -> list[str]:
        """The rows that there are so far."""
        return list(self._behind)

    @property
    def columns(self) -> set[str]:
        """The columns in which anything was counted."""
        return {column for found in self._behind.values() for column in found}

    def table(self, columns: Sequence[str], rows: Iterable[str], units: Mapping[str, str]) -> Table:
        """The table with these columns and rows; `units` says of each discussion which unit held it."""
        lines = (Line(row, {column: self._cell(row, column, units) for column in columns}) for row in rows)
        return Table(self._table, tuple(columns), tuple(lines))

    def _cell(self, row: str, column: str, units: Mapping[str, str]) -> Cell:
        behind = tuple(sorted(self._behind.get(row, {}).get(column, ())))
        if column == UNITS:
            value = len({units[one.discussion] for one in behind})
        elif column in self._values:
            value = sum(self._values[column].get(one, 0) for one in behind)
        else:
            value = len(behind)
        return Cell(self._table, row, column, value, behind)
