"""A compilation in one of the formats that are handed out, and its bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.look import OURS
from diskussion_tui.domain.analysis.compilation_kept import NOTHING_MISSING
from diskussion_tui.domain.language.personal import found_in
from diskussion_tui.reports.compilation_document import document
from diskussion_tui.reports.compilation_values import values
from diskussion_tui.reports.exporting import MissingLibraryError, is_ready

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from diskussion_tui.base.look import Look
    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_kept import Kept, Missing
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.document import Document
    from diskussion_tui.reports.profile import Published
    from diskussion_tui.texts.catalogue import Texts

FORMATS = ("pdf", "docx", "xlsx", "html", "md")
"""Every format by its suffix."""


class Handed(NamedTuple):
    """What is handed out: a compilation, and with `publish` for anybody. `missing` are the files that were not counted, or not wholly."""

    kept: Kept
    of: Compilation
    workbook: Workbook | None
    words: Texts
    publish: Published | None = None
    missing: Missing = NOTHING_MISSING

    def document(self) -> Document:
        """As a document."""
        kept, of, workbook, words, publish, missing = self
        return document(kept, of, workbook, words, publish=publish, missing=missing)


def telling(handed: Handed, today: dt.date) -> list[str]:
    """What would go out and seems to be personal data, each once: whatever a document or a table says, names of rows too."""
    kept, of, workbook, words, publish, _missing = handed
    said = values(kept, of, workbook, words, publish=publish)
    told = handed.document()
    return [text for text in dict.fromkeys((*texts_in(said), *texts_in(told))) if found_in(text, today)]


def texts_in(value: object) -> Iterator[str]:
    """Every text in a value, however deep; texts that name other values are not looked at."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for one in value.values() for text in texts_in(one))
    elif isinstance(value, (tuple, list)):
        yield from (text for one in value for text in texts_in(one))
    elif hasattr(value, "__dataclass_fields__"):
        yield from (text for name in value.__dataclass_fields__ for text in texts_in(getattr(value, name)))


def made(wanted: str, handed: Handed, look: Look = OURS) -> bytes:
    """The document in a format. Raises `MissingLibraryError`."""
    if not is_ready(wanted):
        raise MissingLibraryError(wanted)
    words, told = handed.words, handed.document()
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

    numbers = list(rows(handed.kept, handed.of, handed.workbook, words, publish=handed.publish))
    return excel(
        told,
        words.compiling.numbers_sheet,
        words.fields.heads(NAMED),
        numbers,
        words.compiling.overview.title,
        look,
        whole=True,
    )
