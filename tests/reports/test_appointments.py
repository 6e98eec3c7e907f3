"""Actions as a calendar file: each open one with a day is a whole day, renewed where it comes again, and words are only words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from icalendar import Calendar

from diskussion_tui.domain.session import conclusions
from diskussion_tui.reports.appointments import has_days
from diskussion_tui.reports.exporting import made
from diskussion_tui.reports.profile import PUBLIC
from tests.support.builders import NOON, Group
from tests.support.reported import export

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.reports.profile import Profile


def with_actions(*said: str) -> Group:
    group = Group()
    for one in said:
        read = conclusions.read(one, "åtgärd", ("A",), NOON.date())
        group.does(conclusions.conclude, group.new_id(), "åtgärd", read, ())
    return group


def events(session: Session, profile: Profile | None = None) -> list[dict[str, object]]:
    """What a calendar reads of the file."""
    data = made(export(session, profile) if profile else export(session), "ics")
    return [
        {
            "title": str(one["summary"]),
            "day": one["dtstart"].dt,
            "uid": str(one["uid"]),
            "told": str(one["description"]),
        }
        for one in Calendar.from_ical(data.decode()).walk("VEVENT")
    ]


def test_each_open_action_with_a_day_is_a_whole_day() -> None:
    group = with_actions(
        "A: Ring regionen @anna senast 1/12", "Utan dag", "Senare senast 2/12", "Klar senast 3/12"
    )
    done = next(one for one in group.session.current(conclusions.Conclusion) if one.text.startswith("Klar"))
    group.does(conclusions.toggle_done, done.id)
    found = events(group.session)
    assert [(one["title"], one["day"]) for one in found] == [
        ("Ring regionen @anna senast 1/12", dt.date(2026, 12, 1)),
        ("Senare senast 2/12", dt.date(2026, 12, 2)),
    ]
    assert found[0]["told"] == "Ansvarig: anna\nEkerö, 2026-05-12\nDel: A"


def test_an_action_that_comes_again_is_the_same_to_a_calendar() -> None:
    group = with_actions("Ring senast 1/12")
    (before,) = events(group.session)
    group.does(
        conclusions.conclude_again,
        str(before["uid"]).partition("@")[0],
        "Ring senast 5/12",
        ("A",),
    )
    (after,) = events(group.session)
    assert after["uid"] == before["uid"]
    assert after["day"] == dt.date(2026, 12, 5)


def test_words_never_become_properties() -> None:
    nasty = "Ring; senast 1/12\nEND:VEVENT\nBEGIN:VALARM, \\n " + "å" * 200
    group = with_actions(nasty)
    data = made(export(group.session), "ics")
    assert data.count(b"BEGIN:VEVENT") == data.count(b"END:VEVENT\r\n") == 1
    assert max(map(len, data.split(b"\r\n"))) <= 75
    (one,) = events(group.session)
    assert str(one["title"]).startswith("Ring; senast 1/12 END:VEVENT BEGIN:VALARM, ")


def test_for_others_it_names_nobody() -> None:
    told = str(events(with_actions("Ring @anna senast 1/12").session, PUBLIC))
    assert "anna" not in told
    assert "[namn]" in told


def test_without_a_day_there_is_nothing_for_a_calendar() -> None:
    assert not has_days(with_actions("Utan dag").session)
    assert has_days(with_actions("Ring senast 1/12").session)
