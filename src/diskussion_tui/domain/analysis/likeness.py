"""Which notes are like one: an index of parts of words, looked up rarest first and only so far, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diskussion_tui.domain.analysis.words import Word

ALIKE = 0.28
"""From what likeness on (0 to 1) a note is called like another."""
_SIZE = 4
_STEPS = 4_000
"""So many entries of the index are followed for a lookup, at most."""


class Likeness:
    """An index of notes by the parts of their words."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[str, ...]] = {}
        self._having: defaultdict[str, list[str]] = defaultdict(list)
        self._lengths: dict[str, float] = {}

    def __contains__(self, note: object) -> bool:
        """Whether a note is in the index."""
        return note in self._parts

    def add(self, note: str, words: Sequence[Word]) -> None:
        """Take in a note."""
        self._parts[note] = parts = _parts_of(words)
        self._lengths.clear()
        for part in parts:
            self._having[part].append(note)

    def near(
        self, words: Sequence[Word], but: str = "", least: float = ALIKE, most: int = 50
    ) -> list[tuple[str, float]]:
        """The notes that are like some words, the likest first, each with how much."""
        asked = _parts_of(words)
        counted: defaultdict[str, float] = defaultdict(float)
        left = _STEPS
        for part in sorted(
            (one for one in asked if one in self._having), key=lambda one: (len(self._having[one]), one)
        ):
            having = self._having[part]
            if left <= 0:
                break
            left -= len(having)
            weight = self._weight(part) ** 2
            for note in having[: max(0, left + len(having))]:
                counted[note] += weight
        counted.pop(but, None)
        length = self._length(asked)
        few = nlargest(most * 2, counted, key=lambda note: (counted[note], note))
        degrees = ((note, counted[note] / (length * self._length_of(note) or 1)) for note in few)
        found = sorted((one for one in degrees if one[1] >= least), key=lambda one: (-one[1], one[0]))
        return found[:most]

    def _length_of(self, note: str) -> float:
        if note not in self._lengths:
            self._lengths[note] = self._length(self._parts[note])
        return self._lengths[note]

    def _length(self, parts: Iterable[str]) -> float:
        return sqrt(sum(self._weight(part) ** 2 for part in parts))

    def _weight(self, part: str) -> float:
        having = self._having.get(part)
        return log(1 + len(self._parts) / (1 + (len(having) if having else 0)))


def _parts_of(words: Sequence[Word]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for word in words:
        padded = f" {word.stem} "
        for at in range(max(1, len(padded) - _SIZE + 1)):
            found[padded[at : at + _SIZE]] = None
    return tuple(found)
