"""The page of a question: what is asked, and the notes under it, in a column for each kind where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.columns import side_by_side, widths
from diskussion_tui.tui.rows import row_length
from diskussion_tui.tui.view import TEXT_WIDTH, Page, title_row, verdict_rows, wording_rows
from diskussion_tui.tui.walk.pages.filtering import filter_row
from diskussion_tui.tui.walk.pages.notes import held_by, longest_word, margin_of, note_stack
from diskussion_tui.tui.widgets.heads import Head

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.domain.workbook.workbook import Kind
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.view import View


def question_page(view: View, step: Step) -> Page:
    """The page of a question's step."""
    question = step.question
    if question is None:
        return Page((title_row(step),))
    lead = (
        title_row(step),
        *wording_rows(view, step, view.text_width),
        *verdict_rows(view, step, always=True),
        filter_row(view, question.id),
    )
    if question.asks == "kinds":
        return _by_kind(view, question.id, lead)
    empty = view.words.filtering.none_here if view.filtered else ""
    if not empty and question.asks == "own" and not view.session.wording(question.id):
        empty = view.words.walk.no_own_question
    return Page(lead, (note_stack(view, view.notes_of(question.id), view.text_width, empty=empty),))


def _by_kind(view: View, question: str, lead: tuple[Row, ...]) -> Page:
    """The notes of each kind beside each other, each column as wide as what it holds; where that is too narrow, one at a time.

    Those of a kind that the workbook does not have stand below the last.
    """
    kinds = view.workbook.kinds
    sorted_: dict[str, list[Note]] = {kind.id: [] for kind in kinds}
    other: list[Note] = []
    for note in view.notes_of(question):
        sorted_.get(note.kind, other).append(note)
    heads = [_head(kind, len(sorted_[kind.id]), chosen=kind.id == view.kind) for kind in kinds]
    columns = [*sorted_.values()]
    columns[-1].extend(other)
    cells = [view.text_width] * len(kinds)
    if beside := side_by_side(len(kinds), view.width):
        wide = [row_length(head.row) for head in heads]
        sign = margin_of(view, question)
        words = [longest_word(notes) + sign for notes in columns]
        cells = widths([*map(held_by, columns)], wide, view.width, TEXT_WIDTH, words)
    empty = view.words.filtering.none_here if view.filtered else view.words.walk.no_notes_of_kind
    stacks = [note_stack(view, notes, wide, empty=empty) for notes, wide in zip(columns, cells, strict=True)]
    front = next((place for place, kind in enumerate(kinds) if kind.id == view.kind), 0)
    return Page(lead, tuple(stacks), tuple(heads), tuple(cells) if beside else (), front)


def _head(kind: Kind, count: int, *, chosen: bool) -> Head:
    """A kind with its count, the one being written into as a filled badge."""
    badge = f"badge-{kind.role}" if chosen else kind.role
    counted = (f" {count}", "muted")
    return Head(((f"{kind.sign} {kind.label} ", badge), counted), ((f"{kind.sign} ", badge), counted))
