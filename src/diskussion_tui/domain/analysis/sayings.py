"""What was said by some sides, that of one side in the same words once, and what of it is nearly in the words of another side.

Of hundreds of groups many say the same sentence. Each is looked up once, and those with the same words are found by the words
themselves: however many there are, none of them is ever told as said by one side alone.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.similar import ALIKE, Similar

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from diskussion_tui.domain.analysis.said import Said


@dataclass(frozen=True, slots=True)
class Saying:
    """Notes of one side that say the same in the same words, of one kind, the one first that most agree with."""

    side: int
    notes: tuple[Said, ...]

    @property
    def first(self) -> Said:
        """The note that speaks for all."""
        return self.notes[0]

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the others: of two files of one discussion the same note stands on both sides."""
        return self.first.id, str(self.side)

    @property
    def supporters(self) -> int:
        """All hands that were raised."""
        return sum(one.supporters for one in self.notes)


def sayings_of(notes: Iterable[Said], side: int = 0) -> tuple[Saying, ...]:
    """Some notes, those together that have the same words and kind; the ones first that most agree with."""
    found: defaultdict[tuple[str, str], list[Said]] = defaultdict(list)
    for note in notes:
        found[note.kind, words_alone(note.text)].append(note)
    sayings = [Saying(side, tuple(sorted(those, key=rank))) for those in found.values()]
    return tuple(sorted(sayings, key=lambda one: (-one.supporters, -len(one.notes), one.first.id)))


def words_alone(text: str) -> str:
    """A text whatever its case and the blanks and full stops about it: where two have one, nobody would tell them apart."""
    return folded(text).strip(" .")


def rank(note: Said) -> tuple[int, str]:
    """The order of notes: those first that most agree with."""
    return -note.supporters, note.id


def pairs_of(
    sayings: Sequence[Saying], sought: Container[tuple[str, str]]
) -> Iterator[tuple[float, Saying, Saying]]:
    """Sayings of different sides that share enough of their words, with how much; the same words always, however many there are."""
    by_words: defaultdict[str, list[Saying]] = defaultdict(list)
    for one in sorted(sayings, key=lambda one: one.key):
        by_words[words_alone(one.first.text)].append(one)
    for same in by_words.values():
        yield from ((1.0, one, other) for one, other in combinations(same, 2) if one.side != other.side)
    near = {words: those for words, those in by_words.items() if any(one.key in sought for one in those)}
    for words, other, degree in _near(near):
        for first, second in product(by_words[words], by_words[other]):
            if first.side != second.side and first.key in sought and second.key in sought:
                yield degree, first, second


def _near(by_words: Mapping[str, Sequence[Saying]]) -> Iterator[tuple[str, str, float]]:
    """Words that are like others, said on another side. Each side is asked by itself: what is near at home hides nobody's."""
    index = Similar()
    for words in sorted(by_words):
        index.learn(words, words)
    of_side: defaultdict[int, set[str]] = defaultdict(set)
    for words, those in by_words.items():
        for one in those:
            of_side[one.side].add(words)
    seen: dict[tuple[str, str], float] = {}
    for words, those in by_words.items():
        own = {one.side for one in those}
        for among in (said for side, said in of_side.items() if own != {side}):
            for like in index.ranked(words, but=words, among=among):
                if like.degree >= ALIKE:
                    pair = (words, like.note) if words < like.note else (like.note, words)
                    seen[pair] = max(seen.get(pair, 0.0), like.degree)
    yield from ((*pair, degree) for pair, degree in seen.items())
