"""What the index remembers of a folder between two runs of the program: whether it is worth having, and every file's head.

Nothing else of the list knows how the index is opened, or what becomes of it when it fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.store.library.seen import Seen, SeenFile
from diskussion_tui.store.library.where import index_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from diskussion_tui.store.library.index import Index
    from diskussion_tui.store.library.searching import KnownWords

FEWEST = 100
"""A folder of fewer files has no index: it is read as quickly."""
_FIRST = 60
"""So many of the newest are shown from what is remembered, before the folder has been looked at."""


class Remembered:
    """The index of some folders, opened when it is worth it, and done without once it fails."""

    def __init__(self, places: tuple[Path, ...]) -> None:
        self._places = places
        self._index: Index | None = None
        self._given_up = not places
        self.words: KnownWords | None = None

    def index_for(self, files: int, *, make: bool) -> Index | None:
        """The index of a folder with so many files; None where there is none, and none is to be made."""
        if self._given_up or files < FEWEST:
            return None
        return self._opened(make=True) if make or self.is_there else None

    def _opened(self, *, make: bool) -> Index | None:
        if self._index is None and not self._given_up:
            from diskussion_tui.store.library.index import Index
            from diskussion_tui.store.library.index_schema import LostError
            from diskussion_tui.store.library.searching import KnownWords

            try:
                self._index, self.words = Index(index_of(self._places), make=make), KnownWords()
            except LostError:
                self._given_up = make
        return self._index

    def lose(self) -> None:
        """Do without the index."""
        if self._index:
            self._index.close()
        self._index, self._given_up = None, True

    @property
    def is_there(self) -> bool:
        """Whether there may be an index from before. Reads nothing of it."""
        return not self._given_up and index_of(self._places).exists()

    def first(self) -> Seen | None:
        """The newest discussions as they were, before anybody looks at the folder; None where nothing is remembered."""
        index = self._opened(make=False) if self.is_there else None
        if index is None:
            return None
        from diskussion_tui.store.library.index_schema import LostError

        try:
            newest, count = index.newest(_FIRST)
        except LostError:
            self.lose()
            return None
        return Seen.remembered([SeenFile(entry, None) for entry in newest]) if count >= FEWEST else None

    def files(self) -> Mapping[Path, SeenFile]:
        """Every file as it was."""
        index = self._opened(make=False) if self.is_there else None
        if index is None:
            return {}
        from diskussion_tui.store.library.index_schema import LostError

        try:
            return {entry.path: SeenFile(entry, stamp) for entry, stamp in index.files()}
        except LostError:
            self.lose()
            return {}

    def keep(self, seen: Seen, before: Mapping[Path, SeenFile]) -> None:
        """Remember what a look saw that is another than what was remembered `before`."""
        index = self._index
        if index is None:
            return
        from diskussion_tui.store.library.index_schema import LostError

        new = [
            (file.entry, None if file.young else file.stamp)
            for path, file in seen.files.items()
            if before.get(path) is not file and not file.ids
        ]
        gone = [path for path in before if path not in seen.files]
        try:
            if new or (gone and seen.files):  # where there is nothing at all, a share is away
                index.remember(new, gone)
        except LostError:
            self.lose()
