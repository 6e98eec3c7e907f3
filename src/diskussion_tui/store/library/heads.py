"""What a list shows of a session: read from what stands before the first `[[…]]` of its file, or from the opened session.

The store writes into the head of a file what opening the file counts, so that a list of thousands reads no file to its end and
loads no pydantic. Where a session is more than one tidy file the head is a guess; `as_opened` says what opening says, and
nothing else here knows how a session is read.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import field, replace
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any

from diskussion_tui.base import toml
from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.store.files.coerce import list_of, number_of, table_of, word_of
from diskussion_tui.store.files.ground import MAX_FILE, ShutError, opened, read_start
from diskussion_tui.store.files.paths import NOTHING_THERE
from diskussion_tui.store.files.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session

ALONE = "journal_alone"
"""The fault of a journal whose session file is gone: the doctor writes it anew."""
SHUT = frozenset({"not_a_file", "too_large", "unreadable", "removed", "linked", ALONE})
"""The faults of what is not read at all; whatever has another fault may be a session all the same."""

UNREAD = "unread"
"""The fault of a file of which only the name is known so far: opening it says the rest."""
_NAMED = re.compile(r"[^_]*_(?P<name>.+?)_(?P<date>\d{4}-\d\d-\d\d)(?:[_.].*)?")
"""What a file's name says where the program made it."""
_HEAD_BYTES = 8_192
_MAX_HEAD = 250_000
"""Where no `[[…]]` comes before this, what comes is no head: one that is damaged may be long."""


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
    unit: str = ""
    registry_number: str = ""
    information_class: str = ""
    retention: str = ""
    fault: str = ""
    also: tuple[Path, ...] = ()

    def is_called(self, name: str) -> bool:
        """Whether the discussion is called `name`, whatever the case."""
        return folded(self.name) == folded(name)

    @property
    def found_by(self) -> str:
        """What a search finds a discussion by, besides its notes."""
        said = (
            self.name,
            str(self.date or ""),
            self.unit,
            self.registry_number,
            self.information_class,
            self.retention,
        )
        return " ".join(said)

    @property
    def sought(self) -> str:
        """The same as a search compares it."""
        return folded(self.found_by)


def read_entry(path: Path) -> Entry:
    """What a list shows of a file. Never raises: what is wrong is the entry's `fault`."""
    try:
        head, modified = _head_of(path)
        return _entry(path, toml.parsed(head.decode("utf-8-sig")), modified)
    except ShutError as error:
        return Entry(path, name=clean_line(path.name), fault=error.code)
    except UnicodeDecodeError:
        return Entry(path, name=clean_line(path.name), fault="not_utf8")
    except toml.OverBudgetError as error:
        return Entry(path, name=clean_line(path.name), fault=error.code)
    except ValueError:  # a number of too many digits is no TOMLDecodeError
        return Entry(path, name=clean_line(path.name), fault="damaged")
    except OSError as error:
        fault = "not_a_file" if error.errno in NOTHING_THERE else "unreadable"
        return Entry(path, name=clean_line(path.name), fault=fault)


def entry_of_journal(path: Path) -> Entry | None:
    """What a list shows of a journal that has no session file: how it begins; None where it does not say of what it is."""
    try:
        begins, sealed, _rest = read_start(path, _HEAD_BYTES).partition(b"\n# crc32 ")
        (head,) = toml.parsed(begins.decode())["history"] if sealed else ({},)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    name, day = table_of(head).get("name"), table_of(head).get("date")
    if not isinstance(name, str) or not isinstance(day, dt.date) or isinstance(day, dt.datetime):
        return None
    return Entry(path, name=clean_line(name), date=day, fault=ALONE)


def entry_by_name(path: Path) -> Entry:
    """What a list shows of a file that has not been read yet: what its name says."""
    said = _NAMED.fullmatch(path.stem)
    if said is None:
        return Entry(path, name=clean_line(path.name), fault=UNREAD)
    try:
        day = dt.date.fromisoformat(said["date"])
    except ValueError:
        day = None
    return Entry(path, name=clean_line(said["name"].replace("-", " ")), date=day, fault=UNREAD)


def as_opened(entry: Entry, session: Session) -> Entry:
    """An entry with what the opened session says of itself. A file that is wrong at its beginning is listed as that."""
    from diskussion_tui.domain.session.summary import overview_of

    if entry.fault not in {"", "newer"}:
        return entry
    head, overview, draft = session.head, overview_of(session), session.latest_draft()
    opened = replace(
        entry,
        name=clean_line(head.name),
        date=head.date,
        state=head.state,
        workbook=head.workbook,
        notes=overview.notes,
        kinds=overview.kinds,
        parts=tuple(map(clean_line, overview.parts)),
        step=clean_line(draft.step) if draft else "",
        unit=clean_line(head.unit),
        registry_number=clean_line(head.registry_number),
        information_class=clean_line(head.information_class),
        retention=clean_line(head.retention),
    )
    return entry if opened == entry else opened  # as nearly always: one of them need not be kept


def newest(entry: Entry) -> tuple[bool, dt.date, float]:
    """By what a list is sorted: the day, then when it was last written; what is no session comes last."""
    return (bool(entry.date), entry.date or dt.date.min, last_written(entry))


def last_written(entry: Entry) -> float:
    """When the file of an entry was last written, in seconds; 0 where that is not known."""
    return entry.modified.timestamp() if entry.modified else 0.0


_zones: dict[dt.tzinfo | None, dt.tzinfo | None] = {}


def local(seconds: float) -> dt.datetime:
    """A time in the local zone, of which thousands share one value. Raises as `datetime.fromtimestamp` does."""
    found = dt.datetime.fromtimestamp(seconds).astimezone()
    return found.replace(tzinfo=_zones.setdefault(found.tzinfo, found.tzinfo))


@lru_cache(maxsize=256)
def parts_as_one(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a discussion, of which thousands have the same."""
    return parts


@lru_cache(maxsize=4096)
def kinds_as_one(kinds: tuple[tuple[str, int], ...]) -> Mapping[str, int]:
    """How many notes a discussion has of each kind, of which many have as many."""
    return dict(kinds)


def _modified(found: os.stat_result) -> dt.datetime | None:
    """When a file was last written; None where its time is none that a calendar has."""
    try:
        return local(found.st_mtime)
    except (ValueError, OverflowError, OSError):
        return None


def _head_of(path: Path) -> tuple[bytes, dt.datetime | None]:
    """The beginning of a file up to its first `[[…]]`, and when it was last written. Raises `OSError`."""
    with opened(path) as (file, found):
        if found.st_size > MAX_FILE:
            raise ShutError("too_large", path)
        head = file.read(_HEAD_BYTES)
        while b"\n[[" not in head and len(head) < _MAX_HEAD and (more := file.read(_HEAD_BYTES)):
            head += more
    head = head.partition(b"\n[[")[0].rstrip(b"\r")  # half of a Windows line end is no line end
    return head, _modified(found)


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
        state=intern(word_of(session.get("state", "utkast"))),
        workbook=intern(word_of(session.get("workbook"))),
        notes=number_of(overview.get("notes")),
        kinds=kinds_as_one(
            tuple((str(kind), number_of(count)) for kind, count in table_of(overview.get("kinds")).items())
        ),
        parts=parts_as_one(tuple(clean_line(word_of(part)) for part in list_of(overview.get("parts")))),
        step=intern(clean_line(word_of(overview.get("step")))),
        modified=modified,
        unit=intern(clean_line(word_of(session.get("unit")))),
        registry_number=clean_line(word_of(session.get("registry_number"))),
        information_class=intern(clean_line(word_of(session.get("information_class")))),
        retention=intern(clean_line(word_of(session.get("retention")))),
        fault=_of_version(head.get("schema_version")),
    )


def _of_version(version: object) -> str:
    """What is wrong with the version of the format that a file says it has."""
    if type(version) is not int or version < 1:  # true is no number here
        return "no_schema"
    return "newer" if version > SCHEMA_VERSION else ""
