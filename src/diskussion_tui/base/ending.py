"""The end of the process: told to whoever stands in front of it, where somebody does, and not always granted by the system.

A process that waits for a share which never answers can be told to end and not end: the system keeps it, and the shell with it.
Where a command may meet one, another process stands in front (`cli/kit/in_front.py`); whoever ends this one tells it here.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn

_teller: list[int] = []
"""The end of a pipe to whoever stands in front, while somebody does and has not been told."""


def tell_to(pipe: int) -> None:
    """Somebody stands in front from now on, and reads the end from a pipe."""
    _teller.append(pipe)


def told(code: int) -> int:
    """Tell that all is done but for the process's own end, with its exit code; that is given back.

    Nothing can be printed afterwards: the terminal or pipe is let go of, so that nobody waits for that instead.
    """
    while _teller:
        pipe = _teller.pop()
        for stream in (sys.stdout, sys.stderr):
            with suppress(
                OSError, ValueError, RuntimeError
            ):  # a signal may have come in the middle of a print
                stream.flush()
        nothing = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(nothing, standard)
        os.close(nothing)
        with suppress(OSError):
            os.write(pipe, bytes([code & 0xFF]))
        os.close(pipe)
    return code


def leave(code: int) -> NoReturn:
    """End the process at once, whatever its threads wait for."""
    os._exit(told(code))
