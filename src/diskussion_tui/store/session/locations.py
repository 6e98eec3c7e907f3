"""The two places a session can be kept: its own folder, and the refuge on this machine for when that refuses."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.store.files.paths import LIVE
from diskussion_tui.store.session.opening import Found
from diskussion_tui.store.session.replicas import gather, gather_with, same_session
from diskussion_tui.store.session.session_writer import SessionWriter

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.files.fs import Fs
    from diskussion_tui.store.session.beside import Beside
    from diskussion_tui.store.session.replicas import Gathered


FOR_READING = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""The errors of a folder that somebody has made for reading only: no disk is at fault there."""


@dataclass(frozen=True, slots=True)
class Locations:
    """Where a session is at home (`path`), and its refuge (a folder), for one writer.

    `new` says that its folder has never held it.
    """

    fs: Fs
    path: Path
    writer: str
    shelter: Path | None = None
    new: bool = False

    def begin(self, session: Session, prefix: str) -> tuple[SessionWriter, OSError | None]:
        """A new session on disk; in the refuge where its own folder refuses, then with the reason. Raises `OSError`."""
        folder = self.path.parent
        try:
            return SessionWriter.create(self.fs, folder, prefix, session, self.writer), None
        except OSError as error:
            if self.shelter is None:
                raise
            return SessionWriter.create(self.fs, self.shelter, prefix, session, self.writer), error

    def read(self, beside: Beside | None = None) -> Gathered:
        """All that holds a session on disk; out of the refuge alone where its own folder has never had it.

        `beside` is for whoever has just looked through the folders: on a slow disk that need not be done twice. Raises `UnreadableSessionError` and `OSError`.
        """
        path = self.path
        if self.shelter and (self.shelter / path.name).exists() and not path.exists():
            path = self.shelter / path.name
        if beside:
            return gather_with(path, beside)
        return gather(path, self.shelter)

    def open(self, read: Gathered) -> tuple[SessionWriter, OSError | None]:
        """A session writer for what was `read`; in the refuge where its own folder is full, or out of order.

        Raises `NewerFormatError`, and `OSError`, also where the folder may not be written.
        """
        if read.path.parent != self.path.parent:
            return self._from_refuge(read)
        try:
            return SessionWriter.take_up(self.fs, read, self.writer, self.shelter), None
        except OSError as error:
            if self.shelter is None or error.errno in FOR_READING:
                raise
            name, held = self.path.name, read.held
            away = SessionWriter.move_in(self.fs, self.shelter, name, held.session, self.writer)
            away.found = Found(held.faults)
            return away, error

    def _from_refuge(self, read: Gathered) -> tuple[SessionWriter, OSError | None]:
        """A session that its own folder has never had: brought home, or gone on with in the refuge."""
        session_writer = SessionWriter.take_up(self.fs, read, self.writer, self.shelter)
        try:
            home = self.home(session_writer)
        except OSError as error:
            return session_writer, error
        session_writer.abandon()
        return home, None

    def home(self, session_writer: SessionWriter) -> SessionWriter:
        """A session writer in the session's own folder, for what `session writer` keeps elsewhere.

        Raises `OSError`, `UnreadableSessionError` and `NewerFormatError`.
        """
        session = session_writer.snapshot()
        files = same_session(self.path.parent, session.id)
        if not files:
            folder, name = self.path.parent, self.path.name
            if not (self.new or (folder / LIVE).is_dir()):
                # A share that is not there leaves a bare folder, where the words would be hidden when it comes back.
                raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))
            return SessionWriter.move_in(self.fs, folder, name, session, self.writer, self.shelter)
        path = self.path if self.path in files else files[0]
        return SessionWriter.open(self.fs, path, self.writer, self.shelter)

    def refuge(self, session_writer: SessionWriter) -> SessionWriter | None:
        """A session writer in the refuge with all that `session writer` holds; None where there is no refuge. Raises `OSError`."""
        if self.shelter is None:
            return None
        return SessionWriter.move_in(
            self.fs, self.shelter, self.path.name, session_writer.snapshot(), self.writer
        )
