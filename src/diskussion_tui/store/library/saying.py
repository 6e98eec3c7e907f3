"""What was said in each discussion of a look, and how much of it: out of the index where that knows, else by opening it."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.counting import OF_DISCUSSIONS, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.analysis.counting import Facet
    from diskussion_tui.domain.analysis.said import Discussion, Said
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.library.look import Look


def all_said(session: Session) -> tuple[Said, ...]:
    """The notes of a discussion, whether they count or not, and its conclusions."""
    from diskussion_tui.domain.analysis.said import concluded_in, said_in

    return (*said_in(session), *concluded_in(session))


def said_at(look: Look, number: int) -> Sequence[Said]:
    """The notes of a discussion, whether they count or not, and its conclusions."""
    row, index = look.indexed[number], look.index
    if row and index:
        from diskussion_tui.store.library.index_schema import LostError

        with suppress(LostError):
            return index.said(row.no)
    session = look.session_of(look.entries[number])
    return all_said(session) if session else ()


def counted_all(look: Look, by: Sequence[Facet]) -> Counter[tuple[str, ...]]:
    """How many notes that count there are of each combination of what they are counted by."""
    found: Counter[tuple[str, ...]] = Counter()
    known = _tallied(look, by, found)
    for number in range(len(look.entries)):
        if number not in known:
            found += counted((one for one in said_at(look, number) if one.in_force and not one.sort), by)
    return found


def _tallied(look: Look, by: Sequence[Facet], found: Counter[tuple[str, ...]]) -> set[int]:
    """Count what the index has counted already; which discussions those are."""
    if look.index is None:
        return set()
    from diskussion_tui.store.library.index_schema import LostError

    numbers = {row.no: number for number, row in enumerate(look.indexed) if row}
    try:
        tally = look.index.tally()
    except LostError:
        return set()
    for no, (discussion, counts) in tally.items():
        if no in numbers:
            of_it = {facet: OF_DISCUSSIONS[facet](discussion) for facet in by if facet in OF_DISCUSSIONS}
            for (question, kind), count in counts:
                found[tuple(_value(facet, question, kind, of_it) for facet in by)] += count
    return {number for no, number in numbers.items() if no in tally}


def _value(facet: Facet, question: str, kind: str, of_it: dict[Facet, str]) -> str:
    if facet == "part":
        return question.partition(".")[0]
    if facet == "question":
        return question
    return kind if facet == "kind" else of_it[facet]


Tally = dict[int, "tuple[Discussion, list[tuple[tuple[str, str], int]]]"]
"""Each discussion of an index by its number, and how many notes that count it has of each question and kind."""
