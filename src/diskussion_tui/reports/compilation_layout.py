"""A table of a compilation set for a width: what stands in each row, piece by piece, so that a screen can choose among the numbers.

The shell joins the pieces, the screen colours them; both have the same columns, bars and shares, and leave out the same ones
where there is too little room.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Self

from diskussion_tui.domain.analysis.compilation_cells import (
    DISCUSSIONS,
    DISSENT,
    HANDS,
    KIND,
    NOTES,
    OPEN,
    PARTICIPANTS,
    THEMES,
    UNITS,
    VERDICT,
)
from diskussion_tui.reports.bars import SHADES, bar, shade
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.compilation import columns_in, share, shown, with_share
from diskussion_tui.reports.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_cells import Cell, Line, Table
    from diskussion_tui.domain.analysis.compilation_published import Masked
    from diskussion_tui.reports.compilation import Labels
    from diskussion_tui.texts.catalogue import Texts

_BARRED = {
    "parts": DISCUSSIONS,
    "themes": DISCUSSIONS,
    "tags": DISCUSSIONS,
    "months": NOTES,
    "units": NOTES,
    "supported": HANDS,
    "dissent": DISSENT,
    "actions": OPEN,
    "saturation": THEMES,
}
"""The column of each table that has a bar."""
_APART = 2
_SPARED = (UNITS, DISSENT)
"""The columns to do without first where rows cannot be told apart by what is left of their names."""
_LEAST_LABEL, _NAMED, _MOST_LABEL, _WIDEST_LABEL = 14, 28, 44, 76
_LEAST_BAR, _MOST_BAR = 6, 18
_HEAT = 2
"""A shade and a blank."""


class Piece(NamedTuple):
    """A part of a row: its text, the column whose number it shows (none for a bar or a label), and its tone."""

    text: str
    column: str = ""
    tone: str = "text"


class Layout:
    """A table set for a width. `hidden` are the numbers that are not shown, where it is published.

    Names that must be cut are told apart.
    """

    def __init__(
        self,
        of: Compilation,
        table: Table,
        labels: Labels,
        words: Texts,
        width: int,
        hidden: Masked | None = None,
        threshold: int = 0,
    ) -> None:
        self.table, self._of, self._labels, self._words = table, of, labels, words
        self._hidden, self._threshold = hidden, threshold
        self._heat = table.id == "compass"
        self._in_all = self._told(of.tables["counts"].lines[0].cells[DISCUSSIONS])
        self.columns = [one for one in columns_in(table) if one not in self._left_out()]
        named = labels.place if self._heat else lambda row: labels.row(table.id, row)
        self._names = {line.id: named(line.id) for line in table.lines}
        self._fit(width)

    def _left_out(self) -> set[str]:
        """What a table says already: a sum of the numbers beside it, or those who took part, told with the hands."""
        if self.table.id in {"parts", "themes", "tags", "compass", "verdicts"}:
            return {NOTES}
        return {PARTICIPANTS} if self.table.id == "supported" else set()

    # ---- fitting -------------------------------------------------------------------------------------------------

    def _fit(self, width: int) -> None:
        """Give each column its width: heads as words where there is room, else as signs; then fewer columns, then shorter names."""
        widest = self._widest
        self._short = False
        self._without: list[str] = []
        self._measure()
        beside = _LEAST_BAR + _APART if self._barred in self.columns else 0
        if width - self._taken - beside < min(widest, _NAMED):
            self._short = True
            self._measure()
        while len(self.columns) > 1 and width - self._taken < min(widest, _NAMED):
            if (least := self._least_needed()) not in _SPARED and width - self._taken >= _LEAST_LABEL:
                break
            self._leave_out(least)
            self._measure()
        room = max(1, width - self._taken)
        longer = min(_WIDEST_LABEL, room - _MOST_BAR - _APART)  # the longest bar has its room all the same
        self.label = min(room, widest, max(_MOST_LABEL, longer))
        left = room - self.label - _APART
        self._bar = min(_MOST_BAR, left) if left >= _LEAST_BAR and self._barred in self.columns else 0
        if not self._bar and self._barred in self.columns and room - _LEAST_BAR - _APART >= _LEAST_LABEL:
            self._bar = _LEAST_BAR
            self.label = min(self.label, room - self._bar - _APART)

    def _leave_out(self, column: str) -> None:
        """Do without a column; without one answer to a question that has several, its others would mislead."""
        answers = column.startswith(VERDICT) and self.table.id != "verdicts"
        gone = [one for one in self.columns if one == column or (answers and one.startswith(VERDICT))]
        self.columns = [one for one in self.columns if one not in gone]
        self._without = gone + self._without

    @cached_property
    def _told_apart(self) -> Names:
        return Names(self._names.values())

    @property
    def _widest(self) -> int:
        return max(map(cells, self._names.values()), default=0)

    def _measure(self) -> None:
        texts = {one: [self.text(line.cells[one]) for line in self.table.lines] for one in self.columns}
        self.widths = {
            one: max([cells(self.head_of(one)), *map(cells, texts[one])])
            + (_HEAT if self._shaded(one) else 0)
            for one in self.columns
        }
        self._taken = sum(self.widths.values()) + _APART * len(self.columns)

    def _least_needed(self) -> str:
        """The column to do without first: units, dissent, then from the right."""
        return next((one for one in _SPARED if one in self.columns[1:]), self.columns[-1])

    @property
    def _barred(self) -> str:
        if self.table.id == "verdicts":
            return next((one for one in self.table.columns if one.startswith(VERDICT)), "")
        return _BARRED.get(self.table.id, "")

    def _shaded(self, column: str) -> bool:
        return self._heat and column.startswith(KIND)

    # ---- what stands there ---------------------------------------------------------------------------------------

    @property
    def signs(self) -> str:
        """What the signs in the heads mean, where the words had no room; else empty."""
        heads = (self._labels.column(one) for one in self.columns) if self._short else ()
        return "   ".join(one.head for one in heads if one.sign)

    @property
    def without(self) -> str:
        """Which columns had no room, told in words; else empty."""
        heads = ", ".join(self._labels.column(one).head for one in self._without)
        return self._words.compiling.no_room_for.format(columns=heads) if heads else ""

    def head_of(self, column: str) -> str:
        """A column's head."""
        found = self._labels.column(column)
        return (found.sign or found.word) if self._short else found.head

    def head(self) -> Iterator[Piece]:
        """The row of heads."""
        yield Piece(" " * self.label)
        for column in self.columns:
            if column == self._barred and self._bar:
                yield Piece(" " * (self._bar + _APART))
            yield Piece(" " * _APART)
            text = self.head_of(column)
            yield Piece(_right(text, self.widths[column]), tone=self._labels.column(column).tone)

    def with_names(self, *, whole: bool) -> Self:
        """The same with every name `whole`, however wide the rows become: for what goes to a file or another program."""
        self.label = max(self.label, self._widest) if whole else self.label
        return self

    def line(self, line: Line) -> Iterator[Piece]:
        """A row: its name, and its numbers with their bars or shades."""
        yield Piece(_left(self._told_apart.shown(self._names[line.id], self.label), self.label))
        for column in self.columns:
            cell = line.cells[column]
            if column == self._barred and self._bar:
                drawn = "" if self._is_hidden(cell) else bar(cell.value, self._most(line, column), self._bar)
                yield Piece(" " * _APART + _left(drawn, self._bar), tone="accent")
            yield Piece(" " * _APART)
            shades = self._shade(cell) if self._shaded(column) else ""
            room = self.widths[column] - cells(shades)
            tone = self._labels.column(column).tone
            if shades:
                yield Piece(shades, tone=tone)
            yield Piece(_right(self.text(cell), room), column, tone if cell.value else "muted")

    def text(self, cell: Cell) -> str:
        """A number as it stands in its row, with its share where it has one."""
        text = shown(cell, self._hidden, self._threshold, self._words)
        if self._is_hidden(cell):
            return text
        line = self.table.line(cell.row)
        if self.table.id == "supported" and line:
            people, said = line.cells[PARTICIPANTS].value, self._words.compiling
            return (said.hands_of if people else said.hands_alone).format(hands=text, people=people)
        if cell.column.startswith(VERDICT) and self.table.id == "verdicts" and line:
            return self._verdict(text, cell.value, line.cells[NOTES])
        if cell.column == DISCUSSIONS and self._barred == DISCUSSIONS and cell.value and self._in_all:
            return with_share(text, cell.value, self._in_all, self._words)
        return text

    def _verdict(self, text: str, count: int, whole: Cell) -> str:
        """How many gave a verdict, the share first; where the whole may not be known a share would tell it."""
        if not count or self._is_hidden(whole):
            return text
        told = share(count, whole.value)
        return f"{told} ({text})" if told else with_share(text, count, whole.value, self._words)

    def _is_hidden(self, cell: Cell) -> bool:
        return self._hidden is not None and self._hidden.hides(cell)

    def _most(self, line: Line, column: str) -> int:
        """What a whole bar stands for: all discussions, all that answered, or the largest number that is shown; 0 where that is not."""
        if column.startswith(VERDICT):
            return self._told(line.cells[NOTES])
        if column == DISCUSSIONS:
            return self._in_all
        return max((self._told(line.cells[column]) for line in self.table.lines), default=0)

    def _told(self, cell: Cell) -> int:
        """A number, 0 where it is not shown: no share, bar or shade may tell what it is."""
        return 0 if self._is_hidden(cell) else cell.value

    def _shade(self, cell: Cell) -> str:
        kinds = [one for one in self.columns if one.startswith(KIND)]
        most = max((self._told(line.cells[one]) for line in self.table.lines for one in kinds), default=0)
        level = shade(self._told(cell), most)
        return f"{SHADES[level]} "


def joined(pieces: Sequence[Piece] | Iterator[Piece]) -> str:
    """Pieces as one line of text."""
    return "".join(one.text for one in pieces).rstrip()


def _left(text: str, width: int) -> str:
    if cells(text) > width:
        while text and cells(text) > width - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (width - cells(text))


def _right(text: str, width: int) -> str:
    return " " * (width - cells(text)) + text
