"""How wide lines are on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.reports.cells import cells

if TYPE_CHECKING:
    from collections.abc import Iterable


def widest(lines: Iterable[str]) -> int:
    """Cells of the widest line."""
    return max(map(cells, lines), default=0)
