"""What one look at a folder of sessions and its refuge saw: every file with its head, every journal, and of which state.

Opening one session looks through the whole folder for what else may be of it. Whoever lists or searches all of them would do
that once a session; here it is done once, and `gather_with` is told. What has not changed since the look before is not read
again. What lies beside a session counts as part of its state: a copy that comes back may change what opening says.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.base.value import dataclass
from diskussion_tui.store.files.beginnings import ids_named_in
from diskussion_tui.store.files.ground import read_whole
from diskussion_tui.store.files.parallel import Ahead, each
from diskussion_tui.store.files.paths import LIVE
from diskussion_tui.store.library.heads import (
    SHUT,
    Entry,
    entry_by_name,
    entry_of_journal,
    newest,
    read_entry,
)
from diskussion_tui.store.library.lying import (
    beside_in,
    counts,
    files_in,
    glanced,
    listed,
    stamp_and_age,
    stamp_of,
)
from diskussion_tui.store.session.removals import NONE, removals_among

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from diskussion_tui.store.files.places import Places
    from diskussion_tui.store.library.lying import Lists
    from diskussion_tui.store.session.beside import Folders
    from diskussion_tui.store.session.replicas import Gathered

_SOUGHT = 4
"""More files than this are not read whole before one knows which is meant."""
_MANY = 500
"""More files than this that nobody has read yet take longer to read than somebody waits for the first row."""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file and what it says of itself. `stamp` tells its state, None where that is not known; see `stamp_of`.

    `ids` are the sessions that its first lines name where its head does not say which it is of. `young` says that it was written
    only just now: it may be written once more without its stamp telling.
    """

    entry: Entry
    stamp: int | None
    ids: tuple[str, ...] = ()
    young: bool = False


class Seen:
    """The files of some folders by their paths, and which of them, and which journals, are or may be of a session."""

    def __init__(
        self,
        places: Places | None = None,
        known: Mapping[Path, SeenFile] | None = None,
        *,
        sought: Sequence[Callable[[Entry], bool]] = (),
        early: Callable[[Seen], None] | None = None,
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        """Look at some folders; what is as it is `known` is not read again.

        What seems `sought` by its name, in one of some ways, is read whole where the disk is slow: whoever looks for it is about
        to open it.
        Where the disk is slow, or many files are new, `early` is handed what the names alone say, before a file is read. `beat` is
        called for every answer of the disk, from whichever thread.
        """
        self._places, self._own = (places.every, places.refuges) if places else ((), frozenset())
        self.rank: Callable[[Path], int] = places.rank if places else lambda _path: 0
        known = known or {}
        self.files: dict[Path, SeenFile] = {}
        self._stamps: dict[str, int | None] = {}
        self._files_of: dict[str, tuple[Path, ...]] = {}
        self._journals_of: dict[str, tuple[Path, ...]] = {}
        self._journals: dict[Path, int | None] = {}
        self._half_made_of: dict[str, tuple[Path, ...]] = {}
        self._folders = {one: stamp_of(one) for place in self._places for one in (place, place / LIVE)}
        lists, self.slow, too_early = listed(self._places)
        beat()
        self._records = lists.records
        self.removals = removals_among(lists.records, self._own, slow=self.slow) if lists.records else NONE
        if early and (self.slow or sum(path not in known for path in lists.files) > _MANY):
            early(self._by_names(lists.files, known))
        self._gathered: Gathered | None = None
        self._take_ahead(_sought(lists.files, sought if self.slow else ()), lists.journals)
        # A journal goes once a file holds it: what was listed beside the journals is listed again after them.
        again = Ahead(lambda: files_in(self._places)) if too_early else None
        self._look_at_half_made(lists.half_made)
        self._look_at_files(lists.files, known, beat)
        if again:
            self._look_at_files([path for path in again.result() if path not in self.files], known, beat)
        self._look_at_journals(lists)
        self._alone = self._without_file()
        beat()

    def _look_at_half_made(self, paths: Sequence[Path]) -> None:
        for path, ids in zip(paths, each(ids_named_in, paths, slow=self.slow), strict=True):
            for session_id in ids:
                self._half_made_of[session_id] = (*self.half_made_of(session_id), path)

    def _look_at_files(
        self, paths: Sequence[Path], known: Mapping[Path, SeenFile], beat: Callable[[], None]
    ) -> None:
        def look(path: Path) -> SeenFile:
            file = _looked_at(path, known.get(path))
            beat()
            return file

        for file in each(look, paths, slow=self.slow):
            self._take_in(file)

    def _look_at_journals(self, lists: Lists) -> None:
        beside = [*lists.half_made, *lists.journals, *lists.records]
        self._journals.update(zip(beside, each(stamp_of, beside, slow=self.slow), strict=True))
        for path in lists.journals:
            session_id = path.name.partition(".")[0]
            self._journals_of[session_id] = (*self.journals_of(session_id), path)

    def _take_ahead(self, sought: Sequence[Path], journals: Sequence[Path]) -> None:
        """Have those files read that somebody is about to open, and the few journals there are before them: see `_gathered`."""
        first = journals if sought and len(journals) <= _SOUGHT else ()
        self._read = {path: Ahead(partial(read_whole, path)) for path in first}
        before = tuple(self._read.values())

        def after_journals(path: Path) -> bytes:
            for journal in before:
                journal.wait()
            return read_whole(path)

        self._taken = {path: Ahead(partial(after_journals, path)) for path in sought}

    def _without_file(self) -> list[Entry]:
        """A row for each session of which only journals are left: somebody has taken its file away."""
        gone = [
            journals
            for session_id, journals in self._journals_of.items()
            if not (self.files_of(session_id) or self.removals.whole(session_id))
        ]
        rows = each(
            lambda journals: next(filter(None, map(entry_of_journal, journals)), None), gone, slow=self.slow
        )
        return list(filter(None, rows))

    def _by_names(self, files: Iterable[Path], known: Mapping[Path, SeenFile]) -> Seen:
        """What the names of files say that nobody has read yet, and of others what was known before."""
        seen = Seen()
        seen.slow = True
        seen.removals = self.removals
        for path in files:
            seen._take_in(known.get(path) or SeenFile(entry_by_name(path), None))
        return seen

    @classmethod
    def remembered(cls, files: Iterable[SeenFile]) -> Seen:
        """Files as they were, without a look."""
        seen = cls()
        for file in files:
            seen._take_in(file)
        return seen

    def files_of(self, session_id: str) -> tuple[Path, ...]:
        """The files that may hold a session."""
        return self._files_of.get(session_id, ())

    def journals_of(self, session_id: str) -> tuple[Path, ...]:
        """The journals of a session, whoever wrote them."""
        return self._journals_of.get(session_id, ())

    def half_made_of(self, session_id: str) -> tuple[Path, ...]:
        """The files in the making that may hold a session."""
        return self._half_made_of.get(session_id, ())

    def id_in(self, path: Path) -> str:
        """Which session a file is of, empty where it does not say."""
        return self.files[path].entry.id if path in self.files else ""

    def taken(self, path: Path) -> bytes | None:
        """What a file held when it was looked at, where it was read whole; it is told once."""
        asked = self._taken.pop(path, None)
        with suppress(OSError):
            return asked.result() if asked else None
        return None

    def journal(self, path: Path) -> bytes | None:
        """What a journal held before any file was `taken`, where it was read; it is told once. Raises `OSError`."""
        asked = self._read.pop(path, None)
        return asked.result() if asked else None

    def keep(self, gathered: Gathered) -> None:
        """Have a session told to the next who gathers it: what was found by opening it is opened once."""
        self._gathered = gathered

    def gathered(self, path: Path) -> Gathered | None:
        """The session that was kept, where it is the one in this file; it is told once."""
        found, self._gathered = self._gathered, None
        return found if found and found.path == path else None

    def anew(self) -> Folders:
        """The same folders looked at again."""
        from diskussion_tui.store.session.beside import Folders  # a list opens nothing

        return Folders(self._places, self._own)

    def beside(self, path: Path) -> list[Path]:
        """Everything but the file itself that has a say in what opening it says."""
        found: dict[Path, None] = {}
        ids = _ids(self.files[path]) if path in self.files else ()
        if all(map(self._is_alone, ids)):
            return []  # as nearly always, and asked several times of each of thousands
        for one in ids:
            found |= dict.fromkeys((*self.files_of(one), *self.journals_of(one), *self.half_made_of(one)))
            if self.removals.tells_of(one):
                found |= dict.fromkeys(self._records)
        found.pop(path, None)
        return list(found)

    def _is_alone(self, session_id: str) -> bool:
        """Whether a session is one file and nothing else."""
        beside = session_id in self._journals_of or session_id in self._half_made_of
        return not beside and len(self.files_of(session_id)) == 1 and not self.removals.tells_of(session_id)

    def entries(self) -> Iterator[Entry]:
        """What a list shows of each file. Of a discussion that was removed for good that it is one, and no more."""
        for file in self.files.values():
            gone = self.removals.whole(file.entry.id) if file.entry.id else None
            name = clean_line(file.entry.path.name)
            yield Entry(file.entry.path, name=name, fault="removed") if gone else file.entry
        yield from self._alone

    def state_of(self, path: Path) -> tuple[tuple[Path, int | None], ...]:
        """Of which state everything is that opening a file reads; empty where that is not known."""
        stamps = [(one, self._stamp(one)) for one in (path, *self.beside(path))]
        return tuple(stamps) if all(stamp is not None for _, stamp in stamps) else ()

    @property
    def looked(self) -> bool:
        """Whether any folder was looked at."""
        return bool(self._places)

    def is_as_it_was(self) -> bool:
        """Whether everything is there still, in the same state, and nothing else: far quicker than a look that finds that out.

        A slow disk is not asked twice.
        """
        if self.slow or not self._places:
            return False
        stamps = self._stamps = self._stamps or {str(path): file.stamp for path, file in self.files.items()}
        count = 0
        for place in self._places:
            for path, stamp in glanced(place):
                if stamps.get(path, -1) != stamp:
                    return False
                count += 1
        beside = filter(counts, (path for place in self._places for path in beside_in(place)))
        return count == len(stamps) and {path: stamp_of(path) for path in beside} == self._journals

    def names_are_as_they_were(self) -> bool:
        """Whether the folders themselves were last changed when they had been: whoever saves puts a file in another's place."""
        return all(stamp == stamp_of(path) for path, stamp in self._folders.items())

    def lasting_state_of(self, path: Path) -> str:
        """The same as a text that another program can compare; empty where it is not known, or may change unnoticed."""
        file = self.files.get(path)
        if file is None or file.young:
            return ""
        beside = self.beside(path)
        if not beside:
            return str(file.stamp) if file.stamp is not None else ""
        if any(one in self.files and self.files[one].young for one in beside):
            return ""
        state = self.state_of(path)
        return "\n".join(sorted(f"{stamp} {one}" for one, stamp in state)) if state else ""

    def _stamp(self, path: Path) -> int | None:
        return self.files[path].stamp if path in self.files else self._journals.get(path)

    def _take_in(self, file: SeenFile) -> None:
        path = file.entry.path  # and no other of the same letters: each takes a kilobyte
        self.files[path] = file
        for session_id in _ids(file):
            self._files_of[session_id] = (*self.files_of(session_id), path)


def _sought(files: Iterable[Path], ways: Iterable[Callable[[Entry], bool]]) -> list[Path]:
    """Those of some files that are sought by what their names say, in the first of some ways that finds any but not many."""
    named = [entry_by_name(path) for path in files] if ways else []
    for way in ways:
        if 0 < len(found := [entry.path for entry in named if way(entry)]) <= _SOUGHT:
            return found
    return []


def _looked_at(path: Path, known: SeenFile | None) -> SeenFile:
    """A file as it is now: as it is known, where nothing has changed."""
    stamp, young = stamp_and_age(path)
    if known is not None and stamp is not None and known.stamp == stamp:
        return known
    entry = read_entry(path)
    told = bool(entry.id) or entry.fault in SHUT
    return SeenFile(entry, stamp, () if told else ids_named_in(path), young)


def _ids(file: SeenFile) -> tuple[str, ...]:
    return (file.entry.id,) if file.entry.id else file.ids


def united(seen: Seen) -> Iterator[Entry]:
    """One entry a session: that of the file that was written last in the first of its folders, with the others beside it."""
    by_id: dict[str, list[Entry]] = {}
    for entry in seen.entries():
        if entry.fault not in {"", "newer"} or len(seen.files_of(entry.id)) < 2:  # noqa: PLR2004 - as nearly always, it is the only one
            yield entry
        else:
            by_id.setdefault(entry.id, []).append(entry)
    for session_id, same in by_id.items():
        first, *others = sorted(sorted(same, key=newest, reverse=True), key=lambda one: seen.rank(one.path))
        also = dict.fromkeys((*(other.path for other in others), *seen.files_of(session_id)))
        also.pop(first.path, None)
        yield replace(first, also=tuple(also))
