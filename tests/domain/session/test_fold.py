"""Merging is set union: the same versions are the same discussion, in whatever order and however often they come."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.fold import NoHeadError, fold, session_of
from diskussion_tui.domain.session.records import RECORDS, Note
from diskussion_tui.domain.session.session import rivals_in
from tests.support.builders import Group, every_version, shown, texts_of
from tests.support.hostile import Evening, evenings

if TYPE_CHECKING:
    import random

    from diskussion_tui.domain.session.session import Session


def _whole(versions):
    session = session_of(versions)
    return session.versions, session.by_question, session.notes(), session.head


def readings(session: Session) -> tuple[object, ...]:
    """What is kept beside the versions so that it need not be sought: records by table, notes with rivals.

    Sought here as if it were not kept.
    """
    for kind in RECORDS:
        found = [versions[-1] for key, versions in session.versions.items() if key[0] == kind.table]
        assert sorted(session.current(kind), key=lambda one: one.id) == sorted(
            (one for one in found if not one.gone), key=lambda one: one.id
        )
    rivals = {note.id: rivals_in(session.versions[Note.table, note.id]) for note in session.current(Note)}
    assert {note_id: session.rivals(note_id) for note_id in rivals} == rivals
    return session.disputed, {table: frozenset(keys) for table, keys in session.keys.items() if keys}


@given(evenings(), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(evening: Evening, chance: random.Random):
    versions = [version for change in evening.changes for version in change.versions]
    shuffled = versions + chance.choices(versions, k=5)
    chance.shuffle(shuffled)
    assert _whole(shuffled) == _whole(versions)


@given(evenings(), st.randoms(use_true_random=False))
def test_folding_change_by_change_is_folding_all_at_once(evening: Evening, chance: random.Random):
    first, *rest = evening.changes
    chance.shuffle(rest)
    session = session_of(first.versions)
    for change in rest:
        session = fold(session, change.versions)
    assert session == session_of(every_version(session))
    assert session.notes() == evening.session.notes()
    assert session.versions == evening.session.versions
    assert readings(session) == readings(session_of(every_version(session)))
    assert readings(session) == readings(evening.session)


@given(evenings(), st.integers(0, 2**32 - 1))
def test_three_replicas_united_in_any_grouping_are_the_same(evening: Evening, places: int):
    first, *rest = evening.changes
    parts = [[*first.versions], [*first.versions], [*first.versions]]
    for number, change in enumerate(rest):
        parts[(places >> (number % 16) * 2) % 3].extend(change.versions)
    one, two, three = map(session_of, parts)
    left = fold(fold(one, every_version(two)), every_version(three))
    right = fold(one, every_version(fold(two, every_version(three))))
    assert left == right
    assert readings(left) == readings(right)
    assert fold(left, every_version(left)) == left
    assert shown(left) == shown(evening.session)


@given(st.permutations(["ett", "två", "tre"]), st.permutations(["bort", "nytt", ""]))
def test_one_version_with_several_contents_is_settled_alike_everywhere(texts: list[str], kinds: list[str]):
    group = Group()
    (note,) = group.says("ursprung")
    version = group.session.note(note)
    assert version
    edited = [replace(version, text=text, kind=kind) for text, kind in zip(sorted(texts), kinds, strict=True)]
    orders = itertools.permutations([*every_version(group.session), *edited])
    assert len({session_of(order).note(note) for order in orders}) == 1


def test_of_two_who_change_the_same_note_the_later_is_shown_and_both_are_kept():
    anna = Group("anna")
    (note,) = anna.says("fax")
    bo = Group("bo", anna.session, start=900)
    bo.clock.passes(seconds=1)
    anna.does(changes.revise, note, "fax bort")
    bo.does(changes.revise, note, "bort med faxen")
    anna.hears(bo.session)
    bo.hears(anna.session)
    assert texts_of(anna.session) == texts_of(bo.session) == ["bort med faxen"]
    assert len(anna.session.versions["notes", note]) == 3
    assert anna.session.disputed == bo.session.disputed == {note}
    anna.does(changes.settle, anna.session.note(note))
    assert not anna.session.disputed


def test_versions_without_a_head_are_no_session():
    group = Group()
    group.says("en sak")
    with pytest.raises(NoHeadError):
        session_of(version for version in every_version(group.session) if version.table == "notes")


def test_a_change_that_moves_no_note_leaves_the_notes_the_very_same():
    """Whoever has set the notes of a page can see by that that there is nothing to set anew."""
    group = Group()
    group.says("fax")
    before = group.session.by_question
    group.does(changes.set_wording, "A.3", "Hur når vi dem som inte söker?")
    assert group.session.by_question is before
    group.says("brev")
    assert group.session.by_question is not before


@pytest.mark.parametrize(("removed", "left"), [(1, [1, 2, 3]), (2, [2, 3]), (3, [3]), (9, [3])])
def test_of_what_a_discussion_was_called_before_a_removal_only_the_last_is_left(
    removed: int, left: list[int]
) -> None:
    group = Group()
    for name in ("Ring Tolvan", "Ekerö"):
        group.does(changes.set_details, {"name": name})
    gone = changes.purge(group.session, group.stamp(), group.session.head.id)
    assert gone
    session = fold(group.session, [replace(gone.versions[0], rev=removed)])
    heads = session.versions["session", session.head.id]
    assert [one.rev for one in heads] == left
    assert session.head.name == "Ekerö"
