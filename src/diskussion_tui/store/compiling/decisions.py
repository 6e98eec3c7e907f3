"""Decisions on disk: `beslut.<coder>.toml` in a compilation's folder, each coder's own, as a journal is.

A coder's file holds what they have decided and what they have done to themes, sealed block by block, a block a change. Nobody writes
another's: two coders work in one folder at once, and taking in a colleague's work is having their file there. What is read is the
union of all files; what a crash cut off was never called saved and is passed over, as in every journal.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any

import tomli_w

from diskussion_tui.base import toml
from diskussion_tui.base.exact import NotExactError, built
from diskussion_tui.base.text import clean, clean_line, excerpt, folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.codebook import Theme
from diskussion_tui.domain.analysis.coding import Decision
from diskussion_tui.domain.session.faults import Fault
from diskussion_tui.store.files.ground import MAX_JOURNAL, names_in, read_whole
from diskussion_tui.store.session.blocks import is_foreign, seal, sealed_in
from diskussion_tui.store.session.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.records import Version
    from diskussion_tui.store.files.fs import Fs

FORMAT = 1
"""The version of the format of decisions and code books."""
TABLES: dict[str, type[Theme | Decision]] = {Theme.table: Theme, Decision.table: Decision}
_BEGINS, _ENDS = "beslut.", ".toml"
_UNFIT = re.compile(r"[^a-z0-9åäöéü-]+")
_LONGEST = 40
_MANY = 100
_LAST = ("change", "undoes", "writer", "gone", "at")
"""`at` is required and last, so that a block cut short is never another valid record."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a coder's file held. `faults` are what could not be taken in, `newer` the format's version where it is later than ours."""

    versions: tuple[Version, ...]
    faults: tuple[Fault, ...] = ()
    newer: int = 0


class DecisionJournal(Journal):
    """A coder's own file, open to be appended to. `append` returns when the decisions are on the disk."""

    @classmethod
    def of(cls, fs: Fs, folder: Path, coder: str) -> DecisionJournal:
        """The file of a coder in a compilation's folder, made if it is not there. Raises `OSError`."""
        name = coder_name(coder)
        names = (name if number == 1 else f"{name}-{number}" for number in range(1, _MANY))
        return cls.first_free(fs, ((folder / f"{_BEGINS}{one}{_ENDS}", name) for one in names))

    def _sealed(self, records: Iterable[Version]) -> bytes:
        return seal("".join(map(block, records)).encode())

    def _beginning(self) -> bytes:
        return seal(b"# schema %d\n" % FORMAT)


def coder_name(text: str) -> str:
    """What a coder is called in files: small letters, digits and hyphens; empty where nothing of the text is left."""
    return _UNFIT.sub("-", folded(clean_line(text))).strip("-")[:_LONGEST].strip("-")


def has_file(folder: Path, coder: str) -> bool:
    """Whether a coder has decided anything in a compilation's folder."""
    return any(one.name == f"{_BEGINS}{coder}{_ENDS}" for one in decision_files(folder))


def decision_files(folder: Path) -> list[Path]:
    """The coders' files in a compilation's folder."""
    with suppress(OSError):
        found = names_in(folder)
        return sorted(one for one in found if one.name.startswith(_BEGINS) and one.name.endswith(_ENDS))
    return []


def read_decisions(path: Path) -> FileRead:
    """What a coder's file holds. Raises `OSError`."""
    return decisions_in(read_whole(path, most=MAX_JOURNAL))


def decisions_in(data: bytes) -> FileRead:
    """What the bytes of a coder's file hold. Never raises: what cannot be taken in is a fault with its line."""
    if is_foreign(data):
        return FileRead((), (Fault("no_schema", 1),) if data.strip() else ())
    whole = sealed_in(data)
    faults = list(whole.faults)
    versions: list[Version] = []
    for version, texts in whole.parts:
        if texts and version <= FORMAT:
            versions += _records(b"".join(texts), faults)
    newer = max((version for version, _texts in whole.parts), default=FORMAT)
    return FileRead(tuple(versions), tuple(faults), newer if newer > FORMAT else 0)


def _records(text: bytes, faults: list[Fault]) -> Iterator[Version]:
    try:
        found = toml.parsed(text.decode())
    except ValueError as error:
        faults.append(Fault("damaged_block", 0, excerpt(str(error))))
        return
    for table, items in found.items():
        if table not in TABLES:
            faults.append(Fault("unknown_table", 0, excerpt(table)))
            continue
        for item in items if isinstance(items, list) else [items]:
            if (one := record_of(item, table)) is not None:
                yield one
            else:
                faults.append(Fault("bad_record", 0, f"{table} {_named(item)}"))


def record_of(item: Any, table: str) -> Theme | Decision | None:  # noqa: ANN401 - whatever TOML holds
    """A record of a table, without what it says that nobody knows; None where it is none."""
    if not isinstance(item, dict):
        return None
    kind = TABLES[table]
    known = {one.name for one in fields(kind)}
    try:
        made = built(kind, {key: _cleaned(value) for key, value in item.items() if key in known})
    except NotExactError:
        return None
    return made if made.at.tzinfo is not None else None


def _named(item: Any) -> str:  # noqa: ANN401 - whatever TOML holds
    name = item.get("id") if isinstance(item, dict) else None
    return excerpt(name) if isinstance(name, str) else "?"


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    return clean(value) if isinstance(value, str) else value


def block(record: Version) -> str:
    """A record as a TOML block, every text on one line."""
    values = {
        one.name: getattr(record, one.name)
        for one in fields(record)
        if one.default is MISSING or getattr(record, one.name) != one.default
    }
    ordered = [name for name in values if name not in _LAST] + [name for name in _LAST if name in values]
    return f"[[{record.table}]]\n" + tomli_w.dumps({name: _flat(values[name]) for name in ordered})


def _flat(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
