"""Trying a folder: whether it takes anything at all, and what its file system cannot do.

What it cannot do the program does another way (`store/files/`); here it is only found out, so that it can be said once.
"""

from __future__ import annotations

import os
import secrets
import sys
from typing import TYPE_CHECKING

from diskussion_tui.base.refused import symbol
from diskussion_tui.store.files import lock
from diskussion_tui.store.files.atomic import NO_LINKS, NO_REPLACING
from diskussion_tui.store.files.ground import open_folder
from diskussion_tui.store.files.rights import can_set

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.store.files.fs import Fs

CANNOT = NO_LINKS | NO_REPLACING
LACKS = ("lacks_locks", "lacks_sync", "lacks_links", "lacks_replacing", "lacks_rights")
"""What a folder can lack, as the codes of what is told."""


def trial(fs: Fs, folder: Path) -> str:
    """Write a little into a folder and take it away again; why that could not be done, empty where it could."""
    path = _name(folder)
    try:
        handle = fs.open_new(path)
        try:
            fs.write(handle, bytes(4_096))
            fs.sync(handle)
        finally:
            fs.close(handle)
            fs.remove(path)
    except OSError as error:
        return symbol(error)
    return ""


def lacking(fs: Fs, folder: Path) -> tuple[str, ...]:
    """Which of `LACKS` a folder lacks that can be written to, found by doing it once. Raises `OSError` where that is refused."""
    one, other = _name(folder), _name(folder)
    handle = fs.open_new(one)
    try:
        has = {
            "lacks_locks": lock.has_locks(handle),
            "lacks_rights": can_set(handle),
            "lacks_sync": _can(lambda: os.fsync(handle)) and _folder_syncs(folder),
            "lacks_links": _can(lambda: fs.link_new(one, other)),
        }
    finally:
        fs.close(handle)
    try:
        fs.remove(other)
        os.close(fs.open_new(other))
        has["lacks_replacing"] = _can(lambda: fs.replace(one, other))
    finally:
        for path in (one, other):
            fs.remove(path)
    return tuple(code for code in LACKS if not has[code])


def _folder_syncs(folder: Path) -> bool:
    if sys.platform == "win32":  # it has no such call and needs none
        return True
    handle = open_folder(folder)
    try:
        return _can(lambda: os.fsync(handle))
    finally:
        os.close(handle)


def _can(call: Callable[[], None]) -> bool:
    """Whether a call does what it says, or the file system has none. What is refused counts as there."""
    try:
        call()
    except OSError as error:
        return error.errno not in CANNOT
    return True


def _name(folder: Path) -> Path:
    return folder / f".prov.{os.getpid()}-{secrets.token_hex(3)}"
