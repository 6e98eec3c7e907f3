"""The tables of a compilation: which there are, what each counts, and in which order its rows stand.

Each is added up from what every discussion gives (`compilation_share.py`), so that its numbers do not hang on any order. The line
that says by which rule a table counts stands in `texts/*/compiling.py`, under the same name.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.compilation_cells import (
    CODED,
    DISCUSSIONS,
    DISSENT,
    DONE,
    HANDS,
    KIND,
    NEW,
    NOTES,
    OBJECTIONS,
    OPEN,
    PARTICIPANTS,
    THEMES,
    UNITS,
    VERDICT,
    Behind,
    Cell,
    Line,
    Ref,
    Sums,
    Table,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from diskussion_tui.domain.analysis.said import Discussion

ALL = "all"
"""The one row of the counts."""
FEWEST = 10
"""With fewer coded discussions than this, nobody can say whether more would bring anything new."""
ENOUGH_CODED = 0.9
"""So much of a discussion's notes must be coded before it tells what is new: one of eighteen says nothing of the other seventeen."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted. `order` has the discussions by date, `sums` the tables that notes are counted in, by name.

    `notes`, `coded` and `dissent` are how many of each discussion; `themes` has the first note of each of a discussion's themes.
    `supported` are the notes that most hands were raised for, `actions` by their ids as the latest discussion has them.
    `behind` asks a discussion for the notes that a number of a table, a row and a column counts.
    """

    discussions: Mapping[str, Discussion]
    order: tuple[str, ...]
    units: Mapping[str, str]
    sums: Mapping[str, Sums]
    notes: Mapping[str, int]
    coded: Mapping[str, int]
    dissent: Mapping[str, int]
    themes: Mapping[str, Mapping[str, Ref]]
    supported: Sequence[tuple[int, Ref]]
    actions: Mapping[str, tuple[Ref, str, bool]]
    behind: Callable[[str, str, str, str], Iterable[Ref]]
    kinds: Sequence[str] = ()
    verdicts: Sequence[str] = ()

    def in_order(self, known: Sequence[str], found: Iterable[str]) -> tuple[str, ...]:
        """Those that a workbook knows as it has them, then what else was found."""
        return (*known, *sorted({one for one in found if one} - set(known), key=swedish))

    @property
    def judged(self) -> set[str]:
        """Every verdict that was given."""
        return {one for discussion in self.discussions.values() for one in discussion.verdicts.values()}

    @property
    def kind_columns(self) -> tuple[str, ...]:
        """A column a kind, and one for notes without any."""
        found = (one for one in self.sums["parts"].columns if one.startswith(KIND))
        return (*(f"{KIND}{one}" for one in self.in_order(self.kinds, _bare(found, KIND))), KIND)

    # ---- cells ---------------------------------------------------------------------------------------------------

    def of_notes(
        self, table: str, row: str, column: str, keys: Sequence[str], values: Mapping[str, int]
    ) -> Cell:
        """A number of notes: how many of each of some discussions, where it has any."""
        those = [key for key in keys if values.get(key)]
        count = sum(values[key] for key in those)
        return self._notes(table, row, column, those, count, len(those))

    def summed(self, sums: Sums, table: str, row: str, column: str) -> Cell:
        """A number of notes out of sums."""
        count, spread = sums.values[row].get(column, 0), sums.spread[row].get(column, 0)
        return self._notes(table, row, column, sums.keys[row] if count else (), count, spread)

    def _notes(self, table: str, row: str, column: str, keys: Sequence[str], count: int, spread: int) -> Cell:
        behind = Behind(keys, partial(self.behind, table, row, column), count)
        return Cell(table, row, column, count, spread, behind)

    def of_discussions(self, table: str, row: str, column: str, keys: Sequence[str]) -> Cell:
        """A number of discussions, or of what each of them says of itself."""
        values: Mapping[str, Callable[[], int]] = {
            UNITS: lambda: len({self.units[key] for key in keys}),
            PARTICIPANTS: lambda: sum(self.discussions[key].participants for key in keys),
        }
        value = values[column]() if column in values else len(keys)
        return Cell(table, row, column, value, len(keys), Behind(keys, lambda key: (Ref(key),), len(keys)))


def tables_of(of: Counted) -> Iterator[Table]:
    """Every table, in the order in which they are shown."""
    yield _counts(of)
    yield _verdicts(of)
    yield _by_note(of, "parts", _by_name)
    yield _by_note(of, "themes", _by_spread)
    yield _by_note(of, "tags", _by_spread)
    yield _by_note(of, "compass", _by_name)
    yield _months(of)
    yield _units(of)
    yield _supported(of)
    yield _dissent(of)
    yield _actions(of)
    yield _saturation(of)


def _bare(columns: Iterable[str], begins: str) -> Iterator[str]:
    return (one.removeprefix(begins) for one in columns if one.startswith(begins))


def _table(
    table: str, columns: Sequence[str], rows: Iterable[str], cell: Callable[[str, str], Cell]
) -> Table:
    lines = (Line(row, {column: cell(row, column) for column in columns}) for row in rows)
    return Table(table, tuple(columns), tuple(lines))


# ---- in all ----------------------------------------------------------------------------------------------------------


def _counts(of: Counted) -> Table:
    values = {NOTES: of.notes, CODED: of.coded, DISSENT: of.dissent}

    def cell(row: str, column: str) -> Cell:
        if column in values:
            return of.of_notes("counts", row, column, of.order, values[column])
        return of.of_discussions("counts", row, column, of.order)

    return _table("counts", (DISCUSSIONS, UNITS, PARTICIPANTS, NOTES, CODED, DISSENT), (ALL,), cell)


def _verdicts(of: Counted) -> Table:
    held: dict[str, dict[str, list[str]]] = {}
    for key in of.order:
        for question, verdict in of.discussions[key].verdicts.items():
            given = held.get(question) or held.setdefault(question, {NOTES: []})
            given[NOTES].append(key)
            given.setdefault(f"{VERDICT}{verdict}", []).append(key)

    def cell(row: str, column: str) -> Cell:
        keys = held[row].get(column, [])
        behind = Behind(keys, lambda key: (Ref(key, row),), len(keys))
        return Cell("verdicts", row, column, len(keys), len(keys), behind)

    found = of.in_order(of.verdicts, of.judged)
    columns = (*(f"{VERDICT}{one}" for one in found), NOTES)
    return _table("verdicts", columns, sorted(held, key=swedish), cell)


# ---- what notes say --------------------------------------------------------------------------------------------------


def _by_note(of: Counted, table: str, order: Callable[[Sums], Callable[[str], object]]) -> Table:
    """How many notes of each kind belong to a row, and in how many discussions and units they were said."""
    sums = of.sums[table]

    def cell(row: str, column: str) -> Cell:
        if column in (DISCUSSIONS, UNITS):
            return of.of_discussions(table, row, column, sums.keys[row])
        return of.summed(sums, table, row, column)

    columns = (*of.kind_columns, NOTES, DISCUSSIONS, UNITS, DISSENT)
    return _table(table, columns, sorted(sums.keys, key=order(sums)), cell)  # type: ignore[arg-type, type-var]


def _by_name(_sums: Sums) -> Callable[[str], object]:
    return swedish


def _by_spread(sums: Sums) -> Callable[[str], object]:
    """Where something was said in most discussions stands first; the number of notes parts those that are alike in that."""
    return lambda row: (-len(sums.keys[row]), -sums.values[row][NOTES], swedish(row))


def _grouped(of: Counted, row_of: Callable[[str], str]) -> dict[str, list[str]]:
    """The discussions by the row that each stands in, the oldest first."""
    found: dict[str, list[str]] = {}
    for key in of.order:
        found.setdefault(row_of(key), []).append(key)
    return found


def _months(of: Counted) -> Table:
    held = _grouped(of, lambda key: _month(of.discussions[key].date))
    answered: dict[tuple[str, str], list[int]] = {}
    for month, keys in held.items():
        for key in keys:
            for verdict, many in Counter(of.discussions[key].verdicts.values()).items():
                answered.setdefault((month, f"{VERDICT}{verdict}"), []).append(many)

    def cell(row: str, column: str) -> Cell:
        if column == DISCUSSIONS:
            return of.of_discussions("months", row, column, held[row])
        if column == NOTES:
            return of.of_notes("months", row, column, held[row], of.notes)

        def answers(key: str) -> list[Ref]:
            given = of.discussions[key].verdicts.items()
            return [Ref(key, question) for question, one in sorted(given) if f"{VERDICT}{one}" == column]

        counts = answered.get((row, column), [])
        return Cell("months", row, column, sum(counts), len(counts), Behind(held[row], answers, sum(counts)))

    columns = (DISCUSSIONS, NOTES, *(f"{VERDICT}{one}" for one in of.in_order(of.verdicts, of.judged)))
    return _table("months", columns, sorted(held), cell)


def _month(day: dt.date) -> str:
    """As ISO has it: systems do not agree on how years before 1000 are written."""
    return day.isoformat()[:7]


def _units(of: Counted) -> Table:
    held = _grouped(of, lambda key: of.units[key])

    def cell(row: str, column: str) -> Cell:
        if column == NOTES:
            return of.of_notes("units", row, column, held[row], of.notes)
        return of.of_discussions("units", row, column, held[row])

    return _table("units", (DISCUSSIONS, PARTICIPANTS, NOTES), sorted(held, key=swedish), cell)


def _supported(of: Counted) -> Table:
    """The notes that most hands were raised for, each with the hands of its own discussion and how many took part in that."""
    lines: list[Line] = []
    for hands, ref in of.supported:
        row, took_part = "/".join(ref), of.discussions[ref.discussion].participants
        cells = {
            HANDS: Cell("supported", row, HANDS, hands, 1, (ref,)),
            PARTICIPANTS: Cell("supported", row, PARTICIPANTS, took_part, 1, (Ref(ref.discussion),)),
        }
        lines.append(Line(row, cells))
    return Table("supported", (HANDS, PARTICIPANTS), tuple(lines))


def _dissent(of: Counted) -> Table:
    """Notes that somebody did not agree with, part by part; of these, those whose objection stands in words."""
    sums = of.sums["dissent"]

    def cell(row: str, column: str) -> Cell:
        if column == DISCUSSIONS:
            return of.of_discussions("dissent", row, column, sums.keys[row])
        return of.summed(sums, "dissent", row, column)

    return _table("dissent", (DISSENT, OBJECTIONS, DISCUSSIONS), sorted(sums.keys, key=swedish), cell)


def _actions(of: Counted) -> Table:
    """Actions by the part they belong to. One that was taken along to a later discussion is one; what the latest says of it counts."""
    places = {key: place for place, key in enumerate(of.order)}
    rows: dict[str, list[tuple[Ref, bool]]] = {}
    for ref, section, done in of.actions.values():
        rows.setdefault(section, []).append((ref, done))
    for those in rows.values():
        those.sort(key=lambda one: (places[one[0].discussion], one[0].record))

    def cell(row: str, column: str) -> Cell:
        if column in (OPEN, DONE):
            refs = [ref for ref, done in rows[row] if done == (column == DONE)]
            return Cell("actions", row, column, len(refs), len({one.discussion for one in refs}), tuple(refs))
        return of.of_discussions(
            "actions", row, column, list(dict.fromkeys(r.discussion for r, _done in rows[row]))
        )

    return _table("actions", (OPEN, DONE, DISCUSSIONS, UNITS), sorted(rows, key=swedish), cell)


# ---- whether more would add anything ---------------------------------------------------------------------------------


def _coming(of: Counted) -> Iterator[tuple[str, set[str]]]:
    """The discussions that are coded nearly whole, by date: each with the themes that none of them before it had."""
    seen: set[str] = set()
    for key in of.order:
        if of.coded.get(key, 0) >= max(1, ENOUGH_CODED * of.notes[key]):
            yield key, set(of.themes[key]) - seen
            seen |= set(of.themes[key])


def _saturation(of: Counted) -> Table:
    """Discussion by discussion how many themes were new, and how many there were by then."""
    lines: list[Line] = []
    in_all = 0
    for key, new in _coming(of):
        in_all += len(new)
        first = tuple(sorted(of.themes[key][theme] for theme in new))
        cells = {
            NEW: Cell("saturation", key, NEW, len(new), int(bool(new)), first),
            THEMES: Cell("saturation", key, THEMES, in_all, 1, (Ref(key),)),
        }
        lines.append(Line(key, cells))
    return Table("saturation", (NEW, THEMES), tuple(lines))


def settled_after(of: Counted) -> int:
    """After how many discussions coded nearly whole the last new theme came, where none did in the last tenth of them; else 0."""
    new = [len(found) for _key, found in _coming(of)]
    last = max((place for place, count in enumerate(new, 1) if count), default=0)
    return last if len(new) >= FEWEST and len(new) - last >= ceil(len(new) / FEWEST) else 0
