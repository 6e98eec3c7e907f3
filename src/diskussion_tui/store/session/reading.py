"""Reading a session without holding it open: what `diskussion show` and other reports look at.

A `SessionWriter` opens a journal and takes part in the session; a reader must leave no trace on disk. What stands in the
journals and in other files of the session is read all the same, so that a report of a discussion that is going on holds
every note saved so far, on whichever laptop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.store.session.replicas import Held, gather

if TYPE_CHECKING:
    from pathlib import Path


def read_session(path: Path, refuge: Path | None = None, folder: Path | None = None) -> Held:
    """The session in a file, in its other files beside it, in its refuge and in its own folder, and in the journals there.

    Raises `UnreadableSessionError` where the file holds no session, and `OSError`.
    """
    return gather(path, refuge, folder).held
