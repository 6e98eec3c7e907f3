"""A discussion as plain text: the whole workbook with what the group said set into its places, or only what it said.

`domain/layout.py` sets the workbook's own lines, so that paper and screen say the same. Nothing a group has said is left
out: notes under a question or of a kind that the workbook no longer has are printed too, under the words that the
session file carries. Without a workbook those words carry the whole discussion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.plan.show import show_in, used_in
from diskussion_tui.domain.plan.standing import used_minutes
from diskussion_tui.domain.session.conclusions import by_section
from diskussion_tui.domain.session.merging import leaves_of, originals_of
from diskussion_tui.domain.session.rounds import rounds_in
from diskussion_tui.domain.session.session import Asked
from diskussion_tui.domain.session.summary import answered, overview_of
from diskussion_tui.domain.session.told import asked_in, kinds_in, own_workbook
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.compass import cell_named
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.compass import placed_lines
from diskussion_tui.reports.fields import details_of, labelled_lines
from diskussion_tui.reports.page import heading, joined
from diskussion_tui.reports.rounds import round_rows, sections_ranked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diskussion_tui.domain.session.records import Conclusion, Note
    from diskussion_tui.domain.session.session import KindWord, Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts

MOST_DOTS = 5
"""More supporters than this are told as a number: nobody counts dots."""
_BLANK_LINE = 40
_NOTE, _UNDER = "     ", "   "
_DEEPEST = 8
"""Originals that lie deeper are not set in any further: the page has an edge."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What every part of the page is set from. `workbook` is None unless it is the session's own."""

    session: Session | None
    workbook: Workbook | None
    words: Texts
    width: int


def plain(session: Session | None, workbook: Workbook | None, words: Texts, width: int = 80) -> str:
    """The whole workbook with the session's answers in it; the blank workbook where there is no session.

    A session of another workbook, or of none at hand, is printed from its own headings and questions.
    """
    page = _page(session, workbook, words, width)
    if page.workbook is None:
        return answers(session, None, words, width)
    return joined(
        [
            *_cover(page, page.workbook),
            *_sections(page, page.workbook),
            *_prioritised(page),
            *_placed(page),
            *_reading(page, page.workbook),
        ]
    )


def answers(session: Session | None, workbook: Workbook | None, words: Texts, width: int = 80) -> str:
    """Only what the group said, under the headings and questions that it answers."""
    page = _page(session, workbook, words, width)
    title = _title(page.workbook, page) if page.workbook else ()
    said = (*_who(page), *_conclusions(page), *_answers(page, _asked(page)))
    return joined([*title, *said, *_prioritised(page), *_placed(page), *_parked(page)])


def _page(session: Session | None, workbook: Workbook | None, words: Texts, width: int) -> _Page:
    return _Page(session, own_workbook(session, workbook), words, width)


def _title(workbook: Workbook, page: _Page) -> Iterator[str]:
    yield from _heading(workbook.title, page, "═")
    yield workbook.subtitle
    if workbook.provenance:
        yield from layout.wrap(workbook.provenance, page.width)


def _cover(page: _Page, workbook: Workbook) -> Iterator[str]:
    """Everything before the first section."""
    yield from _title(workbook, page)
    yield from _who(page)
    yield from _conclusions(page)
    yield from _heading(workbook.introduction.heading, page)
    yield from _texts(layout.introduction(workbook.introduction, page.width, airy=False))
    yield from _heading(workbook.compass.heading, page)
    yield from _texts(layout.compass(workbook.compass, page.width))


def _who(page: _Page) -> Iterator[str]:
    """Who, where and when, and how much was said."""
    if page.session is None:
        return
    head, terms, counts = page.session.head, page.words.terms, overview_of(page.session)
    yield from _heading(head.name, page)
    state = terms.final if page.session.final else terms.draft
    kinds = " ".join(
        f"{word.sign}{counts.kinds[word.id]}" for word in _kinds(page) if word.id in counts.kinds
    )
    said = " · ".join(filter(None, (state, terms.notes(counts.notes), kinds)))
    yield from layout.wrap(said, page.width, measure=cells)
    workbook = () if page.workbook else ((terms.workbook, head.workbook),)
    for label, value in (*details_of(head, page.words), *workbook):
        yield from layout.wrap(value, page.width, f"{label}: ", "  ", cells)
    yield from labelled_lines(head, page.words, page.width, "")


def _conclusions(page: _Page) -> Iterator[str]:
    """What the group made of its notes: section by section, the whole last; nothing where it made nothing."""
    if page.session is None:
        return
    said, headings = page.words.conclusions, _section_headings(page)
    found = by_section(page.session, headings)
    if found:
        yield from _heading(said.title, page)
    for section, those in found:
        yield ""
        yield f"{section}  {headings.get(section, '')}" if section else said.whole
        for one in those:
            sign = said.sign(one.kind, done=one.done)
            hang = " " * (len(_UNDER) + len(sign) + 1)
            yield from layout.wrap(one.text, page.width, f"{_UNDER}{sign} ", hang, cells)
            if meta := _meta(one, page):
                yield from layout.wrap(meta, page.width, hang, hang, cells)
            yield from labelled_lines(one, page.words, page.width, hang)


def _section_headings(page: _Page) -> dict[str, str]:
    """What each section is called: in its own workbook, else as it stood when the discussion began."""
    if page.workbook:
        return {section.id: section.heading for section in page.workbook.sections}
    asked = page.session.frame.asked if page.session else ()
    return {one.id.partition(".")[0]: one.heading for one in reversed(asked)}


def _meta(one: Conclusion, page: _Page) -> str:
    """Owner, last day, that it is done, and how many notes it rests on."""
    said = page.words.conclusions
    parts = (
        said.done if one.done else "",
        said.owner.format(name=one.owner) if one.owner else "",
        said.due.format(day=one.due.isoformat()) if one.due else "",
        said.of_notes(len(one.notes)) if one.notes else "",
    )
    return " · ".join(filter(None, parts))


def _parked(page: _Page) -> Iterator[str]:
    """The notes that are parked, each with its question."""
    notes = page.session.parked() if page.session else ()
    if notes:
        yield from _heading(page.words.conclusions.parked_title, page)
    signs = {kind.id: kind.sign for kind in _kinds(page)}
    for note in notes:
        lead = f"{_UNDER}{note.question}  {signs.get(note.kind, '•')} "
        yield from layout.wrap(note.text, page.width, lead, " " * cells(lead), cells)
        yield from labelled_lines(note, page.words, page.width, " " * cells(lead))


def _sections(page: _Page, workbook: Workbook) -> Iterator[str]:
    """Each focus area with its picture, questions and answers; the reflections; then what has no place there."""
    wording = {asked.id: asked for asked in _asked(page)}
    for section in workbook.sections:
        yield from _heading(f"{section.id}  {section.heading}", page)
        yield from _texts(layout.picture(section, page.width))
        for question in section.questions:
            yield from _question(page, wording.pop(question.id), question.asks)
    reflections = workbook.reflections
    yield from _heading(f"{reflections.id}  {reflections.heading}", page)
    yield from layout.wrap(reflections.text, page.width)
    for field in reflections.fields:
        yield from _question(page, Asked(field.id, "", field.heading), "reflection")
        del wording[field.id]
    yield from _answers(page, wording.values())
    yield from _parked(page)


def _placed(page: _Page) -> Iterator[str]:
    """The cells of the compass that have notes, with their signs; nothing where nothing is placed."""
    if page.session is None:
        return
    part = page.workbook.compass if page.workbook else None
    lines = list(placed_lines(page.session, part, _kinds(page), page.width))
    if lines:
        yield from _heading(page.words.placing.summary, page)
        yield from lines


def _reading(page: _Page, workbook: Workbook) -> Iterator[str]:
    """What follows the questions: the thanks and the naming rule, the background, the short forms."""
    yield from _time(page, workbook)
    yield from _heading(workbook.closing.heading, page)
    yield from _texts(layout.closing(workbook.closing, page.width))
    yield from _heading(workbook.background.heading, page)
    yield from _texts(layout.background(workbook.background, page.width))
    if workbook.glossary:
        yield from _heading(page.words.terms.glossary, page)
        yield from _texts(layout.glossary(workbook.glossary, page.width))


def _time(page: _Page, workbook: Workbook) -> Iterator[str]:
    """Planned against used time, of the steps and breaks that took any."""
    used = used_in(page.session) if page.session else {}
    items = show_in(page.session, steps_of(workbook)) if page.session else ()
    taken = [item for item in items if used_minutes(used.get(item.id, 0))]
    if not taken:
        return
    yield from _heading(page.words.plan.used_title, page)
    for item in taken:
        minutes = used_minutes(used[item.id])
        told = page.words.plan.used_row.format(planned=item.minutes, used=minutes)
        over = page.words.plan.over(minutes - item.minutes) if minutes > item.minutes else ""
        said = "  ".join(filter(None, (told, over)))
        yield from layout.wrap(said, page.width, f"{item.called}  ", "  ", cells)


def _asked(page: _Page) -> list[Asked]:
    return asked_in(page.session, page.workbook)


def _answers(page: _Page, every: Iterable[Asked]) -> Iterator[str]:
    """The questions that were answered, each heading and wording once."""
    above = Asked("", "")
    for asked in every:
        if page.session is None or not answered(page.session, asked.id):
            continue
        part = asked.id.partition(".")[0]
        same = part == above.id.partition(".")[0]
        if not same or asked.heading != above.heading:
            yield from _heading(
                f"{part}  {asked.heading}" if asked.heading else page.words.terms.other_notes, page
            )
        repeated = same and asked.text == above.text
        own = asked.heading and not asked.text
        yield from _question(page, Asked(asked.id, "", "" if repeated else asked.text), "own" if own else "")
        above = asked


def _question(page: _Page, asked: Asked, asks: str) -> Iterator[str]:
    """A question with everything that was answered to it. `asks` is what there is to be room for, said or not."""
    hang = " " * (len(asked.id) + 2)
    wording = page.session.wording(asked.id) if page.session else ""
    texts = [asked.text]
    if wording or asks == "own":
        texts.append(f"{page.words.terms.own_question}: {wording or '_' * _BLANK_LINE}")
    first, *more = [text for text in texts if text] or [""]
    yield ""
    yield from layout.wrap(first, page.width, f"{asked.id}  ", hang, cells)
    for text in more:
        yield from layout.wrap(text, page.width, hang, hang, cells)
    yield from _verdicts(page, asked.id, asks)
    if answer := page.session.answer(asked.id) if page.session else None:
        yield from labelled_lines(answer, page.words, page.width, _UNDER)
    yield from _notes(page, asked.id, asks)


def _verdicts(page: _Page, question: str, asks: str) -> Iterator[str]:
    """The choice of verdicts with the group's own ticked."""
    given = page.session.verdict(question) if page.session else ""
    known = page.workbook or (page.session.frame if page.session else None)
    choices = {verdict.id: verdict.label for verdict in known.verdicts} if known else {}
    if given:
        choices.setdefault(given, given)
    if given or asks == "verdict":
        boxes = "   ".join(f"[{'x' if one == given else ' '}] {label}" for one, label in choices.items())
        yield from layout.wrap(boxes, page.width, _UNDER, _UNDER, cells)


def _notes(page: _Page, question: str, asks: str) -> Iterator[str]:
    """The notes under a question: those of no kind, then each kind with its sign, in the workbook's order."""
    notes = page.session.notes_of(question) if page.session else ()
    for note in notes:
        if not note.kind:
            yield from _note(note, "•", page)
    for kind in _kinds(page):
        of_kind = [note for note in notes if note.kind == kind.id]
        if of_kind or asks == "kinds":
            yield f"{_UNDER}{kind.sign} {kind.label} {len(of_kind) or ''}"
        for note in of_kind:
            yield from _note(note, kind.sign, page)


def _note(note: Note, sign: str, page: _Page) -> Iterator[str]:
    """A note, and under it what it was merged from, at any depth: every number leads back to what was said."""
    yield from _said(note, sign, page)
    if page.session is None or not note.sources:
        return
    said, signs = page.words.merging, {kind.id: kind.sign for kind in _kinds(page)}
    yield from layout.wrap(said.of(leaves_of(page.session, note)), page.width, f"{_NOTE}  ", _NOTE, cells)
    for one in originals_of(page.session, note):
        indent = "  " * (min(one.depth, _DEEPEST) + 2)
        if one.note is None:
            yield f"{_NOTE}{indent}• {said.purged}"
            continue
        own = "" if one.note.question == note.question else one.note.question
        after = ", ".join(filter(None, (own, said.apart if one.apart and not one.note.gone else "")))
        yield from _said(one.note, signs.get(one.note.kind, "•"), page, indent, f"({after})" if after else "")


def _said(note: Note, sign: str, page: _Page, indent: str = "", after: str = "") -> Iterator[str]:
    hands = "●" * note.supporters if note.supporters <= MOST_DOTS else f"● {note.supporters}"
    dissent = f"({page.words.terms.dissent})" if note.dissent else ""
    marks = " ".join(filter(None, ("★" if note.star else "", hands, dissent, _places(note, page), after)))
    text = f"{note.text}  {marks}" if marks else note.text
    yield from layout.wrap(text, page.width, f"{_NOTE}{indent}{sign} ", f"{_NOTE}{indent}  ", cells)
    if note.dissent and note.objection:
        label = page.words.rounds.dissent
        first = f"{_NOTE}{indent}  {label}: "
        yield from layout.wrap(note.objection, page.width, first, f"{_NOTE}{indent}    ", cells)
    yield from labelled_lines(note, page.words, page.width, f"{_NOTE}{indent}  ")


def _prioritised(page: _Page) -> Iterator[str]:
    """Every round of every section, the first one first."""
    if page.session is None:
        return
    headings = {asked.id.partition(".")[0]: asked.heading for asked in _asked(page)}
    for section in sections_ranked(page.session):
        named = f"{page.words.rounds.heading}: {section}  {headings.get(section, '')}".rstrip()
        yield from _heading(named, page)
        for of in rounds_in(page.session, section):
            yield from round_rows(page.session, of, page.words, page.width)


def _places(note: Note, page: _Page) -> str:
    """Where a note stands on the compass."""
    part = page.workbook.compass if page.workbook else None
    names = dict.fromkeys(cell_named(part, cell).name for cell in note.places)
    return f"⌖ {', '.join(names)}" if names else ""


def _kinds(page: _Page) -> list[KindWord]:
    return kinds_in(page.session, page.workbook)


def _heading(text: str, page: _Page, rule: str = "─") -> Iterator[str]:
    return heading(text, page.width, rule)


def _texts(lines: Iterable[layout.Line]) -> Iterator[str]:
    return (line.text for line in lines)
