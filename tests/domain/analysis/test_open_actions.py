"""What is still to be done since last time: each action once, as the latest discussion has it, the most urgent first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.open_actions import Action, comes_before, in_order, latest, open_actions
from diskussion_tui.domain.session import conclusions
from diskussion_tui.domain.session.records import Conclusion
from tests.support.builders import NOON, Group

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import ConclusionKind

DAY = NOON.date()


def _action(
    id_: str,
    session: str = "s1",
    day: int = 0,
    *,
    due: int | None = None,
    done: bool = False,
    at: int = 0,
    kind: ConclusionKind = "åtgärd",
) -> Action:
    made = Conclusion(
        id=id_,
        change="",
        writer="anna",
        at=NOON + dt.timedelta(hours=at),
        kind=kind,
        section="",
        text=id_,
        due=None if due is None else DAY + dt.timedelta(days=due),
        done=done,
    )
    return Action(made, session, session, DAY + dt.timedelta(days=day))


def _ids(found: tuple[Action, ...]) -> list[str]:
    return [one.action.id for one in found]


def test_the_most_urgent_come_first_then_those_without_a_day_and_last_what_was_done_latest() -> None:
    found = in_order(
        [
            _action("utan"),
            _action("sent", due=9),
            _action("klar-då", done=True, at=1),
            _action("snart", due=2),
            _action("klar-nyss", due=1, done=True, at=2),
            _action("också-snart", due=2),
        ]
    )
    assert _ids(found) == ["också-snart", "snart", "sent", "utan", "klar-nyss", "klar-då"]


@pytest.mark.parametrize("reverse", [False, True])
def test_what_the_latest_discussion_says_of_an_action_counts_and_only_actions_are_told(
    *, reverse: bool
) -> None:
    told = [
        _action("a", "s1", 0, done=True),
        _action("a", "s2", 5),
        _action("b", "s9", 5),
        _action("b", "s1", 5, done=True),
        _action("c", kind="slutsats"),
    ]
    found = latest(reversed(told) if reverse else told)
    assert [(one.action.id, one.session, one.action.done) for one in found] == [
        ("a", "s2", False),
        ("b", "s9", False),
    ]


def test_what_was_done_or_withdrawn_is_open_no_more() -> None:
    group = Group()
    for text in ("Ring", "Skriv", "Vänta"):
        said = conclusions.read(text, "åtgärd", (), DAY)
        group.does(conclusions.conclude, group.new_id(), "åtgärd", said)
    ring, write, _wait = sorted(one.id for one in group.session.current(Conclusion))
    group.does(conclusions.tell_done, ring, done=True)
    group.does(conclusions.withdraw_conclusion, write)
    assert [one.action.text for one in open_actions([group.session])] == ["Vänta"]


@pytest.mark.parametrize(
    ("name", "day", "session", "before"),
    [
        ("Ekerö", -1, "zz", True),
        ("Ekerö 2", -1, "zz", True),
        ("Salem", -1, "aa", False),
        ("Ekerö", 0, "0", True),
        ("EKERÖ", 0, "0", True),
        ("Ekerö", 0, "zz", False),
        ("Ekerö 2", 0, "0", False),
        ("Ekerö", 1, "0", False),
    ],
)
def test_an_earlier_discussion_is_one_of_the_same_group(
    name: str, day: int, session: str, *, before: bool
) -> None:
    head = replace(Group().session.head, id="m", name="Ekerö")
    assert comes_before(name, DAY + dt.timedelta(days=day), session, head) is before
    assert not comes_before("Ekerö", DAY - dt.timedelta(days=1), "m", head)
