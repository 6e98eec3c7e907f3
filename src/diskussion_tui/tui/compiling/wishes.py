"""What the screens of a compilation wish for that another screen has: a discussion to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Read(Message):
    """A discussion to be read at a record; at its beginning where that is empty."""

    path: Path
    record: str
