"""Between a session and the TOML text of its file. `docs/format.md` is the public description of what is written here.

Every block is its header line and one record: dumping a whole list at once would flip its layout with its content.
Scalars are never written by hand. Each block is validated on its own (by pydantic wherever it is not exactly right), so that one damaged block costs that block
and a row that says so, not the discussion.
"""

from __future__ import annotations

import datetime as dt
import errno
import math
import os
from dataclasses import MISSING, fields
from functools import cache
from typing import TYPE_CHECKING, Any

import tomli_w

from diskussion_tui.base import toml
from diskussion_tui.base.exact import BITS, NotExactError, built
from diskussion_tui.base.text import clean, excerpt
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.faults import Fault
from diskussion_tui.domain.session.records import RECORDS, Draft, Head, Note, Record
from diskussion_tui.domain.session.session import Asked, Frame, KindWord, Session, VerdictWord
from diskussion_tui.domain.session.summary import overview_of
from diskussion_tui.store.files.comments import written
from diskussion_tui.store.files.migrations import migrated
from diskussion_tui.store.files.salvage import CONFLICT, not_decoded, salvaged
from diskussion_tui.store.files.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import TypeAdapter

    from diskussion_tui.store.files.comments import Comments, Place

_MOST_UNKNOWN = 100
"""So many tables and keys that are none of ours are named one by one."""
_CUTS = tuple(f"\n{begins}".encode() for begins in ("[", *CONFLICT))
"""Before what a damaged text is cut into pieces."""

_SHORT = 2_000
"""So many characters of comments may stand before a session's id."""

_TABLES: dict[str, type[Record]] = {kind.table: kind for kind in RECORDS}
_FRAMES: dict[str, type[Asked | KindWord | VerdictWord]] = {
    "questions": Asked,
    "kinds": KindWord,
    "verdicts": VerdictWord,
}
_OPTIONAL = {one.name for one in fields(Head) if one.default is not MISSING}
_LAST = ("change", "undoes", "writer", "gone", "at")
"""`at` is required and last, so that a block cut short is never another valid record."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a session file held. `faults` are what could not be taken in, `written_by` is whose file it is.

    `newer` is the format's version where that is later than ours: what we know of it was read, and it must not be written.
    """

    versions: tuple[Record, ...] = ()
    frame: Frame = Frame()
    faults: tuple[Fault, ...] = ()
    written_by: str = ""
    newer: int = 0


class Encoder:
    """Writes session files of one writer. Blocks once written are remembered: a version never changes."""

    def __init__(self, written_by: str = "") -> None:
        self._top = {"schema_version": SCHEMA_VERSION} | ({"written_by": written_by} if written_by else {})
        self._blocks: dict[tuple[str, str, str, bool], tuple[Record, str]] = {}
        self.comments: Comments = {}
        """What people have written into the file that is to be written anew."""

    def file(self, session: Session) -> bytes:
        """The whole session file, the same bytes for the same versions. Raises `OSError` where nobody would read that many."""
        current = [versions[-1] for versions in session.versions.values()]
        past = [version for versions in session.versions.values() for version in versions[:-1]]
        parts: list[tuple[Place | None, str]] = [
            (("session", ""), block("session", session.head)),
            (("overview", ""), _overview(session)),
        ]
        parts += [(("questions", asked.id), block("questions", asked)) for asked in session.frame.asked]
        parts += [(("kinds", kind.id), block("kinds", kind)) for kind in session.frame.kinds]
        parts += [(("verdicts", one.id), block("verdicts", one)) for one in session.frame.verdicts]
        for table in (kind.table for kind in RECORDS if kind is not Head):
            records = sorted((one for one in current if one.table == table), key=lambda one: one.id)
            parts += [((table, record.id), self._block(table, record)) for record in records]
        past.sort(key=lambda one: (one.table, one.id, one.rev, one.at, one.writer))
        parts += [(None, self._block("history", record)) for record in past]
        data = "\n".join(self._commented(parts, session)).encode()
        if _is_too_much(data):
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return data

    def _commented(self, parts: Iterable[tuple[Place | None, str]], session: Session) -> Iterator[str]:
        """The blocks of a file, before each the comments that belong to it; what belongs to none comes under the first lines.

        So it does not where it is long: the session's id is looked for near the beginning.
        """
        parts, left = list(parts), dict(self.comments)
        there = {place for place, _ in parts}
        lost = (place for place in self.comments if place not in there and not _purged(place, session))
        begins = "".join(written(left.pop(place)) for place in list(lost))
        late = len(begins + written(left.get(("session", ""), ()))) > _SHORT
        yield _dumps(self._top) + ("" if late else begins)
        for place, text in parts:
            said = written(left.pop(place, ())) if place else ""
            if late and place == ("session", ""):
                begins, said = begins + said, ""
            elif late and place == ("overview", ""):
                said = begins + said
            yield said + text

    def _block(self, table: str, record: Record) -> str:
        if isinstance(record, Draft):
            return block(table, record)
        key = (record.table, record.id, record.change, table == "history")
        known = self._blocks.get(key)
        if known is None or known[0] is not record:
            known = self._blocks[key] = (record, block(table, record))
        return known[1]


def _purged(place: Place, session: Session) -> bool:
    return place[0] == Note.table and session.purged(place[1])


def block(table: str, record: Record | Asked | KindWord | VerdictWord, *, one_line: bool = False) -> str:
    """A record as a TOML block. `one_line` keeps a text of several lines on one, as the journal needs."""
    header = "[session]\n" if table == "session" else f"[[{table}]]\n"
    own = f'of = "{record.table}"\n' if table == "history" and isinstance(record, Record) else ""
    values = {
        field.name: getattr(record, field.name) for field in fields(record) if not _is_default(record, field)
    }
    ordered = [name for name in values if name not in _LAST] + [name for name in _LAST if name in values]
    return header + own + _dumps({name: values[name] for name in ordered}, one_line=one_line)


def _is_default(record: object, field: Any) -> bool:  # noqa: ANN401 - dataclasses.Field takes a parameter only in stubs
    return field.default is not MISSING and getattr(record, field.name) == field.default


def _dumps(values: dict[str, Any], *, one_line: bool = False) -> str:
    several = [text for text in values.values() if isinstance(text, str) and "\n" in text and not one_line]
    # A line that starts with a bracket must always be structure, or a damaged file could not be cut into blocks.
    multiline = not any(line.startswith("[") for text in several for line in text.split("\n"))
    return tomli_w.dumps(values, multiline_strings=bool(several) and multiline)


def _overview(session: Session) -> str:
    overview = overview_of(session)
    draft = session.latest_draft()
    values = {"notes": overview.notes, "parts": list(overview.parts), "step": draft.step if draft else ""}
    lines = "".join(_dumps({name: value}) for name, value in values.items())
    return (
        "[overview]\n"
        + lines
        + _dumps({"kinds": dict(overview.kinds)}).replace("[kinds]", "[overview.kinds]", 1)
    )


def read(data: bytes) -> Content:
    """What a session file holds. Never raises: what cannot be taken in is a fault with its line.

    A file that is more than a discussion can be is not taken apart at all: it would hold up whoever opens another one.
    """
    if fault := _is_too_much(data):
        return Content(faults=(Fault(fault),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = not_decoded(data)
        line = data[: error.start].count(b"\n") + 1
        return _salvage(text) if text else Content(faults=(Fault("not_utf8", line),))
    try:
        found = toml.parsed(text)
    except toml.OverBudgetError as error:
        return Content(faults=(Fault(error.code),)) if error.code == "too_many" else _salvage(text)
    except ValueError:  # a number of too many digits is no TOMLDecodeError
        return _salvage(text)
    return content_of(found, [])


def _salvage(text: str) -> Content:
    """What a damaged text holds; nothing of one that holds more than a discussion can."""
    try:
        return content_of(*salvaged(text))
    except toml.OverBudgetError as error:
        return Content(faults=(Fault(error.code),))


def _is_too_much(data: bytes) -> str:
    """Why a file is more than a discussion can be; empty where it is not. What is read and what is written goes by it."""
    if len(data) > toml.MAX_BYTES:
        return "too_large"
    return "too_many" if sum(map(data.count, _CUTS)) >= toml.MAX_BLOCKS else ""


def content_of(found: dict[str, Any], faults: list[Fault]) -> Content:
    """What the tables of a session hold, whatever they were written in; `faults` takes what could not be taken in."""
    version = found.get("schema_version")
    if type(version) is not int or version < 1:
        return Content(faults=(*faults, Fault("no_schema", 1)))
    found = migrated(found, version)
    versions: list[Record] = []
    unknown: list[str] = []
    for name, value in found.items():
        if name in _TABLES:
            versions += _valid(_listed(value), name, faults)
        elif name == "history":
            versions += _history(value, faults)
        elif name not in (*_FRAMES, "schema_version", "written_by", "overview"):
            unknown.append(name)
    faults += _unknown("unknown_table", "", unknown)
    words = {name: tuple(_valid(_listed(found.get(name, [])), name, faults)) for name in _FRAMES}
    frame = Frame(words["questions"], words["kinds"], words["verdicts"])
    writer = found.get("written_by")
    newer = version if version > SCHEMA_VERSION else 0
    told = [fault for fault in faults if not (newer and fault.code.startswith("unknown_"))]
    return Content(tuple(versions), frame, tuple(told), writer if isinstance(writer, str) else "", newer)


def _unknown(code: str, of: str, names: list[str]) -> Iterator[Fault]:
    """That some names are none of ours: the first of them, and how many more there are."""
    yield from (Fault(code, 0, f"{of}{excerpt(name)}") for name in names[:_MOST_UNKNOWN])
    if len(names) > _MOST_UNKNOWN:
        yield Fault(code, 0, f"{of}… +{len(names) - _MOST_UNKNOWN}")


def _history(value: Any, faults: list[Fault]) -> list[Any]:  # noqa: ANN401 - whatever TOML holds
    versions: list[Any] = []
    for item in _listed(value):
        table = item.pop("of", "") if isinstance(item, dict) else ""
        if isinstance(table, str) and table in _TABLES:
            versions += _valid([item], table, faults)
        else:
            faults.append(
                Fault("unknown_table", 0, f"history: {excerpt(table) if isinstance(table, str) else '?'}")
            )
    return versions


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - whatever TOML holds
    return value if isinstance(value, list) else [value]


def _valid(items: Iterable[Any], table: str, faults: list[Fault]) -> list[Any]:
    """The records of a table that hold what they must; a fault for each of the others."""
    good: list[Any] = []
    expected = _TABLES.get(table) or _FRAMES[table]
    known = {field.name for field in fields(expected)}
    for item in map(_clean_values, items):
        known_as = item.get("id") if isinstance(item, dict) else None
        name = f"{table} {excerpt(known_as) if isinstance(known_as, str) else '?'}"
        if table in _TABLES and not _has_time(item):
            faults.append(Fault("bad_record", 0, f"{name}: at"))
            continue
        try:
            good.append(built(expected, item))
        except NotExactError:
            if _explained(item, table, name, good, faults):
                faults += _unknown("unknown_key", f"{table}: ", [key for key in item if key not in known])
    return good


def _explained(item: Any, table: str, name: str, good: list[Any], faults: list[Fault]) -> bool:  # noqa: ANN401
    """Have pydantic look at a record that is not exactly right; whether it still is one. If not, it says what is wrong."""
    from pydantic import ValidationError

    try:
        good.append(_adapter(table).validate_python(item))
    except ValidationError as error:
        wrong = list(dict.fromkeys(str(one["loc"][0]) if one["loc"] else "" for one in error.errors()))
        faults.append(Fault("bad_record", 0, f"{name}: {wrong[0]}"))
        if table == Head.table and set(wrong) <= _OPTIONAL:
            # There is only one head, and without it nothing can be opened: it does without what is wrong in it.
            left = {key: value for key, value in item.items() if key not in wrong}
            return _explained(left, table, name, good, faults)
        return False
    return True


def _has_time(item: Any) -> bool:  # noqa: ANN401 - whatever TOML holds
    """Whether a record has a whole time with its offset: `at = 2026-05-12` may be one that was cut short."""
    at = item.get("at") if isinstance(item, dict) else None
    return isinstance(at, dt.datetime) and at.tzinfo is not None


def _clean_values(item: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    """A block's values with its texts cleaned: a file edited by hand is as much from outside as a paste.

    A whole number beyond TOML's 64 bits, which Python may refuse to print, becomes infinite and so the wrong type.
    """
    if not isinstance(item, dict):
        return item
    return {key: _clean_value(value) for key, value in item.items()}


def _clean_value(value: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    if isinstance(value, int) and value.bit_length() > BITS:
        return math.inf
    if isinstance(value, list):
        return [_clean_value(item) for item in value]
    return clean(value) if isinstance(value, str) else value


@cache
def _adapter(table: str) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(_TABLES.get(table) or _FRAMES[table])
