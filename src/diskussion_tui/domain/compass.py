"""The cells of the compass: each form of care in its area, and each branch.

A cell's id is readable, since it stands in session files: `area/form`, or the branch's name. The same form can stand in
two areas and is then two cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diskussion_tui.domain.workbook import Compass


@dataclass(frozen=True, slots=True)
class Cell:
    """A place on the compass. `area` is the name of the area it stands in, empty for a branch."""

    id: str
    name: str
    area: str = ""


def cells_of(compass: Compass) -> tuple[Cell, ...]:
    """Every cell in reading order: the forms area by area, then the branches."""
    forms = [Cell(f"{area.id}/{form}", form, area.name) for area in compass.areas for form in area.forms]
    return (*forms, *(Cell(branch, branch) for branch in compass.branches))
