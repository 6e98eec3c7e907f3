"""Results as rows: the printed table, the JSON that is kept, and what moved since an older one.

A row is made from a goal and the series of its case and floor. The same rows are printed, written and
compared, so that the three never disagree.
"""

import json
import os
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.measure import Goal, Part, Series

_HEADINGS = ("what", "ours", "floor", "", "ratio", "goal", "held", "spread")

_LEAST_MOVE = 0.05
"""A smaller change is never reported, however steady two short runs happened to be."""


@dataclass(frozen=True)
class Row:
    """One line of the table. Seconds and bytes are plain; `spread` is a share of the median."""

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

    @property
    def key(self) -> tuple[str, str, str | None]:
        """What the row is called in every run."""
        return self.part, self.what, self.floor_name


def rows(part: Part, results: Mapping[str, Series]) -> list[Row]:
    """Make the rows of one part."""
    return [_row(part.name, goal, results) for goal in part.goals]


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
        why=_why(goal, results) if judged is None else None,
    )


def _why(goal: Goal, results: Mapping[str, Series]) -> str:
    """Say which side of the row did not run, and why."""
    for name in filter(None, (goal.case, goal.floor)):
        if not results[name].samples:
            failures = results[name].failures
            return f"{name} did not run: {failures[0] if failures else 'no rounds'}"
    return "the floor is zero"


def show(all_rows: Sequence[Row]) -> str:
    """Return the table as text, with what did not run below it."""
    shown = [row for row in all_rows if row.why is None]
    lines = [_aligned([_HEADINGS, *map(_cells, shown)])] if shown else []
    reasons = dict.fromkeys(row.why for row in all_rows if row.why is not None)
    lines += [f"  {reason}" for reason in reasons]
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    """Return one row's words."""
    return (
        f"{row.part}  {row.what}",
        quantity(row.ours, row.unit),
        quantity(row.floor, row.unit),
        row.floor_name or "",
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
        return f"{value * 1000:.3g} ms" if value < 10 else f"{value:.1f} s"
    if unit == "B":
        return f"{value / 1e6:.1f} MB" if value >= 1e5 else f"{value:.0f} B"
    return f"{value:g} {unit}".rstrip()


def _aligned(table: Sequence[Sequence[str]]) -> str:
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


def write(path: Path, all_rows: Sequence[Row], rounds: Mapping[str, int], folder: Path) -> None:
    """Write the results as JSON."""
    content = {"machine": machine(folder), "rounds": dict(rounds), "rows": [asdict(row) for row in all_rows]}
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read(path: Path) -> list[Row]:
    """Read the rows of an older run."""
    return [Row(**row) for row in json.loads(path.read_text(encoding="utf-8"))["rows"]]


def compare(old: Sequence[Row], new: Sequence[Row]) -> str:
    """Return what moved: rows whose ratio changed by more than both runs' spread together."""
    before = {row.key: row for row in old}
    pairs = [(before[row.key], row) for row in new if row.key in before]
    moved = [_change(was, now) for was, now in pairs if _has_moved(was, now)]
    if not moved:
        return f"nothing moved by more than its spread ({len(pairs)} rows in both runs)"
    return _aligned([("moved", "before", "now", "", "change", ""), *moved])


def _has_moved(was: Row, now: Row) -> bool:
    """Say whether the difference is larger than what either run wavers by itself, or the verdict is new."""
    before, after = _compared(was), _compared(now)
    if before is None or after is None:
        return (before is None) != (after is None)
    noise = max((was.spread or 0) + (now.spread or 0), _LEAST_MOVE)
    return was.held != now.held or abs(after - before) > noise * before


def _change(was: Row, now: Row) -> tuple[str, ...]:
    """Return the words of one row that moved."""
    before, after = _compared(was), _compared(now)
    share = f"{after / before - 1:+.0%}" if before and after is not None else ""
    verdict = "" if was.held == now.held else {True: "now held", False: "NO LONGER HELD"}.get(bool(now.held))
    return (
        f"{now.part}  {now.what}",
        _number(before, was),
        _number(after, now),
        now.floor_name or "",
        share,
        verdict or "",
    )


def _compared(row: Row) -> float | None:
    """Return the number by which runs are compared; times of different runs are never held together."""
    return row.ratio if row.floor_name else row.ours


def _number(value: float | None, row: Row) -> str:
    """Return that number in words."""
    if value is None:
        return "did not run"
    return f"{value:.2f} ×" if row.floor_name else quantity(value, row.unit)


def machine(folder: Path) -> dict[str, str | int | None]:
    """Describe what the run was made on, as far as it matters for the ratios and no further."""
    return {
        "cpu": _cpu_model(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "textual": _version("textual"),
        "diskussion-tui": _version("diskussion-tui"),
        "file system": _file_system(folder),
    }


def _cpu_model() -> str:
    """Return the name of the processor."""
    listing = Path("/proc/cpuinfo")
    text = listing.read_text() if listing.exists() else ""
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return found[1] if found else platform.machine()


def _version(package: str) -> str | None:
    """Return the version of an installed package."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _file_system(folder: Path) -> str | None:
    """Return the kind of file system that the folder lies on: the mount with the longest matching path."""
    listing = Path("/proc/mounts")
    if not listing.exists():
        return None
    mounts = [line.split()[1:3] for line in listing.read_text().splitlines()]
    holding = [(len(path), kind) for path, kind in mounts if folder.resolve().is_relative_to(path)]
    return max(holding)[1] if holding else None
