"""What a query finds among what was said, in the order of its weight, and how much of it there is by part, kind, month and unit.

å, ä and ö are letters of their own. Only where nothing else is found are they taken for a and o, and then that is told.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, get_args

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diskussion_tui.domain.analysis.query.query import Query, Themes
    from diskussion_tui.domain.analysis.said import Said

By = Literal["part", "kind", "month", "unit", "question", "discussion", "state", "table"]
"""What is counted by."""
WAYS: tuple[By, ...] = get_args(By)


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


def counted(said: Iterable[Said], by: Sequence[By]) -> Counter[tuple[str, ...]]:
    """How much of it there is, by one thing or several at once: the values of each, in the order that was asked for."""
    ways = [_BY[one] for one in by]
    return Counter(tuple(way(one) for way in ways) for one in said)


_BY = {
    "part": lambda one: one.section,
    "kind": lambda one: one.kind,
    "month": lambda one: f"{one.discussion.date:%Y-%m}",
    "unit": lambda one: one.discussion.unit,
    "question": lambda one: one.question,
    "discussion": lambda one: one.discussion.name,
    "state": lambda one: one.discussion.state,
    "table": lambda one: one.table,
}
