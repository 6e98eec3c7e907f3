"""A discussion as Markdown: what the group said and made of it, to be sent on, printed or pasted elsewhere.

Every word of the group's is text and nothing else: what Markdown would read as a sign is escaped. Withdrawn words are not in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diskussion_tui.domain.session.conclusions import ACTION, by_section
from diskussion_tui.domain.session.merging import leaves_of, originals_of
from diskussion_tui.domain.session.summary import overview_of
from diskussion_tui.domain.session.told import kinds_in, most_supported, own_workbook, parts_of
from diskussion_tui.reports.fields import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.session.records import Conclusion, Note
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.session.told import Part, Question
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts

MOST_SUPPORTED = 5
_SIGNS = re.compile(r"([\\`*_\[\]<>&~|$])")
_AT_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|\d{1,9}(?=[.)]))", re.MULTILINE)


def escaped(text: str) -> str:
    """A text that Markdown shows to the letter."""

    def guarded(found: re.Match[str]) -> str:
        number = found[2].isdigit()
        return f"{found[1]}{found[2]}\\" if number else f"{found[1]}\\{found[2]}"

    return _AT_START.sub(guarded, _SIGNS.sub(r"\\\1", text))


def markdown(session: Session, workbook: Workbook | None, words: Texts) -> str:
    """The discussion, part by part, after who, where, how much and what came of it."""
    workbook = own_workbook(session, workbook)
    lines = [
        *_head(session, workbook, words),
        *_raised(session, words),
        *_conclusions(session, workbook, words),
    ]
    for part in parts_of(session, workbook):
        lines += _part(session, part, words)
    lines += _parked(session, words)
    return "\n".join(lines).strip("\n") + "\n"


def _head(session: Session, workbook: Workbook | None, words: Texts) -> Iterator[str]:
    head, terms = session.head, words.terms
    state = terms.final if session.final else terms.draft
    yield f"# {_line(head.name)}"
    yield ""
    yield " · ".join(filter(None, (head.date.isoformat(), _line(head.place), state)))
    yield ""
    told = ((terms.facilitator, head.facilitator), (terms.note_taker, head.note_taker))
    if head.participants:
        told = (*told, (terms.participants, str(head.participants)))
    told = (*told, *labelled(head, words), (terms.workbook, workbook.title if workbook else head.workbook))
    yield from (f"- {label}: {_line(text)}" for label, text in told if text)
    counts = overview_of(session)
    kinds = (f"{one.sign} {one.label} {counts.kinds.get(one.id, 0)}" for one in kinds_in(session, workbook))
    yield ""
    yield " · ".join((f"**{terms.notes(counts.notes)}**", *map(escaped, kinds)))
    yield ""


def _raised(session: Session, words: Texts) -> Iterator[str]:
    raised = most_supported(session.notes(), MOST_SUPPORTED)
    if raised:
        yield f"## {words.walk.most_supported}"
        yield ""
        yield from (f"- {_line(note.text)} ({words.terms.supporters(note.supporters)})" for note in raised)
        yield ""


def _conclusions(session: Session, workbook: Workbook | None, words: Texts) -> Iterator[str]:
    names = {part.id: part.heading for part in parts_of(session, workbook)}
    names |= {one.id: one.heading for one in workbook.sections} if workbook else {}
    found = by_section(session, names)
    if found:
        yield f"## {words.conclusions.title}"
        yield ""
    for section, those in found:
        name = f"{section} {names.get(section, '')}" if section else words.conclusions.whole
        yield f"### {_line(name)}"
        yield ""
        yield from (_conclusion(one, words) for one in those)
        yield ""


def _conclusion(one: Conclusion, words: Texts) -> str:
    said = words.conclusions
    box = ("[x] " if one.done else "[ ] ") if one.kind == ACTION else ""
    about = (
        "" if one.kind == ACTION else said.sort(one.kind),
        said.owner.format(name=one.owner) if one.owner else "",
        said.due.format(day=one.due.isoformat()) if one.due else "",
    )
    behind = ", ".join(filter(None, about))
    return f"- {box}{_item(one.text)}{f' ({escaped(behind)})' if behind else ''}"


def _part(session: Session, part: Part, words: Texts) -> Iterator[str]:
    name = part.heading or (words.terms.reflections if part.lead else words.terms.other_notes)
    yield f"## {_line(f'{part.id} {name}')}"
    yield ""
    if part.lead:
        yield from (escaped(part.lead), "")
    for question in part.questions:
        yield from _question(session, question, words)


def _question(session: Session, question: Question, words: Texts) -> Iterator[str]:
    text = question.own or question.text or words.terms.own_question
    yield f"### {_line(f'{question.id} {text}')}"
    yield ""
    if question.verdict:
        yield from (f"**{_line(question.verdict)}**", "")
    for group in question.groups:
        if group.kind:
            yield from (f"**{escaped(f'{group.kind.sign} {group.kind.label}')}**", "")
        for note in group.notes:
            yield from _note(session, note, words)
        yield ""


def _note(session: Session, note: Note, words: Texts) -> Iterator[str]:
    yield f"- {_said(note, words)}"
    if note.dissent and note.objection:
        yield f"  - {words.rounds.dissent}: {_item(note.objection, '    ')}"
    for label, text in labelled(note, words):
        yield f"  - {label}: {_line(text)}"
    if note.sources:
        yield f"  - {words.merging.of(leaves_of(session, note))}"
    for one in originals_of(session, note) if note.sources else ():
        if one.note and not one.note.gone:
            yield f"    - {_said(one.note, words, '      ')}"


def _said(note: Note, words: Texts, indent: str = "  ") -> str:
    hands = words.terms.supporters(note.supporters) if note.supporters else ""
    marks = ", ".join(filter(None, (hands, words.terms.dissent if note.dissent else "", note.group)))
    return f"{_item(note.text, indent)}{f' ({escaped(marks)})' if marks else ''}"


def _parked(session: Session, words: Texts) -> Iterator[str]:
    notes = session.parked()
    if notes:
        yield f"## {words.conclusions.parked_title}"
        yield ""
        yield from (f"- {_said(note, words)} · {_line(note.question)}" for note in notes)


def _item(text: str, indent: str = "  ") -> str:
    """A text in a list: its lines one below the other."""
    return escaped(text).replace("\n", f"  \n{indent}")


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))
