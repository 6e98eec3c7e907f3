"""A process that bears children to be killed: each leads the same discussion and tells on a pipe what was saved.

Run as `python -m tests.support.nursery`. Each line on standard input names a session file or a folder to begin one in; a
child is forked for it, which writes `child <pid>`, then `file <path>`, then `saved <note id>` after each flush that
returned. Once it is dead, `dead` follows. Forked, so that twenty-five of them cost one start of Python.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from diskussion_tui.domain import changes
from diskussion_tui.workshop import crew
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import small_workbook


def lead(place: Path) -> None:
    """Take down notes, reword and withdraw some, and tell what is saved, until killed."""
    _tell(f"child {os.getpid()}")
    crew.QUIET = crew.LOOK = 0.001  # so that the file is being tidied while the kill comes
    workbook = small_workbook()
    workshop = Workshop.open(place, workbook) if place.is_file() else Workshop.begin(place, "Ekerö", workbook)
    _tell(f"file {workshop.path}")
    while True:
        made = workshop.add_notes("A.2", ["fax\nmellan sjukhus", "köer"])
        assert made
        workshop.keep_draft("A.2", "", "halv mening")
        assert not workshop.flush()
        for version in made.versions:
            _tell(f"saved {version.id}")
        workshop.do(changes.revise, made.versions[0].id, "bort med faxen")
        workshop.undo()


def _tell(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    for line in sys.stdin:
        child = os.fork()
        if not child:
            lead(Path(line.strip()))
        os.waitpid(child, 0)
        _tell("dead")
