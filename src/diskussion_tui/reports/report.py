"""A discussion as a document: a first page that says what came of it, and then all that was said, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import rounds
from diskussion_tui.domain.session.merging import leaves_of, originals_of
from diskussion_tui.domain.session.placing import signs, tally
from diskussion_tui.domain.session.records import Purge
from diskussion_tui.domain.session.told import own_workbook
from diskussion_tui.domain.workbook.compass import cell_named, groups_of
from diskussion_tui.reports.document import (
    Document,
    Facts,
    Group,
    Groups,
    Heading,
    Item,
    Items,
    Paragraph,
    Table,
)
from diskussion_tui.reports.fields import labelled
from diskussion_tui.reports.minute import Telling, minute
from diskussion_tui.reports.profile import INTERNAL, told
from diskussion_tui.reports.rounds import sections_ranked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.session.records import Note, Round
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.session.told import Part, Question
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.document import Block
    from diskussion_tui.reports.profile import Profile
    from diskussion_tui.texts.catalogue import Texts


def report(
    session: Session, workbook: Workbook | None, words: Texts, profile: Profile = INTERNAL, reason: str = ""
) -> Document:
    """The whole report. `workbook` is the session's own, or any other, which is then not looked at.

    `reason` is why what seems to be personal data is in it all the same; the report ends with it.
    """
    workbook = own_workbook(session, workbook)
    of = Telling(told(session, profile, words.report.hidden_name), workbook, words, profile)
    head = of.session.head
    title = workbook.title if workbook else ""
    return Document(
        head.name,
        words.language,
        head.date,
        (*minute(of), *_everything(of), *_reason(of, reason)),
        " · ".join(filter(None, (title, head.date.isoformat()))),
        words.report.subject,
        words.report.contents,
        words.report.where_pages,
    )


def _everything(of: Telling) -> Iterator[Block]:
    if of.parts or of.session.parked():
        yield Heading(of.words.report.everything)
    for part in of.parts:
        yield from _part(of, part)
    yield from _ranked(of)
    yield from _placed(of)
    yield from _parked(of)
    if of.workbook and of.workbook.provenance:
        yield Paragraph(of.workbook.provenance, "quiet")


def _reason(of: Telling, reason: str) -> Iterator[Block]:
    if reason:
        yield Paragraph(of.words.report.published_because.format(reason=reason), "quiet")


def _part(of: Telling, part: Part) -> Iterator[Block]:
    terms = of.words.terms
    heading = part.heading or (terms.reflections if part.lead else terms.other_notes)
    yield Heading(f"{part.id} {heading}", 3)
    if part.lead:
        yield Paragraph(part.lead, "lead")
    for question in part.questions:
        yield from _question(of, question)


def _question(of: Telling, question: Question) -> Iterator[Block]:
    own = of.words.terms.own_question
    text = f"{own}: {question.own}" if question.own else question.text or own
    yield Heading(f"{question.id} {text}", 4)
    if question.verdict:
        yield Paragraph(question.verdict, "strong")
    if (answer := of.session.answer(question.id)) and (told_of := tuple(labelled(answer, of.words))):
        yield Facts(told_of)
    plain = tuple(_item(of, note) for group in question.groups if not group.kind for note in group.notes)
    if plain:
        yield Items(plain)
    roles = {kind.id: place for place, kind in enumerate(of.kinds)}
    groups = tuple(
        Group(
            group.kind.label,
            group.kind.sign,
            roles[group.kind.id],
            tuple(_item(of, note) for note in group.notes),
        )
        for group in question.groups
        if group.kind
    )
    if groups:
        yield Groups(groups)


def _item(of: Telling, note: Note, sign: str = "") -> Item:
    """A note, with what it was merged from and what was said against it under it."""
    words = of.words
    under: list[Item] = []
    if note.dissent and note.objection:
        under.append(Item(f"{words.rounds.dissent}: {note.objection}"))
    under += [Item(f"{label}: {text}") for label, text in labelled(note, words)]
    originals = [one.note for one in originals_of(of.session, note)] if note.sources else []
    if standing := tuple(Item(one.text, of.sign(one)) for one in originals if one and not one.gone):
        under.append(Item(words.report.merged(leaves_of(of.session, note)), under=standing))
    return Item(note.text, sign, _marks(of, note), tuple(under))


def _marks(of: Telling, note: Note) -> tuple[str, ...]:
    part = of.workbook.compass if of.workbook else None
    places = dict.fromkeys(cell_named(part, cell).name for cell in note.places)
    marks = (
        of.words.report.starred if note.star else "",
        of.hands(note),
        of.words.terms.dissent if note.dissent else "",
        of.words.report.table.format(table=note.group) if note.group else "",
        of.words.report.placed.format(places=", ".join(places)) if places else "",
    )
    return tuple(filter(None, marks))


def _ranked(of: Telling) -> Iterator[Block]:
    for section in sections_ranked(of.session):
        yield Heading(f"{of.words.rounds.heading}: {of.part(section)}", 3)
        for number, one in enumerate(rounds.rounds_in(of.session, section), 1):
            yield _round(of, one, number)


def _round(of: Telling, one: Round, number: int) -> Table:
    said = of.words.rounds
    rows = []
    for standing in rounds.standings(of.session, one):
        note = of.session.note(standing.note)
        place = f"{standing.first}–{standing.last}" if standing.shared else str(standing.first or "–")
        points = standing.points if one.method == "prickar" else ""
        gone = said.purged if (Purge.table, standing.note) in of.session.versions else said.withdrawn
        rows.append((note.text if note else gone, place, points))
    how = f"{said.round.format(n=number)} · {said.method(one.method, one.each)}"
    return Table(how, (of.words.report.notes_sheet, said.place, of.words.report.dots), tuple(rows))


def _placed(of: Telling) -> Iterator[Block]:
    there = tally(of.session.notes())
    part = of.workbook.compass if of.workbook else None
    rows = tuple(
        (cell.label, "".join(text for _, text in signs(there[cell.id], of.kinds)))
        for group in groups_of(part, there)
        for cell in group.cells
        if cell.id in there
    )
    if rows:
        yield Heading(of.words.placing.summary, 3)
        yield Table(of.words.placing.summary, (of.words.terms.compass, of.words.report.notes_sheet), rows)


def _parked(of: Telling) -> Iterator[Block]:
    notes = of.session.parked()
    if notes:
        yield Heading(of.words.conclusions.parked_title, 3)
        yield Items(tuple(_item(of, note, of.sign(note)) for note in notes))
