"""A discussion in the order in which it is told: part by part, under each question its verdict and its notes by kind.

Pages to read and reports are set from this. The session's own file says how every heading, question and kind was called when the
discussion began, so that nothing here needs its workbook; where that is at hand it gives the order and what was not answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.changes import frame_of
from diskussion_tui.domain.session.records import Answer
from diskussion_tui.domain.session.session import Asked, KindWord
from diskussion_tui.domain.session.summary import answered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Group:
    """Notes of one kind under a question; `kind` is None for those that have none."""

    kind: KindWord | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its words, the group's `own` wording, the verdict in words, and the notes by kind.

    `asks` is what its workbook leaves room for, said or not, where a whole workbook is told; else empty.
    """

    id: str
    text: str
    own: str
    verdict: str
    groups: tuple[Group, ...]
    asks: str = ""

    @property
    def notes(self) -> tuple[Note, ...]:
        """All its notes, in the order in which they stand."""
        return tuple(note for group in self.groups for note in group.notes)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the workbook with its questions. `lead` is what all of them ask, where that is one thing."""

    id: str
    heading: str
    lead: str
    questions: tuple[Question, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        """All its notes."""
        return tuple(note for question in self.questions for note in question.notes)


def own_workbook(session: Session | None, workbook: Workbook | None) -> Workbook | None:
    """The workbook where it is the session's own."""
    return workbook if workbook and (session is None or workbook.id == session.head.workbook) else None


def asked_in(session: Session | None, workbook: Workbook | None) -> list[Asked]:
    """Every question there is something to say of: the workbook's, the session's own, and those nothing words.

    A question that the session file words is told as it stood when the group answered it.
    """
    stood = {asked.id: asked for asked in session.frame.asked} if session else {}
    every = {asked.id: asked for asked in frame_of(workbook).asked} if workbook else {}
    every |= stood
    if session:
        said = [key[1] for key in session.versions if key[0] == Answer.table]
        for question in sorted({*session.by_question, *said}, key=swedish):
            every.setdefault(question, Asked(question, ""))
    return list(every.values())


def kinds_in(session: Session | None, workbook: Workbook | None) -> list[KindWord]:
    """Every kind that a note may have: the workbook's, the session's own, and those that nothing words."""
    every = {kind.id: kind for kind in frame_of(workbook).kinds} if workbook else {}
    for kind in session.frame.kinds if session else ():
        every.setdefault(kind.id, kind)
    for note in session.notes() if session else ():
        if note.kind:
            every.setdefault(note.kind, KindWord(note.kind, "•", note.kind))
    return list(every.values())


def parts_of(session: Session, workbook: Workbook | None, *, whole: bool = False) -> tuple[Part, ...]:
    """The discussion part by part; `workbook` is its own, or None.

    Parts and questions without an answer are left out, but for those of its workbook where that is told as a `whole`.
    """
    room = {one.id: one.asks for one in workbook.questions()} if whole and workbook else {}
    by_part: dict[str, list[Asked]] = {}
    for asked in asked_in(session, workbook):
        if asked.id in room or answered(session, asked.id):
            by_part.setdefault(asked.id.partition(".")[0], []).append(asked)
    kinds = kinds_in(session, workbook)
    return tuple(_part(session, part, those, kinds, workbook, room) for part, those in by_part.items())


def most_supported(notes: Iterable[Note], most: int) -> tuple[Note, ...]:
    """The notes that the most people agree with, at most so many; of two with as many, the one that came first."""
    raised = [note for note in notes if note.supporters]
    return tuple(sorted(raised, key=lambda note: -note.supporters)[:most])


def verdict_word(session: Session, question: str, workbook: Workbook | None) -> str:
    """The verdict on a question in words, empty where none was given."""
    given = session.verdict(question)
    words = {one.id: one.label for one in session.frame.verdicts}
    words |= {one.id: one.label for one in workbook.verdicts} if workbook else {}
    return words.get(given, given)


def _part(
    session: Session,
    part: str,
    every: list[Asked],
    kinds: list[KindWord],
    workbook: Workbook | None,
    room: Mapping[str, str],
) -> Part:
    headings, texts = {one.heading for one in every}, {one.text for one in every}
    if len(headings) == 1 and not (workbook and part == workbook.reflections.id):
        heading, lead = every[0].heading, ""
        worded = {one.id: one.text for one in every}
    else:  # its fields are told apart by their headings, and ask the same
        heading = workbook.reflections.heading if workbook and part == workbook.reflections.id else ""
        lead = next(iter(texts)) if len(texts) == 1 else ""
        worded = {one.id: one.heading or one.text for one in every}
    questions = (
        Question(
            one.id,
            worded[one.id],
            session.wording(one.id),
            verdict_word(session, one.id, workbook),
            tuple(_groups(session.notes_of(one.id), kinds, empty=room.get(one.id) == "kinds")),
            room.get(one.id, ""),
        )
        for one in every
    )
    return Part(part, heading, lead, tuple(questions))


def _groups(notes: tuple[Note, ...], kinds: list[KindWord], *, empty: bool) -> Iterable[Group]:
    for kind in (None, *kinds):
        those = tuple(note for note in notes if note.kind == (kind.id if kind else ""))
        if those or (kind and empty):
            yield Group(kind, those)
