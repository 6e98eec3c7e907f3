"""Which themes a note may belong under, and why: never decided, always shown with its reason.

Two things speak for a theme: the words of the code book, those of its name and meaning among them, and what notes that somebody has
put under it have in common, as parts of words. Both add up word by word, so a decision changes the very next suggestion, and all that
is left of ten thousand notes is ranked anew in the background. Nothing else is learned from, and nothing leaves the machine: it is counting.

The parts of a word (three to five letters) are held against how common they are among all notes, so that a theme is not taken for
another because both speak of *vård*. How often the first suggestion, or one of three, was what the coder then chose is measured on
their own decisions, not promised.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from contextlib import nullcontext
from math import log, sqrt
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.likeness import Likeness
from diskussion_tui.domain.analysis.words import BookWords, Word, words_of
from diskussion_tui.domain.workbook.proposals import stem_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from diskussion_tui.domain.analysis.codebook import CodeBook

SHOWN = 9
"""So many suggestions have a digit."""
_BOOK, _LEARNED = 0.5, 0.6
"""How much a word of the code book weighs against what is learned."""
_TELLS = 0.5
"""How far it counts that a word of the code book is rare among the notes: 0 not at all, 1 as far as it is."""
_LONGEST_PART = 5
_TRUST = 2.0
"""So many notes' worth of trust a word of the code book begins with."""
_ENOUGH = 0.015
"""A suggestion with less behind it than this is no help."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a note's text that speaks for a theme."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A theme for a note and why: how much speaks for it, the words of the note, and how many notes under it are like this one.

    `words` are spans of the note's text; `by_word` is whether the code book's own words are among them.
    """

    theme: str
    weight: float
    words: tuple[Span, ...] = ()
    by_word: bool = False
    like: int = 0


class Suggester:
    """What suggests themes for the notes of a compilation. `learn` and `forget` take in decisions as they are made."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.likeness = Likeness()
        self._words: dict[str, tuple[Word, ...]] = {}
        self._grams: dict[str, tuple[str, ...]] = {}
        self._common: Counter[str] = Counter()
        self._read = 0
        self._book = BookWords(())
        self._themes: frozenset[str] = frozenset()
        self._size: dict[str, float] = {}
        self._rare: dict[str, float] = {}
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._notes: Counter[str] = Counter()
        self._under: dict[str, tuple[str, ...]] = {}
        self._of_word: dict[str, dict[str, float]] = {}
        self._said: dict[str, tuple[tuple[str, ...], tuple[str, ...], str, str]] = {}
        self._lengths: dict[str, float] = {}
        self._right: Counter[tuple[str, str]] = Counter()
        self._every: Counter[tuple[str, str]] = Counter()

    # ---- what is known -----------------------------------------------------------------------------------------------

    def read(self, notes: Iterable[str]) -> None:
        """Read notes, so that it is known what is common and which are alike. Some at a time, where there are many."""
        for note in notes:
            if note not in self.likeness:
                parts = self._parts(note)
                self._common.update(parts)
                self._read += 1
                self.likeness.add(note, self.words(note))
        self._of_word.clear()
        self._size.clear()
        self._rare.clear()
        self._lengths.clear()

    def take_book(self, book: CodeBook) -> None:
        """Go by what the code book says now. Which of its words were right so far is counted anew where they are others."""
        known = {one.id: (one.words, one.stops, one.name, one.when) for one in book.themes}
        if known == self._said:
            return
        changed = {one for one in {*known, *self._said} if known.get(one) != self._said.get(one)}
        self._said, self._themes = known, frozenset(known)
        self._book = BookWords(book.themes, described=True)
        for counts in (self._right, self._every):
            for key in [key for key in counts if key[0] in changed]:
                del counts[key]
        fresh = BookWords((one for one in book.themes if one.id in changed), described=True)
        for note, themes in self._under.items():
            self._judge(note, themes, fresh, 1)

    def _judge(self, note: str, themes: Sequence[str], book: BookWords, by: int) -> None:
        """Count which words of the code book were right about a note."""
        for theme, hits in book.hits(self.texts[note], self.words(note)).items():
            for word in {hit.word for hit in hits}:
                self._every[theme, word] += by
                self._right[theme, word] += by * (theme in themes)

    def learn(self, note: str, themes: Sequence[str]) -> None:
        """Take in that a note stands under some themes; under none, that nothing is known of it."""
        if note not in self.texts:
            return
        before = self._under.pop(note, ())
        parts = self._parts(note)
        for theme in (*before, *themes):
            self._lengths.pop(theme, None)
        if before:
            self._judge(note, before, self._book, -1)
        if themes:
            self._judge(note, themes, self._book, 1)
        for theme in before:
            self._counts[theme].subtract(parts)
            self._notes[theme] -= 1
        for theme in themes:
            self._counts[theme].update(parts)
            self._notes[theme] += 1
        if themes:
            self._under[note] = tuple(themes)
        self._of_word.clear()

    @property
    def learned(self) -> Mapping[str, tuple[str, ...]]:
        """The notes that were learned from, each with its themes."""
        return self._under

    def words(self, note: str) -> tuple[Word, ...]:
        """The words of a note that say something."""
        if note not in self._words:
            self._words[note] = words_of(self.texts[note])
        return self._words[note]

    def _parts(self, note: str) -> set[str]:
        return {part for word in self.words(note) for part in self.parts(word.stem)}

    def parts(self, stem: str) -> tuple[str, ...]:
        """The parts of a word that are compared."""
        if stem not in self._grams:
            padded = f" {stem} "
            found = (padded[at : at + size] for size in (3, 4, 5) for at in range(len(padded) - size + 1))
            self._grams[stem] = tuple(dict.fromkeys(found)) or (padded,)
        return self._grams[stem]

    # ---- suggesting --------------------------------------------------------------------------------------------------

    def weights(self, note: str) -> dict[str, float]:
        """How much speaks for each theme that anything speaks for."""
        words = self.words(note)
        weights: defaultdict[str, float] = defaultdict(float)
        length = self._length_of(note)
        for word in {one.stem for one in words}:
            for theme, weight in self._learned_of(word).items():
                weights[theme] += _LEARNED * weight / length
        found = self._book.hits(self.texts[note], words)
        said = Counter(
            hit.start for hits in found.values() for hit in {one.start: one for one in hits}.values()
        )
        for theme, hits in found.items():
            each = {
                hit.word: hit.weight * self._worth(theme, hit.word) / sqrt(said[hit.start])
                for hit in reversed(hits)
            }
            weights[theme] += _BOOK * sum(sorted(each.values(), reverse=True)[:3]) / sqrt(len(words) + 2)
        return {theme: weight for theme, weight in weights.items() if theme in self._themes}

    def ranked(self, note: str) -> list[str]:
        """The themes of a note, the likeliest first."""
        weights = self.weights(note)
        return sorted(
            (one for one in weights if weights[one] >= _ENOUGH), key=lambda one: (-weights[one], one)
        )

    def suggestions(self, note: str, most: int = SHOWN) -> tuple[Suggestion, ...]:
        """The likeliest themes of a note, each with its reasons."""
        weights = self.weights(note)
        like = self._like(note)
        return tuple(
            self._explained(note, theme, weights[theme], like.get(theme, 0))
            for theme in self.ranked(note)[:most]
        )

    def suggestions_by_others(self, note: str, most: int = SHOWN) -> tuple[Suggestion, ...]:
        """The same by all that was learned from other notes: one that is decided is no reason for itself."""
        known = self._under.get(note, ())
        if not known:
            return self.suggestions(note, most)
        self.learn(note, ())
        found = self.suggestions(note, most)
        self.learn(note, known)
        return found

    def _like(self, note: str) -> Counter[str]:
        near = self.likeness.near(self.words(note), but=note)
        return Counter(theme for one, _degree in near for theme in self._under.get(one, ()))

    def _explained(self, note: str, theme: str, weight: float, like: int) -> Suggestion:
        hits = self._book.hits(self.texts[note], self.words(note)).get(theme, [])
        by_word = bool(hits)
        spans = {Span(hit.start, hit.end) for hit in hits}
        strong = [
            (learned, word)
            for word in self.words(note)
            if (learned := self._learned_of(word.stem).get(theme, 0))
        ]
        strong.sort(key=lambda one: -one[0])
        telling = [word for learned, word in strong[:3] if learned > 1]
        if not (spans or telling):
            telling = [
                word for _, word in strong[:1]
            ]  # a reason is shown for each, however little speaks for it
        spans |= {Span(word.start, word.end) for word in telling}
        return Suggestion(theme, weight, _apart(spans), by_word, like)

    def _learned_of(self, stem: str) -> dict[str, float]:
        """How much a word speaks for each theme by what was put under it. Remembered until the next decision."""
        found = self._of_word.get(stem)
        if found is None:
            found = self._of_word[stem] = self._counted(stem)
        return found

    def _counted(self, stem: str) -> dict[str, float]:
        telling = {part: self._telling(part) ** 2 for part in self.parts(stem)}
        found: dict[str, float] = {}
        for theme, count in self._notes.items():
            counts = self._counts[theme]
            if count > 0 and (
                said := sum(weight * counts[part] for part, weight in telling.items() if part in counts)
            ):
                found[theme] = said / self._length(theme)
        return found

    def _worth(self, theme: str, word: str) -> float:
        """What a word of the code book is worth, from 0 to 1: as far as it has been right, and the more the rarer it is."""
        if word not in self._rare:
            most = log(self._read + 1)
            fewest = min(
                self._common[part] for one in word.strip("!").split() for part in _longest_parts(one)
            )
            self._rare[word] = min(1.0, log((self._read + 1) / (fewest + 0.5)) / most) if most else 1.0
        return self._kept(theme, word) * self._rare[word] ** _TELLS

    def _kept(self, theme: str, word: str) -> float:
        """How far a word of the code book has been right, from 0 to 1: of the notes with it, those put under its theme."""
        right, every = self._right[theme, word], self._every[theme, word]
        return (right + _TRUST) / (every + _TRUST)

    def _telling(self, part: str) -> float:
        """How much a part of a word tells: the fewer notes have it the more."""
        return log((self._read + 1) / (self._common[part] + 0.5)) if part in self._common else 0.0

    def _length_of(self, note: str) -> float:
        if note not in self._size:
            self._size[note] = sqrt(sum(self._telling(part) ** 2 for part in self._parts(note))) or 1.0
        return self._size[note]

    def _length(self, theme: str) -> float:
        if theme not in self._lengths:
            counts = self._counts[theme]
            self._lengths[theme] = sqrt(
                sum((self._telling(part) * count) ** 2 for part, count in counts.items())
            )
        return self._lengths[theme] or 1.0


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in their order, without those that lie within another."""
    found: list[Span] = []
    for one in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not found or one.end > found[-1].end:
            found.append(one)
    return tuple(found)


def _longest_parts(word: str) -> Sequence[str]:
    """The longest parts of a word: no more notes have it than have the rarest of them."""
    stem = stem_of(word)
    whole = stem if len(stem) >= _LONGEST_PART else f" {stem}"
    return [whole[at : at + _LONGEST_PART] for at in range(max(1, len(whole) - _LONGEST_PART + 1))]


@dataclass(frozen=True, slots=True)
class HitRate:
    """Of so many of one's own decisions, how often the first suggestion was chosen, and one of the first three."""

    of: int = 0
    first: int = 0
    three: int = 0


def hit_rate(places: Sequence[int]) -> HitRate:
    """The hit rate of decisions, each told by which suggestion was chosen, from 1; 0 where it was none of them."""
    return HitRate(len(places), sum(one == 1 for one in places), sum(1 <= one <= 3 for one in places))  # noqa: PLR2004 - the first three


def place_of(chosen: Sequence[str], suggested: Sequence[str]) -> int:
    """Which suggestion a decision was, from 1; 0 where it was none."""
    return next((place for place, one in enumerate(suggested, 1) if one in chosen), 0)


def measured(
    suggester: Suggester, decisions: Sequence[tuple[str, tuple[str, ...]]], last: int = 100
) -> tuple[int, ...]:
    """What would have been suggested for each of one's last decisions by all others, as `place_of` tells it; the oldest first."""
    places: list[int] = []
    for note, themes in decisions[-last:]:
        known = suggester.learned.get(note, ())
        suggester.learn(note, ())
        places.append(place_of(themes, suggester.ranked(note)))
        suggester.learn(note, known)
    return tuple(places)


def in_a_row(
    suggester: Suggester,
    notes: Iterable[str],
    order: Mapping[str, int] | None = None,
    turn: AbstractContextManager[object] | None = None,
) -> list[str]:
    """Notes in an order in which those that are like each other follow each other.

    By the theme that is likeliest, then by the words that they share with others, the most common first: so what speaks of *fax*
    stands together, and in it what speaks of *fax* and *remiss*. `order` is that of the themes; `turn` is held for each note where
    others ask the suggester meanwhile.
    """
    notes, turn = list(notes), turn or nullcontext()
    said = {note: {one.stem for one in suggester.words(note)} for note in notes}
    shared = Counter(stem for stems in said.values() for stem in stems)
    most = max(8, len(notes) // 8)
    order = order or {}

    def key(note: str) -> tuple[object, ...]:
        with turn:
            ranked = suggester.ranked(note)
        first = ranked[0] if ranked else ""
        telling = sorted(
            (one for one in said[note] if 1 < shared[one] <= most), key=lambda one: (-shared[one], one)
        )
        return (not first, order.get(first, 0), first, tuple((-shared[one], one) for one in telling), note)

    return sorted(notes, key=key)
