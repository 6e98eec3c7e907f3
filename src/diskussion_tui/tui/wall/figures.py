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


def large(text: str, width: int, rows: int) -> tuple[Row, ...]:
    """A time in figures of five rows, or of ten where there is room; nothing where there is none."""
    small = ["  ".join(_FIGURES[sign][line] for sign in text) for line in range(HIGH)]
    double = ["".join(sign * 2 for sign in line) for line in small]
    for lines, times in ((double, 2), (double, 1), (small, 1)):
        if len(lines[0]) <= width and HIGH * times <= rows:
            return tuple(((line, "heading"),) for line in lines for _ in range(times))
    return ()
