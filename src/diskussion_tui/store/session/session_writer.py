"""The session writer of one open session: its journal, its tidy file, and what other programs write beside it.

A change is saved when `append` returns. `tidy` brings the readable file up to date in quiet moments; the journal goes
only at `close`, once the tidy file has been read back and holds everything. Nothing is overwritten that was not read:
if the file is not the one that was last seen, what it holds is taken in first. And nobody writes another writer's file:
where the file that was opened is another laptop's, what is added here goes to a file of our own beside it.
"""

from __future__ import annotations

import errno
import os
import threading
from collections import deque
from typing import TYPE_CHECKING

from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.records import REMOVABLE, Draft, of_session
from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.files.atomic import write_free, write_whole
from diskussion_tui.store.files.comments import comments_in
from diskussion_tui.store.files.ground import read_whole
from diskussion_tui.store.session.cleanup import Leftovers, is_journal_of, keep_aside
from diskussion_tui.store.session.consent import Consent
from diskussion_tui.store.session.journal import Journal, journal_in
from diskussion_tui.store.session.opening import Found, NewerFormatError
from diskussion_tui.store.session.openness import Openness
from diskussion_tui.store.session.own_file import is_new, name_beside, numbered, own_file, says_more, stamp_of
from diskussion_tui.store.session.replicas import by_hand, gather, is_of, same_session, without
from diskussion_tui.store.session.tidy_lock import TidyLock
from diskussion_tui.store.session.watch import Neighbours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Change, Session
    from diskussion_tui.store.files.fs import Fs
    from diskussion_tui.store.session.replicas import Gathered

_LOOKS_BACK = 3
"""So often a program that has closed sees to what others left meanwhile; who is still there does the rest."""


class SessionWriter:
    """One session, held open for one writer. `append` may run in one thread while another does all the rest."""

    def __init__(self, fs: Fs, path: Path, session: Session, journal: Journal, owner: str) -> None:
        self.path = path
        self.found = Found()
        self._fs = fs
        self._journal = journal
        self._owner = owner
        self._session = session
        self._appended: deque[Record] = deque()
        self._encoder = codec.Encoder(owner)
        self._seen = b""
        self._written: tuple[int, int, int] | None = None
        self._elsewhere: Session | None = None
        self._neighbours = Neighbours(path.parent, session.id)
        self._fresh: tuple[Record, ...] = ()
        self._consent = Consent()
        self._openness = Openness()
        self._lock = TidyLock(fs, path.parent / paths.LIVE / f"{session.id}.{owner}.lock")
        self._spoilt = self._unsure = False
        self._refuge: Path | None = None
        self._device = path.parent.stat().st_dev
        self._turn = threading.Lock()
        """Held while the journal is written to: where it has been taken away it is renewed by whoever notices first."""

    @property
    def writer(self) -> str:
        """Who writes: the writer asked for, or that with a number where another program has the first."""
        return self._journal.writer

    @property
    def session(self) -> Session:
        """The session with everything that was taken in. Folded when it is asked for: a note is saved without it."""
        if new := list(self._appended):
            self._session = fold(self._session, new)
            for _ in new:  # not before: a record must at all times be in one of the two
                self._appended.popleft()
        return self._session

    @property
    def view(self) -> Session:
        """The session as it is to be seen: without what others have removed for good, also where we still keep it."""
        return self._consent.view(self.session)

    @property
    def asked(self) -> tuple[str, ...]:
        """The notes that others have removed and that we keep until somebody here says what is to become of them."""
        return tuple(self._consent.asked)

    @classmethod
    def create(cls, fs: Fs, folder: Path, prefix: str, session: Session, writer: str) -> SessionWriter:
        """A new session on disk, under a name that nobody has. Raises `OSError`."""
        live = folder / paths.LIVE
        fs.make_folder(live)
        data = codec.Encoder(writer).file(session)
        path = write_free(
            fs, paths.file_names(folder, prefix, session.head.name, session.head.date), data, live
        )
        session_writer = cls(fs, path, session, Journal.open(fs, live, session.head, writer), writer)
        session_writer._seen = data
        session_writer._consent.is_written(session)
        return session_writer

    @classmethod
    def open(cls, fs: Fs, path: Path, writer: str, refuge: Path | None = None) -> SessionWriter:
        """A session that is on disk, with whatever its journals and its other files hold beyond the file.

        `refuge` is where it was kept while its own folder refused: that is brought home. Raises `NewerFormatError`,
        `UnreadableSessionError` where the file holds no session, and `OSError`.
        """
        return cls.take_up(fs, gather(path, refuge), writer, refuge)

    @classmethod
    def take_up(cls, fs: Fs, gathered: Gathered, writer: str, refuge: Path | None = None) -> SessionWriter:
        """As `open`, for a session that has just been read: what stood on disk then is read no second time."""
        path = gathered.path
        own = own_file(gathered, path, writer)
        if (own or gathered.replicas[0]).content.newer:
            raise NewerFormatError(gathered.held)
        consent, removes = Consent.at_opening(gathered, own, writer)
        session, in_files = gathered.held.session, gathered.in_files
        if removes:
            session, in_files = without(gathered, consent.asked)
        openness = Openness.at_opening(gathered, own)
        journal = journal_in(fs, path.parent / paths.LIVE, session.head, writer, dict(gathered.journals))
        session_writer = cls(fs, own.path if own else name_beside(path, writer), session, journal, writer)
        session_writer._seen = own.data if own else b""
        session_writer._encoder.comments = comments_in(session_writer._seen)
        session_writer._elsewhere = None if own else in_files
        session_writer._consent, session_writer._openness = consent, openness
        session_writer._close_journal()
        session_writer._refuge = None if refuge == path.parent else refuge  # where it is at home, it stays
        session_writer._spoilt = bool(own and own.content.faults)
        notes, seen = len(gathered.in_files.notes()), len(gathered.held.session.notes())
        session_writer.found = Found(
            gathered.held.faults,
            max(0, seen - notes),
            max(0, notes - gathered.in_first),
            removes,
        )
        return session_writer

    @classmethod
    def move_in(
        cls, fs: Fs, folder: Path, name: str, session: Session, writer: str, refuge: Path | None = None
    ) -> SessionWriter:
        """A session kept in another folder than before: all of it is on disk there when this returns.

        How a discussion goes into the refuge when its own folder refuses, and home again where its file is gone.
        `name` is the file's, unless the folder has a file of the session already. Raises `OSError`.
        """
        live = folder / paths.LIVE
        fs.make_folder(live)
        path = next(iter(same_session(folder, session.id)), folder / name)
        session_writer = cls(fs, path, session, Journal.open(fs, live, session.head, writer), writer)
        session_writer._refuge = refuge
        try:
            session_writer._journal.append([session_writer.everything()])
        except OSError:
            session_writer.abandon()
            raise
        return session_writer

    def append(self, changes: Iterable[Change], draft: Draft | None = None) -> None:
        """Put changes on disk: when this returns they are saved. A draft alone does not wait for the disk.

        Raises `OSError` where a second journal was refused too; then nothing of this counts as saved.
        """
        blocks: list[tuple[Record, ...]] = [change.versions for change in changes]
        durable = bool(blocks)
        if draft:
            blocks.append((draft,))
        with self._turn:
            try:
                self._journal.append(blocks, durable=durable)
            except OSError:
                self._make_live_again()
                if self._journal.vanished:
                    self._journal.renew(self.everything())
                self._journal.append(blocks, durable=durable)
            self._is_said(record for block in blocks for record in block)

    def put(self, records: Iterable[Record]) -> None:
        """Put versions on disk that another session writer of this session knows. Raises `OSError`."""
        if block := tuple(records):
            with self._turn:
                self._journal.append([block])
                self._is_said(block)

    def _is_said(self, records: Iterable[Record]) -> None:
        """Remember what is on disk. In turn: whoever renews or shortens the journal meanwhile must know all of it."""
        said = tuple(records)
        self._appended.extend(said)
        self._consent.is_said(said)

    def others(self) -> tuple[Record, ...]:
        """What others have written into this session since the last look, taken in here: their journals, their files."""
        self._hear_neighbours()
        fresh, self._fresh = self._fresh, ()
        return fresh

    def everything(self) -> tuple[Record, ...]:
        """Every version that is known here. May be called from any thread."""
        appended = tuple(
            self._appended
        )  # first: what is folded in meanwhile is then there twice, not missing
        return tuple(dict.fromkeys((*_all(self._session), *appended)))

    def snapshot(self) -> Session:
        """The session as it is known here. May be called from any thread."""
        return session_of(self.everything(), self._session.frame)

    def beyond(self, session: Session) -> tuple[Record, ...]:
        """What is known here and not in `session`."""
        return tuple(record for record in _all(self.session) if is_new(record, session))

    def claim(self) -> None:
        """Have a file of our own with everything in it, also where others' files and journals hold all there is."""
        self._elsewhere = None

    @property
    def disturbed(self) -> bool:
        """Whether somebody has taken our journal away, or changed the file that we write: it wants writing again."""
        now = stamp_of(self.path) if self._lock.is_held else self._written
        return (
            self._journal.vanished
            or now != self._written
            or bool(self._lock.is_held and self._seen and now is None)
        )

    def tidy(self) -> bool:
        """Bring the session file up to date; False where another program has that in hand. Raises `OSError`."""
        self._renew()
        self._make_live_again()
        if not self._lock.take():
            return False
        self._read_what_changed()
        if self._elsewhere is not None and not says_more(self.session, self._elsewhere):
            return True  # only looked at: no file of our own beside the other's
        data = self._encoder.file(self.session)
        if data != self._seen or self._unsure:
            self._keep_aside_if_spoilt()
            self._write(data)
        self._shorten()
        return True

    def close(self) -> None:
        """Bring the file up to date and, once it has been read back and holds everything, remove the journals.

        Of two programs that close at once each may find the other still at work, and leave its journal to it: so whoever
        has let go looks once more.
        """
        if self.tidy():
            held = self._read_back()
            if held is not None:
                self._put_away(held)
        self._leave()
        for _ in range(_LOOKS_BACK):
            if not Leftovers(self._fs, self.session.id, self._owner).left_in(self._live) or not self.tidy():
                break
            if held := self._read_back():
                self._clear(held)
            self._leave()

    def _renew(self) -> None:
        """Put everything on disk again where somebody has taken our journal away, in one of its own. Raises `OSError`."""
        if self._journal.vanished:
            with self._turn:
                self._make_live_again()
                self._journal.renew(self.everything())

    def _shorten(self) -> None:
        """Begin the journal anew where it has become long and the file, read back, holds everything in it."""
        if self._journal.is_long and self._read_back() is not None:
            with self._turn:
                if not self._appended:  # nothing was said since the file was written
                    self._journal.empty()

    def _put_away(self, held: tuple[Record, ...]) -> None:
        """Remove what the file makes superfluous: our journals, what our dead programs left, what the refuge kept."""
        leftovers = Leftovers(self._fs, self.session.id, self._owner, held)
        for path in self._journal.paths:
            leftovers.keep_damaged(path)
        self._journal.remove()
        self._clear(held)
        if self._refuge:
            leftovers.leave(self._refuge)

    def _clear(self, held: tuple[Record, ...]) -> None:
        Leftovers(self._fs, self.session.id, self._owner, held).clear(self._live, f"{self.path.name}.")

    def _leave(self) -> None:
        """Let go of everything, and take the lock's file away."""
        self._lock.remove()
        self.abandon()

    def abandon(self) -> None:
        """Let go of files and locks and leave the disk as it is."""
        self._journal.close()
        self._lock.let_go()

    # ---- the file ------------------------------------------------------------------------------------------------

    @property
    def _live(self) -> Path:
        return self.path.parent / paths.LIVE

    def _make_live_again(self) -> None:
        """Make the journals' folder anew where somebody has taken it away. Raises `OSError`.

        Not where the discussion's own folder has gone, or is another than it was: a share that is no longer there leaves
        a bare folder in its place, and what is written into that is hidden when the share comes back.
        """
        if not self._live.is_dir() and self._live.parent.stat().st_dev != self._device:
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))
        self._fs.make_folder(self._live)

    def _write(self, data: bytes) -> None:
        self._unsure = True  # where the folder's sync fails, the name may be gone after a power cut
        if self._seen:
            write_whole(self._fs, self.path, data, self._live, self._openness.over)
        else:
            names, give = numbered(self.path), self._openness.anew
            self.path = write_free(self._fs, names, data, self._live, give)
            self._elsewhere = None
        self._seen, self._unsure = data, False
        self._consent.is_written(self.session)
        self._written = stamp_of(self.path)
        self._close_journal()

    def _close_journal(self) -> None:
        """Have the journal be no more open than the file: somebody may have closed that, also meanwhile."""
        self._journal.close_as(lambda handle: self._openness.beside(handle, self.path))

    def _hear_neighbours(self) -> None:
        for path, records in self._neighbours.news(self.session, self.path, self._journal.identities):
            self._take_in(records)
            self._openness.takes_from(path)
            ours = path.parent == self._live and is_journal_of(path, self.session.id, self._owner)
            if self._elsewhere is not None and not ours:
                self._elsewhere = fold(self._elsewhere, records)  # it is others' to keep

    def _take_in(self, records: Iterable[Record]) -> None:
        """Unite what others wrote, and remember what of it is new until `others` tells.

        What they have removed for good is told too, and so not seen any more; out of our file it is taken only when asked.
        """
        said = of_session(records, self._session.id)
        fresh = (one for one in said if is_new(one, self.session))
        taken, asked = self._consent.parted(fresh, self._session.id)
        self._session = fold(self.session, taken)
        hidden = self._consent.asked
        self._fresh += (*(one for one in taken if not (one.table in REMOVABLE and one.id in hidden)), *asked)

    def _read_what_changed(self) -> None:
        """Take in what others have written: into the session file itself, into their journals and files."""
        self._written = stamp_of(self.path)
        try:
            data = read_whole(self.path)
        except FileNotFoundError:
            data = b""
        if data and data != self._seen:
            content = codec.read(data)
            if content.newer or not is_of(content, self.session.id):
                # Somebody has put another discussion there, or a later version of the program has been at work.
                self.path, data = name_beside(self.path, self._owner), b""
            else:
                self._spoilt = self._spoilt or bool(content.faults)
                self._encoder.comments = comments_in(data)
                self._take_in(by_hand(content.versions, self.session.versions))
        self._hear_neighbours()
        self._seen = data

    def _keep_aside_if_spoilt(self) -> None:
        """Keep a copy of a file whose every part could not be read, before it is written anew."""
        if self._spoilt and self._seen:
            keep_aside(self._fs, self._live, self.path, self._seen)
            self._spoilt = False

    def _read_back(self) -> tuple[Record, ...] | None:
        """What the file on disk holds, read anew; None unless that is everything."""
        if self._elsewhere is not None:
            return tuple(_all(self.session))  # others' files hold it, and we have added nothing
        content = codec.read(read_whole(self.path))
        whole = not content.faults and set(_all(self.session)) <= set(content.versions)
        return content.versions if whole else None


def _all(session: Session) -> Iterator[Record]:
    return (version for versions in session.versions.values() for version in versions)
