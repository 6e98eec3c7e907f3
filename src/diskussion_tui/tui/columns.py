"""How columns of blocks share the room there is: how wide each is, and which blocks it shows. Pure, and drawn by others.

Only whole blocks are shown, as many as there is room for; how many there are above and below is told on a line of its own at
that edge. Heights are asked for as they are needed: of ten thousand notes those that come into view are set, and no others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Height: TypeAlias = Callable[[int], int]
    """How many lines the block at a place takes."""


@dataclass(frozen=True, slots=True)
class Window:
    """What a column shows: the blocks from `first` up to but not `last`, of `count`, with `gap` blank lines between two.

    `cut` is how many lines of the only block are shown where it is taller than the column, the last of them to say that
    there is more; 0 where it is whole.
    """

    first: int
    last: int
    count: int
    gap: int = 0
    cut: int = 0

    @property
    def above(self) -> int:
        """How many blocks stand above."""
        return self.first

    @property
    def below(self) -> int:
        """How many blocks stand below."""
        return self.count - self.last

    def shows(self, place: int) -> bool:
        """Whether the block at a place is in view."""
        return self.first <= place < self.last


# ---- which blocks ----------------------------------------------------------------------------------------------------


def latest(count: int, height: Height, room: int) -> Window:
    """The last blocks: with air between them where all fit so, close where they do not."""
    gap = 1 if _fits(count, height, room, 1) else 0
    return ending_with(count - 1, count, height, room, gap)


def ending_with(last: int, count: int, height: Height, room: int, gap: int = 0) -> Window:
    """As many blocks as fit above one that is the last in view; where that is near the top, those below it as well."""
    if not count:
        return Window(0, 0, 0, gap)
    first, left = last, room - (last < count - 1) - height(last)
    if left < (first > 0):
        return _cut(last, count, room, height)
    while first and left >= (wanted := gap + height(first - 1)) + (first > 1):
        first, left = first - 1, left - wanted
    return Window(first, last + 1, count, gap) if first else beginning_with(0, count, height, room, gap)


def beginning_with(first: int, count: int, height: Height, room: int, gap: int = 0) -> Window:
    """As many blocks as fit below one that is the first in view; where that is near the end, those above it as well."""
    if not count:
        return Window(0, 0, 0, gap)
    last, left = first + 1, room - (first > 0) - height(first)
    if left < (last < count):
        return _cut(first, count, room, height)
    while last < count and left >= (wanted := gap + height(last)) + (last < count - 1):
        last, left = last + 1, left - wanted
    if last == count and first:
        return ending_with(count - 1, count, height, room, gap)
    return Window(first, last, count, gap)


def bringing(place: int, window: Window, height: Height, room: int) -> Window:
    """The window moved as little as needed to show the block at a place."""
    if window.shows(place):
        return window
    fit = beginning_with if place < window.first else ending_with
    return fit(place, window.count, height, room, window.gap)


def _cut(place: int, count: int, room: int, height: Height) -> Window:
    """A block by itself, and no more of it than there is room for."""
    lines = max(1, room - (place > 0) - (place < count - 1))
    return Window(place, place + 1, count, 0, lines if lines < height(place) else 0)


def _fits(count: int, height: Height, room: int, gap: int) -> bool:
    """Whether all blocks fit, asking for the heights of no more than can be."""
    left = room + gap
    for place in range(count - 1, -1, -1):
        left -= height(place) + gap
        if left < 0:
            return False
    return True


# ---- how wide --------------------------------------------------------------------------------------------------------

GAP = 2
"""Blank cells between two columns."""
LEAST = 20
"""A column with anything in it is not narrower: a number, a sign and a word."""
_LONGEST = 32
"""No column is widened further than this for a word: what is longer is an address."""
_SHARES = ((2, 3), (6, 2))
"""What a column gets that holds at least so many parts of what the fullest holds; one with less gets a single share."""


def side_by_side(columns: int, width: int) -> bool:
    """Whether so many columns can stand beside each other. It does not hang on what they hold: a note must not turn the page."""
    return columns * LEAST + (columns - 1) * GAP <= width


def widths(
    held: Sequence[int], heads: Sequence[int], width: int, most: int, longest: Sequence[int] = ()
) -> list[int]:
    """How wide each column is, after how much it holds: an empty one as its heading, none wider than `most`.

    `held` is how much each holds, of whatever measure, `heads` the cells of their headings, `longest` those that their longest
    words need: they are whole wherever there is room for it. In few steps, so that a note seldom sets others anew.
    """
    room = max(0, width - GAP * (len(held) - 1))
    if not any(held):
        return [min(most, one) for one in even(room, len(held))]
    widest = room // len(held)
    given = [0 if holds else min(head, widest) for holds, head in zip(held, heads, strict=True)]
    shares = [_share(holds, max(held)) for holds in held]
    open_ = [place for place, share in enumerate(shares) if share]
    left = room - sum(given)
    least = _least([longest[place] if longest else 0 for place in open_], left)
    needs = dict(zip(open_, least, strict=True))
    while open_:
        whole = sum(shares[place] for place in open_)
        narrow = [place for place in open_ if left * shares[place] // whole < needs[place]]
        for place in narrow or open_:
            given[place] = needs[place] if narrow else min(most, left * shares[place] // whole)
        left -= sum(needs[place] for place in narrow)
        open_ = [place for place in open_ if place not in narrow] if narrow else []
    return given


def _least(longest: Sequence[int], room: int) -> list[int]:
    """How wide each column is at the least, for its longest word; those of which that asks too much give way first."""
    wanted = [max(LEAST, min(one, _LONGEST)) for one in longest]
    while sum(wanted) > room and max(wanted) > LEAST:
        wanted[wanted.index(max(wanted))] = LEAST
    return wanted


def even(room: int, columns: int) -> list[int]:
    """So many cells shared alike, the first ones a cell more where it does not come out even."""
    return [room // columns + (place < room % columns) for place in range(columns)] if columns else []


def _share(holds: int, fullest: int) -> int:
    if not holds:
        return 0
    return next((share for part, share in _SHARES if holds * part >= fullest), 1)
