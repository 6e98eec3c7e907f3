"""How a discussion grew: the same set of versions, taken in change by change as its history tells them.

What each moment shows is a session like any other, so that a page of it is set as a page of the whole is. Nothing is made up: a
moment holds the versions of the changes up to it, and a note that was removed for good is in none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.records import Head
from diskussion_tui.domain.story.history import history_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.story.history import Entry


class Replay:
    """A discussion at each of its changes. The step that was asked for last is kept: the next one costs only its own change."""

    def __init__(self, session: Session) -> None:
        self.entries: tuple[Entry, ...] = history_of(session)
        self._begin = _first_head(session)
        self._frame = session.frame
        self._at = 0
        self._then = self._empty()

    def __len__(self) -> int:
        """How many changes there are."""
        return len(self.entries)

    def at(self, step: int) -> Session:
        """The discussion once so many changes had been made, from 0 to all of them."""
        step = max(0, min(step, len(self)))
        if step < self._at:
            self._at, self._then = 0, self._empty()
        if step > self._at:
            self._then = fold(self._then, _versions(self.entries[self._at : step]))
            self._at = step
        return self._then

    def _empty(self) -> Session:
        return session_of((self._begin,), self._frame)


def _first_head(session: Session) -> Record:
    return next(versions[0] for key, versions in session.versions.items() if key[0] == Head.table)


def _versions(entries: Iterable[Entry]) -> Iterable[Record]:
    return [part.version for entry in entries for part in entry.parts]
