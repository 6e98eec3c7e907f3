"""Choosing one of several by typing part of its name: steps to go to, questions to move to, commands, the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.tui.chrome import rule
from diskussion_tui.tui.dialog_keys import KEYS
from diskussion_tui.tui.rows import Block, Row, clipped, row_length, shortened, spread, text_rows
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.field import Field
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts

_APART = 2
"""Blank cells at the least between a name and the word beside it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its id, its name, and a word beside it. `also` is searched too but not shown.

    A `whole` one is shown with all its lines and the word below them: what it differs in may stand at its end. Of a `titled`
    one the name is shown whole, and the word beside it is cut where there is no room for both.
    """

    id: str
    title: str
    beside: str = ""
    also: str = ""
    whole: bool = False
    titled: bool = False


class Chooser(ModalScreen[str]):
    """A list with a line to type in above it. Answers with the id of the choice, empty where nothing was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(KEYS["close"], "leave", show=False),
        Binding(KEYS["down"], "move(1)", show=False),
        Binding(KEYS["up"], "move(-1)", show=False),
        Binding("pagedown", "move(8)", show=False),
        Binding("pageup", "move(-8)", show=False),
    ]

    DEFAULT_CSS = """
    Chooser { align: center middle; background: $ground; }
    Chooser > Vertical { width: 72; max-width: 100%; height: 100%; max-height: 22; padding: 0 2; }
    Chooser #chooser-title { height: 2; }
    Chooser #chooser-keys { height: 2; }
    Chooser Board { margin: 1 0 0 0; }
    """

    def __init__(
        self, title: str, choices: Sequence[Choice], words: Texts, selected: str = "", *, hint: str = ""
    ) -> None:
        super().__init__()
        self._hint = hint or words.dialogs.choose_hint
        self._title = title
        self._choices = tuple(choices)
        self._words = words
        self._selected = selected
        self._found: list[Choice] | None = None  # what fits what is typed, once it has been looked for

    def compose(self) -> ComposeResult:
        """Title, line to type in, list, keys."""
        yield from self.parts(Field(placeholder=self._words.dialogs.filter, id="chooser-filter"))

    def parts(self, field: Field) -> ComposeResult:
        """What the dialog is made of, around a line to type in."""
        with Vertical():
            yield Sheet(id="chooser-title")
            yield field
            yield Board(id="chooser-list")
            yield Sheet(id="chooser-keys")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Board).can_focus = False
        self.query_one(Field).focus()

    def on_resize(self) -> None:
        """Set title and list for the width there is."""
        self.call_after_refresh(self._show)

    def on_input_changed(self) -> None:
        """Show what stays."""
        self._selected, self._found = "", None
        self._show()

    def on_input_submitted(self) -> None:
        """Enter takes what is selected."""
        if selected := self.selected:
            self.take(selected)

    def on_board_picked(self, event: Board.Picked) -> None:
        """A click chooses."""
        self.take(event.id)

    def take(self, selected: str) -> None:
        """Answer with what was chosen."""
        self.dismiss(selected)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss("")

    def action_move(self, lines: int) -> None:
        """Up and down in the list, stopping at its ends; right behind the key that opened it before any of it is drawn."""
        if ids := self._ids:
            none = len(ids) if lines < 0 else -1  # behind one of the ends
            place = ids.index(self.selected) if self.selected else none
            self._selected = ids[max(0, min(place + lines, len(ids) - 1))]
            self.query_one(Board).select(self._selected)

    @property
    def selected(self) -> str:
        """The id of what Enter takes; empty where it takes nothing."""
        return self._selected if self._selected in self._ids else self._usual()

    def _usual(self) -> str:
        """What is selected where nobody has chosen: the first."""
        return next(iter(self._ids), "")

    @property
    def _ids(self) -> list[str]:
        return [choice.id for choice in self._fitting if choice.id]

    @property
    def _fitting(self) -> list[Choice]:
        if self._found is None:
            self._found = self._matching(self.query_one(Field).value)
        return self._found

    def _show(self) -> None:
        board, width = self.query_one(Board), self.query_one(Sheet).size.width
        title = (*text_rows(self._title, max(10, width), "heading"), rule(width))
        self.query_one("#chooser-title", Sheet).styles.height = len(title)
        self.query_one("#chooser-title", Sheet).show(title)
        self.query_one("#chooser-keys", Sheet).show((rule(width), ((self._hint, "muted"),)))
        blocks = [Block(self._rows(choice, width - 2), choice.id) for choice in self._fitting]
        empty = Block(text_rows(self._words.dialogs.nothing_matches, max(10, width - 2), "muted"))
        board.show((blocks or [empty],))
        board.select(self.selected)

    def _matching(self, typed: str) -> list[Choice]:
        """The choices that hold every word typed; those whose name starts with it first."""
        whole = folded(typed.strip())
        found = [
            choice
            for choice in self._choices
            if all(word in folded(f"{choice.title} {choice.beside} {choice.also}") for word in whole.split())
        ]
        return sorted(found, key=lambda choice: _rank(choice, whole))

    def _rows(self, choice: Choice, width: int) -> tuple[Row, ...]:
        if choice.whole:
            below = clipped((("  ", "text"), (choice.beside, "muted")), width)
            return (*text_rows(choice.title, width, "text", "  ", "  "), below, ())
        beside: Row = ((choice.beside, "muted"),)
        if choice.titled:
            beside = clipped(beside, max(0, width - cell_len(choice.title) - 2 * _APART))
        room = width - _APART - (row_length(beside) + _APART if choice.beside else 0)
        title: Row = (("  ", "text"), (shortened(choice.title, max(0, room)), "text"))
        return (clipped(spread(title, beside, width), width),)


def _rank(choice: Choice, whole: str) -> int:
    """How near what is typed is to a choice's name, nearest first; what only the word beside it holds comes last."""
    names = (folded(choice.also), folded(choice.title))
    ways = (
        any(
            name == whole or name.startswith(f"{whole} ") for name in names
        ),  # its first word: `C` is no `Compass`
        any(name.startswith(whole) for name in names),
        any(whole in name for name in names),
        True,
    )
    return ways.index(True)
