"""A whole workbook as a document: all that it says itself, with what the group said set into its places, or blank.

What was said is told by the same blocks as in a report (`parts.py`), with room for what was not answered. Cues are for whoever leads,
and not on it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diskussion_tui.domain.plan.show import show_in, used_in
from diskussion_tui.domain.plan.standing import shared_minutes
from diskussion_tui.domain.session.changes import begin, frame_of
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.following import Stamp
from diskussion_tui.domain.session.told import own_workbook
from diskussion_tui.domain.workbook.layout import area_name, what_stands_on
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.reports.document import Document, Facts, Heading, Item, Items, Paragraph
from diskussion_tui.reports.minute import Telling, minute
from diskussion_tui.reports.parts import after_parts, part_blocks
from diskussion_tui.reports.profile import INTERNAL, told
from diskussion_tui.reports.report import document_of, report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Background, Compass, Section, Workbook
    from diskussion_tui.reports.document import Block
    from diskussion_tui.texts.catalogue import Texts


def paper(session: Session, workbook: Workbook | None, words: Texts) -> Document:
    """The whole workbook with the answers in it; of a session of another workbook, or of none at hand, its report."""
    own = own_workbook(session, workbook)
    if own is None:
        return report(session, None, words)
    of = Telling(told(session, INTERNAL, ""), own, words, INTERNAL, whole=True)
    return document_of(of, (*minute(of), *_workbook(of, own)))


def blank(workbook: Workbook, words: Texts) -> Document:
    """The workbook with room for everything."""
    of = Telling(_nobodys(workbook), workbook, words, INTERNAL, whole=True)
    blocks = tuple(_workbook(of, workbook))
    return Document(workbook.title, words.language, _NO_DAY, blocks, workbook.subtitle)


_NO_DAY = dt.date.min


def _nobodys(workbook: Workbook) -> Session:
    """A discussion in which nothing was said."""
    never = Stamp("", dt.datetime.combine(_NO_DAY, dt.time.min), "")
    return session_of(begin(never, "", workbook.title, _NO_DAY, workbook).versions, frame_of(workbook))


def _workbook(of: Telling, workbook: Workbook) -> Iterator[Block]:
    yield Heading(of.words.report.workbook)
    if workbook.provenance:
        yield Paragraph(workbook.provenance, "quiet")
    yield Heading(workbook.introduction.heading, 3)
    yield from _points(workbook.introduction.bullets)
    yield from _compass(workbook.compass)
    pictures = {section.id: section for section in workbook.sections}
    for part in of.parts:
        picture = pictures.get(part.id)
        yield from part_blocks(of, part, tuple(_picture(picture)) if picture else ())
    yield from after_parts(of)
    yield from _time(of, workbook)
    yield Heading(workbook.closing.heading, 3)
    yield Paragraph("\n".join(workbook.closing.text))
    yield Paragraph(workbook.closing.naming, "quiet")
    yield from _background(workbook.background)
    if workbook.glossary:
        yield Heading(of.words.terms.glossary, 3)
        yield Facts(tuple((one.term, one.meaning) for one in workbook.glossary))


def _compass(part: Compass) -> Iterator[Block]:
    groups = [(area_name(area), area.forms) for area in part.areas] + [(part.branch_label, part.branches)]
    yield Heading(part.heading, 3)
    yield Paragraph(part.invitation, "lead")
    yield Paragraph(what_stands_on(part), "quiet")
    yield Facts(tuple((label, " · ".join(names)) for label, names in groups))


def _picture(section: Section) -> Iterator[Block]:
    yield Paragraph(" ".join(section.lead), "lead")
    yield Items(
        tuple(
            Item(bullet.text, under=tuple(Item(point, "–") for point in bullet.points))
            for bullet in section.bullets
        )
    )


def _background(background: Background) -> Iterator[Block]:
    yield Heading(background.heading, 3)
    for part in background.parts:
        yield Heading(part.heading, 4)
        yield from (Paragraph(text) for text in part.text)
        yield from _points(part.points)


def _points(texts: Iterable[str]) -> Iterator[Block]:
    if items := tuple(map(Item, texts)):
        yield Items(items)


def _time(of: Telling, workbook: Workbook) -> Iterator[Block]:
    """Planned against used time, of the steps and breaks that took any."""
    said, used = of.words.plan, used_in(of.session)
    items = [item for item in show_in(of.session, steps_of(workbook)) if used.get(item.id)]
    each = [used[item.id] for item in items]
    rows = []
    for item, minutes in zip(items, shared_minutes(each), strict=True):
        if not minutes:
            continue
        over = said.over(minutes - item.minutes) if minutes > item.minutes else ""
        row = said.used_row.format(planned=item.minutes, used=minutes)
        rows.append((item.called, ", ".join(filter(None, (row, over)))))
    if rows:
        yield Heading(said.used_title, 3)
        yield Facts(tuple(rows))
