"""While a command waits for a person, a pipe or a reader, and not for the disk: then nobody loses patience with it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_waits: list[None] = []


@contextmanager
def resting() -> Iterator[None]:
    """Somebody else takes their time."""
    _waits.append(None)
    try:
        yield
    finally:
        _waits.pop()


def rests() -> bool:
    """Whether somebody else is waited for just now."""
    return bool(_waits)
