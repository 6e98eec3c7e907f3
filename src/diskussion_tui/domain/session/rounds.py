"""Rounds of prioritising: what a group makes of a section's notes with dots or in an order, and how a round stands.

A round is a record, and what a note got in it is another (`Round`, `Vote`), so rounds are kept apart and nobody's count
overwrites another's. How a round stands is never stored but read off the votes: a note that is withdrawn, moved or parked
afterwards keeps what it got, and one that others were merged into has what they got. A note without dots, or that was not
put in the order, has no place; it is not called the last.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.ids import is_id
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.changes import changed, guard, next_version
from diskussion_tui.domain.session.records import Note, Round, Vote
from diskussion_tui.domain.session.refusals import RefusedError
from diskussion_tui.domain.session.session import Change

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.records import Method
    from diskussion_tui.domain.session.refusals import InShell
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts

MAX_POINTS = 999
MAX_EACH = 99
USUAL_EACH = 3
"""So many dots a person has where nobody says otherwise."""
_LEADING = 3
"""The places that count as the top."""

State = Literal["", "withdrawn", "parked", "moved", "purged"]
"""What has become of a note since: empty where it still stands in its section."""


class ClosedRoundError(RefusedError):
    """The round is closed: it must be reopened before anything in it changes."""

    tone = "muted"

    def sentence(self, words: Texts) -> str:
        """How to open it again."""
        return words.rounds.closed_hint

    def in_shell(self, words: Texts, at: InShell) -> str:  # noqa: ARG002 - one signature for all refusals
        """That it is closed."""
        return words.rounds.is_closed


@dataclass(frozen=True, slots=True)
class Standing:
    """How a note stands in a round.

    `points` are its dots, or its place in the order; `inherited` is how many of the dots were given to notes that were
    merged into it. `first` and `last` are the places that it has, or shares; both are 0 where it has none.
    """

    note: str
    points: int = 0
    inherited: int = 0
    first: int = 0
    last: int = 0
    state: State = ""

    @property
    def shared(self) -> bool:
        """Whether others have the same place."""
        return self.first != self.last


# ---- reading -----------------------------------------------------------------------------------------------------


def rounds_in(session: Session, section: str) -> tuple[Round, ...]:
    """The rounds of a section, the first one first."""
    return tuple(one for one in session.current(Round) if one.section == section)


def round_named(session: Session, round_id: str) -> Round | None:
    """A round that has not been withdrawn, or None."""
    found = session.versions.get((Round.table, round_id))
    last = found[-1] if found else None
    return last if isinstance(last, Round) and not last.gone else None


def latest_closed(session: Session, section: str) -> Round | None:
    """The newest round of a section that is over, or None."""
    return next((one for one in reversed(rounds_in(session, section)) if one.closed), None)


def last_choice(session: Session) -> tuple[Method, int]:
    """How the group ranked the last time, in whatever section: what a new round is likely to be."""
    rounds = session.current(Round)
    return (rounds[-1].method, rounds[-1].each) if rounds else ("prickar", USUAL_EACH)


def in_section(session: Session, section: str) -> tuple[Note, ...]:
    """The notes in force of a section, question by question, in the order they came."""
    asked = {one.id: place for place, one in enumerate(session.frame.asked)}
    notes = [note for note in session.notes() if note.question.startswith(f"{section}.")]
    return tuple(sorted(notes, key=lambda note: (asked.get(note.question, len(asked)), note.question)))


def ballot(session: Session, of: Round) -> tuple[Standing, ...]:
    """Every note of a round in the order of its section, which stays as it is while the group counts."""
    votes, roots = _votes(session, of.id), _roots(session)
    got: dict[str, list[Vote]] = {}
    for vote in votes.values():
        got.setdefault(roots.get(vote.note, vote.note), []).append(vote)
    here = [note.id for note in in_section(session, of.section)]
    ids = [one for one in here if one in got or _took_part(of, one)]
    ids += sorted(got.keys() - set(ids))
    standings = [_standing(session, of, one, got.get(one, [])) for one in ids]
    places = _places(of, standings)
    return tuple(replace(one, first=places[one.note][0], last=places[one.note][1]) for one in standings)


def standings(session: Session, of: Round) -> tuple[Standing, ...]:
    """How a round stands: the first place first, those that share one beside each other, those without one last."""
    return tuple(sorted(ballot(session, of), key=lambda one: (not one.first, one.first)))


def leading(session: Session, of: Round) -> tuple[Standing, ...]:
    """The notes on the first three places, and those that share them."""
    return tuple(one for one in standings(session, of) if 0 < one.first <= _LEADING)


def given(session: Session, of: Round) -> int:
    """How many dots have been given in a round."""
    return sum(vote.points for vote in _votes(session, of.id).values())


def to_give(session: Session, of: Round) -> int:
    """How many dots there are to give; 0 where nobody knows how many take part."""
    return of.each * session.head.participants


def _votes(session: Session, round_id: str) -> Mapping[str, Vote]:
    return {vote.note: vote for vote in session.current(Vote) if vote.round == round_id and vote.points > 0}


def _roots(session: Session) -> Mapping[str, str]:
    """Where the notes that were merged are told now, each by the note that it ended in."""
    into = {
        key[1]: last.merged_into
        for key, versions in session.versions.items()
        if isinstance(last := versions[-1], Note) and last.merged_into
    }
    roots: dict[str, str] = {}
    for start in into:
        note, passed = start, dict[str, None]()
        while note in into and note not in roots and note not in passed:
            passed[note] = None
            note = into[note]
        roots |= dict.fromkeys(passed, roots.get(note, note))
    return roots


def _took_part(of: Round, note_id: str) -> bool:
    """Whether a note was there for the group to choose: what was said after the round had closed was not."""
    return not of.closed or not is_id(of.change) or note_id < of.change


def _standing(session: Session, of: Round, note_id: str, votes: Sequence[Vote]) -> Standing:
    state = _state(session, of, note_id)
    if of.method == "ordning":
        return Standing(note_id, min((vote.points for vote in votes), default=0), state=state)
    inherited = sum(vote.points for vote in votes if vote.note != note_id)
    return Standing(note_id, sum(vote.points for vote in votes), inherited, state=state)


def _state(session: Session, of: Round, note_id: str) -> State:
    note = session.note(note_id)
    if note is None:
        return "purged"
    if note.gone:
        return "withdrawn"
    if note.parked:
        return "parked"
    return "" if note.question.startswith(f"{of.section}.") else "moved"


def _places(of: Round, every: Sequence[Standing]) -> Mapping[str, tuple[int, int]]:
    """The first and last place of each note: the most dots first, or the lowest number; 0 for one that got nothing."""
    sign = 1 if of.method == "ordning" else -1
    ranked = sorted(sign * one.points for one in every if one.points)
    return {
        one.note: (bisect_left(ranked, sign * one.points) + 1, bisect_right(ranked, sign * one.points))
        if one.points
        else (0, 0)
        for one in every
    }


# ---- changing ----------------------------------------------------------------------------------------------------


def begin_round(
    session: Session, stamp: Stamp, round_id: str, section: str, method: Method, each: int = 0
) -> Change | None:
    """A new round. Those before it stay as they are."""
    guard(session)
    begun = Round(
        id=round_id,
        change=stamp.change,
        writer=stamp.writer,
        at=stamp.at,
        section=section,
        method=method,
        each=max(1, min(each, MAX_EACH)) if method == "prickar" else 0,
    )
    return Change(stamp.change, (begun,))


def close_round(session: Session, stamp: Stamp, round_id: str) -> Change | None:
    """A round that is over."""
    return _set_closed(session, stamp, round_id, closed=True)


def reopen_round(session: Session, stamp: Stamp, round_id: str) -> Change | None:
    """A round that goes on, with everything that was given in it."""
    return _set_closed(session, stamp, round_id, closed=False)


def give_dots(session: Session, stamp: Stamp, round_id: str, note_id: str, dots: int) -> Change | None:
    """A note with so many dots, 0 to 999. They take the place of what it has, also of what it has from merged notes."""
    return give_each(session, stamp, round_id, {note_id: dots})


def give_each(session: Session, stamp: Stamp, round_id: str, given: Mapping[str, int]) -> Change | None:
    """Several notes, by their ids, with so many dots each, as one step."""
    if _open_round(session, round_id) is None:
        return None
    wanted = {note: max(0, min(dots, MAX_POINTS)) for note, dots in given.items()}
    merged = {out: 0 for note in given for out in _merged_out(session, round_id, note)}
    return _voted(session, stamp, round_id, merged | wanted)


def put_in_order(session: Session, stamp: Stamp, round_id: str, note_id: str, place: int) -> Change | None:
    """A note on a place of the order, from 1; the others close up or make room. 0 takes it out of the order.

    Beyond the end is the end. What comes out is always places from 1 without a gap.
    """
    of = _open_round(session, round_id)
    if of is None:
        return None
    placed = [one.note for one in standings(session, of) if one.first and one.note != note_id]
    if place > 0:
        placed.insert(min(place, MAX_POINTS) - 1, note_id)
    wanted = {note: number for number, note in enumerate(placed, 1)}
    merged = {note: 0 for one in placed for note in _merged_out(session, round_id, one)}
    taken_out = {} if place > 0 else {note_id: 0} | _merged_out(session, round_id, note_id)
    return _voted(session, stamp, round_id, merged | taken_out | wanted)


def _merged_out(session: Session, round_id: str, note_id: str) -> dict[str, int]:
    """Nothing, for each note with votes in a round that was merged into this one: what this one gets now replaces it."""
    roots = _roots(session)
    return {one: 0 for one in _votes(session, round_id) if one != note_id and roots.get(one) == note_id}


def _voted(session: Session, stamp: Stamp, round_id: str, wanted: Mapping[str, int]) -> Change | None:
    """The change that gives notes what is `wanted` for each; what they have already is left alone."""
    versions = [
        version
        for note_id, points in wanted.items()
        if (version := _vote(session, stamp, round_id, note_id, points))
    ]
    return Change(stamp.change, tuple(versions)) if versions else None


def _vote(session: Session, stamp: Stamp, round_id: str, note_id: str, points: int) -> Vote | None:
    vote_id = f"{round_id}.{note_id}"
    found = session.versions.get((Vote.table, vote_id))
    before = found[-1] if found else None
    if not isinstance(before, Vote):
        before = Vote(
            id=vote_id,
            rev=0,
            change="",
            writer=stamp.writer,
            at=stamp.at,
            gone=True,
            round=round_id,
            note=note_id,
            points=0,
        )
    if (0 if before.gone else before.points) == points:
        return None
    return next_version(before, stamp, gone=not points, points=points or before.points)


def _open_round(session: Session, round_id: str) -> Round | None:
    guard(session)
    of = round_named(session, round_id)
    if of and of.closed:
        raise ClosedRoundError
    return of


def _set_closed(session: Session, stamp: Stamp, round_id: str, *, closed: bool) -> Change | None:
    guard(session)
    of = round_named(session, round_id)
    return changed(stamp, of, closed=closed) if of else None
