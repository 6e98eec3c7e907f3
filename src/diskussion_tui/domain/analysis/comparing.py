"""Discussions held side by side, question by question: what only one says, what several say, how much and how they judged.

A side is a discussion, or a group of them that somebody asked for. That two notes say the same is suggested from the words they
share and never asserted; notes that share words but say the opposite, or have different kinds, are never taken for alike and are
told as such. What comes out is the same in whatever order notes and sides are given, but for the order of the sides.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.said import discussion_of, said_in
from diskussion_tui.domain.language.opposites import opposed
from diskussion_tui.domain.session.changes import frame_of
from diskussion_tui.domain.session.session import Frame
from diskussion_tui.domain.session.similar import ALIKE, Similar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diskussion_tui.domain.analysis.said import Discussion, Said
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook

FEWEST, MOST = 2, 6
"""So many sides are held against each other."""
_AGREED = 2
"""So many sides make several."""
MOST_ALIKE = 300
"""Likeness is sought among so many notes a side and question, those that most agree with: it grows with the square of them."""


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
    """A question and what the sides say of it: what several may say, what speaks against each other, what only one says."""

    id: str
    stances: tuple[Stance, ...]
    alike: tuple[Alike, ...]
    contrasts: tuple[Contrast, ...]
    only: tuple[tuple[Said, ...], ...]

    @property
    def section(self) -> str:
        """The part of the workbook."""
        return self.id.partition(".")[0]

    @property
    def in_part(self) -> bool:
        """Whether there are so many notes that likeness was sought among some of them only."""
        return any(len(one.notes) > MOST_ALIKE for one in self.stances)


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
    placed = [Placed(number, note) for number, one in enumerate(stances) for note in one.notes[:MOST_ALIKE]]
    alike, contrasts = _likeness(placed)
    shared = {(one.side, one.note.id) for group in alike for one in group.notes}
    only = tuple(
        tuple(note for note in one.notes if (number, note.id) not in shared)
        for number, one in enumerate(stances)
    )
    return Asked(question, stances, alike, contrasts, only)


def _stance(question: str, side: Side) -> Stance:
    notes = sorted(
        (one for one in side.said if one.question == question), key=lambda one: (-one.supporters, one.id)
    )
    given = (held.verdicts.get(question, "") for held in side.discussions)
    return Stance(
        tuple(notes),
        Counter(one for one in given if one),
        Counter(one.kind for one in notes if one.kind),
        sum(one.supporters for one in notes),
        side.worded.get(question, ()),
    )


# ---- likeness --------------------------------------------------------------------------------------------------------


def _likeness(placed: Sequence[Placed]) -> tuple[tuple[Alike, ...], tuple[Contrast, ...]]:
    """What of some notes may say the same, and which of them share words and all the same do not."""
    pairs = sorted(_pairs(placed), key=lambda pair: (-pair[0], _key(pair[1]), _key(pair[2])))
    groups: dict[tuple[str, str], list[Placed]] = {_key(one): [one] for one in placed}
    contrasts: list[Contrast] = []
    for _degree, one, other in pairs:
        if not _may_agree(one.note, other.note):
            contrasts.append(Contrast(*sorted((one, other), key=lambda each: each.side)))
            continue
        first, second = groups[_key(one)], groups[_key(other)]
        if first is second or not all(_may_agree(a.note, b.note) for a in first for b in second):
            continue
        first += second
        groups.update((_key(each), first) for each in second)
    found = {id(group): group for group in groups.values()}
    several = (group for group in found.values() if len({one.side for one in group}) >= _AGREED)
    alike = [Alike(tuple(sorted(group, key=lambda one: (one.side, one.note.id)))) for group in several]
    alike.sort(
        key=lambda one: (-len(one.sides), -sum(each.note.supporters for each in one.notes), _first(one))
    )
    return tuple(alike), tuple(contrasts)


def _pairs(placed: Sequence[Placed]) -> Iterator[tuple[float, Placed, Placed]]:
    """Notes of different sides that share enough of their words, with how much."""
    by_key = {"\0".join(_key(one)): one for one in placed}
    index = Similar()
    for key in sorted(by_key):
        index.learn(key, by_key[key].note.text)
    seen: dict[tuple[str, str], float] = {}
    for key, one in by_key.items():
        for like in index.ranked(one.note.text, but=key):
            other = by_key[like.note]
            same = folded(one.note.text) == folded(other.note.text)
            if other.side != one.side and (same or like.degree >= ALIKE):
                pair = (key, like.note) if key < like.note else (like.note, key)
                seen[pair] = max(seen.get(pair, 0.0), 1.0 if same else like.degree)
    for (first, second), degree in seen.items():
        yield degree, by_key[first], by_key[second]


def _may_agree(one: Said, other: Said) -> bool:
    """Whether two notes can be taken to say the same: neither denies the other, and their kinds, where they have any, are one."""
    kinds = {one.kind, other.kind} - {""}
    return len(kinds) <= 1 and not opposed(one.text, other.text)


def _key(placed: Placed) -> tuple[str, str]:
    """What tells a note from the others: of two files of one discussion the same note stands on both sides."""
    return placed.note.id, str(placed.side)


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
