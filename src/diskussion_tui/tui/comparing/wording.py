"""What differs between two texts, as rows: words that went stand in `[− −]`, words that came in `{+ +}`, and in colour besides.

The signs are those that `wdiff` prints, so that the difference is told without colour, and when it is read aloud.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from diskussion_tui.domain.story.wording import word_diff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.tui.rows import Row, Span

_SIGNS = {"same": ("", "", "text"), "removed": ("[−", "−]", "warning"), "added": ("{+", "+}", "fresh")}


def diff_rows(before: str, after: str, width: int, first: Row, hang: int) -> tuple[Row, ...]:
    """The two texts as one, wrapped to a width in cells; `first` stands before it, and further lines are set in by `hang`."""
    rows: list[list[Span]] = [list(first)]
    used = sum(cell_len(text) for text, _ in first)
    for word, tone in _words(before, after):
        cells = cell_len(word.rstrip())
        if used + cells > width and used > hang:
            rows.append([(" " * hang, "text")])
            used = hang
        rows[-1].append((word, tone))
        used += cell_len(word)
    return tuple(tuple(row) for row in rows)


def _words(before: str, after: str) -> Iterator[Span]:
    """Every word with a blank behind it; the signs stand at the first and the last of a piece."""
    for piece in word_diff(before.replace("\n", " "), after.replace("\n", " ")):
        opens, closes, tone = _SIGNS[piece.sort]
        for place, word in enumerate(words := piece.text.split()):
            first, last = opens if not place else "", closes if place == len(words) - 1 else ""
            yield (f"{first}{word}{last} ", tone)
