"""The facilitator's cues: what each is for in a column of its own, so that a glance finds the one that is needed.

A cue may begin with a word and a colon (*Säg:*, *Fråga:*, *Metod:*). Which words those are is the workbook's to say; one
without such a word stands in the column beside all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.view import TEXT_WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.tui.rows import Row

_LONGEST = 12
"""The longest that such a word may be, in cells; a sentence with a colon in it is no word."""


def cue_rows(cues: Sequence[str], width: int) -> tuple[Row, ...]:
    """The cues set for a width, with air between them; cues of one sort after another name it once."""
    named = [_named(cue) for cue in cues]
    column = max((cell_len(name) for name, _ in named), default=0)
    column += 3 if column else 0
    rows: list[Row] = []
    before = ""
    for name, text in named:
        shown = "" if name == before else name
        lines = text_rows(text, min(width, TEXT_WIDTH) - column)
        for place, line in enumerate(lines):
            lead = shown if not place else ""
            rows.append(((lead + " " * (column - cell_len(lead)), "heading"), *line))
        rows.append(())
        before = name
    return tuple(rows[:-1])


def _named(cue: str) -> tuple[str, str]:
    """What a cue is for, empty where it does not say, and the cue itself."""
    name, colon, text = cue.partition(": ")
    if colon and name.isalpha() and cell_len(name) <= _LONGEST:
        return name, text.strip()
    return "", cue
