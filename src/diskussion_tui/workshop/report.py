"""The report of a discussion, as a file beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.store.session.report_file import put_report

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.workshop.workshop import Workshop


def write_report(workshop: Workshop, suffix: str, text: str) -> Path:
    """Put a report where the discussion lies, called `<prefix>_<name>_<date>` and the suffix; which file it is. Raises `OSError`."""
    head = workshop.session.head
    folder = workshop.refuge or workshop.path.parent
    return put_report(folder, (workshop.workbook.file_prefix, head.name, head.date), suffix, text)
