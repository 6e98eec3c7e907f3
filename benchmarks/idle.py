"""What the program does while nobody does anything: how often it wakes, and what it sends.

A laptop on battery in a long workshop pays for every wake-up, a slow line for every byte. Wake-ups are the
voluntary context switches of all threads: each time one of them has gone to sleep, something has woken it.
"""

import random
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks.measure import Case, DidNotRun, Goal, Growth, Part
from benchmarks.processes import IS_LINUX
from benchmarks.resting import at_rest
from benchmarks.screens import HELLO, Screens
from benchmarks.terminal import Terminal

HOME = "home, 100 sessions"
SIZES = (10, 1_000, 10_000)

_CALM = 1.5
"""Seconds before the count begins: what a start leaves for later is then done."""


def discussion(notes: int) -> str:
    """Return the name of a case."""
    return f"a discussion of {notes:,} notes"


def _cases(scratch: Path, _dice: random.Random) -> list[Case]:
    """Return floor and ours."""
    screens = Screens(scratch)

    def discussion_case(notes: int) -> Case:
        return Case(discussion(notes), lambda: _watch(screens.discussion(notes)), most=2)

    return [
        Case(HELLO, lambda: _watch(screens.hello())),
        Case(HOME, lambda: _watch(screens.home(100))),
        *map(discussion_case, SIZES),
    ]


def _watch(opened: AbstractContextManager[Terminal]) -> Mapping[str, float]:
    """Open a screen, leave it alone, and count."""
    if not IS_LINUX:
        raise DidNotRun("wake-ups are read from /proc, and this is no Linux")
    with opened as terminal:
        return at_rest(terminal, _CALM)


def _goals() -> list[Goal]:
    """Return the rows."""
    screens = (HOME, discussion(1_000))
    return [
        *(Goal(f"{screen}: wake-ups a second", screen, "wakes", None, 11, unit="") for screen in screens),
        *(Goal(f"{screen}: bytes a second", screen, "bytes", None, 0, unit="B") for screen in screens),
        *(Goal(f"{screen}: CPU a second", screen, "cpu", HELLO) for screen in screens),
        Goal("Textual hello: wake-ups a second", HELLO, "wakes", None, unit=""),
    ]


def _growths() -> list[Growth]:
    """Return whether a larger discussion rests less."""
    cases = {size: discussion(size) for size in SIZES}
    return [Growth("a discussion: wake-ups grow with notes", "wakes", cases, 0.05, unit="")]


PART = Part("idle", rounds=3, minutes=1.5, cases=_cases, goals=_goals(), growths=_growths())
