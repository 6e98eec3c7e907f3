"""Which notes hold some words, asked of the index: exactly what looking through the texts finds.

A word is found wherever its letters stand, also inside a compound. SQLite finds what words begin with; those that hold it further
in come from the list of all words that there are, which is short. What FTS5 cannot say for sure is looked up in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.store.library import index_rows as rows
from diskussion_tui.store.library.index_schema import DISC_SHIFT, FACET_BITS, LostError
from diskussion_tui.store.library.index_writing import told

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from diskussion_tui.store.library.packed import Packed

_SHORTEST = 3
"""A word of fewer letters stands in nearly every discussion: looking through those from the newest on is quicker."""
_MOST_COMPOUNDS = 400
"""And so does one that is part of more words than this."""
_AT_A_TIME = 50
"""So many discussions are taken out at a time where all are looked through."""
_FACET = (1 << FACET_BITS) - 1


class Plan(NamedTuple):
    """What FTS5 is asked. `exact` says that it finds no other note than those that hold the words."""

    match: str
    exact: bool


class Words:
    """Every word of an index, kept as one text, which is looked through in a millisecond."""

    def __init__(self) -> None:
        self._last = 0
        self._count = 0
        self._text = "\n"

    def follow(self, connection: sqlite3.Connection) -> None:
        """Take in the words that have come."""
        count, last = connection.execute("SELECT count(*), coalesce(max(no), 0) FROM word").fetchone()
        if (count, last) == (self._count, self._last):
            return
        begin = self._last if count - self._count == last - self._last else 0
        found = [word for (word,) in connection.execute("SELECT word FROM word WHERE no > ?", (begin,))]
        if len(found) != count - (self._count if begin else 0):
            found, begin = [word for (word,) in connection.execute("SELECT word FROM word")], 0
        self._text = (self._text if begin else "\n") + "".join(f"{word}\n" for word in found)
        self._count, self._last = count, last

    def compounds(self, part: str) -> list[str] | None:
        """The words that hold a part, but do not begin with it; None where those are too many."""
        found: dict[str, None] = {}
        text, place = self._text, self._text.find(part)
        while place >= 0:
            end = text.index("\n", place)
            if text[place - 1] != "\n":
                found[text[text.rindex("\n", 0, place) + 1 : end]] = None
                if len(found) > _MOST_COMPOUNDS:
                    return None
            place = text.find(part, end)
        return list(found)


def plan_of(words: Sequence[str], known: Words) -> Plan | None:
    """What FTS5 is asked for notes that hold every one of the folded `words`; None where it is of no use."""
    asked: list[str] = []
    exact = True
    for word in words:
        parts = rows.words_in(word)
        exact = exact and parts == [word]
        for part in parts:
            compounds = known.compounds(part) if len(part) >= _SHORTEST else None
            if compounds is None:
                exact = False
            else:
                asked.append(" OR ".join([f'"{part}"*', *(f'"{one}"' for one in compounds)]))
    return Plan(" AND ".join(f"({one})" for one in asked), exact) if asked else None


class Counts(NamedTuple):
    """The discussions in which some words were found; where that is `exact` with how many notes in force of each facet hold them."""

    discs: dict[int, list[tuple[int, int]]]
    exact: bool


def counts_of(connection: sqlite3.Connection, plan: Plan) -> Counts:
    """How many notes in force hold the words of a plan, in which discussions; or in which that must be looked up."""
    in_force = ",".join(str(no) for (no,) in connection.execute("SELECT no FROM facet WHERE force = 1"))
    discs: dict[int, list[tuple[int, int]]] = {}
    if not plan.exact:
        found = connection.execute(_IN_FORCE.format(facets=in_force), (plan.match,))
        return Counts({disc: [] for (disc,) in found}, exact=False)
    for disc, facet, count in connection.execute(_BY_FACET.format(facets=in_force), (plan.match,)):
        discs.setdefault(disc, []).append((facet, count))
    return Counts(discs, exact=True)


def holding(connection: sqlite3.Connection, plan: Plan) -> set[int]:
    """The discussions with something, whether it counts or not, that may hold the words of a plan."""
    return {disc for (disc,) in connection.execute(_HOLDING, (plan.match,))}


def facets_of(connection: sqlite3.Connection) -> dict[int, tuple[str, str]]:
    """The part and the kind of each facet."""
    found = connection.execute("SELECT no, question, kind FROM facet")
    return {no: (question.partition(".")[0], kind) for no, question, kind in found}


_HOLDING = f"SELECT DISTINCT rowid >> {DISC_SHIFT} FROM fts WHERE fts MATCH ?"  # noqa: S608 - a number
_IN_FORCE = f"{_HOLDING} AND rowid & {_FACET} IN ({{facets}})"
_BY_FACET = (
    f"SELECT rowid >> {DISC_SHIFT} AS disc, rowid & {_FACET} AS facet, count(*) FROM fts WHERE fts MATCH ? "  # noqa: S608 - as above
    f"AND facet IN ({{facets}}) GROUP BY disc, facet"
)


def light(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Packed]:
    """As much of the notes of some discussions as counting them takes, of those that are there."""
    names = {
        str(no): (question, kind)
        for no, question, kind in connection.execute("SELECT no, question, kind FROM facet")
    }
    found = connection.execute(_LIGHT.format(numbers=",".join(map(str, numbers))))
    return {
        no: rows.light(searched, own, merged, facets, names) for no, searched, own, merged, facets in found
    }


_LIGHT = "SELECT no, searched, own, merged, facets FROM pack WHERE no IN ({numbers})"


def shown(connection: sqlite3.Connection, no: int) -> Packed:
    """All of a discussion's notes in force. Raises `LostError`, also where it is not there any more."""
    found = connection.execute("SELECT shown FROM pack WHERE no = ?", (no,)).fetchone()
    if found is None:
        raise LostError
    with told():
        return rows.pack_from(light(connection, (no,))[no], found[0])


class Light:
    """The same, taken out some at a time: whoever looks through all of them asks for them in the order of `numbers`."""

    def __init__(self, connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
        self._connection, self._numbers = connection, numbers
        self._place = {no: place for place, no in enumerate(numbers)}
        self._out: dict[int, Packed] = {}

    def of(self, no: int) -> Packed:
        """As much of a discussion's notes as counting them takes. Raises `LostError` where it is not there any more."""
        if no not in self._out:
            place = self._place[no]
            self._out = light(self._connection, self._numbers[place : place + _AT_A_TIME])
        if no not in self._out:
            raise LostError
        return self._out[no]
