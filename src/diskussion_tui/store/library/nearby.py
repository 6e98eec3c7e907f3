"""The newest discussions, kept in memory as far as counting their notes takes: what stands on a screen first is counted first.

Of a folder with few notes these are all of them. Of a larger one it is as much as is looked through in a few milliseconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from diskussion_tui.store.library.look import Look
    from diskussion_tui.store.library.packed import Packed

_AT_A_TIME = 50
"""So many discussions are taken out of the index at a time."""
_AT_HAND = 1_500_000
"""So much is kept, as `Packed.weight` weighs it."""


class Near:
    """What is kept of the newest, by their numbers in the index."""

    def __init__(self) -> None:
        self._packs: dict[int, Packed] = {}

    def reach(self, look: Look, connection: sqlite3.Connection) -> list[Packed | None]:
        """The newest discussions of a look, from the first on: None where nothing of one has been read yet."""
        from diskussion_tui.store.library.index_find import light

        kept, weight = dict(self._packs), 0
        used: dict[int, Packed] = {}
        found: list[Packed | None] = []
        for begin in range(0, len(look.indexed), _AT_A_TIME):
            rows = look.indexed[begin : begin + _AT_A_TIME]
            lacking = [row.no for row in rows if row and row.no not in kept]
            if lacking:
                kept |= light(connection, lacking)
            for place, row in enumerate(rows, begin):
                if row and row.no in kept:
                    used[row.no] = kept[row.no]
                found.append(kept.get(row.no) if row else look.packs[place])
                weight += pack.weight if (pack := found[-1]) else 0
            if weight > _AT_HAND:
                break
        self._packs = used
        return found
