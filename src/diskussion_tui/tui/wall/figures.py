"""Large figures: a time that is read from the back row."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diskussion_tui.tui.rows import Row

_FIGURES = {
    "0": ("███", "█ █", "█ █", "█ █", "███"),
    "1": (" █ ", "██ ", " █ ", " █ ", "███"),
    "2": ("███", "  █", "███", "█  ", "███"),
    "3": ("███", "  █", "███", "  █", "███"),
    "4": ("█ █", "█ █", "███", "  █", "  █"),
    "5": ("███", "█  ", "███", "  █", "███"),
    "6": ("███", "█  ", "███", "█ █", "███"),
    "7": ("███", "  █", "  █", "  █", "  █"),
    "8": ("███", "█ █", "███", "█ █", "███"),
    "9": ("███", "█ █", "███", "  █", "███"),
    ":": (" ", "█", " ", "█", " "),
}
HIGH = 5
"""How many rows a figure has at its smallest."""
_LARGEST = 6
"""So many times as large at the most: beyond that one does not see them as one."""


def large(text: str, width: int, rows: int) -> tuple[Row, ...]:
    """A time in figures as large as there is room for, five rows at the least; nothing where there is none."""
    small = ["  ".join(_FIGURES[sign][line] for sign in text) for line in range(HIGH)]
    wide = min(width // len(small[0]), _LARGEST)
    high = min(wide, rows // HIGH)
    wide = min(wide, 2 * high)
    if not high or not wide:
        return ()
    lines = ["".join(sign * wide for sign in line) for line in small]
    return tuple(((line, "heading"),) for line in lines for _ in range(high))
