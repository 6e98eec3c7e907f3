"""The reports of a discussion, as files beside it or in another folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.look import OURS
from diskussion_tui.base.value import dataclass
from diskussion_tui.store.session.report_file import put_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from diskussion_tui.base.look import Look
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.exporting import Export
    from diskussion_tui.reports.profile import Profile
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop

BESIDE = ("pdf", "docx", "xlsx", "html", "md", "txt", "csv", "json")
"""The formats that lie beside a discussion; its own file is there already."""


def formats_beside(session: Session) -> tuple[str, ...]:
    """Every format that can be made of a discussion beside it, here."""
    from diskussion_tui.reports.appointments import has_days
    from diskussion_tui.reports.exporting import CALENDAR, is_ready

    return tuple(filter(is_ready, (*BESIDE, CALENDAR) if has_days(session) else BESIDE))


@dataclass(frozen=True, slots=True)
class Source:
    """What a report is of: a discussion, its workbook where that is at hand, and its file. It is put into `folder`."""

    session: Session
    workbook: Workbook | None
    path: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing reports: their files, and why there is none in some formats."""

    files: list[Path]
    refused: dict[str, str]


def source_of(workshop: Workshop) -> Source:
    """The discussion that is open; its reports lie where it lies now."""
    folder = workshop.refuge or workshop.path.parent
    return Source(workshop.session, workshop.workbook, folder / workshop.path.name, folder)


def source_at(path: Path, session: Session, workbook: Workbook | None) -> Source:
    """A discussion that was only read; its reports lie beside its file."""
    return Source(session, workbook, path, path.parent)


def export_of(
    source: Source,
    words: Texts,
    profile: Profile,
    look: Look = OURS,
    *,
    history: bool = False,
    reason: str = "",
) -> Export:
    """What every format of a report is made of."""
    from diskussion_tui.reports.exporting import Export
    from diskussion_tui.store.files.codec import Encoder

    def encoded(session: Session) -> bytes:
        return Encoder().file(session)

    return Export(source.session, source.workbook, words, encoded, profile, history, reason, look)


def write_reports(
    source: Source, export: Export, formats: Iterable[str], begun: Callable[[int, str], None]
) -> Written:
    """Put reports into the folder, called `<prefix>_<name>_<date>` as the discussion is, those for anybody with `_publicera` behind. What one format refuses keeps no other.

    `begun` is told before each how many were begun, and the format. Raises `OSError` and `MissingLibraryError`.
    """
    from diskussion_tui.reports.formats.typesetting import RefusedPdfError

    files: list[Path] = []
    refused: dict[str, str] = {}
    for number, one in enumerate(formats):
        begun(number, one)
        try:
            files.append(write_report(source, export, one))
        except RefusedPdfError as error:
            refused[one] = error.why
    return Written(files, refused)


def write_report(source: Source, export: Export, wanted: str) -> Path:
    """Put a report in one format into the folder; which file it is. Raises as `write_reports`, and `RefusedPdfError`."""
    from diskussion_tui.reports.exporting import made
    from diskussion_tui.reports.profile import Published, people_in

    head = source.session.head
    prefix, name = source.path.stem.partition("_")[0], head.name
    if not export.profile.names:
        hidden, without = export.words.report.hidden_name, Published(people_in(source.session))
        prefix, name = without.file_name(prefix, hidden), without.file_name(name, hidden)
    named = (prefix, name, head.date)
    # One that may go to anybody is never mistaken for one that may not, also where both lie side by side.
    whose = "" if export.profile.names else f"_{export.profile.id}"
    return put_report(source.folder, named, f"{whose}.{wanted}", made(export, wanted), source=source.path)
