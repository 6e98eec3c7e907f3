"""The version of a record that follows another, and the one that takes it back: the same for what groups say and what analysts make."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.records import Version, following

if TYPE_CHECKING:
    from datetime import datetime

V = TypeVar("V", bound=Version)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who makes a change, when, and under which id: handed in, so that everything here stays pure."""

    change: str
    at: datetime
    writer: str


def next_version(record: V, stamp: Stamp, **altered: object) -> V:
    """The version of a record that follows, with other values for some of its fields."""
    carried = {"rev": following(record.rev), "change": stamp.change, "writer": stamp.writer, "at": stamp.at}
    return replace(record, **({**carried, "undoes": ""} | altered))


def reverted(versions: tuple[V, ...], place: int, stamp: Stamp) -> V:
    """What takes back the version at a place; what others have altered since stays."""
    was, current = versions[place], versions[-1]
    if place == 0:
        return next_version(current, stamp, undoes=was.change, gone=True)
    others = set[str]()
    for earlier, later in pairwise(versions[place:]):
        if later.writer != was.writer:
            others |= _differing(earlier, later)
    before = versions[place - 1]
    altered = {name: before.said()[name] for name in _differing(before, was) - others}
    return next_version(current, stamp, undoes=was.change, **altered)


def _differing(one: Version, other: Version) -> set[str]:
    """The names of what two versions of a record say differently."""
    said = other.said()
    return {name for name, value in one.said().items() if said[name] != value}
