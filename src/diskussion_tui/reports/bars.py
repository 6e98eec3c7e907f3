"""Numbers as pictures of a terminal: bars in eighths of a cell, columns beside each other, and shades for a map.

Each stands beside its number and never instead of it, so that nothing hangs on a font, on colour or on sight. Bars grow with the
value; shades have four steps that differ without colour too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

EIGHTHS = "▏▎▍▌▋▊▉"
"""Blocks of one to seven eighths of a cell, from the left."""
STEPS = "▁▂▃▄▅▆▇█"
"""Columns of one to eight eighths of a cell, from below."""
SHADES = " ░▒▓█"
"""Nothing, and four shades."""


def bar(value: int, most: int, cells: int) -> str:
    """A bar as long as its value, `cells` cells for `most`; whatever is not nothing shows."""
    if value <= 0 or most <= 0:
        return ""
    eighths = min(cells * 8, max(1, (2 * value * cells * 8 + most) // (2 * most)))
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (EIGHTHS[rest - 1] if rest else "")


def spark(values: Sequence[int]) -> str:
    """Values as columns beside each other; nothing is a blank."""
    most = max(values, default=0)
    return "".join(STEPS[-(-value * 8 // most) - 1] if value > 0 else " " for value in values)


def shade(value: int, most: int) -> int:
    """Which of the shades a value has among values up to `most`: 0 is nothing, 4 the most."""
    return min(4, -(-value * 4 // most)) if value > 0 and most > 0 else 0


def thinned(values: Sequence[int], cells: int) -> list[int]:
    """Values that only grow, or that are looked at as a whole, in at most `cells` columns: the last one of each stretch."""
    if len(values) <= cells:
        return list(values)
    return [values[(number + 1) * len(values) // cells - 1] for number in range(cells)]
