"""In which discussions a query may find something, by what the index and the list know: the others need not be unpacked.

What is told here is only what must be there. Whether it is, each note is asked (`domain/analysis/query`), so that the answer is the
same as if every note were looked at.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.query.matching import Looked, exact, fits
from diskussion_tui.domain.analysis.query.nodes import All, Any, Day, Hands, Is, Text
from diskussion_tui.domain.analysis.said import Discussion, Said

if TYPE_CHECKING:
    import datetime as dt

    from diskussion_tui.domain.analysis.query.nodes import Node
    from diskussion_tui.domain.analysis.query.query import Query
    from diskussion_tui.store.library.index import Index
    from diskussion_tui.store.library.look import Look

_OF_ENTRIES = frozenset({"name", "unit", "state", "workbook", "registry"})
"""Fields of which the list knows what a discussion has."""
_OF_FACETS = frozenset({"part", "question", "kind"})
"""Fields that the index counts by."""
_MARKED = {"tag": "tags", "compass": "compass"}
"""Fields of what notes that count are counted by in compilations, and the tables that they are counted in."""
_SCOPES = ("withdrawn", "parked", "sort")


def may_find(look: Look, query: Query) -> set[int] | None:
    """The discussions, by their number among all, in which a query may find something; None where that is not known."""
    if look.index is None or query.root is None or query.loose:
        return None
    from diskussion_tui.store.library.index_schema import LostError

    with suppress(LostError):
        found = _Narrowing(look, query).of(query.root)
        return None if found is None else found | {n for n, row in enumerate(look.indexed) if row is None}
    return None


class _Narrowing:
    """Narrows for one look."""

    def __init__(self, look: Look, query: Query) -> None:
        self._look = look
        self._of_force = not any(query.looks_through(scope) for scope in _SCOPES)
        self._number = {row.no: number for number, row in enumerate(look.indexed) if row}
        if not look.names:
            look.name_all()

    def of(self, node: Node) -> set[int] | None:
        """Where a part of the query may be found; None for anywhere."""
        match node:
            case Text():
                return self._text(node.words)
            case Day() | Is():
                return self._field(node)
            case Hands(low, _high) if low and self._of_force:
                return self._numbers(self._index.raised(low))
            case All(parts):
                known = [found for found in map(self.of, parts) if found is not None]
                return set.intersection(*known) if known else None
            case Any(parts):
                every = [self.of(part) for part in parts]
                return (
                    None if None in every else set().union(*(found for found in every if found is not None))
                )
            case _:
                return None

    def _text(self, text: str) -> set[int] | None:
        words = tuple(exact(text).split())
        known = self._look.words
        if not words or known is None:
            return None
        with self._index.reading() as connection:
            found = known.holding(connection, words)
        if found is None:
            return None
        named = {n for n, name in enumerate(self._look.names) if any(word in name for word in words)}
        return self._numbers(found) | named

    @property
    def _index(self) -> Index:
        assert self._look.index is not None  # noqa: S101 - asked before
        return self._look.index

    def _numbers(self, found: set[int]) -> set[int]:
        """Discussions of the index by their number among all."""
        return {self._number[no] for no in found if no in self._number}

    def _field(self, node: Day | Is) -> set[int] | None:
        if isinstance(node, Is) and node.field in _OF_FACETS:
            fit = fits(node, exact)
            return self._numbers(self._index.where(lambda question, kind: fit(_noted(question, kind))))
        if isinstance(node, Is) and node.field in _MARKED and self._of_force and "" not in node.values:
            fit = fits(node, exact)
            return self._numbers(self._index.marked(_MARKED[node.field], lambda row: fit(_marked(row))))
        if isinstance(node, Day) or node.field in _OF_ENTRIES:
            fit = fits(node, exact)
            return {
                number
                for number, entry in enumerate(self._look.entries)
                if entry.date is None
                or fit(
                    _held(
                        entry.name, entry.date, entry.state, entry.workbook, entry.unit, entry.registry_number
                    )
                )
            }
        return None


def _noted(question: str, kind: str) -> Looked:
    from datetime import date

    return Looked(Said(Discussion("", "", date.min), "", question, kind, ""), "", ())


def _marked(row: str) -> Looked:
    from datetime import date

    return Looked(Said(Discussion("", "", date.min), "", "", "", f"#{row}", places=(row,)), "", ())


def _held(name: str, day: dt.date, state: str, workbook: str, unit: str, registry: str) -> Looked:
    discussion = Discussion("", name, day, state, workbook, unit=unit, registry_number=registry)
    return Looked(Said(discussion, "", "", "", ""), "", ())
