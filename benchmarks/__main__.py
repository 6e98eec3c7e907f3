"""The one command: run parts, print the table, keep it as JSON, and say what moved.

A goal that falls short is printed and nothing more. On a shared machine a single run proves little, and a
benchmark that can fail a build is soon given goals that cannot be missed.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import table
from benchmarks.measure import Part, interleave
from benchmarks.parts import PARTS


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what was asked for."""
    options = _parser().parse_args(arguments)
    older = table.read(options.compare) if options.compare else None
    dice = random.Random(options.seed)
    rows: list[table.Row] = []
    rounds: dict[str, int] = {}
    with tempfile.TemporaryDirectory(prefix="benchmarks-", dir=options.folder) as folder:
        for name in options.parts or PARTS:
            part = PARTS[name]
            rounds[name] = options.rounds or part.rounds
            rows += _run(part, rounds[name], Path(folder) / name, dice)
        print(_headline(Path(folder), rounds))
        if options.json:
            table.write(options.json, rows, rounds, Path(folder))
    print(table.show(rows))
    if older is not None:
        print(f"\n{table.compare(older, rows)}")


def _run(part: Part, rounds: int, folder: Path, dice: random.Random) -> list[table.Row]:
    """Run one part in a folder of its own."""
    folder.mkdir()
    results = interleave(part.cases(folder, dice), rounds, dice, lambda text: _tell(f"{part.name}, {text}"))
    _tell("")
    return table.rows(part, results)


def _tell(text: str) -> None:
    """Say on one line of the terminal how far the run has come; a log file is spared it."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _headline(folder: Path, rounds: dict[str, int]) -> str:
    """Return one line about the machine and the rounds."""
    facts = ", ".join(f"{name} {value}" for name, value in table.machine(folder).items())
    counted = ", ".join(f"{name} {number}" for name, number in rounds.items())
    return f"{facts}\nmedians of rounds: {counted}\n"


def _parser() -> argparse.ArgumentParser:
    """Return the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parts = f"any of {', '.join(PARTS)}; all of them when none is named"
    parser.add_argument("parts", nargs="*", metavar="part", type=_part_name, help=parts)
    parser.add_argument("--rounds", type=int, help="rounds per part (each part has its own number)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results here")
    parser.add_argument("--compare", type=Path, metavar="OLD.json", help="say what moved since this run")
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
