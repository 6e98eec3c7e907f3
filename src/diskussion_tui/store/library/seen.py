"""What one look at a folder of sessions and its refuge saw: every file with its head, every journal, and of which state.

Opening one session looks through the whole folder for what else may be of it. Whoever lists or searches all of them would do
that once a session; here it is done once, and `gather_with` is told. What has not changed since the look before is not read
again. What lies beside a session counts as part of its state: a copy that a synchroniser brings back may change what opening
says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.base.value import dataclass
from diskussion_tui.store.files.beginnings import ids_named_in
from diskussion_tui.store.files.paths import LIVE, half_made_in, session_files
from diskussion_tui.store.library.heads import SHUT, Entry, read_entry
from diskussion_tui.store.session.removals import records_in, removals_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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
        self, places: Iterable[Path] = (), before: Seen | None = None, own: Path | None = None
    ) -> None:
        """Look at some folders, `own` the one on this machine; what is as it was `before` is not read again."""
        places = tuple(places)
        self.removals = removals_in(places, own)
        self._records = [path for place in places for path in records_in(place / LIVE)]
        known = before.files if before else {}
        self.files: dict[Path, SeenFile] = {}
        self._files_of: dict[str, tuple[Path, ...]] = {}
        self._journals_of: dict[str, tuple[Path, ...]] = {}
        self._journals: dict[Path, int | None] = {}
        self._half_made_of: dict[str, tuple[Path, ...]] = {}
        for place in places:
            for path in half_made_in(place / LIVE):
                self._journals[path] = _stamp_of(path)
                for session_id in ids_named_in(path):
                    self._half_made_of[session_id] = (*self.half_made_of(session_id), path)
            for path in session_files(place):
                self._see_file(path, known.get(path))
            for path in session_files(place / LIVE):
                self._see_journal(path)

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

    def _see_file(self, path: Path, known: SeenFile | None) -> None:
        stamp = _stamp_of(path)
        if known is None or stamp is None or known.stamp != stamp:
            entry = read_entry(path)
            told = bool(entry.id) or entry.fault in SHUT
            known = SeenFile(entry, stamp, () if told else ids_named_in(path))
        self.files[path] = known
        for session_id in _ids(known):
            self._files_of[session_id] = (*self.files_of(session_id), path)

    def _see_journal(self, path: Path) -> None:
        session_id = path.name.partition(".")[0]
        self._journals[path] = _stamp_of(path)
        self._journals_of[session_id] = (*self.journals_of(session_id), path)


def _ids(file: SeenFile) -> tuple[str, ...]:
    return (file.entry.id,) if file.entry.id else file.ids


def _stamp_of(path: Path) -> int | None:
    """What is another where a file was written to, or where another has taken its name: one number, since many are kept."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return hash((stat.st_ino, stat.st_size, stat.st_mtime_ns))
