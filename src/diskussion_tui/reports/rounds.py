"""Rounds of prioritising on paper and as values: every round of every section, so that none is taken for the only one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.base.clock import moment
from diskussion_tui.base.short_ids import endings
from diskussion_tui.base.text import sentence_case
from diskussion_tui.domain.session import rounds
from diskussion_tui.domain.session.records import Note, Purge, Round
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.document import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
    yield ""
    yield from layout.wrap(told_round(session, of, words), width, measure=cells)
    every = rounds.standings(session, of)
    if not every:
        yield f"{_UNDER}{words.rounds.empty}"
    short = endings([key[1] for key in session.versions if key[0] == Note.table]) if short_ids else {}
    for one in every:
        yield from _standing(session, of, one, words, width, short.get(one.note, ""))


def round_table(
    session: Session, of: Round, words: Texts, people: Callable[[int], str] | None = None
) -> Table:
    """A round for a document: the same, a row a note. With `people`, which tells a number as it may be told, not how many dots were given in all."""
    said, counted = words.rounds, people is None
    rows = []
    for one in rounds.standings(session, of):
        points = (people(one.points) if people else one.points,) if of.method == "prickar" else ()
        told = _told(session, replace(one, inherited=0) if people else one, words, [])
        rows.append((" ".join(told), _place(one), *points))
    numbers = map(sentence_case, (said.place, *((words.report.dots,) if of.method == "prickar" else ())))
    told_of = told_round(session, of, words, counted=counted)
    rule = "" if rows else said.empty
    return Table(told_of, (words.terms.note, *numbers), tuple(rows), rule, counted=True)


def told_round(session: Session, of: Round, words: Texts, *, counted: bool = True) -> str:
    """A round in a line: its number, how it ranks, when it began, whether it is going on, and how much was given."""
    number = [one.id for one in rounds.rounds_in(session, of.section)].index(of.id) + 1
    said, began = words.rounds, session.versions[of.table, of.id][0].at
    told = (
        said.round.format(n=number),
        said.method(of.method, of.each),
        moment(began),
        said.closed if of.closed else said.open,
        _count(session, of, words) if counted else "",
    )
    return " · ".join(filter(None, told))


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
    lead = f"{_place(one).rjust(_COLUMN)}  "
    points = [words.rounds.points(one.points)] if of.method == "prickar" else []
    text = "  ".join(filter(None, (*_told(session, one, words, points), short)))
    return iter(layout.wrap(text, width, lead, " " * len(lead), cells))


def _place(one: Standing) -> str:
    return f"{one.first}–{one.last}" if one.shared else str(one.first or _NONE)


def _told(session: Session, one: Standing, words: Texts, points: list[str]) -> Iterator[str]:
    """What a note says, and behind it in brackets its points and what has become of it."""
    said, note = words.rounds, session.note(one.note)
    states = {
        "withdrawn": said.withdrawn,
        "parked": said.parked,
        "moved": said.moved.format(question=called(note.question) if note else ""),
    }
    inherited = said.inherited.format(n=one.inherited) if one.inherited else ""
    marks = ", ".join(filter(None, (*points, inherited, states.get(one.state, ""))))
    yield note.text if note else without_words(session, one.note, words)
    if marks:
        yield f"({marks})"


def without_words(session: Session, note_id: str, words: Texts) -> str:
    """What stands for a note whose words are not told: that it was removed for good, or withdrawn."""
    return words.rounds.purged if (Purge.table, note_id) in session.versions else words.rounds.withdrawn
