"""Files in the making that a killed program has left, wherever the program writes one: found by the names that only it gives.

Beside the discussions they lie in `.live`, where `scan.py` looks at them one by one, since they may hold notes. What is handed out or
kept of a compilation is made in the folder that it goes into, and so are settings. There a file is the program's own where it is called
as `store/files/atomic.py` calls one, with the process and six digits, and is a regular file that nothing else leads to.
"""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

from diskussion_tui.store.compiling.folder import FILE, VERSION, UnreadableCompilationError, folders_in, read
from diskussion_tui.store.compiling.taking import Taking
from diskussion_tui.store.files.ground import names_in, read_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_OURS = re.compile(r"(?P<of>.+)\.\d{1,10}-[0-9a-f]{6}\.ny|\.prov\.\d{1,10}-[0-9a-f]{6}", re.DOTALL)
"""A file in the making, and what a folder is tried with."""


def left_over(folder: Path, also: Iterable[Path] = ()) -> tuple[Path, ...]:
    """What was left in a folder of discussions, in those of its compilations, and in some other folders that are written into."""
    try:
        compiled = folders_in(folder)
    except OSError:
        compiled = []
    places = dict.fromkeys((folder, *compiled, *also))
    return tuple(path for place in places for path in sorted(_in(place)))


def holds_words(path: Path) -> bool:
    """Whether it is the file of a compilation, whole, with a text or quotes that the one that stands there does not have."""
    found = _OURS.fullmatch(path.name)
    if not found or found["of"] != FILE:
        return False
    try:
        taking = Taking(read_whole(path).decode("utf-8-sig"))
        made = taking.kept(VERSION)
        if made is None or taking.faults:
            return False  # half of it: whoever wrote it has not been told that it is kept
        stands = read(path.parent)
    except UnicodeDecodeError:
        return False
    except (OSError, UnreadableCompilationError):
        return True
    return (made.text, made.quotes) not in {(stands.text, stands.quotes), ("", ())}


def _in(folder: Path) -> Iterator[Path]:
    try:
        names = [one for one in names_in(folder) if _OURS.fullmatch(one.name)]
    except OSError:
        return
    for path in names:
        try:
            about = path.lstat()
        except OSError:
            continue
        if stat.S_ISREG(about.st_mode) and about.st_nlink == 1:
            yield path
