"""Files that hold the same discussion: another laptop's, a synchroniser's conflict copy, one from a USB stick.

They are recognised by the session's id, whatever they are called, and united as they are read. What stands in a journal
is the truth: it is never edited, so where a file has another text for the same version, somebody edited the file.
"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.faults import Fault, UnreadableSessionError
from diskussion_tui.domain.session.fold import NoHeadError, order, session_of
from diskussion_tui.domain.session.records import BY_HAND, Draft, Head, Purge, following, of_session
from diskussion_tui.domain.session.session import Frame
from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.files.beginnings import those_that_may_hold
from diskussion_tui.store.files.ground import ShutError, read_whole
from diskussion_tui.store.files.parallel import SLOW, Ahead, each
from diskussion_tui.store.files.paths import session_files, size_of
from diskussion_tui.store.session.beside import Folders
from diskussion_tui.store.session.blocks import Journaled, read_journal
from diskussion_tui.store.session.removals import NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from diskussion_tui.domain.session.records import Key, Record
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.files.codec import Content
    from diskussion_tui.store.files.places import Places
    from diskussion_tui.store.session.beside import Beside
    from diskussion_tui.store.session.removals import Removals

_LISTED = 1e-5
"""Seconds that a local disk takes to list a name at most."""
MOST_OF_COPIES = 50_000_000
"""So many bytes of other copies of a discussion are read at most: what is beyond that is told of, and harms nobody."""
MOST_COPIES = 100
"""And so many copies, or journals."""
MOST_OF_JOURNALS = 150_000_000
"""So many bytes of journals of a discussion are read at most: one may have 100 million, and nobody has several such."""
_LOOKS = 3
"""So often a folder is looked at where journals go while they are to be read."""
_FIT_ID = re.compile(r"[A-Za-z0-9-]{1,64}")
"""A session's id is part of its journals' names, and a file from elsewhere may hold any text as its id."""


@dataclass(frozen=True, slots=True)
class Replica:
    """A session file as it was read."""

    path: Path
    data: bytes
    content: Content


@dataclass(frozen=True, slots=True)
class Held:
    """A session as it stands on disk. `faults` are the parts of its files that could not be read.

    `newer` is the format's version of the file that was asked for where that is later than ours: then there may be more in
    it than was read. Another's file, or a journal, of a later version is a fault that names it: it keeps nobody from ours.
    """

    session: Session
    faults: tuple[Fault, ...] = ()
    newer: int = 0


@dataclass(frozen=True, slots=True)
class Gathered:
    """A session out of everything that holds it. `replicas` begins with the file that was asked for.

    `in_files` is what the session files alone hold, `in_first` counts the notes of the file that was asked for. `slow` is the
    disk that they were read from where it is asked many things at a time.
    """

    held: Held
    in_files: Session
    in_first: int
    replicas: tuple[Replica, ...]
    journals: tuple[tuple[Path, Journaled], ...] = ()
    removals: Removals = NONE
    slow: bool = False

    @property
    def path(self) -> Path:
        """The file that was asked for."""
        return self.replicas[0].path


class _GoneError(Exception):
    """What was listed is not there any more."""


def gather(path: Path, refuge: Path | None = None, folder: Path | None = None) -> Gathered:
    """The session in a file, in the other files of it beside it, in its `refuge` and its `folder`, and in the journals there.

    Raises `UnreadableSessionError` where the file holds no session, or one that was removed for good, and `OSError` where it
    cannot be read.
    """
    places = dict.fromkeys(filter(None, (path.parent, refuge, folder)))
    return gather_with(path, Folders(places, (refuge,) if refuge else ()))


def gather_in(path: Path, places: Places) -> Gathered:
    """As `gather`, out of every place where discussions are read. Raises as that does."""
    home = places.home_of(path)
    if len(places.homes) == 1:
        return gather(path, home.refuge, home.folder if path.parent == home.refuge else None)
    return gather_with(path, Folders(dict.fromkeys((path.parent, *places.every)), places.refuges))


def gather_with(path: Path, beside: Beside) -> Gathered:
    """As `gather`, for whoever knows already what lies beside the file. Raises `UnreadableSessionError` and `OSError`."""
    if path.parent.name == paths.LIVE:
        raise UnreadableSessionError(path.name, (Fault("journal_alone"),))
    if known := beside.gathered(path):
        return known
    for _ in range(_LOOKS):
        with suppress(_GoneError):
            return _gathered(path, beside)
        beside = beside.anew()
    return _gathered(path, beside, given_up=True)


def _gathered(path: Path, beside: Beside, *, given_up: bool = False) -> Gathered:
    """The session. Raises `_GoneError` where a journal has gone meanwhile: then a file may have come; else as `gather_with`."""
    session_id, taken, first = beside.id_in(path), beside.taken(path), None
    if taken is not None or not session_id:
        first = _replica(path, _asked_for(path) if taken is None else taken)
        session_id = _id_of(first)
    removals = beside.removals
    if removals.whole(session_id):
        raise UnreadableSessionError(path.name, (Fault("removed"),))
    # Journals before files: a writer that closes meanwhile takes its journal away, but not before its file holds it all.
    named = tuple(beside.journals_of(session_id))
    late: list[Path] = []  # those read after the file was taken

    def journal(path: Path) -> tuple[Path, Journaled] | None:
        return _journal(path, lambda: _read_before(beside, path, late))

    within, too_long = within_budget(named, MOST_OF_JOURNALS, code="too_many_journals")
    journals = tuple(filter(None, each(journal, within, slow=beside.slow)))
    if len(journals) < len(within) and not given_up:
        raise _GoneError
    wanted = bool(late) or first is None
    asked = Ahead(lambda: _asked_for(path)) if wanted and beside.slow else None
    files, too_many = within_budget(one for one in beside.files_of(session_id) if one != path)
    half_made, more = within_budget(beside.half_made_of(session_id))
    if wanted:
        now = asked.result() if asked else _asked_for(path)
        first = first if first and now == first.data else _replica(path, now)
    if first is None or _id_of(first) != session_id:
        raise _GoneError
    replicas = (first, *_others(files, session_id, slow=beside.slow))
    replicas += tuple(_half_made(half_made, session_id))
    in_files = _united(replicas, {})
    truth = _by_key(version for _path, journal in journals for version in journal.versions)
    session = _united(replicas, truth, removals)
    read = [*(replica.content for replica in replicas), *(journal for _path, journal in journals)]
    faults = [*too_long, *too_many, *more, *(fault for one in read for fault in one.faults)]
    faults += (Fault("newer_beside", 0, name) for name in _newer_beside(replicas[1:], journals))
    in_first = len(in_files.notes()) if len(replicas) == 1 else len(_united(replicas[:1], {}).notes())
    held = Held(session, tuple(faults), first.content.newer)
    return Gathered(held, in_files, in_first, replicas, journals, removals, beside.slow)


def _newer_beside(replicas: Iterable[Replica], journals: Iterable[tuple[Path, Journaled]]) -> Iterator[str]:
    """The names of other files and journals of a later version: what is known of them was read."""
    yield from (replica.path.name for replica in replicas if replica.content.newer)
    yield from (path.name for path, journal in journals if journal.newer)


def without(gathered: Gathered, ids: Collection[str]) -> tuple[Session, Session]:
    """The session, and what of it the files alone hold, as if nobody had removed some notes for good."""
    truth = _by_key(one for _path, journal in gathered.journals for one in journal.versions)
    return (
        _united(gathered.replicas, truth, gathered.removals, ids),
        _united(gathered.replicas, {}, gathered.removals, ids),
    )


def apart(gathered: Gathered) -> tuple[tuple[Path, Session], ...]:
    """What each file of a discussion holds by itself, the one that was asked for first; what any of them removed is in none."""
    purges = [one[-1] for key, one in gathered.held.session.versions.items() if key[0] == Purge.table]
    found: list[tuple[Path, Session]] = []
    for replica in gathered.replicas:
        with suppress(NoHeadError):
            versions = gathered.removals.heeded(
                (*replica.content.versions, *purges), _id_of(gathered.replicas[0])
            )
            found.append((replica.path, session_of(versions, replica.content.frame)))
    return tuple(found)


def _but(versions: Iterable[Record], ids: Collection[str]) -> tuple[Record, ...]:
    return tuple(one for one in versions if not (isinstance(one, Purge) and one.id in ids))


def _asked_for(path: Path) -> bytes:
    try:
        return read_whole(path)
    except ShutError as error:
        raise UnreadableSessionError(path.name, (Fault(error.code),)) from None


def same_session(folder: Path, session_id: str) -> list[Path]:
    """The files of a folder that may hold a session, whatever they are called."""
    began = time.perf_counter()
    found = sorted(session_files(folder))
    return those_that_may_hold(
        found, session_id, slow=time.perf_counter() - began > SLOW + len(found) * _LISTED
    )


def is_of(content: Content, session_id: str) -> bool:
    """Whether a file is of a session. One whose head is lost may be."""
    return all(version.id == session_id for version in content.versions if isinstance(version, Head))


def by_hand(found: Iterable[Record], truth: Mapping[Key, tuple[Record, ...]]) -> tuple[Record, ...]:
    """The versions of a file, where one that differs from the truth has been edited by hand as a new version."""
    versions = sorted(found, key=order)
    newest = {(version.table, version.id): version for version in versions}
    true = {
        (*key, one.rev, one.change): one for key in newest for one in reversed(truth.get(key, ()))
    }  # of two the first
    taken: list[Record] = []
    for version in versions:
        known = truth.get((version.table, version.id), ())
        same = true.get((version.table, version.id, version.rev, version.change))
        if same is None or isinstance(version, Draft):
            taken.append(version)
        elif version is newest[version.table, version.id] and version.said() != same.said():
            last = max((*known, version), key=order)
            altered = {key: value for key, value in version.said().items() if value != same.said()[key]}
            stamp = {
                "rev": following(last.rev),
                "writer": BY_HAND,
                "undoes": "",
                "change": f"{version.change}-{BY_HAND}",
            }
            edited: dict[str, Any] = altered | stamp
            taken.append(replace(last, **edited))
    return tuple(taken)


def _replica(path: Path, data: bytes) -> Replica:
    return Replica(path, data, codec.read(data))


def _id_of(replica: Replica) -> str:
    heads = [version for version in replica.content.versions if isinstance(version, Head)]
    if not heads:
        faults = replica.content.faults
        explained = any(not fault.code.startswith("unknown_") for fault in faults)
        raise UnreadableSessionError(
            replica.path.name, faults if explained else (*faults, Fault("no_session"))
        )
    if not _FIT_ID.fullmatch(heads[0].id):
        raise UnreadableSessionError(replica.path.name, (Fault("bad_record", 0, "session: id"),))
    return heads[0].id


def within_budget(
    paths: Iterable[Path], most: int | None = None, code: str = "too_many_copies"
) -> tuple[list[Path], tuple[Fault, ...]]:
    """Those of some files that are read, at most `most` bytes of them (`MOST_OF_COPIES`), the smallest first, and a fault for those that are too much.

    One by itself is asked nothing: on a slow disk that would be another answer to wait for, and it has a limit of its own.
    """
    every = list(paths)
    if len(every) <= 1:
        return every, ()
    sized = sorted((size_of(path), path) for path in every)
    sums = accumulate(size for size, _path in sized)
    taken = [
        path for (_size, path), upto in zip(sized, sums, strict=True) if upto <= (most or MOST_OF_COPIES)
    ]
    left = len(sized) - len(taken[:MOST_COPIES])
    return taken[:MOST_COPIES], (Fault(code, 0, str(left)),) if left else ()


def _others(files: Iterable[Path], session_id: str, *, slow: bool = False) -> list[Replica]:
    """Those of some files that hold a session."""

    def read(path: Path) -> Replica | None:
        with suppress(OSError, UnreadableSessionError):
            replica = _replica(path, read_whole(path))
            return replica if _id_of(replica) == session_id else None
        return None

    return list(filter(None, each(read, files, slow=slow)))


def _half_made(files: Iterable[Path], session_id: str) -> Iterator[Replica]:
    """What was in the making when a program died, or is: as much of it as can be read, which it may end anywhere."""
    for one in _others(files, session_id):
        yield replace(one, content=replace(one.content, faults=(), written_by=""))


def _read_before(beside: Beside, path: Path, late: list[Path]) -> bytes:
    """A journal as it was before the session's file was read, where somebody saw to that; else as it is now, and so it is `late`."""
    known = beside.journal(path)
    if known is None:
        late.append(path)
        known = read_whole(path)
    return known


def _journal(path: Path, read: Callable[[], bytes]) -> tuple[Path, Journaled] | None:
    """What a journal holds, None where it has gone. One that cannot be read is told of: it may hold words that nobody has put in a file yet."""
    try:
        found = read_journal(read())
    except FileNotFoundError:
        return None
    except ShutError:
        return path, Journaled((), (Fault("no_journal", 0, path.name),))
    except PermissionError:
        return path, Journaled((), (Fault("journal_shut", 0, path.name),))
    damaged = (Fault("journal_damaged", 0, path.name),) if found.faults else ()
    return path, replace(found, faults=damaged)


def _united(
    replicas: tuple[Replica, ...],
    truth: Mapping[Key, tuple[Record, ...]],
    removals: Removals = NONE,
    kept: Collection[str] = (),
) -> Session:
    """The session that some files and journals hold; `kept` are notes whose removal does not count."""
    contents = [replica.content for replica in replicas]
    written = [version for versions in truth.values() for version in versions]
    read = [version for content in contents for version in by_hand(content.versions, truth)]
    frame = next((content.frame for content in contents if content.frame != Frame()), Frame())
    try:
        session_id = _id_of(replicas[0])
        said = of_session((*written, *read), session_id)
        return session_of(_but(removals.heeded(said, session_id), kept), frame)
    except NoHeadError:
        raise UnreadableSessionError(replicas[0].path.name, replicas[0].content.faults) from None


def _by_key(versions: Iterable[Record]) -> dict[Key, tuple[Record, ...]]:
    found: dict[Key, list[Record]] = {}
    for version in versions:
        found.setdefault((version.table, version.id), []).append(version)
    return {key: tuple(of_it) for key, of_it in found.items()}
