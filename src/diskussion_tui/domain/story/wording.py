"""What differs between two texts, word by word: what stands in both, what only the earlier has, what only the later.

A space belongs to the word before it, so that the pieces put together are the texts themselves, to the letter.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

Sort = Literal["same", "removed", "added"]
_WORD = re.compile(r"\s+|\S+\s*")
_MOST = 4_000
"""More words than this are not held against each other one by one: the whole text counts as another."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row, and in which of the two texts they stand."""

    sort: Sort
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts as pieces: those that are not `added` make up `before`, those that are not `removed` make up `after`."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) + len(new) > _MOST:
        return tuple(_changed(before, after))
    matched = SequenceMatcher(
        None, [one.strip() for one in old], [one.strip() for one in new], autojunk=False
    )
    pieces = (
        piece
        for code, first, last, begin, end in matched.get_opcodes()
        for piece in _pieces(code, old[first:last], new[begin:end])
    )
    return tuple(_joined(pieces))


def _pieces(code: str, old: list[str], new: list[str]) -> Iterator[Piece]:
    """A stretch; words that are the same but for the blanks behind them differ in those alone."""
    if code != "equal":
        yield from _changed("".join(old), "".join(new))
        return
    for was, now in zip(old, new, strict=True):
        if was == now:
            yield Piece("same", was)
        else:
            word = was.rstrip() if now.strip() else ""
            yield from (Piece("same", word),) if word else ()
            yield from _changed(was[len(word) :], now[len(word) :])


def _changed(old: str, new: str) -> Iterator[Piece]:
    if old:
        yield Piece("removed", old)
    if new:
        yield Piece("added", new)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of one sort as one piece."""
    before: Piece | None = None
    for piece in pieces:
        if before and before.sort == piece.sort:
            before = Piece(before.sort, before.text + piece.text)
            continue
        if before:
            yield before
        before = piece
    if before:
        yield before
