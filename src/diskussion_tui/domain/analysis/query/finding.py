"""What a query finds among what was said, in the order of its weight.

å, ä and ö are letters of their own. Only where nothing else is found are they taken for a and o, and then that is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.analysis.query.query import Query, Themes
    from diskussion_tui.domain.analysis.said import Said


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found, the weightiest first. `loose` where å, ä and ö were taken for a and o, since nothing else was there."""

    hits: tuple[Said, ...]
    loose: bool = False

    @property
    def discussions(self) -> int:
        """In how many discussions it was said."""
        return len({one.discussion.id for one in self.hits})


def find_in(said: Iterable[Said], query: Query, themes: Themes | None = None) -> Found:
    """What a query finds."""
    rows = list(said)
    hits = ranked(one for one in rows if query.finds(one, themes))
    if hits or not query.can_be_loose:
        return Found(hits)
    loosely = query.loosely()
    hits = ranked(one for one in rows if loosely.finds(one, themes))
    return Found(hits, loose=bool(hits))


def ranked(said: Iterable[Said]) -> tuple[Said, ...]:
    """What counts before what does not, then what most hold with, then the newest; the same whatever order it came in."""
    newest_first = sorted(said, key=lambda one: (one.discussion.date, one.id), reverse=True)
    return tuple(sorted(newest_first, key=lambda one: (not one.in_force, -one.supporters)))
