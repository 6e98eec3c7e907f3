"""A query put to the discussions of a look: the search for everything that plain words cannot ask.

Plain words go by the packed notes, which are searched within a frame (`packed.py`). A field asks for what those do not hold, so the
notes are made into what analysis reads (`domain/analysis/said.py`), once a discussion, the first time that somebody asks. What a
field means is told there, and is nowhere told again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.text import folded
from diskussion_tui.domain.analysis.query.grammar import bare
from diskussion_tui.store.files.parallel import each
from diskussion_tui.store.library.results import Hits, Shown, found_by
from diskussion_tui.store.library.saying import all_said, said_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from diskussion_tui.domain.analysis.query.query import Query, Themes
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.store.library.look import Look
    from diskussion_tui.store.library.packed import Packed

_AT_ONCE = 8_000
"""To so many notes a query with fields is put within a frame."""


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


class Answers(NamedTuple):
    """What a query finds: the discussions, by their number among all, and the notes of each, the weightiest first.

    `loose` where å, ä and ö were taken for a and o, since nothing else was there.
    """

    entries: Sequence[Entry]
    numbers: list[int]
    notes: list[tuple[Said, ...]]
    loose: bool = False


def answers(
    look: Look, query: Query, themes: Themes | None, stopped: Callable[[], bool] = lambda: False
) -> Answers:
    """What a query finds in a look whose discussions have been opened; as much as was found until it was `stopped`."""
    found = _found(look, query, themes, stopped)
    if found.numbers or not query.can_be_loose or stopped():
        return found
    loosely_found = _found(look, query.loosely(), themes, stopped)
    return loosely_found if loosely_found.numbers else found


def hits_of(
    look: Look, query: Query, themes: Themes | None, stopped: Callable[[], bool] = lambda: False
) -> Hits:
    """The same as a list shows it."""
    found = answers(look, query, themes, stopped)
    words = tuple(one.words for one in query.texts)
    counts, listed = (
        list(map(len, found.notes)),
        [tuple(_shown(one, words) for one in those) for those in found.notes],
    )
    return Hits(
        look.entries, look.numbers, look.known, words, (found.numbers, counts), listed, loose=found.loose
    )


def at_once(look: Look) -> bool:
    """Whether a query with fields is answered within a frame: what was said is at hand, and is not much."""
    return all(map(look.rows.has, look.entries, look.packs)) and look.rows.notes <= _AT_ONCE


def loosely(pack: Packed) -> Packed:
    """Notes to be searched with å, ä and ö taken for a and o."""
    return replace(pack, searched=bare(pack.searched))


def said_in(look: Look, number: int) -> Sequence[Said]:
    """What was said in a discussion: out of the index, else kept once it was opened."""
    if look.indexed[number] is not None:
        return said_at(look, number)
    return look.rows.of(look.entries[number], look.read(number), look.session_of)


def _found(look: Look, query: Query, themes: Themes | None, stopped: Callable[[], bool]) -> Answers:
    from diskussion_tui.domain.analysis.query.finding import ranked
    from diskussion_tui.store.library.narrowing import may_find

    asked = may_find(look, query)
    todo = range(len(look.packs)) if asked is None else sorted(asked)
    if look.index is None:
        each(
            lambda number: said_in(look, number), todo, slow=look.seen.slow
        )  # many at a time from a slow disk
    numbers: list[int] = []
    notes: list[tuple[Said, ...]] = []
    put = query.ready
    for number in todo:
        if stopped():
            break
        said = said_in(look, number)
        fitting = ranked(one for one in said if put.finds(one, themes))
        if fitting or (said and put.by_name(said[0].discussion)):
            numbers.append(number)
            notes.append(fitting)
    return Answers(look.entries, numbers, notes, query.loose)


def _shown(said: Said, words: Sequence[str]) -> Shown:
    """A note as lists show it, and what it was found by where that is not its own text."""
    by = found_by(folded(said.text), map(folded, said.also), tuple(map(folded, words))) if said.also else ""
    return Shown(said.kind, said.text, said.supporters, said.question, said.id, by)
