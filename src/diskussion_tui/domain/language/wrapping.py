"""Lines that a page has broken, joined again as somebody would have typed them.

A PDF has a line for each line on paper. Whether one goes on in the next can only be guessed: by a word that was divided, by
a small letter where a line was full. So it is offered and never done by itself.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEAST_WIDE = 36
"""No page is narrower, in characters."""
_FULL, _NEARLY_FULL = 0.8, 0.65
"""Of the longest line: from there on one was full, or may have been broken before a long word."""
_HYPHENS = "-‐‑"
_LEAST_DIVIDED = 2
"""No word is divided behind its first letter; there a hyphen belongs to it, as in *e-hälsa*."""
_ENDED = re.compile(r"[.!?:;…”\"')\]]\Z")
_GOES_ON = re.compile(r"(?:och|eller|samt|respektive|men|till|and|or|to)\b|[&/]", re.IGNORECASE)
"""Before these a hyphen stays: *hem- och sjukvård*."""


class Row(NamedTuple):
    """A line's words; whether a bullet or number stood before them, and whether the line before was empty."""

    text: str
    marked: bool
    apart: bool


def unwrapped(rows: Sequence[Row]) -> tuple[str, ...]:
    """The rows, with each that goes on in the next joined to it."""
    widest = max((len(row.text) for row in rows), default=0)
    running = widest >= _LEAST_WIDE and _is_running(rows, widest)
    whole: list[list[Row]] = []
    for row in rows:
        if whole and _goes_on(whole[-1][-1], row, widest, running=running):
            whole[-1].append(row)
        else:
            whole.append([row])
    return tuple(joined([row.text for row in part]) for part in whole)


def is_divided(rows: Sequence[Row]) -> bool:
    """Whether a word is divided between two rows: that is no guess."""
    return any(_is_half(one.text) and two.text[0].islower() and not two.marked for one, two in pairwise(rows))


def _is_running(rows: Sequence[Row], widest: int) -> bool:
    """Whether it is running text: of the full lines, as many go on with a small letter as with a capital one."""
    after = [
        two
        for one, two in pairwise(rows)
        if len(one.text) >= _FULL * widest and not two.marked and not two.apart
    ]
    return sum(two.text[:1].islower() for two in after) * 2 >= len(after)


def _goes_on(one: Row, two: Row, widest: int, *, running: bool) -> bool:
    if two.marked:
        return False
    if _is_half(one.text) and two.text[0].islower():
        return True
    if two.apart or widest < _LEAST_WIDE or _ENDED.search(one.text):
        return not two.apart and running and bool(_ENDED.search(one.text)) and two.text[0].islower()
    if two.text[0].islower():
        return len(one.text) >= _NEARLY_FULL * widest
    return running and len(one.text) >= _FULL * widest


def joined(lines: Iterable[str]) -> str:
    """Lines as the one that they were, a word that was divided whole again."""
    whole: list[str] = []
    for line in lines:
        before = whole[-1] if whole else ""
        if not before or not _is_half(before) or _GOES_ON.match(line):
            whole += [" ", line] if before else [line]
            continue
        first = re.split(r"[\W\d_]", before[:-1])[-1] if len(before) > 1 else ""
        stays = not line[0].islower() or len(first) < _LEAST_DIVIDED or first.isupper()
        whole[-1] = before if stays else before[:-1]
        whole.append(line)
    return "".join(whole)


def _is_half(line: str) -> bool:
    """Whether a line ends in the middle of a word, which goes on in the next."""
    return len(line) > 1 and line[-1] in _HYPHENS and line[-2].isalpha()
