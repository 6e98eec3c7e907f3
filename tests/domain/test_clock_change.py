"""An evening that goes on into a night in which the clocks are put forward or back ends when the clock on the wall says so."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.plan.habits import next_at
from diskussion_tui.domain.plan.moments import after, on_the_wall
from tests.support.people import Clock, leading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUMMER, WINTER = dt.timezone(dt.timedelta(hours=2)), dt.timezone(dt.timedelta(hours=1))


@pytest.fixture
def in_sweden(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Stockholm")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def autumn(hour: int, minute: int = 0, zone: dt.timezone = SUMMER) -> dt.datetime:
    """In the night in which it is three twice over: at 3.00 summer time it is 2.00 again."""
    return dt.datetime(2026, 10, 25, hour, minute, tzinfo=zone)


def spring(hour: int, minute: int = 0, zone: dt.timezone = WINTER) -> dt.datetime:
    """In the night in which it is never half past two: 2.00 is 3.00."""
    return dt.datetime(2026, 3, 29, hour, minute, tzinfo=zone)


@pytest.mark.parametrize(
    ("now", "minutes", "shows"),
    [
        (autumn(1, 30), 60, autumn(2, 30)),
        (autumn(1, 30), 120, autumn(2, 30, WINTER)),
        (autumn(2, 30, WINTER), 60, autumn(3, 30, WINTER)),
        (spring(1, 30), 29, spring(1, 59)),
        (spring(1, 30), 60, spring(3, 30, SUMMER)),
        (autumn(1, 30).astimezone(dt.UTC), 120, dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC)),
    ],
)
@pytest.mark.usefixtures("in_sweden")
def test_an_end_is_told_as_the_clock_will_show_it(now: dt.datetime, minutes: int, shows: dt.datetime) -> None:
    assert after(now, 60 * minutes).isoformat() == shows.isoformat()


@pytest.mark.parametrize(
    ("now", "typed", "means"),
    [
        (dt.datetime(2026, 10, 24, 22, 0, tzinfo=SUMMER), "8:00", autumn(8, 0, WINTER)),
        (autumn(1, 0), "2.30", autumn(2, 30)),
        (autumn(2, 45), "2.30", autumn(2, 30, WINTER)),
        (autumn(2, 45, WINTER), "2.30", dt.datetime(2026, 10, 26, 2, 30, tzinfo=WINTER)),
        (spring(1, 0), "3:30", spring(3, 30, SUMMER)),
        (spring(1, 0), "2:30", spring(3, 30, SUMMER)),
        (spring(1, 0), "1:00", dt.datetime(2026, 3, 30, 1, 0, tzinfo=SUMMER)),
    ],
)
@pytest.mark.usefixtures("in_sweden")
def test_an_end_that_is_typed_is_meant_as_the_clock_will_show_it(
    now: dt.datetime, typed: str, means: dt.datetime
) -> None:
    found = next_at(typed, now)
    assert found is not None
    assert found.isoformat() == means.isoformat()


@pytest.mark.usefixtures("in_sweden")
def test_an_end_before_the_change_is_shown_as_it_was_then() -> None:
    assert f"{on_the_wall(autumn(2, 30), autumn(2, 10, WINTER)):%H:%M%z}" == "02:30+0200"


@pytest.mark.usefixtures("in_sweden")
async def test_the_header_the_run_of_show_and_a_break_know_of_the_change(tmp_path: Path) -> None:
    async with leading(tmp_path, clock=Clock(autumn(1, 30))) as me:
        me.sees("klar 02:30")  # two hours on
        await me.presses("f9", "space", "s", *"0330", "enter")
        me.sees("ni slutar 03:30", "klar 03:30")
        assert me.session.head.ends == autumn(3, 30, WINTER)
        await me.presses("escape")
        await me.goes_to("b2")
        await me.presses("f9", "ctrl+b", *"Fika 60", "enter", "f5")
        me.sees("Vi börjar igen 02:30")
    async with leading(tmp_path, "Mars", clock=Clock(spring(1, 30))) as me:
        me.sees("klar 04:30")
