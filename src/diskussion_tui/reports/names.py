"""Names of discussions in a column: where one must be cut, what tells it from the others stays.

One mechanism for every list, screen and table, so that no two rows of one look the same.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from diskussion_tui.reports.cells import cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_HEAD = 6
"""So many characters of its beginning a name keeps where its middle is left out."""
MOST_OF_A_FOLDER = 14
"""A folder's name has so many cells at most."""


class Names:
    """The names of a list, to be told apart. Where it is of several folders, `folder` says which a file lies in."""

    def __init__(
        self,
        names: Iterable[str],
        folder: Callable[[Path], str] = lambda _path: "",
        folders: Iterable[str] = (),
    ) -> None:
        self._names = list(names)
        self.longest = max(map(len, self._names), default=0)
        self.folder = folder
        self.widest = min(MOST_OF_A_FOLDER, max(map(cells, folders), default=0))

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(set(self._names))

    def shown(self, name: str, room: int) -> str:
        """A name in at most `room` cells: its end left out where what tells it from the others is seen all the same, else its middle."""
        if cells(name) <= room:
            return name
        start, end = self._apart(name)
        if end < room:
            return f"{name[: room - 1]}…"
        tail = name[start:]
        head = name[: max(_HEAD, room - len(tail) - 1)].rstrip()
        left = room - len(head) - 1
        return f"{head}…{tail if len(tail) <= left else f'{tail[: max(0, left - 1)]}…'}"

    def _apart(self, name: str) -> tuple[int, int]:
        """Where the word begins, and ends, in which a name differs from the other that is most like it."""
        place = bisect_left(self._sorted, name)
        others = [*self._sorted[max(0, place - 1) : place], *self._sorted[place + 1 : place + 2]]
        shared = max((_shared(name, other) for other in others), default=0)
        end = name.find(" ", shared)
        return name.rfind(" ", 0, shared) + 1, end if end >= 0 else len(name)


def _shared(one: str, other: str) -> int:
    """How many characters two names begin with alike."""
    differing = (place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right)
    return next(differing, min(len(one), len(other)))
