"""Who writes: a stable name for this user on this machine, with nothing personal in it."""

from __future__ import annotations

import platform
from pathlib import Path
from zlib import crc32

_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"


def writer_name() -> str:
    """`skriv-` and four characters that are the same at every start, so that undo reaches over a restart."""
    number = crc32(f"{platform.node()}|{Path.home()}".encode())
    tail = "".join(_LETTERS[(number // len(_LETTERS) ** place) % len(_LETTERS)] for place in range(4))
    return f"skriv-{tail}"
