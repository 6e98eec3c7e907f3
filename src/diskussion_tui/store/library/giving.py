"""What each discussion of a look gives to a compilation: out of the index where that knows it, else by opening it.

What the index holds was made of the same bytes by the same functions, so both are one answer (`tests/store/library/test_giving.py`).
Nothing is read of a discussion before it is asked for, so that ten thousand of them are no more than their heads.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from diskussion_tui.domain.analysis.compilation_share import Given
from diskussion_tui.domain.analysis.said import discussion_of
from diskussion_tui.store.files.ground import read_whole
from diskussion_tui.store.library.narrowing import may_find
from diskussion_tui.store.library.saying import all_said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from diskussion_tui.domain.analysis.compilation_share import Giving, Share
    from diskussion_tui.domain.analysis.query.query import Query
    from diskussion_tui.domain.analysis.said import Discussion, Said
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.store.library.index import Index
    from diskussion_tui.store.library.index_shares import Kept
    from diskussion_tui.store.library.look import Look

T = TypeVar("T")
_AT_A_TIME = 200
"""So many discussions are taken out of the index at a time."""


def hashes(paths: Iterable[Path]) -> tuple[str, ...]:
    """The SHA-256 of some files, sorted, each once."""
    found: set[str] = set()
    for path in paths:
        try:
            found.add(sha256(read_whole(path)).hexdigest())
        except OSError:
            continue  # what it held has been told by another, or it is gone meanwhile: then the next look sees it
    return tuple(sorted(found))


def givings(
    look: Look, query: Query | None, told: Callable[[], None], *, sure: bool
) -> Iterator[tuple[Entry, Giving | None]]:
    """What each discussion gives, None where it cannot be opened; see `Library.given`."""
    shelf = Shelf(look)
    asked = may_find(look, query) if query else None
    for number in range(len(look.entries)) if asked is None else sorted(asked):
        lent = shelf.lent(number)
        if lent and not (sure and hashes(look.files_of(look.entries[number])) != lent.files):
            yield look.entries[number], lent
        else:
            yield look.entries[number], opened(look, number)
            told()


def opened(look: Look, number: int) -> Given | None:
    """What a discussion gives once it is opened; None where it cannot be."""
    entry = look.entries[number]
    session = look.session_of(entry)
    if session is None:
        return None
    said = all_said(session)
    notes, concluded = (tuple(one for one in said if bool(one.sort) == is_made) for is_made in (False, True))
    return Given(discussion_of(session), notes, concluded, hashes(look.files_of(entry)))


class Shelf:
    """What the index keeps of the discussions of a look, taken out some at a time, the oldest first, as compilations ask for it."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._held: dict[int, Discussion] = {}
        if look.index:
            from diskussion_tui.store.library.index_schema import LostError

            with suppress(LostError):
                self._held = look.index.discussions()
        known = ((row.no, self._held[row.no]) for row in look.indexed if row and row.no in self._held)
        self._numbers = [no for no, held in sorted(known, key=lambda one: (one[1].date, one[1].id))]
        self._place = {no: place for place, no in enumerate(self._numbers)}
        self._out: dict[int, Kept] = {}
        self._ids: dict[int, list[str]] = {}
        self._files: dict[int, tuple[str, ...]] = {}

    def lent(self, number: int) -> Lent | None:
        """A discussion out of the index by its number in the look; None where that does not know it."""
        row = self.look.indexed[number]
        return Lent(self, number, row.no, self._held[row.no]) if row and row.no in self._held else None

    def kept(self, no: int) -> Kept:
        """What is kept of a discussion. Raises `LostError`, also where it is not there any more."""
        if no not in self._out:
            place = self._place[no]
            self._out = self.index.kept(self._numbers[place : place + _AT_A_TIME])
            self._files |= {number: one.files for number, one in self._out.items()}
        if no not in self._out:
            from diskussion_tui.store.library.index_schema import LostError

            raise LostError
        return self._out[no]

    def ids(self, no: int) -> Sequence[str]:
        """The ids of the notes that count of a discussion. Raises `LostError`, also where it is not there any more."""
        if no not in self._ids:
            place = self._place[no]
            self._ids = self.index.ids(self._numbers[place : place + _AT_A_TIME])
        if no not in self._ids:
            from diskussion_tui.store.library.index_schema import LostError

            raise LostError
        return self._ids[no]

    def files(self, no: int) -> tuple[str, ...]:
        """The SHA-256 of the files that a discussion was read from. Raises `LostError`."""
        return self._files[no] if no in self._files else self.kept(no).files

    @property
    def index(self) -> Index:
        """The index of the look. Raises `LostError` where there is none any more."""
        if self.look.index is None:
            from diskussion_tui.store.library.index_schema import LostError

            raise LostError
        return self.look.index


class Lent:
    """A discussion that the index knows. Where it is lost meanwhile the files are opened after all."""

    def __init__(self, shelf: Shelf, number: int, no: int, held: Discussion) -> None:
        self.discussion = held
        self._shelf, self._number, self._no = shelf, number, no

    @property
    def files(self) -> tuple[str, ...]:
        """The SHA-256 of the files that it was read from, sorted."""
        return self._ask(lambda: self._shelf.files(self._no), lambda given: given.files)

    @property
    def said(self) -> Sequence[Said]:
        """Its notes, whether they count or not."""
        return self._ask(lambda: self._sorted(made=False), lambda given: given.said)

    @property
    def concluded(self) -> Sequence[Said]:
        """Its conclusions."""
        return self._ask(lambda: self._sorted(made=True), lambda given: given.concluded)

    def share(self) -> Share:
        """What it adds where all of its notes are counted."""
        return self._ask(lambda: self._shelf.kept(self._no).share, lambda given: given.share())

    def ids(self) -> Sequence[str]:
        """The ids of its notes that count."""
        return self._ask(lambda: self._shelf.ids(self._no), lambda given: given.ids())

    def _sorted(self, *, made: bool) -> Sequence[Said]:
        return [one for one in self._shelf.index.said(self._no) if bool(one.sort) == made]

    def _ask(self, ask: Callable[[], T], otherwise: Callable[[Given], T]) -> T:
        from diskussion_tui.store.library.index_schema import LostError

        try:
            return ask()
        except LostError:
            return otherwise(opened(self._shelf.look, self._number) or Given(self.discussion, ()))
