"""What it costs to know that a note is on disk.

The floor is what no durable program can go below: append a note's 250 bytes and fdatasync, in the same
folder. SQLite with full synchronisation stands beside it as what one would otherwise have used.
On a file system in memory fdatasync costs nothing, and the ratios then say something else; the kind of
file system is therefore written beside the results. A virtual machine's disk answers in a tenth of a
millisecond, because the host keeps what it calls written; a disk that one can pull the plug on takes some.
Floor and program are therefore measured a second time with `DISK` added to every synchronisation of both.
"""

import os
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from benchmarks.measure import Case, DidNotRun, Goal, Growth, Part
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.paths import session_files
from diskussion_tui.texts import words
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.workshop import Workshop

FLOOR = "append + fdatasync"
FLOOR_ON_A_DISK = "append + fdatasync, disk of 2 ms"
DISK = 0.002
"""Seconds that a solid-state disk with a volatile cache needs to empty it: 0.5 to 10 in what we have seen told."""
SQLITE = "SQLite WAL, synchronous=FULL"

COMMITS = 20
"""Notes committed in one measurement; their median is what counts."""

BURST = 20
"""Notes that come at once and are waited for together, as from several tables."""

BURST_CASE = f"burst of {BURST}, 1000 notes"

_SIZES = (100, 1_000, 10_000)
"""Notes that the discussion already holds."""

_SLOWER = " on a disk of 2 ms"
_NOTE = b"n" * 249 + b"\n"


class _Disk(Fs):
    """A disk whose synchronisation takes `DISK` longer."""

    def sync(self, handle: int) -> None:
        super().sync(handle)
        time.sleep(DISK)


def commit_ours(folder: Path, notes: int, fs: Fs | None = None, burst: int = 1) -> list[float]:
    """Commit `COMMITS` notes through the workshop, and return the seconds that each took.

    With a `burst` so many are handed over before any is waited for, and the seconds are still those of one.
    `folder` belongs to this case alone and lives through all rounds, so that the discussion with its
    `notes` notes can be made in the first, uncounted round and opened again in the others.
    """
    opened = _workshop(folder, notes, fs)

    def once() -> None:
        for _ in range(burst):
            opened.add_notes("B.2", ["mobila team som möter i hemmet efter utskrivningen " * 3], "avveckla")
        opened.flush()

    try:
        return [seconds / burst for seconds in _time(once, COMMITS // burst or 1)]
    finally:
        opened.close()


def _workshop(folder: Path, notes: int, fs: Fs | None) -> Workshop:
    """Open the discussion of a folder, which is made and filled the first time."""
    reading = read_workbook(default_workbook(), words("sv"))
    if reading.workbook is None:
        raise DidNotRun("the default workbook has errors")
    known, disk = session_files(folder), Disk(fs=fs)
    opened = (
        Workshop.open(known[0], reading.workbook, disk)
        if known
        else Workshop.begin(folder, "Bench", reading.workbook, disk)
    )
    missing = notes - len(opened.session.notes())
    if missing > 0:
        opened.add_notes(
            "B.2", [f"anteckning {number} om hemsjukvård" for number in range(missing)], "avveckla"
        )
        opened.flush()
    return opened


def _append(folder: Path, disk: float = 0.0) -> list[float]:
    """Append and synchronise, with nothing around it but what the disk takes longer."""
    with (folder / "floor.bin").open("ab", buffering=0) as file:

        def once() -> None:
            file.write(_NOTE)
            os.fdatasync(file.fileno())
            if disk:
                time.sleep(disk)

        return _time(once)


def _insert(folder: Path) -> list[float]:
    """Insert one row per transaction, with the settings that survive a power cut."""
    with closing(sqlite3.connect(folder / "peer.sqlite", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE IF NOT EXISTS note (text BLOB)")
        return _time(lambda: database.execute("INSERT INTO note VALUES (?)", (_NOTE,)))


def _time(once: Callable[[], object], times: int = COMMITS) -> list[float]:
    """Do something so many times and return the seconds of each."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        once()
        seconds.append(time.perf_counter() - start)
    return seconds


def _summary(seconds: list[float]) -> Mapping[str, float]:
    """Return the median and the slowest of a measurement."""
    return {"wall": statistics.median(seconds), "slowest": max(seconds)}


def _ours(notes: int, disk: str = "") -> str:
    """Return the name of our case with so many notes."""
    return f"commit, {notes} notes{disk}"


def _cases(scratch: Path, _dice: random.Random) -> list[Case]:
    """Return floor, peer and ours; all write below the same folder."""

    def ours(notes: int, disk: str = "", fs: Fs | None = None) -> Case:
        folder = scratch / f"{notes}{disk}"
        folder.mkdir()
        return Case(_ours(notes, disk), lambda: _summary(commit_ours(folder, notes, fs)))

    bursts = scratch / "burst"
    bursts.mkdir()

    return [
        Case(FLOOR, lambda: _summary(_append(scratch))),
        Case(SQLITE, lambda: _summary(_insert(scratch))),
        *(ours(notes) for notes in _SIZES),
        Case(BURST_CASE, lambda: _summary(commit_ours(bursts, 1_000, burst=BURST))),
        Case(FLOOR_ON_A_DISK, lambda: _summary(_append(scratch, DISK))),
        *(ours(notes, _SLOWER, _Disk()) for notes in _SIZES),
    ]


def _goals() -> list[Goal]:
    """Return the rows."""
    return [
        *(Goal(f"note committed, {notes:,} before it", _ours(notes), "wall", FLOOR, 1.2) for notes in _SIZES),
        *(
            Goal(
                f"the same{_SLOWER}, {notes:,} before it",
                _ours(notes, _SLOWER),
                "wall",
                FLOOR_ON_A_DISK,
                1.2,
            )
            for notes in _SIZES
        ),
        *(Goal(f"note committed, {notes:,} before it", _ours(notes), "wall", SQLITE) for notes in _SIZES[:1]),
        Goal(f"one note of a burst of {BURST}, 1,000 before it", BURST_CASE, "wall", FLOOR),
        Goal("SQLite WAL, synchronous=FULL", SQLITE, "wall", FLOOR),
    ]


GROWTHS = [
    Growth(
        f"note committed{disk} grows with notes",
        "wall",
        {notes: _ours(notes, disk) for notes in _SIZES},
        0.05,
    )
    for disk in ("", _SLOWER)
]

PART = Part("commit", rounds=15, minutes=2, cases=_cases, goals=_goals(), growths=GROWTHS)
