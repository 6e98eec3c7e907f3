"""What lies in and below a folder of discussions that is none of the program's: where removed words may stand all the same.

Editors keep a copy beside the file, people make folders for what is done, synchronisers keep earlier versions. None of that is
ours to remove, but whoever removes something for good must be told where it still stands.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.store.files.ground import PRACTICE, read_whole
from diskussion_tui.store.session.removals import is_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from diskussion_tui.store.upkeep.scan import Inventory

_MOST = 20_000
"""So many files are looked into: a folder with more of them is something else than a folder of discussions."""


def strays(places: Iterable[Path], seen: Inventory, tells: Callable[[bytes], bool]) -> list[Path]:
    """The files in and below some folders that are none of those `seen`, and of whose bytes `tells` says that they hold it."""
    known = {one.path for one in (*seen.files, *seen.logs)}
    known |= {*seen.aside, *seen.half_made, *seen.unknown, *seen.locks}
    found: list[Path] = []
    for number, path in enumerate(path for place in places for path in _below(place)):
        if number == _MOST:
            break
        if path not in known and not is_record(path) and tells(_bytes(path)):
            found.append(path)
    return found


def _below(place: Path) -> Iterator[Path]:
    """Every file in and below a folder, through no link; what somebody practises on is no discussion."""
    for folder, inner, names in os.walk(place):
        inner[:] = sorted(name for name in inner if name != PRACTICE)
        yield from (Path(folder, name) for name in sorted(names))


def _bytes(path: Path) -> bytes:
    try:
        return b"" if path.is_symlink() else read_whole(path)
    except OSError:
        return b""
