"""How a line of the list of discussions is shared out: as much to the name as there is room for, and the rest to what stands beside it."""

from __future__ import annotations

from typing import NamedTuple

FEWEST = 24
"""A name has at least so many cells before what stands beside it goes, as long as there is anything to take away."""


class Layout(NamedTuple):
    """How wide the names are, and what stands beside them."""

    name: int
    parts: bool
    kinds: bool


def layout_for(width: int, longest: int, fixed: int, parts: int, kinds: int) -> Layout:
    """How a line of so many cells is shared out. `longest` is the longest name, `fixed` what always stands beside it.

    Names take what they need and no more. Where that is not there, the `parts` go first and then the counts of the `kinds`, unless
    the names are to be cut all the same and have a fair share already.
    """
    tries = (Layout(width - fixed - parts - kinds, True, True), Layout(width - fixed - kinds, False, True))  # noqa: FBT003 - a row of them
    for one in tries:
        if one.name >= min(longest, FEWEST):
            return one._replace(name=min(one.name, longest))
    return Layout(max(8, min(width - fixed, longest)), False, False)  # noqa: FBT003 - as above
