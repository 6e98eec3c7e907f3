"""Adding up what discussions give to a compilation, one after the other, the oldest first.

Where all notes of a discussion are counted it tells what it adds; with a query, or for themes, its notes are gone through. Either way
the same functions count (`compilation_share.py`), and nothing of a discussion is kept but its numbers.
"""

from __future__ import annotations

import heapq
from collections import Counter
from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.compilation_cells import Ref, Sums
from diskussion_tui.domain.analysis.compilation_share import (
    APART,
    MOST_SUPPORTED,
    OF_NOTES,
    THEMES,
    counting,
    is_counted,
    marks_in,
    parts_of,
    share_of,
)
from diskussion_tui.domain.analysis.compilation_tables import Counted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from diskussion_tui.domain.analysis.compilation_records import Records
    from diskussion_tui.domain.analysis.compilation_share import Giving, Share, Themes
    from diskussion_tui.domain.analysis.said import Said


class Gathering:
    """What some discussions, the oldest first, add up to. `givens` are those that count; with `matches` those with a note that is meant."""

    def __init__(
        self, given: Iterable[Giving], themes: Themes, matches: Callable[[Said], bool] | None
    ) -> None:
        self._coding, self._matches = themes, matches
        self.givens: dict[str, Giving] = {}
        self._values, self._spread = Counter[str](), Counter[str]()
        self._keys: dict[str, list[str]] = {}
        self._notes: dict[str, int] = {}
        self._coded: dict[str, int] = {}
        self._dissent: dict[str, int] = {}
        self._themes: dict[str, dict[str, Ref]] = {}
        self._supported: list[tuple[int, Ref]] = []
        self._fewest = 0
        self._actions: dict[str, tuple[Ref, str, bool]] = {}
        self._between: dict[str, tuple[str, str]] = {}
        for one in given:
            self._add(one)

    def _add(self, one: Giving) -> None:
        key = one.discussion.id
        meant = counting(one.said, self._matches) if self._matches else None
        if meant == []:
            return
        share = one.share() if meant is None else share_of(meant, one.concluded)
        self.givens[key] = one
        self._notes[key], self._dissent[key], self._between[key] = share.notes, share.dissent, share.between
        self._mark(key, share.marks, share.rows)
        self._raise(key, share)
        self._actions |= {action: (Ref(key, action), part, done) for action, part, done in share.actions}
        ids = (one.ids() if meant is None else [note.id for note in meant]) if self._coding else ()
        if coded := self._coding.keys() & ids:
            self._code(key, len(coded), counting(one.said) if meant is None else meant)

    def _mark(self, key: str, marks: Collection[str], rows: Iterable[str]) -> None:
        self._values.update(marks)
        self._spread.update(set(marks))
        for row in rows:
            self._keys.setdefault(row, []).append(key)

    def _raise(self, key: str, share: Share) -> None:
        """Keep the notes that most hands were raised for."""
        supported = self._supported
        raised = [(hands, Ref(key, note)) for hands, note in share.supported if hands >= self._fewest]
        if raised:
            supported = heapq.nsmallest(
                MOST_SUPPORTED, (*supported, *raised), key=lambda one: (-one[0], one[1])
            )
            self._supported = supported
            self._fewest = supported[-1][0] if len(supported) == MOST_SUPPORTED else 0

    def _code(self, key: str, coded: int, notes: Sequence[Said]) -> None:
        first: dict[str, Ref] = {}
        for note in notes:
            for theme in self._coding.get(note.id, ()):
                first.setdefault(theme, Ref(key, note.id))
        self._coded[key], self._themes[key] = coded, first
        self._mark(key, *marks_in(notes, (THEMES,), self._coding))

    def _sums(self) -> dict[str, Sums]:
        """Everything by its table."""
        found = {table: Sums() for table in (*OF_NOTES, THEMES)}
        for mark, value in self._values.items():
            table, row, column = parts_of(mark)
            found[table].put(row, column, value, self._spread[mark])
        for name, keys in self._keys.items():
            table, _apart, row = name.partition(APART)
            found[table].keys[row] = keys
        return found

    def counted(
        self, units: Mapping[str, str], notes: Records, kinds: Sequence[str], verdicts: Sequence[str]
    ) -> Counted:
        """What tables are made of."""

        def behind(table: str, row: str, column: str, key: str) -> Iterator[Ref]:
            counts = is_counted(table, row, column, self._coding)
            return (Ref(key, note.id) for note in notes.of(key).values() if counts(note))

        return Counted(
            {key: one.discussion for key, one in self.givens.items()},
            tuple(self.givens),
            units,
            self._sums(),
            self._notes,
            self._coded,
            self._dissent,
            self._themes,
            self._supported,
            self._actions,
            behind,
            kinds,
            verdicts,
        )

    def twice(self, notes: Records) -> tuple[str, ...]:
        """The ids of notes that stand in more than one discussion: sought where the ids of discussions lie between each other's.

        Ids are made of the time, so that as a rule only those of one evening do.
        """
        found: set[str] = set()
        for those in self._overlapping():
            listed: list[str] = []
            for key in those:
                listed += notes.of(key) if self._matches else self.givens[key].ids()
            if len(set(listed)) < len(listed):  # as a rule they are all different
                found.update(note for note, many in Counter(listed).items() if many > 1)
        return tuple(sorted(found))

    def _overlapping(self) -> Iterator[list[str]]:
        """Discussions whose ids may be the same, those together that hang together."""
        spans = sorted((*span, key) for key, span in self._between.items() if self._notes[key])
        last, those = "", list[str]()
        for first, end, key in spans:
            if those and first > last:
                yield from [those] if len(those) > 1 else []
                those = []
            those.append(key)
            last = max(last, end)
        yield from [those] if len(those) > 1 else []
