"""Numbers, bars and shades on the screen: pieces of a row as spans, and how far something has come.

How long a bar is and which shade a number has is set in `reports/bars.py`, so that the shell draws the same. Here they get their
tones, and the number that is chosen its mark: a sign, since not everybody sees colours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.reports.bars import bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.reports.compilation_layout import Piece
    from diskussion_tui.tui.rows import Row, Span

MARK = "▸"


def pieces_row(pieces: Sequence[Piece], indent: str = "  ", chosen: str = "") -> Row:
    """Pieces as a row; the number of the column that is chosen has a mark before it.

    A row of nothing but numbers gets no mark of its own then: its first span is empty, and one mark is enough to see where one is.
    """
    bare = bool(chosen and pieces and pieces[0].column)
    row: list[Span] = [("", "text"), (indent, "text")] if bare else [(indent, "text")]
    for piece in pieces:
        if chosen and piece.column == chosen:
            number = piece.text.lstrip(" ")
            blanks = " " * (len(piece.text) - len(number))
            if not blanks:  # the mark takes the blank that stands before the number
                before, tone = row[-1]
                row[-1] = (before[:-1], tone)
            row += [(blanks[1:], "text"), (f"{MARK}{number}", "accent")]
        else:
            row.append((piece.text, piece.tone))
    return tuple(row)


def progress_row(done: int, of: int, width: int, told: str) -> Row:
    """How far something has come: a bar and the numbers in words."""
    room = max(8, min(40, width - len(told) - 6))
    drawn = bar(done, of, room)
    return (("  ", "text"), (drawn, "accent"), ("·" * (room - len(drawn)), "muted"), (f"  {told}", "text"))
