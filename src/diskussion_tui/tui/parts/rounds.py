"""A round in words, wherever it is shown: what it is called, which place a note has, and what has become of it since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.clock import time_of_day
from diskussion_tui.domain.session import rounds
from diskussion_tui.domain.workbook.steps import called

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Round
    from diskussion_tui.domain.session.rounds import Standing
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.view import View

_NONE = "–"


def round_name(session: Session, of: Round, words: Texts) -> str:
    """A round as it is called: its number in the section, how it ranks, and when it began."""
    number = [one.id for one in rounds.rounds_in(session, of.section)].index(of.id) + 1
    began = session.versions[of.table, of.id][0].at
    return f"{words.rounds.round.format(n=number)} · {words.rounds.method(of.method, of.each)} · {time_of_day(began)}"


def place_words(one: Standing) -> str:
    """A note's place, those that share one with all the places they share: `2–3`."""
    if not one.first:
        return _NONE
    return f"{one.first}–{one.last}" if one.shared else f"{one.first}"


def count_row(session: Session, of: Round, words: Texts) -> Row:
    """How far a round has come: dots given of those there are, or how many notes have a place."""
    said = words.rounds
    if of.method == "ordning":
        every = rounds.ballot(session, of)
        placed = sum(1 for one in every if one.first)
        return ((said.ordered.format(placed=placed, notes=words.terms.notes(len(every))), "muted"),)
    given, most = rounds.given(session, of), rounds.to_give(session, of)
    if not most:
        return ((said.given(given), "muted"),)
    counted = (said.given_of.format(given=given, of=most), "muted")
    return (counted, (f" · {said.too_many(given - most)}", "warning")) if given > most else (counted,)


def became(view: View, one: Standing) -> str:
    """What a reader must know besides: that a note has gone elsewhere since, and which of its dots came with others."""
    said, note = view.words.rounds, view.session.note(one.note)
    states = {
        "withdrawn": said.withdrawn,
        "parked": said.parked,
        "moved": said.moved.format(question=called(note.question) if note else ""),
    }
    inherited = said.inherited.format(n=one.inherited) if one.inherited else ""
    return " · ".join(filter(None, (states.get(one.state, ""), inherited)))
