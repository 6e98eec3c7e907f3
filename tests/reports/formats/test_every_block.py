"""Every sort of block in every format, at the ends of what it can be: kept whole, so that a change is read in a diff."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import docx
import pytest

from diskussion_tui.base.look import OURS, Logo
from diskussion_tui.reports.formats.excel import excel
from diskussion_tui.reports.formats.html import html
from diskussion_tui.reports.formats.markdown import markdown
from diskussion_tui.reports.formats.text import text
from diskussion_tui.reports.formats.values import look_values, values
from diskussion_tui.reports.formats.word import word
from tests.content.test_look import PNG
from tests.support.blocks import every_block
from tests.support.cells import widest
from tests.support.kept import json_lines
from tests.support.kept import page_looks_as_kept as _kept

if TYPE_CHECKING:
    from docx.styles.style import ParagraphStyle

    from diskussion_tui.reports.document import Block

DRESSED = replace(
    OURS,
    font="Noto <Sans>",
    fonts=("noto.ttf",),
    cover="Region & kommun",
    heat="#101010",
    logo=Logo(PNG, "png", "Regionens <logga>"),
)


@pytest.mark.parametrize("width", [24, 60, 100])
def test_as_text(width: int) -> None:
    lines = text(every_block(), width).splitlines()
    assert widest(lines) <= width or width < 30  # a name of a column is not parted
    _kept(f"every-block-text-{width}", lines)


def test_as_markdown() -> None:
    _kept("every-block-markdown", markdown(every_block()).splitlines())
    assert "Undertitel" not in markdown(every_block(subtitle=""))


@pytest.mark.parametrize(("name", "look"), [("ours", OURS), ("dressed", DRESSED)])
def test_as_a_web_page(name: str, look) -> None:
    before, _, page = html(every_block(), look).partition("<style>")
    style, _, body = page.partition("\n*{box-sizing")
    rest = (
        body.partition("</style>")[2]
        if name == "ours"
        else body.partition("</style>")[2].partition("<main>")[0]
    )
    _kept(
        f"every-block-html-{name}",
        (before + style + rest).replace("><", ">\n<").replace(";", ";\n").splitlines(),
    )


def test_as_values_for_a_template() -> None:
    _kept("every-block-values", json_lines([values(every_block()), look_values(OURS), look_values(DRESSED)]))


def test_for_word() -> None:
    _kept(
        "every-block-word", _parts(word(every_block()), "word/document.xml", "word/footer", "docProps/core")
    )
    top = _parts(word(replace(every_block(subtitle=""), blocks=()), DRESSED), "word/document.xml")
    _kept("every-block-word-dressed", top)


@pytest.mark.parametrize(("look", "font"), [(OURS, "Calibri"), (DRESSED, "Noto <Sans>")])
def test_words_own_styles_have_one_font_and_two_inks(look, font: str) -> None:
    styles = docx.Document(io.BytesIO(word(every_block(), look))).styles
    inks = {
        name: (
            styles[name].element.rPr.rFonts.get(docx.oxml.ns.qn("w:hAnsi")),
            str(cast("ParagraphStyle", styles[name]).font.color.rgb),
        )
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Subtitle", "Caption")
    }
    ink, quiet = (colour.lstrip("#").upper() for colour in (look.ink, look.quiet))
    assert inks == {name: (font, quiet if name in {"Subtitle", "Caption"} else ink) for name in inks}


@pytest.mark.parametrize("whole", [True, False])
def test_for_excel(*, whole: bool) -> None:
    head = ("Nr", "Anteckning", "Smal", "Lång rubrik över korta celler")
    rows = [(1, "Faxen ska bort " * 9, "", "x"), (2, "=1+1", "", "y"), (30, "z" * 40_000, "", "")]
    book = excel(every_block(), "Anteckningar", head, rows, "Översikt", whole=whole)
    wanted = ("xl/worksheets/sheet", "xl/tables/", "xl/styles.xml", "xl/drawings/", "docProps/core.xml")
    lines = _parts(book, *wanted, *(["xl/sharedStrings.xml"] if not whole else []))
    _kept(f"every-block-excel{'-whole' if whole else ''}", (line[:400] for line in lines))
    with zipfile.ZipFile(io.BytesIO(book)) as found:
        assert max(map(len, found.read("xl/sharedStrings.xml").decode().split("<t"))) < 32_767 + 50


@pytest.mark.parametrize("setting", [text, markdown, html, values, word])
def test_a_block_that_a_format_does_not_know_is_not_left_out_in_silence(setting) -> None:
    class Sound:
        """Nothing that any format has heard of."""

    strange = replace(every_block(), blocks=(cast("Block", Sound()),))
    with pytest.raises(TypeError, match="Sound"):
        setting(strange)


def _parts(data: bytes, *wanted: str) -> list[str]:
    """The XML of some parts of an Office file, an element a line."""
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return [
            line
            for name in found.namelist()
            if name.startswith(wanted)
            for line in (f"==== {name}", *found.read(name).decode().replace("><", ">\n<").splitlines())
        ]
