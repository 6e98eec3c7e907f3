"""A document as plain text, for terminals, mails and whatever else has letters of one width: no line is wider than it may be.

A heading has a rule under it, a table its columns, a figure of bars its bars; nothing is said with colour.
"""

from __future__ import annotations

from functools import singledispatch
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from diskussion_tui.domain.workbook import layout
from diskussion_tui.reports.bars import bar
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.document import Bars, Facts, Groups, Heading, Items, Map, Paragraph, Table
from diskussion_tui.reports.page import heading, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diskussion_tui.reports.document import Block, Document, Item

WIDTH = 80
_RULES = {2: "═", 3: "─"}
"""What stands under a heading of a level; a deeper one has only air above it."""
_IN = "  "
_APART = 2
"""Blank cells between two columns."""
_WIDEST_WORD = 24
"""Cells of a word that a column need not be wide enough for."""
_BAR = 24
"""Cells of the longest bar, where there is room for it."""


def text(document: Document, width: int = WIDTH) -> str:
    """The document in lines of at most `width` cells, as far as one word fits into them."""
    blocks = chain.from_iterable(("", *_set(block, width)) for block in document.blocks)
    subtitle = layout.wrap(document.subtitle, width, measure=cells) if document.subtitle else ()
    return joined([*heading(document.title, width, "═"), *subtitle, *blocks]).lstrip("\n")


@singledispatch
def _set(block: Block, _width: int) -> Iterable[str]:
    raise TypeError(type(block))


@_set.register(Heading)
def _heading(block: Heading, width: int) -> Iterable[str]:
    if rule := _RULES.get(block.level):
        return heading(block.text, width, rule)
    hang = " " * (cells(block.text.partition(" ")[0]) + 1)
    return layout.wrap(block.text, width, "", hang if cells(hang) < width // 2 else "", cells)


@_set.register(Paragraph)
def _paragraph(block: Paragraph, width: int) -> Iterable[str]:
    return layout.wrap(block.text, width, measure=cells)


@_set.register(Facts)
def _facts(block: Facts, width: int) -> Iterable[str]:
    return chain.from_iterable(_labelled(label, value, width) for label, value in block.rows)


@_set.register(Items)
def _items(block: Items, width: int) -> Iterable[str]:
    return _list(block.items, width, _IN)


@_set.register(Groups)
def _groups(block: Groups, width: int) -> Iterable[str]:
    """One below the other, each note with the sign of its group."""
    for group in block.groups:
        yield from layout.wrap(f"{group.sign} {group.heading}", width, _IN, _IN * 2, cells)
        yield from _list(group.items, width, _IN * 2, group.sign)


@_set.register(Table)
def _table(block: Table, width: int) -> Iterable[str]:
    yield from layout.wrap(block.caption, width, measure=cells)
    rows = [block.head, *(tuple(map(str, row)) for row in block.rows)]
    numbers = block.numbers()
    widths = _widths(rows, numbers, width)
    whole = sum(widths) + _APART * (len(widths) - 1)
    for place, row in enumerate(rows):
        if whole > width:  # too many columns for a page this narrow: each row a paragraph
            yield from _told_row(block.head, row, width) if place else ()
        else:
            yield from _row(row, widths, numbers)
            yield from () if place else ("─" * whole,)
    if block.rule:
        yield ""
        yield from layout.wrap(block.rule, width, measure=cells)


@_set.register(Bars)
def _bars(block: Bars, width: int) -> Iterable[str]:
    if block.caption:
        yield from layout.wrap(block.caption, width, measure=cells)
    most = max((one.value for one in block.bars), default=0)
    label = min(max((cells(one.label) for one in block.bars), default=0), width // 2)
    room = max(1, min(_BAR, width - label - 8))
    for one in block.bars:
        *above, last = layout.wrap(one.label, label, measure=cells)
        yield from above
        yield f"{_filled(last, label)}{_IN}{bar(one.value, most, room)} {one.shown}"


@_set.register(Map)
def _map(block: Map, width: int) -> Iterable[str]:
    """In text the map is what it says in words: its numbers stand in the table after it."""
    return layout.wrap(block.alternative, width, measure=cells)


def _labelled(label: str, value: str, width: int, indent: str = "") -> Iterator[str]:
    """A value behind its label, below it where that leaves it no room."""
    if cells(label) > width // 2:
        yield from layout.wrap(f"{label}:", width, indent, indent + _IN, cells)
        yield from layout.wrap(value, width, indent + _IN, indent + _IN, cells)
    else:
        yield from layout.wrap(value, width, f"{indent}{label}: ", indent + _IN, cells)


def _list(items: Iterable[Item], width: int, indent: str, sign: str = "") -> Iterator[str]:
    for item in items:
        marks = ", ".join(filter(None, item.marks))
        lead = f"{indent}{item.sign or sign or '•'} "
        hang = " " * cells(lead)
        yield from layout.wrap(f"{item.text}  ({marks})" if marks else item.text, width, lead, hang, cells)
        yield from _list(item.under, width, hang if cells(hang) < width // 2 else indent)


def _widths(rows: Sequence[Sequence[str]], numbers: Sequence[bool], width: int) -> list[int]:
    """How wide each column is: as wide as what stands in it; where that is too much the widest give way, down to their longest word."""
    columns = [[row[place] for row in rows] for place in range(len(numbers))]
    widths = [max(cells(line) for text in column for line in text.split("\n")) for column in columns]
    least = [max(cells(word) for text in column for word in (*text.split(), "")) for column in columns]
    room = width - _APART * (len(widths) - 1)
    while sum(widths) > room:
        shrinking = [place for place, one in enumerate(widths) if one > min(least[place], _WIDEST_WORD)]
        if not shrinking:
            break
        words = [place for place in shrinking if not numbers[place]] or shrinking
        widths[max(words, key=lambda place: widths[place])] -= 1
    return widths


def _row(row: Sequence[str], widths: Sequence[int], numbers: Sequence[bool]) -> Iterator[str]:
    wrapped = [layout.wrap(one, width, measure=cells) for one, width in zip(row, widths, strict=True)]
    for line in zip_longest(*wrapped, fillvalue=""):
        yield (" " * _APART).join(
            _filled(one, width, right=number)
            for one, width, number in zip(line, widths, numbers, strict=True)
        )


def _told_row(head: Sequence[str], row: Sequence[str], width: int) -> Iterator[str]:
    yield from layout.wrap(row[0], width, measure=cells)
    for label, value in zip(head[1:], row[1:], strict=True):
        yield from _labelled(label, value, width, _IN)


def _filled(text: str, width: int, *, right: bool = False) -> str:
    blank = " " * (width - cells(text))
    return f"{blank}{text}" if right else f"{text}{blank}"
