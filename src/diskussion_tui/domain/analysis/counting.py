"""Counting notes by what is known of each: part of the workbook, kind, month, unit, discussion.

Whoever counts one by one and whoever has the index count goes by the same names, so that the two can be held against each other.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from diskussion_tui.domain.analysis.said import Discussion, Said

Facet = Literal[
    "part", "question", "kind", "discussion", "name", "month", "unit", "place", "state", "workbook"
]
"""What notes are counted by. A month is that of the discussion's day, `2026-05`; a discussion is its id."""

OF_NOTES: Mapping[Facet, Callable[[Said], str]] = {
    "part": lambda said: said.section,
    "question": lambda said: said.question,
    "kind": lambda said: said.kind,
}
"""What each note says of itself."""
OF_DISCUSSIONS: Mapping[Facet, Callable[[Discussion], str]] = {
    "discussion": lambda held: held.id,
    "name": lambda held: held.name,
    "month": lambda held: held.date.isoformat()[:7],
    "unit": lambda held: held.unit,
    "place": lambda held: held.place,
    "state": lambda held: held.state,
    "workbook": lambda held: held.workbook,
}
"""What is the same for every note of a discussion."""


class Asking(Protocol):
    """A question about notes, answered one by one."""

    def matches(self, said: Said) -> bool:
        """Whether a note is of those asked for."""
        ...


def counted(said: Iterable[Said], by: Sequence[Facet]) -> Counter[tuple[str, ...]]:
    """How many notes there are of each combination of what they are counted by."""
    return Counter(tuple(value_of(one, facet) for facet in by) for one in said)


def value_of(said: Said, facet: Facet) -> str:
    """What a note is counted under."""
    own = OF_NOTES.get(facet)
    return own(said) if own else OF_DISCUSSIONS[facet](said.discussion)
