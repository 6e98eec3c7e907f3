"""The numbers that a room can call out: every note of a question has one, in the order in which they came to it.

No number is stored. A note's is its place among all notes that were ever under the question, those included that were since
withdrawn, parked, moved or merged: so nothing that becomes of one note gives another note another number, and one that comes
back has the number it had. A merged note stands in the place, and has the number, of the first note it was made of.
`fold` keeps in `Session.arrived` who came when; a number is looked up there without counting.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, TypeAlias

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.records import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diskussion_tui.domain.session.records import Key, Record
    from diskussion_tui.domain.session.session import Session

Arrival: TypeAlias = tuple[str, str]
"""When a note came under a question: the change that brought it, and its own id. Both sort by time."""
Arrived: TypeAlias = "Mapping[str, tuple[Arrival, ...]]"
"""Every note that was ever under a question, by question, in the order they came."""

_APART = str.maketrans(",;:=", "    ")
_DIGITS = 5
"""No number of a note or of hands has more."""

Fate = Literal["", "none", "withdrawn", "parked", "moved", "merged"]
"""What became of the note of a number: empty where it stands, `none` where no note ever had it."""


@dataclass(frozen=True, slots=True)
class Called:
    """What a number means under a question: the note that has it, and where it is not to be seen there, why.

    Of a note that was `merged`, `now` is the number under which it can be called, 0 where that stands elsewhere.
    """

    number: int
    note: Note | None = None
    fate: Fate = ""
    now: int = 0


# ---- reading ---------------------------------------------------------------------------------------------------------


def number_of(session: Session, note: Note) -> int:
    """The number of a note that is in force under its question, from 1; 0 for one that is not in the session."""
    if (Note.table, note.id) not in session.versions:
        return 0
    arrived = session.arrived.get(note.question, ())
    return bisect_left(arrived, place_of(note, session.versions)) + 1


def highest(session: Session, question: str) -> int:
    """The highest number that was ever given under a question."""
    return len(session.arrived.get(question, ()))


def called(session: Session, question: str, number: int) -> Called:
    """Who is meant by a number."""
    known = 1 <= number <= highest(session, question)
    note = session.note(session.arrived[question][number - 1][1]) if known else None
    if note is None:
        return Called(number, fate="none")
    bearer = _bearer(note, session.versions)
    there = bearer.question == question and bearer.in_force
    bears = number_of(session, bearer) if there else 0
    if bears == number:
        return Called(number, bearer)
    if bearer.id != note.id:
        return Called(number, note, "merged", bears)
    if there:  # a merged note, which has that of the first it was made of
        return Called(number, fate="none")
    return Called(number, note, _fate(note, question))


def _fate(note: Note, question: str) -> Fate:
    """Why a note that is not merged is not to be seen under a question."""
    if note.gone:
        return "withdrawn"
    return "parked" if note.parked and note.question == question else "moved"


def _bearer(note: Note, versions: Mapping[Key, tuple[Record, ...]]) -> Note:
    """The note that stands for one: itself, or what it ended in."""
    for into in ancestors(note, versions):
        found = versions.get((Note.table, into))
        if found and isinstance(found[-1], Note) and note.id in found[-1].sources:
            note = found[-1]
    return note


def numbers_in(typed: str) -> tuple[int, ...]:
    """The numbers that somebody typed, apart by blanks or by any of `, ; : =`; none at all where anything else stands there."""
    words = typed.translate(_APART).split()
    fits = all(word.isascii() and word.isdigit() and len(word) <= _DIGITS for word in words)
    return tuple(map(int, words)) if fits else ()


# ---- what `fold` keeps -----------------------------------------------------------------------------------------------


def arrivals(versions: Iterable[Record]) -> dict[str, Arrival]:
    """When a note, given with all its versions in order, came under each question that it ever was under."""
    found: dict[str, Arrival] = {}
    for one in versions:
        if isinstance(one, Note):
            found.setdefault(one.question, (one.change, one.id))
    return found


def arrived_in(versions: Mapping[Key, tuple[Record, ...]]) -> Arrived:
    """Who came when, of all notes."""
    found: dict[str, list[Arrival]] = {}
    for key, several in versions.items():
        if key[0] == Note.table:
            for question, arrival in arrivals(several).items():
                found.setdefault(question, []).append(arrival)
    return {question: tuple(sorted(those)) for question, those in found.items()}


def arrived_since(
    before: Arrived,
    was: Mapping[Key, tuple[Record, ...]],
    now: Mapping[Key, tuple[Record, ...]],
    notes: Iterable[str],
) -> Arrived:
    """Who came when, once some notes have other versions than they had. Where that moves nobody it is the very same."""
    changed: dict[str, tuple[Arrival, ...]] = {}
    for note_id in notes:
        old, new = (arrivals(versions.get((Note.table, note_id), ())) for versions in (was, now))
        for question in old.keys() | new.keys():
            if old.get(question) != new.get(question):
                those = changed.get(question, before.get(question, ()))
                if question in old:
                    those = tuple([one for one in those if one != old[question]])
                changed[question] = _with(those, new[question]) if question in new else those
    if not changed:
        return before
    return {question: those for question, those in {**before, **changed}.items() if those}


def _with(those: tuple[Arrival, ...], one: Arrival) -> tuple[Arrival, ...]:
    """Arrivals in order, and one more. Whoever comes last, as nearly everybody does, costs one copy and no search."""
    at = len(those) if not those or those[-1] < one else bisect_left(those, one)
    return those[:at] + (one,) + those[at:]  # noqa: RUF005 - a list and a tuple of it would be two copies


def place_of(note: Note, versions: Mapping[Key, tuple[Record, ...]]) -> Arrival:
    """Where a note stands under its question: where it came itself, or the first of those that it was made of did."""
    own = _came(note, note.question, versions)
    if not note.sources:
        return own
    places: list[Arrival] = []
    seen, ahead = {note.id}, [note]
    while ahead:
        above = ahead.pop()
        for source in above.sources:
            found = versions.get((Note.table, source))
            one = found[-1] if found else None
            if isinstance(one, Note) and one.merged_into == above.id and one.id not in seen:
                seen.add(one.id)
                ahead.append(one)
                places.append(_came(one, note.question, versions))
    return min(filter(any, places), default=own)


def ancestors(note: Note, versions: Mapping[Key, tuple[Record, ...]]) -> tuple[str, ...]:
    """The ids of what a note was merged into, and of what that was merged into: their places hang on its own."""
    found: dict[str, None] = {}
    into = note.merged_into
    while into and into not in found and into != note.id:
        found[into] = None
        last = versions.get((Note.table, into))
        into = last[-1].merged_into if last and isinstance(last[-1], Note) else ""
    return tuple(found)


def _came(note: Note, question: str, versions: Mapping[Key, tuple[Record, ...]]) -> Arrival:
    """When a note first stood under a question; two empty texts where it never did."""
    for one in versions.get((Note.table, note.id), ()):
        if isinstance(one, Note) and one.question == question:
            return (one.change, one.id)
    return ("", "")
