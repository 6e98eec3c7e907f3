"""The guided practice: a row of small things to try on the example, each known by what it leaves in the discussion.

Nothing here knows keys or words. Whoever practises may do the things in any order and in any way: what counts is that the
discussion now holds what it did not hold when practice began.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.records import Conclusion, Note, Planned, Vote

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.session.session import Session


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to judge by: the discussion when practice began and now, and the step in view.

    `used` are the commands that leave nothing in the discussion.
    """

    before: Session
    now: Session
    step: str
    used: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Exercise:
    """Something to try. `id` is its field in `texts.guide`."""

    id: str
    is_done: Callable[[Seen], bool]


@dataclass(frozen=True, slots=True)
class Guide:
    """How far somebody has come: the exercises that are left, of how many."""

    left: tuple[Exercise, ...]
    of: int

    @classmethod
    def begin(cls) -> Guide:
        """Nothing tried yet."""
        return cls(EXERCISES, len(EXERCISES))

    @property
    def current(self) -> Exercise | None:
        """What to try now; None once everything has been."""
        return self.left[0] if self.left else None

    def after(self, seen: Seen) -> Guide:
        """What is left once what has been done is taken off."""
        left = tuple(one for one in self.left if not one.is_done(seen))
        return self if left == self.left else Guide(left, self.of)

    def passing(self) -> Guide:
        """What is left without the present exercise."""
        return Guide(self.left[1:], self.of)


def _notes(session: Session, holds: Callable[[Note], bool]) -> set[str]:
    return {note.id for note in session.current(Note) if holds(note)}


def _new(holds: Callable[[Note], bool]) -> Callable[[Seen], bool]:
    """Whether some note is now as it was not before."""
    return lambda seen: bool(_notes(seen.now, holds) - _notes(seen.before, holds))


def _counted(seen: Seen) -> bool:
    known = {note.id: note.supporters for note in seen.before.current(Note)}
    return any(note.supporters not in (0, known.get(note.id, 0)) for note in seen.now.current(Note))


def _more(kind: type[Planned | Vote | Conclusion]) -> Callable[[Seen], bool]:
    return lambda seen: len(seen.now.current(kind)) > len(seen.before.current(kind))


EXERCISES: tuple[Exercise, ...] = (
    Exercise("go", lambda seen: seen.step == "A.2"),
    Exercise("say", _new(lambda _: True)),
    Exercise("hands", _counted),
    Exercise("dissent", _new(lambda note: bool(note.objection))),
    Exercise("merge", _new(lambda note: bool(note.sources))),
    Exercise("place", _new(lambda note: bool(note.places))),
    Exercise("tag", _new(lambda note: "#" in note.text)),
    Exercise("park", _new(lambda note: note.parked)),
    Exercise("rank", _more(Vote)),
    Exercise("clock", _more(Planned)),
    Exercise("cues", lambda seen: "cues" in seen.used),
    Exercise("mask", lambda seen: "mask" in seen.used),
    Exercise("conclude", _more(Conclusion)),
)
"""What is tried, in the order in which an evening would bring it."""
