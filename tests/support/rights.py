"""Rights that hold for root too: what a folder may not have done to it, nobody does."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_VERSION = 0x20080522
_OVERRIDES = 0b110
"""The first word's bits of what lets root pass over a file's rights: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""


@contextmanager
def only_to_be_read(folder: Path) -> Iterator[None]:
    """A folder in which nothing can be written meanwhile, by root neither; that it is so is tried first."""
    mode = folder.stat().st_mode
    folder.chmod(0o555)
    try:
        with _as_everybody():
            with pytest.raises(PermissionError):
                (folder / "prov").touch()
            yield
    finally:
        folder.chmod(mode)


@contextmanager
def _as_everybody() -> Iterator[None]:
    """Without root's leave to pass over rights, in this thread and those that it begins."""
    if sys.platform != "linux" or os.geteuid():
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    head, held = (ctypes.c_uint32 * 2)(_VERSION, 0), (ctypes.c_uint32 * 6)()
    _must(libc.capget(head, held))
    effective = held[0]
    try:
        held[0] = effective & ~_OVERRIDES
        _must(libc.capset(head, held))
        yield
    finally:
        held[0] = effective
        _must(libc.capset(head, held))


def _must(failed: int) -> None:
    if failed:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
