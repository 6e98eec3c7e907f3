"""A compilation in one of the formats that are handed out, and its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.look import OURS
from diskussion_tui.domain.language.personal import found_in
from diskussion_tui.reports.compilation_document import document
from diskussion_tui.reports.exporting import MissingLibraryError, is_ready

if TYPE_CHECKING:
    import datetime as dt

    from diskussion_tui.base.look import Look
    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_kept import Kept
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts

FORMATS = ("pdf", "docx", "xlsx", "html", "md")
"""Every format by its suffix."""


def telling(kept: Kept, of: Compilation, today: dt.date) -> list[str]:
    """What of the words that would go out to others seems to be personal data: the analyst's own, and quotes."""
    quoted = (of.notes[ref].text for ref in kept.quotes if ref in of.notes)
    return [text for text in (kept.text, *quoted) if found_in(text, today)]


def made(
    wanted: str,
    kept: Kept,
    of: Compilation,
    workbook: Workbook | None,
    words: Texts,
    *,
    publish: bool = False,
    look: Look = OURS,
) -> bytes:
    """The document in a format. Raises `MissingLibraryError`."""
    if not is_ready(wanted):
        raise MissingLibraryError(wanted)
    told = document(kept, of, workbook, words, publish=publish)
    from diskussion_tui.reports.formats.saying import said_in

    if wanted == "pdf":
        from diskussion_tui.reports.formats.pdf import pdf

        return pdf(told, said_in(words), None, look)
    if wanted == "docx":
        from diskussion_tui.reports.formats.word import word

        return word(told, look, said_in(words))
    if wanted == "html":
        from diskussion_tui.reports.formats.html import html

        return html(told, look).encode()
    if wanted == "md":
        from diskussion_tui.reports.formats.markdown import markdown

        return markdown(told).encode()
    from diskussion_tui.reports.compilation_values import NAMED, rows
    from diskussion_tui.reports.formats.excel import excel

    numbers = list(rows(kept, of, workbook, words, publish=publish))
    return excel(
        told,
        words.compiling.numbers_sheet,
        words.fields.heads(NAMED),
        numbers,
        words.compiling.overview.title,
        look,
        whole=True,
    )
