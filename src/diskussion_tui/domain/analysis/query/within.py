"""Looking for notes within one discussion: the one rule of the walk's finder and of the prompt.

It is the search language. Here the discussion's name is no word of its notes, what is parked is looked through as well, what is
withdrawn is not, and a note's question is among what it is found by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.domain.analysis.query.grammar import bare
from diskussion_tui.domain.analysis.query.matching import APART, Looked, exact, fits, loose, note_text
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.analysis.said import discussion_of, said_of
from diskussion_tui.domain.workbook.steps import called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.analysis.query.matching import Fold
    from diskussion_tui.domain.analysis.query.nodes import Node
    from diskussion_tui.domain.analysis.query.reading import Problem
    from diskussion_tui.domain.analysis.query.vocabulary import Vocabulary
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session


class Here(NamedTuple):
    """What a text finds in a discussion, in the order of the notes; nothing where there is a `problem` with it.

    `words` are those to mark. `loose` where å, ä and ö were taken for a and o, since nothing else was there.
    """

    notes: tuple[Note, ...] = ()
    words: tuple[str, ...] = ()
    loose: bool = False
    problem: Problem | None = None


class Within:
    """The notes of a discussion in the order they are given, each folded once: a letter costs little with ten thousand."""

    def __init__(self, session: Session, notes: Iterable[Note], known: Vocabulary | None = None) -> None:
        discussion = discussion_of(session)
        self._known = known
        self._notes = tuple(notes)
        self._looked = [
            Looked(
                said,
                APART.join((note_text(said, exact), exact(said.question), exact(called(said.question)))),
                (),
            )
            for said in (said_of(session, discussion, note) for note in self._notes)
        ]

    def find(self, text: str) -> Here:
        """What a text asks for; every note where it asks for nothing."""
        parsed = parse(text, self._known)
        if parsed.problem:
            return Here(problem=parsed.problem)
        query = parsed.query
        words = tuple(one.words for one in query.texts)
        found = self._put(query.root, self._looked, exact)
        if found or not query.can_be_loose:
            return Here(found, words)
        bared = [one._replace(text=bare(one.text)) for one in self._looked]
        found = self._put(query.root, bared, loose)
        return Here(found, words, loose=bool(found))

    def _put(self, root: Node | None, looked: Iterable[Looked], fold: Fold) -> tuple[Note, ...]:
        fit = fits(root, fold) if root else lambda _one: True
        return tuple(note for note, one in zip(self._notes, looked, strict=True) if fit(one))
