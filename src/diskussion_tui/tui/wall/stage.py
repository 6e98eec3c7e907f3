"""What a page for the room is drawn from, and how much room it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.personal import veiled
from diskussion_tui.domain.plan.room import time_of
from diskussion_tui.tui.view import View

if TYPE_CHECKING:
    import datetime as dt

    from diskussion_tui.domain.analysis.filters import Filtered
    from diskussion_tui.domain.plan.room import Time
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop

MARGIN = 3
"""Blanks at the left and right edge, where there is room for them."""
NARROW = 60
"""Below so many columns the margins go, and the clock stands at the bottom."""
LOW = 16
"""Below so many rows the blank lines go."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What the room can see: the discussion at a step, in a window of so many `columns` and `rows`.

    `shows` is the round in view, by its id; `back` is how many pages before the newest. `filtered` is what is looked at of
    the notes, and `said` a word on that.
    """

    workbook: Workbook
    session: Session
    words: Texts
    step: Step
    time: Time
    now: dt.datetime
    columns: int
    rows: int
    shows: str = ""
    back: int = 0
    filtered: Filtered | None = None
    said: str = ""

    @classmethod
    def at(cls, workshop: Workshop, words: Texts, step: Step, size: tuple[int, int]) -> Stage:
        """The stage of whoever leads, at a step, on their own screen."""
        session, now = workshop.session, workshop.now()
        time = time_of(session, workshop.steps, step, now)
        return cls(workshop.workbook, session, words, step, time, now, *size)

    @property
    def margin(self) -> int:
        """How many blanks there are at either edge."""
        return MARGIN if self.columns >= NARROW else 1

    @property
    def width(self) -> int:
        """How wide a row may be between the margins."""
        return max(10, self.columns - 2 * self.margin)

    @property
    def is_low(self) -> bool:
        """Whether there are too few rows for blank ones."""
        return self.rows < LOW

    @property
    def is_narrow(self) -> bool:
        """Whether the clock must stand elsewhere than beside the heading."""
        return self.columns < NARROW

    def view(self, width: int) -> View:
        """What the pages that other screens have too are drawn from."""
        return View(
            self.workbook, self.session, self.words, width, today=self.now.date(), filtered=self.filtered
        )

    def notes_of(self, question: str) -> tuple[Note, ...]:
        """The notes that the room sees under a question, oldest first."""
        notes = self.session.notes_of(question)
        return tuple(filter(self.filtered.shows, notes)) if self.filtered else notes

    def public(self, text: str) -> str:
        """A text as a room may read it: with dots for the digits of personal numbers."""
        return veiled(text, self.now.date())
