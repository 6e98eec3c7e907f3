"""How long until the program shows itself, and what it has cost by then.

First sight is the first read after which the marker text stands on the replayed screen: a program that
clears the screen early gains nothing by it. Commands that end by themselves are timed with pipes, start to
end, and are the floors: no Textual program can show anything before `import textual.app` is done.
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks import ours, peers
from benchmarks.fetch import ROOT
from benchmarks.measure import Case, DidNotRun, Goal, Growth, Part
from benchmarks.peers import Peer
from benchmarks.terminal import Terminal, ctrl

PYTHON = "python -c pass"
IMPORT = 'python -c "import textual.app"'
HELLO = "Textual hello"
POSTING = "posting"
HARLEQUIN = "harlequin"
HOME_EMPTY = "home, 0 sessions"
HOME_FULL = "home, 100 sessions"
DISCUSSION = "start in a discussion"
AT_ONCE = "keys typed at once"
HELP = "diskussion --help"
LIST = "diskussion list, 100"

SIZES = (10, 100, 1_000, 10_000)
"""Discussions in the folder, or notes in the discussion."""

_GROWTH_ROUNDS = 4

_SETTLED = 0.3
"""Seconds without output or work after which a program has settled: longer than any pause in a start."""

_EARLY = "tidigt"
"""Typed into the dialog for going somewhere before the program has had time to start."""


def home(sessions: int) -> str:
    """Return the name of a case."""
    return HOME_FULL if sessions == 100 else f"home, {sessions:,} sessions"


def discussion(notes: int) -> str:
    """Return the name of a case."""
    return DISCUSSION if notes == 10 else f"start in a discussion of {notes:,} notes"


def listing(sessions: int) -> str:
    """Return the name of a case."""
    return LIST if sessions == 100 else f"diskussion list, {sessions:,}"


def _cases(scratch: Path, _dice: random.Random) -> list[Case]:
    """Return floors, peers and ours."""
    discussions = ours.Discussions(scratch)
    env = peers.environment(scratch)

    def show_home(folder: Path) -> Mapping[str, float]:
        return _show([ours.program(), "--sessions", folder], ours.HOME_MARKER, env, scratch)

    def start(notes: int) -> list[str | Path]:
        return [ours.program(), "start", ours.NAME, "--sessions", discussions.with_notes(notes)]

    def show_peer(peer: Peer) -> Callable[[], Mapping[str, float]]:
        return lambda: _show(peer.command(), peer.marker, env, scratch)

    def case_of(name: str, size: int, main: int, run: Callable[[int], Mapping[str, float]]) -> Case:
        return Case(name, lambda: run(size), None if size == main else _GROWTH_ROUNDS)

    return [
        Case(PYTHON, lambda: _finish([sys.executable, "-c", "pass"], env, scratch)),
        Case(IMPORT, lambda: _finish([sys.executable, "-c", "import textual.app"], env, scratch)),
        Case(HELLO, lambda: _show([sys.executable, "-m", "benchmarks.apps.hello"], "hello there", env, ROOT)),
        Case(POSTING, show_peer(peers.POSTING)),
        Case(HARLEQUIN, show_peer(peers.HARLEQUIN)),
        Case(HOME_EMPTY, lambda: show_home(discussions.empty())),
        Case(AT_ONCE, lambda: _type_at_once(start(10), env, scratch)),
        Case(HELP, lambda: _finish([ours.program(), "--help"], env, scratch)),
        *(case_of(home(n), n, 100, lambda n: show_home(discussions.many(n))) for n in SIZES),
        *(
            case_of(discussion(n), n, 10, lambda n: _show(start(n), ours.WALK_MARKER, env, scratch))
            for n in SIZES
        ),
        *(
            case_of(
                listing(n),
                n,
                100,
                lambda n: _finish([ours.program(), "list", "--sessions", discussions.many(n)], env, scratch),
            )
            for n in SIZES
        ),
    ]


def _goals() -> list[Goal]:
    """Return the rows: each screen against the import, the hello and the peer; the commands; the floors."""
    rows = [
        Goal("Textual hello: first sight", HELLO, "wall", IMPORT),
        Goal("Textual hello: CPU until settled", HELLO, "cpu", IMPORT),
    ]
    for screen in (HOME_EMPTY, HOME_FULL, DISCUSSION):
        rows += [
            Goal(f"{screen}: first sight", screen, "wall", IMPORT, 1.15),
            Goal(f"{screen}: first sight", screen, "wall", POSTING, 0.3),
            Goal(f"{screen}: first sight", screen, "wall", HARLEQUIN),
            Goal(f"{screen}: CPU until settled", screen, "cpu", IMPORT, 1.3),
        ]
    return [
        *rows,
        Goal("keys typed at once: lost", AT_ONCE, "lost", None, 0, unit=""),
        Goal("--help", HELP, "wall", PYTHON, 3),
        Goal("list of 100", LIST, "wall", IMPORT, 0.5),
        Goal("import of Textual", IMPORT, "wall", PYTHON),
    ]


def _finish(argv: Sequence[str | Path], env: Mapping[str, str], cwd: Path) -> Mapping[str, float]:
    """Run a command with pipes to its end: wall time, and the CPU time that the kernel counted."""
    start = time.perf_counter()
    with subprocess.Popen(
        [str(part) for part in argv],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **env},
        cwd=cwd,
    ) as process:
        said = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        # The child is already waited for; subprocess must not wait for it again.
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        last = said.decode(errors="replace").strip().splitlines()[-1:]
        raise DidNotRun(f"ended with code {process.returncode}: {' '.join(last)}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime}


def _show(
    argv: Sequence[str | Path],
    marker: str,
    env: Mapping[str, str],
    cwd: Path,
) -> Mapping[str, float]:
    """Start a program in a terminal: time to the marker, CPU until it has settled."""
    with Terminal(argv, env=env, cwd=cwd) as terminal:
        terminal.idle(_SETTLED, timeout=20)
        if terminal.first_sight(marker) is None:
            # It may have waited for a disk: neither output nor work, and yet not there.
            terminal.wait_for(marker, timeout=60)
            terminal.idle(_SETTLED, timeout=20)
        cpu = terminal.cpu()
        seen = terminal.first_sight(marker)
    if seen is None:
        raise DidNotRun(f"{marker!r} never stood on the screen")
    return {"wall": seen - terminal.started, "cpu": cpu}


def _type_at_once(argv: Sequence[str | Path], env: Mapping[str, str], cwd: Path) -> Mapping[str, float]:
    """Type while the program is still starting, and count the letters that do not stand there afterwards."""
    with Terminal(argv, env=env, cwd=cwd) as terminal:
        terminal.send(ctrl("g") + _EARLY)
        # What was typed may stand there from the first frame on, over the walk.
        terminal.wait_until(
            lambda: any(map(terminal.shows, (ours.WALK_MARKER, _EARLY))), "neither walk nor words ever came"
        )
        terminal.idle(_SETTLED, timeout=20)
        text = terminal.text()
    # Early letters are the first to go, so what is left is an end of the word.
    lost = next(n for n in range(len(_EARLY) + 1) if _EARLY[n:] in text)
    return {"lost": float(lost)}


def _growths() -> list[Growth]:
    """Return how a start grows with what there is to show."""
    kinds = (
        ("home", "sessions", home),
        ("start in a discussion", "notes", discussion),
        ("list", "sessions", listing),
    )
    measures = {"wall": "time", "cpu": "CPU"}
    return [
        Growth(f"{what}: {said} grows with {size}", measure, {number: name(number) for number in SIZES})
        for what, size, name in kinds
        for measure, said in measures.items()
    ]


PART = Part("startup", rounds=15, minutes=4, cases=_cases, goals=_goals(), growths=_growths())
