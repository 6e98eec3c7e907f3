"""Which cells of the compass the words of a note speak of: proposed to whoever places it, never placed by themselves.

A note says *akuten*, *husläkare*, *BVC*; the compass says *Akutsjukhus*, *Husläkarmottagningar*, *BVC*. Words are compared
by their stems, whole or as the first or last part of a compound. What would fit many forms (*vård*, *mottagning*) speaks of
none of them: that is counted on the compass itself, so that it holds for every workbook.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.workbook.compass import Cell, cells_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.workbook.workbook import Compass, Term

MOST = 4
"""More proposals than this are no help."""

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"[,:;/]|\bsåsom\b|\bsuch as\b")
_ENDINGS = (
    *("ernas", "arnas", "ornas", "erna", "arna", "orna", "ens", "ets", "ers", "ars", "ors"),
    *("en", "et", "er", "ar", "or", "ns", "an", "ed", "n", "t", "a", "e", "s"),
)
_LEAST_STEM, _LEAST_PART, _LEAST_HEAD = 3, 4, 5
_BENT = 2
"""So many letters may be left over where one word is another with an ending that the list above does not have."""
_AT_MOST_NAMES = 2
"""A part of a compound that fits more names than this says too little."""
_ENOUGH = 0.5
"""How much of a name's letters the note must speak of."""
_SAYS_LITTLE = frozenset(
    {
        *("andra", "bild", "eller", "information", "råd", "samhället", "service", "tjänster", "utan", "vård"),
        *("other", "others", "towards", "inside", "with", "work", "service", "services", "information"),
    }
)
"""Words of names that are said of much else."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cell and the note's own word that speaks of it."""

    cell: Cell
    word: str


_SURE, _HEAD, _TAIL = range(3)
"""How a word fits: it is the word, the first part of a compound, or the last, the surest first."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A word of the note, by its place, that fits a word of a name, and how."""

    place: int
    how: int


def proposals(text: str, compass: Compass, glossary: Sequence[Term] = ()) -> tuple[Proposal, ...]:
    """The cells that a note speaks of, at most four: the surest first, then as they come in the note."""
    said = _WORD.findall(text)
    stems = [stem_of(folded(word)) for word in said]
    cells = cells_of(compass)
    parts = {cell.id: _parts(cell.name, glossary) for cell in cells}
    names = _Names({cell.name: parts[cell.id] for cell in cells})
    found: list[tuple[int, int, int, Proposal]] = []
    for order, cell in enumerate(cells):
        hits = [hit for part in parts[cell.id] if (hit := _spoken_of(part, stems, names))]
        if hits:
            best = min(hits, key=lambda hit: (hit.how, hit.place))
            found.append((best.how, best.place, order, Proposal(cell, said[best.place])))
    return tuple(one[-1] for one in sorted(found, key=lambda one: one[:3])[:MOST])


class _Names:
    """The names of a compass, to count how many of them a word fits."""

    def __init__(self, parts: dict[str, tuple[tuple[str, ...], ...]]) -> None:
        self._words = {name: {word for part in those for word in part} for name, those in parts.items()}
        self._seen: dict[str, int] = {}

    def fitted_by(self, stem: str) -> int:
        if stem not in self._seen:
            fitting = (any(_fit(stem, word) is not None for word in words) for words in self._words.values())
            self._seen[stem] = sum(fitting)
        return self._seen[stem]


def _parts(name: str, glossary: Sequence[Term]) -> tuple[tuple[str, ...], ...]:
    """What a name names, each as its stems: *Appar: Nätchat* is two things; a short form is also what it stands for."""
    meanings = {folded(term.term): folded(term.meaning) for term in glossary}
    texts = [text.strip() for text in _PART.split(folded(name))]
    texts += [meanings[text] for text in texts if text in meanings]
    return tuple(stems for text in texts if (stems := tuple(map(stem_of, _words_that_say(text)))))


def _words_that_say(text: str) -> list[str]:
    words = _WORD.findall(text)
    alone = len(words) == 1  # a short form such as BVC
    return [word for word in words if word not in _SAYS_LITTLE and (alone or len(word) >= _LEAST_PART)]


def _spoken_of(part: tuple[str, ...], stems: Sequence[str], names: _Names) -> _Hit | None:
    """Where a note speaks of a part of a name, if of enough of it."""
    hits = {word: hit for word in part if (hit := _first_hit(word, stems, names))}
    letters = sum(map(len, part))
    if not hits or (sum(map(len, hits)) / letters < _ENOUGH and not any(word.isdigit() for word in hits)):
        return None
    return _Hit(min(hit.place for hit in hits.values()), max(hit.how for hit in hits.values()))


def _first_hit(word: str, stems: Sequence[str], names: _Names) -> _Hit | None:
    """The surest fit of a word of a name, of those the first; a part that fits many names is none."""
    hits = [
        _Hit(place, how)
        for place, stem in enumerate(stems)
        if (how := _fit(stem, word)) is not None and (how == _SURE or names.fitted_by(stem) <= _AT_MOST_NAMES)
    ]
    return min(hits, key=lambda hit: (hit.how, hit.place), default=None)


def _same(one: str, other: str) -> bool:
    """Whether two stems are the same word: alike, or with a letter or two of an ending left on one of them."""
    shorter, longer = sorted((one, other), key=len)
    bent = len(shorter) >= _LEAST_HEAD and longer.startswith(shorter) and len(longer) - len(shorter) <= _BENT
    return one == other or (bent and not longer.isdigit())


def _fit(said: str, named: str) -> int | None:
    """How a stem that was said fits a word of a name: as that word, or one of the two as a part of the other."""
    if _same(said, named):
        return _SURE
    if said.isdigit() or named.isdigit():
        return None
    in_name, in_note = len(said) >= _LEAST_PART, len(named) >= _LEAST_HEAD
    if (in_name and named.startswith(said)) or (in_note and said.startswith(named)):
        return _HEAD
    if (in_name and named.endswith(said)) or (in_note and said.endswith(named)):
        return _TAIL
    return None


def stem_of(word: str) -> str:
    """A word without its ending, as long as three letters are left, four where one is taken. Numbers have none."""
    for ending in _ENDINGS:
        least = _LEAST_STEM + (len(ending) == 1)
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.isdigit():
            return word[: -len(ending)]
    return word
