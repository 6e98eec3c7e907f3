"""How wide a text is on a page of fixed-width cells, by Unicode's own tables (UAX 11), without a terminal to ask."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PLAIN = "\u0300"
"""Before the first mark that sits on another every sign takes one cell, but for the hyphen that is not shown."""
_SOFT = "\u00ad"


def cells(text: str) -> int:
    """The cells that `text` takes: two for wide characters, none for marks that sit on the one before."""
    if text.isascii() or (max(text) < _PLAIN and _SOFT not in text):
        return len(text)
    return sum(map(_width, text))


@lru_cache(4096)
def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
