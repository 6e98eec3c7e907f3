"""Looking into a discussion without opening it: what the reading page shows. It takes no lock and leaves nothing on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.store.files.places import Home, Places
from diskussion_tui.store.session.replicas import Held, apart, gather_in

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session

__all__ = ["Held", "Home", "Places", "look_into", "versions_of"]


def look_into(path: Path, places: Places) -> Held:
    """A discussion as it stands on disk, also where so far only a refuge has it. Raises `UnreadableSessionError` and `OSError`."""
    return gather_in(path, places).held


def versions_of(path: Path, places: Places) -> tuple[tuple[Path, Session], ...]:
    """What each of the files of a discussion holds by itself. Raises as `look_into`."""
    return apart(gather_in(path, places))
