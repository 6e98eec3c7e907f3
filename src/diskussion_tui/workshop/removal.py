"""Removing for good by whoever is at this machine: the store's removal, with the clock, the ids and the writer of here."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.base.ids import latest, next_id
from diskussion_tui.domain.session.changes import Stamp
from diskussion_tui.intake.searching import pdfs_read
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.library.indexing import forget
from diskussion_tui.store.session.identity import identity
from diskussion_tui.store.upkeep import purge
from diskussion_tui.store.upkeep.diagnose import Ward
from diskussion_tui.workshop import clock

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.upkeep.purge import Purged


def remove_note(folder: Path, refuge: Path, session_id: str, note_id: str) -> Purged:
    """Remove a note for good. Raises as `purge_note` does."""
    with pdfs_read() as unsealing:
        purged = purge.purge_note(Fs(), _ward(folder, refuge), session_id, note_id, _stamp, unsealing)
    return _out_of_indexes(purged, session_id)


def remove_session(folder: Path, refuge: Path, session_id: str) -> Purged:
    """Remove a whole discussion for good. Raises as `purge_session` does."""
    ward = _ward(folder, refuge)
    with pdfs_read() as unsealing:
        purged = purge.purge_session(Fs(), ward, session_id, ward.writer, clock.local_now(), unsealing)
    return _out_of_indexes(purged, session_id)


def _out_of_indexes(purged: Purged, session_id: str) -> Purged:
    """What was removed must not stay in an index either: it holds the words of every discussion of its folder."""
    return replace(purged, left=(*purged.left, *forget(session_id)))


def others_removals(folder: Path, refuge: Path, session_id: str) -> tuple[tuple[str, str], ...]:
    """What only others have removed and our file keeps unseen, each id with its words. Raises as `purge_note` does."""
    return purge.others_removals(Fs(), _ward(folder, refuge), session_id)


def keep(folder: Path, refuge: Path, session_id: str, notes: tuple[str, ...]) -> None:
    """Show again what others have removed; without `notes` a whole discussion. Raises `OSError`."""
    purge.keep(Fs(), _ward(folder, refuge), session_id, notes, clock.local_now())


def _ward(folder: Path, refuge: Path) -> Ward:
    who = identity()
    return Ward(folder, refuge, who.writer, earlier=who.earlier)


def _stamp(session: Session) -> Stamp:
    """Who removes, and when: after everything that has happened, whatever the clock says."""
    last = latest(one.change for versions in session.versions.values() for one in versions)
    at = clock.local_now()
    return Stamp(next_id(int(at.timestamp() * 1000), secrets.randbits(80), last), at, identity().writer)
