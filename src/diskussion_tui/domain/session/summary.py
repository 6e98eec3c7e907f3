"""Counts of a discussion, for the header, the summary, the lists and the head of the session file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.fields import says_anything

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diskussion_tui.domain.session.session import Session


@dataclass(frozen=True, slots=True)
class Overview:
    """What a list of discussions shows of one: counted from its notes, never read back as truth."""

    notes: int
    kinds: Mapping[str, int]
    parts: tuple[str, ...]


def overview_of(session: Session) -> Overview:
    """How many notes in force, of which kinds, in which parts of the workbook (`A`, `E`)."""
    notes = session.notes()
    kinds = Counter(note.kind for note in notes if note.kind)
    parts = sorted({note.question.partition(".")[0] for note in notes}, key=swedish)
    return Overview(len(notes), dict(sorted(kinds.items())), tuple(parts))


def answered(session: Session, question: str) -> bool:
    """Whether the group has said anything under a question: a note, or something of the question itself."""
    answer = session.answer(question)
    return bool(session.notes_of(question) or (answer and says_anything(answer)))


def is_worded(session: Session, question: str) -> bool:
    """Whether the group has its own question already: it has been worded, or something has been said under it."""
    return bool(session.wording(question) or session.notes_of(question))
