"""What one look at a folder of sessions and its refuge saw: every file with its head, every journal, and of which state.

Opening one session looks through the whole folder for what else may be of it. Whoever lists or searches all of them would do
that once a session; here it is done once, and `gather_with` is told. What has not changed since the look before is not read
again. What lies beside a session counts as part of its state: a copy that a synchroniser brings back may change what opening
says.
"""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.base.value import dataclass
from diskussion_tui.store.files.beginnings import ids_named_in
from diskussion_tui.store.files.ground import names_in
from diskussion_tui.store.files.parallel import SLOW, each
from diskussion_tui.store.files.paths import LIVE, session_files
from diskussion_tui.store.library.heads import SHUT, Entry, entry_by_name, read_entry
from diskussion_tui.store.session.removals import NONE, is_record, removals_among

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file and what it says of itself. `stamp` tells its state, None where that is not known; see `_stamp_of`.

    `ids` are the sessions that its first lines name where its head does not say which it is of.
    """

    entry: Entry
    stamp: int | None
    ids: tuple[str, ...] = ()


class Seen:
    """The files of some folders by their paths, and which of them, and which journals, are or may be of a session."""

    def __init__(
        self,
        places: Iterable[Path] = (),
        before: Seen | None = None,
        own: Path | None = None,
        *,
        early: Callable[[Seen], None] | None = None,
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        """Look at some folders, `own` the one on this machine; what is as it was `before` is not read again.

        Where the disk is slow, `early` is handed what the names alone say, before a file is read. `beat` is called for every
        answer of the disk, from whichever thread.
        """
        places = tuple(places)
        known = before.files if before else {}
        self.files: dict[Path, SeenFile] = {}
        self._files_of: dict[str, tuple[Path, ...]] = {}
        self._journals_of: dict[str, tuple[Path, ...]] = {}
        self._journals: dict[Path, int | None] = {}
        self._half_made_of: dict[str, tuple[Path, ...]] = {}
        lists, slow = _listed(places, beat)
        self._records = lists.records
        self.removals = removals_among(lists.records, own) if lists.records else NONE
        if slow and early:
            early(self._by_names(lists.files, known))

        def look(path: Path) -> SeenFile:
            file = _looked_at(path, known.get(path))
            beat()
            return file

        for path, ids in zip(lists.half_made, each(ids_named_in, lists.half_made, slow=slow), strict=True):
            for session_id in ids:
                self._half_made_of[session_id] = (*self.half_made_of(session_id), path)
        for path, file in zip(lists.files, each(look, lists.files, slow=slow), strict=True):
            self._take_in(path, file)
        beside = [*lists.half_made, *lists.journals]
        self._journals.update(zip(beside, each(_stamp_of, beside, slow=slow), strict=True))
        for path in lists.journals:
            session_id = path.name.partition(".")[0]
            self._journals_of[session_id] = (*self.journals_of(session_id), path)
        beat()

    def _by_names(self, files: Iterable[Path], known: Mapping[Path, SeenFile]) -> Seen:
        """What the names of files say that nobody has read yet, and of others what was known before."""
        seen = Seen()
        seen.removals = self.removals
        for path in files:
            seen._take_in(path, known.get(path) or SeenFile(entry_by_name(path), None))
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

    def beside(self, path: Path) -> list[Path]:
        """Everything but the file itself that has a say in what opening it says."""
        found: dict[Path, None] = {}
        for session_id in _ids(self.files[path]):
            found |= dict.fromkeys(
                (
                    *self.files_of(session_id),
                    *self.journals_of(session_id),
                    *self.half_made_of(session_id),
                )
            )
            if self.removals.tells_of(session_id):
                found |= dict.fromkeys(self._records)
        found.pop(path, None)
        return list(found)

    def entries(self) -> Iterator[Entry]:
        """What a list shows of each file. Of a discussion that was removed for good that it is one, and no more."""
        for file in self.files.values():
            gone = self.removals.whole(file.entry.id) if file.entry.id else None
            name = clean_line(file.entry.path.name)
            yield Entry(file.entry.path, name=name, fault="removed") if gone else file.entry

    def state_of(self, path: Path) -> tuple[object, ...]:
        """Of which state everything is that opening a file reads; empty where that is not known."""
        stamps = [(one, self._stamp(one)) for one in (path, *self.beside(path))]
        return tuple(stamps) if all(stamp is not None for _, stamp in stamps) else ()

    def _stamp(self, path: Path) -> int | None:
        return self.files[path].stamp if path in self.files else self._journals.get(path)

    def _take_in(self, path: Path, file: SeenFile) -> None:
        self.files[path] = file
        for session_id in _ids(file):
            self._files_of[session_id] = (*self.files_of(session_id), path)


@dataclass(frozen=True, slots=True)
class _Lists:
    """What lies in some folders, by what it is."""

    files: list[Path]
    journals: list[Path]
    half_made: list[Path]
    records: list[Path]


def _listed(places: tuple[Path, ...], beat: Callable[[], None]) -> tuple[_Lists, bool]:
    """What lies in some folders, and whether listing them took so long that the disk is slow."""
    began = time.perf_counter()
    jobs = [partial(listing, place) for place in places for listing in (session_files, _beside)]
    found = each(lambda job: job(), jobs)
    slow = time.perf_counter() - began > SLOW * max(1, len(jobs))
    beat()
    files, beside = ([path for listed in found[kind::2] for path in listed] for kind in range(2))
    journals = [path for path in beside if path.suffix == ".toml" and not path.name.startswith(".")]
    half_made = [path for path in beside if path.suffix == ".ny"]
    return _Lists(files, journals, half_made, list(filter(is_record, beside))), slow


def _beside(folder: Path) -> list[Path]:
    """What lies in a folder's `.live`."""
    try:
        return names_in(folder / LIVE)
    except OSError:
        return []


def _looked_at(path: Path, known: SeenFile | None) -> SeenFile:
    """A file as it is now: as it is known, where nothing has changed."""
    stamp = _stamp_of(path)
    if known is not None and stamp is not None and known.stamp == stamp:
        return known
    entry = read_entry(path)
    told = bool(entry.id) or entry.fault in SHUT
    return SeenFile(entry, stamp, () if told else ids_named_in(path))


def _ids(file: SeenFile) -> tuple[str, ...]:
    return (file.entry.id,) if file.entry.id else file.ids


def _stamp_of(path: Path) -> int | None:
    """What is another where a file was written to, or where another has taken its name: one number, since many are kept."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return hash((stat.st_ino, stat.st_size, stat.st_mtime_ns))
