"""The process that the shell waits for, where the folder lies on a share: one that touches no share, and so can always end.

A call to a share that has gone away may be one that the system does not let go of, whatever it is asked: a process with such a
call stays until it is answered, and so does the prompt of the shell that started it. So the command runs in a second process,
and the first one hands on what it is told: signals down, stops and the end up. When all is said and saved the second one tells
so (`base/ending.py`); where the system then keeps it, the first one ends all the same. On disks of this machine there is one
process, as ever ([why](../../../../docs/decisions/0062-in-front-of-a-share.md)).

Linux only, where the mounts can be had without asking any of them.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import signal
import time
from contextlib import suppress
from typing import Final, NoReturn

from diskussion_tui.base import ending

LINGERS = 1.0
"""Seconds that a process has to end once it has told that all is done; a share that is merely slow answers by then."""
_HANDED_ON: Final = (signal.SIGHUP, signal.SIGTERM, signal.SIGUSR1, signal.SIGUSR2, signal.SIGWINCH)
_FROM_KEYS: Final = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU)
"""What a terminal sends to both of them; only where it comes from a program is it handed on."""
_HEARD: Final = (*_HANDED_ON, *_FROM_KEYS, signal.SIGCONT, signal.SIGCHLD, signal.SIGIO)
"""`SIGIO` says that the second process tells something."""
_PR_SET_PDEATHSIG: Final = 1


def stand_in_front() -> None:
    """Go on in a process of its own, with this one in front of it. To be called before there are threads.

    Returns in the second process; the first one ends when that does, and as that does.
    """
    hears, tells = os.pipe()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
    front = os.getpid()
    fcntl.fcntl(hears, fcntl.F_SETOWN, front)
    fcntl.fcntl(hears, fcntl.F_SETFL, os.O_NONBLOCK | os.O_ASYNC)
    second = os.fork()
    if second:
        os.close(tells)
        _Front(second, hears).stay()
    os.close(hears)
    _end_with(front)
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    ending.tell_to(tells)


def _end_with(front: int) -> None:
    """Have the system end this process where the one in front is killed: nobody would know of it any more."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != front:
        os._exit(0)


class _Front:
    """What the first process does: it hears signals, one after the other, and sleeps between them."""

    def __init__(self, second: int, hears: int) -> None:
        self._second, self._hears = second, hears
        self._code: int | None = None
        self._until = 0.0

    def stay(self) -> NoReturn:
        """Until the second process has ended, or has told that it is done and is not let go of."""
        while True:
            heard = self._next()
            if heard is None:
                os._exit(self._code or 0)
            number = heard.si_signo
            if number == signal.SIGCHLD:
                self._look()
            elif number == signal.SIGIO:
                self._hear_of_the_end()
            elif number == signal.SIGCONT:
                self._go_on()
            elif number in _HANDED_ON or heard.si_code <= 0:
                os.kill(self._second, number)

    def _next(self) -> signal.struct_siginfo | None:
        """The next signal; None where the second process has told its end and lingers."""
        if self._code is None:
            return signal.sigwaitinfo(_HEARD)
        left = self._until - time.monotonic()
        return signal.sigtimedwait(_HEARD, left) if left > 0 else None

    def _hear_of_the_end(self) -> None:
        with suppress(BlockingIOError):
            if told := os.read(self._hears, 1):
                self._code, self._until = told[0], time.monotonic() + LINGERS

    def _look(self) -> None:
        """Stop or end as the second process has."""
        found, status = os.waitpid(self._second, os.WNOHANG | os.WUNTRACED)
        if not found:
            return
        if os.WIFSTOPPED(status):
            os.kill(os.getpid(), signal.SIGSTOP)
        elif os.WIFSIGNALED(status):
            _die_of(os.WTERMSIG(status))
        else:
            os._exit(os.WEXITSTATUS(status))

    def _go_on(self) -> None:
        """After a stop: whoever continues only the process that they know of means both."""
        found, _status = os.waitpid(self._second, os.WNOHANG | os.WCONTINUED)
        if not found:
            os.kill(self._second, signal.SIGCONT)


def _die_of(number: int) -> NoReturn:
    """End as a process that a signal ended, so that the shell tells the same."""
    with suppress(OSError):  # SIGKILL is nobody's to set
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {number})  # of the others some may wait still
    os.kill(os.getpid(), number)
    os._exit(128 + number)
