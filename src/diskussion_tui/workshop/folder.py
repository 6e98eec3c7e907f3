"""The folder of past discussions, as screens and the shell have it: the list, the search, and what both show of a discussion.

Upstairs nobody reaches into the store. This is its library under the name that it has up here; what it looks for besides, it looks
for in the compilations of the folder: which themes a note has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.store.library.heads import Entry
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.library.results import Hit, Hits, Shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.domain.analysis.query.query import Query, Themes

__all__ = ["Entry", "Folder", "Hit", "Hits", "Shown"]


class Folder(Library):
    """The discussions of a folder. A query for a theme goes by what has been coded there.

    `away` are those of its other folders that could not be looked into the last time.
    """

    away: tuple[Path, ...] = ()

    def refresh(
        self, room: int | None = None, *, early: Callable[[], None] | None = None
    ) -> tuple[Entry, ...]:
        """As the library does."""
        found = super().refresh(room, early=early)
        self.away = self.places.away
        return found

    def values(self, key: str) -> tuple[str, ...]:
        """As the library does; the themes are those of its compilations."""
        if key != "theme":
            return super().values(key)
        from diskussion_tui.workshop.themes import themes_in

        return themes_in(self.places.folders)

    def find(
        self,
        query: Query,
        themes: Themes | None = None,
        stopped: Callable[[], bool] | None = None,
        first: Callable[[Hits], None] | None = None,
        *,
        so_far: bool = False,
    ) -> Hits:
        """As the library does."""
        if themes is None and not query.is_plain:
            from diskussion_tui.workshop.themes import themes_for

            themes = themes_for(query, self.places.folders)
        return super().find(query, themes, stopped, first, so_far=so_far)
