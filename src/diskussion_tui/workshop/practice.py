"""Practice: a throw-away copy of the example, opened like any discussion and gone when it is closed."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.session.practice import practice_copy, throw_away

if TYPE_CHECKING:
    from pathlib import Path


def copy_for_practice(example: Path, sessions: Path) -> Path:
    """A fresh copy of the example's file. Raises `OSError`."""
    return practice_copy(Fs(), example, sessions, secrets.token_hex(4))


def end_practice(copy: Path) -> None:
    """Remove what practice left behind; a disk that refuses keeps it, and `doctor` tells of it."""
    with suppress(OSError):
        throw_away(Fs(), copy)
