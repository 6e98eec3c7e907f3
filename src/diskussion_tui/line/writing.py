"""What is typed and is no command: a note, the group's own question, or a conclusion, by where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.language.leading import led_by
from diskussion_tui.domain.language.personal import found_in, sorts_of
from diskussion_tui.domain.session import changes, conclusions
from diskussion_tui.domain.session.numbers import number_of
from diskussion_tui.domain.session.records import Note
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.line.numbering import conclusions_known
from diskussion_tui.line.refusals import NotDoneError
from diskussion_tui.reports.page import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.workbook.workbook import Kind
    from diskussion_tui.line.evening import Evening

PATIENCE = 1.0
"""Seconds that a line waits for the disk before it is said that the note is still being saved, and one can write on."""
_TOLD = 60
"""So many letters are read of a note that stands under another question."""


def write(evening: Evening, text: str) -> None:
    """Take down what was typed. An empty line is nothing, but where the own question is asked for: then there is none."""
    if evening.words_question:
        _word_question(evening, text)
    elif text.strip() and evening.concludes:
        conclude(evening, text)
    elif evening.kind and (kind := _kind_alone(evening, text)):
        evening.write_kind(kind.id)
    elif text.strip():
        _take_down(evening, text)


def conclude(evening: Evening, text: str, notes: Iterable[Note] = ()) -> None:
    """A conclusion: the sort that was chosen, its section, owner and last day read from its words."""
    said, notes = evening.words, list(notes)
    if notes:
        section = conclusions.section_of(evening.workshop.steps, notes)
        read = conclusions.Read(section, text)
    else:
        sections = [section.id for section in evening.workbook.sections]
        read = conclusions.read(text, evening.sort, sections, evening.workshop.now().date())
    ids = [note.id for note in notes]
    if evening.change(conclusions.conclude, evening.workshop.ids.new(), evening.sort, read, ids):
        number = len(conclusions_known(evening))
        told = said.line.concluded.format(number=number, sort=said.conclusions.sort(evening.sort))
        day = read.due.isoformat() if read.due else ""
        heard = said.conclusions.read(read.owner, day, read.no_date, read.unread)
        sentences = (f"{one[:1].upper()}{one[1:]}".rstrip(".") for one in heard)
        say_saved(evening, " ".join((told, *(f"{one}." for one in sentences))))
        _warn(evening, text)


def say_saved(evening: Evening, sentence: str) -> None:
    """Say that something is saved, once it is; how saving goes where it is not is told anyhow."""
    evening.workshop.flush(PATIENCE)
    if evening.workshop.saving.state not in {"saving", "refused"}:
        evening.speech.say(sentence)


def say_alike(evening: Evening, note: Note) -> None:
    """Say which note says the same already, or the opposite."""
    evening.similar.take_in(evening.session)
    found = evening.similar.likest(note.text, but=note.id)
    other = evening.session.note(found.note) if found else None
    if found is None or other is None:
        return
    said, number = evening.words.line, number_of(evening.session, other)
    if other.question != note.question:
        text = shortened(clean_line(other.text), _TOLD)
        evening.speech.say(said.alike_elsewhere.format(step=called(other.question), text=text))
    else:
        evening.speech.say((said.opposite if found.opposite else said.alike).format(number=number))


def _word_question(evening: Evening, text: str) -> None:
    question = evening.step.question
    if question and text.strip():
        evening.change(changes.set_wording, question.id, text)
        say_saved(evening, evening.words.line.question.format(text=clean_line(text)))
    else:
        evening.leave_unworded()


def _take_down(evening: Evening, text: str) -> None:
    question, said = evening.question, evening.words.line
    if question is None:
        raise NotDoneError(said.no_numbers_here)
    before = evening.kind
    kind, text = _led(evening, text)
    given = {"group": evening.group, "parked": evening.parks}
    made = evening.made(
        lambda: evening.workshop.add_notes(question.id, [text], kind.id if kind else "", **given)
    )
    note = made.versions[-1] if made else None
    if not isinstance(note, Note):
        return
    if kind and kind != before:
        evening.write_kind(kind.id)
    evening.workshop.timing.go_on()
    evening.last_note = note.id
    number = number_of(evening.session, note)
    told = said.saved_parked if evening.parks else said.saved.format(number=number)
    if kind and kind != before:
        told = said.saved_in.format(number=number, kind=kind.label.lower())
    if not evening.parks and evening.step.question is None:
        told = said.saved_under.format(step=called(question.id), number=number)
    say_saved(evening, told)
    _warn(evening, note.text)
    if not evening.parks:
        say_alike(evening, note)


def _kind_alone(evening: Evening, text: str) -> Kind | None:
    """The kind whose sign is all that was typed: it is written from now on, which the prompt says."""
    return next(
        (one for one in evening.workbook.kinds if one.key == text.strip() and not one.key.isalnum()), None
    )


def _led(evening: Evening, text: str) -> tuple[Kind | None, str]:
    """The kind that a text's own sign chooses, else the one that is written; and the text without that sign."""
    by_key = {kind.key.lower(): kind for kind in evening.workbook.kinds} if evening.kind else {}
    sign, words = led_by(text, by_key)
    return by_key.get(sign, evening.kind), words


def _warn(evening: Evening, text: str) -> None:
    """Say that there is personal data in what was written."""
    if found := sorts_of(found_in(text, evening.workshop.now().date())):
        evening.speech.say(evening.words.line.personal.format(sorts=evening.words.personal.listed(found)))
