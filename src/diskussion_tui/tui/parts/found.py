"""Words that were looked for, where they are shown: marked, and in view however long the text is that they stand in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.tui.rows import Row

MARKED = "badge-bright"
"""The tone of a word that was found."""
_BEFORE = 12
"""So many characters before a word are shown where the beginning of its text is not."""


def sought(typed: str) -> tuple[str, ...]:
    """The words that are looked for."""
    return tuple(folded(clean_line(typed)).split())


def with_words_marked(row: Row, words: Sequence[str]) -> Row:
    """A row with every word that was looked for marked; the same row where none stands in it."""
    if not words:
        return row
    pattern, found = _pattern(tuple(words)), []
    for text, tone in row:
        same = folded(text)
        hits = list(pattern.finditer(same)) if len(same) == len(text) else []
        end = 0
        for hit in hits:  # where a letter folds into two, its place is not the same, and nothing is marked
            found += [(text[end : hit.start()], tone), (text[hit.start() : hit.end()], MARKED)]
            end = hit.end()
        found.append((text[end:], tone))
    return tuple(span for span in found if span[0]) if len(found) > len(row) else row


def from_the_word(text: str, words: Sequence[str], room: int) -> str:
    """A text from shortly before the first word that was looked for, where that would not be seen within `room` characters."""
    hit = _pattern(tuple(words)).search(folded(text)) if words and len(text) > room else None
    if hit is None or hit.end() < room:
        return text
    start = text.rfind(" ", 0, max(0, hit.start() - _BEFORE)) + 1
    return f"… {text[start:]}" if start else text


@lru_cache(8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
