"""Folding versions into a session: set union, and nothing else.

The same versions give the same session in whatever order and however often they come. Folding in one change copies
little (`layers.py`), so a key press costs the same in a discussion of 10 and of 10,000 notes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING

from diskussion_tui.base.overlay import Overlay
from diskussion_tui.domain.session.numbers import ancestors, arrived_in, arrived_since, place_of
from diskussion_tui.domain.session.parts import Parts
from diskussion_tui.domain.session.records import REMOVABLE, Conclusion, Draft, Head, Key, Note, Purge, Record
from diskussion_tui.domain.session.session import Frame, Session, rivals_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime


class NoHeadError(ValueError):
    """The versions hold no head, so they are not a session."""


def order(version: Record) -> tuple[int, bool, datetime, str, str]:
    """Which of two versions of a record is the newer: the higher revision, whatever the clocks said.

    Of two with the same revision, made by writers who did not know of each other, one that withdraws, or merges into another,
    is the older: what somebody still worked on stays in view. Then time, then writer, so that every machine shows the same.
    """
    withdrawn = version.gone or (isinstance(version, Note) and bool(version.merged_into))
    return (version.rev, not withdrawn, version.at, version.writer, version.change)


def session_of(
    versions: Iterable[Record],
    frame: Frame = Frame(),  # noqa: B008 - frozen, so it can be shared
) -> Session:
    """The session that a set of versions makes up. Raises `NoHeadError` where none of them is a head."""
    gathered = _gathered(versions)
    for purged in [key[1] for key in gathered if key[0] == Purge.table]:
        for table in REMOVABLE:
            gathered.pop((table, purged), None)
    united = {key: _united((), new) for key, new in gathered.items()}
    for key in [key for key in united if key[0] == Head.table and (Purge.table, key[1]) in united]:
        united[key] = _since(united[key], united[Purge.table, key[1]])
    notes = [found[-1] for found in united.values() if isinstance(found[-1], Note)]
    by_question: dict[str, list[Note]] = {}
    parts = Parts()
    standing = (note for note in notes if _stands(note, united, parts))
    for note in sorted(standing, key=lambda note: place_of(note, united)):
        by_question.setdefault(note.question, []).append(note)
    placed = {question: tuple(of) for question, of in by_question.items()}
    disputed = frozenset(note.id for note in notes if rivals_in(united[Note.table, note.id]))
    keys = _with_keys({}, united)
    return Session(_head(united), united, placed, frame, keys, disputed, arrived_in(united))


def fold(session: Session, versions: Iterable[Record]) -> Session:
    """`session` with `versions` taken in. Versions it already has change nothing."""
    gathered = _gathered(versions)
    known = session.versions if isinstance(session.versions, Overlay) else Overlay(session.versions)
    moved: dict[str, None] = {}
    fresh: dict[Key, tuple[Record, ...]] = {}
    for key, new in gathered.items():
        if key[0] == Purge.table:
            for removed in [(table, key[1]) for table in REMOVABLE if (table, key[1]) in known]:
                moved |= _with_sources(known[removed][-1])
                known = known.without(removed)
        elif key[0] in REMOVABLE and ((Purge.table, key[1]) in known or (Purge.table, key[1]) in gathered):
            continue
        fresh[key] = _united(known.get(key, ()), new)
        if key[0] == Note.table:
            moved |= _with_sources(fresh[key][-1])
    head = _head(fresh) if any(key[0] == Head.table for key in fresh) else session.head
    own, removed = (Head.table, head.id), known.having(fresh).get((Purge.table, head.id))
    if removed and (own in fresh or (Purge.table, head.id) in fresh):
        fresh[own] = _since(fresh.get(own) or known[own], removed)
    every = known.having(fresh)
    keys = _with_keys(session.keys, (key for key in fresh if key not in session.versions))
    if any(key[0] == Purge.table for key in gathered):
        keys[Conclusion.table] = tuple(key for key in keys.get(Conclusion.table, ()) if key in every)
    disputed = session.disputed.difference(moved).union(
        note_id for note_id in moved if rivals_in(every.get((Note.table, note_id), ()))
    )
    placed = _with_moved(session, moved, every)
    arrived = arrived_since(session.arrived, session.versions, every, moved)
    return Session(head, every, placed, session.frame, keys, disputed, arrived)


def _since(heads: tuple[Record, ...], removed: tuple[Record, ...]) -> tuple[Record, ...]:
    """A session's own versions without those that were removed for good; the last stays, whatever was removed."""
    return tuple(one for one in heads if one.rev >= removed[-1].rev) or heads[-1:]


def _with_keys(known: Mapping[str, tuple[Key, ...]], new: Iterable[Key]) -> dict[str, tuple[Key, ...]]:
    """The keys by table with new ones added; those of notes, which are many, stand in none."""
    fresh: defaultdict[str, list[Key]] = defaultdict(list)
    for key in new:
        if key[0] != Note.table:
            fresh[key[0]].append(key)
    return {**known, **{table: (*known.get(table, ()), *keys) for table, keys in fresh.items()}}


def _with_moved(
    session: Session, moved: Iterable[str], every: Mapping[Key, tuple[Record, ...]]
) -> Mapping[str, tuple[Note, ...]]:
    """The notes by question once some have moved. Where none has they are the very same, as whoever has set them can see."""
    hanging = dict.fromkeys(moved)
    if not hanging:
        return session.by_question
    for note_id in tuple(hanging):
        for versions in (session.versions, every):
            last = _latest(versions, (Note.table, note_id))
            hanging |= dict.fromkeys(ancestors(last, versions) if isinstance(last, Note) else ())
    by_question = dict(session.by_question)
    for note_id in hanging:
        _take_out(by_question, _latest(session.versions, (Note.table, note_id)))
    parts = Parts()
    for note_id in hanging:
        _put_in(by_question, _latest(every, (Note.table, note_id)), every, parts)
    return {question: notes for question, notes in by_question.items() if notes}


def _gathered(versions: Iterable[Record]) -> defaultdict[Key, list[Record]]:
    gathered: defaultdict[Key, list[Record]] = defaultdict(list)
    for version in versions:
        gathered[version.table, version.id].append(version)
    return gathered


def _united(before: tuple[Record, ...], new: list[Record]) -> tuple[Record, ...]:
    if isinstance(new[0], Draft):
        return (max((*before, *new), key=_settled_order),)
    if len(new) == 1 and (not before or order(before[-1]) < order(new[0])):
        return (*before, new[0])
    return tuple(sorted({*before, *new}, key=_settled_order))


def _settled_order(version: Record) -> tuple[object, ...]:
    """`order`, and where that is a tie (one version, two contents: a file edited by hand) the content itself.

    Without it two machines with the same versions could each show another one.
    """
    contents = (getattr(version, field.name) for field in fields(version) if field.name != "at")
    return (*order(version), *map(str, contents))


def _with_sources(note: Record) -> dict[str, None]:
    """A note and what it was merged from: where it stands says whether they do."""
    return dict.fromkeys((note.id, *note.sources)) if isinstance(note, Note) else {}


def _latest(versions: Mapping[Key, tuple[Record, ...]], key: Key) -> Record | None:
    found = versions.get(key)
    return found[-1] if found else None


def _stands(note: Note, versions: Mapping[Key, tuple[Record, ...]], parts: Parts) -> bool:
    """Whether a note is an answer to its question.

    One that was merged into a note that is not there, since that was removed for good or its block is damaged, stands by
    itself: else nobody would see it any more.
    """
    if not note.merged_into:
        return note.in_force
    into = _latest(versions, (Note.table, note.merged_into))
    return not (note.gone or note.parked or (isinstance(into, Note) and parts.hold(into, note.id)))


def _take_out(by_question: dict[str, tuple[Note, ...]], before: Record | None) -> None:
    """Take a note's version before out of its question's notes."""
    if isinstance(before, Note) and (notes := by_question.get(before.question)):
        by_question[before.question] = tuple([note for note in notes if note.id != before.id])


def _put_in(
    by_question: dict[str, tuple[Note, ...]],
    now: Record | None,
    versions: Mapping[Key, tuple[Record, ...]],
    parts: Parts,
) -> None:
    """Put a note's version now among its question's notes, where its number has it stand."""
    if isinstance(now, Note) and _stands(now, versions, parts):
        notes, place = by_question.get(now.question, ()), place_of(now, versions)
        last = not notes or place_of(notes[-1], versions) < place
        at = len(notes) if last else bisect_left(notes, place, key=lambda note: place_of(note, versions))
        by_question[now.question] = notes[:at] + (now,) + notes[at:]  # noqa: RUF005 - one copy, as many may stand there


def _head(united: Mapping[Key, tuple[Record, ...]]) -> Head:
    for key, versions in united.items():
        head = versions[-1]
        if key[0] == Head.table and isinstance(head, Head):
            return head
    raise NoHeadError
