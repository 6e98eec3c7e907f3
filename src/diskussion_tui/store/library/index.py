"""The index of a folder: what lists, searches and counts ask of ten thousand discussions, without opening one.

A discussion stands in it under the state of all its files; where that is another now, it counts as not being there. So the index
is never asked whether it is up to date, and several programs may write in one at the same time. Each thread has a connection of
its own. Whatever fails becomes `LostError`, after which one does without.
"""

from __future__ import annotations

import sqlite3
import threading
import zlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.domain.analysis.said import discussion_of
from diskussion_tui.domain.session.records import Purge
from diskussion_tui.store.library import index_rows as rows
from diskussion_tui.store.library.index_schema import (
    DISC_SHIFT,
    FACET_BITS,
    MOST_FACETS,
    MOST_NOTES,
    LostError,
    connected,
)
from diskussion_tui.store.library.saying import all_said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.store.library.packed import Packed
    from diskussion_tui.store.library.saying import Tally


class Row(NamedTuple):
    """A discussion of the index: its number, the state its files had, and whether opening it said another thing than its head."""

    no: int
    state: str
    told: bool


class Written(NamedTuple):
    """A discussion to be written: whose files are in a `state`, and what opening them said; `told` where its head says another thing."""

    entry: Entry
    told: bool
    state: str
    session: Session


class Index:
    """One index file. Any thread may ask."""

    def __init__(self, path: Path, *, make: bool = True) -> None:
        """Open it, or make it where there is none. Raises `LostError`."""
        self.path = path
        self._make = make
        self._version = -1
        self._rows: dict[str, Row] = {}
        self._lock = threading.Lock()
        self._free = [connected(path, make=make)]

    def close(self) -> None:
        """Close it; whoever is just asking comes to an end first."""
        with self._lock:
            free, self._free = self._free, []
        for one in free:
            one.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for which nothing changes meanwhile. Raises `LostError`."""
        with self._held("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection to write with, all or nothing. Raises `LostError`."""
        with self._held("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _held(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._taken() as connection:
            connection.execute(begin)
            try:
                yield connection
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def _taken(self) -> Iterator[sqlite3.Connection]:
        """A connection that nobody else has meanwhile. Raises `LostError`."""
        with self._lock:
            found = self._free.pop() if self._free else None
        connection = found or connected(self.path, make=self._make)
        try:
            yield connection
        except sqlite3.Error as error:
            raise LostError from error
        finally:
            with self._lock:
                self._free.append(connection)

    # ---- what is known -------------------------------------------------------------------------------------------

    def newest(self, most: int) -> tuple[list[Entry], int]:
        """The heads of the newest files, and how many there are in all. Raises `LostError`."""
        with self.reading() as connection:
            found = connection.execute(
                "SELECT path, entry FROM file ORDER BY day DESC, written DESC LIMIT ?", (most,)
            ).fetchall()
            (count,) = connection.execute("SELECT count(*) FROM file").fetchone()
            with _told():
                return [rows.entry_from(*one) for one in found], count

    def files(self) -> list[tuple[Entry, int]]:
        """The head of every file, with the stamp it had. Raises `LostError`."""
        with self.reading() as connection:
            found = connection.execute("SELECT path, entry, stamp FROM file WHERE stamp IS NOT NULL")
            with _told():
                return [(rows.entry_from(path, entry), stamp) for path, entry, stamp in found]

    def rows(self) -> dict[str, Row]:
        """Every discussion by the path of its file. Raises `LostError`."""
        with self.reading() as connection:
            return self.rows_in(connection)

    def rows_in(self, connection: sqlite3.Connection) -> dict[str, Row]:
        """The same, as it stands for a connection that reads."""
        (count, last) = connection.execute(
            "SELECT (SELECT count(*) FROM disc), (SELECT seq FROM sqlite_sequence WHERE name = 'disc')"
        ).fetchone()
        version = hash((count, last))  # numbers are never used again: as many, and no new one, are the same
        with self._lock:
            if version != self._version:
                found = connection.execute("SELECT path, no, state, entry <> '' FROM disc")
                self._rows = {path: Row(no, state, bool(told)) for path, no, state, told in found}
                self._version = version
            return self._rows

    def entry(self, row: Row, path: Path) -> Entry:
        """A discussion as opening it said. Raises `LostError`, also where it is not there any more."""
        with self.reading() as connection:
            found = connection.execute("SELECT entry FROM disc WHERE no = ?", (row.no,)).fetchone()
            if found is None:
                raise LostError
            with _told():
                return rows.entry_from(str(path), found[0])

    def said(self, no: int) -> list[Said]:
        """Every note of a discussion. Raises `LostError`, also where it is not there any more."""
        with self.reading() as connection:
            return said_of(connection, no)

    def pack(self, no: int) -> Packed:
        """The notes in force of a discussion. Raises `LostError`, also where it is not there any more."""
        return rows.packed_of(self.said(no))

    def tally(self) -> Tally:
        """How many notes that count there are of each question and kind in each discussion. Raises `LostError`."""
        with self.reading() as connection, _told():
            found: Tally = {
                no: (rows.held_from(held), []) for no, held in connection.execute("SELECT no, held FROM disc")
            }
            facets = {
                no: (question, kind)
                for no, question, kind in connection.execute(
                    "SELECT no, question, kind FROM facet WHERE force = 1"
                )
            }
            for disc, facet, notes in connection.execute("SELECT disc, facet, notes FROM tally"):
                if facet in facets:
                    found[disc][1].append((facets[facet], notes))
            return found

    def where(self, fits: Callable[[str, str], bool]) -> set[int]:
        """The discussions with something, whether it counts or not, whose question and kind fit. Raises `LostError`."""
        with self.reading() as connection:
            facets = connection.execute("SELECT no, question, kind FROM facet").fetchall()
            listed = ",".join(str(no) for no, question, kind in facets if fits(question, kind))
            found = connection.execute(f"SELECT DISTINCT disc FROM tally WHERE facet IN ({listed})")  # noqa: S608 - numbers alone
            return {disc for (disc,) in found}

    # ---- writing -------------------------------------------------------------------------------------------------

    def remember(self, files: Iterable[tuple[Entry, int | None]], gone: Iterable[Path]) -> None:
        """Keep the heads of some files, and forget files that are gone with all that stood in them. Raises `LostError`."""
        with self.writing() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?)",
                [_file(entry, stamp) for entry, stamp in files if fits(entry.path)],
            )
            lost = [str(path) for path in gone if fits(path)]
            connection.executemany("DELETE FROM file WHERE path = ?", [(path,) for path in lost])
            for path in lost:
                if _forget(connection, path) is not None:
                    _mark(connection)

    def write(self, discussions: Iterable[Written]) -> None:
        """Put discussions in the place of what stood there of them. Raises `LostError`."""
        with self.writing() as connection:
            for one in discussions:
                _write(connection, one)

    def forget(self, session_id: str) -> bool:
        """Take out a discussion, whatever its files; whether any of it was there. Raises `LostError`."""
        with self.writing() as connection:
            found = connection.execute("SELECT path FROM disc WHERE session = ?", (session_id,)).fetchall()
            for (path,) in found:
                _forget(connection, path)
            listed = connection.execute("SELECT path, entry FROM file").fetchall()
            with _told():
                held = [path for path, entry in listed if rows.entry_from(path, entry).id == session_id]
            connection.executemany("DELETE FROM file WHERE path = ?", [(path,) for path in held])
            if found or held:
                _mark(connection)
        return bool(found or held)

    def is_marked(self) -> bool:
        """Whether words were taken out that still have to be wiped off. Raises `LostError`."""
        with self.reading() as connection:
            return bool(connection.execute("SELECT 1 FROM meta WHERE key = 'wipe'").fetchone())

    def wipe(self) -> None:
        """Leave nothing in the file of what was taken out. Raises `LostError`, where another program is just reading it."""
        with self.writing() as connection:
            connection.execute("INSERT INTO fts(fts) VALUES ('optimize')")
            connection.execute("DELETE FROM word WHERE word NOT IN (SELECT term FROM vocabulary)")
        with self._taken() as connection:
            connection.execute("VACUUM")
            busy, _pages, _done = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                connection.execute("DELETE FROM meta WHERE key = 'wipe'")

    def drop(self, paths: Iterable[Path]) -> None:
        """Take out what stood in some files. Raises `LostError`."""
        with self.writing() as connection:
            for path in paths:
                if _forget(connection, str(path)) is not None:
                    _mark(connection)


@contextmanager
def _told() -> Iterator[None]:
    """What is read back is what was written, or `LostError`."""
    try:
        yield
    except (ValueError, TypeError, LookupError, zlib.error) as error:
        raise LostError from error


def fits(path: Path) -> bool:
    """Whether a path can be kept as text."""
    return str(path).isascii() or _encodes(str(path))


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def said_of(connection: sqlite3.Connection, no: int) -> list[Said]:
    """Every note of a discussion. Raises `LostError` where it is not there any more."""
    found = connection.execute(
        "SELECT held, said FROM disc JOIN pack USING (no) WHERE no = ?", (no,)
    ).fetchone()
    if found is None:
        raise LostError
    with _told():
        return rows.said_from(rows.held_from(found[0]), found[1])


def _file(entry: Entry, stamp: int | None) -> tuple[object, ...]:
    day = entry.date.isoformat() if entry.date else ""
    written = entry.modified.timestamp() if entry.modified else 0.0
    return str(entry.path), stamp, day, written, rows.entry_row(entry)


def _mark(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT OR IGNORE INTO meta VALUES ('wipe', '')")


def _forget(connection: sqlite3.Connection, path: str) -> str | None:
    """Take a discussion out; which of its notes had been removed for good, None where it was not there."""
    found = connection.execute("SELECT no, purged FROM disc WHERE path = ?", (path,)).fetchone()
    if found is None:
        return None
    no, purged = found
    facets, said = _facets(connection), said_of(connection, no)
    gone = [
        (row_id(no, place, facets[_facet(one)]), terms)
        for place, (one, terms) in enumerate(zip(said, rows.terms_of(said), strict=True))
    ]
    connection.executemany("INSERT INTO fts(fts, rowid, words) VALUES ('delete', ?, ?)", gone)
    for table, column in (("disc", "no"), ("pack", "no"), ("tally", "disc")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (no,))  # noqa: S608 - our own names
    return str(purged)


def _write(connection: sqlite3.Connection, one: Written) -> None:
    said = all_said(one.session)
    path = str(one.entry.path)
    for (other,) in connection.execute(
        "SELECT path FROM disc WHERE session = ? AND path <> ?", (one.session.id, path)
    ).fetchall():
        _forget(connection, other)  # it was listed under another of its files
    purged = " ".join(sorted(key[1] for key in one.session.versions if key[0] == Purge.table))
    before = _forget(connection, path)
    if before is not None and before != purged:
        _mark(connection)
    if len(said) >= MOST_NOTES or not fits(one.entry.path):
        return
    held = rows.held_row(discussion_of(one.session))
    no = connection.execute(
        "INSERT INTO disc (path, state, session, purged, entry, held) VALUES (?, ?, ?, ?, ?, ?)",
        (path, one.state, one.session.id, purged, rows.entry_row(one.entry) if one.told else "", held),
    ).lastrowid
    if no is None:
        raise LostError
    pack = rows.packed_of(said)
    connection.execute(
        "INSERT INTO pack VALUES (?, ?, ?, ?, ?)",
        (no, pack.searched, len(pack.kinds), str(list(pack.merged)), rows.said_row(said)),
    )
    _write_words(connection, no, said)


def _write_words(connection: sqlite3.Connection, no: int, said: Sequence[Said]) -> None:
    facets = _facets(connection)
    words: set[str] = set()
    found: list[tuple[int, str]] = []
    tally: dict[int, int] = {}
    for place, (one, terms) in enumerate(zip(said, rows.terms_of(said), strict=True)):
        key = _facet(one)
        if key not in facets:
            facets[key] = _new_facet(connection, key)
        words.update(terms.split())
        found.append((row_id(no, place, facets[key]), terms))
        tally[facets[key]] = tally.get(facets[key], 0) + 1
    connection.executemany("INSERT INTO fts(rowid, words) VALUES (?, ?)", found)
    connection.executemany("INSERT OR IGNORE INTO word(word) VALUES (?)", [(word,) for word in words])
    connection.executemany(
        "INSERT INTO tally VALUES (?, ?, ?)", [(no, facet, count) for facet, count in tally.items()]
    )


Facet = tuple[str, str, int]
"""What many notes have in common: question, kind, and whether they count."""


def _facet(one: Said) -> Facet:
    return one.question, one.kind, int(one.in_force and not one.sort)


def _facets(connection: sqlite3.Connection) -> dict[Facet, int]:
    found = connection.execute("SELECT question, kind, force, no FROM facet")
    return {(question, kind, force): no for question, kind, force, no in found}


def _new_facet(connection: sqlite3.Connection, key: Facet) -> int:
    no = connection.execute("INSERT INTO facet (question, kind, force) VALUES (?, ?, ?)", key).lastrowid
    if no is None or no >= MOST_FACETS:
        raise LostError
    return no


def row_id(no: int, place: int, facet: int) -> int:
    """The number of a note in the index."""
    return no << DISC_SHIFT | place << FACET_BITS | facet
