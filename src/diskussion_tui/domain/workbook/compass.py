"""The cells of the compass: each form of care in its area, and each branch; and what the notes on them add up to.

A cell's id is readable, since it stands in session files: `area/form`, or the branch's name. The same form can stand in
two areas and is then two cells. Counting takes any notes, so that what holds for one discussion holds for many.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.workbook.layout import area_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diskussion_tui.domain.workbook.workbook import Compass, Term


@dataclass(frozen=True, slots=True)
class Cell:
    """A place on the compass. `area` is the name of the area it stands in, empty for a branch."""

    id: str
    name: str
    area: str = ""

    @property
    def label(self) -> str:
        """The name, with the area that tells it from its namesake in another one."""
        return f"{self.name} ({self.area})" if self.area else self.name


@dataclass(frozen=True, slots=True)
class Group:
    """Cells under one heading: those of an area, or the branches. `heading` is empty for cells of another workbook."""

    heading: str
    cells: tuple[Cell, ...]


def cells_of(compass: Compass) -> tuple[Cell, ...]:
    """Every cell in reading order: the forms area by area, then the branches."""
    forms = [Cell(f"{area.id}/{form}", form, area.name) for area in compass.areas for form in area.forms]
    return (*forms, *(Cell(branch, branch) for branch in compass.branches))


def cell_named(compass: Compass | None, cell_id: str) -> Cell:
    """The cell of an id; one that the compass does not have is called what stands behind its slash."""
    known = _by_id(compass) if compass else {}
    return known.get(cell_id) or _unknown(cell_id)


@lru_cache(maxsize=4)
def _by_id(compass: Compass) -> dict[str, Cell]:
    """The cells by id, remembered: every note of a page asks for its own."""
    return {cell.id: cell for cell in cells_of(compass)}


def groups_of(compass: Compass | None, placed: Iterable[str] = ()) -> tuple[Group, ...]:
    """The compass under its headings; what is placed on cells that it does not have stands last, so that none is unseen."""
    groups: list[Group] = []
    known: tuple[Cell, ...] = ()
    if compass:
        known = cells_of(compass)
        for area in compass.areas:
            ids = {f"{area.id}/{form}" for form in area.forms}
            groups.append(Group(area_name(area), tuple(cell for cell in known if cell.id in ids)))
        groups.append(Group(compass.branch_label, tuple(cell for cell in known if not cell.area)))
    others = sorted(set(placed) - {cell.id for cell in known})
    return (*groups, *((Group("", tuple(map(_unknown, others))),) if others else ()))


def also_called(cell: Cell, glossary: Iterable[Term]) -> str:
    """What else a cell is found by: the meaning of the short forms in its name, and the short forms of its words."""
    name = folded(cell.name)
    words = name.replace("-", " ").split()
    found = [
        term.meaning if folded(term.term) in words else term.term
        for term in glossary
        if folded(term.term) in words or folded(term.meaning) in name
    ]
    return " ".join(found)


def cells_meant(given: str, compass: Compass, glossary: Sequence[Term] = ()) -> tuple[Cell, ...]:
    """The cells that somebody may mean: by id, else by name, by what it is also called, by the beginning or any part of either."""
    wanted, cells = folded(clean_line(given)), cells_of(compass)
    if not wanted:
        return ()
    names = {cell.id: folded(cell.name) for cell in cells}
    said = {cell.id: f"{names[cell.id]} {folded(also_called(cell, glossary))}".strip() for cell in cells}
    called = {cell.id: folded(also_called(cell, glossary)) for cell in cells}
    ways = (
        [cell for cell in cells if folded(cell.id) == wanted],
        [cell for cell in cells if names[cell.id] == wanted],
        [cell for cell in cells if folded(cell.label) == wanted or called[cell.id] == wanted],
        [cell for cell in cells if names[cell.id].startswith(wanted)],
        [cell for cell in cells if wanted in said[cell.id]],
    )
    return next((tuple(found) for found in ways if found), ())


def _unknown(cell_id: str) -> Cell:
    area, slash, form = cell_id.partition("/")
    return (
        Cell(cell_id, clean_line(form), clean_line(area))
        if slash and form
        else Cell(cell_id, clean_line(cell_id))
    )
