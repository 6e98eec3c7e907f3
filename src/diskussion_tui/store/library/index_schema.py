"""Where the index of a folder lies, what stands in it, and opening it: a cache that may be deleted at any time.

It holds what people said, so it lies in the user's own cache folder, never among the discussions, and nobody else may read it.
Whatever is wrong with it (garbage, half of it gone, an older program's) it is thrown away and made anew; where it cannot be made,
everything works without.

Words are told apart here and not by SQLite, which knows other letters than Python does: what is looked for in the index is then
exactly what looking through the texts would find. FTS5 takes everything that is not ASCII as part of a word (`ascii`).
"""

from __future__ import annotations

import os
import sqlite3
import sys
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FORM = f"5 {sys.version_info.major} {unicodedata.unidata_version}"
"""What an index must say of itself to be ours: the tables below and what is made of a discussion for them, which the first number
stands for (a test holds it to that), and which letters Python knew when words were told apart."""
_WAITS = 2.0
"""Seconds that a program waits for another one that writes in the same index."""

NOTE_BITS, FACET_BITS = 16, 14
"""A note in the index is a number: its discussion's, then so many bits for its place in that, and so many for its facet."""
DISC_SHIFT = NOTE_BITS + FACET_BITS
MOST_NOTES, MOST_FACETS = 1 << NOTE_BITS, 1 << FACET_BITS

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (path TEXT PRIMARY KEY, stamp INTEGER, day TEXT NOT NULL, written REAL NOT NULL, entry TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX newest ON file (day, written);
CREATE TABLE disc (no INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE, state TEXT NOT NULL, session TEXT NOT NULL,
                   purged TEXT NOT NULL, entry TEXT NOT NULL, held TEXT NOT NULL);
CREATE TABLE pack (no INTEGER PRIMARY KEY, searched TEXT NOT NULL, own INTEGER NOT NULL, merged TEXT NOT NULL, facets TEXT NOT NULL,
                   shown BLOB NOT NULL, said BLOB NOT NULL);
CREATE TABLE share (no INTEGER PRIMARY KEY, files TEXT NOT NULL, share TEXT NOT NULL, marks TEXT NOT NULL, rows TEXT NOT NULL,
                    hands INTEGER NOT NULL);
CREATE TABLE ids (no INTEGER PRIMARY KEY, ids TEXT NOT NULL);
CREATE TABLE mark (no INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
CREATE TABLE facet (no INTEGER PRIMARY KEY, question TEXT NOT NULL, kind TEXT NOT NULL, force INTEGER NOT NULL,
                    UNIQUE (question, kind, force));
CREATE TABLE tally (disc INTEGER NOT NULL, facet INTEGER NOT NULL, notes INTEGER NOT NULL, PRIMARY KEY (disc, facet)) WITHOUT ROWID;
CREATE TABLE word (no INTEGER PRIMARY KEY AUTOINCREMENT, word TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE fts USING fts5(words, content='', detail=none, tokenize="ascii");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(fts, 'row');
"""
_NAMES = (
    '["meta", "file", "disc", "pack", "share", "ids", "mark", "facet", "tally", "word", "fts", "vocabulary"]'
)


class LostError(Exception):
    """The index does not answer, or not with what can be true: whoever asked does without it."""


def connected(path: Path, *, make: bool) -> sqlite3.Connection:
    """A connection to an index that is ours, made where there is none. Raises `LostError`."""
    try:
        if not path.exists():
            if not make:
                raise LostError
            _begin(path)
        try:
            return _checked(path)
        except sqlite3.OperationalError:
            raise  # it is locked, or may not be read: no reason to throw it away
        except (sqlite3.DatabaseError, _OtherError):
            remove(path)
            if not make:
                raise LostError from None
            _begin(path)
            return _checked(path)
    except (OSError, sqlite3.Error, _OtherError) as error:
        raise LostError from error


class _OtherError(Exception):
    """An index of another form."""


def _begin(path: Path) -> None:
    """Make an empty file that nobody else may read. Raises `OSError`."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _checked(path: Path) -> sqlite3.Connection:
    found = sqlite3.connect(path, timeout=_WAITS, isolation_level=None, check_same_thread=False)
    try:
        found.execute("PRAGMA journal_mode = WAL")
        found.execute("PRAGMA synchronous = NORMAL")
        found.execute("PRAGMA secure_delete = ON")
        if not found.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            _fill(found)
        _hold_to_form(found)
    except (sqlite3.Error, _OtherError) as error:
        found.close()
        if "no such table" in str(error):
            raise _OtherError from None
        raise
    return found


def _hold_to_form(found: sqlite3.Connection) -> None:
    if found.execute("SELECT value FROM meta WHERE key = 'form'").fetchone() != (_FORM,):
        raise _OtherError
    named = found.execute(
        "SELECT count(*) FROM sqlite_master WHERE name IN (SELECT value FROM json_each(?))", (_NAMES,)
    )
    if named.fetchone() != (_NAMES.count(",") + 1,):
        raise _OtherError


def _fill(found: sqlite3.Connection) -> None:
    """Make the tables, unless another program just has."""
    found.execute("BEGIN IMMEDIATE")
    try:
        if not found.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            for statement in _TABLES.split(";\n"):
                found.execute(statement)
            found.execute("INSERT INTO meta VALUES ('form', ?)", (_FORM,))
        found.execute("COMMIT")
    except sqlite3.Error:
        found.execute("ROLLBACK")
        raise


def parts_of(path: Path) -> Iterator[Path]:
    """The files of an index."""
    return (path.with_name(path.name + end) for end in ("", "-wal", "-shm", "-journal"))


def remove(path: Path) -> None:
    """Throw an index away. Raises `OSError` where that cannot be done."""
    for part in parts_of(path):
        part.unlink(missing_ok=True)
