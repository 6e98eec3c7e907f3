"""What a command says while a folder does not answer, and its end where it never does.

A call to a share that has gone away may never come back, and nothing wakes the thread that made it. So another thread looks on: it
knows that the command waits by the processor, of which one that waits uses nothing. A slow share that answers all the time is
no reason to say anything, however long it takes.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from diskussion_tui.base import ending
from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import GAVE_UP, Refused
from diskussion_tui.cli.kit.resting import rests

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from diskussion_tui.texts.catalogue import Texts

SAID_AFTER = 1.0
"""Seconds without an answer after which the shell says what it waits for."""
GIVES_UP = 30.0
"""Seconds without an answer after which a command gives up, unless `--patience` says otherwise."""
MOST = 1e6
"""No patience is longer than this: eleven days."""
LOOK = 0.25
"""Seconds between two looks."""
_ON_TIME = 2
"""So many times the pause between two looks count at most: somebody who gets no processor waits for that, not for a folder."""
_USED = 20e-6
"""Seconds of the processor that somebody has used who has had an answer: less than any call of ours takes."""


class Watchdog:
    """Looks on while a command runs. `clock` measures time, `used` the processor's time of everybody but the one who asks."""

    def __init__(
        self,
        patience: float,
        say: Callable[[], None],
        give_up: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
        used: Callable[[], float] = lambda: time.process_time() - time.thread_time(),
    ) -> None:
        self._patience, self._say, self._give_up = patience, say, give_up
        self._clock, self._processor = clock, used
        self._looked, self._used = clock(), used()
        self._waited = 0.0
        self._said = False

    def look(self) -> None:
        """Say that the command waits where it has for a while, and end it where it has for too long."""
        now, used = self._clock(), self._processor()
        late = now - self._looked
        self._looked = now
        if rests() or used - self._used > _USED:
            self._waited, self._used = 0.0, used
            return
        self._waited += min(
            late, _ON_TIME * LOOK
        )  # where we ourselves come late, it is the machine that is busy
        if self._waited >= self._patience:
            self._give_up()
        elif self._waited >= SAID_AFTER and not self._said:
            self._said = True
            self._say()


_watching: list[threading.Event] = []
"""What ends the looking on."""


def patience_of(arguments: Namespace, texts: Texts) -> float:
    """The seconds that `--patience` names. Raises `Refused` where they are none."""
    given = arguments.patience
    if given is None:
        return GIVES_UP
    try:
        seconds = float(given.replace(",", "."))
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < MOST:
        raise Refused(texts.waiting.no_seconds.format(given=clean_line(given)))
    return seconds


@contextmanager
def watched(folder: Callable[[], str], patience: float, texts: Texts) -> Iterator[None]:
    """Have a command looked on at that touches a folder."""

    def say() -> None:
        output.say(texts.waiting.in_shell.format(folder=folder(), seconds=f"{patience:g}"))

    def give_up() -> None:
        output.say(texts.waiting.gave_up.format(folder=folder(), seconds=f"{patience:g}"))
        ending.leave(GAVE_UP)  # the thread that waits cannot be woken

    dog, over = Watchdog(patience, say, give_up), threading.Event()
    _watching.append(over)

    def look_on() -> None:
        while not over.wait(LOOK):
            dog.look()

    threading.Thread(target=look_on, name="watchdog", daemon=True).start()
    try:
        yield
    finally:
        let_be()


def let_be() -> None:
    """Look on no more: from now on the screens say what they wait for."""
    while _watching:
        _watching.pop().set()
