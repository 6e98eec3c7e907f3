"""Whom our own file of a session is open to: nobody to whom a file is closed that words were taken from.

Somebody may have closed their file to others. What is united out of it says the same words, and is no more open.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.store.files.ground import is_inner
from diskussion_tui.store.files.rights import give, given, narrow, share

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.store.files.rights import Given
    from diskussion_tui.store.session.replicas import Gathered, Replica


class Openness:
    """The rights of our own file: those it was given, also where it has to be made again, less what the sources lack."""

    def __init__(self, gathered: Gathered | None = None, own: Replica | None = None) -> None:
        self._sources: dict[Path, None] = {}
        self._given: Given | None = None
        for replica in gathered.replicas if gathered else ():
            if replica is not own:
                self.takes_from(replica.path, gathered.path.parent if gathered else None)
        if own:
            with suppress(OSError):
                self._given = given(own.path)

    def takes_from(self, path: Path, folder: Path | None = None) -> None:
        """Words came from a file. What lies in a `.live` is nobody's to read, and what lies in the refuge is ours."""
        if path.parent == (folder or path.parent) and not is_inner(path):
            self._sources[path] = None

    def over(self, handle: int, target: Path) -> None:
        """The rights of what is to replace our file. Raises `OSError`."""
        with suppress(FileNotFoundError):
            self._given = given(target)
        self.anew(handle, target)

    def beside(self, handle: int, ours: Path) -> None:
        """Rights of what lies beside our file and holds the same words, as a journal does: it is no more open than that."""
        narrow(handle, (ours, *self._sources))

    def anew(self, handle: int, target: Path) -> None:
        """The rights of our file where it has to be made: as it was before, if it was. Raises `OSError`."""
        if self._given:
            give(handle, self._given)
        else:
            share(handle, target.parent)
        narrow(handle, (path for path in self._sources if path != target))
