"""The past discussions in a folder: what a list shows of each, and a search over their names and notes.

The list reads only what stands before the first `[[…]]` of a file, without pydantic, so that the first frame of home need
not wait for it: there the store itself has written what opening would count. Where a discussion is more than that one file, it is
opened for the list too. The search reads every discussion as opening does, once, and keeps its notes packed; it looks at no file
again until the next `refresh`.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.store.files.coerce import list_of, number_of, table_of, word_of
from diskussion_tui.store.files.paths import LIVE, kept_out, session_files
from diskussion_tui.store.files.schema import SCHEMA_VERSION
from diskussion_tui.store.library.results import Hits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.library.packed import Packed
from diskussion_tui.store.library.results import Shown

_HEAD_BYTES = 8_192
_MAX_HEAD = 1_000_000

_OPENS = frozenset({"", "newer", "damaged", "no_schema"})
"""The faults of a list that opening can bear."""
_AT_ONCE = 12_000_000
"""So many characters are searched within a frame."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A discussion as a list shows it. `fault` is a code that `texts` has a sentence for, empty where the file is whole.

    `also` are other files of the same discussion: another laptop's, a synchroniser's, one in the refuge. `journals` hold what
    has been said and is in no file yet.
    """

    path: Path
    id: str = ""
    name: str = ""
    date: dt.date | None = None
    state: str = ""
    workbook: str = ""
    notes: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    step: str = ""
    modified: dt.datetime | None = None
    fault: str = ""
    also: tuple[Path, ...] = ()
    journals: tuple[Path, ...] = ()


class _Look:
    """What one look at the folder saw, and what was read since. A search on a thread keeps to the look it began with.

    `stamps` say of which state of its files the notes of a discussion were read. `weight` is None until all are.
    """

    def __init__(self, entries: tuple[Entry, ...] = ()) -> None:
        self.entries = entries
        self.numbers = {str(entry.path): number for number, entry in enumerate(entries)}
        self.names: tuple[str, ...] = ()
        self.packs: list[Packed | None] = [None] * len(entries)
        self.stamps: list[tuple[object, ...]] = [()] * len(entries)
        self.weight: int | None = None

    def keep(self, before: _Look) -> None:
        """Have the notes of those whose files are as they were when they were read."""
        for number, entry in enumerate(self.entries):
            known = before.numbers.get(str(entry.path))
            if known is not None and before.packs[known] and before.stamps[known] == _stamp(entry):
                self.packs[number], self.stamps[number] = before.packs[known], before.stamps[known]

    def read(self, number: int) -> Packed:
        """The notes of a discussion, read the first time."""
        found = self.packs[number]
        if found is None:
            stamp, found = _read(self.entries[number])
            self.packs[number], self.stamps[number] = found, stamp
        return found

    def read_all(self, stopped: Callable[[], bool]) -> bool:
        """Read the notes of all; False where it was `stopped` first."""
        for number, found in enumerate(self.packs):
            if found is None:
                if stopped():
                    return False
                self.read(number)
        self.names = tuple(folded(f"{entry.name} {entry.date or ''}") for entry in self.entries)
        self.weight = sum(found.weight for found in self.packs if found)
        return True

    def search(self, words: tuple[str, ...]) -> Hits:
        """The discussions whose name or notes hold every word; all must have been read."""
        from diskussion_tui.store.library.packed import holds

        numbers: list[int] = []
        counts: list[int] = []
        for number, (name, found) in enumerate(zip(self.names, self.packs, strict=True)):
            count = found.count(words) if found else 0
            if count or holds(name, words):
                numbers.append(number)
                counts.append(count)
        return Hits(self.entries, self.numbers, self.packs, words, (numbers, counts))


class Library:
    """The sessions of one folder, and those in its refuge. `refresh` looks again; the rest answers from what it saw."""

    def __init__(self, folder: Path, refuge: Path | None = None) -> None:
        self.folder = folder
        self._refuge = refuge
        self._look = _Look()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The sessions that the last look saw."""
        return self._look.entries

    @property
    def at_hand(self) -> bool:
        """Whether a search reads no file and takes less than a frame, so that it need not be done beside the screen."""
        return self._look.weight is not None and self._look.weight <= _AT_ONCE

    def refresh(self) -> tuple[Entry, ...]:
        """Every session, newest first, once however many files it has; files that are none stand with their fault."""
        places = [self.folder, *([self._refuge] if self._refuge else [])]
        entries = _united(read_entry(file) for place in places for file in session_files(place))
        whole = _as_opened(entries, _journals_in(places))
        look = _Look(tuple(sorted(whole, key=_newest, reverse=True)))
        look.keep(self._look)
        self._look = look
        return look.entries

    def read(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Read the notes that no search has read yet; False where it was `stopped` first. What was read is kept."""
        return self._look.read_all(stopped)

    def search(self, wanted: str) -> Hits:
        """The discussions whose name or notes hold every word of `wanted`, with the notes that do."""
        look = self._look
        words = tuple(folded(clean_line(wanted)).split())
        if not words:
            return Hits(look.entries, look.numbers, look.packs)
        if look.weight is None:
            look.read_all(lambda: False)
        return look.search(words)

    def notes_of(self, entry: Entry) -> tuple[Shown, ...]:
        """The notes of a discussion as kind, text and supporters; of a damaged file those that are intact."""
        look = self._look
        number = look.numbers.get(str(entry.path))
        return (_read(entry)[1] if number is None else look.read(number)).notes()


def read_entry(path: Path) -> Entry:
    """What a list shows of a file. Never raises: what is wrong is the entry's `fault`."""
    try:
        if fault := kept_out(path):
            return Entry(path, name=clean_line(path.name), fault=fault)
        head = _head_bytes(path).decode("utf-8-sig")
        return _entry(path, tomllib.loads(head), _modified(path))
    except UnicodeDecodeError:
        return Entry(path, name=clean_line(path.name), fault="not_utf8")
    except (ValueError, RecursionError):  # a number of too many digits is no TOMLDecodeError
        return Entry(path, name=clean_line(path.name), fault="damaged")
    except OSError:
        return Entry(path, name=clean_line(path.name), fault="unreadable")


def _modified(path: Path) -> dt.datetime | None:
    """When a file was last written; None where its time is none that a calendar has."""
    try:
        return dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def _head_bytes(path: Path) -> bytes:
    """The beginning of a file up to its first `[[…]]`."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        while b"\n[[" not in head and len(head) < _MAX_HEAD and (more := file.read(_HEAD_BYTES)):
            head += more
    return head.partition(b"\n[[")[0].rstrip(b"\r")  # half of a Windows line end is no line end


def _entry(path: Path, head: Mapping[str, Any], modified: dt.datetime | None) -> Entry:
    session, overview = table_of(head.get("session")), table_of(head.get("overview"))
    name, day = session.get("name"), session.get("date")
    if not isinstance(name, str) or not isinstance(day, dt.date):
        return Entry(path, name=clean_line(path.name), fault="no_session", modified=modified)
    if isinstance(day, dt.datetime):
        day = day.date()
    return Entry(
        path,
        id=word_of(session.get("id")),
        name=clean_line(name),
        date=day,
        state=word_of(session.get("state", "utkast")),
        workbook=word_of(session.get("workbook")),
        notes=number_of(overview.get("notes")),
        kinds={str(kind): number_of(count) for kind, count in table_of(overview.get("kinds")).items()},
        parts=tuple(clean_line(word_of(part)) for part in list_of(overview.get("parts"))),
        step=clean_line(word_of(overview.get("step"))),
        modified=modified,
        fault=_of_version(head.get("schema_version")),
    )


def _of_version(version: object) -> str:
    """What is wrong with the version of the format that a file says it has."""
    if type(version) is not int or version < 1:  # true is no number here
        return "no_schema"
    return "newer" if version > SCHEMA_VERSION else ""


def _read(entry: Entry) -> tuple[tuple[object, ...], Packed]:
    """The notes of a discussion, and of which state of its files; of none where they cannot be read."""
    from diskussion_tui.store.library.packed import packed
    from diskussion_tui.store.library.rows import rows_of

    if entry.fault not in _OPENS:
        return _stamp(entry), packed(())
    stamp, session = _stamp(entry), _opened(entry)
    return (stamp, packed(rows_of(session))) if session else ((), packed(()))


def _opened(entry: Entry) -> Session | None:
    """A discussion as opening it gives it; None where it cannot be opened."""
    from diskussion_tui.domain.session.faults import UnreadableSessionError
    from diskussion_tui.store.session.replicas import gather_known

    try:
        if kept_out(entry.path):  # put there since it was listed
            return None
        return gather_known(entry.path, entry.journals, entry.also).held.session
    except (OSError, UnreadableSessionError):
        return None


def _stamp(entry: Entry) -> tuple[object, ...]:
    """What is another when a file of a discussion has been changed, or is to be had again."""
    stamp: list[object] = [entry.fault]
    for path in (entry.path, *entry.also, *entry.journals):
        try:
            stat = path.stat()
        except OSError:
            return ()
        stamp += [path, stat.st_size, stat.st_mtime_ns]
    return tuple(stamp)


def _journals_in(places: Iterable[Path]) -> Mapping[str, tuple[Path, ...]]:
    """The journals in some folders, by the ids of their discussions."""
    found: dict[str, tuple[Path, ...]] = {}
    for place in places:
        for path in session_files(place / LIVE):
            session_id = path.name.partition(".")[0]
            found[session_id] = (*found.get(session_id, ()), path)
    return found


def _as_opened(entries: Iterable[Entry], journals: Mapping[str, tuple[Path, ...]]) -> Iterator[Entry]:
    """Entries with what opening each would show, where that may be another thing than its file's head says."""
    entries = list(entries)
    odd = [entry.path for entry in entries if entry.fault in _OPENS - {""}]
    for entry in entries:
        also = (
            *entry.also,
            *(path for path in odd if entry.id and path != entry.path and _may_hold(path, entry.id)),
        )
        logs = journals.get(entry.id, ())
        if entry.fault or not (also or logs):
            yield entry if not (also or logs) else replace(entry, also=also, journals=logs)
        else:
            yield _counted(replace(entry, also=also, journals=logs))


def _may_hold(path: Path, session_id: str) -> bool:
    from diskussion_tui.store.session.replicas import may_hold

    return may_hold(path, session_id)


def _counted(entry: Entry) -> Entry:
    """An entry with what the opened discussion says of itself, rather than one of its files."""
    from diskussion_tui.domain.session.summary import overview_of

    session = _opened(entry)
    if session is None:
        return entry
    head, overview, draft = session.head, overview_of(session), session.latest_draft()
    return replace(
        entry,
        name=head.name,
        date=head.date,
        state=head.state,
        notes=overview.notes,
        kinds=overview.kinds,
        parts=overview.parts,
        step=draft.step if draft else "",
    )


def _united(entries: Iterable[Entry]) -> list[Entry]:
    """One entry a session: that of the file that was written last, with the others beside it."""
    found: list[Entry] = []
    by_id: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.fault or not entry.id:
            found.append(entry)
        else:
            by_id.setdefault(entry.id, []).append(entry)
    for same in by_id.values():
        first, *others = sorted(same, key=_newest, reverse=True)
        found.append(replace(first, also=tuple(other.path for other in others)) if others else first)
    return found


def _newest(entry: Entry) -> tuple[bool, dt.date, float]:
    modified = entry.modified.timestamp() if entry.modified else 0.0
    return (bool(entry.date), entry.date or dt.date.min, modified)
