"""The history tells what was done, in order, whoever did it and whatever their clocks said."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes, conclusions, merging
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.records import BY_HAND, Answer, Draft, Head, Note, Spent
from diskussion_tui.domain.story.diff import Deed
from diskussion_tui.domain.story.history import Entry, history_of, history_of_note
from tests.support.builders import NOON, SESSION, Group, every_version
from tests.support.hostile import Evening, evenings

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session


def told(session: Session) -> list[tuple[str, ...]]:
    """What each change did, in words of the history, without the beginning."""
    entries = history_of(session)[1:]
    return [tuple(str(deed.what) for part in entry.parts for deed in part.deeds) for entry in entries]


def last(session: Session) -> Entry:
    return history_of(session)[-1]


def only_deed(session: Session) -> Deed:
    (part,) = last(session).parts
    (deed,) = part.deeds
    return deed


def test_a_discussion_begins_with_its_beginning():
    (entry,) = history_of(Group("anna").session)
    assert (entry.writer, entry.at, entry.act) == ("anna", NOON, "did")
    assert entry.parts[0].deeds == (Deed("begun", None, "Ekerö"),)


def test_everything_that_is_done_to_a_note_has_its_own_word():
    group = Group()
    (note,) = group.says("Fax", kind="bort")
    group.does(changes.revise, note, "Faxen")
    group.does(changes.set_kind, note, "nytt")
    group.does(changes.move, note, "A.1", "")
    group.does(changes.support, note, 4)
    for change in (changes.toggle_star, changes.toggle_star, changes.toggle_dissent, changes.toggle_dissent):
        group.does(change, note)
    group.does(changes.withdraw, note)
    group.does(merging.restore, note)
    assert told(group.session) == [
        ("added",),
        ("reworded",),
        ("kind",),
        ("moved", "kind"),
        ("hands",),
        ("starred",),
        ("unstarred",),
        ("dissented",),
        ("undissented",),
        ("withdrawn",),
        ("restored",),
    ]


def test_a_rewording_tells_the_words_before_and_after():
    group = Group()
    (note,) = group.says("Fax")
    group.does(changes.revise, note, "Faxen")
    assert only_deed(group.session) == Deed("reworded", "Fax", "Faxen")


def test_moving_and_counting_tell_from_what_to_what():
    group = Group()
    (note,) = group.says("Fax", kind="bort")
    group.does(changes.move, note, "A.1", "")
    assert last(group.session).parts[0].deeds == (Deed("moved", "A.2", "A.1"), Deed("kind", "bort", None))
    group.does(changes.support, note, 4)
    assert only_deed(group.session) == Deed("hands", 0, 4)


def test_a_dissent_taken_off_with_its_words_is_told_once():
    group = Group()
    (note,) = group.says("Fax")
    group.does(changes.word_dissent, note, "dyrt")
    group.does(changes.toggle_dissent, note)
    assert told(group.session)[1:] == [("objected", "dissented"), ("undissented",)]


def test_a_verdict_is_given_changed_and_taken_back():
    group = Group()
    for verdict in ("ja", "nej", ""):
        group.does(changes.set_verdict, "A.1", verdict)
    entries = history_of(group.session)[1:]
    assert [entry.parts[0].deeds for entry in entries] == [
        (Deed("verdict_given", None, "ja"),),
        (Deed("verdict_changed", "ja", "nej"),),
        (Deed("verdict_taken_back", "nej", None),),
    ]


def test_undoing_the_first_verdict_takes_it_back():
    group = Group()
    group.does(changes.set_verdict, "A.1", "ja")
    group.undoes()
    assert only_deed(group.session) == Deed("verdict_taken_back", "ja", None)


def test_a_question_is_worded_reworded_and_taken_back():
    group = Group()
    for wording in ("Vem?", "Vem sköter parken?", ""):
        group.does(changes.set_wording, "A.3", wording)
    assert told(group.session) == [("question_worded",), ("question_reworded",), ("question_taken_back",)]


def test_details_are_told_one_by_one_and_ending_and_reopening_by_their_names():
    group = Group()
    group.does(changes.set_details, {"place": "Ekerö", "participants": 8})
    assert last(group.session).parts[0].deeds == (
        Deed("detail", None, "Ekerö", "place"),
        Deed("detail", None, 8, "participants"),
    )
    group.does(changes.set_state, "fastställd")
    group.does(changes.set_state, "utkast")
    assert told(group.session)[1:] == [("finalised",), ("reopened",)]


def test_a_change_that_held_several_notes_is_one_entry():
    group = Group()
    group.says("ett", "två", "tre")
    assert told(group.session) == [("added", "added", "added")]
    assert [part.deeds[0].after for part in last(group.session).parts] == ["ett", "två", "tre"]


def test_undoing_an_addition_withdraws_the_note_and_names_the_change():
    group = Group()
    said = group.saying("Fax")
    group.clock.passes(minutes=5)
    group.undoes()
    entry = last(group.session)
    assert (entry.act, entry.undoes, entry.undone_at) == ("undid", said.id, NOON)
    assert told(group.session) == [("added",), ("withdrawn",)]


def test_undoing_an_undo_is_a_redo_and_undoing_that_an_undo_again():
    group = Group()
    group.says("Fax")
    for step in (group.undoes, group.redoes, group.undoes, group.redoes):
        assert step()
    assert [entry.act for entry in history_of(group.session)[2:]] == ["undid", "redid", "undid", "redid"]


def test_what_takes_back_a_change_that_is_not_kept_is_still_an_undo():
    group = Group()
    (note,) = group.says("Fax")
    group.does(changes.revise, note, "Faxen")
    group.undoes()
    kept = session_of([one for one in every_version(group.session) if one.rev != 2])
    assert (last(kept).act, last(kept).undone_at) == ("undid", None)


def test_a_note_whose_first_versions_are_gone_is_not_said_to_be_added():
    group = Group()
    (note,) = group.says("Fax")
    group.does(changes.revise, note, "Faxen")
    kept = session_of([one for one in every_version(group.session) if one.change != group.made[1].id])
    assert only_deed(kept) == Deed("kept", None, "Faxen")


def test_a_clock_that_goes_back_changes_nothing_in_the_order():
    group = Group()
    (note,) = group.says("ett")
    group.clock.passes(hours=-3)
    group.does(changes.revise, note, "två")
    group.clock.passes(hours=-3)
    group.says("tre")
    assert told(group.session) == [("added",), ("reworded",), ("added",)]


def test_a_version_is_never_told_before_the_one_it_was_made_from():
    late = Group("anna")
    (note,) = late.says("ett")
    early = Group("bo", late.session, start=900)
    early.clock.passes(days=-1)
    early.does(changes.revise, note, "två")
    assert [entry.writer for entry in history_of(early.session)] == ["anna", "anna", "bo"]


def test_two_versions_made_at_the_same_time_are_both_told_each_against_what_it_was_made_from():
    anna = Group("anna")
    (note,) = anna.says("Fax")
    bo = Group("bo", anna.session, start=900)
    anna.does(changes.revise, note, "Faxen")
    bo.does(changes.support, note, 5)
    anna.hears(bo.session)
    by = {entry.writer: entry.parts[0] for entry in history_of(anna.session)[2:]}
    assert by["anna"].deeds == (Deed("reworded", "Fax", "Faxen"),)
    assert by["bo"].deeds == (Deed("hands", 0, 5),)
    assert (by["anna"].beside, by["anna"].stood) == (("bo",), False)
    assert (by["bo"].beside, by["bo"].stood) == (("anna",), True)


def test_what_follows_two_versions_is_told_against_the_one_it_was_made_from():
    anna = Group("anna")
    (note,) = anna.says("Fax")
    bo = Group("bo", anna.session, start=900)
    bo.does(changes.support, note, 5)
    anna.does(changes.revise, note, "Faxen")
    anna.does(changes.toggle_star, note)
    anna.hears(bo.session)
    deeds = [entry.parts[0].deeds for entry in history_of(anna.session) if entry.writer == "anna"]
    assert deeds[-1] == (Deed("starred"),)


def test_a_draft_is_no_history():
    group = Group()
    draft = changes.draft(group.session, group.stamp(), "A.2", "", "halvskri")
    assert len(history_of(session_of([*every_version(group.session), draft]))) == 1


def test_the_history_of_a_note_holds_only_that_note():
    group = Group()
    first, second = group.says("ett", "två")
    group.does(changes.revise, second, "andra")
    group.does(changes.set_verdict, "A.1", "ja")
    assert [part.version.id for entry in history_of_note(group.session, first) for part in entry.parts] == [
        first
    ]
    assert len(history_of_note(group.session, second)) == 2
    assert history_of_note(group.session, "A.1") == ()


def test_a_hand_in_the_file_is_told_after_the_change_it_altered():
    group = Group()
    (note,) = group.says("Fax")
    group.says("Senare")
    was = group.session.note(note)
    assert was
    by_hand = replace(was, rev=2, text="Faxar", writer=BY_HAND, change=f"{was.change}-fil")
    entries = history_of(session_of([*every_version(group.session), by_hand]))
    assert [entry.writer for entry in entries] == ["anna", "anna", BY_HAND, "anna"]


def test_a_note_that_was_purged_is_told_of_without_its_words():
    group = Group()
    (note,) = group.says("Hemligt")
    group.does(changes.purge, note)
    entries = history_of(group.session)
    assert [deed.what for entry in entries for part in entry.parts for deed in part.deeds] == [
        "begun",
        "purged",
    ]
    assert history_of_note(group.session, note) == entries[1:]
    assert "Hemligt" not in repr(entries)


def test_two_changes_that_each_follow_the_other_are_told_in_pieces():
    def note(id_: str, rev: int, change: str) -> Note:
        return Note(id=id_, rev=rev, change=change, writer="w", at=NOON, question="A.2", text=change)

    head = Group().made[0].versions[0]
    crossed = [note("a", 1, "X"), note("a", 2, "Y"), note("b", 1, "Y"), note("b", 2, "X")]
    assert_lawful(session_of([head, *crossed]))


def assert_lawful(session: Session) -> None:
    """Every version that is neither a draft nor time that passed is told once, and a record's versions in their order."""
    versions = [part.version for entry in history_of(session) for part in entry.parts]
    expected = [one for one in every_version(session) if not isinstance(one, Draft | Spent)]
    assert len(versions) == len(expected)
    assert set(versions) == set(expected)
    place = {version: number for number, version in enumerate(versions)}
    for record in session.versions.values():
        if not isinstance(record[0], Draft | Spent):
            assert all(place[before] < place[after] for before, after in pairwise(record))


@given(evenings())
def test_every_version_is_told_exactly_once_and_a_change_is_one_entry(evening: Evening):
    assert_lawful(evening.session)
    entries = history_of(evening.session)
    assert len(entries) == len({entry.change for entry in entries})


@given(evenings(), st.randoms(use_true_random=False))
def test_the_same_versions_in_any_order_are_the_same_history(evening: Evening, chance):
    versions = list(every_version(evening.session))
    chance.shuffle(versions)
    assert history_of(session_of(versions)) == history_of(evening.session)


@given(evenings(writers=1))
def test_what_one_writer_did_is_told_in_the_order_it_was_done(evening: Evening):
    entries = history_of(evening.session)
    left = set(every_version(evening.session))  # nothing is told of what was done to words removed for good
    told = [
        change
        for change in evening.changes
        if not isinstance(change.versions[0], Spent) and not left.isdisjoint(change.versions)
    ]
    assert [entry.change for entry in entries] == [change.id for change in told]
    assert [entry.undoes for entry in entries] == [change.versions[0].undoes for change in told]


NUMBERS = st.integers(1, 4)
HAND_MADE = st.builds(
    Note,
    id=st.sampled_from("abc"),
    rev=NUMBERS,
    change=st.sampled_from(["", "X", "Y", "Z", "01JYRME1H3G3JDYYPCYRA06SDM"]),
    writer=st.sampled_from(["w", "fil"]),
    undoes=st.sampled_from(["", "X", "Y"]),
    gone=st.booleans(),
    at=st.sampled_from([NOON, NOON - dt.timedelta(days=1), dt.datetime(1, 1, 2, tzinfo=dt.UTC)]),
    question=st.just("A.2"),
    text=st.sampled_from(["ett", "två"]),
)


@given(st.lists(HAND_MADE, max_size=14))
def test_a_file_put_together_by_hand_is_told_too(notes: list[Note]):
    head = Head(
        id=SESSION, change="", writer="", at=NOON, name="x", date=NOON.date(), workbook="", workbook_version=1
    )
    assert_lawful(session_of([head, *notes]))


@pytest.mark.parametrize("gone", [True, False])
def test_an_answer_that_says_nothing_has_no_deed(gone: bool):
    group = Group()
    empty = Answer(id="A.1", change="c", writer="w", at=NOON, gone=gone)
    entries = history_of(session_of([*every_version(group.session), empty]))
    assert [part.deeds for entry in entries for part in entry.parts if part.version is empty] == [()]


def test_what_a_record_is_made_with_is_not_told_once_more_as_done_to_it():
    group = Group()
    group.does(
        lambda session, stamp: changes.add_notes(
            session, stamp, group.ids(), "A.2", ["fax"], "bort", group="bord 1"
        )
    )
    (note,) = group.session.notes()
    said = conclusions.read("A: ringa", "åtgärd", ("A",), NOON.date())
    group.does(conclusions.conclude, group.new_id(), "åtgärd", said, (note.id,))
    told = {deed.what for entry in history_of(group.session) for part in entry.parts for deed in part.deeds}
    assert "added" in told
    assert not told & {
        "kind",
        "table",
        "conclusion_sorted",
        "conclusion_placed",
        "conclusion_notes",
        "reworded",
    }
    group.does(changes.set_kind, note.id, "nytt")
    told = {deed.what for entry in history_of(group.session) for part in entry.parts for deed in part.deeds}
    assert "kind" in told
