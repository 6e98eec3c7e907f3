"""Where discussions lie: a folder with its refuge, and other folders, each with its own, that are looked into as well.

All of them are read as one. What is begun is begun in the first, and what is led lies where it lay: its refuge is that of its own
folder, so that whoever opens that folder alone finds the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.text import clean_line
from diskussion_tui.store.files.paths import refuge_of
from diskussion_tui.store.files.where import really_at

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Home(NamedTuple):
    """A folder, and where its discussions go on when it refuses; None where there is no such place."""

    folder: Path
    refuge: Path | None = None


class Places:
    """The folder of the discussions first, then the others, each once however it is spelt. Nothing of them is read."""

    def __init__(self, folder: Path, refuge: Path | None = None, also: Iterable[Path] = ()) -> None:
        known = {really_at(folder.absolute())}
        self.homes = [Home(folder, refuge)]
        for one in also:
            if (there := really_at(one.absolute())) not in known:
                known.add(there)
                self.homes.append(Home(one, refuge_of(one) if refuge else None))
        self.every = tuple(dict.fromkeys(place for home in self.homes for place in home if place))
        self.refuges = frozenset(home.refuge for home in self.homes if home.refuge)
        self._names = dict(
            zip(self.homes, told_apart([home.folder for home in self.homes]), strict=True)
            if len(self.homes) > 1
            else ()
        )

    def rank(self, path: Path) -> int:
        """Which of the folders a file lies in, from 0; what lies in a refuge lies in its folder."""
        return next((number for number, home in enumerate(self.homes) if path.parent in home), 0)

    def home_of(self, path: Path) -> Home:
        """The folder that a discussion belongs to, with its refuge. What lies in none of them belongs where it lies."""
        home = self.homes[self.rank(path)]
        return home if path.parent in home else Home(path.parent, home.refuge)

    def name_of(self, path: Path) -> str:
        """What tells the folder of a file from the others; empty where there are no others."""
        return self._names.get(self.home_of(path), "")

    @property
    def names(self) -> tuple[str, ...]:
        """What tells each folder from the others; nothing where there are no others."""
        return tuple(self._names.values())

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders, without their refuges."""
        return tuple(home.folder for home in self.homes)

    @property
    def also(self) -> tuple[Path, ...]:
        """The other folders."""
        return self.folders[1:]

    @property
    def away(self) -> tuple[Path, ...]:
        """Those of the other folders that cannot be looked into: what lies there is not among what is shown."""
        return tuple(folder for folder in self.also if not _is_there(folder))


def told_apart(folders: Iterable[Path]) -> list[str]:
    """What folders are called in a list: the end of each path that no other has."""
    parts = [[clean_line(part) for part in one.absolute().parts] for one in folders]

    def name(own: list[str], most: int) -> str:
        return "/".join(own[-most:]).replace("//", "/")

    found = []
    for own in parts:
        most = 1
        while most < len(own) and sum(name(other, most) == name(own, most) for other in parts) > 1:
            most += 1
        found.append(name(own, most))
    return found


def _is_there(folder: Path) -> bool:
    try:
        next(folder.iterdir(), None)
    except OSError:
        return False
    return True
