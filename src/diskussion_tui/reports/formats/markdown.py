"""A document as Markdown: to be sent on, printed or pasted elsewhere.

Every word of the group's is text and nothing else: what Markdown would read as a sign is escaped.
"""

from __future__ import annotations

import re
from functools import singledispatch
from typing import TYPE_CHECKING

from diskussion_tui.reports.document import Bars, Facts, Groups, Heading, Items, Map, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diskussion_tui.reports.document import Block, Cell, Document, Item

_SIGNS = re.compile(r"([\\`*_\[\]<>&~|$])")
_AT_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|\d{1,9}(?=[.)]))", re.MULTILINE)
_AROUND = {"lead": "*", "strong": "**"}


def escaped(text: str) -> str:
    """A text that Markdown shows to the letter."""

    def guarded(found: re.Match[str]) -> str:
        number = found[2].isdigit()
        return f"{found[1]}{found[2]}\\" if number else f"{found[1]}\\{found[2]}"

    return _AT_START.sub(guarded, _SIGNS.sub(r"\\\1", text))


def markdown(document: Document) -> str:
    """The document, a blank line between its blocks."""
    blocks = [f"# {_line(document.title)}"]
    if document.subtitle:
        blocks.append(_line(document.subtitle))
    blocks += ["\n".join(_set(block)) for block in document.blocks]
    return "\n\n".join(blocks) + "\n"


@singledispatch
def _set(block: Block) -> Iterable[str]:
    raise TypeError(type(block))


@_set.register(Heading)
def _heading(block: Heading) -> Iterable[str]:
    return (f"{'#' * block.level} {_line(block.text)}",)


@_set.register(Paragraph)
def _paragraph(block: Paragraph) -> Iterable[str]:
    around = _AROUND.get(block.tone, "")
    text = escaped(block.text) if not around else _line(block.text)
    return (f"{around}{text}{around}".replace("\n", "  \n"),)


@_set.register(Facts)
def _facts(block: Facts) -> Iterable[str]:
    return (f"- {_line(label)}: {_line(value)}" for label, value in block.rows)


@_set.register(Items)
def _items(block: Items) -> Iterable[str]:
    return _list(block.items)


@_set.register(Groups)
def _groups(block: Groups) -> Iterable[str]:
    for place, group in enumerate(block.groups):
        if place:
            yield ""
        yield f"**{_line(f'{group.sign} {group.heading}')}**"
        yield ""
        yield from _list(group.items)


@_set.register(Table)
def _table(block: Table) -> Iterable[str]:
    yield f"**{_line(block.caption)}**"
    yield ""
    yield _row(block.head)
    yield _row(["---:" if _is_number(block, place) else "---" for place in range(len(block.head))])
    yield from map(_row, ([_line(str(cell)) for cell in row] for row in block.rows))
    if block.rule:
        yield ""
        yield _line(block.rule)


@_set.register(Bars)
def _bars(block: Bars) -> Iterable[str]:
    """In text the figure is its alternative."""
    return (_line(block.alternative),)


@_set.register(Map)
def _map(block: Map) -> Iterable[str]:
    return (_line(block.alternative),)


def _list(items: Iterable[Item], indent: str = "") -> Iterator[str]:
    for item in items:
        sign = f"{escaped(item.sign)} " if item.sign else ""
        marks = ", ".join(filter(None, item.marks))
        text = escaped(item.text).replace("\n", f"  \n{indent}  ")
        yield f"{indent}- {sign}{text}{f' ({_line(marks)})' if marks else ''}"
        yield from _list(item.under, f"{indent}  ")


def _row(cells: Iterable[Cell]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _is_number(block: Table, place: int) -> bool:
    return block.numbers()[place]


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))
