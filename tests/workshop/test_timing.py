"""The clock of the discussion that is led: what counts, what does not, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from diskussion_tui.domain.plan import changes as planning
from diskussion_tui.domain.plan.show import GAP
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.fold import fold
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.workshop.timing import BEAT, Timing
from tests.support.builders import FixedClock, Group, every_version, small_workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.session import Change, Session
    from diskussion_tui.workshop.timing import Led


class Leader:
    """Somebody who leads a discussion, with a clock on the wall and one that nobody sets."""

    def __init__(self, writer: str = "anna", other: Leader | None = None) -> None:
        self.group = Group(writer, other.session if other else None, start=700 if other else 1)
        self.group.clock = other.group.clock if other else FixedClock()
        self.steps = steps_of(small_workbook())
        self.writer = writer
        self.writable = True
        self.signs = 0
        self.measured = other.measured if other else [0.0]
        self.timing = Timing(cast("Led", self), lambda: self.measured[0])

    @property
    def session(self) -> Session:
        return self.group.session

    def now(self):
        return self.group.clock()

    def commit_clock(self, make: Callable[[Session, Stamp], Change | None]) -> None:
        made = self.group.does(make)
        self.timing.heard(made.versions if made else ())

    def sign_of_life(self) -> None:
        self.signs += 1
        half = changes.draft(self.session, self.group.stamp(), "A.1", "", "")
        self.group.session = fold(self.session, (half,))

    def passes(self, seconds: float) -> None:
        self.measured[0] += seconds
        self.group.clock.passes(seconds=seconds)

    def ticks(self, seconds: int, every: int = 5) -> None:
        """Time passes with the program looking at its clock."""
        for _ in range(seconds // every):
            self.passes(every)
            self.timing.tick()

    def hears(self, other: Leader) -> None:
        self.group.hears(other.session)
        self.timing.heard(every_version(other.session))

    def used(self, step: str) -> int:
        return self.timing.used().get(step, 0)


@pytest.fixture
def anna() -> Leader:
    """Somebody at the first question."""
    made = Leader()
    made.timing.enter("A.1")
    return made


def test_the_clock_of_the_step_that_is_entered_runs_and_the_others_keep_what_they_have(anna: Leader) -> None:
    anna.ticks(60)
    anna.timing.enter("A.2")
    anna.ticks(30)
    assert (anna.used("A.1"), anna.used("A.2"), anna.timing.running) == (60, 30, "A.2")
    anna.timing.enter("A.1")
    anna.ticks(10)
    assert (anna.used("A.1"), anna.used("A.2")) == (70, 30)


def test_a_sign_of_life_is_left_each_minute_and_no_oftener(anna: Leader) -> None:
    anna.ticks(BEAT - 5)
    assert anna.signs == 0
    anna.ticks(5)
    assert anna.signs == 1
    anna.ticks(BEAT - 5)
    assert anna.signs == 1
    anna.ticks(5 * BEAT)
    assert anna.signs == 6


def test_a_clock_that_stands_leaves_no_sign_of_life(anna: Leader) -> None:
    anna.timing.pause()
    anna.ticks(10 * BEAT)
    assert (anna.signs, anna.used("A.1"), anna.timing.running) == (0, 0, "")


@pytest.mark.parametrize(("asleep", "counted"), [(GAP, GAP), (GAP + 1, 0), (10 * GAP, 0)])
def test_time_in_which_the_lid_was_closed_is_not_counted_and_told(
    anna: Leader, asleep: int, counted: int
) -> None:
    anna.ticks(60)
    anna.passes(asleep)
    anna.timing.tick()
    assert anna.used("A.1") == 60 + counted
    assert anna.timing.found == (("", 0) if counted else ("gap", asleep))
    assert anna.timing.running == "A.1"
    anna.ticks(30)
    assert anna.used("A.1") == 60 + counted + 30


def test_a_pause_is_not_ended_by_what_is_said_and_is_by_walking_on(anna: Leader) -> None:
    anna.timing.pause()
    anna.timing.go_on()
    assert anna.timing.running == ""
    anna.timing.enter("A.2")
    assert anna.timing.running == "A.2"
    anna.timing.pause()
    anna.timing.pause()
    assert anna.timing.running == "A.2"


def test_whoever_opens_what_another_leads_sees_that_ones_clock(anna: Leader) -> None:
    anna.ticks(2 * BEAT)
    bo = Leader("bo", anna)
    bo.timing.enter("A.2")
    assert (bo.timing.running, bo.timing.item.id) == ("A.1", "A.1")
    bo.ticks(30)
    assert bo.signs == 0
    assert bo.used("A.1") == 2 * BEAT + 30
    bo.timing.stop()
    assert bo.timing.running == "A.1"
    anna.hears(bo)
    assert anna.timing.running == "A.1"


def test_a_clock_whose_leader_is_gone_is_taken_over_without_the_time_since(anna: Leader) -> None:
    anna.group.says("fax")
    anna.ticks(2 * BEAT)
    anna.passes(GAP + 1)
    bo = Leader("bo", anna)
    bo.timing.enter("A.2")
    assert bo.timing.running == ""
    assert bo.timing.found[0] == "stands"
    assert bo.used("A.1") == 2 * BEAT
    bo.timing.go_on()
    assert bo.timing.running == "A.2"


def test_a_program_that_died_a_moment_ago_goes_on_where_it_was(anna: Leader) -> None:
    anna.group.says("fax")
    anna.ticks(2 * BEAT)
    again = Leader("anna", anna)
    again.passes(20)
    again.timing.enter("A.1")
    assert again.timing.running == "A.1"
    assert again.timing.found == ("", 0)
    assert again.used("A.1") == 2 * BEAT + 20


def test_a_discussion_in_which_nothing_was_said_begins_anew_on_another_day(anna: Leader) -> None:
    anna.ticks(2 * BEAT)
    anna.timing.stop()
    again = Leader("anna", anna)
    again.passes(10 * GAP)
    again.timing.enter("A.1")
    assert again.timing.found == ("anew", 10 * GAP)
    assert (again.used("A.1"), again.timing.running) == (0, "A.1")


@pytest.mark.parametrize(("off", "written"), [(2, 0), (3, 1), (-3, 1), (3600, 1)])
def test_a_clock_on_the_wall_that_is_set_is_put_right_in_the_file_and_takes_no_time(
    anna: Leader, off: int, written: int
) -> None:
    anna.ticks(30)
    before = len(anna.group.made)
    anna.group.clock.passes(seconds=off)
    anna.timing.tick()
    assert len(anna.group.made) - before == written
    assert anna.used("A.1") == 30


def test_closing_stops_the_clock_and_a_break_runs_in_its_stead(anna: Leader) -> None:
    anna.ticks(30)
    anna.timing.begin("A.3")
    anna.ticks(10)
    assert (anna.timing.running, anna.timing.item.id) == ("A.3", "A.3")
    anna.timing.pause()
    assert anna.timing.running == "A.1"
    anna.timing.stop()
    anna.ticks(60)
    assert (anna.timing.running, anna.used("A.1"), anna.used("A.3")) == ("", 30, 10)


def test_where_nothing_may_be_changed_no_clock_is_touched() -> None:
    reader = Leader()
    reader.writable = False
    before = len(reader.group.made)
    for deed in ("pause", "go_on", "start_anew", "stop", "tick"):
        getattr(reader.timing, deed)()
    reader.timing.enter("A.1")
    reader.timing.begin("A.2")
    reader.ticks(10 * BEAT)
    assert (len(reader.group.made), reader.signs, reader.timing.running) == (before, 0, "")


@pytest.mark.parametrize(("away", "running", "found"), [(GAP, "A.1", ""), (GAP + 1, "", "stands")])
@pytest.mark.parametrize("closed", [True, False])
def test_a_discussion_opened_again_soon_goes_on_and_later_waits_until_something_is_said(
    anna: Leader, away: int, running: str, found: str, *, closed: bool
) -> None:
    anna.group.says("fax")
    anna.ticks(2 * BEAT)
    if closed:
        anna.timing.stop()
    again = Leader("anna", anna)
    again.passes(away)
    again.timing.enter("A.1")
    assert (again.timing.running, again.timing.found[0]) == (running, found)
    again.timing.go_on()
    assert again.timing.running == "A.1"


def test_a_break_that_is_taken_away_while_its_clock_runs_has_no_clock_any_more(anna: Leader) -> None:
    rest = anna.group.new_id()
    added = anna.group.does(planning.add_break, rest, "Fika", 5, "A.2")
    anna.timing.heard(added.versions if added else ())
    anna.timing.begin(rest)
    anna.ticks(30)
    assert (anna.timing.running, anna.used(rest)) == (rest, 30)
    removed = anna.group.does(planning.remove_break, rest)
    anna.timing.heard(removed.versions if removed else ())
    assert anna.timing.running == ""
    assert set(anna.timing.used()) == {"A.1"}
    anna.timing.go_on()
    anna.ticks(10)
    assert (anna.timing.running, anna.used("A.1")) == ("A.1", 10)
