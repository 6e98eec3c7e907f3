"""A compilation as values for other programs: JSON with what lies behind each number, and rows for CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.compilation_kept import NOTHING_MISSING
from diskussion_tui.domain.analysis.compilation_published import NOT_PUBLISHED, masked
from diskussion_tui.reports.compilation import Labels, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_cells import Cell, Ref, Table
    from diskussion_tui.domain.analysis.compilation_kept import Kept, Missing
    from diskussion_tui.domain.analysis.compilation_published import Masked
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.profile import Published
    from diskussion_tui.texts.catalogue import Texts

HEAD = ("table", "row", "row_label", "column", "column_label", "value", "discussions")
NAMED = ("counted", *HEAD[1:])
"""The same as `texts.fields` names them: a table of numbers is no table that people sit at."""
"""The columns of `rows`, whatever the language: they are for programs."""


def values(
    kept: Kept,
    of: Compilation,
    workbook: Workbook | None,
    words: Texts,
    *,
    publish: Published | None = None,
    missing: Missing = NOTHING_MISSING,
) -> dict[str, object]:
    """A compilation as JSON has it, with the files that are `missing` in it, for anybody how many. Published, small numbers are null and nothing leads to single notes or discussions."""
    labels, hidden = Labels(of, workbook, words, publish), masked(of, kept.threshold) if publish else None
    told: dict[str, object] = {
        "name": labels.said(kept.name),
        "query": labels.said(kept.query),
        "text": labels.said(kept.text),
        "threshold": kept.threshold,
        "published": publish is not None,
        "published_because": publish.reason if publish else "",
        "settled_after": of.settled,
        "tables": {
            table.id: _table_values(table, labels, hidden)
            for table in of.tables.values()
            if not (publish and table.id in NOT_PUBLISHED)
        },
        "quotes": [
            _note_values(ref, of, publish, words.report.hidden_name) for ref in kept.quotes if ref in of.notes
        ],
    }
    told["unread"] = len(missing.unread) if publish else missing.unread
    told["partly_read"] = len(missing.partly) if publish else missing.partly
    if not publish:
        told["discussions"] = [
            {"id": key, "name": one.name, "date": one.date, "unit": one.unit, "sha256": of.files.get(key, ())}
            for key, one in ((key, of.discussions[key]) for key in of.order)
        ]
        told["notes"] = [_note_values(ref, of) for ref in of.notes]
    return told


def rows(
    kept: Kept, of: Compilation, workbook: Workbook | None, words: Texts, *, publish: Published | None = None
) -> Iterator[tuple[str, str, str, str, str, int | str, int | str]]:
    """Every number as a row under `HEAD`; published, a small one as it is shown, and no other column that tells of it."""
    labels, hidden = Labels(of, workbook, words, publish), masked(of, kept.threshold) if publish else None
    for cell in of.cells():
        if publish and cell.table in NOT_PUBLISHED:
            continue
        secret = hidden is not None and hidden.hides(cell)
        value: int | str = shown(cell, hidden, kept.threshold, words) if secret else cell.value
        yield (
            cell.table,
            labels.id_of(cell.row),
            labels.row(cell.table, cell.row),
            cell.column,
            labels.column(cell.column).head,
            value,
            "" if publish else cell.spread,
        )


def _table_values(table: Table, labels: Labels, hidden: Masked | None) -> dict[str, object]:
    return {
        "columns": {column: labels.column(column).head for column in table.columns},
        "rows": [
            {
                "id": labels.id_of(line.id),
                "label": labels.row(table.id, line.id),
                "cells": {column: _cell_values(cell, hidden) for column, cell in line.cells.items()},
            }
            for line in table.lines
        ],
    }


def _cell_values(cell: Cell, hidden: Masked | None) -> dict[str, object]:
    if hidden is not None:
        return {"value": None if hidden.hides(cell) else cell.value}
    return {"value": cell.value, "behind": ["/".join(filter(None, ref)) for ref in cell.behind]}


def _note_values(
    ref: Ref, of: Compilation, publish: Published | None = None, hidden: str = ""
) -> dict[str, object]:
    """A note; with what stands for a name, as others may read it."""
    note = of.notes[ref]
    said: dict[str, object] = {"question": note.question, "kind": note.kind, "text": note.text}
    if publish:
        return said | {"text": publish.veiled(note.text, hidden)}
    themes = sorted(of.coded.themes.get(note.id, ()))
    return {
        "id": "/".join(ref),
        **said,
        "supporters": note.supporters,
        "dissent": note.dissent,
        "themes": themes,
    }
