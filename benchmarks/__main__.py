"""The one command: run parts, print the table, keep it as JSON, and say what moved.

A goal that falls short is printed and nothing more. On a shared machine a single run proves little, and a
benchmark that can fail a build is soon given goals that cannot be missed.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import fetch, results, table
from benchmarks.measure import Part, interleave
from benchmarks.parts import PARTS


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what was asked for."""
    options = _parser().parse_args(arguments)
    older = results.read(options.compare) if options.compare else None
    dice = random.Random(options.seed)
    complaints = [] if options.offline else fetch.prepare(_tell)
    rows: list[table.Row] = []
    rounds: dict[str, int] = {}
    started = time.monotonic()
    fetch.BENCH.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="run-", dir=options.folder or fetch.BENCH) as folder:
        for name in options.parts or PARTS:
            done, rounds[name] = _run(PARTS[name], options.rounds, Path(folder) / name, dice)
            rows += done
        made_on = results.machine(Path(folder))
    minutes = (time.monotonic() - started) / 60
    print(_headline(made_on, rounds, minutes))
    print(f"{table.show(rows)}\n\n{table.tally(rows)}")
    print(*complaints, sep="\n", end="\n" if complaints else "")
    _keep(options, rows, rounds, made_on)
    if older is not None:
        print(f"\n{table.compare(older.rows, rows)}")


def _run(part: Part, asked: int | None, folder: Path, dice: random.Random) -> tuple[list[table.Row], int]:
    """Run one part in a folder of its own; its rows, and how many rounds there was time for."""
    folder.mkdir()
    minutes = None if asked else part.minutes
    series = interleave(
        part.cases(folder, dice),
        asked or part.rounds,
        dice,
        lambda text: _tell(f"{part.name}, {text}"),
        minutes,
    )
    _tell("")
    return table.rows(part, series), max(len(one.samples) for one in series.values())


def _keep(
    options: argparse.Namespace,
    rows: Sequence[table.Row],
    rounds: Mapping[str, int],
    made_on: Mapping[str, object],
) -> None:
    """Write the results: always for the next `--compare`, and wherever was asked for."""
    of = results.measured()
    files = [fetch.BENCH / "latest.json", options.json, results.KEPT / of.name if options.keep else None]
    for file in filter(None, files):
        results.write(file, rows, rounds, made_on, of)
    if options.keep:
        print(f"kept as {of.name}; python -m benchmarks.report writes the page anew")


def _tell(text: str) -> None:
    """Say on one line of the terminal how far the run has come; a log file is spared it."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _headline(made_on: Mapping[str, object], rounds: Mapping[str, int], minutes: float) -> str:
    """Return a few lines about the machine and the rounds."""
    facts = ", ".join(f"{name} {value}" for name, value in made_on.items())
    counted = ", ".join(f"{name} {number}" for name, number in rounds.items())
    return f"{facts}\nmedians of rounds: {counted}; {minutes:.1f} minutes\n"


def _parser() -> argparse.ArgumentParser:
    """Return the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parts = f"any of {', '.join(PARTS)}; all of them when none is named"
    parser.add_argument("parts", nargs="*", metavar="part", type=_part_name, help=parts)
    parser.add_argument("--rounds", type=int, help="rounds per part, without a limit of time")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results here")
    parser.add_argument("--compare", type=Path, metavar="OLD.json", help="say what moved since this run")
    parser.add_argument("--keep", action="store_true", help="keep the results with the project")
    parser.add_argument("--offline", action="store_true", help="bring no peers that are missing")
    parser.add_argument("--folder", type=Path, help="work below this folder, on the disk that matters")
    parser.add_argument("--seed", type=int, help="make the order of cases and keys repeatable")
    return parser


def _part_name(text: str) -> str:
    """Check a part's name here: argparse's `choices` refuses the empty list that `*` may give it."""
    if text not in PARTS:
        raise argparse.ArgumentTypeError(f"{text!r} is not one of {', '.join(PARTS)}")
    return text


if __name__ == "__main__":
    main()
