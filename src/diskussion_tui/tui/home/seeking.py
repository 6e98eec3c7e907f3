"""What home's line asks for: the text as a query, what is wrong with it, and the counts below it, which are keys to narrow it.

The first screen loads none of this: the language is there from the first letter on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.domain.analysis.query import completing
from diskussion_tui.domain.analysis.query.grammar import CLOSED
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.analysis.query.query import Query
from diskussion_tui.domain.analysis.query.vocabulary import Vocabulary, vocabulary_of
from diskussion_tui.reports.queries import told
from diskussion_tui.tui.rows import clipped, row_length, text_rows

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator, Sequence

    from diskussion_tui.domain.analysis.query.completing import Offer
    from diskussion_tui.domain.analysis.query.reading import Problem
    from diskussion_tui.domain.workbook.outline import Outline
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.workshop.folder import Folder, Hits

_HINT_GAP = 3


class Seeking:
    """The query that is being typed. `query` is the last one that could be read; `problem` is what is wrong with the text now.

    While what is asked is still `counting` no counts are shown: those of another question would be wrong.
    """

    def __init__(
        self, folder: Folder, outline: Outline, values_of: Callable[[str], tuple[str, ...]] = lambda _key: ()
    ) -> None:
        """`values_of` says what the discussions have of a field, as far as that is known so far."""
        self._folder = folder
        self._outline = outline
        self._values_of = values_of
        self._known: tuple[object, Vocabulary] = (None, Vocabulary())
        self._steps: tuple[str, ...] = ()
        self._offered: tuple[Offer, ...] = ()
        self._at = 0
        self._parts: Counter[str] | None = None
        self._kinds: Counter[str] | None = None
        self.counting = False
        self.text = ""
        self.query = Query()
        self.problem: Problem | None = None

    def read(self, typed: str) -> bool:
        """Take a text as the query; whether there is one to search for, rather than a problem to tell."""
        if typed not in self._steps:
            self._steps = self._offered = ()
        parsed = parse(typed, self.known)
        self.text, self.problem = typed, parsed.problem
        if parsed.problem is None:
            self.query = parsed.query
        return parsed.problem is None

    def reads_fields(self, typed: str) -> bool:
        """Whether a text asks by a field, rather than for words or a name alone."""
        return self.read(typed) and self.query.asks_by_fields

    def instead(self, words: Texts) -> Query | None:
        """What is asked besides the last word, where that may become a field: on the way there it need not be found."""
        if not self._going_on(words, fewest=1):
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
            known = known.with_values("unit", sorted({entry.unit for entry in entries}, key=swedish))
            self._known = (mark, known.with_values("workbook", [entry.workbook for entry in entries]))
        return self._known[1]

    def _going_on(self, words: Texts, fewest: int = completing.FEWEST) -> tuple[Offer, ...]:
        """How the last word could go on: with what the discussions have of its field, where it is the value of one."""
        field, known = completing.field_begun(self.text), self.known
        if field and field not in CLOSED:
            known = known.with_values(field, self._values_of(field))
        return completing.goes_on(self.text, known, words.language, fewest=fewest)

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
            self._offered = self._going_on(words)
            texts = [one.text for one in self._offered] or self._narrower(words)
            self._steps, self._at = (self.text, *texts), 0
        self._at = (self._at + by) % len(self._steps)
        found = self._steps[self._at]
        if len(self._offered) == 1 and found.endswith(":"):
            self._steps = (
                self._offered
            ) = ()  # the only field that it could be: the next Tab goes through its values
        return found

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
        """What the last word could become; else the counts, each with a mark before it where the query asks for it.

        What is wrong with the query stands in their place, but for what is only not there yet.
        """
        offered = self._offered or self._going_on(words)
        only_begun = self.problem is None or self.problem.code == "missing"
        if (
            offered
            and only_begun
            and (self._parts is None or completing.field_begun(self.text) or self._offered)
        ):
            return (self._offers(offered, key, width),)
        if self.problem:
            return text_rows(told(self.problem, words), width, "warning", "  ", "  ")
        return (self._counts(words, f"{key} {offered[0].shown}" if offered else "", key, width),)

    def _offers(self, offered: Sequence[Offer], key: str, width: int) -> Row:
        """What Tab goes through, from what stands in the line on; as many as there is room for, and how many there are."""
        at = self._at - 1 if self._offered else -1
        told_key = f"{key} {at + 1 or 1}/{len(offered)}"
        row: list[tuple[str, str]] = []
        for number in range(max(0, at), len(offered)):
            shown = ("▸" if number == at else " ", "accent"), (f"{offered[number].shown} ", "text")
            if row and row_length((*row, *shown)) > width - len(told_key) - _HINT_GAP:
                break
            row += shown
        cut = clipped(tuple(row), width - len(told_key) - _HINT_GAP)
        return (*cut, (" " * (width - row_length(cut) - len(told_key)), "text"), (told_key, "muted"))

    def _counts(self, words: Texts, begun: str, key: str, width: int) -> Row:
        if self._parts is None or self.counting:
            return ()
        row: list[tuple[str, str]] = []
        before = "part"
        for field, value, sign, tone, count in self._items(words):
            asked = value in completing.held(self.text, field, self.known)
            row += [("   ", "text")] if field != before and row else []
            row += [("▸" if asked else " ", "accent"), (f"{sign} ", tone)]
            row += [(f"{count}", "heading" if asked else "text" if count else "muted"), (" ", "text")]
            before = field
        hint = begun or words.query.narrowed.format(key=key)
        gap = width - row_length(tuple(row)) - len(hint)
        if row and gap >= _HINT_GAP:
            row += [(" " * gap, "text"), (hint, "muted")]
        return clipped(tuple(row), width)
