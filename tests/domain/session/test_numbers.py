"""The numbers that a room calls out: each note has one, no two the same, and nothing that is done to a note changes another's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes, merging, parking
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.numbers import called, highest, number_of
from tests.support.builders import Group, every_version

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session

QUESTIONS = ("A.1", "A.2", "A.3")
_STEPS = ("say", "withdraw", "park", "unpark", "move", "merge", "split", "reword", "undo", "redo")


def numbers(session: Session) -> dict[str, tuple[str, int]]:
    """The question and the number of every note that stands."""
    return {note.id: (note.question, number_of(session, note)) for note in session.notes()}


def _does(group: Group, step: str, pick: Any) -> None:
    """Do one thing to a note that chance picks."""
    notes, parked = group.session.notes(), group.session.parked()
    if step == "say":
        group.says(*["fax"] * pick(3, least=1), question=QUESTIONS[pick(3)])
    elif step == "unpark" and parked:
        group.does(parking.unpark, parked[pick(len(parked))].id)
    elif step in {"undo", "redo"}:
        group.undoes() if step == "undo" else group.redoes()
    elif notes:
        note, other = notes[pick(len(notes))], notes[pick(len(notes))]
        {
            "withdraw": lambda: group.does(changes.withdraw, note.id),
            "park": lambda: group.does(parking.park, note.id),
            "move": lambda: group.does(changes.move, note.id, QUESTIONS[pick(3)], note.kind),
            "merge": lambda: group.does(
                merging.merge, group.ids(), (note.id, other.id), (merging.Wish(kind=note.kind),)
            ),
            "split": lambda: group.does(merging.split, note.id),
            "reword": lambda: group.does(changes.revise, note.id, "bort med faxen"),
        }.get(step, lambda: None)()


@given(st.lists(st.sampled_from(_STEPS), max_size=25), st.randoms(use_true_random=False))
def test_no_two_notes_have_one_number_and_none_gets_another_by_what_is_done_to_others(steps, chance):
    group = Group()
    for step in steps:
        before = numbers(group.session)
        _does(group, step, lambda most, least=0: max(least, chance.randrange(most + least)))
        now = numbers(group.session)
        assert len(set(now.values())) == len(now)
        stayed = [one for one in before.keys() & now.keys() if before[one][0] == now[one][0]]
        assert {one: now[one] for one in stayed} == {one: before[one] for one in stayed}
        for question in QUESTIONS:
            under = [number_of(group.session, note) for note in group.session.notes_of(question)]
            assert under == sorted(under)
            assert all(1 <= one <= highest(group.session, question) for one in under)
        anew = session_of(every_version(group.session))
        assert (anew.arrived, anew.by_question) == (group.session.arrived, group.session.by_question)


def test_notes_are_numbered_question_by_question_in_the_order_they_came():
    group = Group()
    group.says("ett", "två", question="A.1")
    group.says("fax", "köer", question="A.2")
    assert sorted(numbers(group.session).values()) == [("A.1", 1), ("A.1", 2), ("A.2", 1), ("A.2", 2)]


def test_a_merged_note_stands_in_the_place_of_its_first_original_and_has_its_number():
    group = Group()
    one, two, three, four = group.says("ett", "två", "tre", "fyra")
    group.does(merging.merge, group.ids(), (two, four))
    shown = group.session.notes_of("A.2")
    assert [number_of(group.session, note) for note in shown] == [1, 2, 3]
    assert shown[1].sources == (two, four)
    (five,) = group.says("fem")
    assert numbers(group.session)[five][1] > 4
    group.does(merging.split, shown[1].id)
    assert [note.id for note in group.session.notes_of("A.2")] == [one, two, three, four, five]


def test_a_note_that_is_moved_is_the_last_to_have_come_and_has_its_old_number_when_it_comes_back():
    group = Group()
    (one, *_) = group.says("ett", "två", "tre")
    group.does(changes.move, one, "A.1", "")
    assert numbers(group.session)[one] == ("A.1", 1)
    group.does(changes.move, one, "A.2", "")
    assert numbers(group.session)[one] == ("A.2", 1)


def test_a_number_that_is_called_is_a_note_or_it_is_told_what_became_of_it():
    group = Group()
    one, two, three, four, five, six = group.says("ett", "två", "tre", "fyra", "fem", "sex")
    group.does(changes.withdraw, one)
    group.does(parking.park, two)
    group.does(changes.move, three, "A.1", "")
    group.does(merging.merge, group.ids(), (four, five))
    fates = [called(group.session, "A.2", number) for number in range(9)]
    assert [one.fate for one in fates] == [
        "none",
        "withdrawn",
        "parked",
        "moved",
        "",
        "merged",
        "",
        "none",
        "none",
    ]
    assert (fates[4].note and fates[4].note.sources) == (four, five)
    assert fates[5].now == 4
    assert fates[6].note == group.session.note(six)


@given(st.lists(st.booleans(), min_size=2, max_size=8), st.integers(0, 8))
def test_what_another_laptop_said_meanwhile_takes_its_place_by_when_it_was_said(turns, heard_at):
    """However late it is heard: the numbers are those that both have in the end."""
    here = Group(start=1)
    there = Group("bo", session=here.session, start=500)
    said = []
    for number, is_here in enumerate(turns):
        for group in (here, there):
            group.clock.passes(seconds=1)
        said += (here if is_here else there).says(f"{number}")
        if number == heard_at:
            here.hears(there.session)
    here.hears(there.session)
    there.hears(here.session)
    assert [note.id for note in here.session.notes_of("A.2")] == said
    assert [number_of(here.session, note) for note in here.session.notes_of("A.2")] == [
        *range(1, len(said) + 1)
    ]
    assert here.session.arrived == there.session.arrived == session_of(every_version(here.session)).arrived
