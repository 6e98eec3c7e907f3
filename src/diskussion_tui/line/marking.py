"""What can be done to notes by their numbers; in the summary the same commands are about conclusions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.clock import time_of_day
from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.domain.session import changes, conclusions, masking, merging, parking, placing
from diskussion_tui.domain.session.numbers import number_of, numbers_in
from diskussion_tui.domain.session.records import Note
from diskussion_tui.domain.workbook import proposals
from diskussion_tui.domain.workbook.compass import cells_meant
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.line.notes_told import cells_told, note_told
from diskussion_tui.line.numbering import (
    conclusion_of,
    note_of,
    notes_of,
    one_number,
    pairs_of,
    several_numbers,
    split_numbers,
    usage,
)
from diskussion_tui.line.places import chosen_of, step_meant, verdict_told
from diskussion_tui.line.refusals import NotDoneError
from diskussion_tui.line.writing import say_saved
from diskussion_tui.texts import words as words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.session.session import Change
    from diskussion_tui.domain.workbook.workbook import Kind
    from diskussion_tui.line.evening import Evening

_OFF = frozenset({"-", "–"})
_FEWEST = 2


def tell(evening: Evening, change: Change | None, sentence: str = "") -> None:
    """Say what was done once it is saved, or that nothing was different."""
    if change is None:
        raise NotDoneError(evening.words.line.unchanged)
    say_saved(evening, sentence or evening.words.line.done)


# ---- what is written next --------------------------------------------------------------------------------------------


def kind(evening: Evening, text: str) -> None:
    """The kind of what is written next, or of notes; which it is where nothing is said."""
    named, numbers = _kind_and_numbers(text)
    if numbers:
        notes = notes_of(evening, numbers)
        given = _kind_meant(evening, named, evening.workbook.kind(notes[0].kind))
        for note in notes:
            tell(
                evening,
                evening.change(changes.set_kind, note.id, given.id),
                f"{number_of(evening.session, note)}, {given.label.lower()}.",
            )
        return
    if evening.kind is None:
        raise NotDoneError(evening.words.line.no_kinds)
    if named:
        evening.write_kind(_kind_meant(evening, named, evening.kind).id)
    else:
        every = ", ".join(one.label.lower() for one in evening.workbook.kinds)
        evening.speech.say(f"{evening.kind.label}. {every}.")


def _kind_and_numbers(text: str) -> tuple[str, tuple[int, ...]]:
    named = " ".join(word for word in text.split() if not numbers_in(word))
    return named, numbers_in(" ".join(word for word in text.split() if numbers_in(word)))


def _kind_meant(evening: Evening, named: str, now: Kind | None) -> Kind:
    kinds = evening.workbook.kinds
    if not named:
        return kinds[(kinds.index(now) + 1) % len(kinds)] if now in kinds else kinds[0]
    found = [one for one in kinds if one.key.lower() == named.lower()] or [
        one for one in kinds if folded(one.label).startswith(folded(named)) or folded(one.id) == folded(named)
    ]
    if len(found) != 1:
        every = ", ".join(one.label.lower() for one in kinds)
        raise NotDoneError(evening.words.line.no_such_kind.format(given=clean_line(named), kinds=every))
    return found[0]


def table(evening: Evening, text: str) -> None:
    """Which table speaks from now on."""
    evening.group = clean_line(text)
    evening.keep_place()
    said = evening.words.conclusions
    evening.speech.say(
        evening.words.line.speaks.format(table=evening.group) if evening.group else said.table_unset
    )


def more(evening: Evening, text: str) -> None:
    """One more line in the note that was written last."""
    note = evening.session.note(evening.last_note)
    if note is None or note.gone or not text:
        raise usage(evening, "more")
    tell(evening, evening.change(changes.revise, note.id, f"{note.text}\n{text}"))


def wording(evening: Evening, text: str) -> None:
    """The group's own question in its words."""
    question = evening.step.question
    if question is None or question.asks != "own":
        raise NotDoneError(evening.words.line.no_wording)
    if not text:
        raise usage(evening, "wording")
    tell(
        evening,
        evening.change(changes.set_wording, question.id, text),
        evening.words.line.question.format(text=text),
    )


def verdict(evening: Evening, text: str) -> None:
    """The verdict on the picture: read, or set by its name, first letters or a word of it; a dash takes it off."""
    question, said, verdicts = evening.step.question, evening.words.line, evening.workbook.verdicts
    if question is None or question.asks != "verdict":
        raise NotDoneError(said.no_verdict)
    if not text:
        evening.speech.say(verdict_told(evening))
        return
    found = [one.id for one in verdicts if folded(one.label) == folded(text)]
    found = found or [one.id for one in verdicts if folded(one.label).startswith(folded(text))]
    found = found or [one.id for one in verdicts if folded(text) in folded(one.label).split()]
    chosen = "" if text in _OFF else found[0] if len(found) == 1 else None
    if chosen is None:
        every = ", ".join(one.label.lower() for one in verdicts)
        raise NotDoneError(said.no_such_verdict.format(given=clean_line(text), verdicts=every))
    made = evening.change(changes.set_verdict, question.id, chosen)
    tell(evening, made, verdict_told(evening))


# ---- notes by their numbers ------------------------------------------------------------------------------------------


def hands(evening: Evening, text: str) -> None:
    """How many agree with which notes."""
    pairs = pairs_of(evening, text, changes.MAX_SUPPORTERS)
    given = {note_of(evening, number).id: count for number, count in pairs}
    told = ", ".join(f"{number}: {evening.words.terms.supporters(count)}" for number, count in pairs)
    tell(evening, evening.change(changes.support_each, given), f"{told}.")


def edit(evening: Evening, text: str) -> None:
    """Other words for a note, or in the summary for a conclusion."""
    number, rest = one_number(evening, "edit", text)
    if not rest:
        raise usage(evening, "edit")
    if evening.concludes:
        sections = [section.id for section in evening.workbook.sections]
        made = evening.change(conclusions.conclude_again, conclusion_of(evening, number).id, rest, sections)
    else:
        made = evening.change(changes.revise, note_of(evening, number).id, rest)
    tell(evening, made, evening.words.line.saved.format(number=number))


def withdraw(evening: Evening, text: str) -> None:
    """Notes into the bin, or in the summary conclusions taken out."""
    numbers = several_numbers(evening, "withdraw", text)
    if evening.concludes:
        made = [
            evening.change(conclusions.withdraw_conclusion, conclusion_of(evening, one).id) for one in numbers
        ]
    else:
        made = [evening.change(changes.withdraw, note.id) for note in notes_of(evening, numbers)]
    tell(evening, made[-1], evening.words.line.gone.format(number=" ".join(map(str, numbers))))


def restore(evening: Evening, text: str) -> None:
    """A note back from the bin."""
    chosen = chosen_of(evening, "bin", "restore", text, tuple(reversed(evening.session.withdrawn())))
    tell(evening, evening.change(merging.restore, chosen))


def star(evening: Evening, text: str) -> None:
    """A star set or taken off."""
    for note in notes_of(evening, several_numbers(evening, "star", text)):
        made = evening.change(changes.toggle_star, note.id)
        now = evening.session.note(note.id)
        tell(evening, made, note_told(evening, now) if now else "")


def dissent(evening: Evening, text: str) -> None:
    """That somebody does not agree, with their words; a dash says that all agree again."""
    number, rest = one_number(evening, "dissent", text)
    note, said = note_of(evening, number), evening.words.line
    if rest in _OFF:
        made = evening.change(changes.toggle_dissent, note.id) if note.dissent else None
        tell(evening, made)
        return
    marked = None if note.dissent else evening.change(changes.toggle_dissent, note.id)
    worded = evening.change(changes.word_dissent, note.id, rest) if rest else None
    tell(
        evening,
        worded or marked,
        f"{number}, {said.dissent_saying.format(text=rest) if rest else said.dissent}.",
    )


def move(evening: Evening, text: str) -> None:
    """A note to another question, or in the summary a conclusion to another section."""
    number, rest = one_number(evening, "move", text)
    if not rest:
        raise usage(evening, "move")
    step = step_meant(evening, rest)
    if evening.concludes:
        section = step.section.id if step.section else ""
        tell(
            evening, evening.change(conclusions.place_conclusion, conclusion_of(evening, number).id, section)
        )
        return
    note, question = note_of(evening, number), step.question
    if question is None:
        raise usage(evening, "move")
    kind_id = (note.kind or evening.workbook.kinds[0].id) if question.asks == "kinds" else ""
    made = evening.change(changes.move, note.id, question.id, kind_id)
    now = evening.session.note(note.id)
    there = number_of(evening.session, now) if now else 0
    tell(evening, made, evening.words.line.saved_under.format(step=called(question.id), number=there))


def park(evening: Evening, text: str) -> None:
    """Notes put aside."""
    for note in notes_of(evening, several_numbers(evening, "park", text)):
        tell(evening, evening.change(parking.park, note.id), evening.words.line.saved_parked)


def fetch(evening: Evening, text: str) -> None:
    """A parked note back to its question."""
    chosen = chosen_of(evening, "parked", "fetch", text, evening.session.parked())
    made = evening.change(parking.unpark, chosen)
    note = evening.session.note(chosen)
    if note:
        where = {"step": called(note.question), "number": number_of(evening.session, note)}
        tell(evening, made, evening.words.line.saved_under.format(**where))


def merge(evening: Evening, text: str) -> None:
    """Several notes made one; of several kinds, the one that is named."""
    named, numbers = _kind_and_numbers(text)
    notes, said = notes_of(evening, numbers), evening.words.line
    if len(notes) < _FEWEST:
        raise NotDoneError(said.two_needed)
    chosen = _kind_meant(evening, named, None).id if named else None
    if chosen is None and len({note.kind for note in notes}) > 1:
        kind_now = evening.workbook.kind(notes[0].kind)
        listed = " ".join(map(str, numbers))
        raise NotDoneError(
            said.kind_of_merged.format(numbers=listed, kind=kind_now.label.lower() if kind_now else "")
        )
    ids = [note.id for note in notes]
    made = evening.change(merging.merge, evening.workshop.ids.endless(), ids, (merging.Wish(kind=chosen),))
    whole = (
        next((one for one in made.versions if isinstance(one, Note) and one.id not in ids), None)
        if made
        else None
    )
    tell(evening, made, note_told(evening, whole) if whole else "")
    every, highest = merging.hands_of(notes, "sum"), merging.hands_of(notes, "highest")
    if whole and every != highest:
        number = number_of(evening.session, whole)
        evening.speech.say(said.hands_summed.format(sum=every, number=number, highest=highest))


def split(evening: Evening, text: str) -> None:
    """A merged note taken apart."""
    number, _ = one_number(evening, "split", text)
    note = note_of(evening, number)
    originals = [
        one.note for one in merging.originals_of(evening.session, note) if not one.depth and one.note
    ]
    tell(evening, evening.change(merging.split, note.id))
    back = [evening.session.note(one.id) for one in originals]
    evening.speech.say(*(note_told(evening, one) for one in back if one and one.in_force))


def place(evening: Evening, text: str) -> None:
    """A note on the compass, or off it; where it is and what is proposed where no cell is named."""
    number, rest = one_number(evening, "place", text)
    note, said = note_of(evening, number), evening.words.line
    if not rest:
        proposed = proposals.proposals(note.text, evening.workbook.compass, evening.workbook.glossary)
        evening.speech.say(
            said.places.format(cells=cells_told(evening, note.places)) if note.places else said.not_placed,
            said.proposed.format(cells=cells_told(evening, (one.cell.id for one in proposed)))
            if proposed
            else "",
        )
        return
    wanted = list(note.places)
    for one in filter(None, map(clean_line, rest.split(","))):
        cell = _cell_meant(evening, one.removeprefix("-").strip(), note.places if one.startswith("-") else ())
        if one.startswith("-"):
            wanted = [other for other in wanted if other != cell]
        elif cell not in wanted:
            wanted.append(cell)
    made = evening.change(placing.place_on, note.id, wanted)
    tell(evening, made, said.places.format(cells=cells_told(evening, wanted)) if wanted else said.not_placed)


def _cell_meant(evening: Evening, given: str, within: Sequence[str]) -> str:
    said, book = evening.words.line, evening.workbook
    found = cells_meant(given, book.compass, book.glossary)
    found = tuple(cell for cell in found if cell.id in within) or found
    if not found:
        raise NotDoneError(said.no_such_cell.format(given=given))
    if len(found) > 1:
        raise NotDoneError(said.several_cells.format(given=given, cells=", ".join(cell.id for cell in found)))
    return found[0].id


def versions(evening: Evening, text: str) -> None:
    """A note's versions, or the one of them that is to count."""
    number, rest = one_number(evening, "versions", text)
    note, said = note_of(evening, number), evening.words.line
    found = [one for one in evening.session.versions[note.table, note.id] if isinstance(one, Note)]
    if len(found) == 1:
        raise NotDoneError(said.one_version)
    if not rest:
        rows = enumerate(found, 1)
        evening.speech.say(
            *(
                said.version.format(number=n, time=time_of_day(one.at), text=clean_line(one.text))
                for n, one in rows
            )
        )
        return
    chosen, _ = one_number(evening, "versions", rest)
    if not 1 <= chosen <= len(found):
        raise NotDoneError(said.no_such_number.format(number=chosen, most=len(found)))
    tell(
        evening,
        evening.change(changes.settle, found[chosen - 1]),
        note_told(evening, found[chosen - 1], number),
    )


def mask(evening: Evening, text: str) -> None:
    """Personal data in notes, hidden by what it is."""
    names = dict(words_in(evening.workbook.language).personal.names)
    keys = [(note.table, note.id) for note in notes_of(evening, several_numbers(evening, "mask", text))]
    made = evening.change(masking.mask, keys, names, evening.workshop.now().date())
    if made is None:
        raise NotDoneError(evening.words.personal.nothing)
    tell(evening, made)


def numbers_or_text(text: str) -> tuple[tuple[int, ...], str]:
    """Numbers and nothing else, or else a text."""
    numbers, rest = split_numbers(text)
    return (numbers, "") if numbers and not rest else ((), text)
