"""The tables of a compilation: which there are, what each counts, and in which order its rows stand.

Each is counted from the same few values, record by record, so that its numbers do not hang on any order. The line that says by
which rule a table counts stands in `texts/*/compiling.py`, under the same name.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.base.text import folded
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
    Cell,
    Line,
    Ref,
    Table,
    Tally,
)
from diskussion_tui.domain.session.conclusions import ACTION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from diskussion_tui.domain.analysis.said import Discussion, Said

ALL = "all"
"""The one row of the counts."""
MOST_SUPPORTED = 20
FEWEST = 10
"""With fewer coded discussions than this, nobody can say whether more would bring anything new."""
_SPREAD = (DISCUSSIONS, UNITS)


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: see `Compilation`. `themes` by a note's id; `kinds` and `verdicts` in the workbook's order."""

    discussions: Mapping[str, Discussion]
    order: tuple[str, ...]
    units: Mapping[str, str]
    notes: Mapping[Ref, Said]
    concluded: Mapping[Ref, Said]
    themes: Mapping[str, frozenset[str]]
    kinds: Sequence[str] = ()
    verdicts: Sequence[str] = ()

    def in_order(self, known: Sequence[str], found: Iterable[str]) -> tuple[str, ...]:
        """Those that a workbook knows as it has them, then what else was found."""
        return (*known, *sorted({one for one in found if one} - set(known), key=swedish))

    @property
    def kind_columns(self) -> tuple[str, ...]:
        """A column a kind, and one for notes without any."""
        found = self.in_order(self.kinds, (note.kind for note in self.notes.values()))
        return (*(f"{KIND}{kind}" for kind in found), KIND)


def tables_of(of: Counted) -> Iterator[Table]:
    """Every table, in the order in which they are shown."""
    yield _counts(of)
    yield _verdicts(of)
    yield _by_note(of, "parts", lambda note: (note.section,), _by_name)
    yield _by_note(of, "themes", lambda note: of.themes.get(note.id, ()), _by_spread)
    yield _by_note(of, "tags", lambda note: map(folded, note.tags), _by_spread)
    yield _by_note(of, "compass", lambda note: note.places, _by_name)
    yield _months(of)
    yield _units(of)
    yield _supported(of)
    yield _dissent(of)
    yield _actions(of)
    yield _saturation(of)


# ---- in all ----------------------------------------------------------------------------------------------------------


def _counts(of: Counted) -> Table:
    tally = Tally("counts", {PARTICIPANTS: _participants(of)})
    for one in of.discussions:
        tally.add(ALL, Ref(one), (DISCUSSIONS, UNITS, PARTICIPANTS))
    for ref, note in of.notes.items():
        coded = (CODED,) if note.id in of.themes else ()
        tally.add(ALL, ref, (NOTES, *coded, *((DISSENT,) if note.dissent else ())))
    columns = (DISCUSSIONS, UNITS, PARTICIPANTS, NOTES, CODED, DISSENT)
    return tally.table(columns, (ALL,), of.units)


def _participants(of: Counted) -> dict[Ref, int]:
    return {Ref(key): one.participants for key, one in of.discussions.items()}


def _verdicts(of: Counted) -> Table:
    tally = Tally("verdicts")
    for key, one in of.discussions.items():
        for question, verdict in one.verdicts.items():
            tally.add(question, Ref(key, question), (f"{VERDICT}{verdict}", NOTES))
    found = of.in_order(of.verdicts, (one.removeprefix(VERDICT) for one in tally.columns if one != NOTES))
    columns = (*(f"{VERDICT}{one}" for one in found), NOTES)
    return tally.table(columns, sorted(tally.rows, key=swedish), of.units)


# ---- what notes say --------------------------------------------------------------------------------------------------


def _by_note(
    of: Counted,
    table: str,
    rows_of: Callable[[Said], Iterable[str]],
    order: Callable[[Table], Callable[[str], object]],
) -> Table:
    """How many notes of each kind belong to a row, and in how many discussions and units they were said."""
    tally = Tally(table)
    for ref, note in of.notes.items():
        dissent = (DISSENT,) if note.dissent else ()
        for row in set(rows_of(note)):
            tally.add(row, ref, (f"{KIND}{note.kind}", NOTES, *dissent))
            tally.add(row, Ref(ref.discussion), _SPREAD)
    columns = (*of.kind_columns, NOTES, *_SPREAD, DISSENT)
    unsorted = tally.table(columns, sorted(tally.rows, key=swedish), of.units)
    key = order(unsorted)
    return tally.table(columns, sorted((one.id for one in unsorted.lines), key=key), of.units)  # type: ignore[arg-type, type-var]


def _by_name(_table: Table) -> Callable[[str], object]:
    return swedish


def _by_spread(table: Table) -> Callable[[str], object]:
    """Where something was said in most discussions stands first; the number of notes parts those that are alike in that."""
    cells = {line.id: line.cells for line in table.lines}
    return lambda row: (-cells[row][DISCUSSIONS].value, -cells[row][NOTES].value, swedish(row))


def _months(of: Counted) -> Table:
    tally = Tally("months")
    for key, one in of.discussions.items():
        month = f"{one.date:%Y-%m}"
        tally.add(month, Ref(key), (DISCUSSIONS,))
        for question, verdict in one.verdicts.items():
            tally.add(month, Ref(key, question), (f"{VERDICT}{verdict}",))
    for ref in of.notes:
        tally.add(f"{of.discussions[ref.discussion].date:%Y-%m}", ref, (NOTES,))
    found = (one.removeprefix(VERDICT) for one in tally.columns if one.startswith(VERDICT))
    columns = (DISCUSSIONS, NOTES, *(f"{VERDICT}{one}" for one in of.in_order(of.verdicts, found)))
    return tally.table(columns, sorted(tally.rows), of.units)


def _units(of: Counted) -> Table:
    tally = Tally("units", {PARTICIPANTS: _participants(of)})
    for key in of.discussions:
        tally.add(of.units[key], Ref(key), (DISCUSSIONS, PARTICIPANTS))
    for ref in of.notes:
        tally.add(of.units[ref.discussion], ref, (NOTES,))
    return tally.table((DISCUSSIONS, PARTICIPANTS, NOTES), sorted(tally.rows, key=swedish), of.units)


def _supported(of: Counted) -> Table:
    """The notes that most hands were raised for, each with the hands of its own discussion and how many took part in that."""
    raised = [(ref, note) for ref, note in of.notes.items() if note.supporters]
    raised.sort(key=lambda one: (-one[1].supporters, one[0]))
    lines: list[Line] = []
    for ref, note in raised[:MOST_SUPPORTED]:
        row = "/".join(ref)
        took_part = of.discussions[ref.discussion].participants
        cells = {
            HANDS: Cell("supported", row, HANDS, note.supporters, (ref,)),
            PARTICIPANTS: Cell("supported", row, PARTICIPANTS, took_part, (Ref(ref.discussion),)),
        }
        lines.append(Line(row, cells))
    return Table("supported", (HANDS, PARTICIPANTS), tuple(lines))


def _dissent(of: Counted) -> Table:
    """Notes that somebody did not agree with, part by part; of these, those whose objection stands in words."""
    tally = Tally("dissent")
    for ref, note in of.notes.items():
        if note.dissent:
            words = (OBJECTIONS,) if note.objection.strip() else ()
            tally.add(note.section, ref, (DISSENT, *words))
            tally.add(note.section, Ref(ref.discussion), (DISCUSSIONS,))
    return tally.table((DISSENT, OBJECTIONS, DISCUSSIONS), sorted(tally.rows, key=swedish), of.units)


def _actions(of: Counted) -> Table:
    """Actions by the part they belong to. One that was taken along to a later discussion is one; what the latest says of it counts."""
    latest: dict[str, tuple[Ref, Said]] = {}
    places = {key: place for place, key in enumerate(of.order)}
    for ref, one in sorted(of.concluded.items(), key=lambda found: places[found[0].discussion]):
        if one.sort == ACTION:
            latest[one.id] = (ref, one)
    tally = Tally("actions")
    for ref, one in latest.values():
        tally.add(one.section, ref, (DONE if one.done else OPEN,))
        tally.add(one.section, Ref(ref.discussion), _SPREAD)
    return tally.table((OPEN, DONE, *_SPREAD), sorted(tally.rows, key=swedish), of.units)


# ---- whether more would add anything ---------------------------------------------------------------------------------


def _coming(of: Counted) -> Iterator[tuple[str, set[str], set[str]]]:
    """The discussions of which a note is coded, by date: each with its themes, and those that none before it had."""
    themes: dict[str, set[str]] = {}
    for ref in of.notes:
        if ref.record in of.themes:
            themes.setdefault(ref.discussion, set()).update(of.themes[ref.record])
    seen: set[str] = set()
    for key in of.order:
        if key in themes:
            yield key, themes[key], themes[key] - seen
            seen |= themes[key]


def _saturation(of: Counted) -> Table:
    """Discussion by discussion how many themes were new, and how many there were by then."""
    lines: list[Line] = []
    in_all = 0
    by_theme: dict[str, dict[str, list[Ref]]] = {}
    for ref in of.notes:
        for theme in of.themes.get(ref.record, ()):
            by_theme.setdefault(ref.discussion, {}).setdefault(theme, []).append(ref)
    for key, _themes, new in _coming(of):
        in_all += len(new)
        first = tuple(sorted(min(by_theme[key][theme]) for theme in new))
        cells = {
            NEW: Cell("saturation", key, NEW, len(new), first),
            THEMES: Cell("saturation", key, THEMES, in_all, (Ref(key),)),
        }
        lines.append(Line(key, cells))
    return Table("saturation", (NEW, THEMES), tuple(lines))


def settled_after(of: Counted) -> int:
    """After how many coded discussions the last new theme came, where none did in the last tenth of them; else 0."""
    new = [len(found) for _key, _themes, found in _coming(of)]
    last = max((place for place, count in enumerate(new, 1) if count), default=0)
    return last if len(new) >= FEWEST and len(new) - last >= ceil(len(new) / FEWEST) else 0
