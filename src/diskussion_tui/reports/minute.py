"""The first page of a report: who, where and when, how much was said, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.conclusions import ACTION, by_section
from diskussion_tui.domain.session.summary import answered
from diskussion_tui.domain.session.told import Part, kinds_in, most_supported, parts_of, verdict_word
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.document import Bar, Bars, Facts, Heading, Item, Items, Paragraph, Table
from diskussion_tui.reports.fields import details_of, labelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diskussion_tui.domain.session.records import Conclusion, Note
    from diskussion_tui.domain.session.session import KindWord, Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.document import Block, Cell
    from diskussion_tui.reports.profile import Profile
    from diskussion_tui.texts.catalogue import Texts

MOST_OF_A_PART = 3
"""So many of the most supported notes of a part stand on the first page."""


class Telling:
    """What every block of a report is made from: a discussion that has been filtered already, its workbook or None, words, profile.

    `whole` is whether what its workbook leaves room for is told too, answered or not.
    """

    def __init__(
        self,
        session: Session,
        workbook: Workbook | None,
        words: Texts,
        profile: Profile,
        *,
        whole: bool = False,
    ) -> None:
        self.session, self.workbook, self.words, self.profile = session, workbook, words, profile
        self.kinds: Sequence[KindWord] = kinds_in(session, workbook)
        self.parts: tuple[Part, ...] = parts_of(session, workbook, whole=whole)
        self.headings = {part.id: part.heading for part in self.parts}
        if workbook:
            self.headings |= {one.id: one.heading for one in workbook.sections}

    def people(self, number: int) -> str:
        """A number of people, as this document may tell it."""
        fewest = self.profile.fewest
        return self.words.report.fewer.format(n=fewest) if 0 < number < fewest else str(number)

    def hands(self, note: Note) -> str:
        """How many agree with a note; empty where nobody has been counted."""
        people = self.people(note.supporters)
        return self.words.report.agree.format(people=people) if note.supporters else ""

    def sign(self, note: Note) -> str:
        """The sign of a note's kind."""
        return next((kind.sign for kind in self.kinds if kind.id == note.kind), "")

    def part(self, section: str) -> str:
        """A part by its letter and heading; the whole where it is none."""
        if not section:
            return self.words.conclusions.whole
        return f"{section} {self.headings.get(section, '')}".rstrip()


def minute(of: Telling) -> Iterator[Block]:
    """The blocks of the first page."""
    yield Heading(of.words.report.summary)
    yield _facts(of)
    if not any(answered(of.session, question.id) for part in of.parts for question in part.questions):
        yield Paragraph(of.words.report.none_said, "quiet")
    yield from _counts(of)
    yield from _pictures(of)
    yield from _supported(of)
    yield from _conclusions(of)
    yield from _dissents(of)


def _facts(of: Telling) -> Facts:
    head, terms = of.session.head, of.words.terms
    state = terms.final if of.session.final else terms.draft
    workbook = of.workbook.title if of.workbook else head.workbook
    participants = {terms.participants: of.people(head.participants)}
    details = ((label, participants.get(label, value)) for label, value in details_of(head, of.words))
    more = labelled(head, of.words)
    return Facts((*details, (of.words.report.state, state), (terms.workbook, workbook), *more))


def _counts(of: Telling) -> Iterator[Block]:
    counted = [(part, part.notes) for part in of.parts if part.notes]
    if not counted:
        return
    said = of.words.report
    columns = [*((kind.id, f"{kind.sign} {kind.label}") for kind in of.kinds), ("", said.no_kind)]
    rows: list[tuple[Cell, ...]] = []
    for part, notes in counted:
        kinds = [sum(note.kind == kind for note in notes) for kind, _ in columns]
        rows.append((of.part(part.id), *kinds, len(notes)))
    sums = [sum(int(row[place]) for row in rows) for place in range(1, len(columns) + 2)]
    rows.append((said.total, *sums))
    head = (said.part, *(label for _, label in columns), said.total)
    bars = tuple(
        Bar(label, number, str(number), role if kind else -1)
        for role, ((kind, label), number) in enumerate(zip(columns, sums, strict=False))
        if number
    )
    told = ", ".join(f"{bar.label}: {of.words.terms.notes(bar.value)}" for bar in bars)
    yield Bars("", bars, said.alternative.format(rows=told))
    yield Table(
        said.by_kind, head, tuple(rows), said.by_kind_rule, heat=tuple(range(1, len(columns))), sums=True
    )


def _pictures(of: Telling) -> Iterator[Block]:
    rows = [
        (of.part(part.id), verdict_word(of.session, question.id, of.workbook))
        for part in of.parts
        for question in part.questions
        if question.verdict
    ]
    if rows:
        yield Heading(of.words.report.pictures, 3)
        yield Facts(tuple(rows))


def _supported(of: Telling) -> Iterator[Block]:
    found = [(part, most_supported(part.notes, MOST_OF_A_PART)) for part in of.parts]
    items = [
        Item(note.text, of.sign(note), (called(note.question), of.hands(note)))
        for _part, notes in found
        for note in notes
    ]
    if items:
        yield Heading(of.words.report.most_in_parts, 3)
        yield Items(tuple(items))


def _conclusions(of: Telling) -> Iterator[Block]:
    found = by_section(of.session, of.headings)
    if not found:
        return
    yield Heading(of.words.conclusions.title, 3)
    others = [
        Item(
            one.text,
            of.words.conclusions.sign(one.kind),
            (of.words.conclusions.sort(one.kind), of.part(section), _behind(of, one)),
            tuple(Item(f"{label}: {text}") for label, text in labelled(one, of.words)),
        )
        for section, those in found
        for one in those
        if one.kind != ACTION
    ]
    if others:
        yield Items(tuple(others))
    actions = [(section, one) for section, those in found for one in those if one.kind == ACTION]
    if actions:
        yield _actions(of, actions)


def _behind(of: Telling, one: Conclusion) -> str:
    """On how many notes it rests."""
    return of.words.conclusions.of_notes(len(one.notes)) if one.notes else ""


def _actions(of: Telling, actions: Sequence[tuple[str, Conclusion]]) -> Table:
    said = of.words.report
    rows = tuple(
        (
            "\n".join(filter(None, (one.text, _behind(of, one), *map(": ".join, labelled(one, of.words))))),
            one.owner,
            one.due.isoformat() if one.due else "",
            said.done if one.done else said.open,
            of.part(section),
        )
        for section, one in actions
    )
    return Table(of.words.handover.actions, (said.action, said.owner, said.due, said.state, said.part), rows)


def _dissents(of: Telling) -> Iterator[Block]:
    items = [
        Item(
            note.text,
            of.sign(note),
            (called(note.question),),
            (Item(note.objection),) if note.objection else (),
        )
        for part in of.parts
        for note in part.notes
        if note.dissent
    ]
    if items:
        yield Heading(of.words.report.dissents, 3)
        yield Items(tuple(items))
