"""How the evening stands: for the step that the group is at and each that remains, its minutes as they now become.

What has been used beyond its minutes is owed. With no end set, the plan itself is the room there is: steps that took less or
were skipped pay first, and the rest is fitted in by the rule of `fit.py`; what cannot be, moves the end. With an end set, the
room is what is left until then, and the plan fits itself to it both ways. The step at hand gives its part of what was owed
when it began, and keeps it while its clock goes; its own overrun is the later ones' to give.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.plan.fit import Fit, Part, fit, least_of
from diskussion_tui.domain.plan.moments import after

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from diskussion_tui.domain.plan.show import Item

_LITTLE = 120
"""So many seconds left are little, or the last fifth of a short step."""
_FIFTH = 5

Place: TypeAlias = Literal["behind", "here", "ahead"]


@dataclass(frozen=True, slots=True)
class Line:
    """An item of the run of show as it stands. `minutes` are those it now gets in all; `left_out` is what the rule proposes."""

    item: Item
    place: Place
    used: int
    minutes: int
    left_out: bool = False

    @property
    def gave(self) -> int:
        """How many of its minutes it has given to others; negative where it got some."""
        return 0 if self.item.skipped or self.left_out else self.item.minutes - self.minutes


@dataclass(frozen=True, slots=True)
class Standing:
    """How it all stands. `left` are the seconds left of the item at hand, negative once over; `ends` the expected end.

    `lacking` and `spare` are minutes, told where an end is set: what does not fit before it, what is left over.
    """

    lines: tuple[Line, ...]
    here: Line
    left: int
    ends: datetime
    lacking: int = 0
    spare: int = 0
    due: Item | None = None

    @property
    def little(self) -> bool:
        """Whether little is left of the item at hand."""
        return 0 <= self.left <= min(_LITTLE, self.here.minutes * 60 // _FIFTH)


def standing_of(
    show: Sequence[Item], used: Mapping[str, int], here: str, now: datetime, ends: datetime | None = None
) -> Standing:
    """How the evening stands with the group at `here`, having used so many seconds of each item."""
    at = next((place for place, item in enumerate(show) if item.id == here), 0)
    due = _due(show, used, at)
    ahead = [*range(due, at), *range(at + 1, len(show))]
    spent = used.get(show[at].id, 0)
    room = _unused(show, used, ahead) if ends is None else int((ends - now).total_seconds())
    over = used.get(show[-1].id, 0) > 0
    parts = [_rest(show[place], used, over=over) for place in ahead]
    own = _own(show[at])
    first = fit([own, *parts], _whole(room + spent), grow=ends is not None)
    mine = first.minutes[0] or 0
    later = Fit(first.minutes[1:], first.lacking, first.spare)
    if spent > mine * 60:
        later = fit(parts, _whole(room), grow=ends is not None)
    lines = _lines(show, used, at, mine, dict(zip(ahead, later.minutes, strict=True)))
    left = mine * 60 - spent
    rest = max(left, 0) + 60 * sum(minutes or 0 for minutes in later.minutes)
    return Standing(
        lines,
        lines[at],
        left,
        after(now, rest),
        later.lacking if ends else 0,
        later.spare if ends else 0,
        show[due] if due < at else None,
    )


def _due(show: Sequence[Item], used: Mapping[str, int], at: int) -> int:
    """Where the breaks begin that are to be taken before the step at hand and have not been; `at` where there is none."""
    first = at
    while first and _waits(show[first - 1], used) and show[at].step is not None:
        first -= 1
    return first


def _waits(item: Item, used: Mapping[str, int]) -> bool:
    return item.is_break and not item.skipped and not used.get(item.id, 0)


def _unused(show: Sequence[Item], used: Mapping[str, int], ahead: Sequence[int]) -> int:
    """The seconds of the plan, skipped items' too, that are not used; of what is ahead, as much as is taken off its rest."""
    planned = 60 * sum(item.minutes for item in show)
    coming = set(ahead)
    return planned - sum(
        _had(item, used) if place in coming else used.get(item.id, 0) for place, item in enumerate(show)
    )


def _had(item: Item, used: Mapping[str, int]) -> int:
    """The seconds that an item ahead has had: whole minutes, as they are taken off what remains of it, and all beyond its own."""
    seconds = used.get(item.id, 0)
    return seconds if seconds > 60 * item.minutes else seconds // 60 * 60


def _own(item: Item) -> Part:
    minutes = 0 if item.skipped else item.minutes
    return Part(minutes, item.behaviour, least_of(minutes), stays=True)


def _rest(item: Item, used: Mapping[str, int], *, over: bool) -> Part:
    """What remains of an item ahead, of which the group may have had a part already.

    Once they have been at the end, `over`, what they have had for a minute or more does not come again: who goes back to a note
    then must not see an hour put on the end.
    """
    had = _taken(item, used, over=over)
    minutes = 0 if item.skipped else max(0, item.minutes - had)
    return Part(minutes, item.behaviour, min(minutes, max(0, least_of(item.minutes) - had)))


def _taken(item: Item, used: Mapping[str, int], *, over: bool) -> int:
    """The minutes that an item ahead has had, at least all of its own where it does not come again."""
    had = used.get(item.id, 0) // 60
    return max(had, item.minutes) if over and had else had


def _lines(
    show: Sequence[Item], used: Mapping[str, int], at: int, mine: int, later: Mapping[int, int | None]
) -> tuple[Line, ...]:
    lines: list[Line] = []
    over = used.get(show[-1].id, 0) > 0
    for place, item in enumerate(show):
        spent = used.get(item.id, 0)
        if place == at:
            lines.append(Line(item, "here", spent, mine))
        elif place in later:
            minutes = later[place]
            had = 0 if item.skipped else min(item.minutes, _taken(item, used, over=over))
            lines.append(Line(item, "ahead", spent, had + (minutes or 0), minutes is None))
        else:
            lines.append(Line(item, "behind", spent, 0 if item.skipped else item.minutes))
    return tuple(lines)


def _whole(seconds: int) -> int:
    """Seconds as whole minutes, to the nearest: half a minute is not worth a new plan."""
    return (seconds + 30) // 60


def minutes_left(seconds: int) -> int:
    """Seconds left as minutes, a begun one counted as whole: ten seconds to go is one minute left, ten over one over."""
    return -(-seconds // 60) if seconds >= 0 else seconds // 60


def to_the_minute(time: datetime) -> datetime:
    """A time to the nearest minute, as it is shown."""
    return (time + timedelta(seconds=30)).replace(second=0, microsecond=0)


def used_minutes(seconds: int) -> int:
    """Seconds used as whole minutes, to the nearest."""
    return _whole(seconds)


def shared_minutes(seconds: Iterable[int]) -> tuple[int, ...]:
    """Seconds used one by one, as whole minutes that add up to those of them all: what is left over goes to those nearest to one more."""
    each = tuple(seconds)
    minutes = [one // 60 for one in each]
    nearest = sorted(range(len(each)), key=lambda place: (-(each[place] % 60), place))
    for place in nearest[: used_minutes(sum(each)) - sum(minutes)]:
        minutes[place] += 1
    return tuple(minutes)


def told_minutes(seconds: Iterable[int]) -> tuple[str, ...]:
    """The same as they are told: what took less than a minute is not nothing, and what took no time is empty."""
    each = tuple(seconds)
    return tuple(
        str(minutes) if minutes else "<1" if one else ""
        for one, minutes in zip(each, shared_minutes(each), strict=True)
    )
