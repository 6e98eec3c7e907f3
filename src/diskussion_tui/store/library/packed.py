"""The notes of a discussion as search keeps them: packed, so that a hundred thousand of them take little memory.

A tuple of texts for every note takes several times the room of its words, and folding them again for every key takes a
fifth of a second. So a discussion is kept as one text to show and one, folded, to search: a word that does not stand in
it stands in none of its notes, and only where it does are the notes told apart. They are kept as `str`: looking for a word in
`bytes` takes less room and more than twice the time.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from itertools import compress
from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.store.library.results import Shown, found_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_APART = "\0"
"""Stands between two notes: clean text cannot hold it."""

_NOTE_WEIGHS = 64
"""So many characters can be searched in the time that telling one note from the next takes."""


@dataclass(frozen=True, slots=True)
class Packed:
    """The notes of a discussion. `searched` is their texts, folded, and after those the texts they were merged from.

    `merged` says which note each of those last is found as. `shown` and `ids` are the notes' own, each with a mark between two.
    """

    shown: str
    searched: str
    ids: str
    kinds: tuple[str, ...]
    supporters: tuple[int, ...]
    questions: tuple[str, ...]
    merged: tuple[int, ...]

    @property
    def weight(self) -> int:
        """How much there is to search, in characters."""
        return len(self.searched) + _NOTE_WEIGHS * len(self.kinds)

    def notes(self) -> tuple[Shown, ...]:
        """All notes, in order."""
        return tuple(self._shown())

    def count(self, words: Sequence[str]) -> int:
        """How many notes hold every one of the folded `words`, of which there is at least one."""
        if not holds(self.searched, words):
            return 0
        if self.merged:
            return len(self._places(words))
        if len(words) == 1 and self.searched.count(words[0]) <= len(self.kinds):
            between = self.searched.split(words[0])[1:-1]  # faster than note by note where the word is rare
            return 1 + [_APART in text for text in between].count(True)
        texts = self.searched.split(_APART)
        for word in words:
            texts = [text for text in texts if word in text]
        return len(texts)

    def found(self, words: Sequence[str], most: int | None = None) -> tuple[Shown, ...]:
        """The first `most` of the notes that hold every word, or all of them."""
        if not holds(self.searched, words):
            return ()
        texts, ids = self.shown.split(_APART), self.ids.split(_APART)
        searched, own = self.searched.split(_APART), len(self.kinds)
        others: defaultdict[int, list[str]] = defaultdict(list)
        for at, text in zip(self.merged, searched[own:], strict=False):  # of no notes there is one empty text
            others[at].append(text)
        return tuple(
            Shown(
                self.kinds[at],
                texts[at],
                self.supporters[at],
                self.questions[at],
                ids[at],
                found_by(searched[at], others.get(at, ()), words),
            )
            for at in self._places(words)[:most]
        )

    def tally(self, words: Sequence[str], counted: Counter[tuple[str, str]]) -> int:
        """Count the notes that hold every word, of which there is at least one, by part and kind; how many they are."""
        if not holds(self.searched, words):
            return 0
        those = self._holding(words)
        facets = Counter(compress(zip(self.questions, self.kinds, strict=True), those))
        for (question, kind), notes in facets.items():
            counted[question.partition(".")[0], kind] += notes
        return facets.total()

    def _holding(self, words: Sequence[str]) -> list[bool]:
        """Of each note whether it holds every word."""
        if self.merged:
            places = set(self._places(words))
            return [place in places for place in range(len(self.kinds))]
        texts = self.searched.split(_APART)[: len(self.kinds)]  # no notes give one empty text
        first, *others = words
        those = [first in text for text in texts]
        for word in others:
            those = [held and word in text for held, text in zip(those, texts, strict=True)]
        return those

    def _shown(self) -> list[Shown]:
        texts = self.shown.split(_APART)  # no notes give one empty text, which `zip` passes over
        told = zip(self.kinds, texts, self.supporters, self.questions, self.ids.split(_APART), strict=False)
        return [Shown(*one) for one in told]

    def _places(self, words: Sequence[str]) -> list[int]:
        """Which notes hold every word, each in their own text or in one of those that they were merged from."""
        texts, own = self.searched.split(_APART), len(self.kinds)
        if not own:
            return []  # no notes give one empty text, in which an empty word stands
        found = set(range(own))
        for word in words:
            held = [place for place, text in enumerate(texts) if word in text]
            found &= {place if place < own else self.merged[place - own] for place in held}
        return sorted(found, key=lambda place: (-self.supporters[place], -place))


def packed(notes: Iterable[tuple[Shown, Sequence[str]]]) -> Packed:
    """Notes in order, each with the clean texts that it was merged from."""
    listed = list(notes)
    texts = [note.text for note, _ in listed]
    originals = [(place, text) for place, (_, texts_before) in enumerate(listed) for text in texts_before]
    return Packed(
        shown=_APART.join(texts),
        searched=folded(_APART.join([*texts, *(text for _, text in originals)])),
        ids=_APART.join(note.id.replace(_APART, "") for note, _ in listed),
        kinds=tuple(sys.intern(note.kind) for note, _ in listed),
        supporters=tuple(note.supporters for note, _ in listed),
        questions=tuple(sys.intern(note.question) for note, _ in listed),
        merged=tuple(place for place, _ in originals),
    )


def holds(text: str, words: Sequence[str]) -> bool:
    """Whether every word stands in a text. A loop: `all` with its generator takes five times as long."""
    for word in words:  # noqa: SIM110 - see above
        if word not in text:
            return False
    return True
