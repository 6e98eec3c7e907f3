"""Looking into other discussions than the open one: what is still to be done since last time, and all that is.

It reads and writes nothing, and may take its time: whoever has a screen calls it from a worker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.open_actions import as_told, comes_before, latest, open_actions
from diskussion_tui.store.library.listing import Library

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.domain.session.records import Head
    from diskussion_tui.store.library.heads import Entry

MOST = 12
"""So many earlier discussions of a group are looked into, the latest first."""


def actions_before(folder: Path, refuge: Path | None, head: Head) -> tuple[Action, ...]:
    """The open actions of the earlier discussions of the same group with the same workbook."""

    def fits(entry: Entry) -> bool:
        same_book = entry.workbook == head.workbook
        return same_book and bool(entry.date) and comes_before(entry.name, entry.date, entry.id, head)

    library = Library(folder, refuge)
    library.refresh(room=0)  # what is opened is only what may be earlier, not whatever is quick
    return open_actions(library.sessions(library.those(fits, known=head.id)[:MOST]))


def actions_in(folder: Path, refuge: Path | None = None, also: Iterable[Path] = ()) -> tuple[Action, ...]:
    """Every action of the discussions in a folder, and in others."""
    library = Library(folder, refuge, also=also)
    library.refresh()
    return actions_of(library)


def actions_of(library: Library) -> tuple[Action, ...]:
    """Every action of the discussions that a library saw: out of the index where there is one, else by opening them."""
    given = [giving for _entry, giving in library.given() if giving]
    given.sort(key=lambda one: (one.discussion.date, one.discussion.id))  # the index is read in that order
    deciding = (giving for giving in given if giving.share().actions)
    return latest(as_told(one) for giving in deciding for one in giving.concluded if one.in_force)
