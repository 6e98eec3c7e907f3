"""What home's line asks for: the text as a query, what is wrong with it, and the counts below it, which are keys to narrow it.

The first screen loads none of this: the language is there from the first letter on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.domain.analysis.query import completing
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.analysis.query.query import Query
from diskussion_tui.domain.analysis.query.vocabulary import Vocabulary, vocabulary_of
from diskussion_tui.reports.queries import told
from diskussion_tui.tui.rows import clipped, row_length, text_rows

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from diskussion_tui.domain.analysis.query.reading import Problem
    from diskussion_tui.domain.workbook.outline import Outline
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.workshop.folder import Folder, Hits

_HINT_GAP = 3


class Seeking:
    """The query that is being typed. `query` is the last one that could be read; `problem` is what is wrong with the text now."""

    def __init__(self, folder: Folder, outline: Outline) -> None:
        self._folder = folder
        self._outline = outline
        self._known: tuple[object, Vocabulary] = (None, Vocabulary())
        self._steps: tuple[str, ...] = ()
        self._at = 0
        self._parts: Counter[str] | None = None
        self._kinds: Counter[str] | None = None
        self.text = ""
        self.query = Query()
        self.problem: Problem | None = None

    def read(self, typed: str) -> bool:
        """Take a text as the query; whether there is one to search for, rather than a problem to tell."""
        if typed not in self._steps:
            self._steps = ()
        parsed = parse(typed, self.known)
        self.text, self.problem = typed, parsed.problem
        if parsed.problem is None:
            self.query = parsed.query
        return parsed.problem is None

    def instead(self, words: Texts) -> Query | None:
        """What is asked besides the last word, where that may become a field: on the way there it need not be found."""
        if not completing.goes_on(self.text, self.known, words.language, fewest=1):
            return None
        return parse(self.text.rpartition(" ")[0], self.known).query

    @property
    def known(self) -> Vocabulary:
        """What the fields can hold: the workbook's kinds, and what the discussions of the folder have."""
        entries = self._folder.entries
        if self._known[0] != (mark := (len(entries), id(entries[0]) if entries else 0)):
            known = vocabulary_of(self._outline)
            parts = sorted({part for entry in entries for part in entry.parts}, key=swedish)
            kinds = {kind for entry in entries for kind in entry.kinds}
            known = known.with_values("part", parts).with_values("kind", sorted(kinds, key=swedish))
            known = known.with_values("name", [entry.name for entry in entries if not entry.fault])
            known = known.with_values("unit", [entry.unit for entry in entries])
            self._known = (mark, known.with_values("workbook", [entry.workbook for entry in entries]))
        return self._known[1]

    def take(self, hits: Hits) -> None:
        """Count what was found. While somebody steps through the counts they stay as they were."""
        if not self._steps:
            self._parts = self._counted(hits, "part", 0)
            self._kinds = self._counted(hits, "kind", 1)

    def _counted(self, hits: Hits, key: str, place: int) -> Counter[str]:
        """The notes by part or kind, whichever part or kind the query asks for: what else there is to narrow it to."""
        from collections import Counter

        if completing.held(self.text, key, self.known):
            wider = parse(completing.without(self.text, key), self.known).query
            if self._folder.at_hand_for(wider):
                hits = self._folder.find(wider)
        counted: Counter[str] = Counter()
        for values, count in hits.tally().items():
            counted[values[place]] += count
        return counted

    def step(self, words: Texts, by: int) -> str:
        """The text after another Tab: a field or a value gone on with where one is begun, else the next count to narrow it by."""
        if not self._steps:
            begun = completing.goes_on(self.text, self.known, words.language)
            narrower = () if begun else tuple(self._narrower(words))
            self._steps, self._at = (self.text, *(begun or narrower)), 0
        self._at = (self._at + by) % len(self._steps)
        return self._steps[self._at]

    def _narrower(self, words: Texts) -> Iterator[str]:
        for key, value, _sign, _tone, count in self._items(words):
            if count and value not in completing.held(self.text, key, self.known):
                yield completing.narrowed(self.text, key, value, self.known, words.language)

    def _items(self, words: Texts) -> Iterator[tuple[str, str, str, str, int]]:
        """What there is to narrow by: field, value, what stands before the count, its tone, the count."""
        parts, kinds = self._parts or {}, self._kinds or {}
        for part in sorted(parts, key=lambda one: (not one, swedish(one))):
            yield "part", part, part or words.query.whole, "muted", parts[part]
        for kind in self._outline.kinds:
            yield "kind", kind.id, kind.sign, kind.role, kinds.get(kind.id, 0)
        if kinds.get(""):
            yield "kind", "", words.query.no_kind, "muted", kinds[""]

    def rows(self, words: Texts, key: str, width: int) -> tuple[Row, ...]:
        """The counts, each with a mark before it where the query asks for it; what is wrong with the query in their place."""
        if self.problem:
            return text_rows(told(self.problem, words), width, "warning", "  ", "  ")
        if self._parts is None:
            return ((),)
        row: list[tuple[str, str]] = []
        before = "part"
        for field, value, sign, tone, count in self._items(words):
            asked = value in completing.held(self.text, field, self.known)
            row += [("   ", "text")] if field != before and row else []
            row += [("▸" if asked else " ", "accent"), (f"{sign} ", tone)]
            row += [(f"{count}", "heading" if asked else "text" if count else "muted"), (" ", "text")]
            before = field
        begun = completing.goes_on(self.text, self.known, words.language)
        hint = f"{key} {begun[0].split()[-1]}" if begun else words.query.narrowed.format(key=key)
        gap = width - row_length(tuple(row)) - len(hint)
        if row and gap >= _HINT_GAP:
            row += [(" " * gap, "text"), (hint, "muted")]
        return (clipped(tuple(row), width),)
