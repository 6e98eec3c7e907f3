"""What is marked in a text: `#tagg` and `@ansvarig`, read from the words and never kept apart from them.

A note stays the words that were said; a filter, a completion and a list of actions all read them here, so that they agree on
what a tag is. A mark begins a word: the `@` of an e-mail address and the `#` inside a web address mark nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK = re.compile(r"(?<![\w#@/.+-])([#@])(\w[\w-]*)")
_HALF = re.compile(r"(?<![\w#@/.+-])([#@])([\w-]*)$")
_FURTHER = re.compile(r"[@.]\w")
"""What follows a mark that is part of an address after all: `@anna@ekero.se`, `@ekero.se`."""


def tags_of(text: str) -> tuple[str, ...]:
    """The tags in a text without their `#`, each once, as first written."""
    return _marks(text, "#")


def owners_of(text: str) -> tuple[str, ...]:
    """The owners in a text without their `@`, each once, as first written. An e-mail address names nobody."""
    return _marks(text, "@")


def spans_of(text: str) -> tuple[tuple[int, int], ...]:
    """From where to where in a text its tags and owners stand, their signs with them."""
    found = ((one, f"{one[1]}{_name(one[2])}") for one in _matches(text))
    return tuple((one.start(), one.start() + len(mark)) for one, mark in found if len(mark) > 1)


@dataclass(frozen=True, slots=True)
class Half:
    """A tag or an owner that is being typed: its sign, and what there is of it."""

    sign: str
    typed: str


def half_typed(before: str) -> Half | None:
    """The mark that is being typed at the end of `before`, the text up to the cursor; None where there is none."""
    found = _HALF.search(before)
    return Half(found[1], found[2]) if found else None


def completed(half: Half, used: Iterable[str]) -> str:
    """The best of those used before that goes on from what is typed, as it was written; empty where there is none.

    `used` has the latest last. The one used most often comes first, of those alike the latest.
    """
    typed = folded(half.typed)
    times: dict[str, int] = {}
    written: dict[str, str] = {}
    for name in used:
        times[folded(name)] = times.pop(folded(name), 0) + 1
        written.setdefault(folded(name), name)
    fitting = [name for name in times if name.startswith(typed) and name != typed]
    best = max(reversed(fitting), key=lambda name: times[name], default="")
    return written.get(best, "")


def once_each(names: Iterable[str]) -> tuple[str, ...]:
    """Names without regard to case, each as first written, in the order they come."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(folded(name), name)
    return tuple(found.values())


def _marks(text: str, sign: str) -> tuple[str, ...]:
    return once_each(filter(None, (_name(one[2]) for one in _matches(text) if one[1] == sign)))


def _matches(text: str) -> Iterable[re.Match[str]]:
    for one in _MARK.finditer(text):
        if one[1] == "#" or not _FURTHER.match(text, one.end()):
            yield one


def _name(matched: str) -> str:
    return matched.strip("-_")
