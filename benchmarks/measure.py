"""What every part of the benchmarks shares: cases, interleaved rounds, medians and goals.

Machines are shared and noisy, so a case is never measured in one go: every round runs all cases in a new
order, and what is compared is the median of one with the median of another from the same rounds.
A case that cannot run says why and costs the others nothing.
"""

import random
import re
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_PATIENCE = 2
"""After so many failures a case is left out of the rounds that remain."""


class DidNotRun(Exception):  # noqa: N818  # it is an outcome that the table shows, not a fault
    """A case could not be measured here; the message says why."""


@dataclass(frozen=True)
class Case:
    """One thing to measure. `run` measures it once: seconds, bytes or counts by the measure's name.

    `most` keeps a case that is there to show how cost grows to so many rounds, the first among them.
    """

    name: str
    run: Callable[[], Mapping[str, float]]
    most: int | None = None

    def is_due(self, number: int, rounds: int) -> bool:
        """Say whether the case runs in a round; number 0 is the one before the first, which is not counted."""
        if self.most is None:
            return True
        if not number:
            return False
        done, before = (-(-each * self.most // rounds) for each in (number, number - 1))
        return done > before


@dataclass(frozen=True)
class Goal:
    """A row of the table: a measure of one case, held against a floor or peer of the same run.

    `at_most` is a ratio where there is a floor, otherwise a plain number in the measure's own unit;
    None shows the row without a verdict. `tells` names, beside the row, the measures that begin with it and are
    not zero: a count says how many, and those are which.
    """

    what: str
    case: str
    measure: str
    floor: str | None = None
    at_most: float | None = None
    floor_measure: str | None = None
    unit: str = "s"
    tells: str = ""


@dataclass(frozen=True)
class Growth:
    """A row about how a measure grows with the size of the work: the exponent that fits `cases`, size by size.

    `at_most` is the largest exponent that the goal allows: 0 costs the same at every size, 1 doubles with it.
    """

    what: str
    measure: str
    cases: Mapping[int, str]
    at_most: float | None = None
    unit: str = "s"


@dataclass(frozen=True)
class Part:
    """A group of cases that share their rounds. `cases` is handed an empty folder to work in.

    No case begins after `minutes`, so that a slow machine gives fewer rounds and not a longer evening.
    """

    name: str
    rounds: int
    minutes: float
    cases: Callable[[Path, random.Random], Sequence[Case]]
    goals: Sequence[Goal]
    growths: Sequence[Growth] = ()


@dataclass
class Series:
    """All that came of one case."""

    samples: list[Mapping[str, float]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def values(self, measure: str) -> list[float]:
        """Return the measure's value in every round that has one."""
        return [sample[measure] for sample in self.samples if measure in sample]

    def median(self, measure: str) -> float | None:
        """Return the median over the rounds, or None if the case never ran."""
        values = self.values(measure)
        return statistics.median(values) if values else None

    def spread(self, measure: str) -> float | None:
        """Return half the distance between the quartiles, as a share of the median."""
        values = self.values(measure)
        if len(values) < 2 or not (middle := statistics.median(values)):
            return None
        lower, _, upper = statistics.quantiles(values, n=4, method="inclusive")
        return (upper - lower) / 2 / middle


def interleave(
    cases: Sequence[Case],
    rounds: int,
    dice: random.Random,
    tell: Callable[[str], None],
    minutes: float | None = None,
) -> dict[str, Series]:
    """Run all cases `rounds` times, shuffled anew each time, after one round that is not counted.

    The round before the first fills the page cache, compiles byte code and makes the files of the cases.
    After `minutes` no further case begins; the first round is always run to its end.
    """
    results = {case.name: Series() for case in cases}
    end = None if minutes is None else time.monotonic() + minutes * 60
    for number in range(rounds + 1):
        for case in dice.sample(cases, len(cases)):
            series = results[case.name]
            if len(series.failures) >= _PATIENCE or not case.is_due(number, rounds):
                continue
            if number > 1 and end is not None and time.monotonic() > end:
                return results
            tell(f"round {number} of {rounds}: {case.name}")
            sample = _run(case, series)
            if number and sample is not None:
                series.samples.append(sample)
    return results


def _run(case: Case, series: Series) -> Mapping[str, float] | None:
    """Run a case once; what hinders it is written down and the round goes on."""
    try:
        return case.run()
    except (DidNotRun, AssertionError, OSError, subprocess.SubprocessError) as error:
        series.failures.append(_in_one_line(error))
        return None


def _in_one_line(error: Exception) -> str:
    """Return the first line and, where a screen follows, its last words: there stands what a crash said.

    Paths are cut to their last name, since results are shared and the machine is nobody's business.
    """
    lines = [line.strip("│─ ") for line in str(error).splitlines()]
    said = [line for line in lines if line] or [type(error).__name__]
    text = said[0] if len(said) == 1 else f"{said[0]} … {said[-1]}"
    return re.sub(r"(?:/[^\s/:'\"]+)+/", "", text)
