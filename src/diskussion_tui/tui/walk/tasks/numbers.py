"""Notes by the numbers that the room calls out: hands, merging, marking and concluding, without walking to any of them.

The line takes numbers for one Enter and is then as before. A letter is no number: with the first one typed the line writes
again, and what stands in it becomes a note, so that nobody who goes on talking is lost here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.numbers import called, highest, number_of, numbers_in
from diskussion_tui.tui.walk.tasks.task import Drafted, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.session.numbers import Called
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.walk.hints import Hint
    from diskussion_tui.tui.walk.screen import Walk

Verb = Literal["hands", "merge", "mark", "conclude"]
VERBS: tuple[Verb, ...] = ("hands", "merge", "mark", "conclude")
_FEWEST = 2
_TOLD = 40
"""So many letters of a note are told back."""


class NumbersTask(Task):
    """What is typed are numbers of notes of the question in view. `verb` is what is done with them."""

    finds_likeness = False
    turns = True

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self.verb: Verb = VERBS[0]
        self._asked: Note | None = None

    @property
    def question(self) -> str:
        """The question whose notes are meant."""
        return self.walk.step.question.id if self.walk.step.question else ""

    def prompt(self) -> Row:
        """What is done with the notes that are called."""
        said = self.walk.words.numbers
        text: str = getattr(said, self.verb)
        if self._asked:
            text = said.hands_for.format(n=number_of(self.walk.session, self._asked))
        return ((f" {text} ", "badge-accent"), (" ", "text"))

    def hint(self) -> Hint:
        """How it is typed, and what Tab turns to."""
        said = self.walk.words.numbers
        hints = {
            "hands": said.hands_for_hint if self._asked else said.hands_hint,
            "merge": said.merge_hint,
            "mark": said.mark_hint,
            "conclude": said.conclude_hint,
        }
        return hints[self.verb], "muted"

    def turn_title(self) -> str:
        """Another verb."""
        return self.walk.words.numbers.turn

    def turn(self, by: int) -> None:
        """Something else to do with notes."""
        self.verb, self._asked = VERBS[(VERBS.index(self.verb) + by) % len(VERBS)], None
        self.walk.say("")
        self.walk.show_prompt()

    def typed(self) -> None:
        """A letter: the line writes again."""
        text = self.walk.capture.text
        if text.strip() and not numbers_in(text):
            self.walk.line.end_task(self.kept_at_leaving())

    def send(self, text: str) -> None:
        """Do it; what cannot be done is told, and stays in the line."""
        numbers, said = numbers_in(text), self.walk.words.numbers
        if not text.strip():
            self.leave()
        elif not numbers:
            self.walk.say(said.no_numbers, "warning")
        elif self.verb == "hands":
            self._count(numbers)
        elif self.verb == "merge" and len(set(numbers)) < _FEWEST:
            self.walk.say(said.two_needed, "warning")
        elif notes := self._called(numbers):
            self._finish(notes)

    def walk_away(self) -> None:
        """Another step is walked to: what stood in the line before comes back."""
        self.walk.capture.put(self.kept_at_leaving())

    def drafted(self) -> Drafted:
        """What stood in the line before; numbers are soon typed again."""
        return Drafted(self.kept_at_leaving())

    def kept_at_leaving(self) -> str:
        """What stood in the line before, and words, which were not meant as numbers."""
        typed = self.walk.capture.text
        words = typed if typed.strip() and not numbers_in(typed) else ""
        return "\n".join(filter(None, (self.stash, words)))

    # ---- what is done --------------------------------------------------------------------------------------------

    def _count(self, numbers: tuple[int, ...]) -> None:
        """Number and hands by turns; with a number alone its hands are asked for next."""
        if self._asked:
            numbers = (number_of(self.walk.session, self._asked), *numbers)
        notes, hands = self._called(numbers[::2]), numbers[1::2]
        if not notes:
            return
        if max(hands, default=0) > changes.MAX_SUPPORTERS:
            self.walk.say(self.walk.words.numbers.too_many.format(most=changes.MAX_SUPPORTERS), "warning")
            return
        given = {note.id: number for note, number in zip(notes, hands, strict=False)}
        self.walk.change(changes.support_each, given)
        if len(hands) < len(notes):
            self._ask_for(notes[-1])
            return
        self._back()
        self._tell([(note, given[note.id]) for note in notes])

    def _ask_for(self, note: Note) -> None:
        self._asked = note
        self.walk.capture.put("")
        self.walk.board.bring_into_view(note.id)
        self.walk.say("")
        self.walk.show_prompt()

    def _tell(self, counted: Sequence[tuple[Note, int]]) -> None:
        words, (note, hands) = self.walk.words, counted[-1]
        each = (f"{number_of(self.walk.session, one)} ({many})" for one, many in counted)
        text = words.numbers.several.format(each=", ".join(each))
        if len(counted) == 1:
            number, said = number_of(self.walk.session, note), words.terms.supporters(hands)
            text = words.numbers.counted.format(n=number, hands=said, text=_short(note.text))
        for one, _ in counted:
            self.walk.board.bring_into_view(one.id)
        self.walk.say(text)

    def _finish(self, notes: list[Note]) -> None:
        """Hand the notes on to whoever merges, marks or concludes."""
        walk, ids = self.walk, tuple(dict.fromkeys(note.id for note in notes))
        self._back()
        if self.verb == "merge":
            walk.tell(walk.tools.merging.merge_those(ids))
            return
        if self.verb == "mark":
            walk.tools.merging.mark(
                tuple(
                    one for one in dict.fromkeys((*walk.marked, *ids)) if (one in walk.marked) != (one in ids)
                )
            )
            return
        walk.tools.concluding.conclude(notes)

    def _back(self) -> None:
        self.walk.line.end_task(self.stash, keep=True)

    def _called(self, numbers: Sequence[int]) -> list[Note]:
        """The notes of some numbers; none at all where one of them cannot be called, which is told."""
        every = [called(self.walk.session, self.question, number) for number in numbers]
        wrong = next((one for one in every if one.fate), None)
        if wrong:
            most = highest(self.walk.session, self.question)
            self.walk.say(not_called(wrong, self.walk.words, most), "warning")
            return []
        return [one.note for one in every if one.note]


def not_called(one: Called, words: Texts, most: int) -> str:
    """Why a number means no note that could be worked on here. `most` is the highest number there is."""
    said = words.numbers
    sentences = {
        "none": said.no_such,
        "withdrawn": said.withdrawn,
        "parked": said.parked,
        "moved": said.moved,
        "merged": said.merged if one.now else said.merged_elsewhere,
    }
    return sentences[one.fate].format(n=one.number, now=one.now, most=most)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _TOLD else f"{plain[: _TOLD - 1].rstrip()}…"
