"""A discussion, or one note of it, as text that is read from the top down or aloud: every sign is told in words.

It is set from the same parts as the page on the screen (`told.parts_of`). A note comes with the name of its kind, who agrees, who
does not and why, what it was merged from, and its history.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diskussion_tui.domain.session.merging import originals_of
from diskussion_tui.domain.session.told import kinds_in, own_workbook, parts_of, verdict_word
from diskussion_tui.domain.story.history import history_of_note
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.fields import details_of, table_called
from diskussion_tui.reports.history import history
from diskussion_tui.reports.marks import apart
from diskussion_tui.reports.page import heading, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.session.told import Question
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts


def discussion(
    session: Session, workbook: Workbook | None, words: Texts, width: int = 80, _note_id: str = ""
) -> str:
    """All that the group said, part by part."""
    lines, of = [*_head(session, words, width)], _Aloud(session, words, width)
    for part in parts_of(session, own_workbook(session, workbook)):
        name = part.heading or (words.terms.reflections if part.lead else words.terms.other_notes)
        lines += heading(f"{part.id}  {name}", width)
        for question in part.questions:
            lines += ["", *_question(of, question)]
    if parked := session.parked():
        lines += heading(words.conclusions.parked_title, width)
        lines += [line for note in parked for line in _note(of, note)]
    return joined(lines)


def one_note(
    session: Session, workbook: Workbook | None, words: Texts, width: int = 80, note_id: str = ""
) -> str:
    """A note where it stands, with what it came of and when and by whom each of it was said."""
    note = session.note(note_id)
    lines = [*_head(session, words, width), ""]
    if note:
        own = own_workbook(session, workbook)
        asked = next(
            (one for part in parts_of(session, own) for one in part.questions if one.id == note.question),
            None,
        )
        text = asked.own or asked.text if asked else ""
        lines += layout.wrap(f"{called(note.question)}  {text}".strip(), width, measure=cells)
        if verdict := verdict_word(session, note.question, own):
            lines += layout.wrap(verdict, width, "   ", "   ", cells)
        lines += ["", *_note(_Aloud(session, words, width), note)]
    return f"{joined(lines)}\n\n{history(session, history_of_note(session, note_id), words, width, note_id)}"


def values(session: Session, note_id: str = "") -> dict[str, Any]:
    """The same for programs: as `show --json` has it, with the history of the note where one is meant."""
    from diskussion_tui.reports.as_json import history_values, session_values

    if not note_id:
        return session_values(session)
    return history_values(session, history_of_note(session, note_id))


def _head(session: Session, words: Texts, width: int) -> Iterator[str]:
    head, terms = session.head, words.terms
    yield from heading(head.name, width)
    state = terms.final if session.final else terms.draft
    yield " · ".join((head.date.isoformat(), state, terms.notes(len(session.notes()))))
    for label, value in details_of(head, words):
        yield from layout.wrap(value, width, f"{label}: ", "  ", cells)


class _Aloud:
    """A discussion that is told, with the names of its kinds: they are gathered once, from all of its notes."""

    def __init__(self, session: Session, words: Texts, width: int) -> None:
        self.session, self.words, self.width = session, words, width
        self.kinds = {one.id: one.label for one in kinds_in(session, None)}


def _question(of: _Aloud, question: Question) -> Iterator[str]:
    text = question.own or question.text or of.words.terms.own_question
    yield from layout.wrap(f"{called(question.id)}  {text}", of.width, "", "   ", cells)
    if question.verdict:
        yield f"   {question.verdict}"
    for note in question.notes:
        yield from _note(of, note)


def _note(of: _Aloud, note: Note, depth: int = 1, beside: tuple[str, ...] = ()) -> Iterator[str]:
    inner, words = "   " * min(depth, 4), of.words
    label = of.kinds.get(note.kind, "")
    lead = f"{inner}{f'{label}: ' if label else '• '}"
    yield from layout.wrap(note.text, of.width, lead, f"{inner}  ", cells)
    told = [words.comparing.hands.format(hands=note.supporters)] if note.supporters else []
    if note.dissent:
        told.append(f"{words.rounds.dissent}: {note.objection}" if note.objection else words.rounds.dissent)
    if note.group:
        told.append(table_called(note.group, words))
    told += beside
    if told:
        yield from layout.wrap(" · ".join(told), of.width, f"{inner}  ", f"{inner}  ", cells)
    if depth == 1 and note.sources:
        for one in originals_of(of.session, note):
            if one.note and not one.note.gone:
                yield from _note(of, one.note, one.depth + 2, apart(one, words))
