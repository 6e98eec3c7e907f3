"""The changes of a run of show. Each is a step to undo like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.plan.fit import dealt, least_of
from diskussion_tui.domain.plan.habits import MOST_MINUTES
from diskussion_tui.domain.session.changes import changed, guard, next_version
from diskussion_tui.domain.session.records import Planned
from diskussion_tui.domain.session.session import Change

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from diskussion_tui.domain.plan.show import Item
    from diskussion_tui.domain.plan.standing import Standing
    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Behaviour

BEHAVIOURS: tuple[Behaviour, ...] = ("fast", "krympbar", "kan utgå")


def set_minutes(session: Session, stamp: Stamp, item: Item, minutes: int) -> Change | None:
    """An item with other minutes, 0 to `MOST_MINUTES`."""
    return _alter(session, stamp, {item: {"minutes": _bounded(minutes)}})


def set_behaviour(session: Session, stamp: Stamp, item: Item, behaviour: Behaviour) -> Change | None:
    """An item that does something else when time runs short."""
    return _alter(session, stamp, {item: {"behaviour": behaviour}})


def set_skipped(session: Session, stamp: Stamp, item: Item, *, skipped: bool) -> Change | None:
    """An item left out, or taken in again."""
    return _alter(session, stamp, {item: {"skipped": skipped}})


def set_ends(session: Session, stamp: Stamp, ends: datetime | None) -> Change | None:
    """When the group has said it stops; None takes it back."""
    guard(session)
    return changed(stamp, session.head, ends=ends)


def add_break(
    session: Session, stamp: Stamp, break_id: str, name: str, minutes: int, before: str
) -> Change | None:
    """A break before a step. It keeps its minutes, unless told otherwise; without a name there is none."""
    guard(session)
    name = clean_line(name)
    if not name:
        return None
    made = Planned(
        id=break_id,
        change=stamp.change,
        writer=stamp.writer,
        at=stamp.at,
        minutes=_bounded(minutes),
        behaviour="fast",
        name=name,
        before=before,
    )
    return Change(stamp.change, (made,))


def remove_break(session: Session, stamp: Stamp, break_id: str) -> Change | None:
    """A break taken out; a step cannot be."""
    guard(session)
    found = session.versions.get((Planned.table, break_id))
    current = found[-1] if found else None
    return changed(stamp, current, gone=True) if isinstance(current, Planned) and current.name else None


def take_from_later(session: Session, stamp: Stamp, standing: Standing, minutes: int) -> Change | None:
    """Up to so many minutes from later steps that may shrink to the one at hand, as the rule deals them; None where none can."""
    later = [line for line in standing.lines if line.place == "ahead" and not line.item.skipped]
    gives = [_can_give(line.item, line.used) for line in later]
    given = dealt(min(minutes, sum(gives)), [line.item.minutes for line in later], gives)
    if not any(given):
        return None
    altered: dict[Item, dict[str, object]] = {
        line.item: {"minutes": line.item.minutes - gave}
        for line, gave in zip(later, given, strict=True)
        if gave
    }
    here = standing.here.item
    return _alter(session, stamp, altered | {here: {"minutes": here.minutes + sum(given)}})


def _can_give(item: Item, used: int) -> int:
    least = max(least_of(item.minutes), -(-used // 60))
    return max(0, item.minutes - least) if item.behaviour == "krympbar" else 0


def as_before(
    session: Session, stamp: Stamp, show: Sequence[Item], minutes: Mapping[str, int]
) -> Change | None:
    """Each step with the minutes that it usually took; those that nothing is known of as they are."""
    known = {item: {"minutes": _bounded(minutes[item.id])} for item in show if item.id in minutes}
    return _alter(session, stamp, known)


def _alter(session: Session, stamp: Stamp, altered: Mapping[Item, Mapping[str, object]]) -> Change | None:
    """Items with other values, in one step; those that have them already are left alone."""
    guard(session)
    versions = [
        next_version(_planned(session, stamp, item), stamp, gone=False, **values)
        for item, values in altered.items()
        if any(getattr(item, name) != value for name, value in values.items())
    ]
    return Change(stamp.change, tuple(versions)) if versions else None


def _planned(session: Session, stamp: Stamp, item: Item) -> Planned:
    """What an alteration is made from: the item as it stands, whether the session has said anything of it yet or not."""
    found = session.versions.get((Planned.table, item.id))
    return Planned(
        id=item.id,
        rev=found[-1].rev if found else 0,
        change="",
        writer=stamp.writer,
        at=stamp.at,
        minutes=item.minutes,
        behaviour=item.behaviour,
        skipped=item.skipped,
        name=item.name,
        before=item.before,
    )


def _bounded(minutes: int) -> int:
    return max(0, min(minutes, MOST_MINUTES))
