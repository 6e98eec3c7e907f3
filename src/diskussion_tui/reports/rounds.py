"""Rounds of prioritising on paper and as values: every round of every section, so that none is taken for the only one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.short_ids import endings
from diskussion_tui.domain.session import rounds
from diskussion_tui.domain.session.records import Note, Round
from diskussion_tui.domain.workbook import layout
from diskussion_tui.reports.cells import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.session.rounds import Standing
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts

_UNDER = "   "
_COLUMN = 5
_NONE = "–"


def sections_ranked(session: Session) -> tuple[str, ...]:
    """The sections that have rounds, by their ids."""
    return tuple(sorted({one.section for one in session.current(Round)}))


def round_rows(
    session: Session, of: Round, words: Texts, width: int, *, short_ids: bool = False
) -> Iterator[str]:
    """A round: its number, how it ranks and when it began; then each note with its place and its dots."""
    number = [one.id for one in rounds.rounds_in(session, of.section)].index(of.id) + 1
    said, began = words.rounds, session.versions[of.table, of.id][0].at
    head = (
        said.round.format(n=number),
        said.method(of.method, of.each),
        f"{began.date().isoformat()} {began:%H:%M}",
        said.closed if of.closed else said.open,
        _count(session, of, words),
    )
    yield ""
    yield from layout.wrap(" · ".join(filter(None, head)), width, measure=cells)
    every = rounds.standings(session, of)
    if not every:
        yield f"{_UNDER}{said.empty}"
    short = endings([key[1] for key in session.versions if key[0] == Note.table]) if short_ids else {}
    for one in every:
        yield from _standing(session, of, one, words, width, short.get(one.note, ""))


def round_values(session: Session, of: Round) -> dict[str, object]:
    """A round and how it stands, as values that JSON knows; a note without a place has `null` for both."""
    return {
        "id": of.id,
        "section": of.section,
        "method": of.method,
        "each": of.each,
        "closed": of.closed,
        "given": rounds.given(session, of) if of.method == "prickar" else None,
        "to_give": rounds.to_give(session, of) or None,
        "begun": session.versions[of.table, of.id][0].at.isoformat(),
        "result": [_values(session, one) for one in rounds.standings(session, of)],
    }


def _values(session: Session, one: Standing) -> dict[str, object]:
    note = session.note(one.note)
    return {
        "note": one.note,
        "text": note.text if note else "",
        "points": one.points,
        "inherited": one.inherited,
        "first": one.first or None,
        "last": one.last or None,
        "state": one.state,
    }


def _count(session: Session, of: Round, words: Texts) -> str:
    if of.method == "ordning":
        return ""
    given, most = rounds.given(session, of), rounds.to_give(session, of)
    return words.rounds.given_of.format(given=given, of=most) if most else words.rounds.given(given)


def _standing(
    session: Session, of: Round, one: Standing, words: Texts, width: int, short: str
) -> Iterator[str]:
    said, note = words.rounds, session.note(one.note)
    place = f"{one.first}–{one.last}" if one.shared else str(one.first or _NONE)
    lead = f"{place.rjust(_COLUMN)}  "
    states = {
        "withdrawn": said.withdrawn,
        "parked": said.parked,
        "moved": said.moved.format(question=note.question if note else ""),
    }
    told = (
        said.points(one.points) if of.method == "prickar" else "",
        said.inherited.format(n=one.inherited) if one.inherited else "",
        states.get(one.state, ""),
    )
    marks = ", ".join(filter(None, told))
    text = "  ".join(filter(None, (note.text if note else said.purged, marks and f"({marks})", short)))
    return iter(layout.wrap(text, width, lead, " " * len(lead), cells))
