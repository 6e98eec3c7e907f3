"""Which signs the document's fonts can draw; what none can is shown as its code, and told of, so that one sign never costs a report.

Checked against `fonts/coverage.txt`, which is made with the fonts: a standard for accessible documents refuses a text with a sign
that is not drawn, and the whole document with it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_KEPT = frozenset("\n")


class Drawn(NamedTuple):
    """A text that can be drawn, and the signs that had to be replaced."""

    text: str
    replaced: frozenset[str]


def drawn(text: str) -> Drawn:
    """A text with the code of each sign in place of those that no font can draw; controls are left out."""
    if text.isascii() and text.isprintable():
        return Drawn(text, frozenset())
    missing = frozenset(sign for sign in set(text) if sign not in _KEPT and not _is_drawn(ord(sign)))
    if not missing:
        return Drawn(text, missing)
    told = {ord(sign): f"[U+{ord(sign):04X}]" if sign.isprintable() else "" for sign in missing}
    return Drawn(text.translate(told), frozenset(sign for sign in missing if sign.isprintable()))


def _is_drawn(code: int) -> bool:
    firsts, lasts = _coverage()
    place = bisect_right(firsts, code) - 1
    return place >= 0 and code <= lasts[place]


@cache
def _coverage() -> tuple[list[int], list[int]]:
    lines = (
        (files("diskussion_tui.reports.formats") / "fonts" / "coverage.txt")
        .read_text(encoding="ascii")
        .split()
    )
    ranges = [line.split("-") for line in lines]
    return [int(one[0], 16) for one in ranges], [int(one[-1], 16) for one in ranges]
