"""Logos that are odd: what passes `check` is set in every format, and what is refused after all keeps no report."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import page
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diskussion_tui.base.logos import fault_of, kind_of
from diskussion_tui.base.look import OURS, Logo, Look
from diskussion_tui.content.look import FILE, read_look
from diskussion_tui.reports.exporting import made
from diskussion_tui.reports.formats.trial import refused
from diskussion_tui.texts import words
from tests.content.test_look import PNG, _chunk
from tests.support.builders import Group
from tests.support.reported import export
from tests.support.shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

SPACE = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inner: str, about: str = 'viewBox="0 0 9 9"', before: str = "") -> bytes:
    return f"{before}<svg {SPACE} {XLINK} {about}>{inner}</svg>".encode()


def png(width: int = 4, height: int = 4, rows: int | None = None, *, end: bool = True) -> bytes:
    lines = b"".join(b"\0" + b"\x0a\x5a\xa0" * width for _ in range(height if rows is None else rows))
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    whole = b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", zlib.compress(lines))
    return whole + (_chunk(b"IEND", b"") if end else b"")


def again(levels: int) -> str:
    """A drawing of few elements that is drawn ten times as often with each level."""
    rest = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, levels + 1))
    return f'<defs><g id="a0"><rect width="1" height="1"/></g>{rest}</defs><use xlink:href="#a{levels}"/>'


RECT = '<rect width="9" height="9"/>'
FINE = {
    "PNG": PNG,
    "plain": svg(RECT),
    "sides and no box": svg(RECT, 'width="40mm" height="9mm"'),
    "no size": svg(RECT, ""),
    "a head, a comment and a doctype": svg(
        RECT,
        before='<?xml version="1.0" encoding="utf-8"?>\n<!-- gjord i ett ritprogram -->\n'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
    ),
    "a picture within": svg(
        f'<image xlink:href="data:image/png;base64,{base64.b64encode(PNG).decode()}" width="9" height="9"/>'
    ),
    "a shape twice": svg(
        '<defs><rect id="r" width="4" height="4"/></defs><use href="#r"/><use href="#r" x="5"/>'
    ),
    "a colour that runs": svg(
        '<linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-opacity=".3"/></linearGradient>'
        '<rect width="9" height="9" style="fill:url(#g)" opacity=".5"/>'
    ),
    "a link for those who click": svg(f'<a href="https://example.org">{RECT}</a>'),
    "text": svg('<text x="1" y="8">Region Åbo</text>', 'viewBox="0 0 90 9"'),
    "thousands of parts": svg(RECT * 15_000),
}
ODD = {
    "nothing": (b"", "no_logo"),
    "a web page": (b"<html></html>", "no_logo"),
    "a PNG cut short": (png()[:50], "logo_cut"),
    "a PNG without its end": (png(end=False), "logo_cut"),
    "a PNG with a letter changed": (png().replace(b"IDAT", b"IDAX"), "logo_cut"),
    "a PNG with fewer rows than it says": (png(rows=1), "logo_cut"),
    "a PNG of no size": (png(0, 0), "logo_size"),
    "a PNG that says it is endless": (png(60_000, 60_000, 1), "logo_size"),
    "a line": (png(400, 1), "logo_size"),
    "an SVG of no size": (svg("", 'width="0" height="0"'), "logo_size"),
    "an SVG of a size that cannot be": (svg(RECT, 'width="1e30" height="1e-30"'), "logo_size"),
    "not closed": (svg("<rect>"), "logo_xml"),
    "no SVG but for its name": (b"<svg viewBox='0 0 9 9'/>", "logo_xml"),
    "words of its own": (svg("", before='<!DOCTYPE svg [<!ENTITY a "b">]>'), "logo_xml"),
    "Latin-1": (svg("<title>Å</title>").decode().encode("latin-1"), "logo_letters"),
    "a picture on the web": (svg('<image href="https://example.org/a.png"/>'), "logo_links"),
    "a picture beside": (svg('<image xlink:href="logo.png" width="9" height="9"/>'), "logo_links"),
    "a shape of another file": (svg('<use href="b.svg#r"/>'), "logo_links"),
    "a style from the web": (svg(f"<style>@import 'https://example.org/a.css';</style>{RECT}"), "logo_links"),
    "a fill from the web": (svg('<rect fill="url(https://example.org/a#b)"/>'), "logo_links"),
    "too many parts": (svg("<g/>" * 20_001), "logo_parts"),
    "too deep": (svg("<g>" * 2_000 + "</g>" * 2_000), "logo_parts"),
    "few parts that are drawn a million times": (svg(again(6)), "logo_parts"),
    "a part that is drawn in itself": (svg('<g id="a"><use href="#a"/></g>'), "logo_parts"),
}


def dressed(data: bytes, wanted: str = "pdf", **more: bytes) -> bytes:
    look = replace(OURS, logo=Logo(data, kind_of(data) or "svg", "Region Exempel"), **more)  # type: ignore[arg-type]
    return made(replace(export(Group().session), look=look), wanted)


def text_of(data: bytes) -> str:
    return " ".join(" ".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(data)).pages).split())


@pytest.mark.parametrize("which", FINE)
def test_a_logo_that_is_whole_passes_and_is_in_every_document(which: str) -> None:
    data = FINE[which]
    assert fault_of(data) == ""
    assert refused(Look(logo=Logo(data, kind_of(data), "x"))) is None
    made_pdf = dressed(data)
    assert page.validate_pdf_bytes(made_pdf, profile=page.ValidationProfile.PDF_UA_1).is_compliant
    assert "Logotypen" not in text_of(made_pdf)
    assert b'alt="Region Exempel"' in dressed(data, "html")
    assert len(docx.Document(io.BytesIO(dressed(data, "docx"))).inline_shapes) == (which == "PNG")


@pytest.mark.parametrize("which", ODD)
def test_an_odd_logo_is_told_with_what_to_do(which: str, tmp_path: Path) -> None:
    data, fault = ODD[which]
    assert fault_of(data) == fault
    (tmp_path / "logotyp").write_bytes(data)
    (tmp_path / FILE).write_text('logo = "logotyp"\nlogo_text = "x"', encoding="utf-8")
    for language in ("sv", "en"):
        said = words(language).look
        (problem,) = read_look(tmp_path / FILE, words(language)).problems
        assert (problem.line, problem.what, problem.write) == (1, said.of_logo(fault), said.logo_write)


@pytest.mark.parametrize("which", ODD)
def test_where_it_comes_to_a_report_all_the_same_that_is_made_without_it_and_says_so(which: str) -> None:
    data = ODD[which][0]
    told = text_of(dressed(data))
    assert "Ekerö" in told
    look = Look(logo=Logo(data, kind_of(data) or "svg", "x"))
    assert refused(look) is None or "Logotypen är inte med" in told
    written = docx.Document(io.BytesIO(dressed(data, "docx"))).paragraphs[-1].text
    assert ("Logotypen är inte med" in written) == bool(fault_of(data))


@given(
    st.text("<>/=\"' gusevhrf#:.0129-rect\n", max_size=60),
    st.sampled_from(["", 'viewBox="0 0 9 9"', 'width="9"']),
)
@settings(max_examples=60, deadline=None)
def test_whatever_a_drawing_holds_what_passes_can_be_set(inner: str, about: str) -> None:
    data = svg(inner, about)
    look = Look(logo=Logo(data, "svg", "x"))
    assert fault_of(data) or refused(look) is None


def test_check_tries_what_it_cannot_see_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look, shell = tmp_path / FILE, Shell(tmp_path / "diskussioner", monkeypatch)
    (tmp_path / "logotyp.svg").write_bytes(svg('<text x="1" y="8">日本</text>'))
    look.write_text('cover = "Region"\nlogo = "logotyp.svg"\nlogo_text = "x"', encoding="utf-8")
    said = shell.runs("check", str(look))
    assert said.code == 1
    assert f"{FILE}:2" in said.out
    assert "går inte att sätta i en PDF" in said.out
    (tmp_path / "logotyp.svg").write_bytes(FINE["plain"])
    assert shell.runs("check", str(look)).code == 0


def test_a_template_that_word_cannot_begin_with_is_told_and_keeps_no_report(tmp_path: Path) -> None:
    import zipfile

    names = (
        "title",
        "subtitle",
        "heading 1",
        "heading 2",
        "heading 3",
        "list bullet",
        "caption",
        "table grid",
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made_zip:
        made_zip.writestr("word/styles.xml", "".join(f'<w:name w:val="{one}"/>' for one in names))
    (tmp_path / "mall.docx").write_bytes(out.getvalue())
    (tmp_path / FILE).write_text('word_template = "mall.docx"', encoding="utf-8")
    assert read_look(tmp_path / FILE, words("sv")).problems == ()
    (problem,) = read_look(tmp_path / FILE, words("sv"), refused).problems
    assert "ingen Wordmall" in problem.row()
    written = docx.Document(io.BytesIO(dressed(PNG, "docx", word=out.getvalue())))
    assert "Wordmallen är inte använd" in written.paragraphs[-1].text
