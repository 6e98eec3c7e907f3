"""Undo and redo are read off the changes themselves, so they are the same after a restart and on another machine."""

from __future__ import annotations

from hypothesis import given

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.undo import UndoTrail, is_step, undo_of
from tests.support.builders import Group, every_version, texts_of
from tests.support.hostile import Evening, evenings


def test_the_beginning_of_a_discussion_cannot_be_undone():
    assert undo_of(Group().session, "anna") == UndoTrail()


def test_undo_walks_back_and_redo_walks_forward_again():
    group = Group()
    for text in ("ett", "två", "tre"):
        group.says(text)
    group.undoes()
    group.undoes()
    assert texts_of(group.session) == ["ett"]
    group.redoes()
    assert texts_of(group.session) == ["ett", "två"]
    group.undoes()
    group.undoes()
    assert texts_of(group.session) == []
    for _ in range(3):
        group.redoes()
    assert texts_of(group.session) == ["ett", "två", "tre"]


def test_saying_something_new_ends_what_could_be_redone():
    group = Group()
    group.says("ett")
    group.undoes()
    group.says("två")
    assert group.redoes() is None
    assert texts_of(group.session) == ["två"]


def test_a_writer_undoes_only_what_they_did_themselves():
    anna = Group("anna")
    (note,) = anna.says("fax")
    bo = Group("bo", anna.session, start=900)
    bo.does(changes.support, note, 5)
    bo.says("köer")
    anna.hears(bo.session)
    anna.undoes()
    assert anna.undoes() is None
    assert texts_of(anna.session) == ["köer"]


def test_undoing_leaves_what_somebody_else_has_written_into_the_same_note():
    anna = Group("anna")
    (note,) = anna.says("fax")
    anna.does(changes.revise, note, "faxen")
    bo = Group("bo", anna.session, start=900)
    bo.does(changes.support, note, 5)
    anna.hears(bo.session)
    anna.undoes()
    (left,) = anna.session.notes()
    assert (left.text, left.supporters) == ("fax", 5)


def test_what_somebody_else_has_set_anew_since_is_not_taken_back():
    anna = Group("anna")
    (note,) = anna.says("fax")
    anna.does(changes.toggle_star, note)
    bo = Group("bo", anna.session, start=900)
    bo.does(changes.toggle_star, note)
    bo.does(changes.toggle_star, note)
    anna.hears(bo.session)
    anna.undoes()
    assert anna.session.notes()[0].star


@given(evenings())
def test_the_trail_after_a_restart_is_the_trail_before_it(evening: Evening):
    trail = UndoTrail()
    own = [change for change in evening.changes if change.versions[0].writer == "skriv-a"][1:]
    own = [change for change in own if is_step(change.versions[0])]
    for change in own:
        trail = trail.after(change.id, change.versions[0].undoes)
    again = session_of(reversed(every_version(evening.session)))
    assert undo_of(again, "skriv-a") == trail
