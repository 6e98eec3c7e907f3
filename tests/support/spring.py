"""A spring of discussions: six evenings of five units, led by hand in a moment, for whoever looks across discussions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.conclusions import conclude, read
from diskussion_tui.domain.session.placing import place
from diskussion_tui.texts import words
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import FixedClock

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook

BEGINS = dt.datetime(2026, 2, 3, 18, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
EVENINGS = (
    ("Ekerö", "stammer"),
    ("Järva, bord 1", "delvis"),
    ("Järva, bord 2", "stammer"),
    ("Salem", "stammer-inte"),
    ("Nacka", "stammer"),
    ("Värmdö", "delvis"),
)
"""What each is called, and what it said of the picture of part B."""
SAID = (
    ("B.2", "avveckla", "Bort med #fax mellan sjukhus och kommun", ("akut/Närakuter",)),
    ("B.2", "vidareutveckla", "1177 som enda ingång, även till kommunen", ("digital/1177 Vårdguiden",)),
    ("A.2", "nyutveckla", "Digital vårdcentral för hela länet", ()),
    ("E.A", "", "Kontinuitet är viktigast, fast kontakt åt alla", ()),
)
"""What the first discussions say; each says one thing more than the one before, up to all of it."""


def spring(folder: Path) -> None:
    """Fill a folder with the six, the first in February and one every three weeks."""
    clock = FixedClock(BEGINS)
    book = read_workbook(default_workbook(), words("sv")).workbook
    assert book
    for number, (name, verdict) in enumerate(EVENINGS):
        _evening(folder, name, verdict, number, book, clock)
        clock.passes(days=21)


def _evening(folder: Path, name: str, verdict: str, number: int, book: Workbook, clock: FixedClock) -> None:
    work = Workshop.begin(folder, name, book, now=clock, steady=clock.steady)
    work.do(changes.set_details, {"participants": 6 + number})
    work.do(changes.set_verdict, "B.1", verdict)
    for question, kind, text, cells in SAID[: number + 1]:
        clock.passes(minutes=2)
        work.do(changes.add_notes, [work.ids.new()], question, [text], kind)
        note = _last(work.session)
        work.do(changes.support, note, number + 1)
        if cells:
            work.do(place, note, cells)
    if number % 3 == 1:
        work.do(changes.word_dissent, _last(work.session), "Alla har inte tid med det")
    action = read(f"Räkna faxen @{name.split(',', maxsplit=1)[0]}", "åtgärd", (), clock().date())
    work.do(conclude, work.ids.new(), "åtgärd", action)
    assert work.close() == ""


def _last(session: Session) -> str:
    return max(note.id for note in session.notes())
