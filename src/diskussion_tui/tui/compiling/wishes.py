"""What the screens of a compilation wish for that another screen has: a discussion to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(eq=False, repr=False)
class Read(Message):
    """A discussion to be read at a record; at its beginning where that is empty."""

    path: Path
    record: str

    @property
    def place(self) -> str:
        """Where on the page that is: an answer stands at its question."""
        from diskussion_tui.tui.reading.page import QUESTION  # home has no use for it

        return f"{QUESTION}{self.record}" if "." in self.record else self.record
