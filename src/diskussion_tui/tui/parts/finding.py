"""Finding words in a page that is read: which of its blocks hold them, and the words themselves marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded
from diskussion_tui.tui.parts.found import with_words_marked
from diskussion_tui.tui.rows import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def found_in(blocks: Iterable[Block], words: Sequence[str]) -> tuple[str, ...]:
    """The ids of the blocks that hold every word, in order; none where no word is looked for."""
    return tuple(block.id for block in blocks if block.id and words and _holds(block, words))


def with_marks(blocks: Sequence[Block], words: Sequence[str]) -> tuple[Block, ...]:
    """The blocks with every word that is looked for marked; a block that holds none is as it was."""
    return tuple(_marked(block, words) if block.id and words else block for block in blocks)


def _holds(block: Block, words: Sequence[str]) -> bool:
    text = folded(" ".join("".join(text for text, _ in row) for row in block.rows))
    return all(word in text for word in words)


def _marked(block: Block, words: Sequence[str]) -> Block:
    rows = tuple(with_words_marked(row, words) for row in block.rows)
    return block if rows == block.rows else Block(rows, block.id)
