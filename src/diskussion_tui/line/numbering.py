"""Numbers as they are typed: which notes they mean, and counts that go with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.numbers import called, highest, numbers_in
from diskussion_tui.domain.session.records import Conclusion
from diskussion_tui.line.refusals import NotDoneError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.session.numbers import Called
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.line.evening import Evening


def split_numbers(text: str) -> tuple[tuple[int, ...], str]:
    """The numbers that a text begins with, and what comes after them."""
    words = text.split(" ")
    size = next((place for place, word in enumerate(words) if not numbers_in(word)), len(words))
    return numbers_in(" ".join(words[:size])), " ".join(words[size:]).strip()


def one_number(evening: Evening, command: str, text: str) -> tuple[int, str]:
    """The number that a text begins with, and the rest of it. Raises `NotDoneError` with how the command is typed."""
    first, _, rest = text.partition(" ")
    numbers = numbers_in(first)
    if len(numbers) != 1:
        raise usage(evening, command)
    return numbers[0], rest.strip()


def several_numbers(evening: Evening, command: str, text: str) -> tuple[int, ...]:
    """Numbers and nothing else. Raises `NotDoneError`."""
    numbers = numbers_in(text)
    if not numbers:
        raise usage(evening, command)
    return numbers


def usage(evening: Evening, command: str) -> NotDoneError:
    """How a command is typed."""
    one = evening.understanding.commands[command]
    return NotDoneError(evening.words.line.usage.format(command=one.word, follows=one.follows))


def note_of(evening: Evening, number: int) -> Note:
    """The note of a number at the step one is at. Raises `NotDoneError` with what became of it."""
    question = evening.step.question
    if question is None:
        raise NotDoneError(evening.words.line.no_numbers_here)
    found = called(evening.session, question.id, number)
    if found.note is None or found.fate:
        raise NotDoneError(_why_not(evening, found, highest(evening.session, question.id)))
    return found.note


def notes_of(evening: Evening, numbers: Sequence[int]) -> list[Note]:
    """The notes of several numbers, each once. Raises `NotDoneError` where one of them cannot be meant."""
    return list({note.id: note for note in (note_of(evening, number) for number in numbers)}.values())


def conclusions_known(evening: Evening) -> tuple[str, ...]:
    """The ids of the discussion's conclusions in the order they came, withdrawn ones too, so that no number moves."""
    return tuple(sorted(key[1] for key in evening.session.keys.get(Conclusion.table, ())))


def conclusion_of(evening: Evening, number: int) -> Conclusion:
    """The conclusion of a number. Raises `NotDoneError`."""
    every, said = conclusions_known(evening), evening.words.line
    if not 1 <= number <= len(every):
        raise NotDoneError(said.no_such_number.format(number=number, most=len(every)))
    found = evening.session.versions[Conclusion.table, every[number - 1]][-1]
    if found.gone or not isinstance(found, Conclusion):
        raise NotDoneError(said.gone.format(number=number))
    return found


def listed(evening: Evening, of: str, number: int, now: tuple[str, ...]) -> str:
    """The id of a number in a list that was read out, or as it is `now` where none was. Raises `NotDoneError`."""
    ids = evening.listed.get(of, now)
    if not 1 <= number <= len(ids):
        raise NotDoneError(evening.words.line.no_such_number.format(number=number, most=len(ids)))
    return ids[number - 1]


def pairs_of(evening: Evening, text: str, most: int) -> list[tuple[int, int]]:
    """Number and count by turns. Raises `NotDoneError`."""
    numbers, said = numbers_in(text), evening.words.line
    if not numbers or len(numbers) % 2:
        raise NotDoneError(said.pairs)
    if max(numbers[1::2]) > most:
        raise NotDoneError(said.too_many.format(most=most))
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _why_not(evening: Evening, one: Called, most: int) -> str:
    said = evening.words.line
    sentences = {
        "none": said.no_such_number,
        "": said.no_such_number,
        "withdrawn": said.gone,
        "parked": said.parked_one,
        "moved": said.moved_one,
        "merged": said.merged_one if one.now else said.merged_away,
    }
    return sentences[one.fate].format(number=one.number, now=one.now, most=most)
