"""A compilation as it is kept: what was asked, which files answered, and every number that came of it; and what has moved since.

The numbers are kept so that anybody can count them anew from the files and say *the same*. No path is kept: a discussion is known
by its id and its files by what they hold, so the same holds on another machine.
"""

from __future__ import annotations

from dataclasses import field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.compilation_published import THRESHOLD

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from diskussion_tui.domain.analysis.compilation import Coded, Compilation
    from diskussion_tui.domain.analysis.compilation_cells import Ref


@dataclass(frozen=True, slots=True)
class CountedDiscussion:
    """A discussion that was counted, as somebody finds it again: how many of its notes, and the SHA-256 of its files, sorted."""

    id: str
    name: str
    date: dt.date
    notes: int
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands in `sammanstallning.toml`. `text` and `quotes` are the analyst's own; `coded` tells one coding from another.

    `only` are the ids of the discussions that it is about, where somebody has chosen them; empty where all are looked through.
    `unknown` are what stands there besides, by its keys: nothing that can be counted says whether it is so.
    """

    name: str
    created_by: str
    created_at: dt.datetime
    counted_at: dt.datetime
    query: str = ""
    threshold: int = THRESHOLD
    text: str = ""
    quotes: tuple[Ref, ...] = ()
    coded: str = ""
    discussions: tuple[CountedDiscussion, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def taking(self, of: Compilation, at: dt.datetime) -> Kept:
        """The same with what was counted now; itself where that is what stands there already."""
        now = replace(self, coded=told_apart(of.coded), discussions=counted_in(of), numbers=of.numbers())
        same = now == self and list(now.numbers) == list(self.numbers)
        return self if same else replace(now, counted_at=at, unknown=())


@dataclass(frozen=True, slots=True)
class Moved:
    """What is otherwise than it was kept. `numbers` are a number's id with what is kept and what the files say now.

    `told` are discussions whose files are the same, of which something else is kept than they say: as kept, and as they are.
    `twice` are discussions that are kept more than once, `lost` quotes of notes that are not counted, `unknown` keys that say
    what nobody has counted.
    """

    changed: tuple[CountedDiscussion, ...] = ()
    gone: tuple[CountedDiscussion, ...] = ()
    new: tuple[CountedDiscussion, ...] = ()
    coding: bool = False
    numbers: tuple[tuple[str, int, int], ...] = ()
    told: tuple[tuple[CountedDiscussion, CountedDiscussion], ...] = ()
    twice: tuple[CountedDiscussion, ...] = ()
    lost: tuple[Ref, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether all is as it was kept."""
        return not (self._files_differ or self._says_otherwise)

    @property
    def forged(self) -> bool:
        """Whether what is kept is not what the files say, though everything that it is counted from is the same."""
        return self._says_otherwise and not self._files_differ

    @property
    def _files_differ(self) -> bool:
        return bool(self.changed or self.gone or self.new or self.coding)

    @property
    def _says_otherwise(self) -> bool:
        return bool(self.numbers or self.told or self.twice or self.lost or self.unknown)


class Missing(NamedTuple):
    """The names of files that could not be counted, and of those of which only some could be."""

    unread: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()


NOTHING_MISSING = Missing()


def counted_in(of: Compilation) -> tuple[CountedDiscussion, ...]:
    """The discussions of a compilation, by date."""
    return tuple(
        CountedDiscussion(key, one.name, one.date, of.counts[key], of.files.get(key, ()))
        for key, one in ((key, of.discussions[key]) for key in of.order)
    )


def told_apart(coded: Coded) -> str:
    """What tells one coding from another: the SHA-256 of what each note was coded as. Empty where nothing was."""
    if not coded.themes:
        return ""
    rows = (" ".join((note, *sorted(themes))) for note, themes in sorted(coded.themes.items()))
    return sha256("\n".join(rows).encode()).hexdigest()


def moved(kept: Kept, of: Compilation) -> Moved:
    """What has moved between what was kept and what is counted now."""
    before = {one.id: one for one in kept.discussions}
    now = {one.id: one for one in counted_in(of)}
    numbers = of.numbers()
    keys = sorted({*kept.numbers, *numbers})
    return Moved(
        tuple(now[key] for key in now if key in before and now[key].files != before[key].files),
        tuple(one for key, one in before.items() if key not in now),
        tuple(one for key, one in now.items() if key not in before),
        kept.coded != told_apart(of.coded),
        tuple(
            (key, kept.numbers.get(key, 0), numbers.get(key, 0))
            for key in keys
            if kept.numbers.get(key, 0) != numbers.get(key, 0)
        ),
        tuple(
            (before[key], now[key])
            for key in now
            if key in before and now[key].files == before[key].files and now[key] != before[key]
        ),
        _kept_twice(kept.discussions),
        tuple(one for one in dict.fromkeys(kept.quotes) if one not in of.notes),
        kept.unknown,
    )


def _kept_twice(discussions: tuple[CountedDiscussion, ...]) -> tuple[CountedDiscussion, ...]:
    """Those that stand there again, as they stand there."""
    first = {one.id: place for place, one in reversed([*enumerate(discussions)])}
    return tuple(one for place, one in enumerate(discussions) if first[one.id] != place)
