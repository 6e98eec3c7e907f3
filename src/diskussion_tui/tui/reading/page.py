"""A discussion set for reading: its head, what came of it, then part by part as the room said it.

Pure functions of a session, its workbook where that is at hand, the words and the width. What can be found in is a block with an
id: a note's own, a conclusion's, or that of a question. `places` says where the parts begin.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.plan.show import show_in, used_in
from diskussion_tui.domain.plan.standing import used_minutes
from diskussion_tui.domain.session.conclusions import by_section
from diskussion_tui.domain.session.merging import leaves_of, originals_of
from diskussion_tui.domain.session.rounds import rounds_in, standings
from diskussion_tui.domain.session.summary import overview_of
from diskussion_tui.domain.session.told import kinds_in, most_supported, own_workbook, parts_of
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.compass import cell_named
from diskussion_tui.domain.workbook.steps import called, steps_of
from diskussion_tui.reports.fields import labelled, table_called
from diskussion_tui.reports.marks import apart
from diskussion_tui.tui.parts.conclusions import conclusion_block
from diskussion_tui.tui.parts.marks import marks_of, tagged
from diskussion_tui.tui.parts.rounds import place_words, round_name
from diskussion_tui.tui.rows import Block, Row, folded, row_length, text_rows

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from diskussion_tui.domain.session.merging import Original
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import KindWord, Session
    from diskussion_tui.domain.session.told import Part, Question
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts

MOST_SUPPORTED = 5
WIDEST = 76
"""The most cells that a line takes, however wide the screen."""
_NARROWEST = 24
_IN = "  "
QUESTION, PART = "?", "§"
"""What the id of a question's block begins with, and that of a part's heading: no id of a note or of a conclusion does."""


@dataclass(frozen=True, slots=True)
class Read:
    """What is read: `workbook` is the session's own or None, `file` where it lies, `kinds` every kind that a note may have.

    `unfolded` are the merged notes of which the trail is seen, `folded` the parts of which only the heading is; `whole` has
    everything seen, as one that finds must.
    """

    session: Session
    workbook: Workbook | None
    words: Texts
    file: str
    today: dt.date
    kinds: Mapping[str, KindWord]
    unfolded: frozenset[str] = frozenset()
    folded: frozenset[str] = frozenset()
    whole: bool = False

    def shows_trail(self, note_id: str) -> bool:
        """Whether what a note was merged from is seen."""
        return self.whole or note_id in self.unfolded

    def hides(self, part: str) -> bool:
        """Whether only the heading of a part is seen."""
        return not self.whole and part in self.folded

    def turned(self, block_id: str) -> Read:
        """With a part or a trail folded that was not, or the other way round."""
        if block_id.startswith(PART):
            return replace(self, folded=self.folded ^ {block_id.removeprefix(PART)})
        return replace(self, unfolded=self.unfolded ^ {block_id})


def read_of(session: Session, workbook: Workbook | None, words: Texts, file: str, today: dt.date) -> Read:
    """What there is to read of a session, in its own workbook where that is the one at hand."""
    own = own_workbook(session, workbook)
    return Read(session, own, words, file, today, {kind.id: kind for kind in kinds_in(session, own)})


class Place(NamedTuple):
    """Where a part of the page begins: the number of its first block, and what it is called where one chooses among them."""

    block: int
    id: str
    name: str


class Pages(NamedTuple):
    """The page as blocks, and where its parts begin."""

    blocks: tuple[Block, ...]
    places: tuple[Place, ...]


def set_page(of: Read, width: int) -> Pages:
    """The whole page for a width in cells."""
    width = max(_NARROWEST, min(width, WIDEST))
    blocks: list[Block] = []
    places: list[Place] = []

    def add(part_id: str, name: str, those: Iterable[Block]) -> None:
        if set_here := tuple(those):
            places.append(Place(len(blocks), part_id, name))
            blocks.extend(set_here)

    said, session = of.words, of.session
    add("", said.reading.summary, chain(_head(of, width), _made_of_it(of, width)))
    for part in parts_of(session, of.workbook):
        name = part.heading or (said.terms.reflections if part.lead else said.terms.other_notes)
        add(part.id, name, _part(of, part, name, width))
    add("", said.conclusions.parked_title, _parked(of, width))
    return Pages(tuple(blocks), tuple(places))


# ---- what stands first -----------------------------------------------------------------------------------------------


def _head(of: Read, width: int) -> Iterator[Block]:
    head, terms = of.session.head, of.words.terms
    state = terms.final if of.session.final else terms.draft
    first = " · ".join(filter(None, (head.date.isoformat(), head.place, state)))
    people = ((terms.facilitator, head.facilitator), (terms.note_taker, head.note_taker))
    told = [(label, name) for label, name in people if name]
    if head.participants:
        told.append((terms.participants, str(head.participants)))
    told += [*labelled(head, of.words), *_time(of)]
    if of.workbook is None:
        told.append((terms.workbook, head.workbook))
    told.append((terms.file_name, of.file))
    rows = [*text_rows(head.name, width, "heading", _IN, _IN), *text_rows(first, width, "text", _IN, _IN)]
    for label, text in told:
        rows += text_rows(text, width, "muted", f"{_IN}{label}: ", _IN * 2)
    yield Block((*rows, ()))


def _time(of: Read) -> Iterator[tuple[str, str]]:
    """Used and planned minutes in all, of the steps and breaks that took any."""
    used = used_in(of.session)
    items = show_in(of.session, steps_of(of.workbook)) if of.workbook else ()
    taken = [item for item in items if used_minutes(used.get(item.id, 0))]
    if taken:
        minutes = used_minutes(sum(used[item.id] for item in taken))
        planned = sum(item.minutes for item in taken)
        yield of.words.reading.time, of.words.reading.time_used.format(used=minutes, planned=planned)


def counts_block(of: Read, width: int) -> Block:
    """How much was said, in all and of each kind, and how much is parked."""
    words, counts = of.words, overview_of(of.session)
    row: list[tuple[str, str]] = [(f"{_IN}{words.terms.notes(counts.notes)}   ", "heading")]
    row += [
        (f"{kind.sign} {kind.label} {counts.kinds.get(kind.id, 0)}   ", _tone(kind, of))
        for kind in of.kinds.values()
    ]
    if parked := len(of.session.parked()):
        row.append((words.conclusions.parked_count(parked), "muted"))
    return Block((*folded(tuple(row), width, _IN), ()))


def _made_of_it(of: Read, width: int) -> Iterator[Block]:
    """How much was said, what most agree with, and what the group made of it."""
    session, words = of.session, of.words
    yield counts_block(of, width)
    if raised := most_supported(session.notes(), MOST_SUPPORTED):
        yield Block((((f"{_IN}{words.walk.most_supported}", "heading"),),))
        for note in raised:
            yield Block(note_rows(of, note, width, beside=called(note.question)))
        yield Block(((),))
    yield from _conclusions(of, width)


def _conclusions(of: Read, width: int) -> Iterator[Block]:
    said = of.words.conclusions
    names = {part.id: part.heading for part in parts_of(of.session, of.workbook)}
    if of.workbook:
        names = {section.id: section.heading for section in of.workbook.sections}
    found = by_section(of.session, names)
    if found:
        yield Block((((f"{_IN}{said.title}", "heading"),),))
    for section, those in found:
        name = f"{section}  {names.get(section, '')}" if section else said.whole
        yield Block(text_rows(name, width, "accent", _IN, _IN))
        for one in those:
            block = conclusion_block(one, of.words, width, of.today)
            more = [
                row
                for label, text in labelled(one, of.words)
                for row in text_rows(text, width, "muted", f"{_IN * 3}{label}: ", _IN * 4)
            ]
            yield Block((*block.rows, *more), block.id)
        yield Block(((),))


# ---- part by part ----------------------------------------------------------------------------------------------------


def _part(of: Read, part: Part, name: str, width: int) -> Iterator[Block]:
    lead = text_rows(part.lead, width, "lead", _IN, _IN) if part.lead else ()
    letter = f"{part.id}  "
    heading = text_rows(name, width - len(_IN) - len(letter), "heading")
    rows = [
        ((f"{_IN}{letter if not n else ' ' * len(letter)}", "accent"), *row) for n, row in enumerate(heading)
    ]
    if of.hides(part.id):
        rows[-1] = (*rows[-1], (f"  … {of.words.terms.notes(len(part.notes))}", "muted"))
        yield Block((*rows, ()), f"{PART}{part.id}")
        return
    yield Block((*rows, *lead, ()), f"{PART}{part.id}")
    for question in part.questions:
        yield from _question(of, question, width)
    yield from _rounds(of, part.id, width)


def _rounds(of: Read, section: str, width: int) -> Iterator[Block]:
    """What came out of each round in a section: the notes that have a place, the first one first."""
    for one in rounds_in(of.session, section):
        placed = [standing for standing in standings(of.session, one) if standing.first]
        title = f"{of.words.rounds.heading}: {round_name(of.session, one, of.words)}"
        yield Block(text_rows(title, width, "accent", _IN * 2, _IN * 3))
        for standing in placed:
            place = f"{_IN * 2}{place_words(standing):>3}  "
            note = of.session.note(standing.note)
            text = note.text if note else of.words.merging.purged
            yield Block(text_rows(text, width, "text", place, " " * len(place)))
        yield Block(((),))


def _question(of: Read, question: Question, width: int) -> Iterator[Block]:
    words = of.words
    number = f"{_IN}{called(question.id)}  "
    hang = " " * len(number)
    text = question.own or question.text or words.terms.own_question
    lines = layout.wrap(text, width - len(number), measure=cell_len)
    rows: list[Row] = [((hang if n else number, "accent"), (line, "text")) for n, line in enumerate(lines)]
    if question.verdict:
        rows.append(((hang, "text"), (f"● {question.verdict}", "accent")))
    if answer := of.session.answer(question.id):
        for label, said in labelled(answer, words):
            rows += text_rows(said, width, "muted", f"{hang}{label}: ", hang)
    yield Block((*rows, ()), f"{QUESTION}{question.id}")
    for group in question.groups:
        if group.kind:
            said = f"{_IN * 2}{group.kind.sign} {group.kind.label} {len(group.notes)}"
            yield Block((((said, _tone(group.kind, of)),),))
        for note in group.notes:
            yield Block(note_rows(of, note, width), note.id)
        yield Block(((),))


def _parked(of: Read, width: int) -> Iterator[Block]:
    notes = of.session.parked()
    if notes:
        yield Block((((f"{_IN}{of.words.conclusions.parked_title}", "heading"),), ()))
    for note in notes:
        yield Block(note_rows(of, note, width, beside=called(note.question)), note.id)


# ---- notes -----------------------------------------------------------------------------------------------------------


def note_rows(
    of: Read, note: Note, width: int, *, indent: str = _IN * 2, beside: str = ""
) -> tuple[Row, ...]:
    """A note with all that the group made of it, and under it, where that is unfolded, what it was merged from, each as it was."""
    rows = _said(of, note, width, indent, beside)
    if not note.sources:
        return tuple(rows)
    seen = of.shows_trail(note.id)
    merged = f"{of.words.merging.of(leaves_of(of.session, note))}{'' if seen else ' …'}"
    rows += text_rows(merged, width, "muted", f"{indent}{_IN}", f"{indent}{_IN}")
    if not seen:
        return tuple(rows)
    for one in originals_of(of.session, note):
        inner = indent + _IN * min(one.depth + 1, 4)
        rows += _original(of, one, note, width, inner)
    return tuple(rows)


def _original(of: Read, one: Original, note: Note, width: int, indent: str) -> list[Row]:
    said = of.words.merging
    if one.note is None:
        return list(text_rows(said.purged, width, "muted", f"{indent}• ", f"{indent}  "))
    if one.note.gone:
        return []  # what was taken back is told in the history, not where the group's words are read
    own = one.note.question if one.note.question != note.question else ""
    beside = " · ".join(filter(None, (own, *apart(one, of.words))))
    return _said(of, one.note, width, indent, beside)


def _said(of: Read, note: Note, width: int, indent: str, beside: str) -> list[Row]:
    kind = of.kinds.get(note.kind)
    tone = _tone(kind, of)
    sign = kind.sign if kind else "•"
    hang = f"{indent}{' ' * (cell_len(sign) + 1)}"
    lines = layout.wrap(note.text, max(10, width - cell_len(hang)), measure=cell_len)
    rows: list[Row] = [
        ((f"{indent}{sign} " if not n else hang, tone), *tagged(line)) for n, line in enumerate(lines)
    ]
    for mark in (marks_of(note, tone), *(((word, "muted"),) for word in _beside(of, note, beside))):
        if mark and row_length(rows[-1]) + row_length(mark) + 2 <= width:
            rows[-1] = (*rows[-1], ("  ", "text"), *mark)
        elif mark:
            rows += [((hang, "text"), *mark)]
    if note.dissent and note.objection:
        rows += text_rows(note.objection, width, "warning", f"{hang}{of.words.rounds.dissent}: ", f"{hang}  ")
    for label, text in labelled(note, of.words):
        rows += text_rows(text, width, "muted", f"{hang}{label}: ", f"{hang}  ")
    return rows


def _beside(of: Read, note: Note, beside: str) -> Iterator[str]:
    """Where on the compass a note is, which table said it, and what else is told behind it."""
    part = of.workbook.compass if of.workbook else None
    names = dict.fromkeys(cell_named(part, cell).name for cell in note.places)
    table = table_called(note.group, of.words)
    yield from filter(None, (f"⌖ {', '.join(names)}" if names else "", table, beside))


def _tone(kind: KindWord | None, of: Read) -> str:
    known = of.workbook.kind(kind.id) if of.workbook and kind else None
    return known.role if known else "muted"
