"""How long a thread keeps the interpreter before others have their turn."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TURN = sys.getswitchinterval()
_SHORT_TURN = _TURN / 10


@contextmanager
def giving_way() -> Iterator[None]:
    """Have threads take shorter turns while files are read: a key waits for several of them.

    Not otherwise: what is typed would be drawn later, for the thread that writes to the terminal.
    """
    sys.setswitchinterval(_SHORT_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(_TURN)
