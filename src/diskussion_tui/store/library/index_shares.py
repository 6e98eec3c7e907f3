"""What the index keeps of a discussion for compilations: what it adds to their numbers, of which files, and the ids of its notes.

The names of the numbers are many letters and always the same ones, so each has a number of its own (`mark`), and a discussion is kept
as a row of those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.domain.analysis.compilation_share import APART, counting, share_of
from diskussion_tui.store.library import index_rows as rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from diskussion_tui.domain.analysis.compilation_share import Share
    from diskussion_tui.domain.analysis.said import Said


class Kept(NamedTuple):
    """What a discussion adds, and the SHA-256 of the files that it was read from, sorted."""

    share: Share
    files: tuple[str, ...]


def kept_of(connection: sqlite3.Connection, numbers: Sequence[int], names: dict[str, str]) -> dict[int, Kept]:
    """What is kept of some discussions, by their numbers, of those that are there. `names` are the marks that are known so far."""
    asked = ",".join(map(str, numbers))
    found = connection.execute(_KEPT.format(numbers=asked)).fetchall()
    try:
        return _kept(found, names)
    except KeyError:  # another program has met new ones
        names.update((str(no), name) for no, name in connection.execute("SELECT no, name FROM mark"))
        return _kept(found, names)


_KEPT = "SELECT no, files, share, marks, rows FROM share WHERE no IN ({numbers})"


def _kept(found: Sequence[tuple[int, str, str, str, str]], names: dict[str, str]) -> dict[int, Kept]:
    name = names.__getitem__
    told = [
        (share, tuple(map(name, marks.split())), tuple(map(name, listed.split())))
        for _no, _files, share, marks, listed in found
    ]
    return {
        row[0]: Kept(share, tuple(row[1].split()))
        for row, share in zip(found, rows.shares_from(told), strict=True)
    }


def ids_of(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    """The ids of the notes that count of some discussions, by their numbers, of those that are there."""
    asked = ",".join(map(str, numbers))
    found = connection.execute(f"SELECT no, ids FROM ids WHERE no IN ({asked})")  # noqa: S608 - numbers alone
    return {no: rows.ids_from(ids) for no, ids in found}


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[tuple[str, str]]:
    """The rows of a table, with the numbers of their marks."""
    begins = f"{table}{APART}"
    for no, name in connection.execute("SELECT no, name FROM mark"):
        if name.startswith(begins) and name.count(APART) == 1:
            yield str(no), name.removeprefix(begins)


def rows_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """The rows of a table in which any note that counts stands."""
    used: set[str] = set()
    for (listed,) in connection.execute("SELECT rows FROM share"):
        used.update(listed.split())
    return [row for no, row in _rows(connection, table) if no in used]


def marked(connection: sqlite3.Connection, table: str, fits: Callable[[str], bool]) -> set[int]:
    """The discussions with a note that counts in a row that fits of a table."""
    wanted = {no for no, row in _rows(connection, table) if fits(row)}
    if not wanted:
        return set()
    found = connection.execute("SELECT no, rows FROM share")
    return {no for no, listed in found if not wanted.isdisjoint(listed.split())}


def raised(connection: sqlite3.Connection, least: int) -> set[int]:
    """The discussions with a note that counts and for which so many hands were raised."""
    return {no for (no,) in connection.execute("SELECT no FROM share WHERE hands >= ?", (least,))}


def write(connection: sqlite3.Connection, no: int, said: Sequence[Said], files: Sequence[str]) -> None:
    """Keep what a discussion adds."""
    notes, concluded = counting(said), [one for one in said if one.sort]
    share = share_of(notes, concluded)
    numbers = _numbers(connection, {*share.marks, *share.rows})
    marks, listed = (" ".join(numbers[name] for name in names) for names in (share.marks, share.rows))
    hands = share.supported[0][0] if share.supported else 0
    row = no, " ".join(files), rows.share_row(share), marks, listed, hands
    connection.execute("INSERT INTO share VALUES (?, ?, ?, ?, ?, ?)", row)
    connection.execute("INSERT INTO ids VALUES (?, ?)", (no, rows.ids_row(one.id for one in notes)))


def _numbers(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, str]:
    """The numbers of some marks, as text; new ones are given one."""
    found: dict[str, str] = {}
    for name in sorted(names):
        connection.execute("INSERT OR IGNORE INTO mark(name) VALUES (?)", (name,))
        (no,) = connection.execute("SELECT no FROM mark WHERE name = ?", (name,)).fetchone()
        found[name] = str(no)
    return found


def forget_unused(connection: sqlite3.Connection) -> None:
    """Leave no mark that no discussion has any more: a tag is somebody's word."""
    used: set[str] = set()
    for marks, listed in connection.execute("SELECT marks, rows FROM share"):
        used.update(marks.split(), listed.split())
    connection.execute(f"DELETE FROM mark WHERE no NOT IN ({','.join(used)})")  # noqa: S608 - numbers alone
