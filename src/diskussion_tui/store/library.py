"""The past discussions in a folder: what a list shows of each, and a search over their names and notes.

The list reads only what stands before the first `[[…]]` of a file, without pydantic, so that the first frame of home need
not wait for it. The search reads whole files, once each, and remembers them; the index for thousands of discussions
will take its place behind `Library.search`.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from diskussion_tui.domain.text import clean_line, clean_note, folded
from diskussion_tui.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_HEAD_BYTES = 8_192
_MAX_HEAD = 1_000_000
_MAX_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A discussion as a list shows it. `fault` is a code that `texts` has a sentence for, empty where the file is whole."""

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


@dataclass(frozen=True, slots=True)
class Hit:
    """A discussion that a search found, with its notes that match: kind, text, supporters."""

    entry: Entry
    notes: tuple[tuple[str, str, int], ...] = ()


class Library:
    """The sessions of one folder. `refresh` looks again; the rest answers from what was last seen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entries: tuple[Entry, ...] = ()
        self._texts: dict[Path, tuple[tuple[int, int], tuple[tuple[str, str, int], ...]]] = {}

    def refresh(self) -> tuple[Entry, ...]:
        """Every session file of the folder, newest first; files that are no session stand with their fault."""
        self.entries = tuple(sorted(map(read_entry, session_files(self.folder)), key=_newest, reverse=True))
        return self.entries

    def search(self, wanted: str) -> tuple[Hit, ...]:
        """The discussions whose name or notes hold every word of `wanted`, with the notes that do."""
        words = folded(clean_line(wanted)).split()
        if not words:
            return tuple(Hit(entry) for entry in self.entries)
        hits = (self._hit(entry, words) for entry in self.entries)
        return tuple(hit for hit in hits if hit is not None)

    def notes_of(self, entry: Entry) -> tuple[tuple[str, str, int], ...]:
        """The notes of a discussion as kind, text and supporters; empty where the file cannot be read."""
        if entry.fault:
            return ()
        try:
            stat = entry.path.stat()
            stamp = (stat.st_size, stat.st_mtime_ns)
            known = self._texts.get(entry.path)
            if known is None or known[0] != stamp:
                known = self._texts[entry.path] = (stamp, _notes_in(entry.path))
        except OSError:
            return ()
        return known[1]

    def _hit(self, entry: Entry, words: list[str]) -> Hit | None:
        name = folded(f"{entry.name} {entry.date or ''}")
        named = all(word in name for word in words)
        notes = tuple(note for note in self.notes_of(entry) if all(word in folded(note[1]) for word in words))
        return Hit(entry, notes) if named or notes else None


def session_files(folder: Path) -> list[Path]:
    """The files of a folder that are, or are called like, sessions."""
    try:
        return [path for path in folder.iterdir() if path.suffix == ".toml" and not path.name.startswith(".")]
    except OSError:
        return []


def read_entry(path: Path) -> Entry:
    """What a list shows of a file. Never raises: what is wrong is the entry's `fault`."""
    try:
        if not path.is_file():
            return Entry(path, name=clean_line(path.name), fault="not_a_file")
        stat = path.stat()
        if stat.st_size > _MAX_BYTES:
            return Entry(path, name=clean_line(path.name), fault="too_large")
        head = _head_bytes(path).decode("utf-8-sig")
        modified = dt.datetime.fromtimestamp(stat.st_mtime).astimezone()
        return _entry(path, tomllib.loads(head), modified)
    except UnicodeDecodeError:
        return Entry(path, name=clean_line(path.name), fault="not_utf8")
    except (ValueError, RecursionError):  # a number of too many digits is no TOMLDecodeError
        return Entry(path, name=clean_line(path.name), fault="damaged")
    except OSError:
        return Entry(path, name=clean_line(path.name), fault="unreadable")


def _head_bytes(path: Path) -> bytes:
    """The beginning of a file up to its first `[[…]]`."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        while b"\n[[" not in head and len(head) < _MAX_HEAD and (more := file.read(_HEAD_BYTES)):
            head += more
    return head.partition(b"\n[[")[0]


def _entry(path: Path, head: Mapping[str, Any], modified: dt.datetime) -> Entry:
    session, overview = _table(head.get("session")), _table(head.get("overview"))
    name, day = session.get("name"), session.get("date")
    version = head.get("schema_version")
    if not isinstance(version, int) or not isinstance(name, str) or not isinstance(day, dt.date):
        return Entry(path, name=clean_line(path.name), fault="no_session", modified=modified)
    if isinstance(day, dt.datetime):
        day = day.date()
    return Entry(
        path,
        id=str(session.get("id", "")),
        name=clean_line(name),
        date=day,
        state=str(session.get("state", "utkast")),
        workbook=str(session.get("workbook", "")),
        notes=_number(overview.get("notes")),
        kinds={str(kind): _number(count) for kind, count in _table(overview.get("kinds")).items()},
        parts=tuple(clean_line(str(part)) for part in _list(overview.get("parts"))),
        step=clean_line(str(overview.get("step", ""))),
        modified=modified,
        fault="newer" if version > SCHEMA_VERSION else "",
    )


def _notes_in(path: Path) -> tuple[tuple[str, str, int], ...]:
    try:
        found = tomllib.loads(path.read_bytes().decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        return ()
    notes = [_table(note) for note in _list(found.get("notes"))]
    return tuple(
        (str(note.get("kind", "")), clean_note(str(note.get("text", ""))), _number(note.get("supporters")))
        for note in notes
        if not note.get("gone")
    )


def _newest(entry: Entry) -> tuple[bool, dt.date, float]:
    modified = entry.modified.timestamp() if entry.modified else 0.0
    return (bool(entry.date), entry.date or dt.date.min, modified)


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < _MAX_BYTES else 0
