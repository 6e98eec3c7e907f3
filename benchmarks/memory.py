"""What the program holds in memory once it has settled: at start, and with much to show.

Proportional memory (PSS): what it shares with other programs is split among them.
"""

import random
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks import ours
from benchmarks.measure import Case, DidNotRun, Goal, Growth, Part
from benchmarks.processes import IS_LINUX, pss_bytes
from benchmarks.screens import HELLO, Screens
from benchmarks.terminal import Terminal

HOME = "home, 0 sessions"
ALL_LISTED = "100,000 notes found at home"
SIZES = (10, 100, 1_000, 10_000)

_AT_MOST = 55_000_000
"""Bytes with 100,000 notes listed."""


def home(sessions: int) -> str:
    """Return the name of a case."""
    return f"home, {sessions:,} sessions"


def discussion(notes: int) -> str:
    """Return the name of a case."""
    return f"a discussion of {notes:,} notes"


def _cases(scratch: Path, _dice: random.Random) -> list[Case]:
    """Return floor and ours."""
    screens = Screens(scratch)

    def discussion_case(notes: int) -> Case:
        return Case(discussion(notes), lambda: _weigh(screens.discussion(notes)))

    def home_case(sessions: int) -> Case:
        return Case(home(sessions), lambda: _weigh(screens.home(sessions)))

    return [
        Case(HELLO, lambda: _weigh(screens.hello())),
        Case(HOME, lambda: _weigh(screens.home(0))),
        Case(ALL_LISTED, lambda: _weigh(screens.home(1_000, 100), find=ours.NOTE_WORD)),
        *map(home_case, SIZES),
        *map(discussion_case, SIZES),
    ]


def _weigh(opened: AbstractContextManager[Terminal], find: str = "") -> Mapping[str, float]:
    """Open a screen, search if so asked, and weigh it."""
    if not IS_LINUX:
        raise DidNotRun("memory is read from /proc, and this is no Linux")
    with opened as terminal:
        if find:
            terminal.idle()
            terminal.send(find)
            terminal.wait_for("100000 ", timeout=120)
            terminal.idle(0.3, timeout=60)
        return {"pss": float(pss_bytes(terminal.pid))}


def _goals() -> list[Goal]:
    """Return the rows."""
    started = (HOME, home(100), discussion(10))
    return [
        *(Goal(f"{screen}", screen, "pss", HELLO, 1.15, unit="B") for screen in started),
        Goal(ALL_LISTED, ALL_LISTED, "pss", None, _AT_MOST, unit="B"),
    ]


def _growths() -> list[Growth]:
    """Return how memory grows with what is shown."""
    return [
        Growth("home grows with sessions", "pss", {size: home(size) for size in SIZES}, unit="B"),
        Growth("a discussion grows with notes", "pss", {size: discussion(size) for size in SIZES}, unit="B"),
    ]


PART = Part("memory", rounds=2, minutes=1, cases=_cases, goals=_goals(), growths=_growths())
"""Memory wavers by less than a hundredth, so two rounds say it."""
