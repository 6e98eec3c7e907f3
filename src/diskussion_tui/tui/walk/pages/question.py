"""The page of a question: what is asked, and the notes under it, in a column for each kind where there is room.

Setting the notes is what takes time where they are many, and walking to and fro changes none of them: what was set is
remembered as long as they and the window are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.tui.rows import Block, Row, clipped, row_length
from diskussion_tui.tui.view import Page, title_row, verdict_rows, wording_rows
from diskussion_tui.tui.walk.pages.filtering import filter_row
from diskussion_tui.tui.walk.pages.notes import note_blocks
from diskussion_tui.tui.widgets.board import GAP, column_widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.domain.workbook.workbook import Kind, Question
    from diskussion_tui.tui.view import View

_NARROWEST_COLUMN = 18
_MOST = 64
"""More questions than a workbook has."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The notes of a question as they are set: the blocks of each column, and how many notes there are of each kind."""

    blocks: tuple[tuple[Block, ...], ...]
    counts: tuple[int, ...] = ()


_set: dict[tuple[str, int], tuple[View, Columns]] = {}
"""What was set for a question and a width, and the view that it was set from."""


def question_page(view: View, step: Step) -> Page:
    """The page of a question's step."""
    question = step.question
    if question is None:
        return Page((title_row(step),))
    columns = columns_of(view, question)
    lead = (
        title_row(step),
        *wording_rows(view, step, view.text_width),
        *verdict_rows(view, step, always=True),
        filter_row(view, question.id),
        *(_heads(view, columns.counts) if columns.counts else ()),
    )
    return Page(lead, columns.blocks)


def columns_of(view: View, question: Question) -> Columns:
    """The notes of a question as they are set in a view."""
    key = (question.id, view.width)
    if key in _set and _alike(_set[key][0], view):
        return _set[key][1]
    if len(_set) >= _MOST:
        _set.clear()
    columns = _by_kind(view, question.id) if question.asks == "kinds" else _all(view, question.id)
    _set[key] = (view, columns)
    return columns


def _alike(before: View, now: View) -> bool:
    """Whether two views of the same question and width show its notes alike: whichever kind is being written into."""
    same = (
        before.session.by_question is now.session.by_question,
        before.workbook is now.workbook,
        before.words is now.words,
        before.filtered == now.filtered,
        before.marked == now.marked,
    )
    return all(same)


def _all(view: View, question: str) -> Columns:
    empty = view.words.filtering.none_here if view.filtered else ""
    asked = view.workbook.question(question)
    if not empty and asked and asked.asks == "own" and not view.session.wording(question):
        empty = view.words.walk.no_own_question
    return Columns((note_blocks(view, view.notes_of(question), view.text_width, empty=empty),))


def _by_kind(view: View, question: str) -> Columns:
    """The notes of each kind, beside each other or, where that is too narrow, under each other.

    Those of a kind that the workbook does not have stand below the last.
    """
    kinds = view.workbook.kinds
    sorted_: dict[str, list[Note]] = {kind.id: [] for kind in kinds}
    other: list[Note] = []
    for note in view.notes_of(question):
        sorted_.get(note.kind, other).append(note)
    counts = tuple(len(notes) for notes in sorted_.values())
    columns: Sequence[list[Note]] = list(sorted_.values())
    columns[-1].extend(other)
    empty = view.words.filtering.none_here if view.filtered else ""
    if side_by_side(view):
        empty = empty or view.words.walk.no_notes_of_kind
        widths = column_widths(view.width, len(columns))
        blocks = (
            note_blocks(view, notes, cells, empty=empty) for notes, cells in zip(columns, widths, strict=True)
        )
        return Columns(tuple(blocks), counts)
    every = [note for notes in columns for note in notes]
    return Columns((note_blocks(view, every, view.width, empty=empty),), counts)


def side_by_side(view: View) -> bool:
    """Whether the kinds have a column each: they do as long as a column can hold a few words."""
    return min(column_widths(view.width, len(view.workbook.kinds)), default=0) >= _NARROWEST_COLUMN


def _heads(view: View, counts: Sequence[int]) -> tuple[Row, ...]:
    """The kinds with their counts over their columns, the one being written into as a filled badge."""
    kinds = view.workbook.kinds
    heads = [
        _head(kind, count, chosen=kind.id == view.kind) for kind, count in zip(kinds, counts, strict=True)
    ]
    row: list[tuple[str, str]] = []
    if not side_by_side(view):
        for head in heads:
            row += [*head, ("  ", "text")]
        return (clipped(tuple(row), view.width),)
    for head, cells in zip(heads, column_widths(view.width, len(kinds)), strict=True):
        shown = clipped(head, cells)
        row += [*shown, (" " * (cells - row_length(shown) + GAP), "text")]
    return (tuple(row),)


def _head(kind: Kind, count: int, *, chosen: bool) -> Row:
    badge = f"badge-{kind.role}" if chosen else kind.role
    return ((f"{kind.sign} {kind.label} ", badge), (f" {count}", "muted"))
