"""What one look at a folder saw, and what is known since of each discussion: out of the index, or by opening it."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.store.files.parallel import each
from diskussion_tui.store.files.paths import size_of
from diskussion_tui.store.library.fielded import Rows, loosely
from diskussion_tui.store.library.heads import SHUT, as_opened, newest
from diskussion_tui.store.library.nearby import Near
from diskussion_tui.store.library.results import Hits
from diskussion_tui.store.library.seen import united

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.store.library.index import Index, Row, Written
    from diskussion_tui.store.library.packed import Packed
    from diskussion_tui.store.library.searching import KnownWords
    from diskussion_tui.store.library.seen import Seen
    from diskussion_tui.store.session.replicas import Gathered

WHOLE = frozenset({"", "newer"})
"""The faults of a file of which the index can hold what opening it says."""
JUST_NOW = "?"
"""The state of files that may change once more without telling."""
_AT_HAND = 64
"""So many discussions out of the index are kept unpacked: what a screen shows, twice."""


class Look:
    """What one look saw. A search on a thread keeps to the look it began with.

    `unsure` are those of which no head says what opening does, `lost` the files of those that could not be read, `kept` what
    opening gathers while somebody looks for one to open. `indexed` are the discussions that the index knows in this state, `stale`
    the files of which it knows what they held before, `shut` those of which it must know nothing any more.
    `weight` is None until all are opened.
    """

    def __init__(
        self,
        seen: Seen,
        before: Look | None = None,
        index: Index | None = None,
        words: KnownWords | None = None,
    ) -> None:
        self.seen = seen
        self.index, self.words = index, words
        self.entries: list[Entry] = list(united(seen))
        self.packs: list[Packed | None] = [None] * len(self.entries)
        self.indexed: list[Row | None] = [None] * len(self.entries)
        self.lost: set[Path] = set()
        self.kept: dict[Path, Gathered] | None = None
        self.rows = before.rows if before else Rows()
        self.unpacked: OrderedDict[int, Packed] = OrderedDict()
        self.stale: set[Path] = set()
        self.partly: set[Path] = set()
        self.shut: list[Path] = []
        self.near = before.near if before else Near()
        self._followed: Mapping[str, Row] | None = None
        self._called: tuple[list[Entry], list[str]] | None = None
        """Those that were called so when somebody last typed a name, and what each is found by: the next letter asks again."""
        if index:
            self._ask(index)
        if before:
            self._keep(before)
        self.sort()

    def _ask(self, index: Index) -> None:
        """Have what the index knows of those whose files are in the same state. Raises `LostError`."""
        known = index.rows()
        for place, entry in enumerate(self.entries):
            row = known.get(str(entry.path))
            if row is None:
                continue
            if entry.fault not in WHOLE:
                self.shut.append(entry.path)
            elif row.state == self.seen.lasting_state_of(entry.path):
                self.indexed[place] = row
                if row.told:
                    self.entries[place] = replace(index.entry(row, entry.path), also=entry.also)
            else:
                self.stale.add(entry.path)

    def _keep(self, before: Look) -> None:
        """Have what opening said of those whose files are as they were when they were opened."""
        for place, entry in enumerate(self.entries):
            path = entry.path
            known = before.numbers.get(str(path))
            if self.indexed[place] or known is None or before.packs[known] is None or path in before.lost:
                continue
            if before.seen.state_of(path) == self.seen.state_of(path) != ():
                self.entries[place], self.packs[place] = before.entries[known], before.packs[known]
                self.partly |= before.partly & {path}

    def sort(self) -> None:
        """Put the newest first, into lists of their own: somebody may still go by the order there was."""
        keys = list(map(newest, self.entries))
        order = sorted(range(len(keys)), key=keys.__getitem__, reverse=True)
        self.entries = [self.entries[number] for number in order]
        self.packs = [self.packs[number] for number in order]
        self.indexed = [self.indexed[number] for number in order]
        self.numbers = {str(entry.path): number for number, entry in enumerate(self.entries)}
        self.unsure = [
            number
            for number, entry in enumerate(self.entries)
            if entry.fault in WHOLE and self.seen.beside(entry.path)
        ]
        self.names: tuple[str, ...] = ()
        self.weight: int | None = None
        self._places: dict[int, int] | None = None
        self._left: Sequence[int] = range(len(self.entries))

    def sorted_anew(self) -> Look:
        """The same look once opening has told of other days than the heads did."""
        look = copy(self)
        look.sort()
        return look

    def without_index(self) -> None:
        """Do without the index from now on: what it would have said is asked of the files."""
        self.index = None
        self.indexed = [None] * len(self.entries)
        self._left = range(len(self.entries))
        self.weight = None

    @property
    def unsettled(self) -> list[int]:
        """Those of the unsure that have not been opened yet."""
        return [number for number in self.unsure if not self.is_known(number)]

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to be opened but what has not changed: looking again is only worth it where something has."""
        return not (self.lost or self.stale or self.unsettled)

    def is_known(self, number: int) -> bool:
        """Whether the notes of a discussion can be had without opening it."""
        return self.packs[number] is not None or self.indexed[number] is not None

    @property
    def unknown(self) -> list[int]:
        """Those whose notes cannot be had without opening them. Asked for every key: those that were known are not gone through again."""
        left = [number for number in self._left if not self.is_known(number)]
        self._left = left
        return left

    def read(self, number: int) -> Packed:
        """The notes of a discussion, opened the first time; then its entry too says what opening says."""
        found = self.packs[number] or self.from_index(number)
        if found is None:
            found = self.packs[number] = self._opened(number)
        return found

    def known(self, number: int) -> Packed | None:
        """The notes of a discussion where they can be had without opening it."""
        return self.packs[number] or self.from_index(number)

    def from_index(self, number: int) -> Packed | None:
        """The notes of a discussion as the index has them; None where it does not."""
        row, index = self.indexed[number], self.index
        if row is None or index is None:
            return None
        found = self.unpacked.get(row.no)
        if found is None:
            from diskussion_tui.store.library.index_schema import LostError

            try:
                found = index.pack(row.no)
            except LostError:
                self.indexed[number] = None  # another program has read newer files, or the index is gone
                self._left = range(len(self.entries))
                return None
            self.unpacked[row.no] = found
            while len(self.unpacked) > _AT_HAND:
                with suppress(KeyError):
                    self.unpacked.popitem(last=False)
        return found

    def follow(self, rows: Mapping[str, Row]) -> None:
        """Have those opened in whose place another program has put newer words in the index, whose `rows` are these now."""
        if rows is self._followed:
            return  # what has only been added says nothing of the others
        for number, row in enumerate(self.indexed):
            if row and rows.get(str(self.entries[number].path)) != row:
                self.indexed[number] = None
                self.read(number)
        self._followed = rows

    def has(self, number: int, row: Row) -> None:
        """Take note that the index knows a discussion."""
        self.indexed[number] = row
        if self._places is not None:
            self._places[row.no] = number

    def numbers_of(self, discs: Iterable[int]) -> Iterator[int]:
        """Those of some discussions of the index that stand here, by their number among all."""
        places = self._places
        if places is None:
            places = self._places = {row.no: number for number, row in enumerate(self.indexed) if row}
        for disc in discs:
            number = places.get(disc)
            if number is not None and (row := self.indexed[number]) and row.no == disc:
                yield number

    def gathered(self, number: int) -> Gathered | None:
        """A discussion as opening gathers it, None where nothing can be; its entry says what that says from then on."""
        entry = self.entries[number]
        try:
            found = opened(entry, self.seen)
        except OSError:
            self.lost.add(entry.path)
            return None
        if found is not None:
            self._note_damage(entry, found)
            if self.kept is not None:
                self.kept[entry.path] = found
            self.entries[number] = as_opened(entry, found.held.session)
        return found

    def _opened(self, number: int) -> Packed:
        from diskussion_tui.store.library.packed import packed
        from diskussion_tui.store.library.rows import rows_of

        found = self.gathered(number)
        if found:
            self.rows.opened(self.entries[number].path, found.held.session)
        return packed(rows_of(found.held.session) if found else ())

    def session_of(self, entry: Entry) -> Session | None:
        """A discussion opened; None where it cannot be."""
        with suppress(OSError):
            found = opened(entry, self.seen)
            if found:
                self._note_damage(entry, found)
                return found.held.session
        return None

    def _note_damage(self, entry: Entry, found: Gathered) -> None:
        """Remember of which discussions only some could be read: those are opened again, and told of, whoever asks."""
        if found.held.faults:
            self.partly.add(entry.path)

    def read_some(
        self, numbers: Iterable[int], stopped: Callable[[], bool], beat: Callable[[], None] = lambda: None
    ) -> bool:
        """Open some discussions; False where it was `stopped` first."""

        def read(number: int) -> bool:
            if stopped():
                return False
            self.read(number)
            beat()
            return True

        todo = (number for number in numbers if not self.is_known(number))
        return all(each(read, todo, slow=self.seen.slow))

    def read_all(self, stopped: Callable[[], bool], beat: Callable[[], None] = lambda: None) -> bool:
        """Open all discussions, and have the index keep them; False where it was `stopped` first."""
        if self.index and not self.index_all(stopped, beat):
            return False
        if not self.read_some(range(len(self.packs)), stopped, beat):
            return False
        if not self.index:
            self.name_all()  # so that the first letter waits for nothing; who compiles out of an index needs no names
        self.weight = sum(found.weight for found in self.packs if found)
        return True

    def name_all(self) -> None:
        """Know by what a search finds each discussion besides its notes."""
        self.names = tuple(entry.sought for entry in self.entries)

    def index_all(self, stopped: Callable[[], bool], beat: Callable[[], None]) -> bool:
        """Open what the index does not know yet and have it keep that; False where it was `stopped` first.

        Several programs may do the same at the same time: what another one has done meanwhile is not done again.
        """
        from diskussion_tui.store.library.index_build import Builder

        return Builder(self).build(stopped, beat)

    def written(self, number: int) -> Written | None:
        """What the index is to keep of a discussion, opened for that; None where it is none of those that it keeps."""
        from diskussion_tui.store.library.index import Written

        entry, state = self.entries[number], self.seen.lasting_state_of(self.entries[number].path)
        if entry.fault not in WHOLE or not (state or entry.path in self.stale):
            return None  # what was just written is only kept where something older would stand there
        found = self.gathered(number)
        if found is None or found.held.faults:
            return None  # of what cannot be read whole the index says nothing: it would not tell that
        told = replace(self.entries[number], also=entry.also) != entry
        from diskussion_tui.store.library.giving import hashes

        files = hashes(self.files_of(entry))
        return Written(self.entries[number], told, state or JUST_NOW, found.held.session, files)

    def files_of(self, entry: Entry) -> tuple[Path, ...]:
        """Every file that has a say in what opening a session says."""
        return tuple(dict.fromkeys((entry.path, *entry.also, *self.seen.beside(entry.path))))

    def size(self, number: int) -> int:
        """How many bytes are read where a discussion is opened."""
        path = self.entries[number].path
        return sum(map(size_of, (path, *self.seen.beside(path))))

    def may_fit(self, entry: Entry, fits: Callable[[Entry], bool]) -> bool:
        """Whether a discussion may be one that fits before it is opened: by one of its files, or by what is in none yet."""
        files = [self.seen.files.get(path) for path in (entry.path, *self.seen.beside(entry.path))]
        return any(file is None or fits(file.entry) for file in files)

    def named(self, words: tuple[str, ...]) -> Hits:
        """The discussions whose name holds every word, as far as names are known."""
        if self._called is None or self._called[0] != self.entries:
            self._called = list(self.entries), [entry.sought for entry in self.entries]
        names = self._called[1]
        numbers = [number for number, name in enumerate(names) if all(word in name for word in words)]
        return self.hits(words, (numbers, [0] * len(numbers)))

    def hits(
        self,
        words: tuple[str, ...] = (),
        found: tuple[Sequence[int], Sequence[int]] | None = None,
        *,
        loose: bool = False,
    ) -> Hits:
        """Those discussions that a search found, or all."""
        known = self._loosely_known if loose else self.read  # what the index has lost meanwhile is opened
        return Hits(self.entries, self.numbers, known, words, found, loose=loose)

    def _loosely_known(self, number: int) -> Packed:
        return loosely(self.read(number))


def opened(entry: Entry, seen: Seen) -> Gathered | None:
    """An entry as opening gathers it; None where its file holds no session. Raises `OSError`."""
    from diskussion_tui.domain.session.faults import UnreadableSessionError
    from diskussion_tui.store.session.replicas import gather_with

    if entry.fault in SHUT:
        return None
    for path in (entry.path, *entry.also):  # where one of its files cannot be read, another may be whole
        with suppress(UnreadableSessionError):
            return gather_with(path, seen)
    return None
