"""Searching: which discussions hold some words, newest first, and how many of their notes do, by part and kind.

The newest are looked through first: what counting them takes is kept in memory, so that whoever types sees the first page in the
frame of the letter, however many discussions there are. Of the rest the index is asked. Where it cannot say, or not for sure, the
notes are looked through too, so that the answer is the same as if there were no index.
"""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.query.grammar import bare
from diskussion_tui.store.library.fielded import loosely
from diskussion_tui.store.library.packed import holds
from diskussion_tui.store.library.results import sought_in_notes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

    from diskussion_tui.store.library.index_find import Counts, Light, Plan, Words
    from diskussion_tui.store.library.look import Look
    from diskussion_tui.store.library.packed import Packed
    from diskussion_tui.store.library.results import Hits

PAGE = 24
"""So many discussions are shown before the rest is counted: with the notes under them more than stand on a screen."""
_OFTEN = 16
"""After so many discussions that were looked into it is asked whether anybody still wants to know."""


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
        self._stopped, self._first = stopped, first
        self._numbers: list[int] = []
        self._counts: list[int] = []
        self._tally: Counter[tuple[str, str]] = Counter()
        if not look.names:
            look.name_all()
        self._names: Sequence[str] = tuple(map(bare, look.names)) if loose else look.names

    def hits(self, known: KnownWords | None = None) -> Hits:
        """All that were found; nothing where it was `stopped`. Raises `LostError`."""
        look = self._look
        if look.index is None or known is None:
            packs = look.packs
            done = self._through(range(len(self._names)), lambda number, need: self._of(packs[number], need))
            return self._hits(done=done)
        with look.index.reading() as connection:
            look.follow(look.index.rows_in(connection))
            near = look.near.reach(look, connection)
            if len(near) == len(self._names):
                self._first = None
            done = self._through(range(len(near)), lambda number, need: self._of(near[number], need))
            if done and len(near) < len(self._names):
                rest = _Rest(look, connection, known, self._of, self._tally, loose=self._loose)
                done = self._through(rest.numbers(self._words, self._names, len(near)), rest.count)
        return self._hits(done=done)

    def _through(self, numbers: Iterable[int], count: Callable[[int, tuple[str, ...]], int]) -> bool:
        """Go through some, newest first; False where it was stopped."""
        words, names = self._words, self._names
        for turn, number in enumerate(numbers):
            name = names[number]
            found = count(number, sought_in_notes(name, words))
            if found or holds(name, words):
                self._numbers.append(number)
                self._counts.append(found)
                if self._first and len(self._numbers) == PAGE:
                    self._first(self._hits())
            if not turn % _OFTEN and self._stopped():
                return False
        return True

    def _of(self, pack: Packed | None, need: tuple[str, ...]) -> int:
        """How many notes of a discussion hold some words; they are counted by part and kind too."""
        if pack is None:
            return 0
        return (loosely(pack) if self._loose else pack).tally(need, self._tally)

    def _hits(self, *, done: bool = True) -> Hits:
        found = (list(self._numbers), list(self._counts)) if done else ((), ())
        tally = self._tally.copy()
        hits = self._look.hits(self._words, found, loose=self._loose)
        hits.counted_by(lambda: tally)
        return hits


class KnownWords:
    """The words of an index, for whichever thread searches just now. Nobody waits here for what another is counting."""

    def __init__(self) -> None:
        from diskussion_tui.store.library.index_find import Words

        self._lock = threading.Lock()
        self._words: Words = Words()

    def plan(self, connection: sqlite3.Connection, words: Sequence[str]) -> Plan | None:
        """What the index is asked for some words; None where that is of no use."""
        from diskussion_tui.store.library.index_find import plan_of

        with self._lock:
            self._words.follow(connection)
            return plan_of(words, self._words)

    def holding(self, connection: sqlite3.Connection, words: tuple[str, ...]) -> set[int] | None:
        """The discussions that may hold some words; None for any."""
        from diskussion_tui.store.library.index_find import holding

        plan = self.plan(connection, words)
        return holding(connection, plan) if plan else None


class _Rest:
    """What the index says of the discussions that are not at hand, of each combination of words that notes must hold once."""

    def __init__(
        self,
        look: Look,
        connection: sqlite3.Connection,
        known: KnownWords,
        of: Callable[[Packed | None, tuple[str, ...]], int],
        tally: Counter[tuple[str, str]],
        *,
        loose: bool,
    ) -> None:
        """`of` looks through the notes of a discussion; what the index counts is put into `tally`."""
        from diskussion_tui.store.library.index_find import Light, facets_of

        self._look, self._connection, self._known, self._loose = look, connection, known, loose
        self._of, self._tally, self._facets = of, tally, facets_of(connection)
        self._light: Light = Light(connection, ())
        self._said: dict[tuple[str, ...], Counts | None] = {}

    def numbers(self, words: tuple[str, ...], names: Sequence[str], begin: int) -> Sequence[int]:
        """Those from a number on in which something may be found, newest first."""
        from diskussion_tui.store.library.index_find import Light

        said, indexed = self._asked(words), self._look.indexed
        found: Iterable[int] = range(begin, len(names))
        if said is not None:
            told = {*self._look.numbers_of(said.discs)}
            for word in words:
                told.update(number for number, name in enumerate(names) if word in name)
            told.update(number for number, row in enumerate(indexed) if row is None)
            found = sorted(number for number in told if number >= begin)
        found = list(found)
        self._light = Light(self._connection, [row.no for number in found if (row := indexed[number])])
        return found

    def count(self, number: int, words: tuple[str, ...]) -> int:
        """How many notes of a discussion hold the words."""
        row = self._look.indexed[number]
        if row is None:
            return self._of(self._look.packs[number], words)
        said = self._asked(words)
        if said is None or not said.exact:
            return self._of(self._light.of(row.no), words) if said is None or row.no in said.discs else 0
        count = 0
        for facet, notes in said.discs.get(row.no, ()):
            self._tally[self._facets[facet]] += notes
            count += notes
        return count

    def _asked(self, words: tuple[str, ...]) -> Counts | None:
        if words not in self._said:
            from diskussion_tui.store.library.index_find import counts_of

            plan = None if self._loose else self._known.plan(self._connection, words)
            self._said[words] = counts_of(self._connection, plan) if plan else None
        return self._said[words]
