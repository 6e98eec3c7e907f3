"""Placing a note on the compass: every cell in a list, those that the note's own words speak of first.

Nothing is placed unless its user says so. The answer is in `places` once the dialog has closed; what was chosen with
Tab stays chosen however it is closed, since the marks have shown it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from diskussion_tui.base.text import folded
from diskussion_tui.domain.workbook.compass import Cell, also_called
from diskussion_tui.tui.dialog_keys import KEYS
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.rows import row_length, spread, text_rows
from diskussion_tui.tui.widgets.field import Field
from diskussion_tui.tui.widgets.keyed_field import KeyedField

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.domain.workbook.proposals import Proposal
    from diskussion_tui.domain.workbook.workbook import Term
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Row, Span

_LEAD = 4
"""What stands before a cell's name: the mark of what is selected, and that of what is placed."""


class Placer(Chooser):
    """The cells to place a note on. Enter places one, or takes it off, and closes; Tab does so and stays."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(KEYS["several"], "place", show=False)]

    def __init__(
        self,
        cells: Sequence[Cell],
        places: Sequence[str],
        proposed: Iterable[Proposal],
        glossary: Sequence[Term],
        words: Texts,
    ) -> None:
        self._proposed = {proposal.cell.id: proposal.word for proposal in proposed}
        self._cells = {cell.id: cell for cell in cells}
        self.places = list(dict.fromkeys(places))
        proposals = [cell for cell in self._proposed if cell not in self.places]
        first = [*proposals, *(cell for cell in self.places if cell in self._cells)]
        every = [self._cells[cell] for cell in dict.fromkeys((*first, *self._cells))]
        choices = [Choice(cell.id, cell.name, cell.area, also_called(cell, glossary)) for cell in every]
        super().__init__(
            words.placing.title, choices, words, next(iter(proposals), ""), hint=words.placing.hint
        )

    def compose(self) -> ComposeResult:
        """As any chooser; in the empty line a blank is no letter."""
        hint = self._words.dialogs.filter
        yield from self.parts(KeyedField(placeholder=hint, keys=frozenset(" "), id="chooser-filter"))

    def on_keyed_field_pressed(self) -> None:
        """A blank does what Tab does."""
        self.action_place()

    def take(self, selected: str) -> None:
        """Enter or a click: place it, or take it off, and that is all."""
        self._toggle(selected)
        self.dismiss(selected)

    def action_place(self) -> None:
        """Place what is selected, or take it off, and go on with the next."""
        if selected := self.selected:
            self._toggle(selected)
            self.query_one(KeyedField).empty()
            self._selected, self._found = selected, None
            self._show()

    def _toggle(self, cell: str) -> None:
        if cell in self.places:
            self.places.remove(cell)
        else:
            self.places.append(cell)

    def _usual(self) -> str:
        """Nothing while nothing is typed: Enter must not place what nobody has asked for."""
        return super()._usual() if self.query_one(Field).value.strip() else ""

    def _matching(self, typed: str) -> list[Choice]:
        """The cells that hold every word typed: those whose name begins so first, those of that area last."""
        wanted = folded(typed.strip())
        found = [choice for choice in self._choices if _holds(choice, wanted.split())]
        return sorted(found, key=lambda choice: _rank(choice, wanted)) if wanted else found

    def _rows(self, choice: Choice, width: int) -> tuple[Row, ...]:
        said = self._words.placing
        here, word = choice.id in self.places, self._proposed.get(choice.id, "")
        why: Span = ("", "text")
        if here:
            why = (said.placed, "accent")
        elif word:
            why = (said.proposed.format(word=word), "muted")
        mark: Row = (("  ", "text"), ("⌖ " if here else "  ", "accent"))
        left: Row = (*mark, (choice.title, "text"), *((("  ", "text"), why) if why[0] else ()))
        right: Row = ((choice.beside, "muted"),)
        if row_length(left) + row_length(right) + 2 <= width:
            return (spread(left, right, width),)
        lines = text_rows(choice.title, width - _LEAD)
        below = "  ".join(filter(None, (why[0], choice.beside)))
        return (
            *(
                (*(mark if not place else ((" " * _LEAD, "text"),)), *line)
                for place, line in enumerate(lines)
            ),
            *(((" " * _LEAD, "text"), *line) for line in text_rows(below, max(10, width - _LEAD), "muted")),
        )


def _holds(choice: Choice, words: Sequence[str]) -> bool:
    text = folded(f"{choice.title} {choice.also} {choice.beside}")
    return all(word in text for word in words)


def _rank(choice: Choice, wanted: str) -> int:
    """How well a cell answers what is typed; less is better."""
    name, also = folded(choice.title), folded(choice.also)
    begins = [*name.replace("”", "").split(), *also.split()]
    ways = (
        name.startswith(wanted),
        also.startswith(wanted),
        any(word.startswith(wanted) for word in begins),
        wanted in name,
        wanted in also,
    )
    return next((place for place, fits in enumerate(ways) if fits), len(ways))
