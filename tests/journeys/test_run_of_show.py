"""The run of show: an evening kept in time by somebody who leads it with the keyboard."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.plan.show import clocks_in
from tests.support.people import STARTS, Clock, facilitator, leading, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator


def _row(me: Facilitator, text: str) -> list[str]:
    """The words of the line that holds a text, of those in the list, without the scroll bar behind them."""
    line = next(line for line in me.screen()[3:-3] if text in line)
    return line[: me.app.size.width - 3].split()


async def test_the_header_counts_down_and_says_by_word_and_sign_when_little_is_left_and_when_it_is_over(
    tmp_path: Path,
):
    async with leading(tmp_path, at="A.2") as me:
        me.sees("A 2 · 12 min kvar · klar ")
        await me.talks(10)
        me.sees("A 2 · ▲ 2 min kvar")
        await me.talks(3)
        me.sees("A 2 · ! 1 min över")


async def test_an_overrun_is_spread_over_the_later_steps_and_the_end_stands(tmp_path: Path):
    async with leading(tmp_path) as me:
        me.sees("5 min kvar · klar 20:00")
        await me.talks(15)
        me.sees("! 10 min över · klar 20:00")
        await me.presses("f9")
        assert _row(me, "Avveckla, vid")[-4:] == ["12", "10", "kan", "kortas"]
        assert _row(me, "Patientens behov 2040")[-3:] == ["3", "3", "fast"]
        assert _row(me, "Kompass")[-4:] == ["4", "4", "kan", "utgå"]
        assert sum(line.minutes for line in me.timing.standing.lines) == 110


async def test_the_clock_pauses_and_goes_on(tmp_path: Path):
    async with leading(tmp_path) as me:
        await me.talks(2)
        await me.presses("f9", "ctrl+a", "escape")
        me.sees("II klockan står · klar 20:00")
        await me.talks(5)
        me.sees("II klockan står · klar 20:05")
        await me.presses("f9", "ctrl+a", "escape")
        me.sees("3 min kvar · klar 20:05")


async def test_minutes_are_added_and_taken_from_later_steps_and_undone(tmp_path: Path):
    async with leading(tmp_path) as me:
        await me.presses("f9", "space", "1", "right")
        me.sees("11 min kvar · klar 20:06", "Start: 11 min. Ctrl+Z ångrar.")
        await me.presses("ctrl+z")
        me.sees("6 min kvar · klar 20:01", "Ångrat: ")
        await me.presses("space", "t")
        me.sees("11 min kvar · klar 20:01", "5 minuter tagna från senare moment.")
        await me.presses("ctrl+z", "ctrl+z", "ctrl+y")
        me.sees("6 min kvar · klar 20:01")


async def test_five_minutes_more_are_undone_after_a_restart_too(tmp_path: Path):
    clock = Clock()
    async with leading(tmp_path, clock=clock) as me:
        await me.presses("f9", "right")
    async with facilitator(tmp_path, clock=clock, open_path=session_file(tmp_path)) as me:
        me.sees("10 min kvar")
        await me.presses("f9", "ctrl+z")
        me.sees("5 min kvar")


async def test_a_step_is_skipped_and_taken_back_in(tmp_path: Path):
    async with leading(tmp_path) as me:
        await me.presses("f9", "down", "space", "h")
        assert _row(me, "Kompass")[-2:] == ["–", "utgår"]
        me.sees("klar 19:56")
        await me.presses("space", "h")
        me.sees("klar 20:00")


async def test_minutes_and_behaviour_of_a_step_are_changed(tmp_path: Path):
    async with leading(tmp_path) as me:
        await me.presses("f9", "down", "enter")
        me.sees("Minuter: Kompass")
        await me.presses("backspace")
        await me.types("lite")
        await me.presses("enter")
        me.sees("Skriv minuter med siffror")
        await me.presses(*["backspace"] * 4)
        await me.types("9")
        await me.presses("enter")
        assert _row(me, "Kompass")[-4:] == ["9", "9", "kan", "utgå"]
        await me.presses("space", "k")
        assert _row(me, "Kompass")[-3:] == ["9", "9", "fast"]


async def test_a_break_is_put_in_is_announced_when_it_is_due_and_has_a_clock_of_its_own(tmp_path: Path):
    async with leading(tmp_path, at="A.3") as me:
        await me.presses("f9", "down", "ctrl+b", *["backspace"] * 7)
        await me.types("Fika")
        await me.presses("enter", "escape")
        me.misses("Dags för")
        await me.presses("pagedown")
        me.sees("Dags för Fika, 15 min.")
        await me.presses("f9", "space", "space")
        assert _row(me, "Fika")[-3:] == ["15", "15", "fast"]
        await me.talks(4)
        await me.presses("escape")
        me.sees("Fika · 11 min kvar")
        me.misses("Dags för")
        await me.presses("f9", "ctrl+a", "escape")
        me.sees("B · 3 min kvar")
        await me.presses("f9", "up", "delete")
        me.misses("Fika")


async def test_the_plan_fits_itself_to_an_end_and_says_in_words_when_it_cannot(tmp_path: Path):
    async with leading(tmp_path) as me:
        await me.presses("f9", "space", "s")
        await me.types("19:30")
        await me.presses("enter")
        me.sees("ni slutar 19:30", "klar 19:30")
        me.misses("för lite")
        await me.presses("space", "s", *["backspace"] * 5)
        await me.types("18:10")
        await me.presses("enter")
        me.sees("min för lite")
        await me.presses("space", "s", *["backspace"] * 5, "enter")
        me.sees("ingen sluttid satt", "klar 20:00")
        await me.presses("ctrl+z", "ctrl+z")
        me.sees("ni slutar 19:30", "klar 19:30")


async def test_an_evening_goes_on_past_midnight(tmp_path: Path):
    async with leading(tmp_path, clock=Clock(STARTS.replace(hour=23, minute=50))) as me:
        me.sees("klar 01:50")
        await me.presses("f9", "space", "s")
        await me.types("01:00")
        await me.presses("enter", "escape")
        me.sees("klar 01:00")
        assert me.session.head.ends == STARTS.replace(hour=1, minute=0) + dt.timedelta(days=1)
        await me.talks(15)
        me.sees("min över · klar 01:00")
        assert me.timing.used() == {"start": 900}


@pytest.mark.parametrize("hours", [-1, 1, -48])
async def test_setting_the_clock_on_the_wall_changes_no_used_time(tmp_path: Path, hours: int):
    clock = Clock()
    async with leading(tmp_path, clock=clock) as me:
        await me.talks(2)
        clock.is_set(hours=hours)
        await me.talks(1)
        me.sees("2 min kvar")
        assert me.timing.used() == {"start": 180}
        await me.presses("pagedown", "pageup")
        me.sees("2 min kvar")


async def test_time_with_the_lid_closed_is_not_counted_and_told_in_one_line(tmp_path: Path):
    async with leading(tmp_path, at="A.2") as me:
        await me.talks(2)
        await me.wakes(45)
        me.sees("Uppehållet på 45 minuter räknas inte.", "10 min kvar")
        await me.types("h")
        me.misses("Uppehållet")


async def test_a_short_nap_of_the_laptop_counts_as_the_group_went_on(tmp_path: Path):
    async with leading(tmp_path) as me:
        await me.wakes(4)
        me.sees("1 min kvar · klar 20:00")
        me.misses("Uppehållet")


async def test_after_a_restart_the_clock_goes_on_from_what_is_on_disk(tmp_path: Path):
    clock = Clock()
    async with leading(tmp_path, clock=clock, at="A.2") as me:
        await me.talks(4)
    clock.passes(minutes=1)
    async with facilitator(tmp_path, clock=clock, open_path=session_file(tmp_path)) as me:
        me.sees("A 2 · 8 min kvar")
        await me.talks(1)
        me.sees("A 2 · 7 min kvar")


async def test_a_discussion_taken_up_another_day_does_not_count_the_time_between(tmp_path: Path):
    clock = Clock()
    async with leading(tmp_path, clock=clock, at="A.2", said=["Fax"]) as me:
        await me.talks(4)
    clock.passes(minutes=24 * 60)
    async with facilitator(tmp_path, clock=clock, open_path=session_file(tmp_path)) as me:
        me.sees("II klockan står", "Klockan står.")
        await me.talks(3)
        await me.says("Remisser")
        me.sees("A 2 · 8 min kvar")


async def test_preparing_the_evening_before_uses_no_time_of_the_evening(tmp_path: Path):
    clock = Clock()
    async with leading(tmp_path, clock=clock) as me:
        await me.presses("f9", "down", "space", "h", "escape")
        await me.talks(9)
    clock.passes(minutes=20 * 60)
    async with facilitator(tmp_path, clock=clock, open_path=session_file(tmp_path)) as me:
        me.sees("5 min kvar", "klockan börjar om från noll")
        await me.presses("f9")
        assert _row(me, "Kompass")[-1] == "utgår"


async def test_every_clock_can_be_set_back_to_nothing_once_it_is_certain(tmp_path: Path):
    async with leading(tmp_path) as me:
        await me.talks(4)
        await me.presses("f9", "space", "n", "enter")
        me.sees("1 min kvar")
        await me.presses("space", "n", "j", "enter")
        me.sees("5 min kvar", "Klockorna börjar om från noll.")


async def test_a_new_discussion_takes_its_plan_from_how_the_earlier_ones_went(tmp_path: Path):
    clock = Clock()
    for minutes in (8, 9, 16):
        async with facilitator(tmp_path, clock=clock) as me:
            await me.begins(f"Bord {minutes}")
            await me.talks(minutes)
            await me.presses("pagedown")
    async with leading(tmp_path, "Bord 4", clock=clock) as me:
        await me.presses("f9", "space", "m")
        me.sees("9 min kvar", "hur 3 tidigare diskussioner gick")
        await me.presses("ctrl+z")
        me.sees("5 min kvar")


async def test_the_summary_shows_planned_against_used_time(tmp_path: Path):
    async with leading(tmp_path, size=(80, 40)) as me:
        await me.talks(7)
        await me.goes_to("slut")
        me.sees("Tid: planerad och använd", "plan 5 min, använt 7 min   ! 2 min över")


async def test_a_final_discussion_has_no_clock_and_its_plan_stays(tmp_path: Path):
    async with leading(tmp_path) as me:
        await me.talks(3)
        await me.finishes()
        await me.presses("escape")
        before = _clocks(me)
        await me.talks(3)
        await me.presses("pagedown", "f9", "space", "right", "ctrl+a", "ctrl+b", "h", "b", "s", "t", "m", "n")
        me.sees("Diskussionen är fastställd.")
        assert _clocks(me) == before == {"start": (180, None)}


def _clocks(me: Facilitator) -> dict:
    return {one.id: (one.seconds, one.since) for one in clocks_in(me.session).values()}


async def test_nothing_typed_is_stopped_by_a_step_that_is_over(tmp_path: Path):
    async with leading(tmp_path, at="A.2") as me:
        await me.types("Fax mellan ")
        await me.talks(30)
        await me.types("sjukhus")
        await me.presses("enter")
        assert me.notes("A.2") == ["Fax mellan sjukhus"]


async def test_a_break_now_costs_three_keys_and_one_is_back_with_its_clock_running(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.presses("f9", "ctrl+b", "enter")
        me.sees("Paus · 15 min kvar")
        assert me.step == "A.2"
        assert me.stage.focused is me.stage.capture


async def test_the_clock_is_stopped_and_goes_on_with_one_key(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.presses("ctrl+a")
        assert not me.timing.running
        me.sees("Klockan står.")
        await me.presses("ctrl+a")
        assert me.timing.running == "A.2"
        me.sees("Klockan går.")


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_questions_are_listed_by_what_tells_them_apart(tmp_path: Path, size: tuple[int, int]) -> None:
    async with leading(tmp_path, at="A.2", size=size) as me:
        await me.presses("f9")
        me.sees("Avveckla, vidareutveckla")
        me.misses("Vad i dagens")
        await me.presses("escape", "ctrl+g")
        me.sees("A 2  Avveckla, vidareutveckla, nyutveckla")


async def test_going_back_after_the_end_puts_no_hour_on_the_end(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        for _ in range(40):
            await me.talks(2)
            if me.step == "slut":
                break
            await me.presses("pagedown")
        ends = me.timing.standing.ends
        await me.goes_to("A.2")
        assert (me.timing.standing.ends - ends).total_seconds() <= 15 * 60


@pytest.mark.parametrize(
    "said", ["hemsjukvård i stället för besök", "10 procent av besöken", "+ bussar", "5 sköterskor"]
)
async def test_what_is_typed_in_the_run_of_show_is_a_note_and_changes_no_time(
    tmp_path: Path, said: str
) -> None:
    async with leading(tmp_path, at="A.1") as me:
        before = me.session.head.ends, me.timing.show
        await me.presses("f9")
        await me.says(said)
        assert me.notes("A.1") == [said.strip()]
        assert (me.session.head.ends, me.timing.show) == before


async def test_the_menu_of_the_run_of_show_says_what_can_be_done_and_does_it(tmp_path: Path) -> None:
    async with leading(tmp_path, size=(60, 18)) as me:
        await me.presses("f9", "down", "space")
        me.sees("Kompass", "h hoppa över", "s sluttid", "m som det brukar", "Esc stänger")
        await me.presses("h")
        assert _row(me, "Kompass")[-1] == "–"
