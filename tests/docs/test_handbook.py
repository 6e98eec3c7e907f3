"""The handbook as it is shipped: pages that stand by themselves, lead to each other, and are found by the words in them."""

from __future__ import annotations

import json
import re
from functools import cache
from html.parser import HTMLParser
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tools.handbook.pages import BUILDERS, names
from tools.handbook.rendering import rendered
from tools.handbook.site import DOCS, build

if TYPE_CHECKING:
    from pathlib import Path

ALONE = {"meta", "link", "input", "br", "hr", "img"}
LOADS = {"src", "srcset", "data", "poster", "action", "background"}


class Read(HTMLParser):
    """A page, read strictly: what is opened is closed, in order."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.language, self.title = "", ""
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self._open: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALONE:
            self._open.append(tag)
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.loads += [value for name, value in given.items() if name in LOADS]
        if tag == "html":
            self.language = given["lang"]
        elif tag == "link":
            self.loads.append(given["href"])
        elif tag == "a":
            self.links.append(given["href"])
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        elif tag == "th":
            assert given["scope"] == "col"

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["title"]:
            self.title += data


@cache
def place() -> TemporaryDirectory[str]:
    """A folder that goes with the tests."""
    return TemporaryDirectory(prefix="handbok-")


@cache
def folder() -> Path:
    return build(place().name).parent


@cache
def pages() -> dict[str, Read]:
    return {path.name: Read(path) for path in folder().glob("*.html")}


NAMES = ["index.html", *(f"{name}.html" for name in names())]


def test_every_page_of_docs_is_in_the_handbook_or_for_those_who_build_the_program() -> None:
    assert {*names(), *BUILDERS} == {path.stem for path in DOCS.glob("*.md")}
    assert not {*names()} & {*BUILDERS}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_its_language_and_title_and_has_its_headings_in_order(name: str) -> None:
    page = pages()[name]
    assert page.language == ("en" if name == "format.html" else "sv")
    assert page.title.strip()
    assert page.headings.count(1) == 1
    assert page.headings[0] == 1
    assert all(later <= before + 1 for before, later in zip(page.headings, page.headings[1:], strict=False))
    assert len(page.ids) == len(set(page.ids))


def test_no_two_pages_have_one_title() -> None:
    assert len({page.title for page in pages().values()}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere(name: str) -> None:
    for link in pages()[name].links:
        if not link.startswith("https://"):
            path, _, anchor = link.partition("#")
            there = pages()[path or name]
            assert not anchor or unquote(anchor) in there.ids, link
    assert {*pages()[name].loads} == {"style.css", "index.js", "search.js"}


def test_neither_style_nor_script_asks_the_net() -> None:
    for name in ("style.css", "search.js"):
        text = (folder() / name).read_text(encoding="utf-8")
        assert not re.search(r"https?:|url\(|@import|fetch|XMLHttp|import\(", text)


def index() -> list[dict[str, str]]:
    text = (folder() / "index.js").read_text(encoding="utf-8")
    found: list[dict[str, str]] = json.loads(text.removeprefix("window.SEARCH_INDEX = ").rstrip(";\n"))
    return found


def test_the_search_finds_words_where_they_stand() -> None:
    found = {one["at"]: one for one in index()}
    assert "diskussion doctor" in found["felsokning.html"]["text"]
    followed = found["handbok.html#följa-upp-åtgärder"]
    assert followed["title"] == "Handbok › Följa upp åtgärder"
    assert "de försenade först" in followed["text"]
    assert "| tangent |" not in followed["text"]


def test_every_place_that_the_search_leads_to_is_there() -> None:
    for one in index():
        path, _, anchor = one["at"].partition("#")
        assert not anchor or anchor in pages()[path].ids, one["at"]


def test_links_out_of_the_handbook_are_named_and_lead_nowhere() -> None:
    body = rendered("# A\n\n[kod](../src/) [Sök](sok.md#fält) [ute](https://example.org) [här](#a)\n").body
    assert "kod" in body
    assert re.findall('href="([^"]*)"', body) == ["sok.html#f%C3%A4lt", "https://example.org", "#a"]


def test_what_is_written_in_a_page_is_only_text() -> None:
    body = rendered("# A\n\n<script>alert(1)</script>\n\n| a | |\n|---|---|\n| b | c |\n").body
    assert "<script" not in body
    assert body.count("<th ") == 1  # an empty heading would be read out as one
