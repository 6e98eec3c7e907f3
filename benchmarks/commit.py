"""What it costs to know that a note is on disk.

The floor is what no durable program can go below: append a note's 250 bytes and fdatasync, in the same
folder. SQLite with full synchronisation stands beside it as what one would otherwise have used.
On a file system in memory fdatasync costs nothing, and the ratios then say something else; the kind of
file system is therefore written beside the results.
"""

import os
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from benchmarks.measure import Case, DidNotRun, Goal, Part
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.store.library import session_files
from diskussion_tui.texts import words
from diskussion_tui.workshop.workshop import Workshop

FLOOR = "append + fdatasync"
SQLITE = "SQLite WAL, synchronous=FULL"

COMMITS = 20
"""Notes committed in one measurement; their median is what counts."""

_SIZES = (100, 1_000, 10_000)
"""Notes that the discussion already holds."""

_NOTE = b"n" * 249 + b"\n"


def commit_ours(folder: Path, notes: int) -> list[float]:
    """Commit `COMMITS` notes through the workshop, and return the seconds that each took.

    `folder` belongs to this case alone and lives through all rounds, so that the discussion with its
    `notes` notes can be made in the first, uncounted round and opened again in the others.
    """
    reading = read_workbook(default_workbook(), words("sv"))
    if reading.workbook is None:
        raise DidNotRun("the default workbook has errors")
    known = session_files(folder)
    opened = (
        Workshop.open(known[0], reading.workbook)
        if known
        else Workshop.begin(folder, "Bench", reading.workbook)
    )
    missing = notes - len(opened.session.notes())
    if missing > 0:
        opened.add_notes(
            "B.2", [f"anteckning {number} om hemsjukvård" for number in range(missing)], "avveckla"
        )
        opened.flush()

    def once() -> None:
        opened.add_notes("B.2", ["mobila team som möter i hemmet efter utskrivningen " * 3], "avveckla")
        opened.flush()

    try:
        return _time(once)
    finally:
        opened.close()


def _append(folder: Path) -> list[float]:
    """Append and synchronise, with nothing around it."""
    with (folder / "floor.bin").open("ab", buffering=0) as file:

        def once() -> None:
            file.write(_NOTE)
            os.fdatasync(file.fileno())

        return _time(once)


def _insert(folder: Path) -> list[float]:
    """Insert one row per transaction, with the settings that survive a power cut."""
    with closing(sqlite3.connect(folder / "peer.sqlite", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE IF NOT EXISTS note (text BLOB)")
        return _time(lambda: database.execute("INSERT INTO note VALUES (?)", (_NOTE,)))


def _time(once: Callable[[], object]) -> list[float]:
    """Do something `COMMITS` times and return the seconds of each."""
    seconds = []
    for _ in range(COMMITS):
        start = time.perf_counter()
        once()
        seconds.append(time.perf_counter() - start)
    return seconds


def _summary(seconds: list[float]) -> Mapping[str, float]:
    """Return the median and the slowest of a measurement."""
    return {"wall": statistics.median(seconds), "slowest": max(seconds)}


def _ours(notes: int) -> str:
    """Return the name of our case with so many notes."""
    return f"commit, {notes} notes"


def _cases(scratch: Path, _dice: random.Random) -> list[Case]:
    """Return floor, peer and ours; all write below the same folder."""

    def ours(notes: int) -> Case:
        folder = scratch / str(notes)
        folder.mkdir()
        return Case(_ours(notes), lambda: _summary(commit_ours(folder, notes)))

    return [
        Case(FLOOR, lambda: _summary(_append(scratch))),
        Case(SQLITE, lambda: _summary(_insert(scratch))),
        *(ours(notes) for notes in _SIZES),
    ]


def _goals() -> list[Goal]:
    """Return the rows."""
    return [
        *(Goal(f"note committed, {notes:,} before it", _ours(notes), "wall", FLOOR, 1.2) for notes in _SIZES),
        *(Goal(f"note committed, {notes:,} before it", _ours(notes), "wall", SQLITE) for notes in _SIZES[:1]),
        Goal("SQLite WAL, synchronous=FULL", SQLITE, "wall", FLOOR),
    ]


PART = Part("commit", rounds=15, cases=_cases, goals=_goals())
