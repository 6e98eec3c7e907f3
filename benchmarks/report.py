"""The page `docs/benchmarks.md`, made out of the runs that are kept: the newest table, and what became of each goal.

`python -m benchmarks.report` writes it; with `--check` nothing is written, and the exit code is 1 where it is stale.
A page made by hand would be true on the day it was written.
"""

import sys
from collections.abc import Iterable, Sequence
from itertools import groupby

from benchmarks.fetch import ROOT
from benchmarks.results import Run, kept
from benchmarks.table import Row, cells, compared_words, tally

PAGE = ROOT / "docs" / "benchmarks.md"

_RUNS_SHOWN = 6
"""The newest runs in the table of what became of the goals: more would not fit beside each other."""

_LEAD = """# Benchmarks

This page is written by `python -m benchmarks.report` out of `benchmarks/results/`. Do not change it by hand.
How the measuring is done stands in `benchmarks/README.md`.

## How to read it

Nobody's machine is quiet, and no two are alike. So nothing here is a time to be reached: each figure of ours stands
beside a *floor* from the same minutes on the same machine, something that no program of its kind can go below, or
beside a program that people know. What counts is the **ratio** of the two.

- **Goal** is the largest ratio that we want. Where there is nothing to compare with, it is a plain quantity.
- **Held** says whether the ratio is within the goal. It is told and never tested: no build fails by it, since a
  single run on a shared machine proves little. A goal falls short when two runs of two say so.
- **Spread** says how far the rounds of one run lie apart: half the distance between the quartiles. A ratio that is
  closer to its goal than the spread is undecided.
- **n^0.02** says how a cost grows: n^0.00 costs the same at every size, n^1.00 ten times as much for ten times as
  many. The words beside it are what the smallest and the largest size cost.
- What could not be measured is listed with the reason, and counts as held by nobody.
"""


def page(runs: Sequence[Run]) -> str:
    """Return the whole page for these runs, oldest first."""
    if not runs:
        return f"{_LEAD}\nNo run has been kept yet: `just bench --keep` on a quiet machine keeps one.\n"
    latest = _latest(runs)
    told = [
        line
        for place, run in enumerate(latest)
        for line in (*_told(run, "earlier" if place else "newest"), "")
    ]
    return "\n".join([_LEAD, *told, *_trend(runs[-_RUNS_SHOWN:], latest), ""])


def main(arguments: Sequence[str]) -> int:
    """Write the page, or with `--check` only compare it; the exit code."""
    fresh = page(kept())
    if "--check" not in arguments:
        PAGE.write_text(fresh, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == fresh:
        return 0
    sys.stderr.write(f"{PAGE.name} is stale: run python -m benchmarks.report\n")
    return 1


def _latest(runs: Sequence[Run]) -> list[Run]:
    """Return the newest run, and before it what of earlier ones has not been measured since: a run may be of some parts only."""
    found: list[Run] = []
    seen: set[str] = set()
    for run in reversed(runs):
        rows = [row for row in run.rows if row.part not in seen]
        parts = {row.part for row in rows}
        if rows or not found:
            rounds = {part: number for part, number in run.rounds.items() if part in parts}
            found.append(Run(run.measured, run.machine, rounds, rows))
        seen |= parts
    return found


def _told(run: Run, which: str) -> Iterable[str]:
    """Return a run: machine, tables, and what did not run."""
    yield f"## The newest run: {_name(run)}" if which == "newest" else f"## Measured earlier: {_name(run)}"
    yield ""
    yield ", ".join(f"{name} {value}" for name, value in run.machine.items() if value is not None) + "."
    yield f"Rounds: {', '.join(f'{part} {number}' for part, number in run.rounds.items())}."
    yield f"{tally(run.rows).capitalize()}."
    for part, rows in groupby(run.rows, key=lambda row: row.part):
        yield from ("", f"### {part}", "")
        head = ("what", "ours", "floor or peer", "", "ratio", "goal", "held", "spread")
        yield from _table(head, (cells(row) for row in rows if row.why is None))
    reasons = dict.fromkeys(row.why for row in run.rows if row.why)
    if reasons:
        yield from ("", "### Did not run", "", *(f"- {_plain(reason)}" for reason in reasons))


def _trend(runs: Sequence[Run], latest: Sequence[Run]) -> Iterable[str]:
    """Return what each goal's figure was in the newest runs."""
    yield from ("## What became of each goal", "")
    goals = [row for run in latest for row in run.rows if row.at_most is not None]
    found = [{row.key: row for row in run.rows} for run in runs]
    head = ("what", "goal", *(_name(run) for run in runs))
    yield from _table(
        head, ((_what(row), cells(row)[5], *(_was(of.get(row.key)) for of in found)) for row in goals)
    )


def _what(row: Row) -> str:
    """Return what a row is about, with what it is held against."""
    against = f", against {row.floor_name}" if row.floor_name else ""
    return f"{row.part}: {row.what}{against}"


def _was(row: Row | None) -> str:
    """Return a figure of a run, marked where it was beyond its goal."""
    if row is None:
        return ""
    words = compared_words(row)
    return f"**{words}**" if row.held is False else words


def _name(run: Run) -> str:
    """Return what a run is called: version, day and commit."""
    measured = run.measured
    return " ".join(filter(None, (measured.version, measured.date, measured.commit)))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(map(_plain, row))} |"


def _plain(text: str) -> str:
    """Return text that a table takes as it stands."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
