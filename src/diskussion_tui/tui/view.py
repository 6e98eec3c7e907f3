"""What a page is drawn from, what it is, and the lines that several pages share: title, question, verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.tui.rows import Block, Row, row_length, text_rows

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diskussion_tui.domain.analysis.filters import Filtered
    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.widgets.column import Stack
    from diskussion_tui.tui.widgets.heads import Head

TEXT_WIDTH = 76
"""No text runs wider than this, however wide the screen."""
MARGIN = 3
"""What stands before a step's text: its letter or number and two blanks."""


@dataclass(frozen=True, slots=True)
class View:
    """What a page is drawn from. `kind` is the one being written into; `width` is in cells.

    `filtered` is what is looked at of a question's notes: pages that show them to be worked on read `notes_of` here. `folded` are
    the parts of the summary of which only the heading is seen; `hit` is a note that was found, with the words looked for.
    """

    workbook: Workbook
    session: Session
    words: Texts
    width: int
    kind: str = ""
    file: str = ""
    today: dt.date | None = None
    earlier: tuple[Action, ...] = ()
    filtered: Filtered | None = None
    marked: tuple[str, ...] = ()
    folded: frozenset[str] = frozenset()
    hit: tuple[str, tuple[str, ...]] = ("", ())

    @property
    def text_width(self) -> int:
        """How wide running text may be here."""
        return min(self.width, TEXT_WIDTH)

    def notes_of(self, question: str, kind: str | None = None) -> tuple[Note, ...]:
        """The notes under a question, as the session has them, of those that the filter shows."""
        notes = self.session.notes_of(question, kind)
        return tuple(filter(self.filtered.shows, notes)) if self.filtered else notes


@dataclass(frozen=True, slots=True)
class Aim:
    """What somebody comes to a discussion for: a note by its id, empty for where it was left, with the words that were `sought`; to `reopen` it, if it is final."""

    note: str = ""
    sought: tuple[str, ...] = ()
    reopen: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A step as it is shown: `lead` stays, `columns` scroll, each by itself.

    `heads` stand over the columns, which are `widths` cells wide; without widths there is room for one at a time, which is
    `front` until something in another is asked for.
    """

    lead: tuple[Row, ...]
    columns: tuple[tuple[Block, ...] | Stack, ...] = ()
    heads: tuple[Head, ...] = ()
    widths: tuple[int, ...] = ()
    front: int = 0


def step_name(step: Step, words: Texts) -> str:
    """What a step is called where steps are listed."""
    return words.walk.of_step(step.role) or step.heading


def asked_in_short(step: Step, session: Session, words: Texts) -> str:
    """What a step asks, by what tells it from others: the group's own words, the categories, or the question.

    Empty where it asks nothing by itself.
    """
    question = step.question
    if question is None or question.asks == "reflection":
        return ""
    kinds = [kind.label for kind in session.frame.kinds] if question.asks == "kinds" else []
    named = ", ".join([*kinds[:1], *map(str.lower, kinds[1:])])
    asked = session.asks(question.id, question.text) or words.terms.own_question
    return session.wording(question.id) or named or asked


def title_row(step: Step) -> Row:
    """The part's letter and the step's heading."""
    return ((f"{step.part}  ", "accent"), (step.heading, "heading"))


def wording_rows(view: View, step: Step, width: int) -> tuple[Row, ...]:
    """The question with its number before it: as given, as the group worded it, or that it is theirs to word."""
    question = step.question
    if question is None:
        return ()
    if question.asks == "reflection":
        return ()
    asked = view.session.asks(question.id, question.text)
    text = asked or view.words.terms.own_question
    tone = "text" if asked else "muted"
    number = f"{step.number}".ljust(MARGIN)
    rows = text_rows(text, width - MARGIN, tone)
    return tuple(((number if not place else " " * MARGIN, "accent"), *row) for place, row in enumerate(rows))


def verdict_rows(view: View, step: Step, *, always: bool = False) -> tuple[Row, ...]:
    """The verdicts to choose from with the chosen one filled; only the chosen one unless `always`."""
    question = step.question
    if question is None or question.asks != "verdict":
        return ()
    given = view.session.verdict(question.id)
    if not always:
        chosen = next((one.label for one in view.workbook.verdicts if one.id == given), "")
        return (((" " * MARGIN, "text"), (chosen, "accent")),) if chosen else ()
    rows: list[Row] = [((" " * MARGIN, "text"),)]
    for verdict in view.workbook.verdicts:
        sign, tone = ("●", "badge-accent") if verdict.id == given else ("○", "text")
        option: Row = ((f" {sign} {verdict.label} ", tone), (" ", "text"))
        if len(rows[-1]) > 1 and row_length((*rows[-1], *option)) > view.width:
            rows.append(rows[0][:1])
        rows[-1] = (*rows[-1], *option)
    hinted: Row = (*rows[-1], (f"  {view.words.walk.verdict_hint}", "muted"))
    if row_length(hinted) <= view.width:  # whole or not at all: the footer says the key as well
        rows[-1] = hinted
    return ((), *rows)


def one_block(rows: Iterable[Row]) -> tuple[Block, ...]:
    """Rows as a column that is only read."""
    return (Block(tuple(rows)),)
