"""What of a draft is given back after a crash: what had not been sent."""

from __future__ import annotations

import datetime as dt

import pytest

from diskussion_tui.domain.session import changes, conclusions
from diskussion_tui.domain.session.drafts import unsent
from tests.support.builders import Group


def half_types(group: Group, text: str, edit: tuple[str, str] = ("", "")) -> None:
    """Leave a line, or an edit, as the draft on disk has it."""
    draft = changes.draft(group.session, group.stamp(), "A.2", "", text, edit)
    group.does(lambda *_: changes.Change(draft.change, (draft,)))
    group.clock.passes(milliseconds=5)


def given_back(group: Group) -> tuple[str, str, str]:
    """Line, edited note and its text, as the program opens with them."""
    draft = group.session.draft(group.writer)
    assert draft
    left = unsent(group.session, draft)
    return left.text, left.note, left.edited


def test_a_half_typed_line_is_given_back() -> None:
    group = Group()
    group.says("fax")
    half_types(group, "bygg ut hem")
    assert given_back(group) == ("bygg ut hem", "", "")


def test_a_line_that_was_sent_before_the_crash_is_not_given_back_to_be_sent_twice() -> None:
    group = Group()
    half_types(group, "bygg ut hem")
    group.says("bygg ut hemsjukvården")
    assert given_back(group) == ("", "", "")


def test_a_question_of_their_own_that_was_sent_is_not_given_back_either() -> None:
    group = Group()
    half_types(group, "varför så")
    group.does(changes.set_wording, "A.3", "varför så många?")
    assert given_back(group) == ("", "", "")


def test_an_edit_that_was_saved_is_not_taken_halfway_back() -> None:
    group = Group()
    (note,) = group.says("bygg ut")
    half_types(group, "kvar", (note, "bygg ut hem"))
    group.does(changes.revise, note, "bygg ut hemsjukvården")
    assert given_back(group) == ("kvar", "", "")


def test_another_note_from_the_shell_leaves_the_line_alone() -> None:
    group = Group()
    (note,) = group.says("fax")
    half_types(group, "bygg ut hem", (note, "faxen b"))
    group.says("köer")
    assert given_back(group) == ("bygg ut hem", note, "faxen b")


def test_what_another_writer_has_said_leaves_the_line_alone() -> None:
    group, other = Group("anna"), Group("bo", start=500)
    half_types(group, "bygg ut hem")
    other.hears(group.session)
    other.clock.passes(seconds=1)
    other.says("bygg ut hemsjukvården")
    group.hears(other.session)
    assert given_back(group) == ("bygg ut hem", "", "")


def concludes(group: Group, typed: str, notes: tuple[str, ...] = ()) -> str:
    said = conclusions.read(typed, "slutsats", ("A",), dt.date(2026, 5, 12))
    made = group.does(conclusions.conclude, group.new_id(), "slutsats", said, notes)
    assert made
    return made.versions[0].id


@pytest.mark.parametrize("typed", ["En väg", "A: En väg", "A: "])
def test_a_conclusion_that_was_sent_is_not_given_back_with_or_without_its_section(typed: str) -> None:
    group = Group()
    half_types(group, typed)
    concludes(group, "A: En väg in")
    assert given_back(group)[0] == ""


def test_a_line_that_begins_like_a_conclusion_made_from_a_note_is_still_unsent() -> None:
    group = Group()
    (note,) = group.says("Fax mellan sjukhus")
    half_types(group, "Fax")
    concludes(group, "Fax mellan sjukhus", (note,))
    assert given_back(group)[0] == "Fax"


def test_other_words_for_a_conclusion_are_given_back_until_they_are_sent() -> None:
    group = Group()
    one = concludes(group, "En väg in")
    half_types(group, "", (one, "En enda väg"))
    assert given_back(group) == ("", one, "En enda väg")
    group.does(conclusions.conclude_again, one, "En enda väg in", ("A",))
    assert given_back(group) == ("", "", "")


def test_the_discussion_was_last_led_where_the_newest_of_the_writers_stood() -> None:
    here = Group()
    assert here.session.latest_draft() is None
    half_types(here, "först")
    there = Group("bo", session=here.session, start=500)
    there.clock.passes(minutes=1)
    half_types(there, "sedan")
    for first, second in ((here, there), (there, here)):
        first.hears(second.session)
        latest = first.session.latest_draft()
        assert latest
        assert (latest.writer, latest.text) == ("bo", "sedan")
    here.clock.passes(minutes=2)
    half_types(here, "sist")
    latest = here.session.latest_draft()
    assert latest
    assert (latest.writer, latest.text) == ("anna", "sist")
