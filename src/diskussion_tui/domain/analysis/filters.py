"""Looking at some of the notes in view: by kind, star, dissent, hands, tag, owner, table, or place on the compass.

A filter is a way of looking and is stored nowhere. What it must never do is make somebody believe that a note is lost:
`Filtered` hides only what was there, and did not fit, when the filter was chosen. What is said later is always shown, and a
note does not go away from under the hands of whoever is changing it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.order import swedish
from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.tags import owners_of, tags_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diskussion_tui.domain.session.records import Note

Sort = Literal["kind", "star", "dissent", "no_hands", "tag", "owner", "table", "cell", "no_cell"]
"""What a filter goes by, in the order in which filters are listed."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter. `value` is the kind's id, the tag, the owner, the table, or the cell's id; else empty."""

    sort: Sort
    value: str = ""

    def matches(self, note: Note) -> bool:
        """Whether a note is of those asked for."""
        return self.value in _VALUES[self.sort](note)


@dataclass(frozen=True, slots=True)
class Found:
    """A filter that makes sense for some notes, and how many of them it would show."""

    filter: Filter
    count: int


@dataclass(frozen=True, slots=True)
class Filtered:
    """A filter as it was put on the notes of a question; `hidden` are those that did not fit it then."""

    filter: Filter
    question: str
    hidden: frozenset[str]

    def shows(self, note: Note) -> bool:
        """Whether a note is seen: one that was said, brought here or made to fit after the filter was chosen is."""
        return note.question != self.question or note.id not in self.hidden or self.filter.matches(note)


def filtered(wanted: Filter, question: str, notes: Iterable[Note]) -> Filtered:
    """A filter on the notes that a question has now."""
    return Filtered(wanted, question, frozenset(note.id for note in notes if not wanted.matches(note)))


def choices(notes: Sequence[Note], kinds: Sequence[str] = ()) -> tuple[Found, ...]:
    """Every filter that shows some of these notes, by sort; kinds in their own order, the rest with most notes first.

    What a note lacks (hands, a table, a place) is only worth asking for where others have it.
    """
    found: list[Found] = []
    for sort, values in _VALUES.items():
        counts: dict[str, int] = {}
        for note in notes:
            for value in values(note):
                counts[value] = counts.get(value, 0) + 1
        if sort in _LACKS and counts.get("", 0) == len(notes):
            continue
        if sort == "table" and set(counts) == {""}:
            continue
        order = {kind: place for place, kind in enumerate(kinds)} if sort == "kind" else {}
        ranked = sorted(
            counts, key=lambda value: (order.get(value, len(order)), -counts[value], swedish(value))
        )
        found += [Found(Filter(sort, value), counts[value]) for value in ranked]
    return tuple(found)


def _flag(given: object) -> tuple[str, ...]:
    return ("",) if given else ()


_LACKS: frozenset[Sort] = frozenset({"no_hands", "no_cell"})
_VALUES: dict[Sort, Callable[[Note], tuple[str, ...]]] = {
    "kind": lambda note: (note.kind,) if note.kind else (),
    "star": lambda note: _flag(note.star),
    "dissent": lambda note: _flag(note.dissent),
    "no_hands": lambda note: _flag(not note.supporters),
    "tag": lambda note: tuple(dict.fromkeys(map(folded, tags_of(note.text)))),
    "owner": lambda note: tuple(dict.fromkeys(map(folded, owners_of(note.text)))),
    "table": lambda note: (note.group,),
    "cell": lambda note: tuple(dict.fromkeys(note.places)),
    "no_cell": lambda note: _flag(not note.places),
}
