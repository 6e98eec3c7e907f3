"""Kill the installed program at random for a while, and say whether anything that it had called saved was lost."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path
from queue import Empty
from typing import TYPE_CHECKING

from torture.desk import program
from torture.rounds import Discussion, Options
from torture.tally import Tally
from torture.troubles import did_not_run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.context import ForkProcess
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Event

_LIFE = 30
"""About so many rounds a discussion lives."""
_SMALL = 0.15
"""How many of the discussions lie on a small file system."""
_FORK = multiprocessing.get_context("fork")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until the time or the kills are up; 1 where something was lost, or nothing was there to lose."""
    given = _parser().parse_args(arguments)
    given.seed = given.seed or str(random.SystemRandom().randrange(10**6))
    program()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        options = Options(
            given.keep or Path(tempfile.gettempdir()) / f"torture-kept-{given.seed}", given.sabotage
        )
        tally = _run(given, Path(folder), options)
        missing = did_not_run(Path(folder))
    facts = {
        "seed": given.seed,
        "workers": given.workers,
        "minutes": round((time.monotonic() - begun) / 60, 1),
        "sabotage": given.sabotage or "none",
        "did not run": "; ".join(missing) or "everything ran",
    }
    print(tally.table(facts))
    if given.json:
        tally.write(given.json, facts)
    return 0 if tally.holds else 1


def _run(given: argparse.Namespace, folder: Path, options: Options) -> Tally:
    """Let the workers play until it is enough, and add up what they send."""
    tallies, stop = _FORK.Queue(), _FORK.Event()
    workers = [
        _FORK.Process(target=_work, args=(f"{given.seed}.{n}", folder / str(n), options, tallies, stop))
        for n in range(given.workers)
    ]
    for worker in workers:
        worker.start()
    total, until = Tally(), time.monotonic() + given.minutes * 60
    try:
        while time.monotonic() < until and total.kills.total() < given.kills and _alive(workers):
            _take(tallies, total, 0.5)
            _tell(total)
    except KeyboardInterrupt:
        print("\nended by hand", file=sys.stderr)
    stop.set()
    while _alive(workers):
        _take(tallies, total, 0.2)
    _take(tallies, total, 0.1)
    total.counts["workers that broke"] += sum(bool(worker.exitcode) for worker in workers)
    return total


def _work(seed: str, place: Path, options: Options, tallies: Queue[Tally], stop: Event) -> None:
    """Lead one discussion after the other until told to stop."""
    signal.signal(
        signal.SIGINT, lambda *_: None
    )  # the first process says when; what is mounted is taken away
    dice = random.Random(seed)
    number = 0
    while not stop.is_set():
        number += 1
        small = dice.random() < _SMALL
        discussion = Discussion(place / str(number), f"{seed}.{number}", options, small=small)
        try:
            for _ in range(dice.randint(1, 2 * _LIFE)):
                tallies.put(discussion.goes_on())
                if stop.is_set() or not discussion.sound:
                    break
        finally:
            discussion.ends()


def _take(tallies: Queue[Tally], total: Tally, patience: float) -> None:
    """Add up what has come, and wait a little for it."""
    try:
        while True:
            total.add(tallies.get(timeout=patience))
            patience = 0.01
    except Empty:
        return


def _alive(workers: Sequence[ForkProcess]) -> bool:
    return any(worker.is_alive() for worker in workers)


def _tell(total: Tally) -> None:
    """Say on one line of the terminal how far the run has come; a log file is spared it."""
    if sys.stderr.isatty():
        said = f"{total.kills.total()} kills, {total.counts['texts acknowledged']} texts, {len(total.losses)} losses"
        print(f"\r\x1b[K{said}", end="", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    """Return the command line."""
    parser = argparse.ArgumentParser(prog="python -m torture", description=__doc__)
    parser.add_argument("minutes", nargs="?", type=float, default=25, help="stop after so many minutes (25)")
    parser.add_argument("--kills", type=int, default=10**9, help="stop after so many kills")
    parser.add_argument(
        "--seed", default=None, help="make the choices repeatable; moments are the machine's own"
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="rounds at the same time")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results here")
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="where folders go that something was wrong with"
    )
    parser.add_argument(
        "--sabotage",
        choices=("append", "write"),
        default="",
        help="break the program on purpose: losses must be seen",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
