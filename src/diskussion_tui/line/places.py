"""Walking, and reading what there is to read: the step, the picture, cues, notes, what lies aside, and what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.domain.session.numbers import numbers_in
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.steps import called, step_named
from diskussion_tui.line.notes_told import conclusions_told, note_told
from diskussion_tui.line.numbering import listed, note_of, one_number, usage
from diskussion_tui.line.refusals import NotDoneError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.line.evening import Evening
    from diskussion_tui.texts.catalogue import Texts

_ENDS = (".", "!", "?")
_PARAGRAPH = 100_000
"""So wide that a paragraph stays one: lines are broken where they are said."""


# ---- walking ---------------------------------------------------------------------------------------------------------


def arrive(evening: Evening) -> None:
    """Say what there is at the step one has come to: its heading and what is asked, and how much was said already."""
    words, step = evening.words, evening.step
    heading, name = step.heading if step.heading.endswith(_ENDS) else f"{step.heading}.", name_of(step, words)
    told = words.line.step.format(step=name, heading=heading)
    evening.speech.say(f"{name}." if step.role == "reflection" else told)
    if step.role == "start":
        evening.speech.say(*evening.workbook.introduction.bullets)
    elif step.role == "compass":
        evening.speech.say(evening.workbook.compass.invitation)
    elif step.role == "picture":
        read_picture(evening, "")
    elif step.role == "end":
        evening.speech.say(*evening.workbook.closing.text, evening.workshop.path.name)
    else:
        _say_question(evening)


def next_step(evening: Evening, _text: str) -> None:
    """The step that follows."""
    _walk(evening, 1, evening.words.line.last_step)


def previous_step(evening: Evening, _text: str) -> None:
    """The step before."""
    _walk(evening, -1, evening.words.line.first_step)


def go_to(evening: Evening, text: str) -> None:
    """A step by its id."""
    evening.go_to(step_meant(evening, text))


def where(evening: Evening, _text: str) -> None:
    """Where one is, once more, and how far along."""
    steps = evening.workshop.steps
    arrive(evening)
    evening.speech.say(evening.words.line.step_of.format(place=steps.index(evening.step) + 1, all=len(steps)))


def name_of(step: Step, words: Texts) -> str:
    """A step as it is called: `B 2`, a reflection by its part and heading, others as in every list of steps."""
    if step.role == "reflection":
        return f"{step.part}, {step.heading}"
    return called(step.id) if step.question else words.walk.of_step(step.role) or step.id.capitalize()


def step_meant(evening: Evening, text: str) -> Step:
    """The step that is named. Raises `NotDoneError` with those there are."""
    step = step_named(evening.workshop.steps, text) or _step_called(evening, text)
    if step is None:
        ids = ", ".join(one.id for one in evening.workshop.steps)
        said, given = evening.words.line, clean_line(text)
        why = said.no_such_step.format(given=given, ids=ids) if given else said.step_missing.format(ids=ids)
        raise NotDoneError(why)
    return step


def _step_called(evening: Evening, text: str) -> Step | None:
    """A step without a letter, by the name that it has where steps are listed."""
    wanted, said = folded(clean_line(text)), evening.words.walk
    named = (one for one in evening.workshop.steps if folded(said.of_step(one.role)) == wanted)
    return next(named, None) if wanted else None


def _walk(evening: Evening, by: int, at_the_end: str) -> None:
    steps = evening.workshop.steps
    number = steps.index(evening.step) + by
    if not 0 <= number < len(steps):
        raise NotDoneError(at_the_end)
    evening.go_to(steps[number])


def _say_question(evening: Evening) -> None:
    said, question = evening.words.line, evening.step.question
    if question is None:
        return
    asked = evening.session.asks(question.id, question.text)
    if evening.step.role == "reflection":
        asked = evening.workbook.reflections.text
    evening.speech.say(said.question.format(text=asked) if asked else said.own_question_missing)
    if question.asks == "verdict":
        evening.speech.say(verdict_told(evening))
    if number := len(evening.session.notes_of(question.id)):
        evening.speech.say(said.notes_here(number))


def verdict_told(evening: Evening) -> str:
    """The verdict on the picture, or which there are."""
    said, question, verdicts = evening.words.line, evening.step.question, evening.workbook.verdicts
    given = evening.session.verdict(question.id) if question else ""
    label = next((one.label for one in verdicts if one.id == given), "")
    every = ", ".join(one.label.lower() for one in verdicts)
    return said.verdict.format(verdict=label.lower()) if label else said.no_verdict_yet.format(verdicts=every)


# ---- reading ---------------------------------------------------------------------------------------------------------


def read_notes(evening: Evening, text: str) -> None:
    """The notes here, those of some numbers, or those of another step."""
    if numbers := numbers_in(text):
        for number in numbers:
            note = note_of(evening, number)
            evening.speech.say(note_told(evening, note), *note.text.split("\n")[1:])
        return
    step = step_meant(evening, text) if text else evening.step
    asked = [step.question] if step.question else list(step.section.questions) if step.section else []
    notes = [note for one in asked for note in evening.session.notes_of(one.id)]
    if not notes:
        raise NotDoneError(evening.words.line.none_here)
    for one in asked:
        if len(asked) > 1 and evening.session.notes_of(one.id):
            evening.speech.say(f"{called(one.id)}.")
        _read_out(evening, evening.session.notes_of(one.id))


def read_picture(evening: Evening, _text: str) -> None:
    """The picture of the section one is in."""
    section = evening.step.section
    if section is None:
        raise NotDoneError(evening.words.line.no_section)
    evening.speech.say(" ".join(section.lead))
    for bullet in section.bullets:
        evening.speech.say(bullet.text, *bullet.points)


def read_cues(evening: Evening, _text: str) -> None:
    """The facilitator's cues."""
    if not evening.step.cues:
        raise NotDoneError(evening.words.line.no_cues)
    evening.speech.say(*evening.step.cues)


def read_background(evening: Evening, _text: str) -> None:
    """What the discussion rests on, and the short forms."""
    lines = (
        *layout.background(evening.workbook.background, _PARAGRAPH),
        *layout.glossary(evening.workbook.glossary, _PARAGRAPH),
    )
    evening.speech.say_text("\n".join(" ".join(line.text.split()) for line in lines))


def read_summary(evening: Evening, _text: str) -> None:
    """All that was said, part by part."""
    from diskussion_tui.reports.read_aloud import discussion

    evening.speech.say_text(
        discussion(evening.session, evening.workbook, evening.words, evening.speech.width)
    )
    if conclusions := conclusions_told(evening):
        evening.speech.say(evening.words.conclusions.title, *conclusions)


def find(evening: Evening, text: str) -> None:
    """Where some words stand: every note that a query finds, with its step and its number."""
    from diskussion_tui.domain.analysis.query.vocabulary import vocabulary_in
    from diskussion_tui.domain.analysis.query.within import Within
    from diskussion_tui.reports import queries

    session, words = evening.session, evening.words
    if not clean_line(text).strip():
        raise usage(evening, "find")
    notes = (*session.notes(), *session.parked())
    here = Within(session, notes, vocabulary_in(evening.workbook)).find(text)
    if here.problem:
        raise NotDoneError(queries.told(here.problem, words))
    if not here.notes:
        raise NotDoneError(words.line.none_found.format(words=clean_line(text)), *queries.hints(text, words))
    evening.speech.say(words.query.loose if here.loose else "", words.line.hits(len(here.notes)))
    for note in here.notes:
        where_ = words.line.parks if note.parked else called(note.question)
        evening.speech.say(f"{where_}, {note_told(evening, note)}")


# ---- what lies aside -------------------------------------------------------------------------------------------------


def read_bin(evening: Evening, _text: str) -> None:
    """The notes in the bin, the last one first."""
    notes = tuple(reversed(evening.session.withdrawn()))
    _read_list(evening, "bin", notes, evening.words.line.none_in_bin)


def read_parked(evening: Evening, _text: str) -> None:
    """The parked notes."""
    _read_list(evening, "parked", evening.session.parked(), evening.words.line.none_parked)


def chosen_of(evening: Evening, of: str, command: str, text: str, now: Iterable[Note]) -> str:
    """The id of a note in a list that was read out, by its number there."""
    number, rest = one_number(evening, command, text)
    if rest:
        raise usage(evening, command)
    return listed(evening, of, number, tuple(note.id for note in now))


def _read_list(evening: Evening, of: str, notes: Sequence[Note], empty: str) -> None:
    evening.listed[of] = tuple(note.id for note in notes)
    if not notes:
        raise NotDoneError(empty)
    for place, note in enumerate(notes, 1):
        evening.speech.say(f"{note_told(evening, note, place)} [{called(note.question)}]")


def _read_out(evening: Evening, notes: Iterable[Note]) -> None:
    evening.speech.say(*(note_told(evening, note) for note in notes))
