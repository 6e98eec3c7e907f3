"""What one can choose at home: the things to do, then each discussion with the notes that were found in it, row by row.

A choice is known by an id: a thing's own, the path of a discussion's file, or that and which of the notes found in it. The board
draws the rows in view alone, so that ten thousand discussions cost a key no more than ten.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from diskussion_tui.workshop.folder import Entry, Hit, Hits

GO_ON, NEW, PRACTISE = "do:go-on", "do:new", "do:practise"
"""The things to do."""
MOST_NOTES = 3
"""So many notes that a search found are shown under a discussion."""
_NOTE = "\0"
"""Stands in the id of a note between its discussion's path and which of those found it is: no path holds it."""


class FoundRow(NamedTuple):
    """A row of what was found: a discussion, or the note of it that was found as number `note` (from 0)."""

    hit: Hit
    note: int | None = None


class FoundRows:
    """The rows of what a search found. Made anew for every key: nothing is read of a discussion until its row is drawn."""

    def __init__(self, hits: Hits) -> None:
        self.hits = hits
        self._starts = hits.lines(MOST_NOTES)

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, place: int) -> FoundRow:
        """What stands on a row."""
        hit, note = self._split(place)
        return FoundRow(self.hits[hit], note)

    def id_at(self, place: int) -> str:
        """The id of a row."""
        hit, note = self._split(place)
        path = self.hits.id_at(hit)
        return path if note is None else f"{path}{_NOTE}{note}"

    def place_of(self, row_id: str) -> int | None:
        """Which row has an id; None where none has."""
        path, _, note = row_id.partition(_NOTE)
        hit = self.hits.place_of(path)
        if hit is None:
            return None
        place = self._starts[hit] + (int(note) + 1 if note else 0)
        return place if place < self._starts[hit + 1] else None

    def has(self, row_id: str) -> bool:
        """Whether a row has an id."""
        return self.place_of(row_id) is not None

    def row_of(self, row_id: str) -> FoundRow | None:
        """The row that has an id; None where none has."""
        place = self.place_of(row_id)
        return None if place is None else self[place]

    def entry_of(self, row_id: str) -> Entry | None:
        """The discussion that a row belongs to; None where no row has the id."""
        return self.hits.entry_of(row_id.partition(_NOTE)[0])

    def _split(self, place: int) -> tuple[int, int | None]:
        hit = bisect_right(self._starts, place) - 1
        note = place - self._starts[hit]
        return hit, note - 1 if note else None


def moved(things: tuple[str, ...], rows: FoundRows, chosen: str, by: int) -> str:
    """What is chosen `by` rows further down (up where negative), from the things to do into the list and back."""
    place = rows.place_of(chosen)
    if place is not None:
        place += len(things)
    else:
        place = things.index(chosen) if chosen in things else 0
    place = max(0, min(place + by, len(things) + len(rows) - 1))
    return things[place] if place < len(things) else rows.id_at(place - len(things))
