"""Versions of themes and decisions, united as those of a discussion are: a set, of which the newest of each record counts.

What analysts make is kept as what groups say is kept: nothing is edited in place, whatever comes twice or in another order gives
the same, and undo is one more change. So two people's code books and decisions unite by copying a file, and nothing of either is
lost. `domain/session` has the rules; here they stand for records that belong to no discussion.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from diskussion_tui.base.overlay import Overlay
from diskussion_tui.domain.session.following import reverted
from diskussion_tui.domain.session.records import Version
from diskussion_tui.domain.session.undo import UndoTrail

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diskussion_tui.domain.session.following import Stamp

Key: TypeAlias = "tuple[str, str]"
"""A record: its table and its id."""
Versions: TypeAlias = "Mapping[Key, tuple[Version, ...]]"
"""Every version of every record, the one that counts last."""

V = TypeVar("V", bound=Version)


def order(version: Version) -> tuple[object, ...]:
    """Which of two versions is the newer: the higher revision; of equals what stands before what is withdrawn; then time, writer and content."""
    contents = (str(getattr(version, one.name)) for one in fields(version) if one.name != "at")
    return (version.rev, not version.gone, version.at, version.writer, version.change, *contents)


def united(before: Versions, new: Iterable[Version]) -> Versions:
    """The versions there were with new ones taken in. Those that are there already change nothing."""
    gathered: dict[Key, list[Version]] = {}
    for version in new:
        gathered.setdefault((version.table, version.id), []).append(version)
    known = before if isinstance(before, Overlay) else Overlay(before)
    return known.having(
        {key: tuple(sorted({*known.get(key, ()), *those}, key=order)) for key, those in gathered.items()}
    )


def taken_back(every: Versions, stamp: Stamp, change: str) -> tuple[Version, ...]:
    """What takes back a change: undo, and, of an undo, redo. What others have altered since in the same records stays."""
    return tuple(
        reverted(versions, place, stamp)
        for versions in every.values()
        for place, version in enumerate(versions)
        if version.change == change
    )


def trail_of(every: Versions, writer: str) -> UndoTrail:
    """What a writer can undo and redo: the same after a restart, since it is read off the versions."""
    undoes = {
        one.change: one.undoes for versions in every.values() for one in versions if one.writer == writer
    }
    trail = UndoTrail()
    done: dict[str, None] = {}  # as `UndoTrail.after`, but a step costs the same however many there are
    undone: dict[str, None] = {}
    for change in sorted(undoes):
        taken = undoes[change]
        if taken in done:
            del done[taken]
            undone[change] = None
            continue
        if taken in undone:
            del undone[taken]
        else:
            undone.clear()
        done[change] = None
    return UndoTrail(tuple(done), tuple(undone)) if undoes else trail
