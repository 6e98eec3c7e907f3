"""What one machine shows every machine shows: uniting sets of versions, with words removed for good and rival versions.

The laws of plain notes stand in tests/domain/session/test_fold.py; here are those of what writers do against each other.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.records import Head, Note, Purge
from diskussion_tui.store.files.codec import Encoder, read
from tests.support.builders import Group, every_version, shown, texts_of
from tests.support.hostile import WRITERS, Quarrel, quarrels

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session


def _seen(session: Session) -> tuple:
    """Everything that a screen can show of a session."""
    notes = [key[1] for key in session.versions if key[0] == "notes"]
    rivals = {note: session.rivals(note) for note in notes}
    drafts = {name: session.draft(name) for name in WRITERS}
    return session.versions, session.by_question, shown(session), set(session.withdrawn()), rivals, drafts


@given(quarrels(), st.randoms(use_true_random=False))
def test_in_whatever_order_and_however_often_versions_come_the_same_is_shown(quarrel: Quarrel, chance):
    whole = _seen(session_of(quarrel.all))
    versions = [*quarrel.all, *chance.choices(quarrel.all, k=7)]
    chance.shuffle(versions)
    assert _seen(session_of(versions)) == whole
    head = next(one for one in versions if isinstance(one, Head))
    session = session_of([head])
    while versions:
        size = chance.randint(1, 5)
        session, versions = fold(session, versions[:size]), versions[size:]
    assert _seen(session) == whole


@given(quarrels())
def test_whichever_machine_takes_in_whichever_first_they_end_alike(quarrel: Quarrel):
    one, two, three = map(session_of, quarrel.parts)
    ends = [
        fold(fold(a, every_version(b)), every_version(c))
        for a, b, c in itertools.permutations((one, two, three))
    ]
    ends.append(fold(one, every_version(fold(two, every_version(three)))))
    assert all(_seen(end) == _seen(ends[0]) for end in ends)
    again = fold(ends[0], every_version(ends[0]))
    assert _seen(again) == _seen(ends[0])


@given(quarrels())
def test_what_was_removed_for_good_on_one_machine_has_no_words_on_any(quarrel: Quarrel):
    session = session_of(quarrel.all)
    purged = {one.id for one in quarrel.all if isinstance(one, Purge)}
    assert not [one for one in every_version(session) if isinstance(one, Note) and one.id in purged]
    assert all(session.purged(note) and session.note(note) is None for note in purged)
    kept = read(Encoder("skriv-a").file(session))
    assert set(kept.versions) == set(every_version(session))
    others = {one.id for one in quarrel.all if isinstance(one, Note)} - purged
    assert {key[1] for key in session.versions if key[0] == "notes"} == others


# Two versions of one note


def _two(*, apart: float = 1) -> tuple[Group, Group, str]:
    """Two laptops that know the same note; the second one's clock is `apart` seconds ahead."""
    anna = Group("anna")
    (note,) = anna.says("fax")
    bo = Group("bo", anna.session, start=900)
    bo.clock.passes(seconds=apart)
    return anna, bo, note


def _meet(*groups: Group) -> Session:
    """Everybody hears everybody; what they all show now."""
    for one, other in itertools.permutations(groups, 2):
        one.hears(other.session)
    assert all(_seen(one.session) == _seen(groups[0].session) for one in groups)
    return groups[0].session


def test_two_who_reword_a_note_at_once_leave_two_versions_to_choose_between_on_every_machine():
    anna, bo, note = _two()
    anna.does(changes.revise, note, "fax bort")
    bo.does(changes.revise, note, "bort med faxen")
    assert anna.session.rivals(note) == bo.session.rivals(note) == ()
    met = _meet(anna, bo)
    assert [one.text for one in met.rivals(note)] == ["fax bort", "bort med faxen"]
    assert texts_of(met) == ["bort med faxen"]


def test_two_who_write_the_same_leave_nothing_to_choose_between():
    anna, bo, note = _two()
    for who in (anna, bo):
        who.does(changes.revise, note, "fax bort")
    assert _meet(anna, bo).rivals(note) == ()


@pytest.mark.parametrize("chosen", [0, 1])
@pytest.mark.parametrize("chooser", [0, 1])
def test_choosing_one_of_two_versions_ends_it_on_every_machine(chosen: int, chooser: int):
    anna, bo, note = _two()
    anna.does(changes.revise, note, "fax bort")
    bo.does(changes.revise, note, "bort med faxen")
    met = _meet(anna, bo)
    wanted = met.rivals(note)[chosen]
    assert (anna, bo)[chooser].does(changes.settle, wanted)
    after = _meet(anna, bo)
    assert (after.rivals(note), texts_of(after)) == ((), [wanted.text])
    assert {getattr(one, "text", "") for one in after.versions["notes", note]} == {
        "fax",
        "fax bort",
        "bort med faxen",
    }


def test_two_who_choose_differently_at_once_are_asked_again_and_alike_ends_it():
    anna, bo, note = _two()
    anna.does(changes.revise, note, "fax bort")
    bo.does(changes.revise, note, "bort med faxen")
    first, second = _meet(anna, bo).rivals(note)
    anna.does(changes.settle, first)
    bo.does(changes.settle, second)
    assert len(_meet(anna, bo).rivals(note)) == 2
    for who in (anna, bo):
        who.does(changes.settle, who.session.rivals(note)[0])
    assert _meet(anna, bo).rivals(note) == ()


@pytest.mark.parametrize("apart", [-5, 0, 5])
def test_what_one_reworded_stays_in_view_when_another_withdrew_it_at_once_whatever_the_clocks_say(
    apart: float,
):
    anna, bo, note = _two(apart=apart)
    anna.does(changes.withdraw, note)
    bo.does(changes.revise, note, "bort med faxen")
    met = _meet(anna, bo)
    assert texts_of(met) == ["bort med faxen"]
    assert {one.gone for one in met.rivals(note)} == {True, False}
    later = Group("anna", met, start=5000)
    later.does(changes.withdraw, note)
    assert texts_of(later.session) == []


# Undo

ALTERED = (
    (changes.revise, ("annas",), ("bos",), "text"),
    (changes.set_kind, ("bort",), ("nytt",), "kind"),
    (changes.move, ("A.1", ""), ("A.3", ""), "question"),
    (changes.support, (3,), (7,), "supporters"),
)


@pytest.mark.parametrize(("make", "annas", "bos", "name"), ALTERED)
def test_undo_never_takes_back_what_another_wrote_in_the_same_place_later(
    make, annas: tuple, bos: tuple, name: str
):
    anna, bo, note = _two()
    anna.does(make, note, *annas)
    bo.hears(anna.session)
    bo.does(make, note, *bos)
    anna.hears(bo.session)
    anna.undoes()
    kept = _meet(anna, bo).note(note)
    assert getattr(kept, name) == bos[0]


@pytest.mark.parametrize(("annas", "bos"), [*itertools.permutations(ALTERED, 2)])
def test_undo_leaves_what_another_wrote_in_another_place_of_the_same_note(annas: tuple, bos: tuple):
    if {annas[3], bos[3]} == {"question", "kind"}:
        bos = (changes.toggle_star, (), (True,), "star")  # moving a note sets its kind too
    anna, bo, note = _two()
    before = anna.session.note(note)
    anna.does(annas[0], note, *annas[1])
    bo.hears(anna.session)
    bo.does(bos[0], note, *(bos[2] if bos[3] != "star" else ()))
    anna.hears(bo.session)
    anna.undoes()
    kept = _meet(anna, bo).note(note)
    assert getattr(kept, bos[3]) == bos[2][0]
    assert getattr(kept, annas[3]) == getattr(before, annas[3])
