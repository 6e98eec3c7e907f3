"""Whether a note is one of those that another was merged from, asked of many notes in a row.

A note may be made of thousands, and each of them asks it. Looking through all of them for each took minutes of a file that
somebody had put together, and held up a discussion at every key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Note


class Parts:
    """Remembers what each note that was asked of is made of. It is asked of one version of each note, and then let go."""

    def __init__(self) -> None:
        self._of: dict[str, frozenset[str]] = {}

    def hold(self, into: Note, note_id: str) -> bool:
        """Whether `into` was merged from a note, among others."""
        known = self._of.get(into.id)
        if known is None:
            known = self._of[into.id] = frozenset(into.sources)
        return note_id in known
