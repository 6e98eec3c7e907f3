"""The handbook as a folder: a page each, one that leads to all of them, the style sheet, and the search with its index.

Everything is opened as files, from a disk or an intranet alike: no page asks for anything that is not in the folder, and the index is a
script, since browsers fetch no data from beside a file.
"""

from __future__ import annotations

import json
import shutil
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from tools.handbook.pages import ENGLISH, PARTS, names
from tools.handbook.rendering import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tools.handbook.rendering import Page

DOCS = Path(__file__).parents[2] / "docs"
FRAME = Path(__file__).parent / "frame"
TITLE = "Diskussion"
_LEAST_CONTENTS = 3
"""With fewer headings a page has no list of them."""


def build(folder: Path | str) -> Path:
    """Put the handbook into a folder, made anew; the page it begins with."""
    folder = Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pages = {name: rendered((DOCS / f"{name}.md").read_text(encoding="utf-8")) for name in names()}
    for name, page in pages.items():
        _put(folder / f"{name}.html", _framed(name, page.title, _contents(page) + page.body, pages))
    first = folder / "index.html"
    _put(first, _framed("", "Handbok", _overview(pages), pages))
    _put(folder / "index.js", f"window.SEARCH_INDEX = {json.dumps(index(pages), ensure_ascii=False)};\n")
    for name in ("style.css", "search.js"):
        shutil.copyfile(FRAME / name, folder / name)
    return first


def index(pages: Mapping[str, Page]) -> list[dict[str, str]]:
    """What the search looks through: each section with where it stands, what it is called, and its words."""
    return [
        {
            "at": f"{name}.html" + (f"#{section.anchor}" if section.level > 1 else ""),
            "title": section.title if section.level == 1 else f"{page.title} › {section.title}",
            "text": " ".join(" ".join(section.words).split()),
        }
        for name, page in pages.items()
        for section in page.sections
    ]


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _framed(name: str, title: str, main: str, pages: Mapping[str, Page]) -> str:
    frame = Template((FRAME / "page.html").read_text(encoding="utf-8"))
    whole = title if name else TITLE
    return frame.substitute(
        title=escape(f"{whole} · {TITLE}, handbok" if name else f"{TITLE}, handbok"),
        language="en" if name in ENGLISH else "sv",
        pages="".join(_links(name, pages)),
        main=main,
    )


def _links(here: str, pages: Mapping[str, Page]) -> Iterator[str]:
    """The list of all pages, with the one that is open marked."""
    for part, those in PARTS:
        yield f"<p>{escape(part)}</p>\n<ul>\n"
        for name in those:
            current = ' aria-current="page"' if name == here else ""
            language = ' lang="en"' if name in ENGLISH else ""
            yield f'<li><a href="{name}.html"{language}{current}>{escape(pages[name].title)}</a></li>\n'
        yield "</ul>\n"


def _contents(page: Page) -> str:
    """A list of a page's headings; nothing where there are few."""
    found = [section for section in page.sections if section.level == 2]  # noqa: PLR2004 - below the title
    if len(found) < _LEAST_CONTENTS:
        return ""
    rows = (f'<li><a href="#{escape(one.anchor)}">{escape(one.title)}</a></li>\n' for one in found)
    return f'<nav class="contents" aria-label="På sidan">\n<ul>\n{"".join(rows)}</ul>\n</nav>\n'


def _overview(pages: Mapping[str, Page]) -> str:
    """The first page: every page with how it begins."""
    rows = [
        "<h1>Handbok</h1>\n",
        "<p>Sök ovan, eller börja här. Allt ligger på den här datorn; inget hämtas från nätet.</p>\n",
    ]
    for part, those in PARTS:
        rows.append(f"<h2>{escape(part)}</h2>\n<dl>\n")
        for name in those:
            page = pages[name]
            language = ' lang="en"' if name in ENGLISH else ""
            link = f'<a href="{name}.html">{escape(page.title)}</a>'
            rows.append(f"<dt{language}>{link}</dt>\n<dd{language}>{escape(page.lead)}</dd>\n")
        rows.append("</dl>\n")
    return "".join(rows)
