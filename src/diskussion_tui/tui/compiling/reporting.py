"""Handing a compilation out from its screen: in which formats, for whom, and what is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from diskussion_tui.reports import compilation_files as files
from diskussion_tui.reports.exporting import is_ready
from diskussion_tui.tui.dialogs.chooser import Choice
from diskussion_tui.workshop.compiling import write_report

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.compiling.page import Shown

_NAMES = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "html": "HTML", "md": "Markdown"}
_PUBLIC = "publik."


def offered(words: Texts) -> list[Choice]:
    """The formats that can be made here, each for those who work with it and for others."""
    said, ready = words.compiling, [one for one in files.FORMATS if is_ready(one)]
    return [
        *(Choice(one, _NAMES[one], said.report_internal, titled=True) for one in ready),
        *(Choice(f"{_PUBLIC}{one}", _NAMES[one], said.report_public, titled=True) for one in ready),
    ]


def report_of(of: Shown, chosen: str, today: dt.date) -> Callable[[], Path] | str:
    """What writes the report that was chosen; or, in words, why it is not written."""
    made, publish = of.made, chosen.startswith(_PUBLIC)
    if publish and (found := files.telling(made.kept, made.of, today)):
        return of.words.compiling.personal(len(found))
    return partial(_written, of, chosen.removeprefix(_PUBLIC), publish=publish)


def _written(of: Shown, wanted: str, *, publish: bool) -> Path:
    made = of.made
    return write_report(
        made, wanted, files.made(wanted, made.kept, made.of, of.workbook, of.words, publish=publish)
    )
