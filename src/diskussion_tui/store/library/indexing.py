"""What can be done with the index of a folder as a whole: how it stands, making it anew, and taking a discussion out of every one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.store.files.paths import session_files, size_of
from diskussion_tui.store.files.places import Places
from diskussion_tui.store.library.remembered import FEWEST
from diskussion_tui.store.library.where import index_of, indexes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Status:
    """How it stands with an index: where it lies or would lie, its bytes, and how many discussions it has of how many files."""

    path: Path
    size: int = 0
    discussions: int = 0
    files: int = 0
    fewest: int = FEWEST

    @property
    def is_there(self) -> bool:
        """Whether there is one."""
        return self.size > 0

    @property
    def few(self) -> bool:
        """Whether there are so few files that none is made."""
        return self.files < self.fewest


def status(folder: Path, refuge: Path | None = None, also: Iterable[Path] = ()) -> Status:
    """How it stands with the index of a folder and its refuge, and the others that are read as one with it. Makes none."""
    places = Places(folder, refuge, also).every
    path = index_of(places)
    files = sum(len(session_files(place)) for place in places)
    if not path.exists():
        return Status(path, files=files)
    from diskussion_tui.store.library.index import Index
    from diskussion_tui.store.library.index_schema import LostError, parts_of

    try:
        index = Index(path, make=False)
        count = len(index.rows())
        index.close()
    except LostError:
        return Status(path, files=files)
    return Status(path, sum(map(size_of, parts_of(path))), count, files)


def rebuilt(
    folder: Path, refuge: Path | None, told: Callable[[int, int], None], also: Iterable[Path] = ()
) -> Status | None:
    """Throw the index away and make it anew; `told` hears how far that has come. None where there is none afterwards."""
    from diskussion_tui.store.library.index_schema import remove
    from diskussion_tui.store.library.listing import Library

    try:
        remove(index_of(Places(folder, refuge, also).every))
    except OSError:
        return None
    library = Library(folder, refuge, also=also)
    library.refresh()
    count = len(library.entries)
    done = iter(range(count + 1))
    library.read(lambda: bool(told(next(done, count), count)))
    found = status(folder, refuge, also)
    return found if found.is_there or found.few else None


def forget(session_id: str) -> tuple[Path, ...]:
    """Take a discussion that was removed, or of which something was, out of every index on this machine; those that still hold it.

    An index that cannot be written is thrown away: it can be made anew, and what was removed must not stay.
    """
    return tuple(path for path in indexes() if not _forgotten(path, session_id))


def _forgotten(path: Path, session_id: str) -> bool:
    from diskussion_tui.store.library.index import Index
    from diskussion_tui.store.library.index_schema import LostError, remove

    try:
        index = Index(path, make=False)
        if index.forget(session_id) or index.is_marked():
            index.wipe()
        index.close()
    except LostError:
        try:
            remove(path)
        except OSError:
            return False
    return True
