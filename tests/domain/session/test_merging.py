"""Merging notes and splitting them again: nothing is lost on the way, at any depth, whoever works on them meanwhile."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.text import MAX_NOTE
from diskussion_tui.domain.session import changes, merging
from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.merging import MergedElsewhereError, Wish
from diskussion_tui.domain.session.refusals import FinalError, TooLongError
from diskussion_tui.domain.session.undo import undo_of
from tests.support.builders import Group, every_version, texts_of
from tests.support.hostile import evenings

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session


def _merges(group: Group, *notes: str, wishes: tuple[Wish, ...] = ()) -> str:
    """Merge notes; the id of the first merged note that came of it."""
    change = group.does(merging.merge, group.ids(), notes, wishes)
    assert change
    return change.versions[0].id


def _note(group: Group, note_id: str) -> Note:
    note = group.session.note(note_id)
    assert note
    return note


def _said(session: Session) -> dict[str, dict[str, object]]:
    """What every note that stands says, every field of it."""
    return {note.id: note.said() for note in session.notes()}


def _three(*hands: int) -> tuple[Group, tuple[str, ...]]:
    group = Group()
    notes = group.says("Fax bort", "Bort med faxen", "Inga fler fax", kind="bort")
    for note, raised in zip(notes, hands, strict=False):
        group.does(changes.support, note, raised)
    return group, notes


# Merging


def test_merged_notes_stand_as_one_with_the_text_most_agreed_with_and_all_their_hands():
    group, notes = _three(2, 5)
    merged = _merges(group, *notes)
    assert texts_of(group.session) == ["Bort med faxen"]
    note = _note(group, merged)
    assert (note.supporters, note.kind, note.question, note.sources) == (7, "bort", "A.2", notes)


@pytest.mark.parametrize(
    ("hands", "stand"), [("sum", 12), ("highest", 7), (9, 9), (0, 0), (5000, 999), (-1, 0)]
)
def test_hands_are_summed_or_distinct_or_counted_anew_as_chosen(hands: merging.Hands, stand: int):
    group, notes = _three(5, 7)
    assert _note(group, _merges(group, *notes, wishes=(Wish(hands=hands),))).supporters == stand


def test_the_text_can_be_written_and_is_cleaned_like_any():
    group, notes = _three()
    merged = _merges(group, *notes, wishes=(Wish(" Sluta\x1b[31m faxa \r\n"),))
    assert _note(group, merged).text == "Sluta faxa"


def test_a_text_that_is_too_long_is_refused():
    group, notes = _three()
    with pytest.raises(TooLongError):
        _merges(group, *notes, wishes=(Wish("a" * (MAX_NOTE + 1)),))


def test_star_dissent_and_places_of_any_are_kept():
    group, notes = _three()
    group.does(changes.toggle_star, notes[0])
    group.does(changes.toggle_dissent, notes[1])
    for note, places, objection in zip(
        notes, (("a/Ek",), ("a/Ek", "Väg"), ()), ("Dyrt", "", "Svårt"), strict=True
    ):
        group.does(
            lambda session, stamp, note=note, places=places, objection=objection: changes.alter(
                session, stamp, note, places=places, objection=objection
            )
        )
    note = _note(group, _merges(group, *notes))
    assert (note.star, note.dissent, note.objection, note.places) == (
        True,
        True,
        "Dyrt\nSvårt",
        ("a/Ek", "Väg"),
    )


def test_kinds_are_kept_apart_unless_told():
    group = Group()
    old = group.says("Fax", "Faxen", kind="bort")
    new = group.says("Träd", "Fler träd", kind="nytt")
    alone = group.says("Bänkar")
    group.does(merging.merge, group.ids(), (*old, *alone, *new), ())
    assert {(note.kind, note.text) for note in group.session.notes()} == {
        ("bort", "Fax"),
        ("nytt", "Träd"),
        ("", "Bänkar"),
    }


def test_two_notes_of_different_kinds_become_one_only_when_told_which_kind():
    group = Group()
    notes = (*group.says("Fax", kind="bort"), *group.says("Faxa mer", kind="nytt"))
    assert group.does(merging.merge, group.ids(), notes, ()) is None
    merged = _merges(group, *notes, wishes=(Wish(kind="nytt"),))
    assert (_note(group, merged).kind, len(group.session.notes())) == ("nytt", 1)


def test_each_merged_note_of_several_kinds_gets_its_own_text():
    group = Group()
    notes = (*group.says("Fax", "Faxen", kind="bort"), *group.says("Träd", "Ek", kind="nytt"))
    group.does(merging.merge, group.ids(), notes, (Wish("Sluta faxa"), Wish("Plantera", hands=4)))
    assert [(note.text, note.supporters) for note in group.session.notes()] == [
        ("Sluta faxa", 0),
        ("Plantera", 4),
    ]


def test_notes_of_several_questions_stand_where_most_of_them_stood():
    group = Group()
    notes = (*group.says("ett", question="A.1"), *group.says("två", "tre", question="A.3"))
    assert _note(group, _merges(group, *notes)).question == "A.3"


def test_a_kind_is_only_given_where_notes_have_kinds():
    group = Group()
    notes = (*group.says("a", "b", question="E.A"), *group.says("c", question="A.2", kind="bort"))
    assert _note(group, _merges(group, *notes, wishes=(Wish(kind="nytt"),))).question == "A.2"
    group.undoes()
    assert _note(group, _merges(group, *notes, wishes=(Wish(kind=""),))).question == "E.A"


@pytest.mark.parametrize("given", [(), (0,), (0, 0)])
def test_fewer_than_two_notes_are_not_merged(given: tuple[int, ...]):
    group, notes = _three()
    assert group.does(merging.merge, group.ids(), [notes[one] for one in given], ()) is None


def test_a_note_that_is_withdrawn_merged_or_unknown_is_not_merged():
    group, notes = _three()
    _merges(group, *notes[:2])
    (gone,) = group.says("Borta", kind="bort")
    group.does(changes.withdraw, gone)
    assert group.does(merging.merge, group.ids(), (notes[0], notes[2], gone, "okänd"), ()) is None


@pytest.mark.parametrize(
    "made",
    [
        lambda group, notes, _: group.does(merging.merge, group.ids(), notes, ()),
        lambda group, _, merged: group.does(merging.split, merged),
        lambda group, notes, _: group.does(merging.restore, notes[2]),
    ],
    ids=["merge", "split", "restore"],
)
def test_a_final_discussion_takes_none_of_it(made: Callable):
    group, notes = _three()
    merged = _merges(group, *notes[:2])
    group.does(changes.withdraw, notes[2])
    group.does(changes.set_state, "fastställd")
    with pytest.raises(FinalError):
        made(group, notes, merged)


# The trail


def test_every_original_is_told_at_any_depth():
    group, notes = _three(1, 2, 3)
    inner = _merges(group, *notes[:2], wishes=(Wish("Faxen"),))
    outer = _merges(group, inner, notes[2])
    found = merging.originals_of(group.session, _note(group, outer))
    assert [(one.depth, one.note.text if one.note else "") for one in found] == [
        (0, "Faxen"),
        (1, "Fax bort"),
        (1, "Bort med faxen"),
        (0, "Inga fler fax"),
    ]
    assert merging.leaves_of(group.session, _note(group, outer)) == 3
    assert {merging.standing(group.session, one) for one in (*notes, inner)} == {_note(group, outer)}
    assert [one.id for one in merging.told_in(group.session, notes[0])] == [inner, outer]


@given(evenings(writers=3))
def test_whatever_happens_every_note_stands_is_parked_lies_in_the_bin_or_is_told_in_one_that_does(evening):
    session = evening.session
    shown = {note.id for note in (*session.notes(), *session.parked(), *session.withdrawn())}
    for note in [*shown]:
        found = session.note(note)
        assert found
        shown |= {one.id for one in merging.originals_of(session, found)}
    assert {key[1] for key in session.versions if key[0] == "notes"} <= shown


# Splitting


@given(evenings(writers=2), st.data())
def test_splitting_gives_back_exactly_what_was_merged_however_deep(evening, data: st.DataObject):
    group = Group("skriv-a", evening.session, start=50_000)
    group.clock.passes(hours=1)
    group.says("ett", "två", kind="bort")
    before: list[tuple[str, dict]] = []
    for _ in range(data.draw(st.integers(1, 4))):
        ids = [note.id for note in group.session.notes()]
        if len(ids) < 2:
            break
        chosen = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=4, unique=True))
        was = _said(group.session)
        before.append((_merges(group, *chosen, wishes=(Wish("allt", kind="bort"),)), was))
    for merged, was in reversed(before):
        assert group.does(merging.split, merged)
        assert _said(group.session) == was


@pytest.mark.parametrize("how", ["undo", "split"])
def test_hands_given_to_the_merged_note_do_not_touch_its_originals(how: str):
    group, notes = _three(2, 5)
    was = _said(group.session)
    merged = _merges(group, *notes)
    group.does(changes.support, merged, 9)
    assert merging.given_since(group.session, _note(group, merged)) == 9
    if how == "split":
        group.does(merging.split, merged)
    else:
        group.undoes()
        group.undoes()
    assert _said(group.session) == was


def test_only_a_merged_note_that_stands_is_split():
    group, notes = _three()
    merged = _merges(group, *notes)
    assert group.does(merging.split, notes[0]) is None
    assert group.does(merging.split, "okänd") is None
    assert group.does(merging.split, merged)
    assert group.does(merging.split, merged) is None


def test_merging_and_splitting_are_one_step_each_to_undo_and_redo():
    group, notes = _three(1)
    states = [_said(group.session)]
    merged = _merges(group, *notes)
    states.append(_said(group.session))
    group.does(merging.split, merged)
    for state in (states[1], states[0]):
        group.undoes()
        assert _said(group.session) == state
    for state in (states[1], states[0]):
        group.redoes()
        assert _said(group.session) == state


# The bin


def test_a_split_note_brought_back_from_the_bin_takes_its_originals_with_it():
    group, notes = _three(2, 5)
    merged = _merges(group, *notes)
    was = _said(group.session)
    group.does(merging.split, merged)
    group.does(merging.restore, merged)
    assert _said(group.session) == was


def test_one_whose_original_is_part_of_another_by_now_is_not_brought_back():
    group, notes = _three()
    merged = _merges(group, *notes)
    group.does(merging.split, merged)
    _merges(group, *notes[:2])
    with pytest.raises(MergedElsewhereError):
        group.does(merging.restore, merged)


def test_a_merged_note_that_was_withdrawn_comes_back_whole():
    group, notes = _three()
    merged = _merges(group, *notes)
    group.does(changes.withdraw, merged)
    assert texts_of(group.session) == []
    group.does(merging.restore, merged)
    assert texts_of(group.session) == ["Fax bort"]
    group.does(merging.split, merged)
    assert len(texts_of(group.session)) == 3


# Earlier versions


def test_an_earlier_version_brought_back_is_never_merged_into_what_is_gone():
    group, notes = _three()
    merged = _merges(group, *notes)
    as_merged = _note(group, notes[0])
    group.does(merging.split, merged)
    group.does(changes.settle, as_merged)
    assert len(texts_of(group.session)) == 3


# Removing for good


def test_removing_a_merged_note_for_good_leaves_its_originals_standing_and_is_no_step_to_undo():
    group, notes = _three(2, 5)
    was = _said(group.session)
    merged = _merges(group, *notes)
    removal = group.does(changes.purge, merged)
    assert removal
    assert removal.id not in undo_of(group.session, group.writer).done
    assert _said(group.session) == was
    assert session_of(every_version(group.session)).by_question == group.session.by_question
    group.undoes()
    assert len(texts_of(group.session)) == 3


@pytest.mark.parametrize("turns", ["ur", "urur"])
def test_undo_and_redo_after_a_merged_note_was_removed_hide_none_of_its_originals(turns: str):
    group, notes = _three()
    merged = _merges(group, *notes)
    group.undoes()
    group.does(changes.purge, merged)
    for turn in turns:
        group.redoes() if turn == "r" else group.undoes()
    assert {note.id for note in group.session.notes()} | {
        note.id for note in group.session.withdrawn()
    } == set(notes)


def test_an_original_removed_for_good_leaves_the_merged_note_and_a_gap_in_its_trail():
    group, notes = _three()
    merged = _merges(group, *notes)
    group.does(changes.purge, notes[1])
    found = merging.originals_of(group.session, _note(group, merged))
    assert [one.note is None for one in found] == [False, True, False]
    group.does(merging.split, merged)
    assert texts_of(group.session) == ["Fax bort", "Inga fler fax"]


@pytest.mark.parametrize("seed", range(6))
def test_where_the_merged_note_cannot_be_read_its_originals_stand_in_whatever_order_versions_come(seed: int):
    group, notes = _three()
    merged = _merges(group, *notes)
    versions = list(every_version(group.session))
    broken = [one for one in versions if one.id != merged]
    assert len(texts_of(session_of(broken))) == 3
    head, *rest = versions
    order = list(itertools.permutations(range(3)))[seed]
    rest = [one for place in order for one in rest[place::3]]
    session = session_of([head])
    for one in rest:
        session = fold(session, [one])
    assert session.by_question == group.session.by_question


# Several writers at once


def _two() -> tuple[Group, Group, tuple[str, ...]]:
    anna, notes = _three(1, 2, 3)
    bo = Group("bo", anna.session, start=9000)
    bo.clock.passes(seconds=1)
    return anna, bo, notes


def _meet(*groups: Group) -> Session:
    for one, other in itertools.permutations(groups, 2):
        one.hears(other.session)
    assert all(one.session.by_question == groups[0].session.by_question for one in groups)
    return groups[0].session


def test_what_one_rewords_while_another_merges_it_stays_in_view_beside_the_merged_note():
    anna, bo, notes = _two()
    merged = _merges(anna, *notes)
    bo.does(changes.revise, notes[0], "Fax bort före jul")
    met = _meet(anna, bo)
    assert {note.text for note in met.notes()} == {"Fax bort före jul", "Inga fler fax"}
    found = merging.originals_of(met, _note(anna, merged))
    assert [one.apart for one in found] == [True, False, False]
    anna.does(merging.split, merged)
    assert set(texts_of(anna.session)) == {"Fax bort före jul", "Bort med faxen", "Inga fler fax"}


def test_choosing_the_merged_version_of_a_note_reworded_at_once_puts_it_back_into_the_merged_note():
    anna, bo, notes = _two()
    merged = _merges(anna, *notes)
    bo.does(changes.revise, notes[0], "Fax bort före jul")
    met = _meet(anna, bo)
    as_merged = next(one for one in met.rivals(notes[0]) if one.merged_into)
    anna.does(changes.settle, as_merged)
    assert [note.id for note in anna.session.notes()] == [merged]


def test_two_who_merge_the_same_notes_at_once_leave_both_and_splitting_both_gives_every_note_once():
    anna, bo, notes = _two()
    merged = [_merges(one, *notes) for one in (anna, bo)]
    met = _meet(anna, bo)
    assert sorted(note.id for note in met.notes()) == sorted(merged)
    for one in merged:
        anna.does(merging.split, one)
    assert {note.id for note in anna.session.notes()} == set(notes)


def test_what_one_rewords_while_another_splits_it_stays():
    anna, bo, notes = _two()
    merged = _merges(anna, *notes)
    bo.hears(anna.session)
    anna.does(merging.split, merged)
    bo.does(changes.revise, merged, "Sluta faxa")
    assert set(texts_of(_meet(anna, bo))) == {"Fax bort", "Bort med faxen", "Inga fler fax", "Sluta faxa"}


def test_undoing_a_split_never_puts_a_note_back_into_a_merged_one_that_another_has_withdrawn_since():
    anna, bo, notes = _two()
    merged = _merges(anna, *notes)
    anna.does(merging.split, merged)
    bo.hears(anna.session)
    bo.does(changes.withdraw, notes[0])
    bo.does(merging.restore, merged)
    bo.does(changes.withdraw, merged)
    bo.does(merging.restore, notes[0])
    anna.hears(bo.session)
    anna.undoes()
    assert texts_of(_meet(anna, bo)) == ["Fax bort"]
