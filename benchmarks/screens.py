"""The screens that are looked at while nobody presses anything: what they hold in memory, and what they do at rest."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import ours, peers
from benchmarks.fetch import ROOT
from benchmarks.terminal import Terminal

HELLO = "Textual hello"

_SETTLED = 0.3
"""Seconds without output or work: longer than any pause in a start."""


class Screens:
    """Opens one screen at a time, and waits until it has settled."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._discussions = ours.Discussions(scratch)
        self._env = peers.environment(scratch)

    @contextmanager
    def hello(self) -> Iterator[Terminal]:
        """The smallest Textual program."""
        with self._opened([sys.executable, "-m", "benchmarks.apps.hello"], "hello there", ROOT) as terminal:
            yield terminal

    @contextmanager
    def home(self, sessions: int, notes: int = 0) -> Iterator[Terminal]:
        """Home with so many discussions of so many notes."""
        folder = self._discussions.many(sessions, notes) if sessions else self._discussions.empty()
        with self._opened([ours.program(), "--sessions", folder], ours.HOME_MARKER) as terminal:
            yield terminal

    @contextmanager
    def discussion(self, notes: int) -> Iterator[Terminal]:
        """A discussion at the question that has so many notes."""
        folder = self._discussions.with_notes(notes)
        argv = [ours.program(), "start", ours.NAME, "--sessions", folder]
        with self._opened(argv, ours.WALK_MARKER, ready=ours.go_to_question) as terminal:
            yield terminal

    @contextmanager
    def _opened(
        self,
        argv: list[str | Path],
        marker: str,
        cwd: Path | None = None,
        ready: Callable[[Terminal], None] = lambda _: None,
    ) -> Iterator[Terminal]:
        with Terminal(argv, env=self._env, cwd=cwd or self._scratch) as terminal:
            terminal.wait_for(marker, timeout=60)
            ready(terminal)
            terminal.idle(_SETTLED, timeout=20)
            yield terminal
