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
from diskussion_tui.domain.analysis.compilation_cells import Ref
from diskussion_tui.domain.session.conclusions import group_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from diskussion_tui.domain.analysis.compilation_cells import Cell, Table
    from diskussion_tui.domain.analysis.said import Discussion, Said


@dataclass(frozen=True, slots=True)
class Given:
    """What a discussion gives to a compilation. `files` are the SHA-256 of those it was read from, sorted."""

    discussion: Discussion
    said: tuple[Said, ...]
    concluded: tuple[Said, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coded:
    """What notes were coded as: themes by a note's id, and what a theme is called. A note that is coded to none has none."""

    themes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compilation:
    """What was counted. `order` has the discussions by date; `notes`, `concluded` what the numbers count.

    `twice` are the ids of notes that stand in more than one discussion, as in a copy: each is counted in each.
    `settled` says after how many coded discussions no new theme came in the last tenth, 0 where that cannot be said.
    """

    discussions: Mapping[str, Discussion]
    order: tuple[str, ...]
    units: Mapping[str, str]
    notes: Mapping[Ref, Said]
    concluded: Mapping[Ref, Said]
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

    def behind(self, cell: Cell) -> tuple[Ref, ...]:
        """What a number counts, the oldest discussion first."""
        places = {one: place for place, one in enumerate(self.order)}
        return tuple(sorted(cell.behind, key=lambda one: (places[one.discussion], one.record)))


def compiled(
    given: Iterable[Given],
    matches: Callable[[Said], bool] | None = None,
    coded: Coded | None = None,
    kinds: Sequence[str] = (),
    verdicts: Sequence[str] = (),
) -> Compilation:
    """What some discussions say together; with `matches` only those in which a note is meant, and only such notes.

    `kinds` and `verdicts` say which order a workbook has them in; what it does not know comes after, by its id.
    """
    coded = coded or Coded()
    by_id: dict[str, Given] = {}
    notes: dict[Ref, Said] = {}
    for one in sorted(given, key=lambda one: (one.discussion.id, one.files)):
        said = [note for note in one.said if note.in_force and (matches is None or matches(note))]
        if one.discussion.id in by_id or not (said or matches is None):
            continue
        by_id[one.discussion.id] = one
        notes.update((Ref(one.discussion.id, note.id), note) for note in said)
    notes = dict(sorted(notes.items()))
    discussions = {key: one.discussion for key, one in by_id.items()}
    order = tuple(sorted(discussions, key=lambda key: (discussions[key].date, key)))
    units = {key: unit_of(one) for key, one in discussions.items()}
    concluded = {
        Ref(key, made.id): made for key, one in by_id.items() for made in one.concluded if made.in_force
    }
    concluded = dict(sorted(concluded.items()))
    counted = tables.Counted(discussions, order, units, notes, concluded, coded.themes, kinds, verdicts)
    return Compilation(
        discussions,
        order,
        _named(discussions.values()),
        notes,
        concluded,
        coded,
        {table.id: table for table in tables.tables_of(counted)},
        _twice(notes),
        tables.settled_after(counted),
        {key: by_id[key].files for key in sorted(by_id)},
    )


def unit_of(one: Discussion) -> str:
    """Which unit held a discussion: what it says of itself, else its name without number and date. Tables of one evening are one."""
    return folded(" ".join(one.unit.split())) or group_named(one.name)


def _named(discussions: Iterable[Discussion]) -> dict[str, str]:
    """What each unit is called: as most plainly written, the same whichever file comes first."""
    names: dict[str, str] = {}
    for one in discussions:
        key, name = unit_of(one), " ".join((one.unit or one.name).split())
        names[key] = min(names.get(key, name), name, key=lambda text: (len(text), text))
    return dict(sorted(names.items()))


def _twice(notes: Mapping[Ref, Said]) -> tuple[str, ...]:
    seen: set[str] = set()
    again: set[str] = set()
    for ref in notes:
        (again if ref.record in seen else seen).add(ref.record)
    return tuple(sorted(again))
