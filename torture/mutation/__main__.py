"""Put small faults into a copy of the program, one at a time, and see whether the tests notice.

A sample of each package: `seed` says which. A fault is tried first against the tests that run its line, those first
that lie beside it and run little else, for about so many seconds as `budget` says, and then against the rest of that package's tests. So
what is called survived may still be seen by tests that there was no time for: a rate is at least what it says.
"""

from __future__ import annotations

import argparse
import difflib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from torture.mutation.coverage_map import CoverageMap, coverage_map
from torture.mutation.faults import Fault, broken, faults
from torture.mutation.trial import Ending, Trial, warm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PACKAGES = ("domain", "store", "workshop", "content", "reports", "tui", "line", "cli")
_ROOT = Path(__file__).parents[2]
_SOURCE = Path("src/diskussion_tui")
_KEPT = Path(".mutate")
"""Where the map lies between two runs; git knows nothing of it."""
_SAID = {Ending.WELL: "", Ending.LATE: ": a test did not end"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A fault in a module, `module` from the root of the project."""

    module: Path
    fault: Fault

    def diff(self, source: str) -> str:
        """What was changed, as in a commit."""
        before, after = source.splitlines(), broken(source, self.fault).splitlines()
        changed = difflib.unified_diff(before, after, lineterm="", n=0)
        return "\n".join(f"    {line}" for line in list(changed)[3:])


def main(arguments: Sequence[str] | None = None) -> int:
    """Try a sample of each package; 1 where the copy's own tests cannot be run."""
    given = _parser().parse_args(arguments)
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(10**6)
    print(f"seed {seed}, {given.sample} faults a package, {given.budget} s of tests for each", flush=True)
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        root = Path(folder).resolve()
        _copy(root)
        kept = _ROOT / _KEPT / "lines.json"
        if given.anew:
            kept.unlink(missing_ok=True)
        known = coverage_map(root, kept, given.workers, given.packages if given.near else ())
        if not known.seconds:
            print("no test could be run")
            return 1
        warm(root)
        unfit = [name for name in given.packages if not _sound(root, name, known, given.budget)]
        if unfit:
            print(f"without any fault, tests fail already: {', '.join(unfit)}")
            return 1
        rates = [_package(root, name, known, given, seed) for name in given.packages]
    print(f"\nseed {seed}")
    for row in rates:
        print(row)
    return 0


def _sound(root: Path, package: str, known: CoverageMap, budget: float) -> bool:
    """Whether the tests hold while nothing is broken: otherwise everything would seem to be noticed."""
    tests = list(_within(known.rest_of(package, ()), known, budget))
    return Trial(root, tests, known.seconds).ending() is Ending.WELL


def _package(root: Path, package: str, known: CoverageMap, given: argparse.Namespace, seed: int) -> str:
    """Try the sample of one package and return its row."""
    endings: Counter[Ending] = Counter()
    for mutant in _sample(root, package, given.sample, seed, given.only):
        ending = _ending(root, package, mutant, known, given.budget)
        endings[ending] += 1
        if ending is not Ending.FAILED:
            source = (root / mutant.module).read_text(encoding="utf-8")
            told = f"{mutant.module}:{mutant.fault.line}{_SAID[ending]}"
            print(f"{told}\n{mutant.diff(source)}", flush=True)
    tried, noticed = endings.total(), endings.total() - endings[Ending.WELL]
    rate = f"{100 * noticed / tried:.0f} %" if tried else "-"
    row = f"{package:<9} {noticed:>4} of {tried:<4} {rate:>6}"
    if late := endings[Ending.LATE]:
        row += f", {late} of them since a test did not end"
    print(row, flush=True)
    return row


def _sample(root: Path, package: str, size: int, seed: int, only: str) -> list[Mutant]:
    """So many faults of a package, no two of one place."""
    dice = random.Random(f"{seed}:{package}")
    places: dict[tuple[Path, int], list[Fault]] = {}
    for file in sorted((root / _SOURCE / package).rglob("*.py")):
        for fault in faults(file.read_text(encoding="utf-8")):
            places.setdefault((file.relative_to(root), fault.place), []).append(fault)
    chosen = dice.sample(list(places), min(size, len(places)))
    mutants = [Mutant(key[0], dice.choice(places[key])) for key in chosen]
    return [mutant for mutant in mutants if only in f"{mutant.module}:{mutant.fault.line}"]


def _ending(root: Path, package: str, mutant: Mutant, known: CoverageMap, budget: float) -> Ending:
    """How the tests end with the fault in the copy. The copy is whole again afterwards."""
    module = root / mutant.module
    source = module.read_text(encoding="utf-8")
    covering = known.tests_of(str(mutant.module), range(mutant.fault.line, mutant.fault.end[0] + 1))
    module.write_text(broken(source, mutant.fault), encoding="utf-8")
    try:
        for tests in (*_portions(covering, known, budget), known.rest_of(package, covering)):
            within = list(_within(tests, known, budget))
            ending = Trial(root, within, known.seconds).ending() if within else Ending.WELL
            if ending is not Ending.WELL:
                return ending
    finally:
        module.write_text(source, encoding="utf-8")
    return Ending.WELL


def _portions(tests: list[str], known: CoverageMap, budget: float) -> Iterator[list[str]]:
    """The likeliest first and by themselves, since collecting many costs more than running few."""
    few = 12
    yield tests[:few]
    spent = sum(known.seconds[test] for test in tests[:few])
    yield list(_within(tests[few:], known, budget - spent))


def _within(tests: list[str], known: CoverageMap, budget: float) -> Iterator[str]:
    for test in tests:
        budget -= known.seconds[test]
        if budget < 0:
            return
        yield test


def _copy(root: Path) -> None:
    """Everything that git would take, as it lies now."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=_ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (_ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(_ROOT / name, root / name)
    compiling = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "src"]
    subprocess.run(compiling, cwd=root, check=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mutate", description=__doc__)
    parser.add_argument("packages", nargs="*", default=list(PACKAGES), help="packages to try; all")
    parser.add_argument("--sample", type=int, default=20, help="faults a package (%(default)s)")
    parser.add_argument("--seed", type=int, help="which faults; told at the end")
    parser.add_argument("--budget", type=float, default=40, help="seconds of tests for a fault (%(default)s)")
    parser.add_argument("--only", default="", help="of the sample, those whose file:line holds this")
    parser.add_argument("--anew", action="store_true", help="make the map of tests and lines anew")
    parser.add_argument(
        "--near",
        action="store_true",
        help="ask only the tests of the packages themselves and of every byte, if no others are known",
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes for the map")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
