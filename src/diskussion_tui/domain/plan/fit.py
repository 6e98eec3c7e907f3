"""Fitting steps into the time there is: whole minutes dealt out by rule, none of them lost.

When time is short the steps that may shrink give first, in proportion to their minutes and never below a third of them.
Where that is not enough, steps that may be left out are, from the last. What then still lacks is told. Fixed steps never
change. When there is time over, and only where an end has been set, the steps that may shrink grow in the same proportion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.workbook.workbook import Behaviour

_LEAST_SHARE = 3
"""A step keeps at least one part in so many of its minutes."""


@dataclass(frozen=True, slots=True)
class Part:
    """Time that is to be fitted in: `minutes` as wanted, and the `least` it may be left with while it is not left out."""

    minutes: int
    behaviour: Behaviour
    least: int = 0
    stays: bool = False

    @property
    def gives(self) -> int:
        """How many minutes it can give."""
        return max(0, self.minutes - self.least) if self.behaviour == "krympbar" else 0


@dataclass(frozen=True, slots=True)
class Fit:
    """Minutes for each part, None for one that is left out; how many minutes are lacking in the end, or over."""

    minutes: tuple[int | None, ...]
    lacking: int = 0
    spare: int = 0


def least_of(minutes: int) -> int:
    """The fewest minutes that a step of so many may shrink to."""
    return -(-minutes // _LEAST_SHARE)


def fit(parts: Sequence[Part], room: int, *, grow: bool = False) -> Fit:
    """Fit `parts` into `room` minutes. The minutes given and `spare` make up the room, or exceed it by `lacking`."""
    lacking = sum(part.minutes for part in parts) - room
    if lacking <= 0:
        return _grown(parts, -lacking, grow=grow)
    out, lacking = _left_out(parts, lacking)
    gives = [0 if place in out else part.gives for place, part in enumerate(parts)]
    given = dealt(max(0, min(lacking, sum(gives))), [part.minutes for part in parts], gives)
    minutes = tuple(
        None if place in out else part.minutes - gave
        for place, (part, gave) in enumerate(zip(parts, given, strict=True))
    )
    return Fit(minutes, max(0, lacking - sum(given)), max(0, -lacking))


def _left_out(parts: Sequence[Part], lacking: int) -> tuple[set[int], int]:
    """Which parts are left out, from the last until the others can give the rest; and what then lacks."""
    out: set[int] = set()
    gives = sum(part.gives for part in parts)
    for place in range(len(parts) - 1, -1, -1):
        part = parts[place]
        if lacking <= gives:
            break
        if part.behaviour == "kan utgå" and not part.stays and part.minutes:
            out.add(place)
            lacking -= part.minutes
    return out, lacking


def _grown(parts: Sequence[Part], over: int, *, grow: bool) -> Fit:
    wanted = [part.minutes if grow and part.behaviour == "krympbar" else 0 for part in parts]
    given = dealt(over, wanted, [over * bool(minutes) for minutes in wanted])
    minutes = tuple(part.minutes + more for part, more in zip(parts, given, strict=True))
    return Fit(minutes, 0, over - sum(given))


def dealt(amount: int, weights: Sequence[int], most: Sequence[int]) -> list[int]:
    """`amount` dealt out in proportion to `weights`, to nobody more than `most`, by largest remainder.

    Less than `amount` only where `most` allows no more. Of equal remainders the first comes first.
    """
    given = [0] * len(weights)
    while amount:
        takers = [place for place, weight in enumerate(weights) if weight and given[place] < most[place]]
        if not takers:
            break
        whole, before = sum(weights[place] for place in takers), amount
        for place in takers:
            share = min(before * weights[place] // whole, most[place] - given[place])
            given[place] += share
            amount -= share
        for place in sorted(takers, key=lambda place: -(before * weights[place] % whole)):
            if amount and given[place] < most[place]:
                given[place] += 1
                amount -= 1
    return given
