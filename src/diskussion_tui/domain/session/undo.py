"""What a writer can undo and redo, read off the changes in the order they were made.

A change is taken back by another change that names it (`undoes`), so the two stacks need no place of their own in the
file: they are derived, and are the same after a restart. Only a writer's own changes count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.records import Draft, Head, Purge, Spent

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session


@dataclass(frozen=True, slots=True)
class UndoTrail:
    """The ids of the changes that can be undone and redone, the next one last."""

    done: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()

    def after(self, change: str, undoes: str = "") -> UndoTrail:
        """The trail once `change` is made. Making something new ends what could be redone."""
        if undoes in self.done:
            return UndoTrail(_without(self.done, undoes), (*self.undone, change))
        if undoes in self.undone:
            return UndoTrail((*self.done, change), _without(self.undone, undoes))
        return UndoTrail((*self.done, change), ())


def undo_of(session: Session, *writers: str) -> UndoTrail:
    """The trail of a writer in a session, under each of the ids that they have had. Neither its beginning nor what came with a removal for good can be undone."""
    undoes: dict[str, str] = {}
    removing = {
        one.change for key, versions in session.versions.items() if key[0] == Purge.table for one in versions
    }
    for versions in session.versions.values():
        for place, version in enumerate(versions):
            if version.writer in writers and version.change not in removing and is_step(version, place):
                undoes.setdefault(version.change, version.undoes)
    done: dict[str, None] = {}  # as `after`, but a step costs the same however many there are
    undone: dict[str, None] = {}
    for change in sorted(undoes):
        if (taken := undoes[change]) in done:
            del done[taken]
            undone[change] = None
        else:
            if taken in undone:
                del undone[taken]
            else:
                undone.clear()
            done[change] = None
    return UndoTrail(tuple(done), tuple(undone))


def is_step(version: Record, place: int = 1) -> bool:
    """Whether a version is something that can be taken back: not a draft, a purge, time that has passed, the beginning.

    `place` is which of its record's versions it is, from 0.
    """
    return not isinstance(version, Draft | Purge | Spent) and (version.table != Head.table or place > 0)


def _without(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(item for item in ids if item != one)
