"""Searching: which discussions hold some words, newest first, and how many of their notes do.

Of discussions that the index knows it is asked; of the others the notes are looked through. Where the index cannot say, or not for
sure, the notes are looked through too, so that the answer is the same as if there were no index.
"""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.query.grammar import bare
from diskussion_tui.store.library.fielded import loosely
from diskussion_tui.store.library.packed import holds
from diskussion_tui.store.library.results import sought_in_notes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping

    from diskussion_tui.store.library.index import Row
    from diskussion_tui.store.library.index_find import Words
    from diskussion_tui.store.library.look import Look
    from diskussion_tui.store.library.packed import Packed
    from diskussion_tui.store.library.results import Hits

PAGE = 60
"""So many discussions are shown before the rest is counted."""
_OFTEN = 32
"""After so many discussions that were looked into it is asked whether anybody still wants to know."""

Counts = tuple[dict[int, int], set[int]] | None


class Search:
    """A search for some words in what a look knows."""

    def __init__(
        self,
        look: Look,
        words: tuple[str, ...],
        stopped: Callable[[], bool] = lambda: False,
        first: Callable[[Hits], None] | None = None,
        *,
        loose: bool = False,
    ) -> None:
        """`first` is handed the first page where the rest takes longer; `loose` takes å, ä and ö for a and o."""
        self._look, self._words, self._loose = look, words, loose
        self._asked: _Asked | None = None
        self._stopped, self._first = stopped, first
        self._numbers: list[int] = []
        self._counts: list[int] = []

    def hits(self, known: KnownWords | None = None) -> Hits | None:
        """All that were found, None where it was `stopped`. Raises `LostError`."""
        look = self._look
        if not look.names:
            look.name_all()
        if look.index is None or known is None:
            found = self._through(self._count_in_notes)
        else:
            with look.index.reading() as connection:
                self._asked = _Asked(look, connection, known, loose=self._loose)
                found = self._through(self._asked.count)
        return self._hits() if found else None

    def _through(self, count: Callable[[int, tuple[str, ...]], int]) -> bool:
        """Go through all, newest first; False where it was stopped."""
        words, told = self._words, False
        names = map(bare, self._look.names) if self._loose else self._look.names
        for number, name in enumerate(names):
            found = count(number, sought_in_notes(name, words))
            if found or holds(name, words):
                self._numbers.append(number)
                self._counts.append(found)
                if self._first and not told and len(self._numbers) == PAGE:
                    told = True
                    self._first(self._hits())
            if not number % _OFTEN and self._stopped():
                return False
        return True

    def _hits(self) -> Hits:
        found = list(self._numbers), list(self._counts)
        hits = self._look.hits(self._words, found, loose=self._loose)
        if self._asked and not self._loose:
            look, known, words = self._look, self._asked.known, self._words
            counted = [number for number, count in zip(*found, strict=True) if count]
            hits.counted_by(lambda: tally(look, known, words, counted, self._stopped))
        return hits

    def _count_in_notes(self, number: int, words: tuple[str, ...]) -> int:
        return _count(self._look.packs[number], words, loose=self._loose)


def _count(pack: Packed | None, words: tuple[str, ...], *, loose: bool) -> int:
    if pack is None:
        return 0
    return (loosely(pack) if loose else pack).count(words)


def tally(
    look: Look,
    known: KnownWords,
    words: tuple[str, ...],
    numbers: list[int],
    stopped: Callable[[], bool] = lambda: False,
) -> Counter[tuple[str, str]]:
    """How many notes of some discussions that hold the words are of each part and kind; as many as until it was `stopped`."""
    from diskussion_tui.store.library.index_schema import LostError

    counted: Counter[tuple[str, str]] = Counter()
    by_need: dict[tuple[str, ...], dict[int, int]] = {}
    for number in numbers:
        need, row = sought_in_notes(look.names[number], words), look.indexed[number]
        by_need.setdefault(need, {})[row.no if row else -1 - number] = number
    for need, those in by_need.items():
        left = those
        if look.index:
            with suppress(LostError), look.index.reading() as connection:
                left = known.tally(connection, need, those, counted)
        for pack in _packs(look, left):
            if stopped():
                return counted
            pack.tally(need, counted)
    return counted


def _packs(look: Look, those: Mapping[int, int]) -> Iterator[Packed]:
    """As much of the notes of some discussions, by their number in the index, as counting them takes."""
    from diskussion_tui.store.library.index_find import Light
    from diskussion_tui.store.library.index_schema import LostError

    left = dict(those)
    if look.index:
        with suppress(LostError), look.index.reading() as connection:
            light = Light(connection, [no for no in those if no >= 0])
            for no in those:
                if no >= 0:
                    yield light.of(no)
                    del left[no]
    yield from filter(None, map(look.known, left.values()))


class KnownWords:
    """The words of an index, for whichever thread searches just now."""

    def __init__(self) -> None:
        from diskussion_tui.store.library.index_find import Words

        self._lock = threading.Lock()
        self._words: Words = Words()

    def counts(self, connection: sqlite3.Connection, words: tuple[str, ...]) -> Counts:
        """What the index says of some words."""
        from diskussion_tui.store.library.index_find import counts_of

        with self._lock:
            return counts_of(connection, words, self._words)

    def holding(self, connection: sqlite3.Connection, words: tuple[str, ...]) -> set[int] | None:
        """The discussions that may hold some words; None for any."""
        from diskussion_tui.store.library.index_find import holding

        with self._lock:
            return holding(connection, words, self._words)

    def tally(
        self,
        connection: sqlite3.Connection,
        words: tuple[str, ...],
        those: Mapping[int, int],
        counted: Counter[tuple[str, str]],
    ) -> dict[int, int]:
        """Count the notes of some discussions that hold the words by part and kind; those that must be looked into for that."""
        from diskussion_tui.store.library.index_find import tally_of

        with self._lock:
            return tally_of(connection, words, self._words, those, counted)


class _Asked:
    """What the index says, of each combination of words that notes must hold once."""

    def __init__(self, look: Look, connection: sqlite3.Connection, known: KnownWords, *, loose: bool) -> None:
        from diskussion_tui.store.library.index_find import Light

        self._look, self._connection, self.known, self._loose = look, connection, known, loose
        self._light = Light(connection, [row.no for row in look.indexed if row])
        assert look.index is not None  # noqa: S101 - whoever asks has looked
        self._now = look.index.rows_in(connection)
        self._found: dict[tuple[str, ...], Counts] = {}

    def count(self, number: int, words: tuple[str, ...]) -> int:
        """How many notes of a discussion hold the words."""
        look, row = self._look, self._look.indexed[number]
        if row is None or self._is_gone(number, row):
            return _count(look.packs[number], words, loose=self._loose)
        if words not in self._found:
            self._found[words] = None if self._loose else self.known.counts(self._connection, words)
        said = self._found[words]
        if said is None or row.no in said[1]:
            return _count(self._light.of(row.no), words, loose=self._loose)
        return said[0].get(row.no, 0)

    def _is_gone(self, number: int, row: Row) -> bool:
        """Whether another program has put newer words in a discussion's place; then its files are read."""
        look = self._look
        now = self._now.get(str(look.entries[number].path))
        if now == row:
            return False
        look.indexed[number] = None
        if look.packs[number] is None:
            look.read(number)
        return True
