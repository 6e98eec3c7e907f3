"""What is left beside a session's file and may go once the file holds it: journals, half-made files, the refuge's copy.

Nothing is removed that a program has open, that is another laptop's, or that holds something the file does not. What
was damaged is kept aside first, whole.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.records import Draft, is_removed, of_session, removals_among
from diskussion_tui.store.files import codec, lock, paths
from diskussion_tui.store.files.atomic import no_more_open, write_whole
from diskussion_tui.store.files.ground import open_below, read_whole
from diskussion_tui.store.files.lock import same_file, try_lock
from diskussion_tui.store.files.paths import half_made_in
from diskussion_tui.store.session.blocks import is_foreign, read_journal
from diskussion_tui.store.session.journal import journals_of
from diskussion_tui.store.session.replicas import same_session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.store.files.fs import Fs


FORGOTTEN = 3_600.0
"""Seconds after which nobody is still writing a file in the making."""
_JOURNAL = re.compile(r"[A-Za-z0-9-]+\.[A-Za-z0-9-]+(\+\d+)?")
"""What a journal is called, but for `.toml`."""


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What one writer's programs left of a session. `held` is what its file on disk has been seen to hold."""

    fs: Fs
    session_id: str
    owner: str
    held: tuple[Record, ...] = ()

    def left_in(self, live: Path) -> bool:
        """Whether a folder has a journal of ours that no program has open."""
        ours = (path for path in journals_of(live, self.session_id) if self._is_ours(path))
        for path in ours:
            with _locked(path) as free:
                if free:
                    return True
        return False

    def clear(self, live: Path, half_made: str = "") -> None:
        """Remove our journals in a folder, and the files there that we died in the midst of writing.

        `half_made` is how the names of those begin.
        """
        for path in journals_of(live, self.session_id):
            if self._is_ours(path) or is_copy(path):
                self._remove(path)
        self._remove_half_made(live, half_made)
        self._remove_forgotten(live)

    def leave(self, refuge: Path) -> None:
        """Remove what the refuge holds of the session, unless another program keeps it there, or it holds more."""
        live = refuge / paths.LIVE
        left = [path for path in journals_of(live, self.session_id) if not self._remove(path)]
        if left:
            return
        for path in same_session(refuge, self.session_id):
            content = codec.read(read_whole(path))
            if not (content.faults or content.newer) and self._has(content.versions):
                self.fs.remove(path)
        self._remove_half_made(live)
        self.fs.remove(live / f"{self.session_id}.{self.owner}.lock")

    def keep_damaged(self, journal: Path) -> None:
        """Keep a copy of a journal that was damaged; one that has gone already was not."""
        try:
            data = read_whole(journal)
        except FileNotFoundError:
            return
        if read_journal(data).faults:
            keep_aside(self.fs, journal.parent, journal, data)

    def _remove(self, journal: Path) -> bool:
        """Remove a journal if the file holds what it held and nobody has it open; whether it is gone."""
        handle = _taken(journal)
        if handle is None:
            return not journal.exists()
        with ExitStack() as held:
            held.callback(lock.close, handle)
            data = read_whole(journal)
            found = read_journal(data)
            if is_foreign(data) or found.newer or not self._has(found.versions):
                return False
            self.keep_damaged(journal)
            held.pop_all()
        self.fs.remove_held(journal, handle)
        return True

    def _is_ours(self, journal: Path) -> bool:
        # Another laptop's journal looks left behind here while its program runs there: it is not ours to remove.
        return is_journal_of(journal, self.session_id, self.owner)

    def _has(self, versions: Iterable[Record]) -> bool:
        """Whether the file has what lasts of some versions: older drafts, and notes removed for good, it need not have."""
        purged = removals_among(self.held)
        lasting = {one for one in of_session(versions, self.session_id) if not isinstance(one, Draft)}
        return all(is_removed(one, purged) for one in lasting - set(self.held))

    def _remove_half_made(self, live: Path, name: str = "") -> None:
        """Remove what was never finished: it may hold words that have been removed for good."""
        mark = f'id = "{self.session_id}"'.encode()
        for path in half_made_in(live):
            with suppress(OSError):
                if path.name.startswith(name) and mark in read_whole(path):
                    self.fs.remove(path)

    def _remove_forgotten(self, live: Path) -> None:
        """Remove what some program never finished long ago, once the file holds it: whoever made it is not at it any more."""
        mark = f'id = "{self.session_id}"'.encode()
        for path in half_made_in(live):
            with suppress(OSError):
                if time.time() - path.lstat().st_mtime > FORGOTTEN and mark in (data := read_whole(path)):
                    found = codec.read(data)
                    if not found.newer and self._has(found.versions):
                        self.fs.remove(path)


@contextmanager
def _locked(journal: Path) -> Iterator[bool]:
    """Hold a journal's lock: what its writer adds between reading and removing would be lost. False where that has it."""
    handle = _taken(journal)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            lock.close(handle)


def _taken(journal: Path) -> int | None:
    """A journal open and locked; None where another has it, or it is not there."""
    try:
        handle = open_below(journal, os.O_RDWR)
    except OSError:
        return None
    if try_lock(handle) and same_file(handle, journal):
        return handle
    lock.close(handle)
    return None


def is_copy(journal: Path) -> bool:
    """Whether a file is called like a journal and a little more: a copy that a synchroniser made, and nobody writes to."""
    return _JOURNAL.fullmatch(journal.stem) is None


def is_journal_of(path: Path, session_id: str, owner: str) -> bool:
    """Whether a journal is a writer's, in whichever of their programs."""
    return re.fullmatch(re.escape(f"{session_id}.{owner}") + r"(-\d+)?(\+\d+)?", path.stem) is not None


def keep_aside(fs: Fs, live: Path, path: Path, data: bytes) -> None:
    """Keep a copy of a file that could not be read whole, before it goes or is written anew: for nobody who could not read that."""
    aside = live / paths.aside_name(path, data)
    if not aside.exists():
        write_whole(fs, aside, data, live, no_more_open(path))
