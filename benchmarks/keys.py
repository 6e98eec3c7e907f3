"""How long a key takes to change the screen: typing, moving in lists, searching, going on, opening the compass.

Every key is measured with 10, 100, 1,000 and 10,000 notes or discussions behind it, so that the table says not
only what a key costs but also how that grows.
"""

import random
import string
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from pathlib import Path

from benchmarks import ours, peers
from benchmarks.fetch import ROOT
from benchmarks.measure import Case, DidNotRun, Goal, Growth, Part
from benchmarks.peers import Peer
from benchmarks.pressing import Presses, press_keys
from benchmarks.terminal import Key, Terminal, ctrl

INPUT = "Textual Input"
VIM_INSERT = "vim insert"
VIM_MOVE = "vim j"
STEP = "step change"
SCROLL = "list scrolling, 1,000 sessions"

TYPING_PEERS: Mapping[str, Peer] = {
    VIM_INSERT: peers.VIM_INSERT,
    "nano": peers.NANO,
    "micro": peers.MICRO,
    "posting's URL": peers.POSTING,
    "harlequin's editor": peers.HARLEQUIN,
}
"""Programs that letters are typed into."""

SIZES = (10, 100, 1_000, 10_000)
"""Notes of a discussion, or discussions of a folder."""

FOUND_IN = (100, 1_000, 10_000, 100_000)
"""Notes that home searches, a hundred in every discussion."""

LIST = 7
"""The row of home on which its list begins while something is searched for."""

_MAIN = 1_000
"""The size that stands against the peers and is measured in every round; the others show how cost grows."""

_GROWTH_ROUNDS = 2
_TIDIED = 3.5
"""Seconds until the file is brought up to date with the step that was walked to, which is no part of the keys after it."""

_WORD = "hemsjuk"
_MERGING = "Slå ihop 2"
_FLAT = 0.05
"""The largest exponent of a cost that does not grow: 1.4 times as much for a thousand times as many."""


class _Bench:
    """The cases, and what they share: a folder, discussions and dice."""

    def __init__(self, scratch: Path, dice: random.Random) -> None:
        self._scratch = scratch
        self._dice = dice
        self._discussions = ours.Discussions(scratch)
        self._env = peers.environment(scratch)

    def cases(self) -> list[Case]:
        """Return floors, peers and ours."""
        sized: list[tuple[Callable[[int], str], Callable[[int], Mapping[str, float]]]] = [
            (typing, self._type),
            (list_move, self._list_move),
            (note_move, self._note_move),
            (step_to, self._step_to),
            (compass, self._compass),
            (merging, self._merge),
        ]
        return [
            Case(INPUT, self._input),
            *(Case(name, self._typing_in(peer)) for name, peer in TYPING_PEERS.items()),
            Case(VIM_MOVE, lambda: self._in_peer(peers.VIM_LINES, cycle("j"))),
            Case(STEP, self._step),
            Case(SCROLL, self._scroll),
            *(_sized(name(size), run, size, _MAIN) for name, run in sized for size in SIZES),
            *(_sized(finding(notes), self._find, notes, 10_000) for notes in FOUND_IN),
        ]

    # Floors and peers

    def _input(self) -> Mapping[str, float]:
        argv: list[str | Path] = [sys.executable, "-m", "benchmarks.apps.one_input"]
        return self._press(argv, lambda t: t.wait_for("write here"), Presses(self._letters()), ROOT)

    def _typing_in(self, peer: Peer) -> Callable[[], Mapping[str, float]]:
        return lambda: self._in_peer(peer, self._letters())

    def _in_peer(self, peer: Peer, keys: Iterator[str]) -> Mapping[str, float]:
        return self._press(peer.command(), peer.make_ready, Presses(keys))

    # A discussion

    def _type(self, notes: int) -> Mapping[str, float]:
        def make_ready(terminal: Terminal) -> None:
            ours.go_to_question(terminal)
            terminal.listen(_TIDIED)

        return self._in_discussion(notes, make_ready, Presses(self._letters()))

    def _step(self) -> Mapping[str, float]:
        # To and fro in eights: so many steps in one direction would come to the end of the walk.
        keys = cycle([Key.PAGE_DOWN] * 8 + [Key.PAGE_UP] * 8)
        return self._in_discussion(10, lambda t: t.wait_for(ours.WALK_MARKER), Presses(keys))

    def _step_to(self, notes: int) -> Mapping[str, float]:
        """Only the step to the question with the notes is on the clock, not the one away from it."""

        def away(terminal: Terminal) -> None:
            terminal.send(Key.PAGE_UP)
            terminal.wait_until(lambda: not ours.sees_notes(terminal), "the notes never went out of view")
            terminal.idle(0.1)

        def make_ready(terminal: Terminal) -> None:
            ours.go_to_question(terminal)
            away(terminal)

        return self._in_discussion(notes, make_ready, _few(Key.PAGE_DOWN, away))

    def _note_move(self, notes: int) -> Mapping[str, float]:
        def make_ready(terminal: Terminal) -> None:
            ours.go_to_question(terminal)
            terminal.listen(_TIDIED)
            terminal.send(Key.UP)

        return self._in_discussion(notes, make_ready, Presses(_to_and_fro(Key.UP, Key.DOWN, 2), counted=24))

    def _compass(self, notes: int) -> Mapping[str, float]:
        def close(terminal: Terminal) -> None:
            terminal.send(Key.ESCAPE)
            terminal.idle(0.1)

        return self._in_discussion(notes, ours.go_to_question, _few(Key.F2, close))

    def _merge(self, notes: int) -> Mapping[str, float]:
        """Two notes are marked and put before each other; Enter makes them one. Ctrl+Z takes it back, and so again."""

        def lay_out(terminal: Terminal) -> None:
            for key in (Key.UP, *"  ", Key.UP, *"   ", "m"):
                terminal.send(key)
                terminal.idle(0.1)
            if _MERGING not in terminal.text():
                raise DidNotRun("there is no dialog for merging notes")

        def make_ready(terminal: Terminal) -> None:
            ours.go_to_question(terminal)
            terminal.idle()
            lay_out(terminal)

        def take_back(terminal: Terminal) -> None:
            for key in (ctrl("z"), Key.TAB):
                terminal.send(key)
                terminal.idle(0.1)
            lay_out(terminal)

        return self._in_discussion(notes, make_ready, _few(Key.ENTER, take_back))

    # Home

    def _list_move(self, sessions: int) -> Mapping[str, float]:
        return self._at_home(
            self._discussions.many(sessions), Presses(_to_and_fro(Key.DOWN, Key.UP), counted=24)
        )

    def _scroll(self) -> Mapping[str, float]:
        return self._at_home(self._discussions.many(1_000), Presses(cycle([Key.DOWN])))

    def _find(self, notes: int) -> Mapping[str, float]:
        keys = cycle([*_WORD, *[Key.BACKSPACE] * len(_WORD)])
        presses = Presses(keys, warm_up=2, counted=12, awaits_work=True, patience=60, below=LIST)
        return self._at_home(self._discussions.many(notes // 100, 100), presses)

    # All

    def _in_discussion(
        self, notes: int, make_ready: Callable[[Terminal], None], presses: Presses
    ) -> Mapping[str, float]:
        folder = self._discussions.with_notes(notes)
        return self._press([ours.program(), "start", ours.NAME, "--sessions", folder], make_ready, presses)

    def _at_home(self, folder: Path, presses: Presses) -> Mapping[str, float]:
        def make_ready(terminal: Terminal) -> None:
            terminal.wait_for(ours.HOME_MARKER, timeout=60)
            terminal.idle()

        return self._press([ours.program(), "--sessions", folder], make_ready, presses)

    def _letters(self) -> Iterator[str]:
        while True:
            yield self._dice.choice(string.ascii_lowercase)

    def _press(
        self,
        argv: list[str | Path],
        make_ready: Callable[[Terminal], None],
        presses: Presses,
        cwd: Path | None = None,
    ) -> Mapping[str, float]:
        return press_keys(argv, make_ready, presses, self._dice, self._env, cwd or self._scratch)


def _sized(name: str, run: Callable[[int], Mapping[str, float]], size: int, main: int) -> Case:
    """Return a case of a size, which fewer rounds will do for unless it is the one that goals are about."""
    return Case(name, lambda: run(size), None if size == main else _GROWTH_ROUNDS)


def _few(key: str, after: Callable[[Terminal], None]) -> Presses:
    """Return presses of one key that has to be taken back each time."""
    return Presses(cycle([key]), warm_up=2, counted=12, after=after)


def _to_and_fro(there: str, back: str, far: int = 6) -> Iterator[str]:
    """Return keys that stay within the lines in view, however long the list is; notes take three lines each."""
    return cycle([there] * far + [back] * far)


def typing(notes: int) -> str:
    """Return the name of a case."""
    return f"typing, {notes:,} notes in view"


def list_move(sessions: int) -> str:
    """Return the name of a case."""
    return f"list move, {sessions:,} sessions"


def note_move(notes: int) -> str:
    """Return the name of a case."""
    return f"move among {notes:,} notes"


def step_to(notes: int) -> str:
    """Return the name of a case."""
    return f"step to a question with {notes:,} notes"


def compass(notes: int) -> str:
    """Return the name of a case."""
    return f"compass of {notes:,} notes"


def merging(notes: int) -> str:
    """Return the name of a case."""
    return f"merging two of {notes:,} notes"


def finding(notes: int) -> str:
    """Return the name of a case."""
    return f"live filter of {notes:,} notes"


def _goals() -> list[Goal]:
    """Return the rows: the frame after a key first, then what a key costs."""
    posting = "posting's URL"
    rows = [
        Goal(typing(_MAIN), typing(_MAIN), "last", VIM_INSERT, 15),
        Goal(typing(_MAIN), typing(_MAIN), "last", posting, 0.4),
        *(Goal(typing(_MAIN), typing(_MAIN), "last", name) for name in (INPUT, "nano", "micro")),
        Goal(typing(_MAIN), typing(_MAIN), "last", "harlequin's editor"),
        Goal(list_move(_MAIN), list_move(_MAIN), "last", VIM_MOVE, 12),
        Goal("list move, 10,000 against 10", list_move(10_000), "last", list_move(10), 1.3),
        Goal(SCROLL, SCROLL, "last", VIM_MOVE, 12),
        Goal("list move: bytes a key", list_move(_MAIN), "bytes", None, 512, unit="B"),
        Goal("list scrolling: bytes a key", SCROLL, "bytes", None, 512, unit="B"),
        Goal(note_move(_MAIN), note_move(_MAIN), "last", VIM_MOVE, 12),
        Goal("move among 10,000 notes against 10", note_move(10_000), "last", note_move(10), 1.3),
        Goal("move among notes: bytes a key", note_move(_MAIN), "bytes", None, 512, unit="B"),
        Goal("step change, first byte", STEP, "first", INPUT),
        Goal("step change, final frame", STEP, "last", INPUT, 3),
        Goal(step_to(_MAIN), step_to(_MAIN), "last", INPUT, 3),
        Goal(finding(10_000), finding(10_000), "stood", INPUT, 4, "last"),
        Goal(finding(100_000), finding(100_000), "stood", INPUT, 6, "last"),
        Goal(compass(_MAIN), compass(_MAIN), "last", INPUT),
        Goal(merging(_MAIN), merging(_MAIN), "last", INPUT),
    ]
    for case in (typing(_MAIN), list_move(_MAIN), note_move(_MAIN), STEP, compass(_MAIN)):
        rows.append(Goal(f"{case}: slowest tenth", case, "slow", INPUT))
        rows.append(Goal(f"{case}: CPU a key", case, "cpu", INPUT))
    told = (typing(_MAIN), STEP, finding(10_000), compass(_MAIN))
    rows += [Goal(f"{case}: bytes a key", case, "bytes", None, unit="B") for case in told]
    return [*rows, *(Goal(f"{name}, a key", name, "last", INPUT) for name in TYPING_PEERS if name != INPUT)]


def _growths() -> list[Growth]:
    """Return how each key's cost grows. Searching and drawing all notes may grow; the other keys may not.

    The CPU time is judged: so few rounds say little about a clock on the wall that others share.
    """

    def of(what: str, size: str, name: Callable[[int], str], at_most: float | None = _FLAT) -> list[Growth]:
        cases = {size: name(size) for size in (FOUND_IN if name is finding else SIZES)}
        return [
            Growth(f"{what}: CPU grows with {size}", "cpu", cases, at_most),
            Growth(f"{what}: final frame grows with {size}", "last", cases),
        ]

    return [
        *of("typing", "notes", typing),
        *of("list move", "sessions", list_move),
        *of("move among notes", "notes", note_move),
        *of("step to a question", "notes", step_to),
        *of("live filter", "notes", finding, None),
        *of("compass", "notes", compass, None),
        *of("merging", "notes", merging, None),
    ]


def _cases(scratch: Path, dice: random.Random) -> list[Case]:
    """Return the cases of this part."""
    return _Bench(scratch, dice).cases()


PART = Part("keys", rounds=4, minutes=7, cases=_cases, goals=_goals(), growths=_growths())
