"""What a discussion holds, counted."""

from __future__ import annotations

from collections import Counter

from hypothesis import given

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.summary import answered, overview_of
from tests.support.builders import Group
from tests.support.hostile import Evening, evenings


def test_only_notes_in_force_are_counted():
    group = Group()
    group.says("ett", "två", question="A.2", kind="bort")
    group.says("tre", question="A.2", kind="nytt")
    (gone,) = group.says("fyra", question="E.A")
    group.does(changes.withdraw, gone)
    overview = overview_of(group.session)
    assert (overview.notes, overview.kinds, overview.parts) == (3, {"bort": 2, "nytt": 1}, ("A",))


def test_a_question_is_answered_by_a_note_a_verdict_or_a_wording():
    group = Group()
    assert not any(answered(group.session, question) for question in ("A.1", "A.2", "A.3"))
    group.does(changes.set_verdict, "A.1", "ja")
    group.says("fax", question="A.2")
    group.does(changes.set_wording, "A.3", "Varför?")
    assert all(answered(group.session, question) for question in ("A.1", "A.2", "A.3"))


@given(evenings())
def test_the_counts_agree_with_the_notes_one_by_one(evening: Evening):
    notes = evening.session.notes()
    overview = overview_of(evening.session)
    assert overview.notes == len(notes) == sum(map(len, evening.session.by_question.values()))
    assert overview.kinds == Counter(note.kind for note in notes if note.kind)
    assert set(overview.parts) == {note.question[0] for note in notes}
