"""What Textual does not yet tell apart in what terminals send.

Without the Kitty protocol, which loses å, ä and ö in some terminals, Alt+Enter arrives as Escape and a carriage return, and
Textual reads that as Enter: a new line inside a note would save it instead. Textual is pinned, so its table can be added to.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS


class _Missing(Enum):
    ALT_ENTER = "alt+enter"


def tell_alt_enter() -> None:
    """Have Alt+Enter arrive as a key of its own."""
    table = cast("dict[str, Any]", ANSI_SEQUENCES_KEYS)
    table["\x1b\r"] = (_Missing.ALT_ENTER,)
