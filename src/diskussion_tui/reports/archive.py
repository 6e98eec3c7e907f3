"""A discussion as a package for an archive: to read, to compute with, and with a first page that says what it is in plain Swedish.

What counts is in it; what was withdrawn and how things were worded before only where that is asked for. Nothing of what was removed
for good is in a session, and so in nothing here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.reports.as_json import session_values
from diskussion_tui.reports.exporting import is_ready
from diskussion_tui.reports.formats.bag import bag
from diskussion_tui.reports.formats.html import html
from diskussion_tui.reports.formats.tables import separated
from diskussion_tui.reports.formats.xml import xml
from diskussion_tui.reports.note_rows import note_rows
from diskussion_tui.reports.page import in_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diskussion_tui.reports.exporting import Export
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.texts.catalogue.archive import Archive

README, SESSION = "LASMIG.txt", "diskussion.toml"
_REPORTS, _NOTES, _VALUES = ("rapport.pdf", "rapport.html"), "anteckningar.csv", "diskussion.xml"
ALWAYS = ((README,), (SESSION,), _REPORTS, (_NOTES,), (_VALUES,))
"""What every package has, of each of these one."""
_WIDE = 18
_XML_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a package has besides the discussion: who answers for it, and `originals`, files as they lay, by name."""

    responsible: str
    originals: Mapping[str, bytes]


def package(name: str, export: Export, kept: Kept) -> bytes:
    """The package as a zip, its folder of a name. `export` is of the profile *internt*. The same input gives the same bytes."""
    files = {**_set(export), **{f"original/{path}": data for path, data in kept.originals.items()}}
    files[README] = _readme(export, kept, files).encode()
    return bag(name, files, _about(export, kept))


def _set(export: Export) -> dict[str, bytes]:
    """The discussion in each of the formats that are kept. Without what sets PDF it is a web page."""
    head, rows = note_rows(export.session, export.workbook, export.words, export.profile)
    values = session_values(export.shown)
    del values["overview"]  # counts, which the notes give anyhow
    language = export.words.language
    read = (
        {"rapport.pdf": _pdf(export)}
        if is_ready("pdf")
        else {"rapport.html": html(export.document(), export.look).encode()}
    )
    return {
        **read,
        SESSION: export.file(),
        "anteckningar.csv": separated(head, rows, "csv").encode(),
        "diskussion.xml": xml("diskussion", values, version=_XML_VERSION, language=language),
    }


def _pdf(export: Export) -> bytes:
    from diskussion_tui.reports.formats.pdf import pdf
    from diskussion_tui.reports.formats.saying import said_in

    return pdf(export.document(), said_in(export.words), None, export.look)


def _facts(export: Export, kept: Kept, words: Texts) -> Iterator[tuple[str, str]]:
    head, terms, said = export.session.head, words.terms, words.archive
    yield said.discussion, head.name
    yield terms.date, head.date.isoformat()
    yield terms.unit, head.unit
    yield terms.registry_number, head.registry_number
    yield said.responsible, kept.responsible
    yield terms.information_class, head.information_class
    yield terms.retention, head.retention
    yield terms.workbook, head.workbook
    yield words.report.state, terms.final if export.session.final else terms.draft
    yield said.notes, str(len(export.session.notes()))


def _readme(export: Export, kept: Kept, files: Mapping[str, bytes]) -> str:
    """The first page, in Swedish whatever language the discussion was held in: it is the archive that reads it."""
    from diskussion_tui.texts import words

    swedish = words("sv")
    said = swedish.archive
    facts = in_columns(_facts(export, kept, swedish), said.not_given)
    named = _named(said)
    told = [f"  {path:<{_WIDE}}{named.get(path, said.original)}" for path in (README, *sorted(files))]
    history = said.with_history if export.history else said.without_history
    pages = (said.title, said.what, "\n".join(facts), said.holds, "\n".join(told), history, said.how_to_check)
    return "\n\n".join(pages) + "\n"


def _named(said: Archive) -> dict[str, str]:
    """What each file is, in words."""
    return {
        README: said.of_readme,
        "rapport.pdf": said.of_pdf,
        "rapport.html": said.of_html,
        SESSION: said.of_toml,
        "anteckningar.csv": said.of_csv,
        "diskussion.xml": said.of_xml,
    }


def _about(export: Export, kept: Kept) -> Iterator[tuple[str, str]]:
    """What BagIt has labels for, and no more."""
    head = export.session.head
    if head.unit:
        yield "Source-Organization", head.unit
    if kept.responsible:
        yield "Contact-Name", kept.responsible
    yield "External-Description", f"{head.name} {head.date.isoformat()}"
    if head.registry_number:
        yield "External-Identifier", head.registry_number
    yield "Internal-Sender-Identifier", head.id
