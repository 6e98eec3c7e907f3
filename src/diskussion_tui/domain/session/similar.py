"""Which note of a discussion says what is being typed already: an inverted index of trigrams, kept up as notes come.

Words of Swedish are inflected and compounded (*faxen*, *hemsjukvård* and *sjukvård i hemmet*), so parts of words are compared
rather than words. A part that few notes have weighs more than one that many have. The index takes in what has changed since
it last looked, some notes at a time, and a lookup follows the rarest parts first and only so far: what a key costs does not
grow with the discussion.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from itertools import islice
from math import log
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.opposites import opposed, words_in
from diskussion_tui.domain.language.small_words import SMALL

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session

LEAST = 8
"""Fewer characters than this are the beginning of anything."""
ALIKE = 0.42
"""From what likeness on (0 to 1) a note is worth showing: found by trying pairs that people would and would not call alike."""

_LENGTH = 3
_MOST_TYPED = 400
_STEPS = 1_500
"""So many entries of the index are followed for a lookup, at most."""
_CLOSE = 6
"""So many notes are compared whole."""
_TYPED, _NOTED = 0.65, 0.4
"""What it costs that one has what the other has not: what is typed is the shorter, so what the note has more counts less."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A note that is like a text, how much (0 to 1), and whether it rather says the opposite."""

    note: str
    degree: float
    opposite: bool


class Similar:
    """The index of one discussion's notes."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._grams: dict[str, frozenset[str]] = {}
        self._having: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._seen: dict[str, tuple[Note, ...]] = {}
        self._weighed: dict[str, float] = {}  # until a note comes or goes

    def take_in(self, session: Session, most: int = 1_000_000) -> bool:
        """Take in what has changed, at most so many notes; whether that was all."""
        differing = [
            question
            for question in {**session.by_question, **self._seen}
            if session.by_question.get(question) is not self._seen.get(question)
        ]
        for (
            question
        ) in differing:  # those that have gone first: a note that was moved comes back under another
            now = {note.id for note in session.by_question.get(question, ())}
            for note in self._seen.pop(question, ()):
                if note.id not in now:
                    self._forget(note.id)
        for question in differing:
            notes = session.by_question.get(question, ())
            new = [note for note in notes if self._texts.get(note.id) != note.text]
            for note in new[:most]:
                self.learn(note.id, note.text)
            if len(new) > most:
                self._seen[question] = notes[: notes.index(new[most])]
                return False
            most -= len(new)
            if notes:
                self._seen[question] = notes
        return True

    def likest(self, text: str, but: str = "", keep: str = "") -> Likeness | None:
        """The note that is most like `text`, None where none is enough. `but` is left out.

        `keep` is the one shown now: it stays until another is clearly more alike, so that nothing flickers as one types.
        """
        if len(text.strip()) < LEAST:
            return None
        found = self.ranked(text, but=but, also=keep)
        best = found[0] if found else None
        kept = next((one for one in found if one.note == keep), None)
        if best and kept and best.degree < kept.degree * 1.15:
            best = kept
        return best if best and best.degree >= ALIKE else None

    def ranked(
        self, text: str, but: str = "", also: str = "", among: Container[str] | None = None
    ) -> list[Likeness]:
        """The few notes that are most like a text, the most alike first, however little that is; only those `among` some."""
        typed = grams_of(text[:_MOST_TYPED])
        near = self._near(typed, among)
        near += [also] if also in self._grams and also not in near else []
        degrees = {note: self._degree(typed, note) for note in near if note != but}
        ordered = sorted(degrees, key=lambda note: (-degrees[note], note))
        return [Likeness(note, degrees[note], opposed(text, self._texts[note])) for note in ordered]

    def _near(self, typed: frozenset[str], among: Container[str] | None) -> list[str]:
        """The notes that have most of what is rare in a text."""
        counted: dict[str, float] = {}
        left = _STEPS
        for gram in sorted((gram for gram in typed if gram in self._having), key=self._common):
            weight = self._weight(gram)
            for note in islice(self._having[gram], left):
                counted[note] = counted.get(note, 0.0) + weight
            left -= len(self._having[gram])
            if left <= 0:
                break
        meant = counted if among is None else [note for note in counted if note in among]
        return nlargest(_CLOSE, meant, key=lambda note: (counted[note], note))

    def _degree(self, typed: frozenset[str], note: str) -> float:
        """How alike, 0 to 1: what both have against what only one has (Tversky's index), the rare counting more."""
        has = self._grams[note]
        both, only_typed, only_noted = (
            sum(map(self._weight, some)) for some in (typed & has, typed - has, has - typed)
        )
        return both / (both + _TYPED * only_typed + _NOTED * only_noted) if both else 0.0

    def _common(self, gram: str) -> tuple[int, str]:
        return len(self._having[gram]), gram

    def _weight(self, gram: str) -> float:
        weight = self._weighed.get(gram)
        if weight is None:
            having = self._having.get(gram)
            weight = self._weighed[gram] = log(2 + len(self._grams) / (1 + (len(having) if having else 0)))
        return weight

    def learn(self, note_id: str, text: str) -> None:
        """Take in one text under an id, in place of what had the id before."""
        self._forget(note_id)
        self._weighed.clear()
        self._texts[note_id] = text
        self._grams[note_id] = grams_of(text)
        for gram in self._grams[note_id]:
            self._having[gram][note_id] = None

    def _forget(self, note_id: str) -> None:
        self._texts.pop(note_id, None)
        self._weighed.clear()
        for gram in self._grams.pop(note_id, ()):
            having = self._having[gram]
            del having[note_id]
            if not having:
                del self._having[gram]


def grams_of(text: str) -> frozenset[str]:
    """The trigrams of a text's words, each word with a blank before it; small words say nothing and are left out."""
    words = words_in(text)
    telling = [word for word in words if word not in SMALL] or words
    return frozenset(_grams(telling))


def _grams(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        padded = f" {word}"
        yield from (padded[place : place + _LENGTH] for place in range(max(1, len(padded) - _LENGTH + 1)))
