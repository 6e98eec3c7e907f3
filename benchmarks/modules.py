"""What is loaded when the first frame is written: time that every start pays for what few of them need.

`apps/watched.py` runs the program and writes down its modules in the moment in which the marker goes out.
"""

import random
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks import ours
from benchmarks.fetch import ROOT
from benchmarks.measure import Case, DidNotRun, Goal, Growth, Part
from benchmarks.terminal import Terminal

HOME = "home, 100 sessions"
DISCUSSION = "start in a discussion"
HELLO = "Textual hello"

UNNEEDED = ("pydantic", "ssl", "aiohttp", "starlette", "markdown_it", "typst", "sqlite3")
"""Packages that no first frame needs."""

_AT_THE_DOOR = frozenset({"pydantic"})
"""A discussion that is opened at once is read and checked first, which pydantic does."""

_EARLY = "early "
SIZES = (10, 100, 1_000)


def home(sessions: int) -> str:
    """Return the name of a case."""
    return f"home, {sessions:,} sessions"


def _cases(scratch: Path, _dice: random.Random) -> list[Case]:
    """Return ours, and the smallest Textual program for its number of modules."""
    discussions = ours.Discussions(scratch)

    def at_home(sessions: int) -> Callable[[], Mapping[str, float]]:
        return lambda: _watch(
            ["--sessions", discussions.many(sessions)], ours.HOME_MARKER, scratch, frozenset()
        )

    def in_discussion() -> Mapping[str, float]:
        given = ["start", ours.NAME, "--sessions", discussions.with_notes(10)]
        return _watch(given, ours.WALK_MARKER, scratch, _AT_THE_DOOR)

    return [Case(DISCUSSION, in_discussion), *(Case(home(sessions), at_home(sessions)) for sessions in SIZES)]


def _watch(
    given: list[str | Path], marker: str, scratch: Path, allowed: frozenset[str]
) -> Mapping[str, float]:
    """Run the program until the marker stands, and read what it had loaded then."""
    noted = scratch / "modules.txt"
    noted.unlink(missing_ok=True)
    argv = [sys.executable, "-m", "benchmarks.apps.watched", noted, marker, *given]
    with Terminal(argv, env=ours.environment(scratch), cwd=ROOT) as terminal:
        terminal.wait_for(marker)
        terminal.idle()
    if not noted.exists():
        raise DidNotRun(f"{marker!r} was never written in one piece")
    return count(noted.read_text(encoding="utf-8").split(), allowed)


def count(loaded: list[str], allowed: frozenset[str] = frozenset()) -> Mapping[str, float]:
    """Return how many modules there are, and which of the packages that no first frame needs are among them."""
    tops = {name.partition(".")[0] for name in loaded}
    early = [name for name in UNNEEDED if name in tops and name not in allowed]
    return {
        "modules": len(loaded),
        "early": len(early),
        **{f"{_EARLY}{name}": float(name in early) for name in UNNEEDED},
    }


def _goals() -> list[Goal]:
    """Return the rows."""
    screens = (home(100), DISCUSSION)
    return [
        *(
            Goal(f"{screen}: too early", screen, "early", None, 0, unit="", tells=_EARLY)
            for screen in screens
        ),
        *(Goal(f"{screen}: loaded in all", screen, "modules", None, unit="") for screen in screens),
    ]


_GROWTH = Growth(
    "home: modules grow with sessions", "modules", {size: home(size) for size in SIZES}, 0.01, unit=""
)

PART = Part("modules", rounds=3, minutes=0.5, cases=_cases, goals=_goals(), growths=(_GROWTH,))
