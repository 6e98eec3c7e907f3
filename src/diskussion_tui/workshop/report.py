"""The reports of a discussion, as files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.store.session.report_file import put_report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop

BESIDE = ("pdf", "docx", "xlsx", "html", "md", "txt", "csv", "json")
"""The formats that lie beside a discussion; its own file is there already."""


def write_reports(workshop: Workshop, words: Texts, formats: Iterable[str]) -> list[Path]:
    """Put reports where the discussion lies, called `<prefix>_<name>_<date>`; which files they are. Raises `OSError` and `MissingLibraryError`."""
    from diskussion_tui.reports.exporting import Export, made
    from diskussion_tui.store.files.codec import Encoder

    export = Export(workshop.session, workshop.workbook, words, lambda one: Encoder().file(one))
    head = export.session.head
    folder = workshop.refuge or workshop.path.parent
    named = (workshop.workbook.file_prefix, head.name, head.date)
    source = folder / workshop.path.name
    return [put_report(folder, named, f".{one}", made(export, one), source=source) for one in formats]
