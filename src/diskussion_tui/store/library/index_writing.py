"""Putting discussions into the index, and taking them out: every table that has something of them, with all or none of it."""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.domain.analysis.said import discussion_of
from diskussion_tui.store.library import index_rows as rows
from diskussion_tui.store.library import index_shares as shares
from diskussion_tui.store.library.index_schema import (
    DISC_SHIFT,
    FACET_BITS,
    MOST_FACETS,
    MOST_NOTES,
    LostError,
)
from diskussion_tui.store.library.saying import all_said

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.library.heads import Entry


class Written(NamedTuple):
    """A discussion to be written: whose files are in a `state`, and what opening them said; `told` where its head says another thing.

    `files` are the SHA-256 of those files, sorted.
    """

    entry: Entry
    told: bool
    state: str
    session: Session
    files: tuple[str, ...]


@contextmanager
def told() -> Iterator[None]:
    """What is read back is what was written, or `LostError`."""
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError, zlib.error) as error:
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
    with told():
        return rows.said_from(rows.held_from(found[0]), found[1])


def mark(connection: sqlite3.Connection) -> None:
    """Note that words were taken out which still have to be wiped off."""
    connection.execute("INSERT OR IGNORE INTO meta VALUES ('wipe', '')")


def forget(connection: sqlite3.Connection, path: str) -> str | None:
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
    for table, column in (("disc", "no"), ("pack", "no"), ("share", "no"), ("ids", "no"), ("tally", "disc")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (no,))  # noqa: S608 - our own names
    return str(purged)


def write(connection: sqlite3.Connection, one: Written) -> None:
    """Put a discussion in the place of what stood there of it; one that there is no room for is only taken out."""
    from diskussion_tui.domain.session.records import Purge

    said = all_said(one.session)
    path = str(one.entry.path)
    for (other,) in connection.execute(
        "SELECT path FROM disc WHERE session = ? AND path <> ?", (one.session.id, path)
    ).fetchall():
        forget(connection, other)  # it was listed under another of its files
    purged = " ".join(sorted(key[1] for key in one.session.versions if key[0] == Purge.table))
    before = forget(connection, path)
    if before is not None and before != purged:
        mark(connection)
    if len(said) >= MOST_NOTES or not fits(one.entry.path):
        return
    held = rows.held_row(discussion_of(one.session))
    no = connection.execute(
        "INSERT INTO disc (path, state, session, purged, entry, held) VALUES (?, ?, ?, ?, ?, ?)",
        (path, one.state, one.session.id, purged, rows.entry_row(one.entry) if one.told else "", held),
    ).lastrowid
    if no is None:
        raise LostError
    pack, facets = rows.packed_of(said), _facets_for(connection, said)
    listed = " ".join(str(facets[_facet(one)]) for one in rows.listed(said))
    connection.execute(
        "INSERT INTO pack VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            no,
            pack.searched,
            len(pack.kinds),
            str(list(pack.merged)),
            listed,
            rows.shown_row(pack),
            rows.said_row(said),
        ),
    )
    shares.write(connection, no, said, one.files)
    _write_words(connection, no, said, facets)


def _write_words(
    connection: sqlite3.Connection, no: int, said: Sequence[Said], facets: Mapping[Facet, int]
) -> None:
    words: set[str] = set()
    found: list[tuple[int, str]] = []
    tally: dict[int, int] = {}
    for place, (one, terms) in enumerate(zip(said, rows.terms_of(said), strict=True)):
        facet = facets[_facet(one)]
        words.update(terms.split())
        found.append((row_id(no, place, facet), terms))
        tally[facet] = tally.get(facet, 0) + 1
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


def _facets_for(connection: sqlite3.Connection, said: Iterable[Said]) -> Mapping[Facet, int]:
    """All facets, with those that some notes have first had."""
    facets = _facets(connection)
    for key in dict.fromkeys(map(_facet, said)):
        if key not in facets:
            facets[key] = _new_facet(connection, key)
    return facets


def _new_facet(connection: sqlite3.Connection, key: Facet) -> int:
    no = connection.execute("INSERT INTO facet (question, kind, force) VALUES (?, ?, ?)", key).lastrowid
    if no is None or no >= MOST_FACETS:
        raise LostError
    return no


def row_id(no: int, place: int, facet: int) -> int:
    """The number of a note in the index."""
    return no << DISC_SHIFT | place << FACET_BITS | facet
