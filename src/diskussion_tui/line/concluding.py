"""Conclusions, and what the group took on last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.domain.session import conclusions
from diskussion_tui.domain.session.conclusions import ACTION, SORTS
from diskussion_tui.domain.session.numbers import numbers_in
from diskussion_tui.line.marking import numbers_or_text, tell
from diskussion_tui.line.notes_told import conclusion_told, conclusions_told
from diskussion_tui.line.numbering import conclusion_of, notes_of, one_number, usage
from diskussion_tui.line.refusals import NotDoneError
from diskussion_tui.line.writing import conclude as conclude_with

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import ConclusionKind
    from diskussion_tui.line.evening import Evening


def conclude(evening: Evening, text: str) -> None:
    """A conclusion made of notes, or written."""
    numbers, written = numbers_or_text(text)
    if numbers:
        notes = notes_of(evening, numbers)
        conclude_with(evening, "\n".join(note.text for note in notes), notes)
    elif written:
        conclude_with(evening, written)
    else:
        raise usage(evening, "conclude")


def read_conclusions(evening: Evening, _text: str) -> None:
    """Every conclusion by its number."""
    told = conclusions_told(evening)
    if not told:
        raise NotDoneError(evening.words.line.no_conclusions)
    evening.speech.say(*told)


def sort(evening: Evening, text: str) -> None:
    """Another sort for a conclusion, or for what is written next in the summary."""
    first, _, rest = text.partition(" ")
    if numbers_in(first):
        number, named = one_number(evening, "sort", text)
        one = conclusion_of(evening, number)
        tell(evening, evening.change(conclusions.sort_conclusion, one.id, _sort_meant(evening, named)))
        evening.speech.say(conclusion_told(evening, number, conclusion_of(evening, number)))
        return
    meant = _sort_meant(evening, f"{first} {rest}".strip())
    if not evening.concludes:
        raise NotDoneError(evening.words.line.sort_at_the_end)
    evening.sort = meant
    evening.keep_place()
    evening.speech.say(f"{evening.words.conclusions.sort(meant)}.")


def done(evening: Evening, text: str) -> None:
    """An action that is done, or not after all."""
    number, _ = one_number(evening, "done", text)
    one = conclusion_of(evening, number)
    if one.kind != ACTION:
        raise NotDoneError(evening.words.line.not_an_action.format(number=number))
    tell(evening, evening.change(conclusions.toggle_done, one.id), " ")
    evening.speech.say(conclusion_told(evening, number, conclusion_of(evening, number)))


def last_time(evening: Evening, text: str) -> None:
    """Actions of earlier discussions: read, taken along, or done."""
    said, every = evening.words.conclusions, evening.earlier
    if not every:
        raise NotDoneError(evening.words.line.no_last_time)
    if not text:
        for number, one in enumerate(every, 1):
            source = said.last_time_of.format(name=one.name, day=one.date.isoformat())
            evening.speech.say(f"{conclusion_told(evening, number, one.action)} [{source}]")
        return
    number, rest = one_number(evening, "last_time", text)
    if not 1 <= number <= len(every):
        raise NotDoneError(evening.words.line.no_such_number.format(number=number, most=len(every)))
    finished = bool(rest)
    if finished and not folded(said.done_here).startswith(folded(rest)):
        raise usage(evening, "last_time")
    made = evening.change(conclusions.follow_up, every[number - 1].action, done=finished)
    tell(evening, made, said.followed_done if finished else said.followed)


def _sort_meant(evening: Evening, named: str) -> ConclusionKind:
    said = evening.words.conclusions
    if named in {"", "+"}:
        return SORTS[(SORTS.index(evening.sort) + 1) % len(SORTS)]
    found = [one for one in SORTS if folded(said.sort(one)).startswith(folded(named)) or one == folded(named)]
    if len(found) != 1:
        every = ", ".join(map(said.sort, SORTS))
        raise NotDoneError(evening.words.line.no_such_sort.format(given=clean_line(named), sorts=every))
    return found[0]
