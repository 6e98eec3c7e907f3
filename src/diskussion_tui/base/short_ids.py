"""Ids as people give and read them: a beginning or an ending that fits only one.

Ids sort by time, so those of one evening begin alike; their endings tell them apart. What is shown as an id's short form
is always enough to name it by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded

if TYPE_CHECKING:
    from collections.abc import Collection

LEAST = 4
"""The fewest characters that name an id, unless they are the whole of it."""


def fitting(ids: Collection[str], given: str) -> tuple[str, ...]:
    """The ids that `given` may mean: the one that it is, else those that it begins or ends, whatever the case."""
    if given in ids:
        return (given,)
    wanted = folded(given)
    return tuple(one for one in ids if _fits(folded(one), wanted))


def _fits(one: str, wanted: str) -> bool:
    return len(wanted) >= LEAST and (one.startswith(wanted) or one.endswith(wanted))


def endings(ids: Collection[str]) -> dict[str, str]:
    """A short form for each id: its ending, as long as all of them need for none to fit two. The whole id at worst."""
    known = [folded(one) for one in ids]
    for length in range(LEAST, max(map(len, known), default=0)):
        tails = {one[-length:] for one in known}
        heads = {one[:length] for one in known if len(one) > length}
        if len(tails) == len(known) and tails.isdisjoint(heads):
            return {one: one[-length:] for one in ids}
    return {one: one for one in ids}
