"""Leading at the prompt: hear a line, do it, until somebody closes, the input ends, or the system says stop.

A second thread sees to the clock while nobody types: without its look every few seconds the time between two lines would count as
a lid that was closed. It and the prompt take turns.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from diskussion_tui.line.ears import BrokenOffError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.line.ears import Ears
    from diskussion_tui.line.evening import Evening

BEAT = 5.0
"""Seconds between two looks at the clock."""


def lead(evening: Evening, ears: Ears) -> None:
    """Lead a discussion until it is closed. Whatever ends it, it is closed."""
    turn = threading.Lock()
    evening.edits = ears.edits

    def look(begun: str) -> None:
        """Told of half a line, in the prompt's own thread: where the clock has the turn, the next look is soon."""
        if turn.acquire(blocking=False):
            try:
                evening.half(begun)
            finally:
                turn.release()

    ears.tells = look if ears.edits else None
    try:
        with _beating(evening, turn):
            with turn:
                evening.begin()
            while not evening.over:
                with turn:
                    evening.overheard()
                    prompt, begun = evening.prompt(), evening.half_typed
                _hear(evening, ears, turn, prompt, begun)
    finally:
        if not evening.over:
            evening.cut_off(ears.left)


def _hear(evening: Evening, ears: Ears, turn: threading.Lock, prompt: str, begun: str) -> None:
    try:
        typed = ears.hear(prompt, begun)
    except BrokenOffError as error:
        with turn:
            evening.interrupted(error.begun)
        return
    with turn:
        if typed is None:
            evening.cut_off(ears.left)
        else:
            evening.take(typed)


@contextmanager
def _beating(evening: Evening, turn: threading.Lock) -> Iterator[None]:
    ended = threading.Event()

    def beat() -> None:
        while not ended.wait(BEAT):
            with turn:
                if not evening.over:
                    evening.workshop.timing.tick()

    thread = threading.Thread(target=beat, name="beat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
