"""Groups of discussions to be held side by side: what some queries find in a library, out of its index where that knows.

What the groups asked themselves, and the words of another workbook, stand in the discussions alone: those are opened where they are
few. Of hundreds nobody reads each group's own wording.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.domain.analysis.comparing import side_from, worded_in
from diskussion_tui.workshop.themes import themes_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from diskussion_tui.domain.analysis.comparing import Side
    from diskussion_tui.domain.analysis.query.query import Query
    from diskussion_tui.domain.analysis.said import Discussion, Said
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.store.library.listing import Library

FEW = 60
"""So many discussions of a group are opened."""


class Group(NamedTuple):
    """A side, the discussions of it that were opened, and where each lies, by its id."""

    side: Side
    sessions: tuple[Session, ...]
    paths: Mapping[str, Path]


def group_of(name: str, query: Query, library: Library) -> Group:
    """What a query finds, as a side. May take its time. Raises `OSError`."""
    themes = themes_for(query, library.places.folders)
    entries: list[Entry] = []
    paths: dict[str, Path] = {}
    meant: list[tuple[Discussion, list[Said]]] = []
    for entry, given in library.given(query if query.root else None):
        notes = [one for one in given.said if one.in_force and query.matches(one, themes)] if given else []
        if given and notes:
            meant.append((given.discussion, notes))
            paths[given.discussion.id] = entry.path
            entries.append(entry)
    sessions = tuple(library.sessions(entries)) if len(entries) <= FEW else ()
    return Group(side_from(name, meant, worded_in(sessions)), sessions, paths)


def groups_of(queries: Iterable[tuple[str, Query]], library: Library) -> list[Group]:
    """Several of them. Raises `OSError`."""
    return [group_of(name, query, library) for name, query in queries]
