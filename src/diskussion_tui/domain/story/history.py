"""What happened in a discussion, change by change: the set of versions read as a story.

Changes are told in the order of their ids, which sort by time and never go back for a writer, whatever the wall clock
did. Another writer's clock may be wrong: no version is ever told before the one of the same record that it follows.
What is half typed, and time that has passed, is no history. A change is one entry, however many records it touched.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import replace
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Literal, TypeAlias

from diskussion_tui.base.ids import is_id, next_id
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.records import Draft, Note, Purge, Spent
from diskussion_tui.domain.story.diff import deeds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.story.diff import Deed

Act = Literal["did", "undid", "redid"]

_NEAR = 20
"""So many versions with one revision are held against each other: more writers at once have only been made up."""


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
    acts = _acts({entry.change: entry.undoes for entry in entries})
    made = {entry.change: entry.at for entry in entries}
    return tuple(
        replace(entry, act=acts[entry.change], undone_at=made.get(entry.undoes)) if entry.undoes else entry
        for entry in entries
    )


def parts_of(session: Session, change: str, among: Iterable[Record]) -> tuple[Part, ...]:
    """What one change did to some records, without telling the rest of the story. A record that it did not touch has no part."""
    found = (session.versions.get((one.table, one.id), ()) for one in among)
    return tuple(
        _part(versions, place)
        for versions in found
        for place, version in enumerate(versions)
        if version.change == change and not isinstance(version, Draft | Spent)
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
    first = bisect_left(versions, now.rev, key=_rev)
    end = bisect_right(versions, now.rev, key=_rev)
    near = range(max(first, place - _NEAR), min(end, place + _NEAR + 1))
    beside = tuple(versions[other].writer for other in near if other != place)
    before, deeds = _made_from(versions, first, now)
    return Part(now, before, deeds, beside, stood=place == end - 1)


def _rev(version: Record) -> int:
    return version.rev


def _made_from(versions: tuple[Record, ...], end: int, now: Record) -> tuple[Record | None, tuple[Deed, ...]]:
    """The version before `end` that `now` was made from, and what was done to it.

    Where two writers made one each with the same revision it is the one that `now` differs least from: the other's
    words would else be told as taken away by somebody who never saw them.
    """
    if not end:
        return None, deeds_of(None, now)
    start = max(bisect_left(versions, versions[end - 1].rev, key=_rev), end - _NEAR)
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
    loose = _Loose()
    for record in range(len(records)):
        loose.put(step_of[record, 0], (record, 0))
    while steps:
        places = list(steps.pop(heappop(ready)) if ready else loose.taken_from(steps))
        told.append(places)
        for record, place in places:
            follower = step_of.get((record, place + 1))
            if follower:
                loose.put(follower, (record, place + 1))
            if follower and follower != step_of[record, place]:
                waits[follower] -= 1
                if not waits[follower]:
                    heappush(ready, follower)
    return told


class _Loose:
    """The versions of which all earlier ones have been told, by their changes, of which the first is to be had."""

    def __init__(self) -> None:
        self._places: defaultdict[_Step, list[_Place]] = defaultdict(list)
        self._steps: list[_Step] = []

    def put(self, step: _Step, place: _Place) -> None:
        """One more that can be told."""
        self._places[step].append(place)
        heappush(self._steps, step)

    def taken_from(self, steps: dict[_Step, dict[_Place, None]]) -> list[_Place]:
        """What can be told next of the first change of which anything can, taken out of `steps`."""
        while True:
            step = heappop(self._steps)
            places = [place for place in self._places.pop(step, ()) if place in steps.get(step, ())]
            if places:
                for place in places:
                    del steps[step][place]
                return places


def _steps(records: _Records) -> dict[_Step, dict[_Place, None]]:
    """The versions by the change that wrote them."""
    gathered: defaultdict[tuple[str, str], list[_Place]] = defaultdict(list)
    for record, versions in enumerate(records):
        for place, version in enumerate(versions):
            gathered[version.change, version.writer].append((record, place))
    return {
        (_when(records[places[0][0]][places[0][1]]), *key): dict.fromkeys(places)
        for key, places in gathered.items()
    }


def _when(version: Record) -> str:
    """An id that sorts by time: the change's own, or, where an edit of the file gave it another, one for its time."""
    if is_id(version.change):
        return version.change
    return next_id(max(0, int(version.at.timestamp() * 1000)), 0)


def _acts(undoes: Mapping[str, str]) -> dict[str, Act]:
    """Which changes take another back, and which take back what took one back. One that is reached in a ring did nothing else."""
    acts: dict[str, Act] = {}
    for change in undoes:
        followed: dict[str, None] = {}
        while undoes.get(change) and change not in followed and change not in acts:
            followed[change] = None
            change = undoes[change]  # noqa: PLW2901 - the chain is followed from there
        act = acts.get(change, "did")
        for one in reversed(followed):
            act = acts[one] = "redid" if act == "undid" else "undid"
        acts.setdefault(change, "did")
    return acts
