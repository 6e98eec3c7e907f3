"""Signals, and a terminal that goes away: what ends or stops the program from outside saves first.

A signal handler in Python runs in the middle of anything, and would wait for ever for a lock that is held there. So none
does anything: the interpreter writes the signals' numbers into a pipe, and a thread of its own reads them and hands them to
the app. The same thread waits for the terminal to hang up, which nobody tells a program that has no controlling terminal or
ignores SIGHUP: Textual would read its end for ever, with all of a processor. Where the app does not answer, because it waits
for a terminal or a disk that takes nothing, the thread ends the program itself. Unix only.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from typing import TYPE_CHECKING, Final

from diskussion_tui.base import ending
from diskussion_tui.tui.toolkit.window import Window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

    from diskussion_tui.tui.app import DiskussionApp

_ENDS: Final = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
_RESTS: Final = (signal.SIGTSTP, signal.SIGCONT)
_ANSWER: Final = 1.5
"""Seconds in which the app begins to close, or has left once all is saved; longer, and the terminal takes nothing."""
_PATIENCE: Final = 10.0
"""Seconds for saving. What is in the journal by then is safe, and the next start brings it back."""
_POLL_TELLS: Final = sys.platform == "linux"
_LOOK_AGAIN: Final = None if _POLL_TELLS else 5_000
"""Milliseconds between two looks at whether the terminal has gone, where polling does not tell: macOS refuses terminals."""


class SignalListener:
    """Hears for an app what comes from outside. `listen` before the terminal is switched over, `over` when all is done."""

    def __init__(self, app: DiskussionApp) -> None:
        self._app = app
        self._window = Window(sys.stdin.fileno())
        self._begun = threading.Event()
        self._saved = threading.Event()
        self._over = threading.Event()
        self._poll = select.poll()
        self._pipe = -1

    def listen(self) -> None:
        """Begin to hear. To be called in the main thread, once its loop runs."""
        self._pipe, told = os.pipe()
        os.set_blocking(told, False)
        signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        self._poll.register(self._pipe, select.POLLIN)
        if _POLL_TELLS:
            self._poll.register(self._window.fileno, 0)  # for nothing but the hang-up: no key wakes it
        for number in _ENDS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup, or a script that wants us to stay
                signal.signal(number, _told)
        self._app.call_later(self._hear_rests)
        threading.Thread(target=self._hear, name="signals", daemon=True).start()

    def over(self) -> None:
        """Everything is saved and the terminal given back; a further signal changes nothing."""
        self._over.set()

    # ---- the thread ----------------------------------------------------------------------------------------------

    def _hear(self) -> None:
        while True:
            for number in self._next():
                if number in _ENDS:
                    self._see_to_the_end(128 + number)
                    return
                if number in _RESTS:
                    self._app.call_later(self._rest if number == signal.SIGTSTP else self._wake)

    def _next(self) -> Sequence[int]:
        """Wait for signals; a terminal that has gone is as good as SIGHUP."""
        ready = dict(self._poll.poll(_LOOK_AGAIN))
        lost = self._window.fileno in ready or (not ready and self._window.has_gone())
        return (signal.SIGHUP,) if lost else os.read(self._pipe, 64)

    def _see_to_the_end(self, code: int) -> None:
        """Have the app save and leave; do both here where it does not."""
        self._app.call_later(self._leave, code)
        if not self._begun.wait(_ANSWER):
            threading.Thread(target=self._save, daemon=True).start()
        self._saved.wait(_PATIENCE)
        if not (self._begun.is_set() and self._over.wait(_ANSWER)):
            self._window.give_back()
            ending.leave(code)

    def _save(self) -> str:
        unsaved = self._app.close_discussion()
        self._saved.set()
        return unsaved

    # ---- in the app's turn ---------------------------------------------------------------------------------------

    def _leave(self, code: int) -> None:
        self._begun.set()
        unsaved = self._save()
        if self._window.has_gone():
            ending.leave(code)  # no screen is left to tidy, and Textual would wait for it
        self._app.exit(code, message=unsaved or None)

    def _hear_rests(self) -> None:
        """Hear SIGTSTP and SIGCONT in the driver's stead: it starts a second time when it was stopped by SIGSTOP."""
        for number in _RESTS:
            signal.signal(number, _told)

    def _rest(self) -> None:
        """Stop, as the shell asks; everything is saved, and the terminal is the shell's until we are continued."""
        if self._begun.is_set():
            return
        self._app.save()
        with self._app.suspend():
            self._stop()

    def _wake(self) -> None:
        """After a stop that nobody announced: switch the terminal over anew, whoever has used it meanwhile."""
        if self._begun.is_set():
            return
        if not self._window.is_ours():
            self._stop()
        with self._app.suspend():
            pass

    def _stop(self) -> None:
        """Sleep until we are continued in the foreground."""
        signal.signal(signal.SIGCONT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGSTOP)
        while not self._window.is_ours():
            os.kill(os.getpid(), signal.SIGSTOP)
        signal.signal(signal.SIGCONT, _told)


def _told(_number: int, _frame: FrameType | None) -> None:
    """Do nothing; that there is a handler makes the interpreter write into the pipe."""
