"""The run of show on a page: straight columns within the width, a break by its name, and what is left out told as that."""

from __future__ import annotations

import datetime as dt

import pytest

from diskussion_tui.domain.plan import changes, clock
from diskussion_tui.domain.plan.show import show_in, used_in
from diskussion_tui.domain.plan.standing import standing_of
from diskussion_tui.domain.workbook.steps import called, steps_of
from diskussion_tui.reports import run_of_show
from diskussion_tui.reports.cells import cells
from diskussion_tui.texts import words
from tests.support.builders import Group, small_workbook

SV = words("sv")


class Evening:
    """A group with a break before its own question, a field that it passes over, and a verdict that may go."""

    def __init__(self, ends_in: int | None = None) -> None:
        self.group = Group()
        self.group.does(changes.add_break, "fika", "Fika 日本", 10, "A.3")
        self.group.does(changes.set_skipped, self._item("E.A"), skipped=True)
        self.group.does(changes.set_behaviour, self._item("A.1"), "kan utgå")
        if ends_in is not None:
            self.group.does(changes.set_ends, self.group.clock() + dt.timedelta(minutes=ends_in))
        self.group.does(clock.turn, "start", 0)

    @property
    def show(self):
        return show_in(self.group.session, steps_of(small_workbook()))

    def _item(self, id_: str):
        return next(item for item in self.show if item.id == id_)

    @property
    def standing(self):
        session, now = self.group.session, self.group.clock()
        return standing_of(self.show, used_in(session, now), "start", now, session.head.ends)

    def rows(self, width: int = 80) -> list[str]:
        return run_of_show.rows(self.standing, self.group.session, SV, width)

    def row(self, id_: str) -> list[str]:
        return next(row for row in self.rows() if row.startswith(called(id_))).split()

    def values(self, id_: str) -> dict[str, object]:
        items = run_of_show.values(self.standing, self.group.session)["items"]
        assert isinstance(items, list)
        return next(item for item in items if item["id"] == id_)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_row_keeps_within_the_width_and_its_columns_stand_under_each_other(width: int) -> None:
    rows = Evening(ends_in=12).rows(width)
    assert max(map(cells, rows)) <= width
    before = {cells(row) - cells(_behaviour(row)) for row in rows}
    assert len({*map(_behaviour, rows)}) > 2
    assert len(before) == 1


def _behaviour(row: str) -> str:
    every = (SV.plan.skipped, SV.plan.proposed, *map(SV.plan.behaviour, changes.BEHAVIOURS))
    return next(one for one in every if row.endswith(f"  {one}"))


def test_a_break_stands_by_its_name_before_what_follows_it() -> None:
    rows = Evening().rows()
    (at,) = [place for place, row in enumerate(rows) if "Fika" in row]
    assert rows[at].startswith("–")
    assert rows[at + 1].startswith("A 3")


def test_what_is_passed_over_or_must_go_becomes_a_dash_and_nothing_in_numbers() -> None:
    me = Evening(ends_in=3)
    assert me.row("E.A")[-3:] == ["2", "–", SV.plan.skipped]
    assert " ".join(me.row("A.1")).endswith(f"3 – {SV.plan.proposed}")
    assert [me.values(one)["becomes"] for one in ("E.A", "A.1")] == [0, 0]
    assert (me.values("E.A")["skipped"], me.values("E.A")["left_out"]) == (True, False)
    assert (me.values("A.1")["skipped"], me.values("A.1")["left_out"]) == (False, True)
    assert me.values("start")["here"]
    assert not me.values("A.1")["here"]


def test_what_is_passed_over_is_no_part_of_the_plan_that_is_summed_up() -> None:
    me = Evening()
    assert run_of_show.summing_up(me.standing, me.group.session, SV).startswith("plan 28 min · ")


def test_it_is_summed_up_how_much_too_little_and_how_much_too_much_time_there_is() -> None:
    short, long = Evening(ends_in=3), Evening(ends_in=600)
    said = run_of_show.summing_up(short.standing, short.group.session, SV)
    assert said.endswith(f"ni slutar 12:03 · {SV.plan.lacking(short.standing.lacking)}")
    assert short.standing.lacking > 0
    said = run_of_show.summing_up(long.standing, long.group.session, SV)
    assert said.startswith("plan 28 min · använt 0 min · ni slutar 22:00")
