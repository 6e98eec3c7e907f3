"""Handing a compilation out from its screen: in which formats, for whom, and what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.look import OURS
from diskussion_tui.reports import compilation_files as files
from diskussion_tui.reports.exporting import is_ready
from diskussion_tui.reports.profile import Published
from diskussion_tui.tui.dialogs.chooser import Choice
from diskussion_tui.workshop.compiling import people_in, write_report

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.compiling.page import Shown
    from diskussion_tui.tui.environment import LookRead

_NAMES = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "html": "HTML", "md": "Markdown"}
_PUBLIC = "publik."


class Withheld(NamedTuple):
    """So many texts seem to hold personal data, and nobody has said why they go out all the same."""

    texts: int


def offered(words: Texts) -> list[Choice]:
    """The formats that can be made here, each for those who work with it and for others."""
    said, ready = words.compiling, [one for one in files.FORMATS if is_ready(one)]
    return [
        *(Choice(one, _NAMES[one], said.report_internal, titled=True) for one in ready),
        *(Choice(f"{_PUBLIC}{one}", _NAMES[one], said.report_public, titled=True) for one in ready),
    ]


def report_of(
    of: Shown,
    chosen: str,
    today: dt.date,
    look: Callable[[], LookRead | None],
    reason: str = "",
) -> Callable[[], Path | Withheld | str]:
    """What writes the report that was chosen, for any thread: where it is; how much keeps it from being written; or, in words, what does."""

    def work() -> Path | Withheld | str:
        found = look()
        if found and found.problems:
            return f"{of.words.look.faulty} {' '.join(one.row() for one in found.problems)}"
        made, words = of.made, of.words
        handed = files.Handed(made.kept, made.of, of.workbook, words, None, made.missing)
        if chosen.startswith(_PUBLIC):
            names = people_in(made)
            handed = handed._replace(publish=Published(names))
            telling = files.telling(handed, today)
            if telling and not reason:
                return Withheld(len(telling))
            handed = handed._replace(publish=Published(names, reason if telling else ""))
        wanted = chosen.removeprefix(_PUBLIC)
        hidden = words.report.hidden_name
        name = handed.publish.file_name(made.folder.name, hidden) if handed.publish else ""
        return write_report(made, wanted, files.made(wanted, handed, found.look if found else OURS), name)

    return work
