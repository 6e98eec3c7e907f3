"""A discussion that was not begun here: its file among the others, and what it was read from kept as it came.

The original goes first: a discussion that stands here always has the file beside it that it can be held against. It lies in
`original/`, called after its own name, the discussion's id and what it holds, with its SHA-256 in the form that `sha256sum -c` reads. By
the id it is found when the discussion is removed for good.
"""

from __future__ import annotations

import hashlib
import time
from contextlib import contextmanager, suppress
from pathlib import PurePath
from typing import TYPE_CHECKING

from diskussion_tui.store.files.atomic import write_free
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.ground import LIVE, ORIGINALS, names_in, read_whole
from diskussion_tui.store.files.paths import file_names, safe_name
from diskussion_tui.store.session.journal import opened_alone
from diskussion_tui.store.session.report_file import make_workplace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

MAPPINGS = "formular"
"""The folder beside the discussions with the mappings of forms of others."""
_SHOWN = 12
"""So many digits of the hash stand in the name of an original."""
_MOST_SUFFIX = 10

_LOCK = "inlasning.lock"
_PAUSE = 0.1
"""Seconds between two looks at whether another program has read in what it had."""


@contextmanager
def one_at_a_time(folder: Path, fs: Fs | None = None) -> Iterator[None]:
    """Read into a folder while no other program does: of two that read the same files each would find them new. Raises `OSError`."""
    fs, was_there = fs or Fs(), folder.exists()
    path = folder / LIVE / _LOCK
    while (handle := _alone(fs, path)) is None:
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        fs.remove(path)
        fs.close(handle)
        with suppress(OSError):  # that of discussions is not empty, or will be made again
            fs.remove_folder(folder / LIVE)
            if not was_there:  # nothing came of it
                fs.remove_folder(folder)


def _alone(fs: Fs, path: Path) -> int | None:
    """The lock, open and taken; None where another has it, or has just taken its folder away."""
    with suppress(FileNotFoundError):
        fs.make_folder(path.parent)
        return opened_alone(fs, path)
    return None


def put_arrived(
    folder: Path,
    named: tuple[str, str, date],
    data: bytes,
    original: tuple[str, bytes] | None,
    session_id: str,
    fs: Fs | None = None,
) -> Path:
    """Put a discussion's file durably into a folder, and what it was read from beside it; which file it is. Raises `OSError`.

    `named` is prefix, name and day; `original` is the name and the bytes of what was read, None where that may not be kept. No file that is there is touched.
    """
    fs = fs or Fs()
    make_workplace(fs, folder)
    try:
        if original:
            _keep(fs, folder, session_id, *original)
        return write_free(fs, file_names(folder, *named), data, folder / LIVE)
    finally:
        with suppress(OSError):  # that of discussions is not empty, or will be made again
            fs.remove_folder(folder / LIVE)


def put_draft(folder: Path, name: str, text: str, fs: Fs | None = None) -> Path:
    """Put the draft of a mapping beside the discussions, in `formular/`; one that is there already is let alone. Raises `OSError`."""
    fs = fs or Fs()
    path = folder / MAPPINGS / f"{name}.toml"
    fs.make_folder(path.parent)
    fs.make_folder(folder / LIVE)
    with suppress(FileExistsError):
        write_free(fs, iter((path,)), text.encode(), folder / LIVE)
    with suppress(OSError):  # as above
        fs.remove_folder(folder / LIVE)
    return path


def originals_of(folder: Path, session_id: str) -> tuple[Path, ...]:
    """What a discussion was read from, as it is kept, with what tells the hash of each."""
    try:
        return tuple(sorted(one for one in names_in(folder / ORIGINALS) if f".{session_id}." in one.name))
    except OSError:
        return ()


def original_name(name: str, data: bytes, session_id: str) -> str:
    """What an original is called where it is kept."""
    given = PurePath(name)
    suffix = given.suffix[:_MOST_SUFFIX].lower()
    stem = safe_name(given.stem) or "fil"
    return f"{stem}.{session_id}.{hashlib.sha256(data).hexdigest()[:_SHOWN]}{suffix}"


def keep_original(folder: Path, session_id: str, name: str, data: bytes, fs: Fs | None = None) -> None:
    """Keep what a discussion was read or typed from beside it. Raises `OSError`."""
    fs = fs or Fs()
    make_workplace(fs, folder)
    try:
        _keep(fs, folder, session_id, name, data)
    finally:
        with suppress(OSError):  # that of discussions is not empty, or will be made again
            fs.remove_folder(folder / LIVE)


def sessions_of(folder: Path, name: str, data: bytes) -> tuple[str, ...]:
    """The ids of the discussions that have this original, whatever it was called."""
    end = original_name(name, data, "").rpartition("..")[2]
    try:
        names = [
            one.name.removesuffix(end).rpartition(".")
            for one in names_in(folder / ORIGINALS)
            if one.name.endswith(end)
        ]
    except OSError:
        return ()
    return tuple(rest.rpartition(".")[2] for rest, _, _ in names)


def _keep(fs: Fs, folder: Path, session_id: str, name: str, data: bytes) -> None:
    place = folder / ORIGINALS
    fs.make_folder(place)
    kept = place / original_name(name, data, session_id)
    told = f"{hashlib.sha256(data).hexdigest()}  {kept.name}\n".encode()
    for path, held in ((kept, data), (kept.with_name(f"{kept.name}.sha256"), told)):
        if not _holds(path, held):
            write_free(fs, iter((path,)), held, folder / LIVE)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_whole(path) == data
    except OSError:
        return False
