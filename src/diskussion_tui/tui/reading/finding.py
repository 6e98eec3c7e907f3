"""Finding words in a page that is read: which of its blocks hold them, and the words themselves marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.tui.rows import Block, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARKED = "badge-bright"
"""The tone of a word that was found."""


def sought(typed: str) -> tuple[str, ...]:
    """The words that are looked for."""
    return tuple(folded(clean_line(typed)).split())


def found_in(blocks: Iterable[Block], words: Sequence[str]) -> tuple[str, ...]:
    """The ids of the blocks that hold every word, in order; none where no word is looked for."""
    return tuple(block.id for block in blocks if block.id and words and _holds(block, words))


def with_marks(blocks: Sequence[Block], words: Sequence[str]) -> tuple[Block, ...]:
    """The blocks with every word that is looked for marked; a block that holds none is as it was."""
    if not words:
        return tuple(blocks)
    pattern = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
    return tuple(_marked(block, pattern) if block.id else block for block in blocks)


def _holds(block: Block, words: Sequence[str]) -> bool:
    text = folded(" ".join("".join(text for text, _ in row) for row in block.rows))
    return all(word in text for word in words)


def _marked(block: Block, pattern: re.Pattern[str]) -> Block:
    rows = tuple(_marked_row(row, pattern) for row in block.rows)
    return block if rows == block.rows else Block(rows, block.id)


def _marked_row(row: Row, pattern: re.Pattern[str]) -> Row:
    found: list[tuple[str, str]] = []
    for text, tone in row:
        same = folded(text)
        if len(same) != len(text) or not pattern.search(
            same
        ):  # a letter that folds into two cannot be told apart
            found.append((text, tone))
            continue
        end = 0
        for hit in pattern.finditer(same):
            found += [(text[end : hit.start()], tone), (text[hit.start() : hit.end()], MARKED)]
            end = hit.end()
        found.append((text[end:], tone))
    return tuple(span for span in found if span[0])
