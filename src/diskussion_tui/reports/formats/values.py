"""A document as plain values, for whatever is handed it as JSON; its numbers are set as text, its marks as one."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any

from diskussion_tui.base.look import STEPS
from diskussion_tui.reports.document import Bars, Facts, Groups, Heading, Items, Map, Paragraph, Table

FONTS = ("Inter", "Noto Emoji", "DejaVu Sans Mono")
"""What draws a sign that the font of a look does not have."""

if TYPE_CHECKING:
    from diskussion_tui.base.look import Look
    from diskussion_tui.reports.document import Block, Document, Item


def values(document: Document) -> dict[str, Any]:
    """The document, block by block, each with its `type`."""
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "subject": document.subject,
        "language": document.language,
        "date": [document.date.year, document.date.month, document.date.day],
        "pages": document.where_pages,
        "blocks": [block_values(block) for block in document.blocks],
    }


@singledispatch
def block_values(block: Block) -> dict[str, Any]:
    """A block, with its `type`."""
    raise TypeError(type(block))


@block_values.register(Heading)
def _heading(block: Heading) -> dict[str, Any]:
    return {"type": "heading", "text": block.text, "level": block.level}


@block_values.register(Paragraph)
def _paragraph(block: Paragraph) -> dict[str, Any]:
    return {"type": "paragraph", "text": block.text, "tone": block.tone}


@block_values.register(Facts)
def _facts(block: Facts) -> dict[str, Any]:
    return {"type": "facts", "rows": [list(row) for row in block.rows]}


@block_values.register(Items)
def _items(block: Items) -> dict[str, Any]:
    return {"type": "items", "items": [item_values(one) for one in block.items]}


@block_values.register(Groups)
def _groups(block: Groups) -> dict[str, Any]:
    groups = [
        {
            "heading": one.heading,
            "sign": one.sign,
            "role": one.role,
            "items": [item_values(item) for item in one.items],
        }
        for one in block.groups
    ]
    return {"type": "groups", "groups": groups}


@block_values.register(Table)
def _table(block: Table) -> dict[str, Any]:
    shades = block.shades()
    return {
        "type": "table",
        "caption": block.caption,
        "head": list(block.head),
        "rows": [[str(cell) for cell in row] for row in block.rows],
        "numbers": block.numbers(),
        "rule": block.rule,
        "sums": block.sums,
        "shades": [
            [shades.get((row, column), 0) for column in range(len(block.head))]
            for row in range(len(block.rows))
        ],
    }


@block_values.register(Bars)
def _bars(block: Bars) -> dict[str, Any]:
    bars = [
        {"label": one.label, "value": one.value, "shown": one.shown, "role": one.role} for one in block.bars
    ]
    return {"type": "bars", "caption": block.caption, "alternative": block.alternative, "bars": bars}


@block_values.register(Map)
def _map(block: Map) -> dict[str, Any]:
    return {
        "type": "map",
        "caption": block.caption,
        "alternative": block.alternative,
        "kinds": [{"label": label, "role": role} for label, role in block.kinds],
        "regions": [
            {"heading": heading, "spots": [{"label": one.label, "values": list(one.values)} for one in spots]}
            for heading, spots in block.regions
        ],
        "most": block.most,
    }


def look_values(look: Look) -> dict[str, Any]:
    """How it looks, for a template."""
    steps = range(len(STEPS))
    return {
        "kinds": list(look.kinds),
        "ink": look.ink,
        "quiet": look.quiet,
        "line": look.line,
        "fonts": list(dict.fromkeys((look.font, *FONTS))),
        "shades": [look.shade(one) for one in steps],
        "on-shades": [look.on_shade(one) for one in steps],
    }


def item_values(item: Item) -> dict[str, Any]:
    """Something in a list, with what stands under it."""
    return {
        "text": item.text,
        "sign": item.sign,
        "marks": ", ".join(filter(None, item.marks)),
        "under": [item_values(one) for one in item.under],
    }
