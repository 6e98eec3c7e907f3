"""Whose a file is, told from its first lines: without reading the rest of it, and without what reads the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diskussion_tui.store.files.ground import read_start
from diskussion_tui.store.files.parallel import each

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LENGTH = 4_096
"""How far into a file its session's id is looked for: it is among the first lines."""
_ID = re.compile(rb'id = "([A-Za-z0-9-]{1,64})"')


def may_hold(path: Path, session_id: str) -> bool:
    """Whether a file names a session's id among its first lines."""
    return f'id = "{session_id}"'.encode() in _beginning(path)


def those_that_may_hold(paths: Iterable[Path], session_id: str, *, slow: bool = False) -> list[Path]:
    """Those of some files that name a session's id among their first lines, in their order. `slow` says that the disk is."""
    paths = list(paths)
    found = each(lambda path: may_hold(path, session_id), paths, slow=slow)
    return [path for path, holds in zip(paths, found, strict=True) if holds]


def ids_named_in(path: Path) -> tuple[str, ...]:
    """The ids among a file's first lines: each that `may_hold` says the file may hold."""
    return tuple(dict.fromkeys(found.decode() for found in _ID.findall(_beginning(path))))


def _beginning(path: Path) -> bytes:
    try:
        return read_start(path, _LENGTH)
    except OSError:
        return b""
