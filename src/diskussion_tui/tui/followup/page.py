"""Actions as rows: what is overdue first, then what is to be done, then what is done. Pure functions of them, the words and the width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.conclusions import is_overdue
from diskussion_tui.tui.parts.conclusions import conclusion_rows, meta_row
from diskussion_tui.tui.rows import Block, text_rows

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Row

WIDEST = 96
_IN = "  "
Group = tuple[str, tuple[str, ...]]
"""A heading of the page, by its name in the words, and the ids of the actions under it."""


@dataclass(frozen=True, slots=True)
class Line:
    """An action, or a heading. Without an id it cannot be chosen."""

    rows: tuple[Row, ...]
    id: str = ""
    name: str = ""

    def block(self, column: str = "") -> Block:  # noqa: ARG002 - as rows of numbers are drawn
        """The line as it is drawn."""
        return Block(self.rows, self.id)


def grouped(actions: Sequence[Action], today: dt.date) -> tuple[Group, ...]:
    """Which action stands under which heading; headings under which there is none are left out."""
    late = [one for one in actions if is_overdue(one.action, today)]
    groups = (
        ("overdue", late),
        ("open", [one for one in actions if not one.action.done and one not in late]),
        ("done", [one for one in actions if one.action.done]),
    )
    return tuple((name, tuple(one.action.id for one in those)) for name, those in groups if those)


def laid_out(
    groups: Sequence[Group], actions: Sequence[Action], words: Texts, width: int, today: dt.date
) -> Iterator[Line]:
    """The page set for a width in cells. An action stays where it stood, whatever has been told of it since."""
    width = max(30, min(width, WIDEST))
    by_id = {one.action.id: one for one in actions}
    if not groups:
        yield Line(text_rows(words.followup.none, min(width, 76), "muted", _IN, _IN))
    for name, ids in groups:
        tone = "warning" if name == "overdue" else "heading"
        yield Line((((f"{_IN}{getattr(words.followup, name)}", tone), (f"  {len(ids)}", "muted")),))
        for one in filter(None, map(by_id.get, ids)):
            yield _line(one, words, width, today)
        yield Line(((),))


def _line(one: Action, words: Texts, width: int, today: dt.date) -> Line:
    """An action: its words, and under them who takes it on, until when, and where it was said."""
    said, action = words.conclusions, one.action
    where = said.last_time_of.format(name=clean_line(one.name), day=one.date.isoformat())
    meta = (*meta_row(action, words, today), (where, "muted"))
    rows = conclusion_rows(action, said.sign(action.kind, done=action.done), width, meta)
    return Line(rows, action.id, f"{clean_line(action.text)} {clean_line(action.owner)} {where}")


def told_row(actions: Sequence[Action], words: Texts, today: dt.date) -> Row:
    """How many are overdue, to do and done."""
    said = words.followup
    done = sum(one.action.done for one in actions)
    late = sum(is_overdue(one.action, today) for one in actions)
    late_row: Row = ((said.count_overdue(late), "warning"), (" · ", "muted")) if late else ()
    left = len(actions) - done - late
    return (*late_row, (f"{said.count_open(left)} · {said.count_done(done)}", "muted"))
