"""How long a key takes to change the screen: typing, moving in a list, going to the next step.

Five keys warm up, then forty come at random gaps, as from a person: a steady beat would fall in with the
program's own frame clock. The next key is never sent before the answer to the last one has ended.
"""

import random
import shutil
import statistics
import string
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path

from benchmarks import ours
from benchmarks.measure import Case, DidNotRun, Goal, Part
from benchmarks.terminal import Burst, Key, Terminal

INPUT = "Textual Input"
VIM_INSERT = "vim insert"
VIM_MOVE = "vim j"
TYPE_10 = "typing, 10 notes"
TYPE_1000 = "typing, 1000 notes"
STEP = "step change"
LIST_MOVE = "list move, 100"

_WARM_UP = 5
_KEYS = 40
_GAP = (0.05, 0.12)
"""Seconds between two keys, at least and at most."""

_MOST_UNANSWERED = 2
"""More keys than this without an answer mean that the case does not press what it thinks it does."""

_ROOT = Path(__file__).resolve().parent.parent
_LETTERS = string.ascii_lowercase
_VIM = ("vim", "-u", "NONE", "-i", "NONE", "-N", "-n")


class _Bench:
    """The cases, and what they share: a folder, discussions and dice."""

    def __init__(self, scratch: Path, dice: random.Random) -> None:
        self._scratch = scratch
        self._dice = dice
        self._discussions = ours.Discussions(scratch)
        self._lines = scratch / "lines.txt"
        self._lines.write_text("".join(f"line {number}\n" for number in range(1, 1001)))

    def cases(self) -> list[Case]:
        """Return floors, peers and ours."""
        return [
            Case(INPUT, self._input),
            Case(VIM_INSERT, self._vim_insert),
            Case(VIM_MOVE, self._vim_move),
            Case(TYPE_10, lambda: self._type(10)),
            Case(TYPE_1000, lambda: self._type(1000)),
            Case(STEP, self._step),
            Case(LIST_MOVE, self._list_move),
        ]

    def _input(self) -> Mapping[str, float]:
        argv = [sys.executable, "-m", "benchmarks.apps.one_input"]
        return self._measure(argv, lambda t: t.wait_for("write here"), self._letters(), cwd=_ROOT)

    def _vim_insert(self) -> Mapping[str, float]:
        def insert(terminal: Terminal) -> None:
            terminal.wait_for("~")
            terminal.idle()
            terminal.send("i")
            terminal.wait_for("INSERT")

        return self._measure(_vim(), insert, self._letters())

    def _vim_move(self) -> Mapping[str, float]:
        return self._measure([*_vim(), self._lines], lambda t: t.wait_for("line 1"), cycle("j"))

    def _type(self, notes: int) -> Mapping[str, float]:
        return self._measure(self._start(notes), ours.go_to_question, self._letters())

    def _step(self) -> Mapping[str, float]:
        # To and fro in eights: forty steps in one direction would come to the end of the walk.
        keys = cycle([Key.PAGE_DOWN] * 8 + [Key.PAGE_UP] * 8)
        return self._measure(self._start(10), lambda t: t.wait_for(ours.WALK_MARKER), keys)

    def _list_move(self) -> Mapping[str, float]:
        argv = [ours.program(), "--sessions", self._discussions.many(100)]
        return self._measure(argv, lambda t: t.wait_for(ours.HOME_MARKER), cycle([Key.DOWN]))

    def _start(self, notes: int) -> list[str | Path]:
        return [ours.program(), "start", ours.NAME, "--sessions", self._discussions.with_notes(notes)]

    def _letters(self) -> Iterator[str]:
        while True:
            yield self._dice.choice(_LETTERS)

    def _measure(
        self,
        argv: Sequence[str | Path],
        make_ready: Callable[[Terminal], None],
        keys: Iterator[str],
        cwd: Path | None = None,
    ) -> Mapping[str, float]:
        """Start a program, bring it to where the keys go, and press them."""
        env = ours.environment(self._scratch)
        with Terminal(argv, env=env, cwd=cwd or self._scratch) as terminal:
            make_ready(terminal)
            terminal.idle()
            for _ in range(_WARM_UP):
                self._press(terminal, next(keys))
            cpu = terminal.cpu()
            answers = [self._press(terminal, next(keys)) for _ in range(_KEYS)]
            return _summary(answers, terminal.cpu() - cpu)

    def _press(self, terminal: Terminal, key: str) -> Burst | None:
        """Press a key, time its answer, and wait out the gap to the next."""
        due = time.perf_counter() + self._dice.uniform(*_GAP)
        answer = terminal.burst(key)
        time.sleep(max(0.0, due - time.perf_counter()))
        return answer


def _summary(answers: Sequence[Burst | None], cpu: float) -> Mapping[str, float]:
    """Return the medians over the keys, the slowest tenth, and bytes and CPU per key."""
    answered = [answer for answer in answers if answer]
    if len(answers) - len(answered) > _MOST_UNANSWERED:
        raise DidNotRun(f"{len(answers) - len(answered)} of {len(answers)} keys changed nothing")
    return {
        "first": statistics.median(answer.first for answer in answered),
        "last": statistics.median(answer.last for answer in answered),
        "slow": statistics.quantiles((answer.last for answer in answered), n=10)[-1],
        "bytes": statistics.mean(answer.size for answer in answered),
        "cpu": cpu / len(answers),
    }


def _vim() -> list[str | Path]:
    """Return vim without anybody's settings, or say that it is not there."""
    if shutil.which(_VIM[0]) is None:
        raise DidNotRun("vim is not installed")
    return list(_VIM)


def _goals() -> list[Goal]:
    """Return the rows: the frame after a key first, then what a key costs."""
    rows = [
        Goal("Input keystroke", INPUT, "last", VIM_INSERT),
        Goal("typing, 10 notes in view", TYPE_10, "last", VIM_INSERT),
        Goal("typing, 1,000 notes in view", TYPE_1000, "last", VIM_INSERT, 15),
        Goal("typing, 1,000 notes against 10", TYPE_1000, "last", TYPE_10),
        Goal("list move, 100 sessions", LIST_MOVE, "last", VIM_MOVE, 12),
        Goal("list move: bytes a key", LIST_MOVE, "bytes", None, 512, unit="B"),
        Goal("step change, first byte", STEP, "first", INPUT),
        Goal("step change, final frame", STEP, "last", INPUT, 3),
    ]
    for case in (TYPE_10, TYPE_1000, LIST_MOVE, STEP):
        rows.append(Goal(f"{case}: slowest tenth", case, "slow", INPUT))
        rows.append(Goal(f"{case}: CPU a key", case, "cpu", INPUT))
    return rows


def _cases(scratch: Path, dice: random.Random) -> list[Case]:
    """Return the cases of this part."""
    return _Bench(scratch, dice).cases()


PART = Part("keys", rounds=5, cases=_cases, goals=_goals())
