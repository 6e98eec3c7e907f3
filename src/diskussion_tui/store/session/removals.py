"""What has been removed for good, told beside the files it was removed from.

A file can come back: from a backup, a synchroniser, a stick. What it was cleaned of would come back with it, were it only told
in the file. So each removal is also told in the folder's own record in `.live`, without a word of what it held, and once more
on this machine, beside the refuge, where nobody else writes.

Everybody's removals are heeded by whoever shows a discussion: what is said to be removed is not seen. What is taken out of a
file of ours is only what was removed on this machine, or what somebody here has agreed to; anybody may write to a shared
folder, and it is the one thing that cannot be undone. What was `kept` here is shown again, whatever others say.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Any

from diskussion_tui.base.toml import parsed
from diskussion_tui.base.value import dataclass
from diskussion_tui.store.files.fs import naming
from diskussion_tui.store.files.ground import LIVE, names_in, read_whole
from diskussion_tui.store.files.parallel import each
from diskussion_tui.store.files.paths import size_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.records import Purge, Record
    from diskussion_tui.store.files.fs import Fs

REMOVED = "rensade"
"""Begins the names of the records, each writer's own: nobody writes another's."""
_MOST = 10_000_000
_MOST_LINES = 12
"""An entry has at most half as many: what follows is not looked at, or one entry of a million lines would hold everything up."""
_MOST_TOLD = 20_000_000
"""So many bytes of others' records are read, the smallest first."""
_PLAIN = re.compile(r'(note|id|writer) = "([^"\\]*)"\s*')
"""A line of a record as it nearly always is."""
_LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Removal:
    """A note or a conclusion, or with no `note` a whole discussion, removed for good; or `kept` although somebody else did.

    With the discussion's own id as `note` it is what that was called before its revision `rev`.
    """

    session: str
    note: str = ""
    writer: str = ""
    at: dt.datetime = _LONG_AGO
    kept: bool = False
    rev: int = 1


class Removals:
    """The removals of a folder and of this machine. `own` are those told on this machine, the latest last."""

    def __init__(self, own: Iterable[Removal] = (), others: Iterable[Removal] = ()) -> None:
        self._own = {(one.session, one.note): one for one in own}
        self._others: dict[tuple[str, str], Removal] = {}
        for one in sorted(others, key=lambda one: one.at):
            self._others[one.session, one.note] = one

    def whole(self, session_id: str) -> Removal | None:
        """How a whole discussion was removed; None where it was not."""
        return self._standing(session_id, "")

    def heeded(self, versions: Iterable[Record], session_id: str) -> list[Record]:
        """The versions of a session as they are to be seen: what is told beside the files is told among them too."""
        if not (self._own or self._others):
            return list(versions)
        from diskussion_tui.domain.session.records import Purge  # a list that shows heads has no use for it

        kept = [one for one in versions if not (isinstance(one, Purge) and self.is_kept(session_id, one.id))]
        told = {one.id for one in kept if isinstance(one, Purge)}
        notes = {note for session, note in (*self._own, *self._others) if session == session_id and note}
        notes -= told
        standing = (self._standing(session_id, note) for note in sorted(notes))
        return [*kept, *(_as_record(one) for one in standing if one)]

    def notes(self, session_id: str = "") -> frozenset[str]:
        """The notes and conclusions that are removed, of a session or of all; their ids tell them apart from every other."""
        keys = {*self._own, *self._others}
        return frozenset(
            note
            for session, note in keys
            if note not in ("", session) and session_id in ("", session) and self._standing(session, note)
        )

    def tells_of(self, session_id: str) -> bool:
        """Whether anything is told of a session."""
        told = self._own or self._others
        return bool(told) and any(session == session_id for session, _note in (*self._own, *self._others))

    def told_here(self, session_id: str) -> frozenset[str]:
        """The notes of a session that were removed on this machine."""
        return frozenset(
            note
            for (session, note), one in self._own.items()
            if session == session_id and note and not one.kept
        )

    def told_elsewhere(self, session_id: str) -> frozenset[str]:
        """The notes of a session that only others tell were removed."""
        return frozenset(
            note
            for (session, note), one in self._others.items()
            if session == session_id and note and not one.kept and (session, note) not in self._own
        )

    def is_kept(self, session_id: str, note: str) -> bool:
        """Whether somebody here has said that a note is to be seen although others have removed it."""
        own = self._own.get((session_id, note))
        return own is not None and own.kept

    def _standing(self, session_id: str, note: str) -> Removal | None:
        found = self._own.get((session_id, note)) or self._others.get((session_id, note))
        return found if found and not found.kept else None


NONE = Removals()


def removals_in(places: Iterable[Path], *own: Path | None) -> Removals:
    """What is told in some folders of discussions; `own` are those on this machine."""
    records = (path for place in places for path in records_in(place / LIVE))
    return removals_among(records, tuple(filter(None, own)))


def removals_among(records: Iterable[Path], own: Collection[Path], *, slow: bool = False) -> Removals:
    """What some records tell, each in the `.live` of a folder; `own` are those on this machine. `slow` says that the disk is."""
    paths = _within(list(records), own)
    here: list[Removal] = []
    others: list[Removal] = []
    for path, told in zip(paths, each(lambda path: list(_read_record(path)), paths, slow=slow), strict=True):
        (here if path.parent.parent in own else others).extend(told)
    return Removals(here, others)


def _within(records: list[Path], own: Collection[Path]) -> list[Path]:
    """Those of some records that are read: all of this machine, and of others' so many."""
    theirs = [path for path in records if path.parent.parent not in own]
    if len(theirs) <= 1:
        return records  # of one it need not be asked how long it is: it has a limit of its own
    sized = sorted((size_of(path), path) for path in theirs)
    sums = accumulate(size for size, _path in sized)
    taken = {path for (_size, path), upto in zip(sized, sums, strict=True) if upto <= _MOST_TOLD}
    return [path for path in records if path.parent.parent in own or path in taken]


def records_in(live: Path) -> list[Path]:
    """The records of a folder's `.live`."""
    try:
        found = names_in(live)
    except OSError:
        return []
    return sorted(filter(is_record, found))


def is_record(path: Path) -> bool:
    """Whether a file in a `.live` is called like a record of removals."""
    return path.name.startswith(REMOVED) and path.suffix == ".toml"


def tell(fs: Fs, folder: Path, removals: Iterable[Removal], name: str = "") -> None:
    """Add removals to a folder's record, durably. `name` is whose it is. Raises `OSError`."""
    live = folder / LIVE
    fs.make_folder(live)
    handle = fs.open_journal(live / f"{REMOVED}{name and '.'}{name}.toml")
    try:
        # Each entry begins with a line end: what a crash cut short before it is then a line by itself.
        with naming(live / REMOVED):
            fs.write(handle, b"".join(_written(one) for one in removals))
            fs.sync(handle)
            fs.sync_folder(live)
    finally:
        fs.close(handle)


def _written(one: Removal) -> bytes:
    import tomli_w  # only whoever removes needs it: a list reads records too

    # The note before the discussion: an entry cut short must never be read as that of a whole discussion.
    values: dict[str, Any] = {"note": one.note, "id": one.session, "writer": one.writer}
    values |= {"rev": one.rev if one.rev > 1 else 0, "at": one.at}
    said = tomli_w.dumps({key: value for key, value in values.items() if value})
    return f"\n[[{'kept' if one.kept else 'purged'}]]\n{said}".encode()


def _read_record(path: Path) -> Iterator[Removal]:
    """What a record tells; of a damaged entry what its whole lines say."""
    try:
        data = read_whole(path, most=_MOST)
    except OSError:
        return
    for piece in data.decode(errors="replace").split("\n[["):
        table, *lines = piece.removeprefix("[[").splitlines() or [""]
        if table.strip() in ("purged]]", "kept]]") and (
            one := _removal(lines, kept=table.startswith("kept"))
        ):
            yield one


def _removal(lines: Iterable[str], *, kept: bool) -> Removal | None:
    said: dict[str, Any] = {}
    for line in islice(lines, _MOST_LINES):
        if plain := _PLAIN.fullmatch(line):
            said[plain[1]] = plain[2]
            continue
        with suppress(ValueError, RecursionError):
            said |= parsed(line)
    session, note, at, writer = (said.get(key, "") for key in ("id", "note", "at", "writer"))
    if not (session and all(isinstance(one, str) for one in (session, note, writer))):
        return None
    rev = said.get("rev", 1)
    if not (isinstance(at, dt.datetime) and at.tzinfo is not None):
        at = _LONG_AGO
    return Removal(session, note, writer, at, kept, rev if type(rev) is int else 1)


def _as_record(one: Removal) -> Purge:
    from diskussion_tui.domain.session.records import Purge

    return Purge(id=one.note, rev=one.rev, change="", writer=one.writer, at=one.at)
