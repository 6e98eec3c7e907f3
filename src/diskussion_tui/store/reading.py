"""Reading a session without holding it open: what `diskussion show` and other reports look at.

A `Keeper` opens a journal and takes part in the session; a reader must leave no trace on disk. What stands in the
journals is read all the same, so that a report of a discussion that is going on holds every note saved so far.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diskussion_tui.domain.fold import NoHeadError, session_of
from diskussion_tui.store import codec, paths
from diskussion_tui.store.journal import journals_of, read_journal
from diskussion_tui.store.keeper import UnreadableSessionError, with_journals

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session import Record, Session


@dataclass(frozen=True, slots=True)
class Held:
    """A session as it stands on disk. `faults` are the parts of its file that could not be read."""

    session: Session
    faults: tuple[codec.Fault, ...] = ()


_LOOKS = 3


def read_session(path: Path) -> Held:
    """The session in a file and in its journals.

    Raises `UnreadableSessionError` where the file holds no session, and `OSError`.
    """
    data = path.read_bytes()
    for _look in range(_LOOKS):
        held = _held(path, data)
        seen, data = data, path.read_bytes()
        if data == seen:  # else a writer has tidied, and may have taken its journal away before it was read
            break
    return held


def _held(path: Path, data: bytes) -> Held:
    content = codec.read(data)
    try:
        session = session_of(content.versions, content.frame)
    except NoHeadError:
        raise UnreadableSessionError(path, content.faults or (codec.Fault("no_session"),)) from None
    journaled: list[Record] = []
    for journal in journals_of(path.parent / paths.LIVE, session.id):
        with suppress(FileNotFoundError):
            journaled += read_journal(journal.read_bytes()).versions
    return Held(with_journals(session, content, tuple(journaled)), content.faults)
