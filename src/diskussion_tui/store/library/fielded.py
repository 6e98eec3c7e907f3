"""A query put to the discussions of a look: the search for everything that plain words cannot ask.

Plain words go by the packed notes, which are searched within a frame (`packed.py`). A field asks for what those do not hold, so the
notes are made into what analysis reads (`domain/analysis/said.py`), once a discussion, the first time that somebody asks. What a
field means is told there, and is nowhere told again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.store.library.results import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from diskussion_tui.domain.analysis.query.query import Query, Themes
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.store.library.packed import Packed


class Rows:
    """What was said in each discussion, by its file, as long as the file is as it was; nothing until somebody `wants` it."""

    def __init__(self) -> None:
        self.wanted = False
        self._said: dict[Path, tuple[Packed, tuple[Said, ...]]] = {}
        self._opened: dict[Path, tuple[Said, ...]] = {}

    def opened(self, path: Path, session: Session) -> None:
        """A discussion has been opened for another reason: take down what was said in it, where that is wanted."""
        if self.wanted:
            self._opened[path] = all_said(session)

    def of(self, entry: Entry, pack: Packed, open_it: Callable[[Entry], Session | None]) -> tuple[Said, ...]:
        """What was said in a discussion whose notes are packed as told."""
        known = self._said.get(entry.path)
        if known and known[0] is pack:
            return known[1]
        said = self._opened.pop(entry.path, None)
        if said is None:
            session = open_it(entry)
            said = all_said(session) if session else ()
        self._said[entry.path] = (pack, said)
        return said

    @property
    def notes(self) -> int:
        """How many notes are at hand."""
        return sum(len(said) for _pack, said in self._said.values())

    def has(self, entry: Entry, pack: Packed | None) -> bool:
        """Whether what was said in a discussion is at hand."""
        known = self._said.get(entry.path)
        return known is not None and known[0] is pack


def all_said(session: Session) -> tuple[Said, ...]:
    """The notes of a discussion, whether they count or not, and its conclusions."""
    from diskussion_tui.domain.analysis.said import concluded_in, said_in

    return (*said_in(session), *concluded_in(session))


def found_in(
    entries: Sequence[Entry],
    packs: Sequence[Packed | None],
    said: Sequence[Sequence[Said]],
    query: Query,
    themes: Themes | None,
) -> tuple[list[int], list[tuple[Said, ...]]]:
    """Which of some discussions are found, and the notes of each that are."""
    from diskussion_tui.domain.analysis.query.finding import ranked

    numbers: list[int] = []
    notes: list[tuple[Said, ...]] = []
    for number, _entry in enumerate(entries):
        if packs[number] is None:
            continue
        rows = said[number]
        fitting = ranked(one for one in rows if query.finds(one, themes))
        if fitting or (rows and query.by_name(rows[0].discussion)):
            numbers.append(number)
            notes.append(fitting)
    return numbers, notes


def shown(said: Said) -> Shown:
    """A note as lists show it."""
    return Shown(said.kind, said.text, said.supporters, said.question, said.id)
