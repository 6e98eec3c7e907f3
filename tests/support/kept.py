"""What is kept beside the tests: screens as text, and every byte that is written or printed, so that a change is read in a diff.

`KEEP_SCREENS=1 pytest` writes the screens anew, `KEEP_BYTES=1 pytest -n 0 tests/formats` the bytes. Two words, so that a new
look never takes a changed file along. Without them what differs fails, and shows where.
"""

from __future__ import annotations

import json
import os
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FOLDER = Path(__file__).parents[1] / "kept"
AGAIN = "KEEP_SCREENS"


def looks_as_kept(name: str, screen: Sequence[str]) -> None:
    """Compare a screen with the kept one of that name, or keep it."""
    is_as_kept(FOLDER / f"{name}.txt", "\n".join([*screen, ""]).encode(), AGAIN)


def page_looks_as_kept(name: str, lines: Iterable[str]) -> None:
    """The same of a page that is printed or written."""
    looks_as_kept(f"page-{name}", list(lines))


def json_lines(value: object) -> list[str]:
    """Values as they are kept: a row each, so that a change is read in a diff."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=str).splitlines()


def is_as_kept(file: Path, now: bytes, again: str) -> None:
    """Compare bytes with those kept in a file, or keep them where the environment says `again`."""
    if os.environ.get(again):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(now)
        return
    kept = file.read_bytes() if file.exists() else b""
    if now != kept:
        lines = unified_diff(_lines(kept), _lines(now), str(file), "now", lineterm="")
        raise AssertionError(
            "\n".join([f"{file.stem} is different. Meant? {again}=1 keeps it as it is now.", *lines])
        )


def _lines(data: bytes) -> list[str]:
    """The lines of a text, parted at line feeds only: whatever else differs is to be seen in them."""
    return data.decode("utf-8", errors="backslashreplace").replace("\r", "\\r").split("\n")
