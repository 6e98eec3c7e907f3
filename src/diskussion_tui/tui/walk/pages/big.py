"""The big picture: a step as the room reads it, at most 14 lines of 72 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.records import Conclusion
from diskussion_tui.domain.workbook import layout
from diskussion_tui.tui.parts.conclusions import conclusion_block
from diskussion_tui.tui.rows import clipped, rows_of
from diskussion_tui.tui.view import Page, one_block, title_row, wording_rows
from diskussion_tui.tui.walk.pages.filtering import filter_said
from diskussion_tui.tui.walk.pages.notes import block_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.domain.workbook.workbook import Compass
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.view import View


def big_page(view: View, step: Step) -> Page:
    """The page of a step as the room reads it: at most 14 lines of 72 columns, the latest notes where not all fit."""
    width = layout.BIG_COLUMNS
    if step.role == "picture" and step.section:
        return Page(
            (),
            (
                one_block(
                    (title_row(step), *_spaced(rows_of(layout.picture(step.section, width, airy=False))))
                ),
            ),
        )
    if step.role == "start":
        introduction = view.workbook.introduction
        rows = rows_of(layout.introduction(introduction, width, airy=False))
        return Page((), (one_block((((view.workbook.title, "heading"),), *_spaced(rows))),))
    if step.role == "end" and (rows := _conclusions(view)):
        return Page((), (one_block((((step.heading, "heading"),), (), *rows)),))
    if step.question is None:
        return Page((), (one_block(_fit((((step.heading, "heading"),), (), *_plain_rows(view, step)))),))
    lead: list[Row] = [title_row(step), *wording_rows(view, step, width), ()]
    notes = view.notes_of(step.question.id)
    room = layout.BIG_LINES - len(lead) - 1
    shown: list[Row] = []
    left = len(notes)
    for note in reversed(notes):
        rows = block_of(view, note, width, id_of=False).rows
        if len(shown) + len(rows) > room:
            shown = shown or list(
                rows[:room]
            )  # a note longer than the room: its beginning rather than nothing
            break
        shown = [*rows, *shown]
        left -= 1
    counted = view.words.terms.notes(len(notes)) if not left else view.words.walk.more_above(left)
    counted = f"{counted}  ·  {filter_said(view, step.question.id)}" if view.filtered else counted
    return Page((), (one_block((*lead, *shown, (), clipped(((counted, "muted"),), width))),))


def _conclusions(view: View) -> tuple[Row, ...]:
    """What the group has made of its notes, as much as there is room for, the latest where not all fit."""
    room = layout.BIG_LINES - 2
    made = sorted(view.session.current(Conclusion), key=lambda one: one.id)
    shown: list[Row] = []
    for one in reversed(made):
        rows = conclusion_block(one, view.words, layout.BIG_COLUMNS, view.today).rows
        if len(shown) + len(rows) > room:
            shown = shown or list(rows[:room])
            break
        shown = [*rows, *shown]
    return tuple(shown)


def _plain_rows(view: View, step: Step) -> tuple[Row, ...]:
    if step.role == "compass":
        return _named(
            layout.compass_in_short(view.workbook.compass, layout.BIG_COLUMNS), view.workbook.compass
        )
    return rows_of(layout.closing(view.workbook.closing, layout.BIG_COLUMNS))


def _named(lines: Iterable[layout.Line], compass: Compass) -> tuple[Row, ...]:
    """The compass in short with the names of its areas in bold."""
    names = [*map(layout.area_name, compass.areas), compass.branch_label]
    rows: list[Row] = []
    for line in lines:
        name = next((one for one in names if line.text.startswith(f"{one}:")), "")
        rows.append(((name, "heading"), (line.text.removeprefix(name), "text")))
    return tuple(rows)


def _fit(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows without the blank ones where they would not all fit the big picture."""
    return rows if len(rows) <= layout.BIG_LINES else tuple(row for row in rows if row)


def _spaced(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return ((), *rows) if len(rows) + 2 <= layout.BIG_LINES else rows
