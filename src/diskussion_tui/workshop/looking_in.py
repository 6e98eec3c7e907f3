"""Looking into a discussion without opening it: what the reading page shows. It takes no lock and leaves nothing on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.replicas import Held, apart, gather

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session

__all__ = ["Held", "look_into", "versions_of"]


def look_into(path: Path, folder: Path, refuge: Path | None) -> Held:
    """A discussion as it stands on disk, also where so far only the refuge has it. Raises `UnreadableSessionError` and `OSError`."""
    return read_session(path, refuge, folder if path.parent == refuge else None)


def versions_of(path: Path, folder: Path, refuge: Path | None) -> tuple[tuple[Path, Session], ...]:
    """What each of the files of a discussion holds by itself. Raises as `look_into`."""
    return apart(gather(path, refuge, folder if path.parent == refuge else None))
