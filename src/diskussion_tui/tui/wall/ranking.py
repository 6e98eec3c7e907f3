"""A round as a room reads it: the ranking as it stands just now, those that share a place beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from diskussion_tui.domain.session import rounds
from diskussion_tui.tui.parts.rounds import became, count_row, place_words, round_name
from diskussion_tui.tui.rows import Block, Row, row_length, text_rows
from diskussion_tui.tui.wall.setting import Set, column_width, fits_in, pages_on, poured, side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.session.records import Round
    from diskussion_tui.domain.session.rounds import Standing
    from diskussion_tui.tui.wall.stage import Stage

_PLACE = 5
_LONGEST_BAR = 20
_TWO_FROM = 110
_WIDEST = 100
_BLOCK = "█"


def ranking(stage: Stage, of: Round, rows: int) -> Set:
    """The notes of a round, the first place first, from the top on; those that nobody has chosen come last."""
    every = rounds.standings(stage.session, of)
    if not every:
        return Set(text_rows(stage.words.rounds.empty, stage.width, "muted"))
    columns = 2 if stage.width >= _TWO_FROM and len(every) > rows // 2 else 1
    cells = min(_WIDEST, column_width(stage.width, columns))
    blocks = [block.rows for block in ranked(stage, of, every, cells)]
    heights = list(map(len, blocks))
    air = 1 if fits_in(columns, rows, 1)(heights) else 0
    pages = pages_on(heights, fits_in(columns, rows, air))
    page = -stage.back % len(pages)
    first, end = pages[page]
    shown = poured(blocks[first:end], columns, rows, air)
    return Set(side_by_side(shown, cells), page, len(pages), first, len(blocks) - end)


def round_rows(stage: Stage, of: Round) -> tuple[Row, ...]:
    """What a round is called and how far it has come."""
    said = ((round_name(stage.session, of, stage.words), "muted"),)
    counted = count_row(stage.session, of, stage.words)
    both = (*said, ("   ", "text"), *counted)
    return (both,) if row_length(both) <= stage.width else (said, counted)


def to_count(stage: Stage, of: Round, heading: str) -> tuple[Block, ...]:
    """A round on one mirrored screen: in the order in which it is counted, so that counting goes on before everybody."""
    counting = of.method == "prickar" and not of.closed
    every = (rounds.ballot if counting else rounds.standings)(stage.session, of)
    title: Row = ((f"{of.section}   ", "accent"), (heading, "heading"))
    return (
        Block((title, *round_rows(stage, of), ())),
        *ranked(stage, of, every, min(_WIDEST, stage.width - 2)),
    )


def ranked(stage: Stage, of: Round, every: Sequence[Standing], width: int) -> tuple[Block, ...]:
    """Notes of a round, each with its place and its dots, and while it is open with the number that the room calls it by."""
    most = max((one.points for one in every), default=0)
    listed = () if of.closed else rounds.ballot(stage.session, of)
    numbers = {one.note: str(number) for number, one in enumerate(listed, 1)}
    digits = len(str(len(listed))) if listed else 0
    return tuple(
        Block(_rows(stage, of, one, width, most, numbers.get(one.note, "").rjust(digits)), one.note)
        for one in every
    )


def _rows(stage: Stage, of: Round, one: Standing, width: int, most: int, number: str) -> tuple[Row, ...]:
    """A note with its place and its number before it; its dots as a bar and a number under it."""
    note = stage.session.note(one.note)
    kind = stage.workbook.kind(note.kind) if note else None
    tone = kind.role if kind else "muted"
    place = place_words(one).rjust(_PLACE)
    sign = f"  {kind.sign if kind else '•'} "
    lead: Row = ((place, "heading" if one.first else "muted"), (sign, tone))
    lead = (*lead, (f"{number}  ", tone)) if number else lead
    indent = " " * row_length(lead)
    text = stage.public(note.text) if note else stage.words.rounds.purged
    lines = text_rows(text, width - len(indent), "text" if one.first and not one.state else "muted")
    found: list[Row] = [(*lead, *lines[0]), *(((indent, "text"), *line) for line in lines[1:])]
    if of.method == "prickar" and one.points:
        room = min(_LONGEST_BAR, width - len(indent) - cell_len(str(one.points)) - 1)
        bar = _BLOCK * max(1, one.points * room // most)
        found.append(((indent, "text"), (bar, tone), (f" {one.points}", "heading")))
    if below := became(stage.view(width), one):
        found += text_rows(below, width, "muted", indent, indent)
    return tuple(found)
