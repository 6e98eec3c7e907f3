"""A page of Markdown as HTML: its body, its headings, and its text section by section for the search."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from tools.handbook.pages import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_OUTSIDE = re.compile(r"https?://")


@dataclass
class Section:
    """What stands under a heading, down to the next one. `anchor` is the heading's id; `level` 1 is the page's own."""

    title: str
    anchor: str
    level: int
    words: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Page:
    """A page: its body, with the sections it has."""

    body: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.sections[0].title

    @property
    def lead(self) -> str:
        """The beginning of what stands under its title."""
        return next(iter(self.sections[0].words), "")


def rendered(markdown: str) -> Page:
    """A page of Markdown, set. It begins with its title."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(markdown)
    sections = list(_sections(tokens))
    for place, token in enumerate(tokens):
        token.children = list(_linked(token.children or ()))
        if token.type == "th_open" and tokens[place + 1].content:
            token.attrSet("scope", "col")
        elif token.type == "th_open":  # a heading without words would be read out as one
            token.tag = tokens[place + 2].tag = "td"
    return Page(reader.renderer.render(tokens, reader.options, {}), tuple(sections))


def anchor_of(title: str) -> str:
    """The id of a heading, as links in Markdown spell it."""
    return re.sub(r"[^\w\- ]", "", title.casefold()).replace(" ", "-")


def _sections(tokens: Sequence[Token]) -> Iterator[Section]:
    """Every heading, which is given its id, with the text under it. One that is called as another before it has a number in its id."""
    section: Section | None = None
    times: Counter[str] = Counter()
    for before, token in zip((None, *tokens), tokens, strict=False):
        if before and before.type == "heading_open":
            anchor = anchor_of(token.content)
            again = f"-{times[anchor]}" if times[anchor] else ""
            times[anchor] += 1
            section = Section(_plain(token), anchor + again, int(before.tag[1]))
            before.attrSet("id", section.anchor)
            yield section
        elif section and token.type in {"inline", "fence", "code_block"}:
            section.words.append(_plain(token) if token.children else token.content)


def _plain(token: Token) -> str:
    return "".join(" " if one.type == "softbreak" else one.content for one in token.children or ())


def _linked(children: Sequence[Token]) -> Iterator[Token]:
    """What stands in a line, with links to where things are here; what is not here is named and not linked."""
    dropped = False
    for one in children:
        if one.type == "link_open":
            target = _target(str(one.attrGet("href") or ""))
            dropped = not target
            one.attrSet("href", target)
        if not (dropped and one.type in {"link_open", "link_close"}):
            yield one


def _target(href: str) -> str:
    """Where a link leads in the handbook; empty where that is not part of it."""
    path, _, anchor = href.partition("#")
    if _OUTSIDE.match(href) or not path:
        return href
    name = path.removesuffix(".md")
    return f"{name}.html" + (f"#{anchor}" if anchor else "") if name in names() else ""
