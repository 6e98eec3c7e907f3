"""What a group can do to its discussion, and what each deed leaves as it was."""

from __future__ import annotations

import pytest
from hypothesis import given

from diskussion_tui.base.ids import is_id
from diskussion_tui.base.text import MAX_NOTE
from diskussion_tui.domain.session import changes, merging
from diskussion_tui.domain.session.records import Draft
from diskussion_tui.domain.session.refusals import FinalError, TooLongError
from diskussion_tui.domain.session.undo import undo_of
from tests.support.builders import SESSION, Group, every_version, shown, texts_of
from tests.support.hostile import Evening, evenings


@pytest.fixture
def group() -> Group:
    return Group()


def test_a_discussion_begins_with_who_when_and_which_workbook(group: Group):
    head = group.session.head
    assert (head.id, head.name, head.workbook, head.state) == (SESSION, "Ekerö", "parken", "utkast")
    assert [asked.id for asked in group.session.frame.asked] == ["A.1", "A.2", "A.3", "E.A", "E.allt"]
    assert [kind.sign for kind in group.session.frame.kinds] == ["−", "+"]


def test_notes_stand_under_their_question_in_the_order_they_were_said(group: Group):
    group.says("ett", "två", question="A.2", kind="bort")
    group.says("tre", question="A.1")
    group.clock.passes(hours=-1)
    group.says("fyra", question="A.2")
    assert [note.text for note in group.session.notes_of("A.2")] == ["ett", "två", "fyra"]
    assert [note.text for note in group.session.notes_of("A.2", "bort")] == ["ett", "två"]


def test_several_notes_said_at_once_are_one_step_to_undo(group: Group):
    group.says("ett", "två", "tre")
    group.undoes()
    assert texts_of(group.session) == []


def test_an_empty_text_makes_no_note_and_no_change(group: Group):
    assert group.says("", "  \n", "\x1b[0m") == ()
    assert undo_of(group.session, "anna").done == ()


def test_what_was_said_is_cleaned_before_it_is_kept(group: Group):
    group.says("  \x1b[31mrött\x1b[0m\r\nfält ")
    assert texts_of(group.session) == ["rött\nfält"]


def test_a_note_can_be_reworded_moved_withdrawn_and_brought_back(group: Group):
    (note,) = group.says("fax")
    group.does(changes.revise, note, "bort med faxen")
    group.does(changes.move, note, "A.1", "")
    assert [one.text for one in group.session.notes_of("A.1")] == ["bort med faxen"]
    group.does(changes.withdraw, note)
    assert texts_of(group.session) == []
    group.does(merging.restore, note)
    assert texts_of(group.session) == ["bort med faxen"]


def test_rewording_a_note_to_nothing_withdraws_it_with_its_words_kept(group: Group):
    (note,) = group.says("fax")
    group.does(changes.revise, note, "  ")
    found = group.session.note(note)
    assert found
    assert (found.gone, found.text) == (True, "fax")


@pytest.mark.parametrize(("shown_hands", "kept"), [(-1, 0), (0, 0), (7, 7), (5000, 999)])
def test_a_show_of_hands_is_from_none_to_999(group: Group, shown_hands: int, kept: int):
    (note,) = group.says("fax")
    group.does(changes.support, note, 1)
    group.does(changes.support, note, shown_hands)
    assert group.session.notes()[0].supporters == kept


def test_a_star_and_a_mark_of_dissent_are_set_and_taken_off_by_the_same_deed(group: Group):
    (note,) = group.says("fax")
    for make in (changes.toggle_star, changes.toggle_dissent):
        group.does(make, note)
    assert (group.session.notes()[0].star, group.session.notes()[0].dissent) == (True, True)
    for make in (changes.toggle_star, changes.toggle_dissent):
        group.does(make, note)
    assert (group.session.notes()[0].star, group.session.notes()[0].dissent) == (False, False)


def test_verdict_and_own_wording_are_given_and_taken_back(group: Group):
    group.does(changes.set_verdict, "A.1", "ja")
    group.does(changes.set_wording, "A.1", " Vad \n saknas? ")
    assert (group.session.verdict("A.1"), group.session.wording("A.1")) == ("ja", "Vad saknas?")
    group.does(changes.set_verdict, "A.1", "")
    assert (group.session.verdict("A.1"), group.session.wording("A.1")) == ("", "Vad saknas?")


def test_a_verdict_given_after_an_undone_one_brings_nothing_old_with_it(group: Group):
    group.does(changes.set_wording, "A.3", "Varför?")
    group.undoes()
    group.does(changes.set_verdict, "A.3", "nej")
    assert (group.session.verdict("A.3"), group.session.wording("A.3")) == ("nej", "")


def test_the_details_of_the_discussion_can_change_but_its_name_never_be_empty(group: Group):
    group.does(changes.set_details, {"place": " Rum\n3 ", "participants": 12, "name": " "})
    head = group.session.head
    assert (head.place, head.participants, head.name) == ("Rum 3", 12, "Ekerö")


def test_a_discussion_begun_without_a_name_can_be_given_other_details():
    nameless = Group(name=" ")
    nameless.does(changes.set_details, {"place": "Rum 3"})
    assert (nameless.session.head.name, nameless.session.head.place) == ("", "Rum 3")


def _nothing(group: Group, note: str) -> list[tuple]:
    return [
        (changes.revise, note, "fax "),
        (changes.set_kind, note, "bort"),
        (changes.move, note, "A.2", "bort"),
        (merging.restore, note),
        (changes.support, note, -5),
        (changes.set_verdict, "A.1", ""),
        (changes.set_wording, "A.3", " "),
        (changes.set_details, {"name": "Ekerö", "place": ""}),
        (changes.set_state, "utkast"),
        (changes.withdraw, "ingen sådan"),
        (changes.toggle_star, "ingen sådan"),
        (changes.take_back, "ingen sådan"),
        (changes.add_notes, group.ids(), "A.1", []),
    ]


def test_a_deed_that_would_alter_nothing_is_no_change(group: Group):
    (note,) = group.says("fax", kind="bort")
    for make, *args in _nothing(group, note):
        assert make(group.session, group.stamp(), *args) is None, make.__name__


def test_a_note_may_be_as_long_as_the_limit_and_no_longer(group: Group):
    (note,) = group.says("x" * MAX_NOTE)
    with pytest.raises(TooLongError) as raised:
        group.says("x" * (MAX_NOTE + 1))
    assert raised.value.length == MAX_NOTE + 1
    with pytest.raises(TooLongError):
        group.does(changes.revise, note, "y" * (MAX_NOTE + 1))
    assert texts_of(group.session) == ["x" * MAX_NOTE]


def test_a_final_discussion_takes_no_change_but_being_reopened(group: Group):
    (note,) = group.says("fax")
    group.does(changes.set_state, "fastställd")
    deeds = [
        (changes.add_notes, group.ids(), "A.1", ["x"]),
        (changes.revise, note, "x"),
        (changes.set_kind, note, "bort"),
        (changes.move, note, "A.1", ""),
        (changes.withdraw, note),
        (changes.support, note, 1),
        (changes.toggle_star, note),
        (changes.toggle_dissent, note),
        (changes.set_verdict, "A.1", "ja"),
        (changes.set_wording, "A.3", "x"),
        (changes.set_details, {"place": "x"}),
        (changes.take_back, group.made[1].id),
    ]
    for make, *args in deeds:
        with pytest.raises(FinalError):
            group.does(make, *args)
    group.does(changes.set_state, "utkast")
    group.says("igen")
    assert texts_of(group.session) == ["fax", "igen"]


def test_making_a_discussion_final_is_undone_like_anything_else(group: Group):
    group.does(changes.set_state, "fastställd")
    group.undoes()
    assert not group.session.final
    group.redoes()
    assert group.session.final


def test_a_draft_remembers_the_place_and_the_half_typed_words_and_is_no_step_to_undo(group: Group):
    one = changes.draft(group.session, group.stamp(), "A.2", "bort", "halv\x1b[0m mening")
    assert one == Draft(
        id="anna",
        change=one.change,
        writer="anna",
        at=group.clock(),
        step="A.2",
        kind="bort",
        text="halv mening",
    )
    assert len(changes.draft(group.session, group.stamp(), "A.2", "", "x" * (MAX_NOTE + 9)).text) == MAX_NOTE


@given(evenings(writers=1))
def test_taking_back_a_change_gives_exactly_what_was_before_it(evening: Evening):
    group = _going_on(evening)
    before = shown(group.session)
    if not group.says("en sak till", "och en"):
        return
    group.undoes()
    assert shown(group.session) == before


@given(evenings(writers=1))
def test_undoing_all_of_it_gives_the_empty_discussion_and_redoing_all_gives_it_back(evening: Evening):
    empty = shown(Group("skriv-a").session)
    group = _going_on(evening)
    after = shown(group.session)
    steps = 0
    while group.undoes():
        steps += 1
    assert shown(group.session) == empty
    for _ in range(steps):
        group.redoes()
    assert shown(group.session) == after


def _going_on(evening: Evening) -> Group:
    """The group of an evening, after a restart."""
    ids = {one for version in every_version(evening.session) for one in (version.id, version.change)}
    return Group("skriv-a", evening.session, last=max(filter(is_id, ids)))


def test_hands_for_several_notes_are_one_step_and_those_that_have_them_already_are_left_alone() -> None:
    group = Group()
    first, second, third = group.says("ett", "två", "tre")
    group.does(changes.support, second, 4)
    made = group.does(changes.support_each, {first: 2, second: 4, third: 1_000})
    assert made
    assert [one.id for one in made.versions] == [first, third]
    assert [note.supporters for note in group.session.notes()] == [2, 4, 999]
    assert group.does(changes.support_each, {first: 2}) is None
    assert group.does(changes.support_each, {}) is None
    group.undoes()
    assert [note.supporters for note in group.session.notes()] == [0, 4, 0]
