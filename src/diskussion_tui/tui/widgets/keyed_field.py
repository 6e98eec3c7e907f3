"""A field some of whose keys mean something else as long as nothing is typed in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from diskussion_tui.tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events


class KeyedField(Field):
    """A field that, while it is empty, posts the keys of `keys`, characters or names such as `left`, instead of taking them in."""

    @dataclass(eq=False, repr=False)
    class Pressed(Message):
        """One of the keys was pressed in the empty field."""

        key: str

    def __init__(self, *, keys: frozenset[str], placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(placeholder=placeholder, id=id)
        self._keys = keys
        self.before: Callable[[], str] = str
        """What stood before what is typed in the empty field, where keys that were pressed just now were its beginning."""
        self.takes_letters = False

    def on_input_changed(self) -> None:
        """As long as it is empty, what is typed next waits until a key that means something has been answered."""
        self.takes_letters = bool(self.value)

    def empty(self) -> None:
        """Take out what is typed, as if nothing had been."""
        with self.prevent(Field.Changed):
            self.value = ""
        self.takes_letters = False

    async def _on_key(self, event: events.Key) -> None:
        """Post a key that is one of ours, and keep it from being typed."""
        pressed = (event.character or event.key).lower()
        if not self.value and pressed in self._keys:
            event.stop()
            event.prevent_default()
            self.post_message(self.Pressed(pressed))
        elif not self.value and event.is_printable and (begun := self.before()):
            self.replace(begun, 0, 0)
