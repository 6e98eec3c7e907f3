"""The past discussions in a folder: what a list shows of each, and a search over their names and notes.

What is shown of a discussion is what opening it says, and there is one way to find that out: opening it. For the list alone
that is not needed where a discussion is one tidy file, since there the store has written into the head what opening counts.
Where it has copies or journals it is opened for the list too: at once where that is quickly done, else when somebody asks to
`settle`. The search opens every discussion, once, and keeps its notes packed; it looks at no file again until the next
`refresh`, and after that only at what has changed.

Of a hundred discussions and more an index keeps what opening said, from one run of the program to the next. It is a cache: where
it is missing, locked or broken all is as it is for fewer.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.domain.analysis.query.grammar import bare
from diskussion_tui.store.files.parallel import each
from diskussion_tui.store.files.places import Places
from diskussion_tui.store.library.fielded import Answers, answers, at_once, hits_of
from diskussion_tui.store.library.heads import newest
from diskussion_tui.store.library.look import Look
from diskussion_tui.store.library.remembered import Remembered
from diskussion_tui.store.library.saying import counted_all, said_at
from diskussion_tui.store.library.searching import Search
from diskussion_tui.store.library.seen import Seen

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from diskussion_tui.domain.analysis.compilation_share import Giving
    from diskussion_tui.domain.analysis.counting import Asking, Facet
    from diskussion_tui.domain.analysis.query.query import Query, Themes
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.store.library.index import Index
    from diskussion_tui.store.library.results import Hits, Shown
    from diskussion_tui.store.library.seen import SeenFile
    from diskussion_tui.store.session.replicas import Beside, Held

_AT_ONCE = 12_000_000
"""So many characters are searched within a frame."""
_FEW, _THOROUGH = 500, 10
"""Of so many files each is looked at whenever it is asked whether something has changed; of more every so many times."""
_NEW = 20
"""So many discussions that have come since are read as part of a look, so that they are found at once."""
_IN_A_LOOK = 250_000
"""So many bytes are opened as part of a look: whoever waits for the first frame does not notice it."""


class Library:
    """The sessions of a folder and its refuge, and of others read as one with it. `refresh` looks again; the rest answers from what it saw."""

    def __init__(
        self,
        folder: Path,
        refuge: Path | None = None,
        beat: Callable[[], None] = lambda: None,
        sought: Sequence[Callable[[Entry], bool]] = (),
        also: Iterable[Path] = (),
    ) -> None:
        """`beat` is called for every answer of the disk, from whichever thread. `sought` says, in some ways, which may be opened next.

        `also` are other folders, read as one with this.
        """
        self.folder = folder
        self._sought = sought
        self._beat = beat
        self.places = Places(folder, refuge, also)
        self._remembered = Remembered(self.places.every)
        self._look = Look(Seen())
        self._asked = 0
        self._one_looks = threading.Lock()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The sessions that the last look saw, newest first, once however many files one has; and files that are none."""
        return tuple(self._look.entries)

    @property
    def settled(self) -> bool:
        """Whether every entry says what opening its session says, so that there is nothing to `settle`."""
        return not self._look.unsettled

    @property
    def at_hand(self) -> bool:
        """Whether a search reads no file and takes less than a frame, so that it need not be done beside the screen."""
        weight = self._look.weight
        return self._look.index is None and weight is not None and weight <= _AT_ONCE

    @property
    def has_index(self) -> bool:
        """Whether an index is asked, so that a search is quick but never within the frame of its letter."""
        return self._look.index is not None

    @property
    def indexed(self) -> tuple[int, int]:
        """How many discussions can be searched without being opened, and of how many: all where there is no index to fill."""
        of = len(self._look.entries)
        return (of - len(self._look.unknown) if self._look.index else of), of

    @property
    def remembers(self) -> bool:
        """Whether the folder has not been looked at yet, and there is something to show of it all the same."""
        return not self._look.seen.looked and self._remembered.is_there

    def has_changed(self) -> bool:
        """Whether something in the folder is another than at the last look: its own times are asked, and now and then every file's."""
        self._asked += 1
        seen = self._look.seen
        if not seen.looked:
            return False
        thorough = not seen.slow and (len(seen.files) < _FEW or not self._asked % _THOROUGH)
        return not (seen.is_as_it_was() if thorough else seen.names_are_as_they_were())

    def refresh(
        self, room: int | None = None, *, early: Callable[[], None] | None = None
    ) -> tuple[Entry, ...]:
        """Look again, and open what must be opened for it where that is quickly done, within `room` bytes; the entries.

        On a slow disk, or where many files are new, `early` is called once there are entries by the files' names; searching by
        names works from then on.
        """
        with self._one_looks:
            return self._refreshed(room, early)

    def _refreshed(self, room: int | None, early: Callable[[], None] | None) -> tuple[Entry, ...]:
        before = self._look
        if before.is_settled and before.seen.is_as_it_was():
            return self.entries
        known = before.seen.files
        if not before.seen.looked:
            if early and (first := self._remembered.first()):
                self._look = Look(first)
                early()
            known = self._remembered.files()

        def by_names(seen: Seen) -> None:
            self._look = Look(seen, before)
            if early:
                early()

        seen = Seen(self.places, known, sought=self._sought, early=by_names, beat=self._beat)
        look = self._looked(seen, before, known, make=early is not None)
        room, unsettled = _IN_A_LOOK if room is None else room, look.unsettled
        for number in () if seen.slow else unsettled:
            room -= look.size(number)
            if room >= 0:
                look.read(number)
                self._beat()
        self._renew(look, room)
        self._look = look.sorted_anew() if unsettled or look.stale else look
        return self.entries

    def _looked(self, seen: Seen, before: Look, known: Mapping[Path, SeenFile], *, make: bool) -> Look:
        """What was seen, with what the index knows of it."""
        index = self._remembered.index_for(len(seen.files), make=make)
        if index:
            from diskussion_tui.store.library.index_schema import LostError

            try:
                self._remembered.keep(seen, known)
                return Look(seen, before, index, self._remembered.words)
            except LostError:
                self._remembered.lose()
        return Look(seen, before)

    def _renew(self, look: Look, room: int) -> None:
        """Have the index forget what is not so any more: words that were removed must not stay in it."""
        if not look.index:
            return
        from diskussion_tui.store.library.index_build import Builder
        from diskussion_tui.store.library.index_schema import LostError

        numbers: list[int] = []
        new = look.unknown
        for number in {*(look.numbers[str(path)] for path in look.stale), *(new if len(new) <= _NEW else ())}:
            room -= look.size(number)
            if room >= 0:
                numbers.append(number)
        try:
            Builder(look).renew(numbers, self._beat)
        except LostError:
            self._remembered.lose()
            look.without_index()

    def settle(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Open the sessions of which no head says what opening does; False where it was `stopped` first."""
        return self._settled(stopped) is not None

    def expect(self, query: Query) -> None:
        """Keep of what is read from now on what a query asks for."""
        self._look.rows.wanted |= not query.is_plain

    def read(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Read the notes that no search has read yet; False where it was `stopped` first. What was read is kept."""
        look = self._settled(stopped)
        if look is None:
            return False
        if look.index is None and (index := self._remembered.index_for(len(look.seen.files), make=True)):
            look = self._indexed(look, index)
        return look.read_all(stopped, self._beat)

    def _indexed(self, look: Look, index: Index) -> Look:
        """A look, with what the index knows of it from now on."""
        from diskussion_tui.store.library.index_schema import LostError

        self._remembered.keep(look.seen, {})
        try:
            self._look = Look(look.seen, look, index, self._remembered.words)
        except LostError:
            self._remembered.lose()
        return self._look

    def named(self, wanted: str) -> Hits:
        """The discussions whose name holds every word of `wanted`. Reads nothing."""
        return self._look.named(tuple(folded(clean_line(wanted)).split()))

    @property
    def beside(self) -> Beside:
        """What the last look saw beside each file: for whoever opens one right afterwards."""
        return self._look.seen

    def notes_known(self, entry: Entry) -> tuple[Shown, ...] | None:
        """The notes of a session where it has been opened already, else None. Reads nothing."""
        look = self._look
        number = look.numbers.get(str(entry.path))
        found = None if number is None else look.known(number)
        return found.notes() if found else None

    def search(self, wanted: str) -> Hits:
        """The discussions that hold every word of `wanted`, in their name or in one note, with those notes."""
        words = tuple(folded(clean_line(wanted)).split())
        return self._searched(self._ready(lambda: False), words) if words else self._look.hits()

    def at_hand_for(self, query: Query) -> bool:
        """Whether a query is answered within a frame."""
        return self.at_hand and (query.is_plain or at_once(self._look))

    def find(
        self,
        query: Query,
        themes: Themes | None = None,
        stopped: Callable[[], bool] | None = None,
        first: Callable[[Hits], None] | None = None,
        *,
        so_far: bool = False,
    ) -> Hits:
        """The discussions in which a query finds something, with the notes it finds, the weightiest first.

        Where nothing is found å, ä and ö are taken for a and o; then the answer is `loose`. Who can wait says by `stopped` until when;
        for others that is left out where there is much to search. `first` is handed the first page, or nothing, where more takes
        longer. `so_far` opens nothing for it: the answer is about what the index knows already.
        """
        waits, stopped = stopped is not None, stopped or (lambda: False)
        words = query.plain_words
        look = self._look if so_far else self._ready(stopped, rows=words is None)
        if words is None:
            return hits_of(look, query, themes, stopped)
        if not words:
            return look.hits()
        hits = self._searched(look, words, stopped, first)
        hits.complete = bool(hits) or waits or (look.index is None and (look.weight or 0) <= _AT_ONCE // 10)
        if first and not hits:
            first(hits)
        if hits or not hits.complete or stopped():
            return hits
        return self._searched(look, tuple(map(bare, words)), stopped, loose=True) or hits

    def answers(self, query: Query, themes: Themes | None = None) -> Answers:
        """The same as what was said, discussion by discussion: for whoever writes it down."""
        return answers(self._ready(lambda: False, rows=True), query, themes)

    def _ready(self, stopped: Callable[[], bool], *, rows: bool = False) -> Look:
        """The look with every discussion opened, as far as nobody `stopped` it; `rows` where what was said is asked for too."""
        if self._look.weight is None:
            self._look.rows.wanted |= rows
            self.read(stopped)
        self._look.rows.wanted |= rows
        return self._look

    def _searched(
        self,
        look: Look,
        words: tuple[str, ...],
        stopped: Callable[[], bool] = lambda: False,
        first: Callable[[Hits], None] | None = None,
        *,
        loose: bool = False,
    ) -> Hits:
        """What holds some words; nothing where it was `stopped`."""
        if look.index:
            from diskussion_tui.store.library.index_schema import LostError

            try:
                return Search(look, words, stopped, first, loose=loose).hits(look.words)
            except LostError:
                self._remembered.lose()
                look.without_index()
                look.read_all(stopped, self._beat)
        return Search(look, words, stopped, first, loose=loose).hits()

    def those(self, fits: Callable[[Entry], bool], *, known: str = "") -> tuple[Entry, ...]:
        """The sessions of which what opening says fits. One that cannot, by any of its files, is not opened to find that out.

        Nor is the one with the id `known`: whoever asks has it open, and the journal that it is written to says nothing new.
        """
        look = self._look
        unsettled = ((number, look.entries[number]) for number in look.unsettled)
        sought = (one for one in unsettled if not (known and one[1].id == known))
        looked_into = [number for number, entry in sought if look.may_fit(entry, fits)]
        look.kept = kept = {}
        each(look.read, looked_into, slow=look.seen.slow)
        look.kept = None
        found = tuple(sorted(filter(fits, look.entries), key=newest, reverse=True))
        if len(found) == 1 and found[0].path in kept:
            look.seen.keep(kept[found[0].path])
        return found

    def values(self, key: str) -> tuple[str, ...]:
        """What the discussions have of a field of a query, by its key: as far as an index knows, else opened for it."""
        from diskussion_tui.store.library.values import values_in

        return values_in(self._look if self._look.index else self._ready(lambda: False, rows=True), key)

    def notes_of(self, entry: Entry) -> tuple[Shown, ...]:
        """The notes of a session as kind, text and supporters; of a damaged file those that are intact."""
        number = self._look.numbers.get(str(entry.path))
        return () if number is None else self._look.read(number).notes()

    def files_of(self, entry: Entry) -> tuple[Path, ...]:
        """Every file that has a say in what opening a session says, as the last look saw them."""
        return self._look.files_of(entry)

    def held(self, entry: Entry) -> Held:
        """A session as opening it gives it. Raises `UnreadableSessionError` and `OSError`."""
        from diskussion_tui.store.session.replicas import gather_with

        return gather_with(entry.path, self._look.seen).held

    def said(self, wanted: Asking | None = None) -> Iterator[Said]:
        """Every note in force that is `wanted`, or every one, by discussion, the newest first.

        What is `wanted` decides for itself about withdrawn and parked notes: it is asked about each.
        """
        look = self._look
        for number in range(len(look.entries)):
            for one in said_at(look, number):
                if (one.in_force and not one.sort) if wanted is None else wanted.matches(one):
                    yield one

    def counts(self, by: Sequence[Facet], wanted: Asking | None = None) -> Counter[tuple[str, ...]]:
        """How many of the notes that `said` gives there are of each combination of what they are counted `by`."""
        from diskussion_tui.domain.analysis.counting import counted

        return counted(self.said(wanted), by) if wanted else counted_all(self._look, by)

    def given(
        self, query: Query | None = None, told: Callable[[], None] = lambda: None, *, sure: bool = False
    ) -> Iterator[tuple[Entry, Giving | None]]:
        """What each discussion gives to a compilation, None where it cannot be opened; `told` is called for each that is read.

        Out of the index, which is filled for it, where the files are in the same state; `sure`: where they also hold the same.
        With a query those are left out in which it finds nothing.
        """
        from diskussion_tui.store.library.giving import givings

        beat, self._beat = self._beat, told
        try:
            self.settle()
            if self._remembered.index_for(len(self._look.seen.files), make=True):
                self.read()
        finally:
            self._beat = beat
        return givings(self._look, query, told, sure=sure)

    @property
    def partly(self) -> frozenset[Path]:
        """The discussions that were opened and could not be read whole."""
        return frozenset(self._look.partly)

    def sessions(self, entries: Iterable[Entry]) -> Iterator[Session]:
        """Those of some sessions that can be opened; a damaged one is told of where it is listed and opened."""
        yield from filter(None, map(self._look.session_of, entries))

    def _settled(self, stopped: Callable[[], bool]) -> Look | None:
        """The look with every entry as opening has it; None where it was `stopped` first."""
        look = before = self._look
        if unsettled := before.unsettled:
            if not before.read_some(unsettled, stopped, self._beat):
                return None
            look = before.sorted_anew()
            if before is self._look:
                self._look = look
        return look
