"""The compass on paper: the whole of it with the notes' signs in its cells, or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.placing import signs, tally
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.compass import groups_of
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.page import heading, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diskussion_tui.domain.session.session import KindWord, Session
    from diskussion_tui.domain.workbook.workbook import Compass, Workbook
    from diskussion_tui.texts.catalogue import Texts

_INDENT = "  "


def compass(session: Session | None, workbook: Workbook, words: Texts, width: int = 80) -> str:
    """The whole compass, every cell on a line with the signs of its notes; that none is placed is said."""
    return joined(_whole(session, workbook, words, width))


def compass_values(session: Session | None, part: Compass) -> list[dict[str, object]]:
    """Every cell with how many notes of each kind stand on it, as values that JSON knows."""
    there = tally(session.notes()) if session else {}
    return [
        {
            "id": cell.id,
            "name": cell.name,
            "area": cell.area,
            "notes": sum(there.get(cell.id, {}).values()),
            "kinds": dict(sorted(there.get(cell.id, {}).items())),
        }
        for group in groups_of(part, there)
        for cell in group.cells
    ]


def _whole(session: Session | None, workbook: Workbook, words: Texts, width: int) -> Iterator[str]:
    there: Mapping[str, Mapping[str, int]] = tally(session.notes()) if session else {}
    kinds = session.frame.kinds if session else ()
    yield from heading(workbook.compass.heading, width)
    if session:
        yield from layout.wrap(session.head.name, width, measure=cells)
    if session and not there:
        yield from layout.wrap(words.placing.none_placed, width, measure=cells)
    for group in groups_of(workbook.compass, there):
        yield ""
        yield from layout.wrap(group.heading or words.placing.other_cells, width, measure=cells)
        for cell in group.cells:
            yield from _line(cell.name, there.get(cell.id, {}), kinds, width)


def _line(name: str, counts: Mapping[str, int], kinds: Sequence[KindWord], width: int) -> tuple[str, ...]:
    drawn = "".join(text for _, text in signs(counts, kinds))
    return layout.wrap(f"{name}  {drawn}".rstrip(), width, _INDENT, _INDENT * 2, cells)
