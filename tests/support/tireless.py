"""A reader that never comes to an end, as a file can make one of ours be."""

from __future__ import annotations

import threading
from typing import NoReturn


def reads_for_ever(_name: str, _data: bytes) -> NoReturn:
    """Wait for what never comes."""
    threading.Event().wait()
    raise AssertionError
