"""Prioritising a section's notes at the prompt: a round has a list of its own, whose numbers count in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.domain.session import rounds
from diskussion_tui.domain.session.numbers import numbers_in
from diskussion_tui.domain.session.rounds import MAX_EACH, MAX_POINTS
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.line.marking import tell
from diskussion_tui.line.numbering import pairs_of, usage
from diskussion_tui.line.refusals import NotDoneError

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Method, Round
    from diskussion_tui.domain.workbook.workbook import Section
    from diskussion_tui.line.evening import Evening


def prioritise(evening: Evening, text: str) -> None:
    """Read the list of the round, begin one, close it, or open it again."""
    said, section = evening.words.line, _section(evening)
    if not text:
        _read_ballot(evening, _latest(evening, section))
    elif numbers := numbers_in(text):
        _begin(evening, section, "prickar", min(numbers[0], MAX_EACH))
    elif _begins(said.round_order, text):
        _begin(evening, section, "ordning", 0)
    elif _begins(said.round_close, text):
        of = _latest(evening, section)
        tell(evening, evening.change(rounds.close_round, of.id), said.round_closed)
        _tell_standing(evening, of.id)
    elif _begins(said.round_reopen, text):
        tell(evening, evening.change(rounds.reopen_round, _latest(evening, section).id), said.round_open)
    else:
        raise usage(evening, "round")


def dots(evening: Evening, text: str) -> None:
    """Dots for notes, by the numbers of the round's list."""
    of = _open(evening, "prickar")
    given = {_of_ballot(evening, of, number): count for number, count in pairs_of(evening, text, MAX_POINTS)}
    tell(evening, evening.change(rounds.give_each, of.id, given), _count(evening, of))


def put_in_order(evening: Evening, text: str) -> None:
    """A note's place in the order; zero takes it out."""
    of = _open(evening, "ordning")
    for number, place in pairs_of(evening, text, MAX_POINTS):
        tell(evening, evening.change(rounds.put_in_order, of.id, _of_ballot(evening, of, number), place))


def result(evening: Evening, _text: str) -> None:
    """How the latest round stands."""
    _tell_standing(evening, _latest(evening, _section(evening)).id)


def _tell_standing(evening: Evening, round_id: str) -> None:
    from diskussion_tui.reports.rounds import round_rows

    if of := rounds.round_named(evening.session, round_id):
        rows = round_rows(evening.session, of, evening.words, 1_000)
        evening.speech.say_text("\n".join(" ".join(row.split()) for row in rows))


def _section(evening: Evening) -> Section:
    if evening.step.section is None:
        raise NotDoneError(evening.words.line.no_section)
    return evening.step.section


def _latest(evening: Evening, section: Section) -> Round:
    every = rounds.rounds_in(evening.session, section.id)
    if not every:
        raise NotDoneError(evening.words.line.no_round)
    return ([one for one in every if not one.closed] or every)[-1]


def _open(evening: Evening, method: Method) -> Round:
    of = _latest(evening, _section(evening))
    if of.closed or of.method != method:
        raise NotDoneError(evening.words.line.no_round)
    return of


def _begin(evening: Evening, section: Section, method: Method, each: int) -> None:
    if not rounds.in_section(evening.session, section.id):
        raise NotDoneError(evening.words.line.no_notes)
    made = evening.change(rounds.begin_round, evening.workshop.ids.new(), section.id, method, each)
    tell(evening, made, " ")
    _read_ballot(evening, _latest(evening, section))


def _read_ballot(evening: Evening, of: Round) -> None:
    said, session = evening.words.line, evening.session
    number = [one.id for one in rounds.rounds_in(session, of.section)].index(of.id) + 1
    evening.speech.say(
        said.round_begun.format(number=number, method=evening.words.rounds.method(of.method, of.each))
    )
    for place, one in enumerate(rounds.ballot(session, of), 1):
        if note := session.note(one.note):
            evening.speech.say(
                said.ballot.format(number=place, step=called(note.question), text=clean_line(note.text))
            )


def _of_ballot(evening: Evening, of: Round, number: int) -> str:
    every = rounds.ballot(evening.session, of)
    if not 1 <= number <= len(every):
        raise NotDoneError(evening.words.line.no_such_number.format(number=number, most=len(every)))
    return every[number - 1].note


def _count(evening: Evening, of: Round) -> str:
    said, given, most = (
        evening.words.rounds,
        rounds.given(evening.session, of),
        rounds.to_give(evening.session, of),
    )
    return f"{said.given_of.format(given=given, of=most) if most else said.given(given)}."


def _begins(word: str, text: str) -> bool:
    return folded(word).startswith(folded(text))
