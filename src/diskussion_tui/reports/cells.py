"""How wide a text is on a page of fixed-width cells, by Unicode's own tables (UAX 11), without a terminal to ask."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """The cells that `text` takes: two for wide characters, none for marks that sit on the one before."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
