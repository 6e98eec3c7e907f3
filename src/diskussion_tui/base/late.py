"""Patterns that are compiled when they are first used.

Most texts hold neither a date nor a number to look at, and compiling what would find one took longer, as the program starts,
than drawing the first screen does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_METHODS = ("search", "match", "fullmatch", "finditer", "sub")


def late(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, as far as it is searched with; compiled with the first search."""
    return cast("re.Pattern[str]", _Late(text, flags))


class _Late:
    """Has the methods of a pattern once one of them is wanted."""

    def __init__(self, text: str, flags: int) -> None:
        self._given = text, flags

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = re.compile(*self._given)
        vars(self).update({method: getattr(pattern, method) for method in _METHODS})
        found: Callable[..., object] = vars(self)[name]
        return found
