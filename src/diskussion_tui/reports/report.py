"""A discussion as a document: a first page that says what came of it, and then all that was said, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.told import own_workbook
from diskussion_tui.reports.document import Document, Heading, Paragraph
from diskussion_tui.reports.minute import Telling, minute
from diskussion_tui.reports.parts import after_parts, part_blocks
from diskussion_tui.reports.profile import INTERNAL, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.document import Block
    from diskussion_tui.reports.profile import Profile
    from diskussion_tui.texts.catalogue import Texts


def report(
    session: Session, workbook: Workbook | None, words: Texts, profile: Profile = INTERNAL, reason: str = ""
) -> Document:
    """The whole report. `workbook` is the session's own, or any other, which is then not looked at.

    `reason` is why what seems to be personal data is in it all the same; it stands on the first page.
    """
    workbook = own_workbook(session, workbook)
    of = Telling(told(session, profile, words.report.hidden_name), workbook, words, profile)
    return document_of(of, (*_for_whom(of, reason), *minute(of), *_everything(of), *_whose(of)))


def document_of(of: Telling, blocks: tuple[Block, ...]) -> Document:
    """The document that a discussion's blocks make up."""
    head, said = of.session.head, of.words.report
    title = of.workbook.title if of.workbook else ""
    subtitle = " · ".join(filter(None, (title, head.date.isoformat())))
    return Document(
        head.name,
        of.words.language,
        head.date,
        blocks,
        subtitle,
        said.subject,
        said.contents,
        said.where_pages,
    )


def _everything(of: Telling) -> Iterator[Block]:
    if of.parts or of.session.parked():
        yield Heading(of.words.report.everything)
    for part in of.parts:
        yield from part_blocks(of, part)
    yield from after_parts(of)
    if of.workbook and of.workbook.provenance:
        yield Paragraph(of.workbook.provenance, "quiet")


def _for_whom(of: Telling, reason: str) -> Iterator[Block]:
    """On the first page of what anybody may read, that it is that; and why what seems personal is in it."""
    if not of.profile.names:
        yield Paragraph(of.words.report.for_anybody, "quiet")
    if reason:
        yield Paragraph(of.words.report.published_because.format(reason=reason), "quiet")


def _whose(of: Telling) -> Iterator[Block]:
    """Which discussion it is of, so that one who reads it in again knows."""
    yield Paragraph(of.words.report.of_discussion.format(id=of.session.head.id), "quiet")


def _for_whom(of: Telling, reason: str) -> Iterator[Block]:
    """On the first page of what anybody may read, that it is that; and why what seems personal is in it."""
    if not of.profile.names:
        yield Paragraph(of.words.report.for_anybody, "quiet")
    if reason:
        yield Paragraph(of.words.report.published_because.format(reason=reason), "quiet")


def _whose(of: Telling) -> Iterator[Block]:
    """Which discussion it is of, so that one who reads it in again knows."""
    yield Paragraph(of.words.report.of_discussion.format(id=of.session.head.id), "quiet")


def _reason(of: Telling, reason: str) -> Iterator[Block]:
    if reason:
        yield Paragraph(of.words.report.published_because.format(reason=reason), "quiet")
