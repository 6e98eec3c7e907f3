"""What `diskussion show` prints: the whole workbook with the answers in it, or the answers alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.reports.formats.text import text
from diskussion_tui.reports.paper import paper
from diskussion_tui.reports.report import report

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts


def plain(session: Session, workbook: Workbook | None, words: Texts, width: int = 80) -> str:
    """The whole workbook."""
    return text(paper(session, workbook, words), width)


def answers(session: Session, workbook: Workbook | None, words: Texts, width: int = 80) -> str:
    """Only what the group said."""
    return text(report(session, workbook, words), width)
