"""The run of show as rows of text and as JSON: what is planned, what it becomes, and what has been used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.clock import time_of_day
from diskussion_tui.domain.plan.standing import to_the_minute, told_minutes, used_minutes
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.page import shortened

if TYPE_CHECKING:
    from diskussion_tui.domain.plan.show import Item
    from diskussion_tui.domain.plan.standing import Line, Standing
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts

_APART = "  "


def rows(standing: Standing, session: Session, words: Texts, width: int) -> list[str]:
    """A row an item: id, what it is about, planned, becomes, used, and what it does when time is short."""
    ids = max(cells(_id(line.item)) for line in standing.lines)
    behaviours = [_behaviour(line, words) for line in standing.lines]
    each = told_minutes(line.used for line in standing.lines)
    after = max(map(cells, behaviours))
    room = max(12, width - ids - after - len(_APART) * 5 - 3 * 4)
    return [
        _APART.join(
            (
                _padded(_id(line.item), ids),
                _padded(shortened(_title(line.item, session, words), room), room),
                f"{line.item.minutes:>4}",
                f"{'–' if _out(line) else line.minutes:>4}",
                f"{used:>4}",
                behaviour,
            )
        )
        for line, behaviour, used in zip(standing.lines, behaviours, each, strict=True)
    ]


def summing_up(standing: Standing, session: Session, words: Texts) -> str:
    """Planned and used in all, when the group stops, what is lacking, and the expected end."""
    said, ends = words.plan, session.head.ends
    planned = sum(line.item.minutes for line in standing.lines if not line.item.skipped)
    used = used_minutes(sum(line.used for line in standing.lines))
    parts = [said.total.format(planned=planned, used=used)]
    parts.append(said.stops.format(time=time_of_day(ends)) if ends else said.no_stop)
    if standing.lacking:
        parts.append(said.lacking(standing.lacking))
    elif standing.spare:
        parts.append(said.spare(standing.spare))
    return " · ".join(parts)


def values(standing: Standing, session: Session) -> dict[str, object]:
    """The same as values that JSON knows: minutes as planned and as they become, seconds as used."""
    ends = session.head.ends
    return {
        "ends": ends.isoformat() if ends else None,
        "expected_end": to_the_minute(standing.ends).isoformat(),
        "lacking": standing.lacking,
        "spare": standing.spare,
        "items": [_values(line) for line in standing.lines],
    }


def _values(line: Line) -> dict[str, object]:
    item = line.item
    return {
        "id": item.id,
        "break": item.name,
        "before": item.before,
        "minutes": item.minutes,
        "becomes": 0 if _out(line) else line.minutes,
        "seconds": line.used,
        "behaviour": item.behaviour,
        "skipped": item.skipped,
        "left_out": line.left_out,
        "here": line.place == "here",
    }


def _id(item: Item) -> str:
    return called(item.id) if item.step else "–"


def _title(item: Item, session: Session, words: Texts) -> str:
    question = item.step.question if item.step else None
    if item.step is None or question is None or question.asks == "reflection":
        return (words.walk.of_step(item.step.role) or item.step.heading) if item.step else item.name
    return session.asks(question.id, question.text) or words.terms.own_question


def _behaviour(line: Line, words: Texts) -> str:
    if line.item.skipped:
        return words.plan.skipped
    return words.plan.proposed if line.left_out else words.plan.behaviour(line.item.behaviour)


def _out(line: Line) -> bool:
    return line.item.skipped or line.left_out


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))
