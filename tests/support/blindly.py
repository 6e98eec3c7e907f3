"""Sentences that were typed without looking, found again."""

from __future__ import annotations

MOST_PIECES = 4
"""So many pieces may become of a sentence that was half typed when one went up in its lines, and typed on there."""


def stands_in(said: str, text: str) -> bool:
    """Whether a sentence stands in a text, whole, or in a few pieces with what was typed between them later."""
    for _ in range(MOST_PIECES):
        piece = next(said[:size] for size in range(len(said), -1, -1) if said[:size] in text)
        text = text[text.index(piece) + len(piece) :]
        said = said[len(piece) :]
    return not said
