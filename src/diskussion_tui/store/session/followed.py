"""A discussion followed from outside while others lead it: read again and again, and never written to.

Nothing is opened for writing, locked or made: neither a byte nor a time stamp of the folder changes. A look where nothing has
happened lists the journals and asks for a few stamps. What is appended to a journal is read from where it was read to. The
session file is not read as long as a journal holds what was said since it was written: a writer puts there nothing but what
stands in its journal, and does so in every quiet second. All is read anew where that cannot be relied on: where a journal
has gone, was cut short or has come, another file of the discussion was changed, or something was removed for good.
"""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, TypeAlias

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.fold import fold
from diskussion_tui.store.files.beginnings import those_that_may_hold
from diskussion_tui.store.files.ground import PRACTICE, names_in, read_whole
from diskussion_tui.store.files.paths import LIVE, session_files
from diskussion_tui.store.session.blocks import Place, read_on
from diskussion_tui.store.session.journal import journals_among, writer_in
from diskussion_tui.store.session.removals import is_record
from diskussion_tui.store.session.replicas import gather, same_session

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session

    Stamp: TypeAlias = tuple[int, int, int]
    """Inode, bytes and time: another where a file was written to, or where another has its name."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look saw: journals, the other files of the discussion, records of removals, and which names there are."""

    journals: Mapping[Path, Stamp]
    files: Mapping[Path, Stamp]
    records: Mapping[Path, Stamp]
    names: frozenset[Path]


class Followed:
    """A discussion in `path`, with its `refuge`, and its own `folder` where `path` lies in the refuge."""

    def __init__(self, path: Path, refuge: Path | None = None, folder: Path | None = None) -> None:
        self.path = path
        self._places = tuple(dict.fromkeys(place for place in (path.parent, refuge, folder) if place))
        self._refuge, self._folder = refuge, folder
        self._session: Session | None = None
        self._seen = _Seen({}, {}, {}, frozenset())
        self._files: set[Path] = {path}
        self._read: dict[Path, Place] = {}
        self._named: dict[Path, tuple[int, frozenset[Path]]] = {}

    @property
    def journals(self) -> Mapping[Path, Stamp]:
        """The journals that the last look saw: whoever leads the discussion has one."""
        return self._seen.journals

    def look(self) -> Session:
        """The discussion as it stands on disk; the very same value where nothing has changed.

        Raises `UnreadableSessionError` where its file holds it no more, and `OSError`; the next look may find it again.
        """
        if not self.path.exists():
            self._find_again()
        if self._session is None:
            return self._read_all(self._look())
        seen = self._with_come(self._look())
        if self._is_torn(seen):
            return self._read_all(seen)
        for path, stamp in seen.journals.items():
            if stamp != self._seen.journals[path]:
                self._read_on(path)
        self._seen = seen
        return self._session

    # ---- looking -------------------------------------------------------------------------------------------------

    def _look(self) -> _Seen:
        lying = [path for place in self._places for path in _lying_in(place / LIVE)]
        journals = journals_among(lying, self._session.id) if self._session else ()
        names = frozenset(name for place in self._places for name in self._names(place))
        return _Seen(
            _stamped(journals), _stamped(sorted(self._files)), _stamped(filter(is_record, lying)), names
        )

    def _names(self, place: Path) -> frozenset[Path]:
        """What a folder's session files are called: listed again only when a name has come or gone."""
        try:
            changed = place.stat().st_mtime_ns
        except OSError:
            return frozenset()
        known = self._named.get(place)
        if known is None or known[0] != changed:
            known = self._named[place] = (changed, frozenset(session_files(place)))
        return known[1]

    def _is_torn(self, seen: _Seen) -> bool:
        """Whether what was read does not simply go on."""
        before = self._seen
        if seen.journals.keys() != before.journals.keys() or seen.records != before.records:
            return True
        pairs = [(before.journals[path], stamp) for path, stamp in seen.journals.items()]
        if any(was[0] != now[0] or now[1] < was[1] for was, now in pairs):
            return True
        changed = {path for path in self._files if seen.files.get(path) != before.files.get(path)}
        return bool(changed - ({self.path} if seen.journals else set()))

    def _with_come(self, seen: _Seen) -> _Seen:
        """A look, with those files among the discussion's that have come since: as they were before they are read."""
        come = seen.names - self._seen.names
        if come and self._session and (ours := those_that_may_hold(come, self._session.id)):
            self._files |= {*ours}
            return self._look()
        return seen

    def _find_again(self) -> None:
        """Look for the discussion's file under another name: a synchroniser may have given it one. Raises `OSError`."""
        found = [
            path for place in self._places if self._session for path in same_session(place, self._session.id)
        ]
        if not found:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.path))
        self.path, self._session = found[0], None

    # ---- reading -------------------------------------------------------------------------------------------------

    def _read_all(self, seen: _Seen) -> Session:
        gathered = gather(self.path, self._refuge, self._folder)
        first = self._session is None
        self._session = gathered.held.session
        self._files = {
            one.path for one in gathered.replicas if one.path.parent.name != LIVE
        }  # none in the making
        self._read = {path: journal.place for path, journal in gathered.journals}
        if first:  # whose journals there are is known only now
            now = self._look()
            unread = {path: (stamp[0], 0, 0) for path, stamp in now.journals.items()}
            seen = _Seen(unread, {**now.files, **seen.files}, seen.records, seen.names)
        # As it was seen before it was read, so that whatever came in between is seen by the next look.
        self._seen = seen
        return self._session

    def _read_on(self, path: Path) -> None:
        """What a journal has got since."""
        found = read_on(lambda begin: read_whole(path, begin), self._read.get(path, Place()))
        self._read[path] = found.place
        if found.versions and self._session:
            self._session = fold(self._session, found.versions)


def led_in(places: Iterable[Path], since: float, own: Collection[str], *, others: bool = True) -> Path | None:
    """The file of the discussion that somebody leads: of those with a journal written to after `since`, the newest.

    Those that writers of our `own` lead come before others', so that of many groups in one folder each sees its own. `since` is
    seconds since 1970. What somebody practises on counts too. None where nobody leads any; without `others`, nobody here.
    """
    found = sorted(_lively(places, since, own), reverse=True)
    for ours, _at, session_id, place in found:
        if (ours or others) and (files := same_session(place, session_id)):
            return files[0]
    return None


def _lively(
    places: Iterable[Path], since: float, own: Collection[str]
) -> Iterator[tuple[bool, float, str, Path]]:
    every = [*places]
    every += [inner for place in every for inner in _lying_in(place / PRACTICE)]
    for place in every:
        for path in _lying_in(place / LIVE):
            session_id = path.name.partition(".")[0]
            if path.suffix == ".toml" and session_id and not is_record(path):
                stamp = _stamp_of(path)
                if stamp and stamp[2] / 1e9 >= since:
                    yield writer_in(path) in own, stamp[2] / 1e9, session_id, place


def _lying_in(folder: Path) -> list[Path]:
    try:
        return names_in(folder)
    except OSError:
        return []


def _stamped(paths: Iterable[Path]) -> dict[Path, Stamp]:
    return {path: stamp for path in paths if (stamp := _stamp_of(path))}


def _stamp_of(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns)
