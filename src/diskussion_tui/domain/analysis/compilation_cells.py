"""The numbers of a compilation, each with what lies behind it, and the tables that they stand in.

A number that cannot be opened cannot be trusted. So none is ever kept without the way to the records that it counts, and everything that
shows one, prints one or checks one goes by these values.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

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


class Behind(Sequence[Ref]):
    """What lies behind a number, the oldest discussion first: a discussion is asked which of its records it is when one of them is wanted.

    `count` is how many they were when the number was counted. Where files have changed since, there may be fewer; never more are told.
    """

    def __init__(self, keys: Sequence[str], of: Callable[[str], Iterable[Ref]], count: int) -> None:
        self._keys, self._of, self._count = keys, of, count
        self._found: list[Ref] = []
        self._asked = 0

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Ref: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Ref]: ...
    def __getitem__(self, place: int | slice) -> Ref | Sequence[Ref]:
        """One record, or several."""
        last = place.indices(self._count)[1] - 1 if isinstance(place, slice) else place
        self._ask(self._count - 1 if last < 0 else last)
        return self._found[place]

    def _ask(self, last: int) -> None:
        """Have the discussions asked that it takes to know the record in a place."""
        while len(self._found) <= last and self._asked < len(self._keys):
            self._found += self._of(self._keys[self._asked])
            self._asked += 1
        if self._asked == len(self._keys):
            self._count = min(self._count, len(self._found))
        del self._found[self._count :]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((self._count, *self._keys))

    def __repr__(self) -> str:
        return repr(tuple(self))


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table, what it counts, the oldest discussion first, and in how many discussions that lies (`spread`)."""

    table: str
    row: str
    column: str
    value: int
    spread: int
    behind: Sequence[Ref]

    @property
    def id(self) -> str:
        """What tells it from all others, in files too."""
        return f"{self.table}/{self.row}/{self.column}"


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


class Sums:
    """A table added up: its numbers by row and column, in how many discussions each lies, and in which, the oldest first, a row does."""

    def __init__(self) -> None:
        self.values: dict[str, dict[str, int]] = {}
        self.spread: dict[str, dict[str, int]] = {}
        self.keys: dict[str, list[str]] = {}

    def put(self, row: str, column: str, value: int, spread: int) -> None:
        """Have a number."""
        self.values.setdefault(row, {})[column] = value
        self.spread.setdefault(row, {})[column] = spread

    @property
    def columns(self) -> set[str]:
        """The columns in which anything was counted."""
        return {column for counted in self.values.values() for column in counted}
