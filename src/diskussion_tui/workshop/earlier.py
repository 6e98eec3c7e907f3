"""Looking into other discussions than the open one: what is still to be done since last time, and all that is.

It reads and writes nothing, and may take its time: whoever has a screen calls it from a worker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.open_actions import comes_before, open_actions
from diskussion_tui.domain.session.faults import UnreadableSessionError
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session.reading import read_session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.domain.session.records import Head
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.library.listing import Entry

MOST = 12
"""So many earlier discussions of a group are looked into, the latest first."""


def actions_before(folder: Path, refuge: Path | None, head: Head) -> tuple[Action, ...]:
    """The open actions of the earlier discussions of the same group with the same workbook."""
    earlier = [
        entry
        for entry in Library(folder, refuge).refresh()
        if entry.workbook == head.workbook
        and entry.date
        and comes_before(entry.name, entry.date, entry.id, head)
    ]
    return open_actions(_read(earlier[:MOST], refuge))


def actions_in(folder: Path, refuge: Path | None) -> tuple[Action, ...]:
    """The open actions of every discussion in a folder."""
    return open_actions(_read(Library(folder, refuge).refresh(), refuge))


def _read(entries: Iterable[Entry], refuge: Path | None) -> Iterator[Session]:
    """The sessions that can be read; a damaged one is told of where it is listed and opened."""
    for entry in entries:
        try:
            yield read_session(entry.path, refuge).session
        except (UnreadableSessionError, OSError):
            continue
