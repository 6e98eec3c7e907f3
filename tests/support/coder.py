"""A program that codes until it is killed: it tells each decision once the desk calls it saved."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.coding import decide
from diskussion_tui.workshop.coding import Desk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.analysis.coding import Coding
    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.records import Version


def deciding(coder: str, note: str, theme: str, coding: Coding, stamp: Stamp) -> Iterable[Version]:
    """A note put under a theme."""
    return decide(coding, stamp, coder, [note], [theme])


def main(folder: Path, begins: str) -> None:
    """Decide without end, and tell of each decision that is on the disk."""
    desk = Desk.at(folder, "maja")
    for number in range(100_000):
        note = f"{begins}{number}"
        desk.do(partial(deciding, "maja", note, "fax"))
        while desk.saving != "saved":
            time.sleep(0)
        print(note, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
