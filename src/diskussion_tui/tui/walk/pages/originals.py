"""The trail of a merged note: every note it came from, at any depth, each with what the group made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.merging import originals_of
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.marks import apart
from diskussion_tui.tui.rows import Row, text_rows
from diskussion_tui.tui.walk.pages.notes import block_of

if TYPE_CHECKING:
    from diskussion_tui.domain.session.merging import Original
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.tui.view import View

_STEP = 3
_NARROWEST = 24


def original_rows(view: View, note: Note, width: int) -> tuple[Row, ...]:
    """The note itself, and under it those it was merged from, those of a merged one set in under it."""
    width = min(width, view.width)
    rows: list[Row] = [*block_of(view, note, width, id_of=False).rows, ()]
    for one in originals_of(view.session, note):
        indent = min(_STEP * (one.depth + 1), max(0, width - _NARROWEST))
        rows += [((" " * indent, "text"), *row) for row in _rows(view, one, width - indent)]
        rows.append(())
    return tuple(rows[:-1])


def _rows(view: View, one: Original, width: int) -> tuple[Row, ...]:
    said = view.words.merging
    if one.note is None:
        return text_rows(said.purged, width, "muted", "• ", "  ")
    kind = view.workbook.kind(one.note.kind)
    block = block_of(view, one.note, width, id_of=False)
    told = [
        called(one.note.question),
        kind.label if kind else "",
        *apart(one, view.words),
        view.words.walk.version_gone if one.note.gone else "",
    ]
    return (*block.rows, *text_rows(" · ".join(filter(None, told)), width, "muted", "  ", "  "))
