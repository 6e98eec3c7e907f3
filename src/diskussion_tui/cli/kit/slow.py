"""What takes longer than a moment says so, to a person at a terminal: a still prompt is taken for one that hangs."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSAID = 1.0
"""Seconds that pass before anything is said."""


@contextmanager
def said_if_slow(sentence: str) -> Iterator[None]:
    """Say what is being done, once it has taken a moment. A pipe is told nothing."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    timer = Timer(UNSAID, output.say, (sentence,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
