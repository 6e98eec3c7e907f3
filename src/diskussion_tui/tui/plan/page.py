"""The run of show as rows: each step and break with its minutes as planned, as they become, and as they were used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from diskussion_tui.base.clock import time_of_day
from diskussion_tui.domain.plan.moments import on_the_wall
from diskussion_tui.domain.plan.standing import shared_minutes, to_the_minute, told_minutes, used_minutes
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.tui.rows import Block, Row, clipped, row_length, shortened
from diskussion_tui.tui.view import asked_in_short, step_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from diskussion_tui.domain.plan.show import Item
    from diskussion_tui.domain.plan.standing import Line, Standing
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts

_PLACE, _MINUTES, _BEHAVIOUR = 5, 5, 14
"""Cells for a step's id, for each number, and for what it does when time is short. A longer id moves its name."""
_NAME = 24
"""Cells for an item's name where it stands in a list of names."""
_NARROW = 72
"""Below so many cells what a step does when time is short is told by its key alone."""


def item_title(item: Item, session: Session, words: Texts) -> str:
    """What an item is about: a question's wording, a step's heading, a break's name."""
    if item.step is None:
        return item.name
    return asked_in_short(item.step, session, words) or step_name(item.step, words)


def _place_of(item: Item) -> str:
    return "" if item.step is None else f"{item.step.part} {item.step.number}".strip()


def _place_cells(item: Item) -> int:
    return max(_PLACE, cell_len(_place_of(item)) + 2)


def _title_cells(item: Item, width: int) -> int:
    """How many cells of a row of the list an item's title has."""
    behaviour = _BEHAVIOUR if width >= _NARROW else 0
    return max(4, width - 4 - _place_cells(item) - 3 * _MINUTES - behaviour - 1)


def whole_title(item: Item, session: Session, words: Texts, width: int) -> str:
    """An item's title where its row of the list, so wide, has no room for all of it; empty where it has."""
    title = item_title(item, session, words)
    return title if cell_len(title) > _title_cells(item, width) else ""


def item_name(item: Item, words: Texts) -> str:
    """An item named in a sentence: a question by its id, another step by its heading, a break by its name."""
    if item.step is None:
        return item.name
    return called(item.id) if item.step.question else step_name(item.step, words)


def head_row(words: Texts, width: int) -> Row:
    """The heads of the columns."""
    behaviour = _BEHAVIOUR if width >= _NARROW else 0
    said = words.plan
    numbers = "".join(head.rjust(_MINUTES) for head in (said.head_planned, said.head_becomes, said.head_used))
    left = f"    {said.head_step}"
    return ((left + " " * max(0, width - cell_len(left) - len(numbers) - behaviour) + numbers, "muted"),)


def plan_blocks(
    standing: Standing, session: Session, words: Texts, width: int, *, runs: bool
) -> tuple[Block, ...]:
    """A block for each item, by its id."""
    each = told_minutes(line.used for line in standing.lines)
    return tuple(
        Block((_row(line, used, session, words, width, runs=runs),), line.item.id)
        for line, used in zip(standing.lines, each, strict=True)
    )


def _row(line: Line, used: str, session: Session, words: Texts, width: int, *, runs: bool) -> Row:
    item = line.item
    out = item.skipped or line.left_out
    tone = "heading" if line.place == "here" else "muted" if out or line.place == "behind" else "text"
    place = _place_of(item)
    behaviour = _BEHAVIOUR if width >= _NARROW else 0
    cells = _place_cells(item)
    left = _title_cells(item, width)
    title: Row = ((shortened(item_title(item, session, words), left), tone),)
    shown = clipped(((place, "muted"),), cells - 1)
    room = " " * max(0, left - row_length(title))
    planned = f" {item.minutes:>{_MINUTES}}"
    becomes = "–" if out else "" if line.place == "behind" else str(line.minutes)
    changed = not out and line.minutes != item.minutes
    return (
        (f"  {_sign(line, runs=runs)} ", "accent" if line.place == "here" else "muted"),
        *shown,
        (" " * (cells - row_length(shown)), "text"),
        *title,
        (f"{room}{planned}", tone),
        (becomes.rjust(_MINUTES), "accent" if changed else tone),
        (used.rjust(_MINUTES), "warning" if line.used > 60 * max(line.minutes, 1) else tone),
        (f"   {_behaviour(line, words)}".ljust(behaviour) if behaviour else "", "muted"),
    )


def _sign(line: Line, *, runs: bool) -> str:
    if line.place == "here":
        return "◐" if runs else "‖"
    if line.item.skipped or line.left_out:
        return "–"
    return "✓" if line.used else " "


def _behaviour(line: Line, words: Texts) -> str:
    if line.item.skipped:
        return words.plan.skipped
    return words.plan.proposed if line.left_out else words.plan.behaviour(line.item.behaviour)


def sum_row(standing: Standing, words: Texts, ends: datetime | None, width: int) -> Row:
    """What it all comes to: when the group stops, what is lacking or over, and, where there is room, planned and used."""
    said = words.plan
    row: list[tuple[str, str]] = [(_stops(standing, words, ends), "muted")]
    if standing.lacking:
        row += [(" · ", "muted"), (said.lacking(standing.lacking), "warning")]
    elif standing.spare:
        row.append((f" · {said.spare(standing.spare)}", "muted"))
    planned = sum(line.item.minutes for line in standing.lines if not line.item.skipped)
    used = used_minutes(sum(line.used for line in standing.lines))
    total = (f" · {said.total.format(planned=planned, used=used)}", "muted")
    return (*row, total) if row_length((*row, total)) <= width else tuple(row)


def _stops(standing: Standing, words: Texts, ends: datetime | None) -> str:
    if ends is None:
        return words.plan.no_stop
    here = on_the_wall(to_the_minute(ends), standing.ends)
    return words.plan.stops.format(time=time_of_day(here))


def used_rows(show: tuple[Item, ...], used: Mapping[str, int], words: Texts, width: int) -> tuple[Row, ...]:
    """Planned against used time, a row for each item that took any; nothing where none did."""
    said = words.plan
    items = [item for item in show if used.get(item.id)]
    if not any(used_minutes(used[item.id]) for item in items):
        return ()
    rows: list[Row] = [((said.used_title, "heading"),)]
    each = [used[item.id] for item in items]
    for item, minutes in zip(items, shared_minutes(each), strict=True):
        if not minutes:
            continue
        told = said.used_row.format(planned=item.minutes, used=minutes)
        over = minutes - item.minutes
        label = clipped(((item_name(item, words), "text"),), _NAME)
        gap = " " * (_NAME + 2 - row_length(label))
        sign = f"   {said.over(over)}" if over > 0 else ""
        rows.append(clipped((*label, (f"{gap}{told}", "muted"), (sign, "warning")), width))
    return tuple(rows)
