"""A document as Word: real headings, lists, tables and language, so that it can be edited, styled and read aloud.

An organisation's own template may be handed in: whatever has a style of the same name takes its look. A Word file is a zip, and a zip
holds times: it is packed anew with one time, so that the same document is the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from functools import singledispatch
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.logos import fault_of
from diskussion_tui.base.look import OURS
from diskussion_tui.reports.document import Bars, Facts, Groups, Heading, Items, Map, Paragraph, Table
from diskussion_tui.reports.formats.figures import pictures, size_of
from diskussion_tui.reports.formats.saying import SILENT, ending

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docx.document import Document as Word
    from docx.shape import InlineShape
    from docx.table import Table as WordTable
    from docx.table import _Cell as WordCell
    from docx.text.paragraph import Paragraph as WordParagraph

    from diskussion_tui.base.look import Look
    from diskussion_tui.reports.document import Block, Document, Item
    from diskussion_tui.reports.formats.saying import Said

_LOCALES = {"sv": "sv-SE", "en": "en-GB"}
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can tell."""
_ACROSS, _DOWN, _LETTER, _BESIDE = 166, 225, 2.8, 5
"""Millimetres: of a table, of a figure below its heading, of a letter in bold, and of the air on its sides."""
_LEAST, _WORD = 10, 60
"""Millimetres of a column at least, and for the sake of its longest word at most: an address without a blank may break."""
_LONG = 60
"""Letters of a text from which on it takes no more room from the others: it has lines."""
_SIZES = (11, 9, 7.5)
"""How large the letters of a table are, in points: smaller where words would break that need not."""
_FONT = "Calibri"
_DEEPEST = 2
"""Lists have this many levels of style below the first."""


class _Sheet(NamedTuple):
    """The file that is being made, how it looks, and the pictures of its figures."""

    word: Word
    look: Look
    pictures: Mapping[Bars | Map, bytes]


def word(document: Document, look: Look = OURS, said: Said = SILENT) -> bytes:
    """The document as a Word file. A template or a logo that cannot be used is left out, which is said at its end."""
    import docx

    if look.word and (why := template_refused(look)):
        document, look = ending(document, said.no_template, why), replace(look, word=b"")
    if look.logo and (fault := fault_of(look.logo.data)):
        document, look = ending(document, said.no_logo, fault), replace(look, logo=None)
    made = docx.Document(io.BytesIO(look.word) if look.word else None)
    _prepared(made, document)
    if not look.word:
        _styled(made, look)
        _listed(made)
    _topped(made, look)
    made.add_heading(document.title, level=0)
    if document.subtitle:
        made.add_paragraph(document.subtitle, style="Subtitle")
    sheet = _Sheet(made, look, pictures(document, look))
    for block in document.blocks:
        _set(block, sheet)
    out = io.BytesIO()
    made.save(out)
    return _packed(out.getvalue())


def template_refused(look: Look) -> str:
    """Why Word's library cannot begin with the template of a look; empty where it can."""
    import docx

    try:
        docx.Document(io.BytesIO(look.word))
    except Exception as error:  # noqa: BLE001 - a file of another program's can be wrong in ways that the library has no error for
        return str(error) or type(error).__name__
    return ""


def _styled(made: Word, look: Look) -> None:
    """One font for all, and headings in its ink: without a template Word's own would mix two, in a blue that is nobody's."""
    from docx.oxml.ns import qn

    font = look.font if look.fonts else _FONT
    for name in ("Normal", "Title", "Subtitle", "Caption", *(f"Heading {level}" for level in range(1, 4))):
        style = made.styles[name]
        about = style.element.get_or_add_rPr().get_or_add_rFonts()
        about.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            about.set(qn(f"w:{script}"), font)
        _colour(style, look.quiet if name in {"Subtitle", "Caption"} else look.ink)


def _listed(made: Word) -> None:
    """Lists as close below a note as between notes: without a template there would be a gap wherever one goes a level down."""
    from docx.shared import Pt
    from docx.styles.style import ParagraphStyle

    for level in range(_DEEPEST + 1):
        style = made.styles[_bullet(level)]
        if isinstance(style, ParagraphStyle):
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(3)


def _bullet(level: int) -> str:
    """The style of a list's level."""
    return "List Bullet" if not level else f"List Bullet {min(level, _DEEPEST) + 1}"


def _topped(made: Word, look: Look) -> None:
    """The logo, where Word can have one of its kind, and what stands on top."""
    from docx.shared import Mm

    if (logo := look.logo) and logo.kind == "png":
        _said(made.add_picture(io.BytesIO(logo.data), height=Mm(14)), logo.said)
    if look.cover:
        _colour(made.add_paragraph().add_run(_kept(look.cover)), look.quiet)


def _said(drawn: InlineShape, said: str) -> None:
    """A picture with what it shows in words."""
    drawn._inline.docPr.set("descr", _kept(said))  # noqa: SLF001 - the library sets no alternative


def _prepared(made: Word, document: Document) -> None:
    """Its properties, its language, and the number of its pages at the foot."""
    from docx.oxml.ns import qn
    from docx.shared import Mm

    about, day = made.core_properties, dt.datetime.combine(document.date, dt.time(), dt.UTC)
    about.title, about.subject = document.title, document.subject
    about.language = _LOCALES.get(document.language, document.language)
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.created = about.modified = day
    about.revision = 1
    normal = made.styles["Normal"].element.get_or_add_rPr()
    for defaults in (*made.styles.element.iter(qn("w:rPrDefault")),):
        normal = defaults.find(qn("w:rPr")) if defaults.find(qn("w:rPr")) is not None else normal
    for known in normal.findall(qn("w:lang")):
        normal.remove(known)
    language = normal.makeelement(qn("w:lang"), {qn("w:val"): about.language})
    normal.append(language)
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22)
    page.top_margin = page.bottom_margin = Mm(20)
    _page_numbers(made, document.where_pages)


def _page_numbers(made: Word, where: str) -> None:
    foot = made.sections[0].footer.paragraphs[0]
    before, _, rest = where.partition("{page}")
    between, _, after = rest.partition("{pages}")
    foot.add_run(before)
    _field(foot, "PAGE")
    foot.add_run(between)
    _field(foot, "NUMPAGES")
    foot.add_run(after)


def _field(paragraph: WordParagraph, code: str) -> None:
    """A number that Word fills in."""
    from docx.oxml.ns import qn

    run = paragraph.add_run()
    for kind in ("begin", "", "end"):
        if kind:
            part = run._r.makeelement(qn("w:fldChar"), {qn("w:fldCharType"): kind})  # noqa: SLF001 - the library has no fields
        else:
            part = run._r.makeelement(qn("w:instrText"), {})  # noqa: SLF001 - the same
            part.text = code
        run._r.append(part)  # noqa: SLF001 - the same


@singledispatch
def _set(block: Block, _made: _Sheet) -> None:
    raise TypeError(type(block))


@_set.register(Heading)
def _heading(block: Heading, made: _Sheet) -> None:
    made.word.add_heading(_kept(block.text), level=block.level - 1)


@_set.register(Paragraph)
def _paragraph(block: Paragraph, made: _Sheet) -> None:
    run = made.word.add_paragraph().add_run(_kept(block.text))
    run.italic = block.tone == "lead" or None
    run.bold = block.tone == "strong" or None
    if block.tone == "quiet":
        _colour(run, made.look.quiet)


@_set.register(Facts)
def _facts(block: Facts, made: _Sheet) -> None:
    for label, value in block.rows:
        paragraph = made.word.add_paragraph()
        paragraph.paragraph_format.space_after = 0
        paragraph.add_run(f"{_kept(label)}: ").bold = True
        paragraph.add_run(_kept(value))


@_set.register(Items)
def _items(block: Items, made: _Sheet) -> None:
    _list(block.items, made, 0)


@_set.register(Groups)
def _groups(block: Groups, made: _Sheet) -> None:
    """One below the other: columns of paper are hard to read aloud, and harder to edit."""
    for group in block.groups:
        paragraph = made.word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run(_kept(f"{group.sign} {group.heading}"))
        run.bold = True
        _colour(run, made.look.role(group.role))
        _list(group.items, made, 0)


@_set.register(Table)
def _table(block: Table, made: _Sheet) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn

    caption = made.word.add_paragraph(style="Caption")
    caption.paragraph_format.keep_with_next = True
    caption.add_run(_kept(block.caption))
    table = made.word.add_table(rows=1, cols=len(block.head), style="Table Grid")
    numbers = block.numbers()
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        cell.paragraphs[0].add_run(_kept(text)).bold = True
    head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - the library does not know repeated heads
    head.append(head.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    for row in block.rows:
        cells = table.add_row().cells
        for cell, value in zip(cells, row, strict=True):
            cell.paragraphs[0].add_run(_kept(str(value)))
    for place in (place for place, is_number in enumerate(numbers) if is_number):
        for cell in table.columns[place].cells:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for (row, column), step in block.shades().items():
        _shaded(table.rows[row + 1].cells[column], made.look, step)
    _widths(block, table)
    for row in table.rows:
        whole = row._tr.get_or_add_trPr()  # noqa: SLF001 - nor rows that stay together
        whole.append(whole.makeelement(qn("w:cantSplit"), {qn("w:val"): "true"}))
    if block.rule:
        _colour(made.word.add_paragraph().add_run(_kept(block.rule)), made.look.quiet)


def _shaded(cell: WordCell, look: Look, step: int) -> None:
    """A cell of heat: its ground, and an ink that is read on it."""
    from docx.oxml.ns import qn

    about = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - the library has no shading
    fill = {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): look.shade(step).lstrip("#").upper()}
    about.append(about.makeelement(qn("w:shd"), fill))
    for run in cell.paragraphs[0].runs:
        _colour(run, look.on_shade(step))


def _widths(block: Table, table: WordTable) -> None:
    """Set what `widths` says: Word and LibreOffice would break words in columns of one width."""
    from docx.shared import Mm

    table.autofit = False
    across, size = widths(block)
    for column, millimetres in zip(table.columns, across, strict=True):
        # LibreOffice reads the width of a column, Word that of its cells.
        wide = column.width = Mm(millimetres)
        for cell in column.cells:
            cell.width = wide
    if size < _SIZES[0]:
        _smaller(table, size)


def widths(block: Table) -> tuple[list[float], float]:
    """How wide each column is, in millimetres, and in what size of letters, in points.

    The longest word of each column has room, in the largest letters in which it has, and what is left goes where there is most to
    say. Where not even that does, all have the less.
    """
    texts = [[head, *(str(row[place]) for row in block.rows)] for place, head in enumerate(block.head)]
    words = [max((len(word) for text in one for word in text.split()), default=0) for one in texts]

    def needed(size: float) -> list[float]:
        share = size / _SIZES[0]
        return [min(_WORD, max(_LEAST, (_LETTER * longest + _BESIDE) * share)) for longest in words]

    size = next((one for one in _SIZES if sum(needed(one)) <= _ACROSS), _SIZES[-1])
    least = needed(size)
    if sum(least) > _ACROSS:
        return [_ACROSS * each / sum(least) for each in least], size
    numbers = block.numbers()
    more = [
        0 if is_number else min(_LONG, max(map(len, one))) - min(_LONG, longest)
        for one, longest, is_number in zip(texts, words, numbers, strict=True)
    ]
    spare = _ACROSS - sum(least)
    wide = [
        each + (spare * much / sum(more) if any(more) else 0) for each, much in zip(least, more, strict=True)
    ]
    return wide, size


def _smaller(table: WordTable, points: float) -> None:
    """A table in smaller letters, with less air beside them."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    about = table._tbl.tblPr  # noqa: SLF001 - the library has no margins of cells
    margins = about.makeelement(qn("w:tblCellMar"), {})
    for side in ("left", "right"):
        margins.append(margins.makeelement(qn(f"w:{side}"), {qn("w:w"): "45", qn("w:type"): "dxa"}))
    about.append(margins)
    for run in (run for row in table.rows for cell in row.cells for run in cell.paragraphs[0].runs):
        run.font.size = Pt(points)


@_set.register(Bars)
@_set.register(Map)
def _figure(block: Bars | Map, made: _Sheet) -> None:
    """A figure as a picture; without one it is its alternative, and the numbers stand in the table after it."""
    from docx.shared import Mm

    if picture := made.pictures.get(block):
        wide, high = size_of(picture)
        across = min(_ACROSS, _DOWN * wide // high)
        _said(made.word.add_picture(io.BytesIO(picture), width=Mm(across)), block.alternative)
        if block.caption:
            made.word.add_paragraph(style="Caption").add_run(_kept(block.caption))
    else:
        made.word.add_paragraph(_kept(block.alternative))


def _list(items: Iterable[Item], made: _Sheet, level: int) -> None:
    for item in items:
        paragraph = made.word.add_paragraph(style=_bullet(level))
        paragraph.add_run(f"{_kept(item.sign)} " if item.sign else "")
        paragraph.add_run(_kept(item.text))
        if told := ", ".join(filter(None, item.marks)):
            _colour(paragraph.add_run(f" ({_kept(told)})"), made.look.quiet)
        _list(item.under, made, level + 1)


def _colour(run: object, colour: str) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())  # type: ignore[attr-defined]


def _kept(text: str) -> str:
    """A text as XML 1.0 can carry it: without the controls and halves of signs that it has no place for."""
    return "".join(sign for sign in text if sign in "\n\t" or (sign.isprintable() or sign.isspace()))


def _packed(data: bytes) -> bytes:
    """The same zip with one time for all that is in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            made.writestr(entry, given.read(name))
    return out.getvalue()
