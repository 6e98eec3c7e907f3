"""Words of notes as coding compares them: their stems, and which words of a theme a word is, contains, begins or ends with.

Swedish bends and compounds its words, so a theme's word is a stem or a part of a compound. One of five letters or more fits anywhere
in a word, one of four where a word begins or ends, one of three as itself and bent, a shorter one only as the whole word. That would still take *journal* for
*jour*, so every theme has words that look alike and mean something else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.small_words import COLOURLESS
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
_NAME, _MEANING, _LEAST_SAID = 0.6, 0.25, 4
"""How much a word of a theme's name and of its meaning counts beside one of its own words; and the letters it has at least."""


_stemmed = lru_cache(65_536)(stem_of)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as it is compared, its stem, and where it stands in the text."""

    text: str
    stem: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text that say something, in their order."""
    found = (Word(folded(one[0]), _stemmed(folded(one[0])), *one.span()) for one in _WORD.finditer(text))
    return tuple(one for one in found if one.text not in COLOURLESS)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text that a theme's word fits, from `start` to `end`, and how surely, from 0 to 1."""

    word: str
    start: int
    end: int
    weight: float


class _Looked(NamedTuple):
    """What a word of a text may speak of: a theme, the word of it, and how much that word counts, from 0 to 1."""

    theme: str
    word: str
    counts: float = 1.0


class BookWords:
    """The words of every theme of a code book, ready to be looked for. What a word of a text fits is remembered.

    With `described` the words of themes' names and of what they mean count too, less than their own: so a theme that somebody has
    just made is known by what it is called.
    """

    def __init__(self, themes: Iterable[Theme], *, described: bool = False) -> None:
        self._phrases: list[tuple[str, str]] = []
        self._not: list[tuple[str, str]] = []
        self._words: dict[str, list[_Looked]] = {}
        self._stems: dict[str, list[_Looked]] = {}
        self._stops: dict[str, set[str]] = {}
        self._known: dict[str, tuple[tuple[str, str, float], ...]] = {}
        for theme in themes:
            self._phrases += ((one, theme.id) for one in theme.words if " " in one)
            self._not += ((one, theme.id) for one in theme.stops if " " in one)
            for word in (one for one in theme.words if " " not in one):
                self._look_for(_Looked(theme.id, word))
            for one in _described(theme) if described else ():
                self._look_for(one)
            for stop in (one for one in theme.stops if " " not in one):
                self._stops.setdefault(stop, set()).add(theme.id)

    def _look_for(self, one: _Looked) -> None:
        self._words.setdefault(one.word, []).append(one)
        if not one.word.startswith(WHOLE):
            self._stems.setdefault(stem_of(one.word), []).append(one)

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
            known = self._known[one.text] = self._found(one)
        return known

    def _found(self, one: Word) -> tuple[tuple[str, str, float], ...]:
        """As `_fits`, looked for by the parts of the word: what it costs does not grow with the code book."""
        parts = _parts_of(one.text)
        kept_out = {theme for part in parts if part.is_stop for theme in self._stops.get(part.text, ())}
        best: dict[str, tuple[float, str]] = {}
        sure = (*self._words.get(WHOLE + one.text, ()), *self._stems.get(one.stem, ()))
        fits = [(theme, word, counts) for theme, word, counts in sure]
        fits += (
            (theme, word, counts * part.fit)
            for part in parts
            if part.fit
            for theme, word, counts in self._words.get(part.text, ())
        )
        for theme, word, weight in fits:
            if theme not in kept_out:
                best[theme] = max(best.get(theme, (0.0, "")), (weight, word))
        return tuple((theme, word, weight) for theme, (weight, word) in best.items())


def _described(theme: Theme) -> Iterable[_Looked]:
    """The words of a theme's name, and of when it applies."""
    own = set(theme.words)
    for text, counts in ((theme.name, _NAME), (theme.when, _MEANING)):
        for stem in dict.fromkeys(one.stem for one in words_of(text)):
            if len(stem) >= _LEAST_SAID and stem not in own:
                own.add(stem)
                yield _Looked(theme.id, stem, counts)


class _Part(NamedTuple):
    """A part of a word: how surely a theme's word that is just that fits, and whether a stop word that is just that keeps it out."""

    text: str
    fit: float
    is_stop: bool


def _parts_of(text: str) -> list[_Part]:
    found = [_Part(text, 1.0, is_stop=True)]
    for end in range(1, len(text)):
        start = text[:end]
        if end >= _ANYWHERE:
            fit = 0.9
        elif end == _AT_AN_END:
            fit = 0.7
        else:
            fit = 0.9 if end > _TOO_SHORT and text[end:] in _ENDINGS else 0.0
        found.append(_Part(start, fit, is_stop=True))
    for begin in range(1, len(text) - _AT_AN_END + 1):
        last = text[begin:]
        if len(last) == _AT_AN_END:
            found.append(_Part(last, 0.7, is_stop=False))
        for end in range(begin + _ANYWHERE, len(text) + 1):
            found.append(_Part(text[begin:end], 0.8, is_stop=True))  # noqa: PERF401 - as it is read
    return found


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
