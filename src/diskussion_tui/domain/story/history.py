"""What happened in a discussion, change by change: the set of versions read as a story.

Changes are told in the order of their ids, which sort by time and never go back for a writer, whatever the wall clock
did. Another writer's clock may be wrong: no version is ever told before the one of the same record that it follows.
What is half typed, and time that has passed, is no history. A change is one entry, however many records it touched.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Literal, TypeAlias

from diskussion_tui.base.ids import is_id, next_id
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.records import Draft, Note, Purge, Spent
from diskussion_tui.domain.story.diff import deeds_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.story.diff import Deed

Act = Literal["did", "undid", "redid"]


@dataclass(frozen=True, slots=True)
class Part:
    """What a change did to one record: the version it wrote, the one it was made from, and what differs.

    `beside` are the writers of other versions with the same revision, made at the same time without knowing of this
    one; `stood` says whether this is the one that counted.
    """

    version: Record
    before: Record | None
    deeds: tuple[Deed, ...]
    beside: tuple[str, ...] = ()
    stood: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as history tells it. `undoes` is the change it takes back, made at `undone_at` if that is still known.

    Redo is the undo of an undo; `act` says which of the two it is.
    """

    change: str
    at: datetime
    writer: str
    parts: tuple[Part, ...]
    undoes: str = ""
    act: Act = "did"
    undone_at: datetime | None = None


def history_of(session: Session) -> tuple[Entry, ...]:
    """Everything that happened in a discussion, in the order it happened."""
    records = tuple(
        versions
        for _key, versions in sorted(session.versions.items(), key=lambda item: item[0])
        if not isinstance(versions[0], Draft | Spent)
    )
    entries = [_entry(records, places) for places in _in_order(records)]
    undoes = {entry.change: entry.undoes for entry in entries}
    made = {entry.change: entry.at for entry in entries}
    return tuple(
        replace(entry, act=_act(entry.change, undoes), undone_at=made.get(entry.undoes))
        if entry.undoes
        else entry
        for entry in entries
    )


def history_of_note(session: Session, note_id: str) -> tuple[Entry, ...]:
    """What happened to one note; what the same changes did to others is left out."""
    own = (replace(entry, parts=_about(note_id, entry.parts)) for entry in history_of(session))
    return tuple(entry for entry in own if entry.parts)


def _about(note_id: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(
        part for part in parts if isinstance(part.version, Note | Purge) and part.version.id == note_id
    )


_Records: TypeAlias = tuple[tuple["Record", ...], ...]
_Place: TypeAlias = tuple[int, int]
"""Which record, and which of its versions."""
_Step: TypeAlias = tuple[str, str, str]
"""When a change was made, its id and its writer: what it is sorted by."""


def _entry(records: _Records, places: list[_Place]) -> Entry:
    versions = [records[record][place] for record, place in places]
    return Entry(
        versions[0].change,
        max(version.at for version in versions),
        versions[0].writer,
        tuple(_part(records[record], place) for record, place in places),
        next((version.undoes for version in versions if version.undoes), ""),
    )


def _part(versions: tuple[Record, ...], place: int) -> Part:
    now = versions[place]
    first, last = place, place
    while first and versions[first - 1].rev == now.rev:
        first -= 1
    while last + 1 < len(versions) and versions[last + 1].rev == now.rev:
        last += 1
    beside = tuple(versions[other].writer for other in range(first, last + 1) if other != place)
    before, deeds = _made_from(versions, first, now)
    return Part(now, before, deeds, beside, stood=place == last)


def _made_from(versions: tuple[Record, ...], end: int, now: Record) -> tuple[Record | None, tuple[Deed, ...]]:
    """The version before `end` that `now` was made from, and what was done to it.

    Where two writers made one each with the same revision it is the one that `now` differs least from: the other's
    words would else be told as taken away by somebody who never saw them.
    """
    if not end:
        return None, deeds_of(None, now)
    start = end - 1
    while start and versions[start - 1].rev == versions[end - 1].rev:
        start -= 1
    made_from = [(before, deeds_of(before, now)) for before in reversed(versions[start:end])]
    return min(made_from, key=lambda one: len(one[1]))


def _in_order(records: _Records) -> list[list[_Place]]:
    """The versions that were written together, change after change.

    Two changes of which each follows the other in some record, as only a file put together by hand can have them, are
    told in pieces: the order within a record holds in any case.
    """
    steps = _steps(records)
    step_of = {place: step for step, places in steps.items() for place in places}
    waits = Counter(
        step for (record, place), step in step_of.items() if place and step_of[record, place - 1] != step
    )
    ready = [step for step in steps if not waits[step]]
    heapify(ready)
    told: list[list[_Place]] = []
    length: Counter[int] = Counter()
    while steps:
        places = steps.pop(heappop(ready)) if ready else _loosened(steps, length)
        told.append(places)
        for record, place in places:
            length[record] += 1
            follower = step_of.get((record, place + 1))
            if follower and follower != step_of[record, place]:
                waits[follower] -= 1
                if not waits[follower]:
                    heappush(ready, follower)
    return told


def _loosened(steps: dict[_Step, list[_Place]], told: Mapping[int, int]) -> list[_Place]:
    """What can be told next of the first change of which anything can, taken out of `steps`. `told` counts by record."""
    loose = {
        step: [(record, place) for record, place in places if place == told[record]]
        for step, places in steps.items()
    }
    first = min(step for step, places in loose.items() if places)
    steps[first] = [place for place in steps[first] if place not in loose[first]]
    return loose[first]


def _steps(records: _Records) -> dict[_Step, list[_Place]]:
    """The versions by the change that wrote them."""
    gathered: defaultdict[tuple[str, str], list[_Place]] = defaultdict(list)
    for record, versions in enumerate(records):
        for place, version in enumerate(versions):
            gathered[version.change, version.writer].append((record, place))
    return {(_when(records[places[0][0]][places[0][1]]), *key): places for key, places in gathered.items()}


def _when(version: Record) -> str:
    """An id that sorts by time: the change's own, or, where an edit of the file gave it another, one for its time."""
    if is_id(version.change):
        return version.change
    return next_id(max(0, int(version.at.timestamp() * 1000)), 0)


def _act(change: str, undoes: Mapping[str, str]) -> Act:
    followed: set[str] = set()
    while undoes.get(change) and change not in followed:
        followed.add(change)
        change = undoes[change]
    if not followed:
        return "did"
    return "undid" if len(followed) % 2 else "redid"
