"""The past discussions in a folder: what a list shows of each, and a search over their names and notes.

What is shown of a discussion is what opening it says, and there is one way to find that out: opening it. For the list alone
that is not needed where a discussion is one tidy file, since there the store has written into the head what opening counts.
Where it has copies or journals it is opened for the list too: at once where that is quickly done, else when somebody asks to
`settle`. The search opens every discussion, once, and keeps its notes packed; it looks at no file again until the next
`refresh`, and after that only at what has changed.
"""

from __future__ import annotations

from contextlib import suppress
from copy import copy
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.store.files.parallel import each
from diskussion_tui.store.files.paths import size_of
from diskussion_tui.store.library.fielded import Answers, Rows, answers, at_once, hits_of, loosely
from diskussion_tui.store.library.heads import SHUT, as_opened, newest
from diskussion_tui.store.library.results import Hits, sought_in_notes
from diskussion_tui.store.library.seen import Seen, united

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from diskussion_tui.domain.analysis.counting import Asking, Facet
    from diskussion_tui.domain.analysis.query.query import Query, Themes
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.store.library.packed import Packed
    from diskussion_tui.store.library.results import Shown
    from diskussion_tui.store.session.beside import Beside
    from diskussion_tui.store.session.replicas import Gathered, Held

_AT_ONCE = 12_000_000
"""So many characters are searched within a frame."""
_IN_A_LOOK = 250_000
"""So many bytes are opened as part of a look: whoever waits for the first frame does not notice it."""


class _Look:
    """What one look at the folder saw, and what was opened since. A search on a thread keeps to the look it began with.

    `unsure` are those of which no head says what opening does, `lost` the files of those that could not be read, `kept` what
    opening gathers while somebody looks for one to open. `weight` is None until all are opened.
    """

    def __init__(self, seen: Seen, before: _Look | None = None) -> None:
        self.seen = seen
        self.entries: list[Entry] = list(united(seen))
        self.packs: list[Packed | None] = [None] * len(self.entries)
        self.lost: set[Path] = set()
        self.kept: dict[Path, Gathered] | None = None
        self.rows = before.rows if before else Rows()
        if before:
            self._keep(before)
        self.sort()

    def _keep(self, before: _Look) -> None:
        """Have what opening said of those whose files are as they were when they were opened."""
        for place, entry in enumerate(self.entries):
            path = entry.path
            known = before.numbers.get(str(path))
            if known is None or before.packs[known] is None or path in before.lost:
                continue
            if before.seen.state_of(path) == self.seen.state_of(path) != ():
                self.entries[place], self.packs[place] = before.entries[known], before.packs[known]

    def sort(self) -> None:
        """Put the newest first, into lists of their own: somebody may still go by the order there was."""
        keys = list(map(newest, self.entries))
        order = sorted(range(len(keys)), key=keys.__getitem__, reverse=True)
        self.entries = [self.entries[number] for number in order]
        self.packs = [self.packs[number] for number in order]
        self.numbers = {str(entry.path): number for number, entry in enumerate(self.entries)}
        self.unsure = [
            number
            for number, entry in enumerate(self.entries)
            if entry.fault in {"", "newer"} and self.seen.beside(entry.path)
        ]
        self.names: tuple[str, ...] = ()
        self.weight: int | None = None

    def sorted_anew(self) -> _Look:
        """The same look once opening has told of other days than the heads did."""
        look = copy(self)
        look.sort()
        return look

    @property
    def unsettled(self) -> list[int]:
        """Those of the unsure that have not been opened yet."""
        return [number for number in self.unsure if self.packs[number] is None]

    def read(self, number: int) -> Packed:
        """The notes of a discussion, opened the first time; then its entry too says what opening says."""
        found = self.packs[number]
        if found is None:
            found = self.packs[number] = self._opened(number)
        return found

    def _opened(self, number: int) -> Packed:
        from diskussion_tui.store.library.packed import packed
        from diskussion_tui.store.library.rows import rows_of

        entry = self.entries[number]
        try:
            gathered = opened(entry, self.seen)
        except OSError:
            self.lost.add(entry.path)
            gathered = None
        if gathered is None:
            return packed(())
        if self.kept is not None:
            self.kept[entry.path] = gathered
        session = gathered.held.session
        self.rows.opened(entry.path, session)
        self.entries[number] = as_opened(entry, session)
        return packed(rows_of(session))

    def session_of(self, entry: Entry) -> Session | None:
        """A discussion opened; None where it cannot be."""
        with suppress(OSError):
            gathered = opened(entry, self.seen)
            return gathered.held.session if gathered else None
        return None

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

        todo = (number for number in numbers if self.packs[number] is None)
        return all(each(read, todo, slow=self.seen.slow))

    def read_all(self, stopped: Callable[[], bool], beat: Callable[[], None] = lambda: None) -> bool:
        """Open all discussions; False where it was `stopped` first."""
        if not self.read_some(range(len(self.packs)), stopped, beat):
            return False
        self.names = tuple(entry.sought for entry in self.entries)
        self.weight = sum(found.weight for found in self.packs if found)
        return True

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
        names = [entry.sought for entry in self.entries]
        numbers = [number for number, name in enumerate(names) if all(word in name for word in words)]
        return Hits(self.entries, self.numbers, self.packs, words, (numbers, [0] * len(numbers)))

    def search(self, words: tuple[str, ...], *, loose: bool = False) -> Hits:
        """The discussions that hold every word, in their name or in one of their notes; all must have been read.

        `loose` takes å, ä and ö for a, a and o.
        """
        from diskussion_tui.store.library.packed import holds

        numbers: list[int] = []
        counts: list[int] = []
        names, packs = loosely(self.names, self.packs) if loose else (self.names, self.packs)
        for number, (name, found) in enumerate(zip(names, packs, strict=True)):
            count = found.count(sought_in_notes(name, words)) if found else 0
            if count or holds(name, words):
                numbers.append(number)
                counts.append(count)
        return Hits(self.entries, self.numbers, packs, words, (numbers, counts), loose=loose)


class Library:
    """The sessions of one folder, and those in its refuge. `refresh` looks again; the rest answers from what it saw."""

    def __init__(
        self,
        folder: Path,
        refuge: Path | None = None,
        beat: Callable[[], None] = lambda: None,
        sought: Sequence[Callable[[Entry], bool]] = (),
    ) -> None:
        """`beat` is called for every answer of the disk, from whichever thread. `sought` says, in some ways, which may be opened next."""
        self.folder = folder
        self._sought = sought
        self._beat = beat
        self._places = tuple(dict.fromkeys(place for place in (folder, refuge) if place))
        self._refuge = refuge
        self._look = _Look(Seen())

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
        return self._look.weight is not None and self._look.weight <= _AT_ONCE

    def refresh(
        self, room: int | None = None, *, early: Callable[[], None] | None = None
    ) -> tuple[Entry, ...]:
        """Look again, and open what must be opened for it where that is quickly done, within `room` bytes; the entries.

        On a slow disk `early` is called once there are entries by the files' names; searching by names works from then on.
        """

        def by_names(seen: Seen) -> None:
            self._look = _Look(seen, self._look)
            if early:
                early()

        before = self._look
        seen = Seen(
            self._places, before.seen, self._refuge, sought=self._sought, early=by_names, beat=self._beat
        )
        look = _Look(seen, before)
        room, unsettled = _IN_A_LOOK if room is None else room, look.unsettled
        for number in () if seen.slow else unsettled:
            room -= look.size(number)
            if room >= 0:
                look.read(number)
                self._beat()
        self._look = look.sorted_anew() if unsettled else look
        return self.entries

    def settle(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Open the sessions of which no head says what opening does; False where it was `stopped` first."""
        return self._settled(stopped) is not None

    def read(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Read the notes that no search has read yet; False where it was `stopped` first. What was read is kept."""
        look = self._settled(stopped)
        return look is not None and look.read_all(stopped, self._beat)

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
        found = None if number is None else look.packs[number]
        return found.notes() if found else None

    def search(self, wanted: str) -> Hits:
        """The discussions that hold every word of `wanted`, in their name or in one note, with those notes."""
        look = self._look
        words = tuple(folded(clean_line(wanted)).split())
        if not words:
            return Hits(look.entries, look.numbers, look.packs)
        if look.weight is None:
            look = self._settled(lambda: False) or look
            look.read_all(lambda: False)
        return look.search(words)

    def at_hand_for(self, query: Query) -> bool:
        """Whether a query is answered within a frame."""
        return self.at_hand and (query.plain_words is not None or at_once(self._look))

    def find(
        self, query: Query, themes: Themes | None = None, stopped: Callable[[], bool] | None = None
    ) -> Hits:
        """The discussions in which a query finds something, with the notes it finds, the weightiest first.

        Where nothing is found å, ä and ö are taken for a and o; then the answer is `loose`. Who can wait says by `stopped`
        until when; for others that is left out where there is much to search.
        """
        waits, stopped = stopped is not None, stopped or (lambda: False)
        look = self._ready(stopped, rows=query.plain_words is None)
        large = (look.weight or 0) > _AT_ONCE // 10
        return hits_of(look, query, themes, stopped=stopped if waits or not large else None)

    def answers(self, query: Query, themes: Themes | None = None) -> Answers:
        """The same as what was said, discussion by discussion: for whoever writes it down."""
        return answers(self._ready(lambda: False, rows=True), query, themes)

    def _ready(self, stopped: Callable[[], bool], *, rows: bool = False) -> _Look:
        """The look with every discussion opened, as far as nobody `stopped` it; `rows` where what was said is asked for too."""
        look = self._look
        look.rows.wanted |= rows
        if look.weight is None:
            look = self._settled(stopped) or look
            look.read_all(stopped)
        return look

    def those(self, fits: Callable[[Entry], bool], *, known: str = "") -> tuple[Entry, ...]:
        """The sessions of which what opening says fits. One that cannot, by any of its files, is not opened to find that out.

        Nor is the one with the id `known`: whoever asks has it open, and the journal that it is written to says nothing new.
        """
        look = self._look
        unsettled = ((number, look.entries[number]) for number in look.unsettled)
        looked_into = [
            number
            for number, entry in unsettled
            if not (known and entry.id == known) and look.may_fit(entry, fits)
        ]
        look.kept = kept = {}
        each(look.read, looked_into, slow=look.seen.slow)
        look.kept = None
        found = tuple(sorted(filter(fits, look.entries), key=newest, reverse=True))
        if len(found) == 1 and found[0].path in kept:
            look.seen.keep(kept[found[0].path])
        return found

    def notes_of(self, entry: Entry) -> tuple[Shown, ...]:
        """The notes of a session as kind, text and supporters; of a damaged file those that are intact."""
        number = self._look.numbers.get(str(entry.path))
        return () if number is None else self._look.read(number).notes()

    def files_of(self, entry: Entry) -> tuple[Path, ...]:
        """Every file that has a say in what opening a session says, as the last look saw them."""
        return tuple(dict.fromkeys((entry.path, *entry.also, *self._look.seen.beside(entry.path))))

    def held(self, entry: Entry) -> Held:
        """A session as opening it gives it. Raises `UnreadableSessionError` and `OSError`."""
        from diskussion_tui.store.session.replicas import gather_with

        return gather_with(entry.path, self._look.seen).held

    def said(self, wanted: Asking | None = None) -> Iterator[Said]:
        """Every note in force that is `wanted`, or every one, by discussion, the newest first.

        What is `wanted` decides for itself about withdrawn and parked notes: it is asked about each.
        """
        from diskussion_tui.domain.analysis.said import said_in

        for session in self.sessions(self.entries):
            for one in said_in(session):
                if one.in_force if wanted is None else wanted.matches(one):
                    yield one

    def counts(self, by: Sequence[Facet], wanted: Asking | None = None) -> Counter[tuple[str, ...]]:
        """How many of the notes that `said` gives there are of each combination of what they are counted `by`."""
        from diskussion_tui.domain.analysis.counting import counted

        return counted(self.said(wanted), by)

    def sessions(self, entries: Iterable[Entry]) -> Iterator[Session]:
        """Those of some sessions that can be opened; a damaged one is told of where it is listed and opened."""
        for entry in entries:
            if session := self._look.session_of(entry):
                yield session

    def _settled(self, stopped: Callable[[], bool]) -> _Look | None:
        """The look with every entry as opening has it; None where it was `stopped` first."""
        look = before = self._look
        if unsettled := before.unsettled:
            if not before.read_some(unsettled, stopped, self._beat):
                return None
            look = before.sorted_anew()
            if before is self._look:
                self._look = look
        return look


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
