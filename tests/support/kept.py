"""Kept screens: a screen as text beside the tests, so that a change of the look is read in a diff.

`KEEP_SCREENS=1 pytest` writes them anew; without it a screen that differs fails, and shows where.
"""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).parents[1] / "kept"
AGAIN = "KEEP_SCREENS"


def looks_as_kept(name: str, screen: Sequence[str]) -> None:
    """Compare a screen with the kept one of that name, or keep it."""
    file, shown = FOLDER / f"{name}.txt", "\n".join([*screen, ""])
    if os.environ.get(AGAIN):
        file.write_text(shown, encoding="utf-8", newline="\n")
        return
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    if shown != kept:
        lines = unified_diff(kept.splitlines(), shown.splitlines(), str(file), "now", lineterm="")
        raise AssertionError(
            "\n".join([f"{name} looks different. Meant? {AGAIN}=1 keeps it as it is now.", *lines])
        )
