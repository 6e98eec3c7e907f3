"""How often the right theme is suggested: by the words of the code book that ships, and by what a coder has confirmed so far.

Two sets of notes. *Labelled* are 222 that were written and labelled by hand before their author had seen a code book
(tests/data/analysis): no two say the same in the same words, which is as hard as it gets. *Made-up* are sentences of
tools/corpus, by the same hand, in which the same matters come back in other words and with slips, as they do in hundreds of
discussions; there a coder's own decisions are of more use. What people really say lies between the two.

In every round other notes of each theme are confirmed, nought to nine of them, and every other note is asked about. What is
measured is the share that is *missed*, so that less is better as everywhere else here: the first suggestion is not the right one,
none of the first three is, none of those shown is (what is left of a hundred is the recall); and of the first suggestions made, for
notes of no theme too, how many are wrong (what is left is the precision). A labelled note about two themes is right under either.

Beside it stands the same with a code book that says nothing of its themes: what is learned from the coder alone.
"""

import csv
import random
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from benchmarks.fetch import ROOT
from benchmarks.measure import Case, Goal, Growth, Part
from diskussion_tui.content.source import default_code_book
from diskussion_tui.domain.analysis.codebook import CodeBook
from diskussion_tui.domain.analysis.coding import coding_of
from diskussion_tui.domain.analysis.suggesting import Suggester
from diskussion_tui.store.compiling.codebook_file import read_book
from tools.corpus.grammar import sayings, themes
from tools.corpus.speech import said

NOTES = ROOT / "tests" / "data" / "analysis" / "notes.tsv"
CONFIRMED = (0, 1, 3, 5, 9)
"""So many notes have been confirmed under each theme; of the made-up ones, which there are more of, also `MORE`."""
MORE = 30
WITHOUT = " without the words"
_EACH = 10
"""So many made-up notes of each theme and kind."""
_FIRST_THREE = 3

IN_THE_BOOK = {
    "kontinuitet": "kontinuitet",
    "samordning region–kommun": "samordning",
    "digitala kontakter": "digitalt",
    "IT-system och journal": "it-journal",
    "tillgänglighet och väntetid": "tillganglighet",
    "kompetens och bemanning": "kompetens",
    "förebyggande": "forebyggande",
    "egenvård och eget ansvar": "egenvard",
    "närhet och geografi": "narhet",
    "ekonomi och ersättning": "ekonomi",
    "ledning och styrning": "ekonomi",
    "remisser och vårdflöden": "remisser",
    "psykisk hälsa": "psykisk-halsa",
    "äldre och hemsjukvård": "aldre",
    "information och språk": "jamlik",
    "akutvård": "akutvard",
}
"""The theme of the book that ships for each label. Two labels are one theme there."""


_MADE_UP = {
    "digitalt": "digitalt",
    "it-system": "it-journal",
    "bemanning": "kompetens",
    "ledning": "ekonomi",
    "information": "jamlik",
    "akut": "akutvard",
}
"""The same for the themes of tools/corpus that are not called as in the book."""


@dataclass(frozen=True)
class Labelled:
    """A note and the themes under which it is right; none for what belongs to no theme. The first is what a coder confirms."""

    text: str
    themes: tuple[str, ...]


@cache
def labelled() -> tuple[Labelled, ...]:
    """Every labelled note."""
    with NOTES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Labelled(row["text"], tuple(IN_THE_BOOK[one] for one in (row["theme"], row["also"]) if one))
        for row in rows
    )


@cache
def made_up() -> tuple[Labelled, ...]:
    """Notes of tools/corpus, each once."""
    found: dict[str, Labelled] = {}
    for theme in themes():
        right = (_MADE_UP.get(theme.id, theme.id),) if theme.id else ()
        for kind in theme.patterns:
            dice = random.Random(f"{theme.id} {kind}")
            every = sayings(theme, kind, dice)
            texts = (said(next(every), dice) for _ in range(_EACH))
            found |= {text: Labelled(text, right) for text in texts}
    return tuple(found.values())


@cache
def book(*, words: bool) -> CodeBook:
    """The code book that ships, with or without what it says of its themes."""
    themes = read_book(default_code_book()).themes
    silent = {"when": "", "words": (), "stops": ()}
    kept = [
        one if words else replace(one, name=f"tema {place}", **silent) for place, one in enumerate(themes)
    ]
    return coding_of(kept).book


def missed(
    notes: Sequence[Labelled], confirmed: int, dice: random.Random, *, words: bool = True
) -> Mapping[str, float]:
    """The shares in hundredths that are missed, with so many notes confirmed under each theme; and the seconds a note took."""
    suggester = Suggester({str(place): one.text for place, one in enumerate(notes)})
    suggester.read(suggester.texts)
    suggester.take_book(book(words=words))
    known = _confirmed(notes, confirmed, dice)
    for note, theme in known.items():
        suggester.learn(str(note), (theme,))
    asked = {place: one for place, one in enumerate(notes) if place not in known}
    begun = time.perf_counter()
    ranked = {place: suggester.ranked(str(place)) for place in asked}
    seconds = (time.perf_counter() - begun) / len(asked)
    return {**_shares(asked, ranked), "wall": seconds}


def _confirmed(notes: Sequence[Labelled], number: int, dice: random.Random) -> dict[int, str]:
    """So many notes of each theme, drawn anew: the note's place and the theme it is confirmed under."""
    by_theme: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(notes):
        if one.themes:
            by_theme[one.themes[0]].append(place)
    return {place: theme for theme, places in by_theme.items() for place in dice.sample(places, number)}


def _shares(asked: Mapping[int, Labelled], ranked: Mapping[int, Sequence[str]]) -> dict[str, float]:
    ours = {place: one for place, one in asked.items() if one.themes}

    def hit(most: int) -> float:
        return sum(bool(set(ranked[place][:most]) & set(one.themes)) for place, one in ours.items())

    made = [place for place in asked if ranked[place]]
    right = sum(ranked[place][0] in asked[place].themes for place in made)
    return {
        "first": 100 - 100 * hit(1) / len(ours),
        "three": 100 - 100 * hit(_FIRST_THREE) / len(ours),
        "shown": 100 - 100 * hit(9) / len(ours),
        "wrong": 100 - 100 * right / len(made) if made else 100.0,
    }


def labelled_case(number: int) -> str:
    """Return the name of a case."""
    return f"labelled, {number} confirmed a theme"


def made_up_case(number: int) -> str:
    """Return the name of a case."""
    return f"made-up, {number} confirmed a theme"


_SETS = {labelled_case: (labelled, CONFIRMED), made_up_case: (made_up, (*CONFIRMED, MORE))}


def _cases(_scratch: Path, dice: random.Random) -> list[Case]:
    """Return ours with and without the words of the code book. With neither words nor notes there is nothing to go by."""
    seed = dice.random()

    def case(name: str, notes: Sequence[Labelled], number: int, *, words: bool) -> Case:
        own = random.Random(f"{seed} {name}")
        return Case(name + ("" if words else WITHOUT), lambda: missed(notes, number, own, words=words))

    return [
        case(called(number), notes(), number, words=words)
        for called, (notes, numbers) in _SETS.items()
        for number in numbers
        for words in ((True, False) if number else (True,))
    ]


_AT_MOST = {("first", 5): 40.0, ("three", 5): 20.0}
"""Missed with five confirmed a theme: where more is missed, reading the suggestions costs more than it saves."""
_WHAT = {
    "first": "not the first suggestion",
    "three": "not among the first three",
    "shown": "not suggested at all",
    "wrong": "first suggestion wrong",
}


def _goals() -> list[Goal]:
    """Return the rows: what is missed, by how many are confirmed, and beside it without the words."""
    names = [(called(number), number) for called, (_, numbers) in _SETS.items() for number in numbers]
    ours = [
        Goal(f"{name}: {what}", name, measure, None, _AT_MOST.get((measure, number)), unit="%")
        for name, number in names
        for measure, what in _WHAT.items()
    ]
    beside = [
        Goal(f"{name}: {_WHAT['three']}", name, "three", name + WITHOUT, unit="%")
        for name, number in names
        if number
    ]
    return [*ours, *beside, Goal("suggestions for a note", made_up_case(9), "wall")]


def _growths() -> list[Growth]:
    """Return how fast less is missed as more is confirmed."""
    every = {
        called: {number: called(number) for number in numbers if number}
        for called, (_, numbers) in _SETS.items()
    }
    return [
        Growth(f"{cases[1].split(',')[0]}, {_WHAT['three']}, as more are confirmed", "three", cases, unit="%")
        for cases in every.values()
    ]


PART = Part("suggestions", rounds=7, minutes=0.3, cases=_cases, goals=_goals(), growths=_growths())
"""The machine's speed falls out of all but one row; the rounds differ in which notes are confirmed."""
