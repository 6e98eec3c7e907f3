"""Results as rows: the printed table, and what moved since an older run.

A row is made from a goal and the series of its case and floor. The same rows are printed, written and
compared, so that the three never disagree; `results.py` keeps them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.growth import exponent
from benchmarks.measure import Goal, Growth, Part, Series

_HEADINGS = ("what", "ours", "floor", "", "ratio", "goal", "held", "spread")

POWER = "n^"
"""The unit of an exponent."""

_LEAST_MOVE = 0.05
"""A smaller change is never reported, however steady two short runs happened to be."""


@dataclass(frozen=True)
class Row:
    """One line of the table. Seconds and bytes are plain; `spread` is a share of the median.

    `told` stands beside the figures: which modules, or what the smallest and the largest size cost.
    """

    part: str
    what: str
    measure: str
    unit: str
    ours: float | None
    floor_name: str | None
    floor: float | None
    ratio: float | None
    at_most: float | None
    held: bool | None
    spread: float | None
    why: str | None
    told: str | None = None

    @property
    def key(self) -> tuple[str, str, str | None]:
        """What the row is called in every run."""
        return self.part, self.what, self.floor_name


def rows(part: Part, results: Mapping[str, Series]) -> list[Row]:
    """Make the rows of one part: its goals, then how its costs grow."""
    return [
        *(_row(part.name, goal, results) for goal in part.goals),
        *(_growth_row(part.name, growth, results) for growth in part.growths),
    ]


def _row(part: str, goal: Goal, results: Mapping[str, Series]) -> Row:
    """Hold one measure against its floor and its goal."""
    case = results[goal.case]
    ours = case.median(goal.measure)
    floor = results[goal.floor].median(goal.floor_measure or goal.measure) if goal.floor else None
    ratio = ours / floor if ours is not None and floor else None
    judged = ratio if goal.floor else ours
    return Row(
        part=part,
        what=goal.what,
        measure=goal.measure,
        unit=goal.unit,
        ours=ours,
        floor_name=goal.floor,
        floor=floor,
        ratio=ratio,
        at_most=goal.at_most,
        held=None if judged is None or goal.at_most is None else judged <= goal.at_most,
        spread=case.spread(goal.measure),
        why=_why([goal.case, goal.floor], results) if judged is None else None,
        told=_told(goal, case),
    )


def _growth_row(part: str, growth: Growth, results: Mapping[str, Series]) -> Row:
    """Hold the exponent that fits a measure at several sizes against its goal."""
    medians = {size: results[case].median(growth.measure) for size, case in growth.cases.items()}
    points = {size: median for size, median in medians.items() if median is not None}
    fitted = exponent(points)
    ends = [f"{quantity(points[size], growth.unit)} at {size:,}" for size in sorted(points)]
    return Row(
        part=part,
        what=growth.what,
        measure=growth.measure,
        unit=POWER,
        ours=fitted,
        floor_name=None,
        floor=None,
        ratio=None,
        at_most=growth.at_most,
        held=None if fitted is None or growth.at_most is None else fitted <= growth.at_most,
        spread=None,
        why=_why(growth.cases.values(), results) if fitted is None else None,
        told=f"{ends[0]} … {ends[-1]}" if ends else None,
    )


def _told(goal: Goal, case: Series) -> str | None:
    """Name the measures that make up a count."""
    if not goal.tells:
        return None
    names = dict.fromkeys(name for sample in case.samples for name in sample if name.startswith(goal.tells))
    return ", ".join(name.removeprefix(goal.tells) for name in names if case.median(name)) or None


def _why(names: Iterable[str | None], results: Mapping[str, Series]) -> str:
    """Say which side of the row did not run, and why."""
    for name in filter(None, names):
        if not results[name].samples:
            failures = results[name].failures
            return f"{name} did not run: {failures[0] if failures else 'no rounds'}"
    return "the floor is zero"


def tally(all_rows: Sequence[Row]) -> str:
    """Count what became of the goals; one that did not run is held by nobody."""
    goals = [row for row in all_rows if row.at_most is not None]
    held = sum(row.held is True for row in goals)
    short = sum(row.held is False for row in goals)
    return f"goals: {held} held, {short} fall short, {len(goals) - held - short} did not run"


def show(all_rows: Sequence[Row]) -> str:
    """Return the table as text, with what did not run below it."""
    shown = [row for row in all_rows if row.why is None]
    told = [(f"{row.part}  {row.what}", *cells(row)[1:]) for row in shown]
    lines = [aligned([_HEADINGS, *told])] if shown else []
    reasons = dict.fromkeys(row.why for row in all_rows if row.why is not None)
    lines += [f"  {reason}" for reason in reasons]
    return "\n".join(lines)


def cells(row: Row) -> tuple[str, ...]:
    """Return one row's words."""
    return (
        row.what,
        quantity(row.ours, row.unit),
        quantity(row.floor, row.unit),
        row.floor_name or row.told or "",
        "" if row.ratio is None else f"{row.ratio:.2f} ×",
        _goal(row),
        {True: "held", False: "FALLS SHORT", None: ""}[row.held],
        "" if row.spread is None else f"± {row.spread:.0%}",
    )


def _goal(row: Row) -> str:
    """Return the goal as it is judged: a ratio, or a plain quantity where there is no floor."""
    if row.at_most is None:
        return ""
    return f"≤ {row.at_most:g} ×" if row.floor_name else f"≤ {quantity(row.at_most, row.unit)}"


def quantity(value: float | None, unit: str) -> str:
    """Return a value in the unit that a person would use."""
    if value is None:
        return ""
    if unit == "s":
        return f"{value * 1000:.3g} ms" if value < 0.9995 else f"{value:.2f} s"
    if unit == "B":
        return f"{value / 1e6:.1f} MB" if value >= 1e5 else f"{value:.0f} B"
    if unit == POWER:
        return f"n^{value:.2f}"
    return f"{value:.3g} {unit}".rstrip() if value < 1000 else f"{value:,.0f} {unit}".rstrip()


def aligned(table: Sequence[Sequence[str]]) -> str:
    """Return lines with even columns: words to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    words = {0, 3, 6}
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place in words else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in table
    )


def compare(old: Sequence[Row], new: Sequence[Row]) -> str:
    """Return what moved: rows whose ratio changed by more than both runs' spread together."""
    before = {row.key: row for row in old}
    pairs = [(before[row.key], row) for row in new if row.key in before]
    moved = [_change(was, now) for was, now in pairs if _has_moved(was, now)]
    if not moved:
        return f"nothing moved by more than its spread ({len(pairs)} rows in both runs)"
    return aligned([("moved", "before", "now", "", "change", ""), *moved])


def _has_moved(was: Row, now: Row) -> bool:
    """Say whether the difference is larger than what either run wavers by itself, or the verdict is new."""
    before, after = _compared(was), _compared(now)
    if before is None or after is None:
        return (before is None) != (after is None)
    noise = max((was.spread or 0) + (now.spread or 0), _LEAST_MOVE)
    # An exponent is a difference of logarithms: near zero, a share of it would make anything a move.
    scale = 1.0 if now.unit == POWER else before
    return was.held != now.held or abs(after - before) > noise * scale


def _change(was: Row, now: Row) -> tuple[str, ...]:
    """Return the words of one row that moved."""
    before, after = _compared(was), _compared(now)
    share = f"{after / before - 1:+.0%}" if before and after is not None and now.unit != POWER else ""
    verdict = "" if was.held == now.held else {True: "now held", False: "NO LONGER HELD"}.get(bool(now.held))
    return (
        f"{now.part}  {now.what}",
        compared_words(was),
        compared_words(now),
        now.floor_name or "",
        share,
        verdict or "",
    )


def _compared(row: Row) -> float | None:
    """Return the number by which runs are compared; times of different runs are never held together."""
    return row.ratio if row.floor_name else row.ours


def compared_words(row: Row) -> str:
    """Return the number by which runs are compared, in words."""
    value = _compared(row)
    if value is None:
        return "did not run"
    return f"{value:.2f} ×" if row.floor_name else quantity(value, row.unit)
