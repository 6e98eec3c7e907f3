"""How far coders agree: raw agreement, Cohen's kappa for two, Krippendorff's alpha for any number, and where they do not.

Alpha is the nominal one and takes what is missing as missing (Krippendorff, Content Analysis, 4th ed., ch. 12); kappa is Cohen's of
1960. Both set chance against what is seen, alpha with the values of all coders together. How sure an alpha is comes from a
bootstrap over notes with a fixed seed, so that the same decisions give the same figures on every machine. What was settled together
is nobody's own decision and is left out.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, permutations
from random import Random
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.coding import TOGETHER

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from diskussion_tui.domain.analysis.coding import Coding

RESAMPLED = 400
"""So many times notes are drawn anew for a confidence interval."""
SEED = 1960
_OUTER = 0.025
"""What is left out at each end of the interval of 95 %."""
_TWO = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """How far coders agree on one theme, or with an empty `theme` on which themes a note has at all.

    `notes` is how many at least two have coded, `used` how many of them anybody put under the theme. Of all `pairs` of coders of
    a note so many say the `same`, and `raw` is their share; `kappa` is for two coders; `low` and `high` bound the alpha. None is what cannot be said: with one
    value only there is no chance to set against.
    """

    theme: str
    notes: int
    used: int
    raw: float | None
    kappa: float | None
    alpha: float | None
    low: float | None = None
    high: float | None = None
    same: int = 0
    pairs: int = 0


@dataclass(frozen=True, slots=True)
class Agreement:
    """How some coders agree: on the whole, theme by theme, and the notes that they see differently and have not settled.

    `shared` is how many notes any two of them have both coded.
    """

    coders: tuple[str, ...]
    overall: Measure
    themes: tuple[Measure, ...]
    disputed: tuple[str, ...]
    shared: tuple[tuple[tuple[str, str], int], ...] = ()


def agreement(coding: Coding, coders: Sequence[str] = (), notes: Iterable[str] | None = None) -> Agreement:
    """How the coders of a coding agree, all of them or those named, on all notes or some."""
    who = tuple(coders) or coding.coders
    wanted = sorted(coding.decided if notes is None else notes)
    said = {note: by for note in wanted if len(by := _said(coding, note, who)) >= _TWO}
    overall = _measure("", said, who, {note: note for note in said})
    themes = [
        _measure(
            one.id,
            {note: {coder: one.id in of for coder, of in by.items()} for note, by in said.items()},
            who,
        )
        for one in coding.book.themes
    ]
    differing = (note for note, by in said.items() if len(set(by.values())) > 1)
    return Agreement(
        who,
        overall,
        tuple(one for one in themes if one.used),
        tuple(note for note in differing if TOGETHER not in coding.decided[note]),
        tuple(
            ((one, other), sum(one in by and other in by for by in said.values()))
            for one, other in combinations(who, _TWO)
        ),
    )


def _said(coding: Coding, note: str, coders: Iterable[str]) -> dict[str, frozenset[str]]:
    found = {coder: coding.themes_of(note, coder) for coder in coders}
    return {coder: frozenset(themes) for coder, themes in found.items() if themes is not None}


def _measure(
    theme: str,
    said: Mapping[str, Mapping[str, Hashable]],
    coders: Sequence[str],
    every: Mapping[str, str] | None = None,
) -> Measure:
    units = [tuple(by.values()) for by in said.values()]
    used = len(every) if every is not None else sum(any(unit) for unit in units)
    if every is None and not used:
        return Measure(theme, len(units), 0, None, None, None)
    kappa = None
    if len(coders) == _TWO:
        kappa = cohen([(by[coders[0]], by[coders[1]]) for by in said.values() if len(by) == _TWO])
    low, high = interval(units)
    same, pairs = pairs_of(units)
    share = same / pairs if pairs else None
    return Measure(theme, len(units), used, share, kappa, alpha(units), low, high, same, pairs)


def raw(units: Iterable[Sequence[Hashable]]) -> float | None:
    """The share of pairs of coders of a unit that say the same, over all units. None where there is no pair."""
    same, pairs = pairs_of(units)
    return same / pairs if pairs else None


def pairs_of(units: Iterable[Sequence[Hashable]]) -> tuple[int, int]:
    """How many pairs of coders of a unit say the same, over all units, and how many pairs there are."""
    found = [one == other for unit in units for one, other in combinations(unit, 2)]
    return sum(found), len(found)


def cohen(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two coders' values, unit by unit. None where chance alone would agree always."""
    if not pairs:
        return None
    count = len(pairs)
    seen = sum(one == other for one, other in pairs) / count
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[value] * second[value] for value in first) / count**2
    return (seen - chance) / (1 - chance) if chance < 1 else None


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal values, the values of each unit by whoever coded it. None where only one value was used."""
    return _alpha(Counter(_shape(unit) for unit in units if len(unit) >= _TWO))


def _shape(unit: Sequence[Hashable]) -> tuple[tuple[Hashable, int], ...]:
    """A unit as how often each value was given: units of one shape count the same."""
    return tuple(sorted(Counter(unit).items(), key=lambda one: repr(one[0])))


def _alpha(shapes: Counter[tuple[tuple[Hashable, int], ...]]) -> float | None:
    values: Counter[Hashable] = Counter()
    together = 0.0
    for shape, count in shapes.items():
        size = sum(times for _, times in shape)
        for value, times in shape:
            values[value] += times * count
            together += count * times * (times - 1) / (size - 1)
    number = sum(values.values())
    apart = number * (number - 1) - sum(times * (times - 1) for times in values.values())
    if not apart:
        return None
    return 1 - (number - together) * (number - 1) / apart


def interval(
    units: Sequence[Sequence[Hashable]], times: int = RESAMPLED
) -> tuple[float | None, float | None]:
    """Between what bounds alpha lies in 95 of 100 draws of as many units. None where it cannot be said."""
    shapes = Counter(_shape(unit) for unit in units if len(unit) >= _TWO)
    number = sum(shapes.values())
    if number < _TWO:
        return None, None
    chance = Random(SEED)  # noqa: S311 - a fixed seed is the point: the same decisions give the same bounds
    ordered = sorted(shapes, key=repr)
    weights = [shapes[one] for one in ordered]
    drawn = (_alpha(Counter(chance.choices(ordered, weights, k=number))) for _ in range(times))
    found = sorted(one for one in drawn if one is not None)
    if len(found) < times / 2:
        return None, None
    at = int(len(found) * _OUTER)
    return found[at], found[-1 - at]


def confused(coding: Coding, of: Agreement) -> Counter[tuple[str, str]]:
    """Which themes coders take for each other, most often first: pairs of themes that two of them gave one note."""
    pairs: Counter[tuple[str, str]] = Counter()
    for note in of.disputed:
        for one, other in permutations(_said(coding, note, of.coders).values(), 2):
            pairs.update((here, there) for here in one - other for there in other - one if here < there)
    return pairs
