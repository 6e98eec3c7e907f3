"""Discussions held side by side, question by question: what only one says, what several say, how much and how they judged.

A side is a discussion, or a group of them that somebody asked for. That two notes say the same is suggested from the words they
share and never asserted; notes that share words but say the opposite, or have different kinds, are never taken for alike and are
told as such. What comes out is the same in whatever order notes and sides are given, but for the order of the sides.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.said import discussion_of, said_in
from diskussion_tui.domain.analysis.sayings import pairs_of, rank, sayings_of
from diskussion_tui.domain.language.opposites import opposed
from diskussion_tui.domain.session.changes import frame_of
from diskussion_tui.domain.session.session import Frame

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from diskussion_tui.domain.analysis.said import Discussion, Said
    from diskussion_tui.domain.analysis.sayings import Saying
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook

FEWEST, MOST = 2, 6
"""So many sides are held against each other."""
_AGREED = 2
"""So many sides make several."""
MOST_ALIKE = 1_000
"""Likeness is sought among so many sayings a side and question, those that most agree with: it grows with the square of them.

What is said in the same words is always found, and what likeness was not sought for is never called one side's alone.
"""


@dataclass(frozen=True, slots=True)
class Side:
    """A discussion or a group of them. `said` are the notes in force that are meant, `worded` the groups' own questions."""

    name: str
    discussions: tuple[Discussion, ...]
    said: tuple[Said, ...]
    worded: Mapping[str, tuple[str, ...]]

    @property
    def participants(self) -> int:
        """How many took part, of the discussions that say so."""
        return sum(one.participants for one in self.discussions)


@dataclass(frozen=True, slots=True)
class Stance:
    """What a side says of a question. `verdicts` and `kinds` are counts by id; `hands` are all that were raised."""

    notes: tuple[Said, ...]
    verdicts: Mapping[str, int]
    kinds: Mapping[str, int]
    hands: int
    worded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A note and the number of the side that it stands on."""

    side: int
    note: Said


@dataclass(frozen=True, slots=True)
class Alike:
    """Notes of several sides that may say the same."""

    notes: tuple[Placed, ...]

    @property
    def sides(self) -> tuple[int, ...]:
        """Which sides they are of."""
        return tuple(sorted({one.side for one in self.notes}))


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two notes of different sides that share their words, of which one says the opposite, or has another kind."""

    one: Placed
    other: Placed


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what the sides say of it: what several may say, what speaks against each other, what only one says.

    `unsought` is what nobody else says in the same words, and for which likeness was not sought, since there is too much.
    """

    id: str
    stances: tuple[Stance, ...]
    alike: tuple[Alike, ...]
    contrasts: tuple[Contrast, ...]
    only: tuple[tuple[Said, ...], ...]
    unsought: tuple[tuple[Said, ...], ...]

    @property
    def section(self) -> str:
        """The part of the workbook."""
        return self.id.partition(".")[0]

    @property
    def in_part(self) -> bool:
        """Whether there is so much that likeness was sought among some of it only."""
        return any(self.unsought)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sides, and every question that any of them answered, in the order of the workbook's ids."""

    sides: tuple[Side, ...]
    questions: tuple[Asked, ...]
    frame: Frame

    @property
    def one_workbook(self) -> bool:
        """Whether all sides answered the same questions."""
        return len({one.workbook for side in self.sides for one in side.discussions}) <= 1

    def verdicts(self, stance: Stance) -> list[tuple[str, int]]:
        """How often each verdict was given, in the order in which the workbook has them."""
        places = {one.id: place for place, one in enumerate(self.frame.verdicts)}
        return sorted(stance.verdicts.items(), key=lambda each: (places.get(each[0], len(places)), each[0]))


def side_of(name: str, sessions: Iterable[Session]) -> Side:
    """A side made of some discussions, opened."""
    opened = list(sessions)
    meant = ((discussion_of(one), [note for note in said_in(one) if note.in_force]) for one in opened)
    return side_from(name, meant, worded_in(opened))


def side_from(
    name: str,
    meant: Iterable[tuple[Discussion, Sequence[Said]]],
    worded: Mapping[str, tuple[str, ...]] | None = None,
) -> Side:
    """A side made of some discussions and, of each, the notes that are meant."""
    listed = sorted(meant, key=lambda one: (one[0].date, one[0].id))
    said = tuple(note for _discussion, notes in listed for note in notes)
    return Side(name, tuple(discussion for discussion, _notes in listed), said, worded or {})


def worded_in(sessions: Iterable[Session]) -> dict[str, tuple[str, ...]]:
    """What some groups have asked themselves, by question, each wording once."""
    worded: dict[str, dict[str, None]] = {}
    for session in sorted(sessions, key=lambda one: (one.head.date, one.id)):
        for question in session.by_question:
            if wording := session.wording(question):
                worded.setdefault(question, {})[wording] = None
    return {key: tuple(those) for key, those in worded.items()}


def framed(sessions: Iterable[Session], workbook: Workbook | None) -> Frame:
    """The words of the questions, kinds and verdicts that some discussions answered, those of the workbook first."""
    frames = [*([frame_of(workbook)] if workbook else []), *(one.frame for one in sessions)]
    asked = {one.id: one for frame in reversed(frames) for one in frame.asked}
    kinds = {one.id: one for frame in reversed(frames) for one in frame.kinds}
    verdicts = {one.id: one for frame in reversed(frames) for one in frame.verdicts}
    order = {one.id: place for place, one in enumerate(frames[0].kinds)} if frames else {}
    return Frame(
        tuple(asked.values()),
        tuple(sorted(kinds.values(), key=lambda one: (order.get(one.id, len(order)), one.id))),
        tuple(verdicts.values()),
    )


def compared(sides: Sequence[Side], frame: Frame) -> Comparison:
    """Some sides held against each other."""
    verdicts = {one for side in sides for held in side.discussions for one in held.verdicts}
    answered = {note.question for side in sides for note in side.said} | verdicts
    return Comparison(tuple(sides), tuple(_asked(one, sides) for one in sorted(answered, key=swedish)), frame)


def _asked(question: str, sides: Sequence[Side]) -> Asked:
    stances = tuple(_stance(question, side) for side in sides)
    each = [sayings_of(one.notes, number) for number, one in enumerate(stances)]
    sayings = [one for those in each for one in those]
    sought = {one.key for those in each for one in those[:MOST_ALIKE]}
    alike, contrasts = _likeness(sayings, sought)
    shared = {(one.side, one.note.id) for group in alike for one in group.notes}
    alone = [one for one in sayings if (one.side, one.first.id) not in shared]
    return Asked(
        question,
        stances,
        alike,
        contrasts,
        _by_side((one for one in alone if one.key in sought), len(sides)),
        _by_side((one for one in alone if one.key not in sought), len(sides)),
    )


def _by_side(sayings: Iterable[Saying], sides: int) -> tuple[tuple[Said, ...], ...]:
    """The notes of some sayings, side by side, those first that most agree with."""
    found: list[list[Said]] = [[] for _side in range(sides)]
    for one in sayings:
        found[one.side] += one.notes
    return tuple(tuple(sorted(those, key=rank)) for those in found)


def _stance(question: str, side: Side) -> Stance:
    notes = sorted((one for one in side.said if one.question == question), key=rank)
    given = (held.verdicts.get(question, "") for held in side.discussions)
    return Stance(
        tuple(notes),
        Counter(one for one in given if one),
        Counter(one.kind for one in notes if one.kind),
        sum(one.supporters for one in notes),
        side.worded.get(question, ()),
    )


# ---- likeness --------------------------------------------------------------------------------------------------------


def _likeness(
    sayings: Sequence[Saying], sought: Container[tuple[str, str]]
) -> tuple[tuple[Alike, ...], tuple[Contrast, ...]]:
    """What of some sayings may be the same, and which of them share words and all the same are not."""
    pairs = sorted(pairs_of(sayings, sought), key=lambda pair: (-pair[0], pair[1].key, pair[2].key))
    groups = {one.key: [one] for one in sayings}
    contrasts: list[Contrast] = []
    for _degree, one, other in pairs:
        if not _may_agree(one.first, other.first):
            apart = sorted((one, other), key=lambda each: each.side)
            contrasts.append(Contrast(*(Placed(each.side, each.first) for each in apart)))
            continue
        first, second = groups[one.key], groups[other.key]
        if first is second or not all(_may_agree(a.first, b.first) for a in first for b in second):
            continue
        first += second
        groups.update((each.key, first) for each in second)
    found = {id(group): group for group in groups.values()}
    alike = [_alike(group) for group in found.values() if len({one.side for one in group}) >= _AGREED]
    alike.sort(
        key=lambda one: (-len(one.sides), -sum(each.note.supporters for each in one.notes), _first(one))
    )
    return tuple(alike), tuple(contrasts)


def _alike(group: Iterable[Saying]) -> Alike:
    placed = (Placed(one.side, note) for one in group for note in one.notes)
    return Alike(tuple(sorted(placed, key=lambda one: (one.side, one.note.id))))


def _may_agree(one: Said, other: Said) -> bool:
    """Whether two notes can be taken to say the same: neither denies the other, and their kinds, where they have any, are one."""
    kinds = {one.kind, other.kind} - {""}
    return len(kinds) <= 1 and not opposed(one.text, other.text)


def _first(alike: Alike) -> str:
    return min(one.note.id for one in alike.notes)


# ---- two versions of one discussion ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Changed:
    """A note that two versions of a discussion have otherwise; None where one of them has it not, or no longer in force."""

    id: str
    before: Said | None
    after: Said | None

    @property
    def question(self) -> str:
        """Where it stands."""
        found = self.after or self.before
        return found.question if found else ""


def are_versions(comparison: Comparison) -> bool:
    """Whether two sides are the same discussion, as in two files of it."""
    ids = [[held.id for held in side.discussions] for side in comparison.sides]
    return len(ids) == FEWEST and len(ids[0]) == 1 and ids[0] == ids[1]


def changed(before: Side, after: Side) -> tuple[Changed, ...]:
    """The notes that differ between two versions of a discussion, question by question."""
    old, new = ({note.id: note for note in side.said} for side in (before, after))
    found = [
        Changed(one, old.get(one), new.get(one))
        for one in sorted({*old, *new})
        if _differs(old.get(one), new.get(one))
    ]
    return tuple(sorted(found, key=lambda one: (swedish(one.question), one.id)))


def _differs(before: Said | None, after: Said | None) -> bool:
    if before is None or after is None:
        return before is not after
    return _told(before) != _told(after)


def _told(said: Said) -> tuple[object, ...]:
    return (said.question, said.kind, said.text, said.supporters, said.objection, said.dissent, said.star)
