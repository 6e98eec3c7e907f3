"""What stands on the walk's screen around the page, as rows, and how wide each part of it is. Reads the walk and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.tui import chrome
from diskussion_tui.tui.dialogs.box import LOW
from diskussion_tui.tui.rows import row_length
from diskussion_tui.tui.view import Page, one_block
from diskussion_tui.tui.walk import pages
from diskussion_tui.tui.walk.pages.filtering import filter_said
from diskussion_tui.tui.walk.tasks.note import badge
from diskussion_tui.tui.wall.layouts import wall_rows
from diskussion_tui.tui.wall.stage import Stage

if TYPE_CHECKING:
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.walk.screen import Walk

RAIL_FROM, BESIDE_FROM, BOTH_FROM = 110, 140, 170
"""From how many columns the steps stand as a rail, the picture beside the question instead, and both."""
RAIL, BESIDE = 34, 56
"""How wide those are, as in the style sheet."""


def has_rail(columns: int) -> bool:
    """Whether there is room for the steps beside the page."""
    return RAIL_FROM <= columns < BESIDE_FROM or columns >= BOTH_FROM


def has_beside(walk: Walk) -> bool:
    """Whether the picture stands beside the question."""
    step = walk.step
    return (
        walk.app.size.width >= BESIDE_FROM
        and step.section is not None
        and step.role != "picture"
        and not walk.big
    )


def page_width(walk: Walk) -> int:
    """How many columns the page has."""
    width = walk.app.size.width - 5  # margins, and the board's last column
    if has_rail(walk.app.size.width):
        width -= RAIL
    if has_beside(walk):
        width -= BESIDE
    return max(20, width)


def page(walk: Walk) -> Page:
    """The step's page, or what the room reads of it."""
    if walk.big:
        return Page((), (one_block(wall_rows(stage(walk))),))
    shown = pages.page(walk.view(page_width(walk)), walk.step)
    if walk.app.size.height >= LOW:
        return shown
    return replace(shown, lead=tuple(row for row in shown.lead if row))


def stage(walk: Walk) -> Stage:
    """What the room reads on this screen, the line standing under it."""
    columns, rows = walk.app.size
    draft = walk.session.draft(walk.workshop.writer)
    question = walk.step.question
    said = filter_said(walk.view(columns), question.id) if walk.filtered and question else ""
    at = Stage.at(walk.workshop, walk.words, walk.step, (columns, rows - drawn_below(walk)))
    return replace(at, back=draft.back if draft else 0, filtered=walk.filtered, said=said)


def drawn_below(walk: Walk) -> int:
    """How many rows the line takes of a screen that the room reads."""
    if not walk.writes:
        return 0
    return 1 if walk.has_class("-low") else 2


def beside(walk: Walk) -> tuple[Row, ...]:
    """The picture of the section in view."""
    view = replace(walk.view(BESIDE - 4), kind="")
    picture = pages.page(view, replace(walk.step, role="picture"))
    read = (column for column in picture.columns if isinstance(column, tuple))
    return (*picture.lead, *(row for column in read for block in column for row in block.rows))


def rail(walk: Walk) -> tuple[Row, ...]:
    """Every step, the one in view among them."""
    return pages.rail_rows(walk.view(RAIL - 2), walk.workshop.steps, walk.step.id, RAIL - 2)


def header(walk: Walk) -> tuple[Row, ...]:
    """Where we are, how long is left, how far the discussion has come, and that it is saved."""
    width, workshop, words = walk.app.size.width, walk.workshop, walk.words
    name = walk.session.head.name
    left: Row = ((f"{workshop.workbook.short_title}  ·  ", "muted"), (name, "heading"))
    clock = ((words.terms.final, "accent"),) if walk.session.final else chrome.clock_row(workshop, words)
    if row_length((*left, *clock)) > width - 6:
        left = ((name, "heading"),)
    saving = chrome.saving_row(workshop, words, practising=walk.practising)
    progress = pages.progress_row(walk.view(width), workshop.steps, walk.step.id)
    first, *others = chrome.header_rows(left, clock, progress, saving, width)
    return (walk.alarm.lit(first), *others)


def prompt_width(walk: Walk, prompt: Row) -> int:
    """How wide the prompt is: as the widest kind, so that the words stay in place wherever the kind turns."""
    kinds = (row_length(badge(kind)) for kind in walk.workshop.workbook.kinds)
    return max(row_length(prompt), max(kinds, default=0))
