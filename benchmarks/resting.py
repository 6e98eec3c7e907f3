"""A program left alone: how often it wakes, what it sends and what it costs a second, counted in one way for every screen."""

import time
from collections.abc import Mapping

from benchmarks.processes import wake_ups
from benchmarks.terminal import Terminal

_WINDOW = 5.0
"""Seconds that are counted: as many as there are between two looks at the clock in the header."""


def at_rest(terminal: Terminal, calm: float) -> Mapping[str, float]:
    """Leave a program alone for `calm` seconds, and then count `wakes`, `bytes` and seconds of `cpu`, each a second."""
    terminal.listen(calm)
    woken, sent, cpu = wake_ups(terminal.pid), len(terminal.output), terminal.cpu()
    start = time.perf_counter()
    terminal.listen(_WINDOW)
    seconds = time.perf_counter() - start
    return {
        "wakes": (wake_ups(terminal.pid) - woken) / seconds,
        "bytes": (len(terminal.output) - sent) / seconds,
        "cpu": (terminal.cpu() - cpu) / seconds,
    }
