"""The past discussions in a folder: what a list shows of each, and a search over their names and notes.

The list reads only what stands before the first `[[…]]` of a file, without pydantic, so that the first frame of home need
not wait for it. The search reads whole files, once each, and remembers them; the index for thousands of discussions
will take its place behind `Library.search`.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from diskussion_tui.domain.text import clean_line, clean_note, folded
from diskussion_tui.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_HEAD_BYTES = 8_192
_MAX_HEAD = 1_000_000
_MAX_BYTES = 100_000_000

_Shown: TypeAlias = tuple[str, str, int]
_Listed: TypeAlias = tuple[tuple[int, bool, str], _Shown | tuple[()], str]
"""What says which of two versions is the newer, what is shown of it, and the note that it was merged into."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A discussion as a list shows it. `fault` is a code that `texts` has a sentence for, empty where the file is whole.

    `also` are other files of the same discussion: another laptop's, a synchroniser's, one in the refuge.
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


@dataclass(frozen=True, slots=True)
class Hit:
    """A discussion that a search found, with its notes that match: kind, text, supporters."""

    entry: Entry
    notes: tuple[_Shown, ...] = ()


class Library:
    """The sessions of one folder, and those in its refuge. `refresh` looks again; the rest answers from what it saw."""

    def __init__(self, folder: Path, refuge: Path | None = None) -> None:
        self.folder = folder
        self.entries: tuple[Entry, ...] = ()
        self._refuge = refuge
        self._texts: dict[Path, tuple[tuple[int, int], dict[str, _Listed]]] = {}

    def refresh(self) -> tuple[Entry, ...]:
        """Every session, newest first, once however many files it has; files that are none stand with their fault."""
        files = [*session_files(self.folder), *(session_files(self._refuge) if self._refuge else ())]
        self.entries = tuple(sorted(_united(map(read_entry, files)), key=_newest, reverse=True))
        return self.entries

    def search(self, wanted: str) -> tuple[Hit, ...]:
        """The discussions whose name or notes hold every word of `wanted`, with the notes that do."""
        words = folded(clean_line(wanted)).split()
        if not words:
            return tuple(Hit(entry) for entry in self.entries)
        hits = (self._hit(entry, words) for entry in self.entries)
        return tuple(hit for hit in hits if hit is not None)

    def notes_of(self, entry: Entry) -> tuple[_Shown, ...]:
        """The notes of a discussion as kind, text and supporters; of a damaged file those that are intact."""
        return tuple(shown for shown, _texts in self._notes_with_texts(entry))

    def _notes_with_texts(self, entry: Entry) -> list[tuple[_Shown, list[str]]]:
        """The notes of a discussion, each with the texts that it is found by: its own, and those it was merged from."""
        if entry.fault not in {"", "newer", "damaged"}:
            return []
        newest: dict[str, _Listed] = {}
        for path in (entry.path, *entry.also):
            for note_id, listed in self._listed(path).items():
                newest[note_id] = max(newest.get(note_id, listed), listed)
        found: dict[str, tuple[_Shown, list[str]]] = {}
        for note_id, (_order, shown, _into) in sorted(newest.items()):
            if shown and _standing(note_id, newest) == note_id:
                found[note_id] = (shown, [shown[1]])
        for note_id, (_order, shown, _into) in newest.items():
            into = _standing(note_id, newest)
            if shown and into != note_id and into in found:
                found[into][1].append(shown[1])
        return list(found.values())

    def _listed(self, path: Path) -> dict[str, _Listed]:
        try:
            if kept_out(path):  # put there since it was listed
                return {}
            stat = path.stat()
            stamp = (stat.st_size, stat.st_mtime_ns)
            known = self._texts.get(path)
            if known is None or known[0] != stamp:
                known = self._texts[path] = (stamp, _notes_in(path))
        except OSError:
            return {}
        return known[1]

    def _hit(self, entry: Entry, words: list[str]) -> Hit | None:
        name = folded(f"{entry.name} {entry.date or ''}")
        named = all(word in name for word in words)
        notes = tuple(
            shown
            for shown, texts in self._notes_with_texts(entry)
            if any(all(word in folded(text) for word in words) for text in texts)
        )
        return Hit(entry, notes) if named or notes else None


def session_files(folder: Path) -> list[Path]:
    """The files of a folder that are, or are called like, sessions."""
    try:
        return [
            path
            for path in folder.iterdir()
            if path.suffix.lower() == ".toml" and not path.name.startswith(".")
        ]
    except OSError:
        return []


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


def kept_out(path: Path) -> str:
    """Why a path is not to be opened at all, empty where it may be: a pipe would wait for ever, a device never end.

    Raises `OSError`.
    """
    if not path.is_file():
        return "not_a_file"
    return "too_large" if path.stat().st_size > _MAX_BYTES else ""


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
    session, overview = _table(head.get("session")), _table(head.get("overview"))
    name, day = session.get("name"), session.get("date")
    if not isinstance(name, str) or not isinstance(day, dt.date):
        return Entry(path, name=clean_line(path.name), fault="no_session", modified=modified)
    if isinstance(day, dt.datetime):
        day = day.date()
    return Entry(
        path,
        id=_word(session.get("id")),
        name=clean_line(name),
        date=day,
        state=_word(session.get("state", "utkast")),
        workbook=_word(session.get("workbook")),
        notes=_number(overview.get("notes")),
        kinds={str(kind): _number(count) for kind, count in _table(overview.get("kinds")).items()},
        parts=tuple(clean_line(_word(part)) for part in _list(overview.get("parts"))),
        step=clean_line(_word(overview.get("step"))),
        modified=modified,
        fault=_of_version(head.get("schema_version")),
    )


def _of_version(version: object) -> str:
    """What is wrong with the version of the format that a file says it has."""
    if type(version) is not int or version < 1:  # true is no number here
        return "no_schema"
    return "newer" if version > SCHEMA_VERSION else ""


def _notes_in(path: Path) -> dict[str, _Listed]:
    """The notes of a file by their ids: first what says which of two is the newer, then what is shown, if it stands."""
    data = path.read_bytes()
    try:
        found = tomllib.loads(data.decode("utf-8-sig")).get("notes", [])
        notes = [*map(_table, found if isinstance(found, list) else [found])]
    except (ValueError, RecursionError):
        notes = _intact(data)
    listed: dict[str, _Listed] = {}
    for number, note in enumerate(notes):
        shown = (
            _word(note.get("kind")),
            clean_note(_word(note.get("text"))),
            _number(note.get("supporters")),
        )
        gone, into = bool(note.get("gone")), _word(note.get("merged_into"))
        order = (_number(note.get("rev", 1)), not (gone or into), _time(note.get("at")))
        note_id = _word(note.get("id")) or str(number)
        one: _Listed = (order, () if gone else shown, into)
        listed[note_id] = max(listed.get(note_id, one), one)
    return listed


def _standing(note_id: str, notes: Mapping[str, _Listed]) -> str:
    """The note that a note is told in: itself, unless it was merged into one that is there, at any depth."""
    seen = {note_id}
    while (into := notes[note_id][2]) in notes and into not in seen:
        note_id = into
        seen.add(into)
    return note_id


def _intact(data: bytes) -> list[Mapping[str, Any]]:
    """The notes of a damaged file that are whole, every version of them: those that opening it would give."""
    from dataclasses import asdict  # noqa: PLC0415 - a whole file does without

    from diskussion_tui.domain.records import Note  # noqa: PLC0415 - a whole file does without
    from diskussion_tui.store.codec import read  # noqa: PLC0415 - a whole file does without

    return [asdict(version) for version in read(data).versions if isinstance(version, Note)]


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


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _word(value: object) -> str:
    """A text, empty where something else stands: a number may be too long for Python to print."""
    return value if isinstance(value, str) else ""


def _time(value: object) -> str:
    return str(value) if isinstance(value, dt.date) else ""


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < _MAX_BYTES else 0
