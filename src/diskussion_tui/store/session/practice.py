"""A throw-away copy of the example for practice, in the sessions' own folder so that nothing is written elsewhere."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.store.files.paths import session_files

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.store.files.fs import Fs

FOLDER = ".ovning"


def practice_copy(fs: Fs, example: Path, sessions: Path, tag: str) -> Path:
    """A copy of the example's session file in a folder of its own. Raises `OSError`."""
    source = min(session_files(example), default=example / "-")
    data = source.read_bytes()
    folder = sessions / FOLDER / tag
    fs.make_folder(folder)
    copy = folder / source.name
    handle = fs.open_new(copy)
    try:
        fs.write(handle, data)
    finally:
        fs.close(handle)
    return copy


def throw_away(copy: Path) -> None:
    """Remove a practice copy and the folder made for it; the practice folder too once it is empty."""
    practice = copy.parent.parent
    if practice.name != FOLDER:
        return  # not a practice copy: the folder is somebody's own
    shutil.rmtree(copy.parent, ignore_errors=True)
    with suppress(OSError):
        practice.rmdir()
