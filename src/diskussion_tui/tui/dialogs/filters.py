"""Choosing a filter: each has a key at its edge that chooses it at once; other letters look for it by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.dialogs.chooser import Chooser
from diskussion_tui.tui.rows import clipped, spread
from diskussion_tui.tui.widgets.keyed_field import KeyedField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.dialogs.chooser import Choice
    from diskussion_tui.tui.rows import Row

_KEY_COLUMN = 3


class FilterChooser(Chooser):
    """A chooser whose first choices have a key each, by the choice's id in `keys`; it counts while nothing is typed.

    `pressed` is the key that chose, empty where none did.
    """

    def __init__(self, title: str, choices: Sequence[Choice], words: Texts, keys: Mapping[str, str]) -> None:
        super().__init__(title, choices, words, hint=words.filtering.hint)
        self._keys = dict(keys)
        self.pressed = ""

    def compose(self) -> ComposeResult:
        """As any chooser, the line to type in being one that lets the keys through."""
        keys = frozenset(self._keys.values())
        yield from self.parts(
            KeyedField(placeholder=self._words.dialogs.filter, keys=keys, id="chooser-filter")
        )

    def on_keyed_field_pressed(self, event: KeyedField.Pressed) -> None:
        """A key at the edge chooses."""
        self.pressed = event.key
        self.take(next(choice for choice, key in self._keys.items() if key == event.key))

    def _rows(self, choice: Choice, width: int) -> tuple[Row, ...]:
        key = self._keys.get(choice.id, "").ljust(_KEY_COLUMN)
        left: Row = (("  ", "text"), (key, "accent"), (choice.title, "text"))
        return (clipped(spread(left, ((choice.beside, "muted"),), width), width),)
