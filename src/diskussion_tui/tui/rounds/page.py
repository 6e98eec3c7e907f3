"""A round of prioritising as rows: what is counted, in an order that stands still, and what came out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import rounds
from diskussion_tui.tui.parts.rounds import became, place_words, round_name
from diskussion_tui.tui.rows import Block, Row, row_length, text_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session.records import Round
    from diskussion_tui.domain.session.rounds import Standing
    from diskussion_tui.tui.view import View

_PLACE, _DOTS = 5, 4


def ranking_blocks(view: View, of: Round) -> tuple[Block, ...]:
    """The notes of a round: by place once it is over or where they are put in order, in the section's order while counted."""
    counting = of.method == "prickar" and not of.closed
    every = rounds.ballot(view.session, of) if counting else rounds.standings(view.session, of)
    digits = len(str(len(every)))
    numbers = [str(place).rjust(digits) if counting else "" for place in range(1, len(every) + 1)]
    blocks = [
        Block(_rows(view, of, one, view.text_width, counting=counting, number=number), one.note)
        for one, number in zip(every, numbers, strict=True)
    ]
    return tuple(blocks) or (Block(text_rows(view.words.rounds.empty, view.text_width, "muted")),)


def top_blocks(view: View, every: Iterable[tuple[str, str]]) -> tuple[Block, ...]:
    """What came out on top in the latest closed round of each section, given as id and heading."""
    blocks: list[Block] = []
    for section, heading in every:
        of = rounds.latest_closed(view.session, section)
        top = rounds.leading(view.session, of) if of else ()
        if of and top:
            name = round_name(view.session, of, view.words)
            title = (
                (f"{view.words.rounds.heading}: {section}  {heading}", "heading"),
                (f"  {name}", "muted"),
            )
            rows = (
                title if row_length(title) <= view.width else title[:1],
                *(row for one in top for row in _rows(view, of, one, view.text_width)),
                (),
            )
            blocks.append(Block(rows))
    return tuple(blocks)


def _rows(
    view: View, of: Round, one: Standing, width: int, *, counting: bool = False, number: str = ""
) -> tuple[Row, ...]:
    """A note with its place, its dots or both before it, the number it is called by, and what has become of it below."""
    lead: list[tuple[str, str]] = [("  ", "text")]
    if not counting:
        lead.append((place_words(one).rjust(_PLACE), "accent" if one.first else "muted"))
    if of.method == "prickar":
        lead.append((str(one.points).rjust(_DOTS), "heading" if counting else "muted"))
    lead.append(("  ", "text"))
    indent = row_length(tuple(lead)) + (len(number) + 1 if number else 0)
    note = view.session.note(one.note)
    kind = view.workbook.kind(note.kind) if note else None
    text = note.text if note else view.words.rounds.purged
    tone = "muted" if one.state else "text"
    lines = text_rows(text, max(10, width - indent - 2), tone)
    sign = (f"{kind.sign if kind else '•'} ", kind.role if kind else "muted")
    called: Row = ((f"{number} ", "muted"),) if number else ()
    rows = [(*lead, *called, sign, *lines[0]), *(((" " * (indent + 2), "text"), *line) for line in lines[1:])]
    below = became(view, one)
    if below:
        rows += [
            ((" " * (indent + 2), "text"), *row) for row in text_rows(below, width - indent - 2, "muted")
        ]
    return tuple(rows)
