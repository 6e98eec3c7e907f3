"""A discussion in one of the formats that are handed out: which there are, what each needs, and its bytes."""

from __future__ import annotations

import json
from importlib.util import find_spec
from typing import TYPE_CHECKING

from diskussion_tui.base.look import OURS
from diskussion_tui.base.value import dataclass
from diskussion_tui.reports.profile import INTERNAL, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.base.look import Look
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.document import Document
    from diskussion_tui.reports.profile import Profile
    from diskussion_tui.texts.catalogue import Texts

    Encode = Callable[[Session], bytes]

CALENDAR = "ics"
"""The format that has only the actions with a day: there is one where there are such actions."""
NEEDS = {"pdf": "typst", "docx": "docx", "xlsx": "xlsxwriter", CALENDAR: "icalendar"}
"""What a format needs besides the program: the modules of the extra `dokument`."""
FORMATS = ("pdf", "docx", "xlsx", "html", "md", "txt", "csv", "json", "toml")
"""Every format of a whole report by its suffix, the ones that people ask for first."""


WORDLESS = frozenset({"csv", CALENDAR})
"""The formats in which nothing can be said of the document itself, such as why it is published."""


class MissingLibraryError(Exception):
    """What a format needs is not installed."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        super().__init__(wanted)


@dataclass(frozen=True, slots=True)
class Export:
    """What a report is made of. `encode` writes a discussion as its own file is written.

    With its `history` the discussion's own file has what was withdrawn and how things were worded before; else it has what counts.
    `reason` is why what seems to be personal data goes out all the same.
    """

    session: Session
    workbook: Workbook | None
    words: Texts
    encode: Encode
    profile: Profile = INTERNAL
    history: bool = False
    reason: str = ""
    look: Look = OURS

    @property
    def shown(self) -> Session:
        """The discussion as the profile has it."""
        return told(self.session, self.profile, self.words.report.hidden_name)

    def document(self) -> Document:
        """The document that most formats set."""
        from diskussion_tui.reports.report import report

        return report(self.session, self.workbook, self.words, self.profile, self.reason)

    def file(self) -> bytes:
        """The discussion's own file."""
        return self.encode(self.session if self.history and self.profile == INTERNAL else self.shown)


def is_ready(wanted: str) -> bool:
    """Whether what a format needs is installed. Loads nothing of it."""
    needs = NEEDS.get(wanted)
    return needs is None or find_spec(needs) is not None


def made(export: Export, wanted: str) -> bytes:
    """The report in a format. Raises `MissingLibraryError` and `RefusedPdfError`."""
    if not is_ready(wanted):
        raise MissingLibraryError(wanted)
    found = _MAKERS[wanted](export)
    return found.encode() if isinstance(found, str) else found


def _pdf(export: Export) -> bytes:
    from diskussion_tui.reports.formats.pdf import Attached, pdf
    from diskussion_tui.reports.formats.saying import said_in

    said = export.words.report
    within = None
    if export.profile == INTERNAL:
        within = Attached("diskussion.toml", export.file().decode(), said.attached)
    return pdf(export.document(), said_in(export.words), within, export.look)


def _docx(export: Export) -> bytes:
    from diskussion_tui.reports.formats.saying import said_in
    from diskussion_tui.reports.formats.word import word

    return word(export.document(), export.look, said_in(export.words))


def _xlsx(export: Export) -> bytes:
    from diskussion_tui.reports.formats.excel import excel
    from diskussion_tui.reports.note_rows import note_rows

    said = export.words.report
    head, rows = note_rows(export.session, export.workbook, export.words, export.profile)
    return excel(export.document(), said.notes_sheet, head, rows, said.overview_sheet, export.look)


def _html(export: Export) -> str:
    from diskussion_tui.reports.formats.html import html

    return html(export.document(), export.look)


def _md(export: Export) -> str:
    from diskussion_tui.reports.formats.markdown import markdown

    return markdown(export.document())


def _txt(export: Export) -> str:
    from diskussion_tui.reports.formats.text import text

    return f"{text(export.document())}\n"


def _csv(export: Export) -> str:
    from diskussion_tui.reports.formats.tables import separated
    from diskussion_tui.reports.note_rows import note_rows

    head, rows = note_rows(export.session, export.workbook, export.words, export.profile)
    return separated(head, rows, "csv-excel")


def _json(export: Export) -> str:
    from diskussion_tui.reports.as_json import session_values
    from diskussion_tui.reports.profile import without_few

    values: object = {
        "profile": export.profile.id,
        "published_because": export.reason,
        **session_values(export.shown),
    }
    if export.profile.fewest:
        values = without_few(
            values, lambda number: export.words.report.fewer.format(n=number), export.profile
        )
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _toml(export: Export) -> bytes:
    return export.file()


def _ics(export: Export) -> bytes:
    from diskussion_tui.reports.appointments import appointments
    from diskussion_tui.reports.formats.calendar import calendar

    return calendar(appointments(export.shown, export.words), export.words.language)


_MAKERS: dict[str, Callable[[Export], str | bytes]] = {
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
    "html": _html,
    "md": _md,
    "txt": _txt,
    "csv": _csv,
    "json": _json,
    "toml": _toml,
    CALENDAR: _ics,
}
