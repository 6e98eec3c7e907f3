"""Which lines of a text are counted by a number or a letter before them: those whose neighbours count on.

`1.`, `a)` or `IV.` before a single line belongs to what was said: a date, an abbreviation, somebody's initial. Lines are a
list where one says the number after another's, of the same form, with nothing between them but lines of the list.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_FORMS = (
    ("number", re.compile(r"(?P<open>\(?)(?P<said>\d{1,5})(?P<close>[.)])(?=\s|[^\W\d_])\s*")),
    ("levels", re.compile(r"(?P<open>)(?P<said>\d{1,3}(?:\.\d{1,3})+)(?P<close>[.)]?)\s+")),
    ("roman", re.compile(r"(?P<open>\(?)(?P<said>[ivxl]{1,7}|[IVXL]{1,7})(?P<close>[.)])\s+")),
    ("letter", re.compile(r"(?P<open>\(?)(?P<said>[a-zåäö]|[A-ZÅÄÖ])(?P<close>[.)])\s+")),
)
_ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_BETWEEN = 6
"""So many lines without a number may stand between two that count on: what belongs to the first."""
_SURELY = 3
"""So many lines that begin with A., B. and C. are a list also where each might be somebody's name."""
_NAME = re.compile(r"[A-ZÅÄÖÉ][^\W\d_]+(?:[- ][A-ZÅÄÖÉ][^\W\d_]+)?(?: \([^()]*\))?")
_HIGHEST_FIRST = 50
"""No part of a list begins higher."""


class _Mark(NamedTuple):
    """What may count a line: its form, which no other list shares, the number on each level, and where it ends."""

    line: int
    form: tuple[str, str, str, bool]
    value: tuple[int, ...]
    end: int

    @property
    def is_an_abbreviation(self) -> bool:
        """Whether it may as well be one, or an initial, unless it begins a list."""
        return self.form[0] in {"letter", "roman"} and self.form[2] == "."


def numbered(lines: list[str]) -> dict[int, int]:
    """Which of the lines are counted, and where in each the words begin. A number alone on its line counts too."""
    marks = [mark for at, line in enumerate(lines) for mark in _marks(at, line)]
    marked = {mark.line for mark in marks}
    bare = [0]
    for at, line in enumerate(lines):
        bare.append(bare[-1] + bool(line and at not in marked))
    counted: dict[int, int] = {}
    last: dict[tuple[str, str, str, bool], list[_Mark]] = {}
    for mark in marks:
        chain = last.get(mark.form, [])
        between = bare[mark.line] - bare[chain[-1].line + 1] if chain else 0
        if chain and _counts_on(chain[-1], mark) and between <= (0 if mark.is_an_abbreviation else _BETWEEN):
            chain.append(mark)
        else:
            chain = [mark]
        last[mark.form] = chain
        if len(chain) > 1 and _may_begin(chain[0]) and not _may_be_people(chain, lines):
            counted |= {one.line: one.end for one in chain[-_SURELY:]}
    return _with_neighbours(marks, counted, bare)


def _with_neighbours(marks: list[_Mark], counted: dict[int, int], bare: list[int]) -> dict[int, int]:
    """What counts, and what stands in the same list with a mark of the same form: never half of a list."""
    forms = {mark.form for mark in marks if counted.get(mark.line) == mark.end}
    parts = {bare[line] for line in counted}
    beside = (mark for mark in marks if mark.form in forms and bare[mark.line] in parts)
    return {mark.line: mark.end for mark in beside} | counted


def _marks(at: int, line: str) -> list[_Mark]:
    """All that may count a line; `i.` is a letter and a number."""
    found = []
    for name, form in _FORMS:
        match = form.match(line)
        if match and bool(match["open"]) <= (match["close"] == ")"):
            value = _value(name, match["said"])
            kind = "number" if name == "levels" else name
            close = "." if name == "levels" else match["close"]
            found.append(_Mark(at, (kind, match["open"], close, match["said"].isupper()), value, match.end()))
    return found


def _value(form: str, said: str) -> tuple[int, ...]:
    if form == "letter":
        return (_ALPHABET.index(said.lower()) + 1,)
    if form == "roman":
        worth = [_ROMAN[letter] for letter in said.lower()]
        less = sum(one for one, following in pairwise(worth) if one < following)
        return (sum(worth) - 2 * less,)
    return tuple(map(int, said.split(".")))


def _counts_on(one: _Mark, other: _Mark) -> bool:
    """Whether `other` is the number after `one`: the next of its level, the first below it, the next of a level above."""
    *above, last = other.value
    if len(other.value) == len(one.value) + 1:
        return other.value[:-1] == one.value and last == 1
    return len(other.value) <= len(one.value) and (*above, last - 1) == one.value[: len(other.value)]


def _may_begin(first: _Mark) -> bool:
    """Whether a list, or the part of one that was copied, can begin so."""
    if first.is_an_abbreviation or len(first.value) > 1:
        return first.value[-1] == 1
    return first.value[0] <= _HIGHEST_FIRST


def _may_be_people(chain: list[_Mark], lines: list[str]) -> bool:
    """Whether two lines begin with initials rather than with letters that count: *A. Bergman* and *B. Carlsson (X)*."""
    initials = all(mark.form == ("letter", "", ".", True) for mark in chain)
    return (
        initials
        and len(chain) < _SURELY
        and all(_NAME.fullmatch(lines[mark.line][mark.end :]) for mark in chain)
    )
