"""What a search found: which discussions, and how many notes in each. The notes are taken out when they are asked for.

A screen shows three notes of each discussion in view, and says how many there are in all. Setting every note that a
letter finds as a tuple would be nine tenths of the search.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, overload

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.query.grammar import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.store.library.packed import Packed


class Shown(NamedTuple):
    """A note as lists show it: its kind, its clean text, its supporters, the question that it answers, and its id.

    `by` is what it was found by where its own text does not hold the words: an objection, or a note that was merged into it.
    """

    kind: str
    text: str
    supporters: int
    question: str
    id: str
    by: str = ""


def sought_in_notes(name: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that a note must hold of those looked for: those that do not stand in the discussion's folded name already.

    All of them where all do: then the discussion is found by its name, and these are the notes that say the same.
    """
    rest = tuple(word for word in words if word not in name)
    return rest or words


def found_by(text: str, also: Iterable[str], words: Sequence[str]) -> str:
    """Of the other texts of a note that one by which it was found; empty where its own holds every one of the folded `words`."""
    lacking = [word for word in words if word not in text]
    return next((one for one in also if any(word in one for word in lacking)), "") if lacking else ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A discussion that a search found, and how many of its notes match: those that hold every one of `words`."""

    entry: Entry
    count: int
    _packed: Packed | None
    words: tuple[str, ...]
    _listed: tuple[Shown, ...] | None = None

    @property
    def notes(self) -> tuple[Shown, ...]:
        """The notes that match."""
        return self.first(None)

    def first(self, most: int | None) -> tuple[Shown, ...]:
        """The first `most` of the notes that match; all of them without one."""
        if self._listed is not None:
            return self._listed[:most]
        return self._packed.found(self.words, most) if self.count and self._packed else ()


class Hits(Sequence[Hit]):
    """The discussions that a search found, in the library's order. `counts` says how many notes of each match.

    An `id` is the path of a discussion's file as text.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        numbers: Mapping[str, int],
        known: Callable[[int], Packed | None],
        words: tuple[str, ...] = (),
        found: tuple[Sequence[int], Sequence[int]] | None = None,
        listed: Sequence[tuple[Shown, ...]] | None = None,
        *,
        loose: bool = False,
    ) -> None:
        """`numbers` says where each id stands among all entries; `found` are the numbers of those found, and the counts.

        Without `found` it is all of them, with no note. `known` gives the notes of a discussion by its number, where they are known.
        `listed` are the notes themselves where a query has found them already; `loose` says that å, ä and ö were taken for a and o.
        A search that is not `complete` has not tried that yet.
        """
        self._listed = listed
        self._count: Callable[[], Counter[tuple[str, str]]] = self._counted
        self._tally: Counter[tuple[str, str]] | None = None
        self._lines: Sequence[int] | None = None
        self.loose = loose
        self.complete = True
        self._entries, self._numbers, self._known, self._words = entries, numbers, known, words
        self._found, self.counts = found or (range(len(entries)), (0,) * len(entries))
        self.notes = sum(self.counts)

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Hit]: ...
    def __getitem__(self, place: int | slice) -> Hit | Sequence[Hit]:
        """One hit, or several."""
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        number = self._found[place]
        entry = self._entries[number]
        count = self.counts[place]
        listed = self._listed[place] if self._listed is not None else None
        words = self._words if listed is not None else self._sought(entry)
        packed = self._known(number) if count and listed is None else None
        return Hit(entry, count, packed, words, listed)

    def _sought(self, entry: Entry) -> tuple[str, ...]:
        return sought_in_notes(bare(entry.sought) if self.loose else entry.sought, self._words)

    def counted_by(self, count: Callable[[], Counter[tuple[str, str]]]) -> None:
        """Have the notes counted otherwise than one by one."""
        self._count = count

    def tally(self) -> Counter[tuple[str, str]]:
        """How many of the notes that were found are of each part and kind; counted once."""
        if self._tally is None:
            self._tally = self._count()
        return self._tally

    def _counted(self) -> Counter[tuple[str, str]]:
        counted: Counter[tuple[str, str]] = Counter()
        for place, number in enumerate(self._found):
            if self._listed is not None:
                counted.update((note.question.partition(".")[0], note.kind) for note in self._listed[place])
            elif self.counts[place] and (pack := self._known(number)):
                pack.tally(self._sought(self._entries[number]), counted)
        return counted

    def lines(self, most: int) -> Sequence[int]:
        """On which line each hit stands, and behind them how many lines there are, with at most so many notes under each; told once."""
        if self._lines is None:
            shown = (count if count < most else most for count in self.counts)  # noqa: FURB136 - `min` takes four times as long
            many = len(self) + 1
            self._lines = [0, *accumulate(count + 1 for count in shown)] if self.notes else range(many)
        return self._lines

    def id_at(self, place: int) -> str:
        """The id of a hit."""
        return str(self._entries[self._found[place]].path)

    def place_of(self, hit_id: str) -> int | None:
        """Which hit has an id; None where none has."""
        number = self._numbers.get(hit_id)
        if number is None:
            return None
        place = bisect_left(self._found, number)
        return place if place < len(self._found) and self._found[place] == number else None

    def entry_of(self, hit_id: str) -> Entry | None:
        """The discussion that has an id; None where none that was found has."""
        place = self.place_of(hit_id)
        return None if place is None else self._entries[self._found[place]]
