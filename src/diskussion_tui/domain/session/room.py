"""How much a discussion holds, and when it is full: before its file has more than the program itself would read.

A file that is too large is opened by nobody. So new words are refused while there is still room for what must always be
possible: removing for good, the discussion's own details, making it final.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diskussion_tui.domain.session.records import Draft, Head, Purge
from diskussion_tui.domain.session.refusals import FullError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session.records import Record

MOST_BYTES = 40_000_000
"""More words than this are not taken down in one discussion; its file may have a fourth more."""
MOST_VERSIONS = 250_000
"""Nor more versions of notes and other things."""
_EACH = 600
"""More bytes than any version takes besides its words."""
_WORDS = ("text", "objection", "wording", "edited", "name", "group", "owner", "places", "sources", "notes")
_AS_STRUCTURE = ("\n[", "\n<", "\n=", "\n>", "\n|")
"""Lines that count as the beginning of something where a file is looked over before it is read."""


class Room:
    """What a discussion holds, counted as it grows."""

    def __init__(self, versions: Iterable[Record] = ()) -> None:
        self._bytes = self._versions = 0
        self.holds(versions)

    def holds(self, versions: Iterable[Record]) -> None:
        """Count what has come."""
        size, number = _weight(versions)
        self._bytes += size
        self._versions += number

    def guard(self, versions: tuple[Record, ...]) -> None:
        """Raise `FullError` where there is no room for a change, but for those that must always be possible."""
        if all(isinstance(one, Head | Purge | Draft) for one in versions):
            return
        size, number = _weight(versions)
        if self._bytes + size > MOST_BYTES or self._versions + number > MOST_VERSIONS:
            raise FullError


@cache
def _words_of(kind: type[Record]) -> tuple[str, ...]:
    """Which fields of a record have words: of ten thousand notes none is asked for what only others have."""
    return tuple(name for name in _WORDS if hasattr(kind, name))


def _weight(versions: Iterable[Record]) -> tuple[int, int]:
    """At least the bytes that some versions take in a file, and as how many beginnings they count there."""
    size = number = 0
    for one in versions:
        number += 1
        size += _EACH
        for name in _words_of(type(one)):
            said = getattr(one, name)
            if not said:
                continue
            if isinstance(said, tuple):
                size += sum(len(part.encode()) + 8 for part in said)
            else:
                size += len(said.encode()) + said.count('"') + said.count("\\") + said.count("\n")
                if "\n" in said:
                    number += sum(map(f"\n{said}".count, _AS_STRUCTURE))  # it begins on a line of its own
    return size, number
