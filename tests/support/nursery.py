"""A process that bears children to be killed: each leads the same discussion and tells on a pipe what was saved.

Run as `python -m tests.support.nursery`. Each line on standard input names a session file or a folder to begin one in; a
child is forked for it, which writes `child <pid>`, then `file <path>`, then `saved <note id>` after each flush that
returned. Once it is dead, `dead` follows. With a tab and two numbers behind the file it leads that with a clock that many
hours off for that many rounds, closes it, and dies by itself. Forked, so that twenty-five of them cost one start of Python.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

from diskussion_tui.domain.session import changes
from diskussion_tui.workshop.clock import local_now
from diskussion_tui.workshop.saving import threads
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import small_workbook


def lead_to_the_end(place: Path, hours: int, rounds: int) -> None:
    """Take down notes in a discussion that others lead too, by a clock that is some hours off, and close it."""
    threads.QUIET = threads.LOOK = 0.001
    off = dt.timedelta(hours=hours)
    workshop = Workshop.open(place, small_workbook(), now=lambda: local_now() + off)
    _tell(f"file {workshop.path}")
    for number in range(rounds):
        made = workshop.add_notes("A.2", [f"{workshop.writer} {number}"])
        assert made
        assert not workshop.flush()
        _tell(f"saved {made.versions[0].id}")
        workshop.do(changes.revise, made.versions[0].id, f"{workshop.writer} {number}!")
    assert not workshop.close()
    _tell("closed")


def lead(place: Path) -> None:
    """Take down notes, reword and withdraw some, and tell what is saved, until killed."""
    _tell(f"child {os.getpid()}")
    threads.QUIET = threads.LOOK = 0.001  # so that the file is being tidied while the kill comes
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
        place, _, told = line.strip().partition("\t")
        child = os.fork()
        if not child:
            if told:
                lead_to_the_end(Path(place), *map(int, told.split()))
                os._exit(0)
            lead(Path(place))
        os.waitpid(child, 0)
        _tell("dead")
