"""How soon the room sees what was said, and what the window on the wall costs while nothing is.

A note is said by a workshop in this process, as the laptop that leads says it, and is on disk when the clock begins. It ends
with the read after which the note stands on the window's screen. The floor does no more than to look at the journal as
often and to print what has been appended: half the time between two looks is what anybody who looks must wait.
"""

import random
import statistics
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks import ours, peers
from benchmarks.fetch import ROOT
from benchmarks.measure import Case, DidNotRun, Goal, Growth, Part
from benchmarks.processes import IS_LINUX
from benchmarks.resting import at_rest
from benchmarks.screens import HELLO, Screens
from benchmarks.terminal import Terminal
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.store.files.paths import LIVE, session_files
from diskussion_tui.texts import words
from diskussion_tui.workshop.workshop import Workshop

FLOOR = "a bare look, five times a second"
SIZES = (10, 1_000, 10_000)
_NOTES = 12
"""Notes said in one measurement."""
_SEEN_BY = 0.8
"""Seconds after which a note that is not seen counts as never seen."""
_CALM = 4.0
"""Seconds before wake-ups are counted, in which what a start leaves for later is done."""


def wall(notes: int) -> str:
    """Return the name of a case."""
    return f"the wall, {notes:,} notes"


def _cases(scratch: Path, dice: random.Random) -> list[Case]:
    """Return floors and ours."""
    discussions, screens, env = ours.Discussions(scratch), Screens(scratch), peers.environment(scratch)

    def ours_case(notes: int) -> Case:
        def run() -> Mapping[str, float]:
            with _led(discussions.with_notes(notes)) as (workshop, path):
                argv = [ours.program(), "storbild", path, "--sessions", path.parent]
                with Terminal(argv, env=env, cwd=scratch) as terminal:
                    terminal.wait_for(ours.NOTE_WORD, timeout=60)
                    return {**_rest(terminal), **_seen(terminal, workshop, dice)}

        return Case(wall(notes), run, None if notes == SIZES[1] else 2)

    def bare() -> Mapping[str, float]:
        with _led(discussions.with_notes(SIZES[1])) as (workshop, path):
            every = (path.parent / LIVE).glob("*.toml")
            journal = max(
                every, key=lambda one: one.stat().st_mtime_ns
            )  # ours; others keep what they remember beside it
            with Terminal([sys.executable, "-m", "benchmarks.apps.tail", journal], cwd=ROOT) as terminal:
                terminal.wait_for("following")
                return {**_rest(terminal), **_seen(terminal, workshop, dice)}

    def hello() -> Mapping[str, float]:
        with screens.hello() as terminal:
            return _rest(terminal)

    return [Case(FLOOR, bare), Case(HELLO, hello), *map(ours_case, SIZES)]


@contextmanager
def _led(folder: Path) -> Iterator[tuple[Workshop, Path]]:
    """The discussion of a folder, led here, at the question that has its notes."""
    reading = read_workbook(default_workbook(), words("sv"))
    if reading.workbook is None:
        raise DidNotRun("the default workbook has errors")
    (path,) = session_files(folder)
    workshop = Workshop.open(path, reading.workbook)
    try:
        workshop.enter(ours.QUESTION, "avveckla")
        workshop.flush()
        yield workshop, path
    finally:
        workshop.close()


def _seen(terminal: Terminal, workshop: Workshop, dice: random.Random) -> Mapping[str, float]:
    """Say some notes, each at a moment that nobody foresees, and return how long they took to be seen."""
    said: dict[str, float] = {}
    for number in range(_NOTES):
        terminal.listen(dice.uniform(0.05, 0.3))
        text = f"sedd{number}nu"
        workshop.add_notes(ours.QUESTION, [text], "avveckla")
        workshop.flush()
        said[text] = time.perf_counter()
        terminal.listen(_SEEN_BY)
    seconds = []
    for text, at in said.items():
        seen = terminal.first_sight(text)
        if seen is None:
            raise DidNotRun(f"{text} was not seen within {_SEEN_BY:g} s")
        seconds.append(max(0.0, seen - at))
    return {"delay": statistics.median(seconds), "slowest": max(seconds)}


def _rest(terminal: Terminal) -> Mapping[str, float]:
    """Leave the window alone, and count."""
    if not IS_LINUX:
        return {}
    return at_rest(terminal, _CALM)


def _goals() -> list[Goal]:
    """Return the rows."""
    main = wall(SIZES[1])
    return [
        Goal(f"{main}: a note is seen", main, "delay", FLOOR),
        Goal(f"{main}: the slowest of {_NOTES}", main, "slowest", None, 0.3),
        Goal(f"{main}: wake-ups a second", main, "wakes", None, 11, unit=""),
        Goal(f"{main}: wake-ups a second against the bare look", main, "wakes", FLOOR, unit=""),
        Goal(f"{main}: bytes a second", main, "bytes", None, 0, unit="B"),
        Goal(f"{main}: CPU a second", main, "cpu", HELLO),
    ]


def _growths() -> list[Growth]:
    """Return whether a larger discussion is followed later."""
    cases = {size: wall(size) for size in SIZES}
    return [Growth("the wall: delay grows with notes", "delay", cases, 0.1)]


PART = Part("wall", rounds=3, minutes=2.5, cases=_cases, goals=_goals(), growths=_growths())
