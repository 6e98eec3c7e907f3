"""A discussion worth a report, and its report in each format."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.reports.exporting import Export
from diskussion_tui.reports.profile import INTERNAL
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.texts import words
from tests.support.builders import workbook_in

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.profile import Profile

ROOT = Path(__file__).parents[2]


@cache
def example() -> Session:
    """The example that ships."""
    (path,) = (ROOT / "sessions" / "exempel").glob("*.toml")
    return read_session(path).session


@cache
def workbook() -> Workbook:
    """The workbook that ships."""
    return workbook_in(ROOT / "content.toml")


def export(session: Session | None = None, profile: Profile = INTERNAL, language: str = "sv") -> Export:
    """What a report is made of."""
    return Export(session or example(), workbook(), words(language), lambda one: Encoder().file(one), profile)
