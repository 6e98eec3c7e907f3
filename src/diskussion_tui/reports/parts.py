"""The parts of a discussion as blocks of a document: question by question all that was said, and after them what belongs to all.

Reports and whole workbooks are made of these, so that what is said cannot differ between them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from diskussion_tui.domain.session.merging import leaves_of, originals_of
from diskussion_tui.domain.session.placing import signs, tally
from diskussion_tui.domain.session.rounds import rounds_in
from diskussion_tui.domain.workbook.compass import cell_named, groups_of
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.document import Facts, Group, Groups, Heading, Item, Items, Paragraph, Table
from diskussion_tui.reports.fields import labelled
from diskussion_tui.reports.marks import Marks, apart
from diskussion_tui.reports.rounds import round_table, sections_ranked, without_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.session.merging import Original
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.told import Part, Question
    from diskussion_tui.reports.document import Block
    from diskussion_tui.reports.minute import Telling

_ROOM = "_" * 40
"""Where a group writes its own question on paper."""
_DEEPEST = 8
"""Originals that lie deeper are not set in any further: a page has an edge."""


def part_blocks(of: Telling, part: Part, picture: tuple[Block, ...] = ()) -> Iterator[Block]:
    """A part with its questions, below its `picture` where that is told too."""
    terms = of.words.terms
    heading = part.heading or (terms.reflections if part.lead else terms.other_notes)
    yield Heading(f"{part.id} {heading}", 3)
    yield from picture
    if part.lead:
        yield Paragraph(part.lead, "lead")
    for question in part.questions:
        yield from _question(of, question, terms.own_question if part.heading or part.lead else "")


def after_parts(of: Telling) -> Iterator[Block]:
    """What stands after the parts: what was prioritised, what stands on the compass, what was parked."""
    yield from _ranked(of)
    yield from _placed(of)
    yield from _parked(of)


def _question(of: Telling, question: Question, own: str) -> Iterator[Block]:
    """A question with its answers. `own` is what one is called that has no words in its workbook."""
    wording = question.own or (_ROOM if question.asks == "own" else "")
    text = f"{own}: {wording}" if wording else question.text or own
    yield Heading(f"{called(question.id)} {text}".rstrip(), 4)
    yield from _verdict(of, question)
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


def _verdict(of: Telling, question: Question) -> Iterator[Block]:
    """The verdict; where there is room for one, all that may be chosen, with the group's own ticked."""
    if question.asks == "verdict" and of.workbook:
        labels = dict.fromkeys([*(one.label for one in of.workbook.verdicts), question.verdict])
        yield Items(tuple(Item(one, "[x]" if one == question.verdict else "[ ]") for one in labels if one))
    elif question.verdict:
        yield Paragraph(question.verdict, "strong")


def _item(of: Telling, note: Note, sign: str = "", *more: str) -> Item:
    """A note with its marks, `more` before them, and under it what was said against it and what it was merged from."""
    under = list(_said_of(of, note))
    if note.sources:
        under.append(Item(of.words.report.merged(leaves_of(of.session, note)), under=_originals(of, note)))
    return Item(note.text, sign, (*more, *_marks(of, note)), tuple(under))


def _said_of(of: Telling, note: Note) -> Iterator[Item]:
    if note.dissent and note.objection:
        yield Item(f"{of.words.rounds.dissent}: {note.objection}")
    yield from (Item(f"{label}: {text}") for label, text in labelled(note, of.words))


def _originals(of: Telling, merged: Note) -> tuple[Item, ...]:
    """What a note was merged from, each with what it was itself merged from: every number leads back to what was said."""
    below: defaultdict[int, list[Item]] = defaultdict(list)
    for one in reversed(originals_of(of.session, merged)):
        depth = min(one.depth, _DEEPEST)
        under = tuple(reversed(below.pop(depth + 1, [])))
        below[depth].append(_original(of, one, merged, under))
    return tuple(reversed(below[0]))


def _original(of: Telling, one: Original, merged: Note, under: tuple[Item, ...]) -> Item:
    note = one.note
    if note is None or note.gone:
        return Item(without_words(of.session, one.id, of.words), under=under)
    elsewhere = called(note.question) if note.question != merged.question else ""
    marks = (elsewhere, *_marks(of, note), *apart(one, of.words))
    return Item(note.text, of.sign(note), marks, (*_said_of(of, note), *under))


def _marks(of: Telling, note: Note) -> tuple[str, ...]:
    part = of.workbook.compass if of.workbook else None
    places = dict.fromkeys(cell_named(part, cell).name for cell in note.places)
    marks = (
        of.words.report.starred if note.star else "",
        of.hands(note),
        of.words.terms.dissent if note.dissent else "",
        of.words.report.table.format(table=note.group) if note.group.isdigit() else note.group,
        of.words.report.placed.format(places=", ".join(places)) if places else "",
    )
    told = tuple(filter(None, marks))
    # What somebody has said may end as if it were told of the note: then it is told that nobody has been counted.
    sounds = not told and note.text.endswith(")") and Marks(of.words).behind(note.text)
    return (of.words.report.agree.format(people=0),) if sounds else told


def _ranked(of: Telling) -> Iterator[Block]:
    for section in sections_ranked(of.session):
        yield Heading(f"{of.words.rounds.heading}: {of.part(section)}", 3)
        for one in rounds_in(of.session, section):
            yield round_table(of.session, one, of.words, of.people if of.profile.fewest else None)


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
        yield Table(
            of.words.placing.summary_rule, (of.words.terms.compass, of.words.report.notes_sheet), rows
        )


def _parked(of: Telling) -> Iterator[Block]:
    notes = of.session.parked()
    if notes:
        yield Heading(of.words.conclusions.parked_title, 3)
        yield Items(tuple(_item(of, note, of.sign(note), called(note.question)) for note in notes))
