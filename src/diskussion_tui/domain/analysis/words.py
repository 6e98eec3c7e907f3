"""Words of notes as coding compares them: their stems, and which words of a theme a word is, contains, begins or ends with.

Swedish bends and compounds its words, so a theme's word is a stem or a part of a compound. One of five letters or more fits anywhere
in a word, one of four where a word begins or ends, one of three as itself and bent, a shorter one only as the whole word. That would still take *journal* for
*jour*, so every theme has words that look alike and mean something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.workbook.proposals import stem_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diskussion_tui.domain.analysis.codebook import Theme

WHOLE = "!"
"""Before a theme's word that fits whole words only."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ANYWHERE, _AT_AN_END, _TOO_SHORT = 5, 4, 2
_ENDINGS = frozenset(
    ("a", "an", "ar", "as", "ade", "at", "de", "en", "er", "et", "n", "s", "ens", "erna", "arna", "ing")
)
"""What a word of three letters is bent by."""
_SMALL = frozenset(
    [
        "och",
        "att",
        "det",
        "som",
        "en",
        "ett",
        "den",
        "de",
        "på",
        "i",
        "av",
        "för",
        "med",
        "till",
        "är",
        "om",
        "kan",
        "ska",
        "vi",
        "man",
        "så",
        "från",
        "vid",
        "eller",
        "också",
        "har",
        "hos",
        "inte",
        "ej",
        "mer",
        "mest",
        "finns",
        "måste",
        "borde",
        "skulle",
        "bör",
        "vara",
        "bli",
        "blir",
        "få",
        "får",
        "när",
        "där",
        "här",
        "då",
        "alla",
        "allt",
        "ut",
        "in",
        "upp",
        "ner",
        "än",
        "nu",
        "sig",
        "sin",
        "sitt",
        "sina",
        "denna",
        "detta",
        "the",
        "and",
        "of",
        "to",
        "a",
        "an",
        "in",
        "on",
        "for",
        "with",
        "is",
        "be",
        "we",
        "it",
        "that",
        "at",
        "by",
        "as",
        "or",
        "from",
        "should",
        "can",
        "more",
        "not",
    ]
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as it is compared, its stem, and where it stands in the text."""

    text: str
    stem: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text that say something, in their order."""
    found = (Word(folded(one[0]), stem_of(folded(one[0])), *one.span()) for one in _WORD.finditer(text))
    return tuple(one for one in found if one.text not in _SMALL)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text that a theme's word fits, from `start` to `end`, and how surely, from 0 to 1."""

    word: str
    start: int
    end: int
    weight: float


class BookWords:
    """The words of every theme of a code book, ready to be looked for. What a word of a text fits is remembered."""

    def __init__(self, themes: Iterable[Theme]) -> None:
        self._phrases: list[tuple[str, str]] = []
        self._not: list[tuple[str, str]] = []
        self._words: dict[str, tuple[tuple[str, str], ...]] = {}
        self._stops: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, tuple[tuple[str, str, float], ...]] = {}
        for theme in themes:
            self._phrases += ((one, theme.id) for one in theme.words if " " in one)
            self._not += ((one, theme.id) for one in theme.stops if " " in one)
            self._words[theme.id] = tuple((one, stem_of(one)) for one in theme.words if " " not in one)
            self._stops[theme.id] = tuple(one for one in theme.stops if " " not in one)

    def hits(self, text: str, words: Sequence[Word]) -> dict[str, list[Hit]]:
        """Where a text speaks of which themes, by theme, in the order of the text."""
        lowered = _in_place(text)
        found: dict[str, list[Hit]] = {}
        for phrase, theme in self._phrases:
            if phrase in lowered:
                for start, end in _places(phrase, lowered):
                    found.setdefault(theme, []).append(Hit(phrase, start, end, 1.0))
        kept_out = [
            (theme, *place)
            for phrase, theme in self._not
            if phrase in lowered
            for place in _places(phrase, lowered)
        ]
        for one in words:
            for theme, word, weight in self._fits(one):
                if not any(of == theme and start <= one.start < end for of, start, end in kept_out):
                    found.setdefault(theme, []).append(Hit(word, one.start, one.end, weight))
        for hits in found.values():
            hits.sort(key=lambda hit: (hit.start, hit.end))
        return found

    def _fits(self, one: Word) -> tuple[tuple[str, str, float], ...]:
        """The themes' words that fit a word, of each theme the best, and how surely."""
        known = self._known.get(one.text)
        if known is None:
            best = ((theme, self._best(theme, one)) for theme in self._words)
            known = self._known[one.text] = tuple((theme, *fit) for theme, fit in best if fit)
        return known

    def _best(self, theme: str, one: Word) -> tuple[str, float] | None:
        if any(
            one.text.startswith(stop) or (len(stop) >= _ANYWHERE and stop in one.text)
            for stop in self._stops[theme]
        ):
            return None
        fits = ((_fit(one.text, one.stem, word, stem), word) for word, stem in self._words[theme])
        weight, word = max(fits, default=(0.0, ""))
        return (word, weight) if weight else None


def _fit(text: str, stem: str, word: str, stemmed: str) -> float:
    if word.startswith(WHOLE):
        return 1.0 if text == word[1:] else 0.0
    if text == word or stem == stemmed:
        return 1.0
    if (
        len(word) < _AT_AN_END
        and text[len(word) :] in _ENDINGS
        and text.startswith(word)
        and len(word) > _TOO_SHORT
    ):
        return 0.9
    if len(word) >= _ANYWHERE and word in text:
        return 0.9 if text.startswith(word) else 0.8
    if len(word) == _AT_AN_END and (text.startswith(word) or text.endswith(word)):
        return 0.7
    return 0.0


def _in_place(text: str) -> str:
    """A text as search compares it, with every letter where it stood: one that folds into two is left as it is."""
    lowered = folded(text)
    if len(lowered) == len(text):
        return lowered
    return "".join(one if len(small := folded(one)) != 1 else small for one in text)


def _places(phrase: str, text: str) -> Iterable[tuple[int, int]]:
    """Where a phrase stands in a text, beginning where a word does."""
    at = text.find(phrase)
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            yield at, at + len(phrase)
        at = text.find(phrase, at + 1)
