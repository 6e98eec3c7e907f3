"""A document as one HTML file: no script, nothing from anywhere else, for screens from 320 pixels, for paper and for screen readers.

What the group wrote is only ever text: every word passes `escape`, and the page's own rules forbid whatever is not in it.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import singledispatch
from html import escape
from typing import TYPE_CHECKING

from diskussion_tui.base.look import OURS, PAPER, STEPS
from diskussion_tui.reports.document import (
    Bars,
    Facts,
    Groups,
    Heading,
    Items,
    Map,
    Paragraph,
    Table,
    headings_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diskussion_tui.base.look import Look
    from diskussion_tui.reports.document import Bar, Block, Cell, Document, Group, Item

_STYLE = """
*{box-sizing:border-box}
html{font:1.0625rem/1.5 var(--font),system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;color:var(--ink);background:var(--paper)}
body{max-width:52rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:break-word}
h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0 0}
h2{font-size:1.45rem;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:1px solid var(--line)}
h3{font-size:1.15rem;margin:1.75rem 0 .5rem}
h4{font-size:1rem;margin:1.5rem 0 .4rem}
p{margin:.4rem 0;white-space:pre-line}
.quiet,.rule,figcaption,caption{color:var(--quiet);font-size:.92rem}
.lead{font-style:italic}
.strong{font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.75rem 0}
dt{color:var(--quiet)}dd{margin:0}
ul{margin:.4rem 0;padding-left:1.2rem}li{margin:.25rem 0;white-space:pre-line}li>ul{white-space:normal}
.signed{list-style:none;padding-left:0}.signed>li{padding-left:1.6rem;text-indent:-1.6rem}.signed>li>*{text-indent:0}
.sign{display:inline-block;width:1.6rem;text-indent:0;font-weight:600}
.marks{color:var(--quiet);font-size:.92rem}
.groups{display:grid;grid-template-columns:repeat(auto-fit,minmax(13.5rem,1fr));gap:0 1.5rem}
.groups section>p{font-weight:600;border-bottom:2px solid currentColor;padding-bottom:.15rem;margin-top:.75rem}
.other{color:var(--quiet)}
.map text{fill:var(--ink);font-size:13px}.map .over{fill:var(--quiet);font-size:12px}
.logo{height:3.2rem;width:auto}
.wide{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{text-align:left;padding-bottom:.35rem}.wide caption{position:sticky;left:0;max-width:calc(100vw - 2.2rem)}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);white-space:pre-line}
.many table{font-size:.82rem}.many th,.many td{padding-right:.35rem}
.number{text-align:right;font-variant-numeric:tabular-nums}
.day{white-space:nowrap}
tbody tr.sum{font-weight:600}
figure{margin:.75rem 0}
.bars{max-width:36rem}
.bar{display:grid;grid-template-columns:minmax(6rem,11rem) 1fr 3rem;gap:.5rem;align-items:center;margin:.25rem 0;font-size:.95rem}
.bar i{display:block;height:.8rem;background:currentColor;min-width:1px}.bar b{font-weight:400}
nav ul{list-style:none;padding-left:0;columns:16rem}nav li{margin:0;padding:.12rem 0;break-inside:avoid}a{color:var(--link)}
@media (max-width:30rem){.bar{grid-template-columns:1fr 3rem}.bar span:first-child{grid-column:1/3}dl{grid-template-columns:1fr}dd{margin:0 0 .4rem}}
@media print{.bar i{print-color-adjust:exact;-webkit-print-color-adjust:exact}html{font-size:10.5pt}body{max-width:none;padding:0}h2,h3,h4{break-after:avoid}li,tr,figure{break-inside:avoid}nav{display:none}.wide{overflow:visible}}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_MANY = 6
"""A table with more columns is set smaller, so that it is as wide as the page where there is room."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_ANCHOR = re.compile(r"[^0-9a-zåäö]+")


def html(document: Document, look: Look = OURS) -> str:
    """The document as a page of its own."""
    anchors = _anchors(document)
    body = "\n".join(_body(document, anchors, look))
    title = escape(f"{document.title} {document.date.isoformat()}")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="description" content="{escape(document.subject)}">\n'
        f"<title>{title}</title>\n<style>{_colours(look)}{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _colours(look: Look) -> str:
    """What the style is written in, each colour as a class where text or a cell has it."""
    kinds = "".join(f".role{number}{{color:{colour}}}" for number, colour in enumerate(look.kinds))
    shades = "".join(
        f".heat{step}{{background:{look.shade(step)};color:{look.on_shade(step)};print-color-adjust:exact}}"
        for step in range(1, len(STEPS))
    )
    font = re.sub(r"[^\w -]", "", look.font)
    named = {"ink": look.ink, "quiet": look.quiet, "line": look.line, "paper": PAPER, "link": look.role(1)}
    root = ";".join((*(f"--{name}:{colour}" for name, colour in named.items()), f"--font:'{font}'"))
    return f"\n:root{{{root}}}\n{kinds}{shades}"


def _body(document: Document, anchors: dict[int, str], look: Look) -> Iterator[str]:
    yield "<header>"
    if logo := look.logo:
        kind = {"svg": "image/svg+xml"}.get(logo.kind, f"image/{logo.kind}")
        data = b64encode(logo.data).decode()
        yield f'<img class="logo" src="data:{kind};base64,{data}" alt="{escape(logo.said)}">'
    if look.cover:
        yield f'<p class="quiet">{escape(look.cover)}</p>'
    yield f"<h1>{escape(document.title)}</h1>"
    if document.subtitle:
        yield f'<p class="quiet">{escape(document.subtitle)}</p>'
    yield "</header>"
    yield from _contents(document, anchors)
    yield "<main>"
    for place, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            yield f'<h{block.level} id="{anchors[place]}">{escape(block.text)}</h{block.level}>'
        else:
            yield from _set(block)
    yield "</main>"


def _contents(document: Document, anchors: dict[int, str]) -> Iterator[str]:
    """Links to the parts, where there are several."""
    tops = [
        (anchors[place], block.text)
        for place, block in enumerate(document.blocks)
        if isinstance(block, Heading) and block.level <= 3  # noqa: PLR2004 - parts, not questions
    ]
    if len(headings_of(document)) > len(tops):
        yield f'<nav aria-label="{escape(document.contents)}"><ul>'
        yield from (f'<li><a href="#{anchor}">{escape(text)}</a></li>' for anchor, text in tops)
        yield "</ul></nav>"


def _anchors(document: Document) -> dict[int, str]:
    """An anchor for each heading, by its place among the blocks: made of its words, and numbered where two have the same."""
    found: dict[int, str] = {}
    taken: set[str] = set()
    for place, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            name = _NO_ANCHOR.sub("-", block.text.lower()).strip("-") or "del"
            anchor, number = name, 2
            while anchor in taken:
                anchor, number = f"{name}-{number}", number + 1
            taken.add(anchor)
            found[place] = anchor
    return found


@singledispatch
def _set(block: Block) -> Iterable[str]:
    raise TypeError(type(block))


@_set.register(Paragraph)
def _paragraph(block: Paragraph) -> Iterable[str]:
    tone = f' class="{block.tone}"' if block.tone else ""
    return (f"<p{tone}>{escape(block.text)}</p>",)


@_set.register(Facts)
def _facts(block: Facts) -> Iterable[str]:
    rows = "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in block.rows)
    return (f"<dl>{rows}</dl>",)


@_set.register(Items)
def _items(block: Items) -> Iterable[str]:
    return (_list(block.items),)


@_set.register(Groups)
def _groups(block: Groups) -> Iterable[str]:
    return (f'<div class="groups">{"".join(map(_group, block.groups))}</div>',)


def _group(group: Group) -> str:
    head = f'<p class="{_role(group.role)}">{escape(f"{group.sign} {group.heading}")}</p>'
    return f"<section>{head}{_list(group.items)}</section>"


def _list(items: tuple[Item, ...]) -> str:
    signed = any(one.sign for one in items)
    return (
        f"<ul{' class=signed' if signed else ''}>{''.join(_item(one, signed=signed) for one in items)}</ul>"
    )


def _item(item: Item, *, signed: bool) -> str:
    sign = f'<span class="sign">{escape(item.sign)}</span>' if signed else ""
    told = ", ".join(filter(None, item.marks))
    marks = f' <span class="marks">({escape(told)})</span>' if told else ""
    return f"<li>{sign}{escape(item.text)}{marks}{_list(item.under) if item.under else ''}</li>"


@_set.register(Table)
def _table(block: Table) -> Iterable[str]:
    numbers = block.numbers()
    shades = block.shades()
    many = " many" if len(block.head) > _MANY else ""
    yield f'<div class="wide{many}" tabindex="0" role="region" aria-label="{escape(block.caption)}"><table>'
    yield f"<caption>{escape(block.caption)}</caption>"
    head = "".join(map(_head, block.bound(), numbers))
    yield f"<thead><tr>{head}</tr></thead><tbody>"
    for place, row in enumerate(block.rows):
        last = ' class="sum"' if block.sums and place == len(block.rows) - 1 else ""
        held = [shades.get((place, column), 0) for column in range(len(row))]
        yield f"<tr{last}>{''.join(_cells(row, numbers, held))}</tr>"
    yield "</tbody></table></div>"
    if block.rule:
        yield f'<p class="rule">{escape(block.rule)}</p>'


def _head(text: str, is_number: object) -> str:
    """A cell of the head; one that heads nothing is none."""
    return (
        f'<th scope="col"{_classes("number" if is_number else "")}>{escape(text)}</th>'
        if text
        else "<td></td>"
    )


def _cells(row: tuple[Cell, ...], numbers: list[bool], shades: list[int]) -> Iterator[str]:
    first, *rest = row
    yield f'<th scope="row">{escape(str(first))}</th>'
    for cell, is_number, shade in zip(rest, numbers[1:], shades[1:], strict=True):
        day = "day" if _DAY.fullmatch(str(cell)) else ""
        yield f"<td{_classes('number' if is_number else day, f'heat{shade}' if shade else '')}>{escape(str(cell))}</td>"


def _classes(*told: str) -> str:
    names = " ".join(filter(None, told))
    return f' class="{names}"' if names else ""


@_set.register(Bars)
def _bars(block: Bars) -> Iterable[str]:
    most = max((bar.value for bar in block.bars), default=1) or 1
    drawn = "".join(_bar(bar, most) for bar in block.bars)
    caption = f"<figcaption>{escape(block.caption)}</figcaption>" if block.caption else ""
    said = escape(block.alternative)
    yield f'<figure><div class="bars" role="img" aria-label="{said}">{drawn}</div>{caption}</figure>'


def _bar(bar: Bar, most: int) -> str:
    long = f"{100 * bar.value / most:.4g}"
    return (
        f'<div class="bar {_role(bar.role)}"><span>{escape(bar.label)}</span>'
        f'<span class="room"><i style="width:{long}%"></i></span><b>{escape(bar.shown)}</b></div>'
    )


_FIRST, _WIDE, _HIGH, _LARGEST = 230, 110, 28, 12
"""Of a map, in pixels: the column of names, one of a kind, a row, and the radius of the largest circle."""


@_set.register(Map)
def _map(block: Map) -> Iterable[str]:
    """A drawing: a place a row, a kind a column, and in each a circle whose area is the number."""
    rows = [
        row
        for heading, spots in block.regions
        for row in ((heading, ()), *((one.label, one.values) for one in spots))
    ]
    width, height = _FIRST + _WIDE * len(block.kinds), _HIGH * (len(rows) + 1)
    size = f'viewBox="0 0 {width} {height}" width="{width}"'
    yield f'<figure><div class="wide" tabindex="0" role="region" aria-label="{escape(block.caption)}"><svg class="map" role="img" aria-label="{escape(block.alternative)}" {size}>'
    for place, (label, _) in enumerate(block.kinds):
        yield f'<text x="{_across(place)}" y="18" text-anchor="middle">{escape(label)}</text>'
    for number, (label, values) in enumerate(rows, 1):
        indent, over = (12, "") if values else (0, ' class="over"')
        yield f'<text{over} x="{indent}" y="{_HIGH * number + 19}">{escape(label)}</text>'
        for place, value in enumerate(values):
            if value:
                radius = f"{_LARGEST * (value / block.most) ** 0.5:.3g}"
                at = f'cx="{_across(place)}" cy="{_HIGH * number + _HIGH // 2}" r="{radius}"'
                yield f'<circle class="{_role(block.kinds[place][1])}" fill="currentColor" {at}/>'
    yield f"</svg></div><figcaption>{escape(block.caption)}</figcaption></figure>"


def _across(place: int) -> int:
    return _FIRST + _WIDE * place + _WIDE // 2


def _role(role: int) -> str:
    return f"role{role}" if role >= 0 else "other"
