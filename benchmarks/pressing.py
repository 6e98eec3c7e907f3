"""Presses keys in a program as a person does, and times what each one changes.

A few keys warm up, then the others come at random gaps: a steady beat would fall in with the program's own
frame clock. The next key is never sent before the answer to the last one has ended.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import DidNotRun
from benchmarks.terminal import Burst, Terminal

_GAP = (0.04, 0.09)
"""Seconds between two keys, at least and at most."""

_UNANSWERED_SHARE = 0.05
"""More keys than this share without an answer mean that the case does not press what it thinks it does."""


@dataclass(frozen=True)
class Presses:
    """Which keys are pressed, and how their answers are told apart.

    `after` takes back what a key did, outside the clock. `awaits_work` is for answers that come in two pieces.
    `below` is the first row of a list: how soon that stands is measured too.
    """

    keys: Iterator[str]
    warm_up: int = 5
    counted: int = 30
    after: Callable[[Terminal], None] | None = None
    awaits_work: bool = False
    patience: float = 1.0
    below: int | None = None


def press_keys(
    argv: Sequence[str | Path],
    make_ready: Callable[[Terminal], None],
    presses: Presses,
    dice: random.Random,
    env: Mapping[str, str],
    cwd: Path,
) -> Mapping[str, float]:
    """Start a program, bring it to where the keys go, press them, and return what they cost."""
    with Terminal(argv, env=env, cwd=cwd) as terminal:
        make_ready(terminal)
        terminal.idle()
        for _ in range(presses.warm_up):
            _press(terminal, presses, dice)
        answers = [_press(terminal, presses, dice) for _ in range(presses.counted)]
        return summary([answer for answer, _ in answers], sum(cpu for _, cpu in answers))


def _press(terminal: Terminal, presses: Presses, dice: random.Random) -> tuple[Burst | None, float]:
    """Press a key, time its answer, wait out the gap to the next; the answer, and the CPU time until then."""
    due = time.perf_counter() + dice.uniform(*_GAP)
    cpu = terminal.cpu()
    answer = terminal.burst(
        next(presses.keys), patience=presses.patience, awaits_work=presses.awaits_work, below=presses.below
    )
    time.sleep(max(0.0, due - time.perf_counter()))
    cpu = terminal.cpu() - cpu
    if presses.after:
        presses.after(terminal)
    return answer, cpu


def summary(answers: Sequence[Burst | None], cpu: float) -> Mapping[str, float]:
    """Return the medians over the keys, the slowest tenth, and bytes and CPU per key."""
    answered = [answer for answer in answers if answer]
    silent = len(answers) - len(answered)
    if silent > _UNANSWERED_SHARE * len(answers) or len(answered) < 2:
        raise DidNotRun(f"{silent} of {len(answers)} keys changed nothing")
    return {
        "first": statistics.median(answer.first for answer in answered),
        "last": statistics.median(answer.last for answer in answered),
        "stood": statistics.median(answer.stood for answer in answered),
        "slow": statistics.quantiles((answer.last for answer in answered), n=10)[-1],
        "bytes": statistics.mean(answer.size for answer in answered),
        "cpu": cpu / len(answers),
    }
