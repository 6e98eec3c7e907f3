"""Which removals by others a session writer carries out in its own file: those that somebody here has agreed to.

A removal for good is heeded by whoever shows a discussion. Taking the words out of our own file is another matter: in a folder
that others write to, one file could empty every other. So what only others have removed stays in our file, unseen, until
somebody here says what is to become of it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diskussion_tui.domain.session.fold import fold
from diskussion_tui.domain.session.records import REMOVABLE, Head, Purge
from diskussion_tui.store.session.cleanup import is_journal_of
from diskussion_tui.store.session.own_file import own_file
from diskussion_tui.store.session.removals import NONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.session.removals import Removals
    from diskussion_tui.store.session.replicas import Gathered, Replica


_KEPT = (*REMOVABLE, Head.table)
"""What somebody may have removed of ours: notes, conclusions, and what the session was called before."""


class Consent:
    """What a session writer knows of removals: those that wait for an answer (`asked`), and which notes are its own to keep."""

    def __init__(self, ours: Iterable[str] = (), removals: Removals = NONE) -> None:
        self.asked: dict[str, Purge] = {}
        self._ours = set(ours)
        self._removals = removals

    @classmethod
    def at_opening(
        cls, gathered: Gathered, own: Replica | None, writer: str
    ) -> tuple[Consent, tuple[tuple[str, int], ...]]:
        """The same for a session that has been read; also how many notes each file would remove, by its name."""
        asked = asked_of(gathered, own, writer)
        consent = cls(notes_of_ours(gathered, own, writer), gathered.removals)
        consent.asked = {one.id: one for one in gathered.held.session.current(Purge) if one.id in asked}
        return consent, tuple(sorted(Counter(path.name for path in asked.values()).items()))

    def view(self, session: Session) -> Session:
        """A session as it is to be seen: without what others have removed, also where we still keep it."""
        return fold(session, self.asked.values()) if self.asked else session

    def is_said(self, records: Iterable[Record]) -> None:
        """Records of ours are on disk: their notes are ours to keep."""
        self._ours.update(one.id for one in records if one.table in _KEPT)

    def is_written(self, session: Session) -> None:
        """A whole session stands in a file of ours."""
        self._ours = {key[1] for key in session.versions if key[0] in _KEPT}

    def parted(self, records: Iterable[Record], session_id: str) -> tuple[list[Record], list[Purge]]:
        """What came from others, as what is to be taken in, and those removals that would take words of ours."""
        taken: list[Record] = []
        asked: list[Purge] = []
        for one in records:
            if not isinstance(one, Purge):
                taken.append(one)
            elif self.asked.get(one.id) != one and not self._removals.is_kept(session_id, one.id):
                (asked if one.id in self._ours else taken).append(one)  # type: ignore[arg-type] - a purge is a record
        self.asked |= {one.id: one for one in asked}
        return taken, asked


def removed_by_others(gathered: Gathered, writer: str) -> tuple[tuple[str, int], ...]:
    """How many notes of ours, that nobody here has agreed to remove, each file hides, by its name."""
    return Consent.at_opening(gathered, own_file(gathered, gathered.path, writer), writer)[1]


def asked_of(gathered: Gathered, own: Replica | None, writer: str) -> dict[str, Path]:
    """The notes of ours that only others have removed, each with who says so: a file's path.

    What our own file, a journal of ours or this machine's record says was removed, was agreed to.
    """
    session_id = gathered.held.session.id
    agreed = set(gathered.removals.told_here(session_id))
    told = dict.fromkeys(gathered.removals.told_elsewhere(session_id), gathered.path)
    for path, versions, ours in _read(gathered, own, writer):
        found = (one.id for one in versions if isinstance(one, Purge))
        if ours:
            agreed.update(found)
        else:
            told |= dict.fromkeys(found, path)
    if not told:
        return {}
    agreed |= {note for note in told if gathered.removals.is_kept(session_id, note)}
    words = notes_of_ours(gathered, own, writer)
    return {note: path for note, path in told.items() if note in words and note not in agreed}


def notes_of_ours(gathered: Gathered, own: Replica | None, writer: str) -> set[str]:
    """The notes whose words stand in our own file, or in a journal of ours."""
    return {
        one.id
        for _path, versions, ours in _read(gathered, own, writer)
        if ours
        for one in versions
        if one.table in _KEPT
    }


def _read(
    gathered: Gathered, own: Replica | None, writer: str
) -> Iterator[tuple[Path, tuple[Record, ...], bool]]:
    """Everything that was read: from where, what it held, and whether it is ours."""
    for replica in gathered.replicas:
        yield replica.path, replica.content.versions, replica is own
    for path, journal in gathered.journals:
        yield path, journal.versions, is_journal_of(path, gathered.held.session.id, writer)
