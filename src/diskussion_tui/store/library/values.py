"""Which values a field of a query has among the discussions of a look: how what is being typed could go on.

Where there is an index they are what that keeps apart already, as far as it is filled. It does not keep tables and owners apart:
those are taken from the newest discussions, which are the ones that somebody remembers.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import chain, islice
from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.base.text import folded
from diskussion_tui.domain.language.tags import once_each
from diskussion_tui.store.library.fielded import said_in
from diskussion_tui.store.library.saying import counted_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from diskussion_tui.domain.analysis.said import Discussion, Said
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.store.library.index import Index
    from diskussion_tui.store.library.look import Look

_NEWEST = 300
"""So many discussions say which tables and owners there are, where an index spares opening the others."""
_FEW = 20
"""So many discussions that an index does not have are opened; more are about to be, by whoever fills it."""
_OF_ENTRIES: Mapping[str, Callable[[Entry], Iterable[str]]] = {
    "name": lambda one: (one.name,),
    "unit": lambda one: (one.unit,),
    "registry": lambda one: (one.registry_number,),
    "workbook": lambda one: (one.workbook,),
    "part": lambda one: one.parts,
    "kind": lambda one: tuple(one.kinds),
}
_OF_DISCUSSIONS: Mapping[str, Callable[[Discussion], Iterable[str]]] = {
    "place": lambda one: (one.place,),
    "verdict": lambda one: one.verdicts.values(),
}
_OF_NOTES: Mapping[str, Callable[[Said], Iterable[str]]] = {
    "tag": lambda one: () if one.sort else map(folded, one.tags),
    "compass": lambda one: one.places,
    "owner": lambda one: one.owners,
    "table": lambda one: (one.table,),
}
_TABLES = {"tag": "tags", "compass": "compass"}
"""Those of them that compilations count by, and so the index too."""


def values_in(look: Look, key: str) -> tuple[str, ...]:
    """The values of a field by its key, each once, in Swedish order; none for a field that has none to choose from. May open files."""
    return tuple(sorted(once_each(filter(None, _values(look, key))), key=swedish))


def _values(look: Look, key: str) -> Iterable[str]:
    if of_entry := _OF_ENTRIES.get(key):
        return chain.from_iterable(of_entry(one) for one in look.entries if not one.fault)
    if key == "question":
        return (question for (question,) in counted_all(look, ("question",)))
    if of_discussion := _OF_DISCUSSIONS.get(key):
        return chain.from_iterable(map(of_discussion, _discussions(look)))
    if of_note := _OF_NOTES.get(key):
        if look.index and key in _TABLES:
            from diskussion_tui.store.library.index_schema import LostError

            with suppress(LostError):
                return _of_index(look, look.index, key, of_note)
        most = _NEWEST if look.index else None
        return chain.from_iterable(map(of_note, _said(look, islice(range(len(look.entries)), most))))
    return ()


def _of_index(look: Look, index: Index, key: str, of_note: Callable[[Said], Iterable[str]]) -> Iterable[str]:
    """What the index has of a field, and what stands in those that it does not know. Raises `LostError`."""
    return chain(index.rows_of(_TABLES[key]), chain.from_iterable(map(of_note, _said(look, _left(look)))))


def _left(look: Look) -> list[int]:
    """Those that the index does not have, where they are few."""
    left = [number for number, row in enumerate(look.indexed) if row is None]
    return left if len(left) <= _FEW else []


def _said(look: Look, numbers: Iterable[int]) -> Iterator[Said]:
    return (one for number in numbers for one in said_in(look, number) if one.in_force)


def _discussions(look: Look) -> Iterator[Discussion]:
    known: Mapping[int, Discussion] = {}
    if look.index:
        from diskussion_tui.store.library.index_schema import LostError

        with suppress(LostError):
            known = look.index.discussions()
    yield from (known[row.no] for row in look.indexed if row and row.no in known)
    for number in _left(look) if known else range(len(look.entries)):
        yield from (one.discussion for one in islice(said_in(look, number), 1))
