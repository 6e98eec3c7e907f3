"""The page of each step of the walk: a lead that stays, and columns that scroll under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.reports.fields import details_of
from diskussion_tui.tui.columns import GAP, even, side_by_side
from diskussion_tui.tui.parts.compass import compass_page
from diskussion_tui.tui.parts.conclusions import last_time_blocks
from diskussion_tui.tui.rows import Block, Row, rows_of, text_rows
from diskussion_tui.tui.view import (
    MARGIN,
    TEXT_WIDTH,
    Page,
    one_block,
    title_row,
)
from diskussion_tui.tui.walk.pages.filtering import filter_row
from diskussion_tui.tui.walk.pages.notes import block_of, note_stack
from diskussion_tui.tui.walk.pages.overview import summary_blocks
from diskussion_tui.tui.walk.pages.question import question_page
from diskussion_tui.tui.widgets.column import Stack, Unnamed
from diskussion_tui.tui.widgets.heads import Head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.view import View


ENDING = "ending"
"""The id of the choice that stands last in the summary."""


def page(view: View, step: Step) -> Page:
    """The page of a step."""
    pages = {
        "start": _start,
        "compass": compass_page,
        "picture": _picture,
        "question": question_page,
        "reflection": _reflection,
        "end": _end,
    }
    return pages[step.role](view, step)


def background_rows(workbook: Workbook, words: Texts, width: int) -> tuple[Row, ...]:
    """The background and the short forms, to be read."""
    width = min(width, TEXT_WIDTH)
    terms: tuple[Row, ...] = ((), ((words.terms.glossary, "heading"),)) if workbook.glossary else ()
    return (
        *rows_of(layout.background(workbook.background, width)),
        *terms,
        *rows_of(layout.glossary(workbook.glossary, width)),
    )


def _start(view: View, step: Step) -> Page:
    workbook, words, head = view.workbook, view.words, view.session.head
    said = [f"{label}: {value}" for label, value in details_of(head, words)]
    lead = (
        ((workbook.title, "heading"),),
        ((workbook.subtitle, "muted"),),
        *(text_rows(workbook.provenance, view.text_width, "muted") if workbook.provenance else ()),
        (),
        *text_rows(head.name, view.text_width, "accent"),
    )
    details = Block((*_side_by_side(said, view.text_width), ()))
    rows = (
        ((step.heading, "heading"),),
        *rows_of(layout.introduction(workbook.introduction, view.text_width)),
    )
    return Page(lead, ((details, *last_time_blocks(view), *one_block(rows)),))


def _side_by_side(said: Iterable[str], width: int) -> Iterator[Row]:
    """Short texts, as many on a line as go whole; one that is too long takes lines of its own."""
    line = ""
    for one in said:
        longer = f"{line}   {one}" if line else one
        if line and cell_len(longer) > width:
            yield from text_rows(line, width, "muted")
            longer = one
        line = longer
    yield from text_rows(line, width, "muted")


def _picture(view: View, step: Step) -> Page:
    if step.section is None:
        return Page((title_row(step),))
    rows = rows_of(layout.picture(step.section, view.text_width - MARGIN))
    return Page((title_row(step), ()), (one_block(_indented(rows)),))


def _reflection(view: View, step: Step) -> Page:
    question = step.question
    if question is None:
        return Page((title_row(step),))
    asked = text_rows(
        view.workbook.reflections.text, view.text_width - MARGIN, "text", " " * MARGIN, " " * MARGIN
    )
    beside = view.words.walk.groups_notes if step.section else view.words.walk.other_reflections
    own: Row = ((view.words.terms.reflections, "heading"),)
    heads = (Head(own, own), Head(((beside, "muted"),), ((beside, "muted"),)))
    together = side_by_side(len(heads), view.width)
    cells = tuple(even(view.width - GAP, len(heads))) if together else (view.text_width, view.text_width)
    empty = view.words.filtering.none_here if view.filtered else ""
    notes = note_stack(view, view.notes_of(question.id), cells[0], empty=empty)
    columns = (notes, _said_before(view, step, cells[1]))
    lead = (title_row(step), *asked, filter_row(view, question.id))
    return Page(lead, columns, heads, cells if together else ())


def _said_before(view: View, step: Step, width: int) -> Stack:
    """What the group has said in the section looked back on, or in the other reflections: to read, not to change."""
    if step.section:
        asked = [question.id for question in step.section.questions]
    else:
        asked = [field.id for field in view.workbook.reflections.fields if field.id != step.id]
    said: list[Note | Block] = []
    for question in asked:
        given = view.session.verdict(question)
        verdict = next((one.label for one in view.workbook.verdicts if one.id == given), "")
        if verdict:
            said.append(Block((((f"{question.rpartition('.')[2]}  ", "muted"), (verdict, "lead")),)))
        said += view.session.notes_of(question)

    def draw(place: int) -> Block:
        one = said[place]
        return one if isinstance(one, Block) else block_of(view, one, width, id_of=False)

    empty = text_rows(view.words.walk.no_notes_in_section, width, "muted")
    return Stack(Unnamed(len(said)), draw, view.words.walk, empty)


def _end(view: View, step: Step) -> Page:
    folder, _, name = view.file.rpartition("/") if "/" in view.file else view.file.rpartition("\\")
    closing = Block((*rows_of(layout.closing(view.workbook.closing, view.text_width, name)), ()))
    where = (
        *text_rows(f"{view.words.terms.file_name}: {name}", view.text_width, "muted"),
        *text_rows(f"{view.words.walk.path}: {folder}", view.text_width, "muted"),
    )
    heading = step.heading if view.session.final else view.words.walk.summary
    lead: tuple[Row, ...] = (((heading, "heading"),),)
    said = view.words.walk.open_again if view.session.final else view.words.walk.make_final
    ending = Block(text_rows(said, view.text_width, "accent", "  ", "  "), ENDING)
    summary = summary_blocks(view, steps_of(view.workbook))
    return Page(lead, ((Block((*where, ())), *summary, closing, ending),))


def _indented(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(((" " * MARGIN, "text"), *row) for row in rows)
