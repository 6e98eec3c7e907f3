"""What a group makes of its notes: how it is read, and how it changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.base.text import MAX_NOTE
from diskussion_tui.domain.session import changes, conclusions, parking
from diskussion_tui.domain.session.conclusions import ACTION, Read, group_named, read
from diskussion_tui.domain.session.refusals import FinalError, TooLongError
from diskussion_tui.domain.workbook.steps import steps_of
from tests.support.builders import Group, small_workbook, texts_of

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Conclusion, ConclusionKind

TODAY = dt.date(2026, 5, 12)
DECEMBER = dt.date(2026, 12, 1)


def concludes(group: Group, text: str, kind: ConclusionKind = ACTION, notes: tuple[str, ...] = ()) -> str:
    """Write a conclusion; its id."""
    said = read(text, kind, ("A",), TODAY)
    made = group.does(conclusions.conclude, group.new_id(), kind, said, notes)
    assert made
    return made.versions[0].id


def now(group: Group, conclusion_id: str) -> Conclusion:
    found = conclusions.conclusion(group.session, conclusion_id)
    assert found
    return found


@pytest.mark.parametrize(
    ("typed", "kind", "meant"),
    [
        ("Ring @Anna senast 1/12", "åtgärd", Read("", "Ring @Anna senast 1/12", "Anna", DECEMBER)),
        ("a: Ring", "åtgärd", Read("A", "Ring")),
        ("A:Ring", "slutsats", Read("", "A:Ring")),
        ("Q: Ring", "slutsats", Read("", "Q: Ring")),
        ("Ring @Anna senast 1/12", "slutsats", Read("", "Ring @Anna senast 1/12")),
    ],
)
def test_section_owner_and_last_day_are_read_from_the_words(typed: str, kind: str, meant: Read) -> None:
    assert read(typed, kind, ("A", "B"), TODAY) == meant


def test_a_conclusion_stands_under_its_section_by_sort_and_the_whole_comes_last() -> None:
    group = Group()
    whole = concludes(group, "Allt hänger ihop", "slutsats")
    action, said = concludes(group, "A: Ring"), concludes(group, "A: Parken räcker", "slutsats")
    found = conclusions.by_section(group.session, ("A",))
    assert [(section, [one.id for one in those]) for section, those in found] == [
        ("A", [said, action]),
        ("", [whole]),
    ]


def test_other_words_bring_another_owner_and_words_without_one_take_it_off() -> None:
    group = Group()
    one = concludes(group, "Ring @Anna senast 1/12")
    group.does(conclusions.conclude_again, one, "Ring @Bo senast 1/12", ("A",))
    assert (now(group, one).owner, now(group, one).due) == ("Bo", DECEMBER)
    group.does(conclusions.conclude_again, one, "A: Ring", ("A",))
    assert (now(group, one).owner, now(group, one).due, now(group, one).section) == ("", None, "A")


def test_an_owner_who_never_stood_in_the_words_stays_when_they_change() -> None:
    group = Group()
    made = group.does(
        conclusions.conclude, group.new_id(), ACTION, Read("", "Ring", owner="@Anna", due=DECEMBER)
    )
    assert made
    one = made.versions[0].id
    group.does(conclusions.conclude_again, one, "Ring igen", ())
    assert (now(group, one).owner, now(group, one).due) == ("Anna", DECEMBER)


def test_what_becomes_an_action_gets_its_owner_and_what_is_none_any_more_has_none() -> None:
    group = Group()
    one = concludes(group, "Ring @Anna senast 1/12", "slutsats")
    group.does(conclusions.sort_conclusion, one, ACTION)
    assert (now(group, one).owner, now(group, one).due) == ("Anna", DECEMBER)
    group.does(conclusions.toggle_done, one)
    group.does(conclusions.sort_conclusion, one, "medskick")
    assert (now(group, one).owner, now(group, one).due, now(group, one).done) == ("", None, False)


def test_only_an_action_can_be_done_and_one_that_is_done_is_no_longer_open_or_late() -> None:
    group = Group()
    one, said = concludes(group, "Ring senast 13/5"), concludes(group, "Parken räcker", "slutsats")
    assert group.does(conclusions.toggle_done, said) is None
    later = dt.date(2026, 5, 14)
    assert conclusions.is_overdue(now(group, one), later)
    assert not conclusions.is_overdue(now(group, one), dt.date(2026, 5, 13))
    group.does(conclusions.toggle_done, one)
    assert not conclusions.is_open(now(group, one))
    assert not conclusions.is_overdue(now(group, one), later)


def test_emptied_or_withdrawn_it_is_gone_and_comes_back() -> None:
    group = Group()
    one = concludes(group, "Ring")
    group.does(conclusions.conclude_again, one, "  ", ())
    assert conclusions.conclusion(group.session, one) is None
    assert [gone.id for gone in conclusions.withdrawn_conclusions(group.session)] == [one]
    group.does(conclusions.restore_conclusion, one)
    assert now(group, one).text == "Ring"
    group.does(conclusions.withdraw_conclusion, one)
    group.undoes()
    assert now(group, one).text == "Ring"


def test_nothing_is_concluded_in_no_words_in_too_many_or_once_the_discussion_is_final() -> None:
    group = Group()
    assert group.does(conclusions.conclude, group.new_id(), "slutsats", Read("", " \n")) is None
    with pytest.raises(TooLongError):
        group.does(conclusions.conclude, group.new_id(), "slutsats", Read("", "a" * (MAX_NOTE + 1)))
    one = concludes(group, "Ring")
    group.does(changes.set_state, "fastställd")
    with pytest.raises(FinalError):
        group.does(conclusions.toggle_done, one)
    with pytest.raises(FinalError):
        group.does(conclusions.conclude, group.new_id(), "slutsats", Read("", "mer"))


def test_what_has_become_of_an_action_is_told_of_a_final_discussion_too_and_taken_back_and_nothing_else_is() -> (
    None
):
    group = Group()
    action, said = concludes(group, "Ring"), concludes(group, "Väl talat", "slutsats")
    reworded = group.does(conclusions.conclude_again, action, "Ring genast", ())
    group.does(changes.set_state, "fastställd")
    assert group.does(conclusions.tell_done, said, done=True) is None
    told = group.does(conclusions.tell_done, action, done=True)
    assert told
    assert reworded
    assert (now(group, action).done, group.session.final) == (True, True)
    assert group.does(conclusions.tell_done, action, done=True) is None
    group.does(changes.take_back, told.id)
    assert (now(group, action).done, now(group, action).text) == (False, "Ring genast")
    with pytest.raises(FinalError):
        group.does(changes.take_back, reworded.id)


def test_the_notes_behind_it_are_told_as_they_are_now() -> None:
    group = Group()
    first, second, third = group.says("Fler träd", "Färre bilar", "Bänkar")
    one = concludes(group, "Grönare", "slutsats", (first, second, third, first, "ingen"))
    assert now(group, one).notes == (first, second, third)
    group.does(changes.withdraw, second)
    group.does(parking.park, third)
    assert [note.text for note in conclusions.notes_behind(group.session, now(group, one))] == [
        "Fler träd",
        "Bänkar",
    ]


def test_notes_of_one_section_are_about_it_and_of_several_about_the_whole() -> None:
    group = Group()
    (inside,), (back,), (whole,) = (
        group.says("a"),
        group.says("b", question="E.A"),
        group.says("c", question="E.allt"),
    )
    notes = {note.id: note for note in group.session.notes()}
    steps = steps_of(small_workbook())
    assert conclusions.section_of(steps, [notes[inside], notes[back]]) == "A"
    assert conclusions.section_of(steps, [notes[inside], notes[whole]]) == ""
    assert conclusions.section_of(steps, []) == ""


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Vårdcentralen Ekerö", "vårdcentralen ekerö 2"),
        ("Vårdcentralen Ekerö 2026-05-12", "Vårdcentralen Ekerö 2026-11-18"),
        ("Geriatriken, bord 3", "Geriatriken, bord 12"),
        ("17", "17"),
    ],
)
def test_a_group_is_the_same_whatever_the_number_or_date_of_its_evening(name: str, same: str) -> None:
    assert group_named(name) == group_named(same)


@pytest.mark.parametrize(("name", "other"), [("17", "18"), ("Ekerö", "Järva"), ("Ekerö", "Ekerö äldre")])
def test_another_name_is_another_group(name: str, other: str) -> None:
    assert group_named(name) != group_named(other)


def test_an_action_taken_up_again_is_the_same_action_and_leaves_the_earlier_discussion_alone() -> None:
    earlier, later = Group(), Group("bo", start=5000, name="Ekerö 2")
    one = concludes(earlier, "Ring @Anna senast 1/12", notes=earlier.says("Fax"))
    before = earlier.session
    later._taken(conclusions.follow_up(later.session, later.stamp(), now(earlier, one), done=True))
    assert (now(later, one).owner, now(later, one).done, now(later, one).notes) == ("Anna", True, ())
    assert (now(later, one).rev, now(later, one).writer) == (1, "bo")
    assert earlier.session is before
    later.undoes()
    assert conclusions.conclusion(later.session, one) is None


def test_a_parked_note_is_no_answer_until_it_is_taken_back() -> None:
    group = Group()
    first, _second = group.says("Fler träd", "Färre bilar")
    group.does(parking.park, first)
    assert texts_of(group.session) == ["Färre bilar"]
    assert [note.text for note in group.session.parked()] == ["Fler träd"]
    group.does(parking.unpark, first)
    assert texts_of(group.session) == ["Fler träd", "Färre bilar"]
    group.undoes()
    assert [note.text for note in group.session.parked()] == ["Fler träd"]


def test_the_tables_that_have_spoken_are_told_the_latest_first() -> None:
    group = Group()
    for text, table in (("a", "Bord 1"), ("b", " Bord  2 "), ("c", ""), ("d", "Bord 1")):
        group._taken(changes.add_notes(group.session, group.stamp(), group.ids(), "A.2", [text], group=table))
    assert parking.tables_of(group.session) == ("Bord 1", "Bord 2")


def test_a_section_that_the_workbook_lacks_comes_after_those_it_has_in_swedish_order_and_before_the_whole() -> (
    None
):
    group = Group()
    for section in ("", "Ö", "A", "Ä", "Z"):
        said = Read(section, f"Om {section}")
        group.does(conclusions.conclude, group.new_id(), "slutsats", said)
    found = conclusions.by_section(group.session, ("B", "A"))
    assert [section for section, _ in found] == ["A", "Z", "Ä", "Ö", ""]
    assert [len(those) for _, those in found] == [1] * 5


def test_conclusions_that_were_taken_out_are_told_the_latest_last_and_no_others() -> None:
    group = Group()
    first, second, third = (concludes(group, text) for text in ("Ett", "Två", "Tre"))
    for one in (third, first):
        group.clock.passes(minutes=1)
        group.does(conclusions.withdraw_conclusion, one)
    assert [one.text for one in conclusions.withdrawn_conclusions(group.session)] == ["Tre", "Ett"]
    assert [one.id for one in group.session.current(type(now(group, second)))] == [second]


@pytest.mark.parametrize(("due", "overdue"), [("11/5", True), ("12/5", False), ("13/5", False)])
def test_an_action_is_overdue_from_the_day_after_its_last_one_until_it_is_done(
    due: str, *, overdue: bool
) -> None:
    group = Group()
    one = concludes(group, "Ring")
    day, month = map(int, due.split("/"))
    action = replace(now(group, one), due=dt.date(2026, month, day))
    assert conclusions.is_overdue(action, TODAY) is overdue
    assert not conclusions.is_overdue(replace(action, done=True), TODAY)
    assert not conclusions.is_overdue(replace(action, gone=True), TODAY)
    assert not conclusions.is_overdue(replace(action, kind="slutsats"), TODAY)
    assert not conclusions.is_overdue(replace(action, due=None), TODAY)


def test_an_action_of_last_time_is_taken_up_once_keeps_its_id_and_leaves_its_notes_there() -> None:
    before = Group()
    (note,) = before.says("fax")
    one = now(before, concludes(before, "Ring @Anna", notes=(note,)))
    group = Group(start=900)
    group.does(conclusions.follow_up, one, done=False)
    taken = now(group, one.id)
    assert (taken.text, taken.owner, taken.notes, taken.done, taken.rev) == (
        "Ring @Anna",
        "Anna",
        (),
        False,
        1,
    )
    group.does(conclusions.follow_up, one, done=True)
    assert now(group, one.id).done
    group.does(conclusions.withdraw_conclusion, one.id)
    group.does(conclusions.follow_up, one, done=False)
    assert (now(group, one.id).gone, now(group, one.id).done) == (False, False)
    assert group.does(conclusions.follow_up, one, done=False) is None
    assert now(before, one.id) == one
