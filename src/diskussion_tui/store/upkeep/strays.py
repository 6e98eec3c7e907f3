"""What lies in and below a folder of discussions that is none of the program's: where removed words may stand all the same.

Editors keep a copy beside the file, people make folders for what is done, synchronisers keep earlier versions. None of that is
ours to remove, but whoever removes something for good must be told where it still stands, and what nobody looked into: words
may stand there too.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.store.files.ground import LIVE, PRACTICE, ShutError, read_whole
from diskussion_tui.store.files.paths import NOTHING_THERE, RESERVE
from diskussion_tui.store.session.removals import is_record
from diskussion_tui.store.upkeep.documents import SealedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from diskussion_tui.store.upkeep.scan import Inventory

_MOST = 20_000
"""So many files are looked into: a folder with more of them is something else than a folder of discussions."""
_SHUT = frozenset({"unreadable", "too_large", "linked"})
"""Why a file was not looked into that may hold words."""


@dataclass(frozen=True, slots=True)
class Strays:
    """What nobody removes: the files that hold something, and those, or whole folders, that were not looked into."""

    found: tuple[Path, ...]
    shut: tuple[Path, ...]


def strays(
    places: Iterable[Path], seen: Inventory, session_id: str, tells: Callable[[Path, bytes], bool]
) -> Strays:
    """What lies in and below some folders and is none of what was `seen`, and of whose bytes `tells` says that they hold it.

    `tells` raises `SealedError` where it cannot say. Also what may be the session's and could not be looked into, wherever it lies. A refuge is looked through with all that lie
    beside it: the folder may have had another name once.
    """
    known = {one.path for one in (*seen.files, *seen.logs)}
    known |= {*seen.aside, *seen.half_made, *seen.unknown, *seen.locks}
    found: list[Path] = []
    shut = _not_looked_into(seen, session_id)
    within = dict.fromkeys(one.parent if one.parent.name == RESERVE else one for one in places)
    reached = [os.path.realpath(one) for one in within]
    for number, path in enumerate(path for place in within for path in _below(place, shut)):
        if number == _MOST:
            shut += within
            break
        if path in known or (path.parent.name == LIVE and is_record(path)):
            continue
        if path.is_symlink():
            if not _leads_into(path, reached):
                shut.append(path)
            continue
        try:
            if tells(path, read_whole(path)):
                found.append(path)
        except SealedError:
            shut.append(path)
        except OSError as error:
            if _is_shut(error):
                shut.append(path)
    return Strays(tuple(found), tuple(dict.fromkeys(shut)))


def _not_looked_into(seen: Inventory, session_id: str) -> list[Path]:
    """What of a folder and its refuge may be a session's and was not looked into."""
    shut = [folder for folder, _error in seen.shut]
    shut += [one.path for one in seen.files if one.fault in _SHUT]
    shut += [one.path for one in seen.logs_of(session_id) if one.why in _SHUT]
    for path in (*seen.aside, *seen.half_made, *seen.unknown):
        try:
            read_whole(path)
        except OSError as error:
            if _is_shut(error):
                shut.append(path)
    return shut


def _is_shut(error: OSError) -> bool:
    """Whether something is there that may hold words, and could not be read."""
    if isinstance(error, ShutError):
        return error.code in _SHUT
    return error.errno not in NOTHING_THERE


def _below(place: Path, shut: list[Path]) -> Iterator[Path]:
    """Every file in and below a folder, through no link, and the links to folders; what somebody practises on is no discussion."""

    def refused(error: OSError) -> None:
        if error.filename and _is_shut(error):
            shut.append(Path(error.filename))

    for folder, inner, names in os.walk(place, onerror=refused):
        yield from (path for name in sorted(inner) if (path := Path(folder, name)).is_symlink())
        inner[:] = sorted(name for name in inner if name != PRACTICE)
        yield from (Path(folder, name) for name in sorted(names))


def _leads_into(link: Path, reached: Iterable[str]) -> bool:
    """Whether a link leads to nothing, or to what is looked into anyway."""
    with suppress(OSError, ValueError):
        target = os.path.realpath(link)
        if not os.path.lexists(target):
            return True
        return any(os.path.commonpath((target, place)) == place for place in reached)
    return False
