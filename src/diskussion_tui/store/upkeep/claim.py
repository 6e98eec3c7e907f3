"""Taking one session of a folder in hand: a session writer for it, whatever is left of it and wherever that lies.

Mending and removing for good both begin here, so that neither has a way of its own to open a discussion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.changes import frame_of
from diskussion_tui.domain.session.faults import NotOpenedError
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.session import Frame
from diskussion_tui.store.files import paths
from diskussion_tui.store.session.locations import Locations
from diskussion_tui.store.session.session_writer import SessionWriter
from diskussion_tui.store.upkeep.scan import is_locked

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.files.fs import Fs
    from diskussion_tui.store.upkeep.diagnose import Ward
    from diskussion_tui.store.upkeep.scan import File, Inventory
    from diskussion_tui.texts.catalogue import Texts


class OpenElsewhereError(NotOpenedError):
    """A program has the discussion open: it must be closed there first."""

    code = "open"

    def sentence(self, words: Texts) -> str:
        """Nothing is removed while somebody writes."""
        return words.purge.is_open


def attend(fs: Fs, ward: Ward, seen: Inventory, session_id: str) -> SessionWriter:
    """A session writer in the session's own folder, for nobody but us.

    Raises `OpenElsewhereError`, `OSError`, `NewerFormatError` and `UnreadableSessionError`.
    """
    if session_id in seen.busy:
        raise OpenElsewhereError
    session_writer = _kept(fs, ward, seen, session_id)
    session_writer.claim()
    first = ward.folder / paths.LIVE / f"{session_id}.{ward.writer}.toml"
    if session_writer.writer != ward.writer and is_locked(first):  # somebody opened it since we looked
        session_writer.abandon()
        raise OpenElsewhereError
    return session_writer


def _kept(fs: Fs, ward: Ward, seen: Inventory, session_id: str) -> SessionWriter:
    files = seen.files_of(session_id)
    here = [file for file in files if file.path.parent == ward.folder]
    if here:
        return SessionWriter.open(fs, _ours(here, ward.writer).path, ward.writer, ward.refuge)
    if files:
        away = SessionWriter.open(fs, files[0].path, ward.writer, ward.refuge)
        try:
            path = ward.folder / files[0].path.name
            return Locations(fs, path, ward.writer, ward.refuge, new=True).home(away)  # asked for by hand
        finally:
            away.abandon()
    session = _from_journals(ward, seen, session_id)
    return SessionWriter.move_in(
        fs, ward.folder, _free_name(ward, session), session, ward.writer, ward.refuge
    )


def _ours(files: list[File], writer: str) -> File:
    """The file that is ours to write, a damaged one first; where there is none, nobody's, else another's to look at."""
    rank = {writer: 0, "": 1}
    return min(files, key=lambda file: (rank.get(file.content.written_by, 2), not file.content.faults))


def _from_journals(ward: Ward, seen: Inventory, session_id: str) -> Session:
    """The session that its journals alone hold. Raises `NoHeadError` where none of them says what it is."""
    versions = [version for log in seen.logs_of(session_id) for version in log.found.versions]
    session = session_of(versions)
    workbook = ward.workbook
    follows = workbook is not None and workbook.id == session.head.workbook
    return session_of(versions, frame_of(workbook) if workbook and follows else Frame())


def _free_name(ward: Ward, session: Session) -> str:
    prefix = ward.workbook.file_prefix if ward.workbook else ""
    names = paths.file_names(ward.folder, prefix, session.head.name, session.head.date)
    return next(path for path in names if not path.exists()).name
