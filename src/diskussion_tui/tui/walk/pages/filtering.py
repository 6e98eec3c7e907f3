"""What is said of a filter: its name, and over the notes that some are shown, how many of how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.workbook.compass import cell_named, cells_of
from diskussion_tui.tui.rows import Row, clipped
from diskussion_tui.tui.view import MARGIN

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.filters import Filter
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.view import View


def filter_name(wanted: Filter, workbook: Workbook, words: Texts) -> str:
    """A filter in words, with the sign that its notes carry."""
    said = words.filtering
    if wanted.sort == "table" and not wanted.value:
        return said.no_table
    value = wanted.value
    if wanted.sort == "kind":
        kind = workbook.kind(value)
        value = f"{kind.sign} {kind.label}" if kind else value
    elif wanted.sort == "cell":
        value = _cell_name(value, workbook)
    template: str = getattr(said, wanted.sort)
    return template.format(value=value.lstrip("#@"))


def _cell_name(cell_id: str, workbook: Workbook) -> str:
    """A cell's name, with its area only where another has the same: the line over the notes is short."""
    cell = cell_named(workbook.compass, cell_id)
    namesakes = [one for one in cells_of(workbook.compass) if one.name == cell.name]
    return cell.label if len(namesakes) > 1 else cell.name


def filter_row(view: View, question: str) -> Row:
    """The line over the notes: blank, or what is filtered and how many notes of how many are shown."""
    return ((" " * MARGIN, "text"), (filter_said(view, question), "accent")) if view.filtered else ()


def filter_said(view: View, question: str) -> str:
    """What is filtered, how many notes of how many are shown, and how to see them all; empty without a filter."""
    if view.filtered is None:
        return ""
    said, width = view.words.filtering, view.text_width - MARGIN
    counts = {"shown": len(view.notes_of(question)), "all": len(view.session.notes_of(question))}
    room = width - len(said.on.format(name="", **counts))
    name = filter_name(view.filtered.filter, view.workbook, view.words)
    return said.on.format(name="".join(text for text, _ in clipped(((name, "text"),), room)), **counts)
