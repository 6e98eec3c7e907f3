"""The index of a folder: what lists, searches and counts ask of ten thousand discussions, without opening one.

A discussion stands in it under the state of all its files; where that is another now, it counts as not being there. So the index
is never asked whether it is up to date, and several programs may write in one at the same time. Each thread has a connection of
its own. Whatever fails becomes `LostError`, after which one does without.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.store.library import index_rows as rows
from diskussion_tui.store.library import index_shares as shares
from diskussion_tui.store.library.index_find import shown
from diskussion_tui.store.library.index_schema import (
    LostError,
    connected,
)
from diskussion_tui.store.library.index_writing import Written, fits, forget, mark, said_of, told, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from diskussion_tui.domain.analysis.said import Discussion, Said
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.store.library.index_shares import Kept
    from diskussion_tui.store.library.packed import Packed
    from diskussion_tui.store.library.saying import Tally

__all__ = ["Index", "LostError", "Row", "Written"]


class Row(NamedTuple):
    """A discussion of the index: its number, the state its files had, and whether opening it said another thing than its head."""

    no: int
    state: str
    told: bool


class Index:
    """One index file. Any thread may ask."""

    def __init__(self, path: Path, *, make: bool = True) -> None:
        """Open it, or make it where there is none. Raises `LostError`."""
        self.path = path
        self._make = make
        self._version = (0, 0)
        self._rows: dict[str, Row] = {}
        self._names: dict[str, str] = {}
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
            with told():
                return [rows.entry_from(*one) for one in found], count

    def files(self) -> list[tuple[Entry, int]]:
        """The head of every file, with the stamp it had. Raises `LostError`."""
        with self.reading() as connection:
            found = connection.execute("SELECT path, entry, stamp FROM file WHERE stamp IS NOT NULL")
            with told():
                return [(rows.entry_from(path, entry), stamp) for path, entry, stamp in found]

    def rows(self) -> dict[str, Row]:
        """Every discussion by the path of its file. Raises `LostError`."""
        with self.reading() as connection:
            return self.rows_in(connection)

    def rows_in(self, connection: sqlite3.Connection) -> dict[str, Row]:
        """The same, as it stands for a connection that reads."""
        (count, last) = connection.execute(
            "SELECT (SELECT count(*) FROM disc), coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'disc'), 0)"
        ).fetchone()
        with self._lock:
            if (
                count,
                last,
            ) != self._version:  # numbers are never used again: as many, and no new one, are the same
                before, known = self._version
                new = _rows(connection, known)
                if (
                    known <= last and before + len(new) == count
                ):  # they have only come: whoever has the others has them still
                    self._rows.update(new)
                else:
                    self._rows = _rows(connection, 0)
                self._version = (count, last)
            return self._rows

    def entry(self, row: Row, path: Path) -> Entry:
        """A discussion as opening it said. Raises `LostError`, also where it is not there any more."""
        with self.reading() as connection:
            found = connection.execute("SELECT entry FROM disc WHERE no = ?", (row.no,)).fetchone()
            if found is None:
                raise LostError
            with told():
                return rows.entry_from(str(path), found[0])

    def said(self, no: int) -> list[Said]:
        """Every note of a discussion. Raises `LostError`, also where it is not there any more."""
        with self.reading() as connection:
            return said_of(connection, no)

    def discussions(self) -> dict[int, Discussion]:
        """Every discussion by its number. Raises `LostError`."""
        with self.reading() as connection, told():
            found = connection.execute("SELECT no, held FROM disc").fetchall()
            held = rows.held_in([one for _no, one in found])
            return {no: one for (no, _row), one in zip(found, held, strict=True)}

    def kept(self, numbers: Sequence[int]) -> dict[int, Kept]:
        """What some discussions add to a compilation that counts all of their notes, of those that are there. Raises `LostError`."""
        with self.reading() as connection, told():
            return shares.kept_of(connection, numbers, self._names)

    def ids(self, numbers: Sequence[int]) -> dict[int, list[str]]:
        """The ids of the notes that count of some discussions, of those that are there. Raises `LostError`."""
        with self.reading() as connection, told():
            return shares.ids_of(connection, numbers)

    def pack(self, no: int) -> Packed:
        """The notes in force of a discussion. Raises `LostError`, also where it is not there any more."""
        with self.reading() as connection:
            return shown(connection, no)

    def tally(self) -> Tally:
        """How many notes that count there are of each question and kind in each discussion. Raises `LostError`."""
        with self.reading() as connection, told():
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

    def marked(self, table: str, fits: Callable[[str], bool]) -> set[int]:
        """The discussions with a note that counts in a row that fits of a compilation's table. Raises `LostError`."""
        with self.reading() as connection:
            return shares.marked(connection, table, fits)

    def rows_of(self, table: str) -> list[str]:
        """The rows of a compilation's table in which any note that counts stands. Raises `LostError`."""
        with self.reading() as connection:
            return shares.rows_of(connection, table)

    def raised(self, least: int) -> set[int]:
        """The discussions with a note that counts and for which so many hands were raised. Raises `LostError`."""
        with self.reading() as connection:
            return shares.raised(connection, least)

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
                if forget(connection, path) is not None:
                    mark(connection)

    def write(self, discussions: Iterable[Written]) -> None:
        """Put discussions in the place of what stood there of them. Raises `LostError`."""
        with self.writing() as connection:
            for one in discussions:
                write(connection, one)

    def forget(self, session_id: str) -> bool:
        """Take out a discussion, whatever its files; whether any of it was there. Raises `LostError`."""
        with self.writing() as connection:
            found = connection.execute("SELECT path FROM disc WHERE session = ?", (session_id,)).fetchall()
            for (path,) in found:
                forget(connection, path)
            listed = connection.execute("SELECT path, entry FROM file").fetchall()
            with told():
                held = [path for path, entry in listed if rows.entry_from(path, entry).id == session_id]
            connection.executemany("DELETE FROM file WHERE path = ?", [(path,) for path in held])
            if found or held:
                mark(connection)
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
            shares.forget_unused(connection)
        with self._taken() as connection:
            connection.execute("VACUUM")
            busy, _pages, _done = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                connection.execute("DELETE FROM meta WHERE key = 'wipe'")

    def drop(self, paths: Iterable[Path]) -> None:
        """Take out what stood in some files. Raises `LostError`."""
        with self.writing() as connection:
            for path in paths:
                if forget(connection, str(path)) is not None:
                    mark(connection)


def _rows(connection: sqlite3.Connection, after: int) -> dict[str, Row]:
    found = connection.execute("SELECT path, no, state, entry <> '' FROM disc WHERE no > ?", (after,))
    return {path: Row(no, state, bool(told)) for path, no, state, told in found}


def _file(entry: Entry, stamp: int | None) -> tuple[object, ...]:
    day = entry.date.isoformat() if entry.date else ""
    written = entry.modified.timestamp() if entry.modified else 0.0
    return str(entry.path), stamp, day, written, rows.entry_row(entry)
