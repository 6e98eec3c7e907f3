"""What lies behind a number: every note that it counts, to read, to quote, and to open where it was said.

Thousands may: a note is set when it comes into view, and a discussion is asked for its notes when one of them does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from diskussion_tui.base.text import folded
from diskussion_tui.tui import chrome
from diskussion_tui.tui.commands import bindings
from diskussion_tui.tui.compiling import wishes
from diskussion_tui.tui.compiling.page import Laid, name_of, record
from diskussion_tui.tui.parts.finding import with_marks
from diskussion_tui.tui.row_screen import RowScreen
from diskussion_tui.tui.rows import Block, clipped, spread, text_rows
from diskussion_tui.tui.widgets.column import Stack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from diskussion_tui.domain.analysis.compilation_cells import Cell, Ref
    from diskussion_tui.tui.compiling.page import Shown
    from diskussion_tui.tui.rows import Row


class _Records:
    """What a number counts, by ids: as much of it is asked for as it takes to know one."""

    def __init__(self, behind: Sequence[Ref]) -> None:
        self.behind = behind
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.behind)

    def __getitem__(self, place: int) -> Ref:
        return self.behind[place]

    def id_at(self, place: int) -> str:
        """The id at a place."""
        return "/".join(self.behind[place])

    def place_of(self, hit_id: str) -> int | None:
        """Where an id stands."""
        while hit_id not in self._places and len(self._places) < len(self.behind):
            place = len(self._places)
            self._places[self.id_at(place)] = place
        return self._places.get(hit_id)


class _Pile(Stack):
    """A stack that tells of what is out of view where its records begin."""

    def above(self, blocks: int) -> Row:
        return (("  ", "text"), *super().above(blocks))

    def below(self, blocks: int) -> Row:
        return (("  ", "text"), *super().below(blocks))


class Behind(RowScreen[Laid]):
    """The notes behind a number. `quote` chooses or unchooses one as a quote; it gives what is shown after that."""

    PLACES = ("behind",)
    THING = "counted"
    DOING = "behind"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("behind"),
        ("pagedown", "move(5)"),
        ("pageup", "move(-5)"),
    ]

    def __init__(self, of: Shown, cell: Cell, quote: Callable[[Ref], Shown | None]) -> None:
        super().__init__(of.words)
        self.of, self._cell, self._quote = of, cell, quote
        self._records = _Records(of.made.of.behind(cell))

    def show(self) -> None:
        """The number, and what it counts, the oldest first."""
        if not self.is_composed:
            return
        width, said = self.app.size.width, self.words.compiling
        self.look_again()
        if self._records and not self._chosen:
            self.board.select(self._records.id_at(0))
        what = clipped((("  ", "text"), (self.of.labels.cell(self._cell), "heading")), width - 12)
        number = ((self.words.cli.grouped(self._cell.value), "heading"),)
        rule = text_rows(said.table(self._cell.table).rule, width - 4, "muted", "  ", "  ")
        rows = (spread(what, number, width - 2), *rule, chrome.rule(width))
        self.header.show(rows)
        self.show_line()

    def show_page(self) -> None:
        """Draw what is in view of it, with the words marked that are looked for."""
        of, width, words = self.of, self.app.size.width - 6, self.sought

        def draw(place: int) -> Block:
            laid = record(of, self._records[place], width)
            return with_marks((Block(laid.rows[:-1], laid.id),), words)[
                0
            ]  # a stack has a line between two itself

        self.board.show((_Pile(self._records, draw, self.words.walk),))

    def seek(self, words: tuple[str, ...]) -> Sequence[str]:
        """The records with every word in what they say and where."""
        if not words:
            return ()
        named = ((ref, folded(name_of(self.of, ref))) for ref in self._records.behind)
        return ["/".join(ref) for ref, name in named if all(word in name for word in words)]

    def nearest(self, spots: Sequence[str]) -> str:
        """The first from the chosen one on."""
        here = self._records.place_of(self.board.selected) or 0
        return next((one for one in spots if (self._records.place_of(one) or 0) >= here), spots[0])

    @property
    def _chosen(self) -> Ref | None:
        place = self._records.place_of(self.board.selected) if self.board.selected else None
        return None if place is None else self._records[place]

    @property
    def note(self) -> Ref | None:
        """The note that is chosen, None where it is no note."""
        return ref if (ref := self._chosen) and ref in self.of.made.of.notes else None

    def do_read_counted(self) -> None:
        """Open the discussion where it was said, at the note."""
        if ref := self._chosen:
            self.post_message(wishes.Read(self.of.made.paths[ref.discussion], ref.record))

    def do_quote_note(self) -> None:
        """Choose the note as a quote, or no longer."""
        if self.note and (now := self._quote(self.note)):
            self.of = now
            self.show()
            quoted = self.note in now.made.kept.quotes
            self.say(self.words.compiling.quoted if quoted else self.words.compiling.unquoted)

    def do_leave_counted(self) -> None:
        """Close the line that finds, else go back to the numbers."""
        if not self.close_line():
            self.dismiss(None)
