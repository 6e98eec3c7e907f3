"""Compilations of a folder of discussions: which there are, making and refreshing one, counting it anew to see what has moved.

Everything is counted from the folded sessions, or from what the index has made of them, never from what a compilation has kept. No
session file is written to. It may take its time: whoever has a screen calls it beside that.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import field, replace
from typing import TYPE_CHECKING

from diskussion_tui.base.refused import symbol
from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.compilation import Coded, compiled
from diskussion_tui.domain.analysis.compilation_kept import Kept, Missing, moved
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.session.faults import NotOpenedError
from diskussion_tui.store.compiling.folder import (
    FILE,
    UnreadableCompilationError,
    folder_of,
    folders_in,
    read,
    write,
)
from diskussion_tui.store.compiling.taking import Faulty
from diskussion_tui.store.files.atomic import write_whole
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session.reading import read_session

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_kept import Moved
    from diskussion_tui.domain.analysis.compilation_share import Giving
    from diskussion_tui.domain.analysis.query.query import Query
    from diskussion_tui.domain.analysis.query.reading import Problem
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.store.files.places import Places

__all__ = [
    "FILE",
    "Compilations",
    "Faulty",
    "Listed",
    "Made",
    "NameTakenError",
    "NoSuchCompilationError",
    "UnnamedError",
    "UnreadableCompilationError",
    "WrongQueryError",
]


class UnnamedError(ValueError):
    """Nothing of what a compilation is to be called can stand in a file's name."""


class NameTakenError(ValueError):
    """The folder of this name is that of another compilation; `other` is what that is called."""

    def __init__(self, other: str) -> None:
        self.other = other
        super().__init__(other)


class NoSuchCompilationError(LookupError):
    """There is no compilation of this name; `near` are those that there are."""

    def __init__(self, near: tuple[str, ...]) -> None:
        self.near = near
        super().__init__(near)


class WrongQueryError(ValueError):
    """What is asked cannot be read; `problem` says why, `given` is the text from there on."""

    def __init__(self, problem: Problem, text: str) -> None:
        self.problem = problem
        self.given = text[problem.start :] or text
        super().__init__(problem)


@dataclass(frozen=True, slots=True)
class Listed:
    """A compilation in a list; with `faults` it cannot be taken in. Its name is that of its folder where its file says none."""

    name: str
    folder: Path
    kept: Kept | None = None
    faults: tuple[Faulty, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A compilation, counted. `moved` says what is otherwise than it was kept, `paths` where each discussion lies.

    `missing` are the files that could not be counted, or not all of them, and `files` how many there were in all; `away` says
    how many folders could not be looked into.
    """

    kept: Kept
    of: Compilation
    moved: Moved
    folder: Path
    paths: Mapping[str, Path] = field(default_factory=dict)
    missing: Missing = Missing()
    files: int = 0
    away: int = 0


class Compilations:
    """Those of the first of some places, about the discussions in all of them. `order` are the kinds and the verdicts as the workbook has them; `beat` is called as reading goes on."""

    def __init__(
        self,
        places: Places,
        now: Callable[[], dt.datetime],
        order: tuple[Sequence[str], Sequence[str]] = ((), ()),
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        self._places, self._sessions = places, places.homes[0].folder
        self._now, self._order, self._beat = now, order, beat
        self._library = Library(
            *places.homes[0], beat, also=places.also
        )  # kept: whoever counts anew reads what has changed
        self.read_so_far = self.to_read = 0

    # ---- which there are ---------------------------------------------------------------------------------------------

    def listed(self) -> tuple[Listed, ...]:
        """Every compilation; one that cannot be taken in says why. Raises `OSError`."""
        return tuple(filter(None, map(_listed, folders_in(self._sessions))))

    def find(self, name: str) -> Listed:
        """The compilation of a name, by what it is called or by its folder. Raises `NoSuchCompilationError` and `OSError`."""
        wanted, every = folded(clean_line(name)), self.listed()
        called = [one for one in every if wanted in (folded(one.name), folded(one.folder.name))]
        if called:
            return called[0]
        with suppress(ValueError):  # one whose file says nothing any more lies where its name has it
            lies = folder_of(self._sessions, clean_line(name))
            if found := next((one for one in every if one.kept is None and one.folder == lies), None):
                return found
        raise NoSuchCompilationError(tuple(one.name for one in every))

    def free_name(self, wanted: str) -> str:
        """A name that no compilation has: the wanted one, or the same with a number."""
        taken = {folded(one.name) for one in self.listed()}
        number, name = 1, wanted
        while folded(name) in taken:
            number += 1
            name = f"{wanted} {number}"
        return name

    # ---- counting ----------------------------------------------------------------------------------------------------

    def make(self, name: str, query: str | None = None, by: str = "", only: Sequence[str] = ()) -> Made:
        """Count a compilation and keep it: a new one, or that of this name, with its own query unless another is given.

        `only` are the discussions that it is about, by id, where they have been chosen.

        Raises `UnnamedError`, `NameTakenError`, `UnreadableCompilationError`, `WrongQueryError` and `OSError`.
        """
        name = clean_line(name)
        try:
            known: Listed | None = self.find(name)
        except NoSuchCompilationError:
            known = None
        if known and known.kept is None:
            raise UnreadableCompilationError(known.folder / FILE, known.faults, known.name)
        kept = known.kept if known and known.kept else self._new(name, by)
        if query is not None:
            kept = replace(kept, query=clean_line(query), only=tuple(sorted(set(only))))
        return self.keep(self.count(kept, known.folder if known else folder_of(self._sessions, name)))

    def count(self, kept: Kept, folder: Path, *, sure: bool = False) -> Made:
        """A compilation counted anew, and what has moved. Keeps nothing. Raises `WrongQueryError` and `OSError`.

        A file whose times say that it is as it was when the index took it in is not read again, unless one is to be `sure`: then
        every file is read, and what the index has made of it counts only where it was made of the same bytes.
        """
        parsed = parse(kept.query)
        if parsed.problem:
            raise WrongQueryError(parsed.problem, parsed.text)
        coded, query = coded_in(folder), parsed.query if parsed.query.root else None
        library = self._library
        library.refresh()
        self.read_so_far, self.to_read = 0, len(library.entries)
        given: list[Giving] = []
        paths: dict[str, Path] = {}
        unread: list[str] = []
        for entry, one in library.given(query, self._told, sure=sure):
            if one is None and (not kept.only or entry.id in kept.only):
                unread.append(clean_line(entry.path.name))
            elif one and (not kept.only or one.discussion.id in kept.only):
                given.append(one)
                paths[one.discussion.id] = entry.path
        self.read_so_far = self.to_read
        of = compiled(given, _asking(query, coded) if query else None, coded, *self._order)
        files = len(kept.only or library.entries)
        away = len(self._places.away)
        partly = {clean_line(path.name) for path in library.partly if path in paths.values()}
        missing = Missing(tuple(sorted(unread)), tuple(sorted(partly)))
        return Made(kept, of, moved(kept, of), folder, paths, missing, files, away)

    def _told(self) -> None:
        self.read_so_far = min(self.read_so_far + 1, self.to_read)
        self._beat()

    def verify(self, name: str) -> Made:
        """A compilation counted anew. Raises as `find` and `count` do, and `UnreadableCompilationError`."""
        found = self.find(name)
        if found.kept is None:
            raise UnreadableCompilationError(found.folder / FILE, found.faults, found.name)
        return self.count(found.kept, found.folder, sure=True)

    def keep(self, made: Made) -> Made:
        """Keep what was counted. A compilation of which nothing is otherwise is not written to. Raises `OSError`."""
        kept = made.kept.taking(made.of, self._now().replace(microsecond=0))
        write(Fs(), made.folder, kept)
        return replace(made, kept=kept, moved=moved(kept, made.of))

    def rewrite(self, made: Made) -> None:
        """Keep the analyst's own words, text and quotes, in what the file says otherwise by now. Raises `OSError`."""
        found = _listed(made.folder)
        kept = found.kept if found and found.kept else made.kept
        write(Fs(), made.folder, replace(kept, text=made.kept.text, quotes=made.kept.quotes))

    def _new(self, name: str, by: str) -> Kept:
        try:
            folder = folder_of(self._sessions, name)
        except ValueError:
            raise UnnamedError(name) from None
        if taken := _listed(folder):
            raise NameTakenError(taken.name)
        now = self._now().replace(microsecond=0)
        return Kept(name, clean_line(by) or _whoever(), now, now)


def people_in(made: Made) -> frozenset[str]:
    """Who leads or has led the discussions that are compiled, who took notes in them, and who has taken on something."""
    from diskussion_tui.domain.language.people import persons
    from diskussion_tui.reports.profile import people_in as named_in

    names = {name for one in made.of.concluded.values() for field in one.owners for name in persons(field)}
    for discussion in dict.fromkeys((*made.of.order, *(one.discussion for one in made.kept.quotes))):
        with suppress(KeyError, OSError, NotOpenedError):
            names |= named_in(read_session(made.paths[discussion]).session)
    return frozenset(names)


def write_report(made: Made, suffix: str, data: bytes, name: str = "") -> Path:
    """Put a report beside what is kept of a compilation, called as it is or by another `name`; which file it is. Raises `OSError`.

    It takes the place of the one before: what it says is counted, and can be made again.
    """
    path = made.folder / f"{name or made.folder.name}.{suffix}"
    write_whole(Fs(), path, data, made.folder)
    return path


def coded_in(folder: Path) -> Coded:
    """What the notes of a compilation are coded as: the decisions that count, read through its code book."""
    from diskussion_tui.store.compiling.reading import read_coding

    coding = read_coding(folder).coding
    themes = {note: found for note in coding.decided if (found := coding.themes_of(note)) is not None}
    names = {theme.id: theme.name for theme in coding.book.themes}
    return Coded({note: frozenset(found) for note, found in themes.items()}, names)


def _asking(query: Query, coded: Coded) -> Callable[[Said], bool]:
    """The query, put to a note with the themes that it has here."""

    def themes(said: Said) -> frozenset[str]:
        found = coded.themes.get(said.id, frozenset())
        return found | {coded.names[one] for one in found if one in coded.names}

    return lambda said: bool(query.matches(said, themes))


def _listed(folder: Path) -> Listed | None:
    """A compilation in its folder; None where there is none."""
    try:
        kept = read(folder)
    except UnreadableCompilationError as error:
        return Listed(error.name or clean_line(folder.name), folder, faults=error.faults)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return Listed(clean_line(folder.name), folder, faults=(Faulty("unread", symbol(error)),))
    return Listed(kept.name or clean_line(folder.name), folder, kept)


def _whoever() -> str:
    """Who makes a compilation, where nobody says so: the person and machine that write discussions here."""
    from diskussion_tui.store.session.identity import identity

    return identity().writer
