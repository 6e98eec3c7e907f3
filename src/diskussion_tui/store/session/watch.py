"""What others write into an open session: their journals, and other files of the same session in its folder.

Looked at in quiet moments, so it must cost next to nothing where nothing has happened: a file is read again only when
its size or time has changed, a journal only from where it was read to, and of the folder only names that have come since.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.store.files import paths
from diskussion_tui.store.files.beginnings import those_that_may_hold
from diskussion_tui.store.files.codec import read
from diskussion_tui.store.files.ground import ShutError, read_whole
from diskussion_tui.store.files.paths import session_files
from diskussion_tui.store.session.blocks import Place, read_on
from diskussion_tui.store.session.journal import journals_of
from diskussion_tui.store.session.replicas import by_hand, is_of, within_budget

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session


class Neighbours:
    """The other files of a session in `folder`, with how far each has been read."""

    def __init__(self, folder: Path, session_id: str) -> None:
        self._folder = folder
        self._id = session_id
        self._stamps: dict[Path, tuple[int, int, int]] = {}
        self._read: dict[Path, Place] = {}
        self._names_at = 0
        self._known: set[Path] = set()
        self._files: set[Path] = set()

    def news(
        self, session: Session, file: Path, own: Collection[tuple[int, int]]
    ) -> Iterator[tuple[Path, tuple[Record, ...]]]:
        """What has been written since the last look and where; as often as not nothing.

        But for the `file` that we write, and for `own`, the device and inode of each journal that we have open: another
        file under the name of one of them is somebody else's.

        Journals before files: a writer that closes takes its journal away, but not before its file holds everything.
        """
        for path in journals_of(self._folder / paths.LIVE, self._id):
            if self._changed(path, own):
                with suppress(FileNotFoundError, PermissionError, ShutError):
                    yield path, self._further(path)
        for path in within_budget(one for one in self._same_session() if one != file)[0]:
            if self._changed(path):
                with suppress(FileNotFoundError, PermissionError, ShutError):
                    content = read(read_whole(path))
                    if is_of(content, self._id):
                        yield path, by_hand(content.versions, session.versions)

    def _changed(self, path: Path, own: Collection[tuple[int, int]] = ()) -> bool:
        try:
            stat = path.stat()
        except OSError:
            return False
        if (stat.st_dev, stat.st_ino) in own:
            return False
        before = self._stamps.get(path)
        now = self._stamps[path] = (stat.st_ino, stat.st_size, stat.st_mtime_ns)
        return before != now

    def _further(self, path: Path) -> tuple[Record, ...]:
        found = read_on(lambda begin: read_whole(path, begin), self._read.get(path, Place()))
        self._read[path] = found.place
        return found.versions

    def _same_session(self) -> list[Path]:
        try:
            changed = self._folder.stat().st_mtime_ns
        except OSError:
            return []
        if changed != self._names_at:
            names = set(session_files(self._folder))
            self._files &= names
            self._files |= set(those_that_may_hold(names - self._known, self._id))
            self._known, self._names_at = names, changed
        return sorted(self._files)
