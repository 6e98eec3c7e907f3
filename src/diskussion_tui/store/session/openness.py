"""Whom our own file of a session is open to: nobody to whom a file is closed that words were taken from.

Somebody may have closed their file to others. What is united out of it says the same words, and is no more open.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from diskussion_tui.store.files.ground import is_inner
from diskussion_tui.store.files.parallel import Ahead
from diskussion_tui.store.files.rights import give, given, narrow, seen, share

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.store.files.rights import Given
    from diskussion_tui.store.session.replicas import Gathered, Replica


class Openness:
    """The rights of our own file: those it was given, also where it has to be made again, less what the sources lack."""

    def __init__(self) -> None:
        self._sources: dict[Path, None] = {}
        self._given: Given | None = None
        self._asked: Callable[[], list[os.stat_result]] | None = None

    @classmethod
    def at_opening(cls, gathered: Gathered, own: Replica | None) -> Openness:
        """The rights of our own file of a session that was just read. On a slow disk they are asked for while a journal is opened."""
        openness = cls()
        for replica in gathered.replicas:
            if replica is not own:
                openness.takes_from(replica.path, gathered.path.parent)
        asks = partial(openness._ask, own, tuple(openness._sources))
        openness._asked = Ahead(asks).result if gathered.slow else asks
        return openness

    def _ask(self, own: Replica | None, sources: tuple[Path, ...]) -> list[os.stat_result]:
        if own:
            with suppress(OSError):
                self._given = given(own.path)
        return seen((own.path, *sources) if own else sources)

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
        asked, self._asked = self._asked, None
        narrow(handle, asked() if asked else seen((ours, *self._sources)))

    def anew(self, handle: int, target: Path) -> None:
        """The rights of our file where it has to be made: as it was before, if it was. Raises `OSError`."""
        if self._given:
            give(handle, self._given)
        else:
            share(handle, target.parent)
        narrow(handle, seen(path for path in self._sources if path != target))
