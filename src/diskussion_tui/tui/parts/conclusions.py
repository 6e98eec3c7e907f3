"""What the group makes of its notes as blocks: by section and sort in the summary, and what is left since last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from diskussion_tui.domain.session.conclusions import by_section, conclusion, is_overdue
from diskussion_tui.domain.workbook import layout
from diskussion_tui.tui.rows import Block, Row, clipped, row_length, text_rows

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.domain.session.records import Conclusion
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.view import View

EARLIER = "sist:"
"""What the id of a block begins with that is about an action of an earlier discussion."""
_APART = " · "


def conclusion_blocks(view: View) -> tuple[Block, ...]:
    """Every conclusion: section by section, the whole last; a line that says what to do where there are none."""
    said, width = view.words.conclusions, view.text_width
    title: Row = ((said.title, "heading"),)
    found = by_section(view.session, [section.id for section in view.workbook.sections])
    if not found:
        return (Block((title, *text_rows(said.none_yet, width, "muted"), ())),)
    blocks = [Block((title,))]
    for section, those in found:
        blocks.append(Block((clipped(section_row(view, section), width),)))
        blocks += [conclusion_block(one, view.words, width, view.today) for one in those]
        blocks.append(Block(((),)))
    return tuple(blocks)


def section_row(view: View, section: str) -> Row:
    """What a section is called, as a heading; the whole where it is empty."""
    known = view.workbook.section(section)
    if not section:
        return ((view.words.conclusions.whole, "accent"),)
    return ((f"{section}  ", "accent"), (known.heading if known else "", "accent"))


def conclusion_block(one: Conclusion, words: Texts, width: int, today: dt.date | None = None) -> Block:
    """A conclusion: its sign, its words, and under them who takes it on, until when, and what it rests on."""
    sign = words.conclusions.sign(one.kind, done=one.done)
    return Block(conclusion_rows(one, sign, width, meta_row(one, words, today)), one.id)


def meta_row(one: Conclusion, words: Texts, today: dt.date | None = None) -> Row:
    """Owner, last day, done or late, and how many notes; in words, so that no colour is needed."""
    said = words.conclusions
    late = today is not None and is_overdue(one, today)
    day = one.due.isoformat() if one.due else ""
    parts = (
        (said.done if one.done else "", "muted"),
        (said.owner.format(name=one.owner) if one.owner else "", "muted"),
        ((said.overdue if late else said.due).format(day=day) if day else "", "warning" if late else "muted"),
        (said.of_notes(len(one.notes)) if one.notes else "", "muted"),
    )
    row: list[tuple[str, str]] = []
    for text, tone in parts:
        if text:
            row += [*([(_APART, "muted")] if row else []), (text, tone)]
    return tuple(row)


def last_time_blocks(view: View) -> tuple[Block, ...]:
    """The open actions of the group's earlier discussions, each with what has become of it in this one."""
    if not view.earlier:
        return ()
    said = view.words.conclusions
    title: Row = ((said.last_time, "heading"), (f"   {said.last_time_hint}", "muted"))
    blocks = [_earlier_block(view, one) for one in view.earlier]
    return (Block((clipped(title, view.text_width),)), *blocks, Block(((),)))


def _earlier_block(view: View, earlier: Action) -> Block:
    said = view.words.conclusions
    here = conclusion(view.session, earlier.action.id)
    state = "" if here is None else said.done_here if here.done else said.taken_along
    meta = meta_row(here or earlier.action, view.words, view.today) if not (here and here.done) else ()
    where = said.last_time_of.format(name=earlier.name, day=earlier.date.isoformat())
    row: list[tuple[str, str]] = [(f"✓ {state}", "accent")] if state else []
    for spans in (meta, ((where, "muted"),)):
        if spans:
            row += [*([(_APART, "muted")] if row else []), *spans]
    sign = said.sign(earlier.action.kind, done=bool(here and here.done))
    rows = conclusion_rows(earlier.action, sign, view.text_width, tuple(row))
    return Block(rows, f"{EARLIER}{earlier.action.id}")


def conclusion_rows(one: Conclusion, sign: str, width: int, meta: Row) -> tuple[Row, ...]:
    """The words of a conclusion behind its sign, and under them what is told of it."""
    indent = cell_len(sign) + 3
    tone = "muted" if one.done else "text"
    wrapped = layout.wrap(one.text, width - indent, measure=cell_len)
    rows: list[Row] = [
        (("  ", "text"), (sign if not place else " " * len(sign), "accent"), (f" {line}", tone))
        for place, line in enumerate(wrapped)
    ]
    return (*rows, *_meta_rows(meta, indent, width))


def _meta_rows(meta: Row, indent: int, width: int) -> Iterator[Row]:
    """What stands under a conclusion, in as many lines as it takes: none of it is torn."""
    begun: Row = ((" " * indent, "text"),)
    row = begun
    for part in (span for span in meta if span[0] != _APART):
        longer: Row = (*row, *(((_APART, "muted"),) if len(row) > 1 else ()), part)
        if len(row) > 1 and row_length(longer) > width:
            yield row
            longer = (*begun, part)
        row = longer
    if len(row) > 1:
        yield clipped(row, width)
