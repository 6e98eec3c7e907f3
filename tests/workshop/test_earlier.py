"""What earlier discussions say to this one: what is still to be done since last time, and how long it usually goes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.open_actions import latest, told_in
from diskussion_tui.domain.plan import clock
from diskussion_tui.domain.session import conclusions
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.records import Conclusion
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.files.schema import SCHEMA_VERSION
from diskussion_tui.store.library import remembered
from diskussion_tui.store.library.listing import Library
from diskussion_tui.workshop import earlier, usual_times
from diskussion_tui.workshop.earlier import actions_before, actions_in, actions_of
from diskussion_tui.workshop.usual_times import times_before
from tests.support.builders import NOON, Group, every_version

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from diskussion_tui.domain.session.records import Head
    from diskussion_tui.domain.session.session import Session

TODAY = NOON.date()


def _evening(
    number: int, name: str = "Ekerö", day: int = 1, workbook: str = "parken", seconds: int = 0
) -> Session:
    """A discussion of some days ago with an action called after its number."""
    group = Group(start=1000 * number + 1)
    said = conclusions.read(f"Åtgärd {number}", "åtgärd", ("A",), TODAY)
    group.does(conclusions.conclude, group.new_id(), "åtgärd", said)
    if seconds:
        group.does(clock.turn, "A.1", 0)
        group.does(clock.turn, "", seconds)
    session = group.session
    head = replace(
        session.head,
        id=f"01JE8AYGD8W7RQ4T0Z5N9K{number:04}",
        name=name,
        date=TODAY - dt.timedelta(days=day),
        workbook=workbook,
    )
    return session_of(
        (head, *(one for one in every_version(session) if one.table != "session")), session.frame
    )


def _lies(folder: Path, *sessions: Session) -> None:
    for session in sessions:
        folder.joinpath(f"{session.id}.toml").write_bytes(Encoder("anna").file(session))


def _head() -> Head:
    return _evening(99, day=0).head


def test_what_is_to_be_done_comes_from_earlier_days_of_the_same_group_and_workbook(tmp_path: Path) -> None:
    _lies(
        tmp_path,
        _evening(1, day=30),
        _evening(2, day=7),
        _evening(3, "Färingsö"),
        _evening(4, workbook="vården"),
        _evening(5, day=-1),
        _evening(99, day=0),
    )
    assert {one.action.text for one in actions_before(tmp_path, None, _head())} == {"Åtgärd 1", "Åtgärd 2"}
    assert len(actions_in(tmp_path, None)) == 6


def test_only_the_latest_discussions_are_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earlier, "MOST", 2)
    monkeypatch.setattr(usual_times, "MOST", 2)
    _lies(tmp_path, *(_evening(number, day=10 - number, seconds=60 * number) for number in range(1, 5)))
    assert {one.action.text for one in actions_before(tmp_path, None, _head())} == {"Åtgärd 3", "Åtgärd 4"}
    assert times_before(tmp_path, "parken", "") == ({"A.1": 240}, {"A.1": 180})


def test_how_long_it_goes_is_told_by_others_with_the_same_workbook_that_were_led(tmp_path: Path) -> None:
    _lies(
        tmp_path,
        _evening(1, seconds=600),
        _evening(2, workbook="vården", seconds=900),
        _evening(3),
        own := _evening(4, seconds=1200),
    )
    tmp_path.joinpath("skadad.toml").write_bytes(b"[session")
    later = (
        Encoder("anna")
        .file(_evening(5, seconds=300))
        .replace(b"schema_version = %d" % SCHEMA_VERSION, b"schema_version = 99")
    )
    tmp_path.joinpath("senare.toml").write_bytes(
        later
    )  # what a later version means by its times nobody knows
    assert times_before(tmp_path, "parken", own.id) == ({"A.1": 600},)


def test_both_look_into_as_many_as_say_something_and_no_more() -> None:
    assert 5 <= earlier.MOST <= 20
    assert 20 <= usual_times.MOST <= 100


def test_actions_are_in_the_order_of_their_days_and_below_them_what_is_done_the_latest_first() -> None:
    group = Group()
    for text in ("Sen", "Först senast 1/6", "Klar", "Då senast 1/12", "Nyss klar"):
        said = conclusions.read(text, "åtgärd", ("A",), TODAY)
        group.does(conclusions.conclude, group.new_id(), "åtgärd", said)
    ids = {one.text: one.id for one in group.session.current(Conclusion)}
    group.does(conclusions.toggle_done, ids["Klar"])
    group.does(conclusions.toggle_done, ids["Nyss klar"])
    group.does(
        conclusions.conclude, group.new_id(), "slutsats", conclusions.read("Inget", "slutsats", (), TODAY)
    )
    told = [one.action.text for one in latest(told_in(group.session))]
    assert told == ["Först senast 1/6", "Då senast 1/12", "Sen", "Nyss klar", "Klar"]


def test_the_index_tells_of_every_action_what_opening_its_discussion_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = _evening(2, day=2)
    group = Group(session=taken, start=70_000)
    (one,) = conclusions.conclusions_of(taken, "")
    group.does(conclusions.conclude_again, one.id, "Ring @Bo senast 1/12", ())
    group.does(conclusions.tell_done, one.id, done=True)
    _lies(tmp_path, _evening(1), group.session, Group(start=90_000).session)
    opened = actions_in(tmp_path, None)
    monkeypatch.setattr(remembered, "FEWEST", 1)
    actions_in(tmp_path, None)
    library = Library(tmp_path)
    library.refresh()
    assert library.has_index
    assert actions_of(library) == opened
    assert [(one.action.owner, str(one.action.due), one.action.done) for one in opened] == [
        ("", "None", False),
        ("Bo", "2026-12-01", True),
    ]


def test_an_action_that_is_done_where_it_was_last_told_of_is_not_to_be_done(tmp_path: Path) -> None:
    first = _evening(1, day=7)
    (one,) = conclusions.conclusions_of(first, "")
    later = Group(session=_evening(2, day=3), start=50_000)
    later.does(lambda session, stamp: conclusions.follow_up(session, stamp, one, done=True))
    _lies(tmp_path, first, later.session)
    assert {found.action.text for found in actions_before(tmp_path, None, _head())} == {"Åtgärd 2"}
