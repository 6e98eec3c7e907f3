"""A compilation: what many discussions say together, as numbers of which every one leads back to what it counts.

It is made of what was said and of nothing else, so that whoever has the same files and the same coding makes the same value of
them, in whatever order the files come. What counts: a note in force, once; one that was merged into another counts as part of
that one, and what is withdrawn or parked does not count. Spread stands before frequency: in how many discussions something was
said tells more than how often. Hands are those of one note in one discussion and are never added up.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis import compilation_tables as tables
from diskussion_tui.domain.analysis.compilation_gathering import Gathering
from diskussion_tui.domain.analysis.compilation_records import Records
from diskussion_tui.domain.analysis.compilation_share import Given, counting
from diskussion_tui.domain.session.conclusions import group_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from diskussion_tui.domain.analysis.compilation_cells import Cell, Ref, Table
    from diskussion_tui.domain.analysis.compilation_share import Giving
    from diskussion_tui.domain.analysis.said import Discussion, Said

__all__ = ["Coded", "Compilation", "Given", "compiled", "unit_of"]


@dataclass(frozen=True, slots=True)
class Coded:
    """What notes were coded as: themes by a note's id, and what a theme is called. A note that is coded to none has none."""

    themes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compilation:
    """What was counted. `order` has the discussions by date; `notes`, `concluded` what the numbers count, `counts` how many of each.

    `twice` are the ids of notes that stand in more than one discussion, as in a copy: each is counted in each.
    `settled` says after how many coded discussions no new theme came in the last tenth, 0 where that cannot be said.
    """

    discussions: Mapping[str, Discussion]
    order: tuple[str, ...]
    units: Mapping[str, str]
    notes: Mapping[Ref, Said]
    concluded: Mapping[Ref, Said]
    counts: Mapping[str, int]
    coded: Coded
    tables: Mapping[str, Table]
    twice: tuple[str, ...] = ()
    settled: int = 0
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def cells(self) -> Iterator[Cell]:
        """Every number, table by table."""
        for table in self.tables.values():
            yield from table.cells()

    def numbers(self) -> dict[str, int]:
        """Every number that is not nothing, by what tells it from the others and in order of that: no workbook has a say in it."""
        return dict(sorted((cell.id, cell.value) for cell in self.cells() if cell.value))

    def cell(self, table: str, row: str, column: str) -> Cell | None:
        """A number by where it stands."""
        found = self.tables[table].line(row) if table in self.tables else None
        return found.cells.get(column) if found else None

    def behind(self, cell: Cell) -> Sequence[Ref]:
        """What a number counts, the oldest discussion first."""
        return cell.behind


def compiled(
    given: Iterable[Giving],
    matches: Callable[[Said], bool] | None = None,
    coded: Coded | None = None,
    kinds: Sequence[str] = (),
    verdicts: Sequence[str] = (),
) -> Compilation:
    """What some discussions say together; with `matches` only those in which a note is meant, and only such notes.

    `kinds` and `verdicts` say which order a workbook has them in; what it does not know comes after, by its id.
    """
    coded = coded or Coded()
    gathering = Gathering(_each_once(given), coded.themes, matches)
    givens = gathering.givens
    discussions = {key: one.discussion for key, one in givens.items()}
    units = {key: unit_of(one) for key, one in discussions.items()}
    notes = Records(givens, lambda one: counting(one.said, matches))
    concluded = Records(givens, lambda one: [made for made in one.concluded if made.in_force])
    counted = gathering.counted(units, notes, kinds, verdicts)
    return Compilation(
        discussions,
        counted.order,
        _named(discussions, units),
        notes,
        concluded,
        counted.notes,
        coded,
        {table.id: table for table in tables.tables_of(counted)},
        gathering.twice(notes),
        tables.settled_after(counted),
        {key: givens[key].files for key in sorted(givens)},
    )


def _each_once(given: Iterable[Giving]) -> list[Giving]:
    """Every discussion once, by date."""
    found: dict[str, Giving] = {}
    for one in given:
        known = found.setdefault(one.discussion.id, one)
        if known is not one and one.files < known.files:
            found[one.discussion.id] = one
    return sorted(found.values(), key=lambda one: (one.discussion.date, one.discussion.id))


def unit_of(one: Discussion) -> str:
    """Which unit held a discussion: what it says of itself, else its name without number and date. Tables of one evening are one."""
    return folded(" ".join(one.unit.split())) or group_named(one.name)


def _named(discussions: Mapping[str, Discussion], units: Mapping[str, str]) -> dict[str, str]:
    """What each unit is called: as most plainly written, the same whichever file comes first."""
    names: dict[str, set[str]] = {}
    for key, one in discussions.items():
        names.setdefault(units[key], set()).add(" ".join((one.unit or one.name).split()))
    return {unit: min(names[unit], key=lambda text: (len(text), text)) for unit in sorted(names)}
