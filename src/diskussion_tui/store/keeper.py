"""The keeper of one open session: its journal, its tidy file, and what other programs write beside it.

A change is saved when `append` returns. `tidy` brings the readable file up to date in quiet moments; the journal goes
only at `close`, once the tidy file has been read back and holds everything. Nothing is overwritten that was not read:
if the file is not the one that was last seen, what it holds is taken in first.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any
from zlib import crc32

from diskussion_tui.domain.fold import NoHeadError, fold, order, session_of
from diskussion_tui.domain.session import Draft, Head, Version
from diskussion_tui.store import codec, paths
from diskussion_tui.store.atomic import write_new, write_whole
from diskussion_tui.store.journal import Journal, journals_of, opened_alone, read_journal, same_file
from diskussion_tui.store.lock import try_lock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.domain.session import Change, Record, Session
    from diskussion_tui.store.fs import Fs

BY_HAND = "fil"
"""The writer of what somebody changed in the file itself."""

_FIT_ID = re.compile(r"[A-Za-z0-9-]{1,64}")
"""A session's id is part of its journals' names, and a file from elsewhere may hold any text as its id."""


class UnreadableSessionError(Exception):
    """A file that holds no session that can be opened. `faults` say why; the file is left as it is."""

    def __init__(self, path: Path, faults: tuple[codec.Fault, ...]) -> None:
        self.path = path
        self.faults = faults
        super().__init__(f"{path.name}: {', '.join(fault.code for fault in faults)}")


@dataclass(frozen=True, slots=True)
class Found:
    """What opening a session found besides the session: parts of the file that could not be read, words recovered."""

    faults: tuple[codec.Fault, ...] = ()
    recovered: int = 0


class Keeper:
    """One session, held open for one writer. Not for several threads at once."""

    def __init__(self, fs: Fs, path: Path, session: Session, journal: Journal, seen: bytes) -> None:
        self.path = path
        self._session = session
        self._unfolded: list[Record] = []
        self.found = Found()
        self._fs = fs
        self._journal = journal
        self._encoder = codec.Encoder()
        self._seen = seen
        self._others: dict[Path, tuple[int, int]] = {}
        self._fresh: tuple[Record, ...] = ()
        self._lock = -1
        self._spoilt = False

    @property
    def writer(self) -> str:
        """Who writes: the writer asked for, or that with a number where another program has the first."""
        return self._journal.writer

    @property
    def session(self) -> Session:
        """The session with everything that was taken in. Folded when it is asked for: a note is saved without it."""
        if self._unfolded:
            self._session = fold(self._session, self._unfolded)
            self._unfolded = []
        return self._session

    @classmethod
    def create(cls, fs: Fs, folder: Path, prefix: str, session: Session, writer: str) -> Keeper:
        """A new session on disk, under a name that nobody has. Raises `OSError`."""
        live = folder / paths.LIVE
        fs.make_folder(live)
        data = codec.Encoder().file(session)
        attempt = 1
        while True:
            path = folder / paths.file_name(prefix, session.head.name, session.head.date, attempt)
            try:
                write_new(fs, path, data, live)
                break
            except FileExistsError:
                attempt += 1
        return cls(fs, path, session, Journal.open(fs, live, session.id, writer), data)

    @classmethod
    def open(cls, fs: Fs, path: Path, writer: str) -> Keeper:
        """A session that is on disk, with whatever its journals hold beyond the file.

        Raises `UnreadableSessionError` where the file holds no session, and `OSError`.
        """
        data = path.read_bytes()
        content = codec.read(data)
        try:
            session = session_of(content.versions, content.frame)
        except NoHeadError:
            raise UnreadableSessionError(path, content.faults or (codec.Fault("no_session"),)) from None
        if not _FIT_ID.fullmatch(session.id):
            raise UnreadableSessionError(path, (codec.Fault("bad_record", 0, "session: id"),))
        live = path.parent / paths.LIVE
        fs.make_folder(live)
        keeper = cls(fs, path, session, Journal.open(fs, live, session.id, writer), data)
        try:
            keeper._session = with_journals(session, content, keeper._journaled(everything=True))
        except OSError:
            keeper.abandon()
            raise
        keeper.found = Found(content.faults, max(0, len(keeper.session.notes()) - len(session.notes())))
        keeper._spoilt = bool(content.faults)
        return keeper

    def append(self, changes: Iterable[Change], draft: Draft | None = None) -> None:
        """Put changes on disk: when this returns they are saved. A draft alone does not wait for the disk.

        Raises `OSError`; then nothing of this counts as saved, and the journal goes on in a file description of its own.
        """
        blocks: list[tuple[Record, ...]] = [change.versions for change in changes]
        durable = bool(blocks)
        if draft:
            blocks.append((draft,))
        try:
            self._journal.append(blocks, durable=durable)
        except OSError:
            self._journal.reopen()
            raise
        self._unite(record for block in blocks for record in block)

    def others(self) -> tuple[Record, ...]:
        """What others have written into this session since the last look, taken in here: their journals, edits by hand."""
        self._take_in(self._journaled())
        fresh, self._fresh = self._fresh, ()
        return fresh

    def tidy(self) -> bool:
        """Bring the session file up to date; False where another program has that in hand. Raises `OSError`."""
        if not self._hold_lock():
            return False
        self._read_what_changed()
        data = self._encoder.file(self.session)
        if data != self._seen:
            self._keep_aside_if_spoilt()
            write_whole(self._fs, self.path, data, self._live)
            self._seen = data
        return True

    def close(self) -> None:
        """Bring the file up to date and, once it has been read back and holds everything, remove the journals."""
        tidied = self.tidy()
        held = codec.read(self.path.read_bytes()) if tidied else None
        if held and not held.faults and _holds(held.versions, self.session):
            self._journal.remove()
            self._remove_left_behind(held.versions)
        if self._lock >= 0:
            self._fs.remove(
                self._lock_path
            )  # while it is held: whoever opened it meanwhile sees that it is gone
        self.abandon()

    def abandon(self) -> None:
        """Let go of files and locks and leave the disk as it is."""
        self._journal.close()
        if self._lock >= 0:
            self._fs.close(self._lock)
            self._lock = -1

    @property
    def _live(self) -> Path:
        return self.path.parent / paths.LIVE

    def _unite(self, records: Iterable[Record]) -> None:
        self._unfolded += records

    def _take_in(self, records: Iterable[Record]) -> None:
        """Unite what others wrote, and remember what of it is new until `others` tells."""
        fresh = tuple(record for record in records if _is_new(record, self.session))
        self._unite(fresh)
        self._fresh += fresh

    def _journaled(self, *, everything: bool = False) -> tuple[Record, ...]:
        """What stands in the session's journals that have grown since the last look; `everything` counts the own."""
        found: list[Record] = []
        for path in journals_of(self._live, self.session.id):
            if path == self._journal.path and not everything:
                continue
            try:
                stat = path.stat()
                if self._others.get(path) == (stat.st_size, stat.st_mtime_ns):
                    continue
                found += read_journal(path.read_bytes()).versions
            except FileNotFoundError:
                continue  # its writer has closed and tidied meanwhile
            self._others[path] = (stat.st_size, stat.st_mtime_ns)
        return tuple(found)

    def _read_what_changed(self) -> None:
        """Take in what others have written: into the session file itself, and into their journals."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            data = b""
        if data and data != self._seen:
            content = codec.read(data)
            self._spoilt = self._spoilt or bool(content.faults)
            self._take_in(_by_hand(content.versions, self.session))
        self._take_in(self._journaled())
        self._seen = data

    def _keep_aside_if_spoilt(self) -> None:
        """Keep a copy of a file whose every part could not be read, before it is written anew."""
        if self._spoilt and self._seen:
            aside = self._live / f"{self.path.stem}.{crc32(self._seen):08x}.undanlagd"
            if not aside.exists():
                write_whole(self._fs, aside, self._seen, self._live)
            self._spoilt = False

    def _hold_lock(self) -> bool:
        if self._lock < 0:
            handle = opened_alone(self._fs, self._lock_path)
            self._lock = -1 if handle is None else handle
        return self._lock >= 0

    @property
    def _lock_path(self) -> Path:
        return self._live / f"{self.session.id}.lock"

    def _remove_left_behind(self, held: tuple[Record, ...]) -> None:
        """Remove the journals of programs that died, if the file holds what they held and nobody has them open."""
        for path in journals_of(self._live, self.session.id):
            try:
                handle = os.open(path, os.O_RDWR)
            except OSError:
                continue
            try:
                # Locked first: what its writer adds between reading and locking would go unread.
                if try_lock(handle) and same_file(handle, path) and _superfluous(path.read_bytes(), held):
                    self._fs.remove(path)
            finally:
                os.close(handle)


def _superfluous(journal: bytes, held: tuple[Record, ...]) -> bool:
    """Whether everything in a journal stands in the session file. Older drafts need not."""
    journaled = read_journal(journal)
    lasting = {version for version in journaled.versions if not isinstance(version, Draft)}
    return not journaled.lost_bytes and lasting <= set(held)


def with_journals(session: Session, content: codec.Content, journaled: tuple[Record, ...]) -> Session:
    """The session of a file and its journals. A journal is never edited: where the two differ, the file was, by hand."""
    if not journaled:
        return session
    heads = () if any(isinstance(one, Head) for one in journaled) else (session.head,)
    written = session_of((*heads, *journaled), content.frame)
    return fold(written, _by_hand(content.versions, written))


def _is_new(record: Record, session: Session) -> bool:
    known = session.versions.get((record.table, record.id), ())
    if isinstance(record, Draft):
        return not known or order(known[-1]) < order(record)
    return record not in known


def _holds(held: tuple[Record, ...], session: Session) -> bool:
    every = {version for versions in session.versions.values() for version in versions}
    return every <= set(held)


def _by_hand(found: tuple[Record, ...], session: Session) -> tuple[Record, ...]:
    """The versions of a file, where one that we know has been edited by hand as a new version of its record."""
    newest: dict[tuple[str, str], Record] = {}
    for version in sorted(found, key=order):
        newest[version.table, version.id] = version
    taken: list[Record] = []
    for version in found:
        known = session.versions.get((version.table, version.id), ())
        same = next((one for one in known if (one.rev, one.change) == (version.rev, version.change)), None)
        if same is None or isinstance(version, Draft):
            taken.append(version)
        elif version is newest[version.table, version.id] and (altered := _altered(same, version)):
            altered |= {"rev": known[-1].rev + 1, "writer": BY_HAND, "undoes": ""}
            taken.append(replace(known[-1], change=f"{version.change}-{BY_HAND}", **altered))
    return tuple(taken)


def _altered(before: Record, now: Record) -> dict[str, Any]:
    """What somebody changed of a record by hand: its own fields, and whether it is withdrawn."""
    carried = {one.name for one in fields(Version)} - {"gone"}
    names = [one.name for one in fields(now) if one.name not in carried]
    return {name: getattr(now, name) for name in names if getattr(now, name) != getattr(before, name)}
