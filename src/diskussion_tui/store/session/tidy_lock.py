"""Who rewrites a writer's session file: of the programs that one user has open, one, for as long as it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.store.files.ground import ShutError
from diskussion_tui.store.files.lock import same_file
from diskussion_tui.store.session.journal import opened_alone

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.store.files.fs import Fs


_MOST = 10


class TidyLock:
    """The lock of one writer's session file: an empty file in `.live`, locked by whoever tidies."""

    def __init__(self, fs: Fs, path: Path) -> None:
        self._fs = fs
        self._first = self._path = path
        self._handle = -1

    @property
    def is_held(self) -> bool:
        """Whether this program has it."""
        return self._handle >= 0

    def take(self) -> bool:
        """Take the lock, or keep it; False where another program has it. Raises `OSError`."""
        if self.is_held and not same_file(self._handle, self._path):
            self.let_go()  # taken away: another program may hold the one that has come in its place
        if not self.is_held:
            handle = self._opened()
            self._handle = -1 if handle is None else handle
        return self.is_held

    def _opened(self) -> int | None:
        """The lock's file; where somebody has put something else there, one with a number, which all of ours then come to."""
        for number in range(2, _MOST):
            try:
                return opened_alone(self._fs, self._path)
            except ShutError:
                self._path = self._first.with_name(f"{self._first.stem}-{number}.lock")
        return None

    def remove(self) -> None:
        """Take the file away that is locked, so long as it is the one that we hold. Raises `OSError`."""
        if self.is_held and same_file(self._handle, self._path):
            handle, self._handle = self._handle, -1
            self._fs.remove_held(self._path, handle)

    def let_go(self) -> None:
        """Let others have it."""
        if self.is_held:
            self._fs.close(self._handle)
            self._handle = -1
