"""What a file may hold that nobody has said: chains without end, rings, a hundred thousand of a thing. All of it ends, in time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from diskussion_tui.domain.session.changes import Stamp
from diskussion_tui.domain.session.conclusions import notes_behind
from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.merging import leaves_of, originals_of, restore, split, standing, told_in
from diskussion_tui.domain.session.records import Conclusion, Draft, Note
from diskussion_tui.domain.session.undo import undo_of
from diskussion_tui.domain.story.history import history_of
from diskussion_tui.store.session.replicas import _by_key, by_hand
from tests.support.builders import NOON, Group
from tests.support.wrong import in_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session

MANY = 100_000
HEAD = Group().session.head
CONCLUSION = Conclusion(id="x", change="c", writer="anna", at=NOON, kind="slutsats", text="så")


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    with in_time(90):
        yield


def _id(number: int) -> str:
    return f"N{number:025d}"


def _change(number: int) -> str:
    return f"01JE8AYGD8W7RQ4T{number:010d}"


def _note(number: int, sources: Iterable[int] = (), into: int | None = None, **said: Any) -> Note:
    """A note that was merged from some others, and into another."""
    note = Note(
        id=_id(number),
        change=_change(number),
        writer="anna",
        at=NOON,
        question="A.2",
        text=f"rad {number}",
        sources=tuple(map(_id, sources)),
        merged_into="" if into is None else _id(into),
    )
    return replace(note, **said)


def _session(versions: Iterable[Record]) -> Session:
    return session_of((HEAD, *versions))


def _chain(length: int) -> Session:
    """Each note merged into the next."""
    last = length - 1
    return _session(
        _note(one, [one - 1] if one else (), one + 1 if one < last else None) for one in range(length)
    )


def _ring(length: int) -> Session:
    """Each note merged into the next, and the last into the first."""
    return _session(_note(one, [(one - 1) % length], (one + 1) % length) for one in range(length))


def _acts(session: Session) -> list[str]:
    """What the changes to notes did, in the order they were made."""
    return [entry.act for entry in history_of(session) if isinstance(entry.parts[0].version, Note)]


def test_a_note_merged_a_hundred_thousand_times_over_tells_every_one_of_them():
    session = _chain(MANY)
    top = session.note(_id(MANY - 1))
    assert top
    assert session.notes() == (top,)
    originals = originals_of(session, top)
    assert [one.depth for one in originals] == list(range(MANY - 1))
    assert originals[-1].note == session.note(_id(0))
    assert leaves_of(session, top) == 1
    assert standing(session, _id(0)) == top
    assert len(told_in(session, _id(0))) == MANY - 1
    assert notes_behind(session, replace(CONCLUSION, notes=(_id(0),))) == (top,)
    assert split(session, Stamp("c", NOON, "anna"), top.id)


@pytest.mark.parametrize("length", [1, 2, 3, 1_000])
def test_notes_that_were_merged_into_each_other_all_round_are_told_once_each(length: int):
    session = _ring(length)
    for number in range(min(length, 5)):
        note = session.note(_id(number))
        assert note
        ids = [one.id for one in originals_of(session, note)]
        assert sorted([note.id, *ids]) == [_id(one) for one in range(length)]
        assert leaves_of(session, note) == 0
        standing(session, note.id)
        assert len(told_in(session, note.id)) == length
        notes_behind(session, replace(CONCLUSION, notes=(note.id,)))
        restore(session, Stamp("c", NOON, "anna"), note.id)
    assert history_of(session)


def test_a_note_that_is_reached_by_more_ways_than_can_be_counted_is_told_once():
    rungs = 60  # each rung is made of both of the rung below: 2 to the 60th ways down
    notes = [
        _note(2 * rung + side, (2 * rung - 2, 2 * rung - 1) if rung else (), 2 * rung + 2)
        for rung in range(rungs)
        for side in (0, 1)
    ]
    session = _session(notes)
    top = session.note(_id(2 * rungs - 1))
    assert top
    assert [one.apart for one in originals_of(session, top)] == [True, True]  # both were merged into another
    assert [one.elsewhere for one in originals_of(session, top)] == [2, 2]
    holder = session.note(_id(2 * rungs - 2))
    assert holder
    told = originals_of(session, holder)
    assert len(told) == 2 * (rungs - 1)
    assert not any(one.apart for one in told)
    assert leaves_of(session, holder) == 2


def test_an_undo_of_an_undo_of_an_undo_can_be_told_and_taken_back():
    first = _note(0)
    others = (
        replace(first, rev=one + 1, change=_change(one), undoes=_change(one - 1), gone=one % 2 == 1)
        for one in range(1, MANY)
    )
    session = _session([first, *others])
    acts = _acts(session)
    assert acts == ["did", *(("undid", "redid")[one % 2] for one in range(MANY - 1))]
    assert undo_of(session, "anna").undone == (_change(MANY - 1),)


@pytest.mark.parametrize("step", [0, 1, 2])
def test_changes_that_undo_themselves_or_each_other_end(step: int):
    versions = [
        replace(_note(0), rev=one + 1, change=_change(one), undoes=_change((one + step) % 6))
        for one in range(6)
    ]
    session = _session(versions)
    assert set(_acts(session)) <= {"undid", "redid"}
    assert undo_of(session, "anna").done


def test_the_trail_read_off_a_session_is_the_one_that_was_walked():
    versions = [_note(0)]
    trail = undo_of(_session(versions), "anna")
    for one, undoes in enumerate([0, 0, 2, 0, 1, 4, 5, 0, 7, 3], 1):
        said = {"rev": one + 1, "change": _change(one), "undoes": _change(undoes) if undoes else ""}
        versions.append(replace(versions[0], **said))
        trail = trail.after(_change(one), said["undoes"])
        assert undo_of(_session(versions), "anna") == trail


def test_thousands_of_versions_of_one_note_are_one_note():
    versions = [
        replace(_note(0), rev=one + 1, change=_change(one), text=f"{one}") for one in range(MANY // 4)
    ]
    session = _session(versions)
    assert session.notes() == (versions[-1],)
    assert fold(session, versions) == session
    assert len(history_of(session)) == MANY // 4 + 1
    assert by_hand(versions, _by_key(versions)) == ()


def test_thousands_of_versions_with_one_revision_are_told():
    versions = [replace(_note(0), change=_change(one), text=f"{one}") for one in range(MANY // 8)]
    later = [replace(_note(0), rev=2, change=_change(MANY + one), text=f"{one}") for one in range(MANY // 8)]
    session = _session([*versions, *later])
    told = history_of(session)
    assert len(told) == MANY // 4 + 1
    assert all(len(part.beside) <= 40 for entry in told for part in entry.parts)


def test_changes_that_each_follow_the_other_are_told_in_pieces_and_all_of_them():
    number = 20_000
    there = [replace(_note(0), rev=one + 1, change=_change(one)) for one in range(number)]
    back = [replace(_note(1), rev=one + 1, change=_change(number - one - 1)) for one in range(number)]
    told = [part.version for entry in history_of(_session([*there, *back])) for part in entry.parts]
    assert [one for one in told if one.id == _id(0)] == there
    assert [one for one in told if one.id == _id(1)] == back


def test_a_hundred_thousand_conclusions_and_drafts_are_taken_in():
    session = _session(replace(CONCLUSION, id=_id(one)) for one in range(MANY))
    assert len(session.current(Conclusion)) == MANY
    draft = Draft(id="anna", change="c", writer="anna", at=NOON, step="A.2")
    drafts = [replace(draft, rev=one, text=f"{one}") for one in range(1, MANY)]
    assert fold(session, drafts).latest_draft() == drafts[-1]
    assert by_hand(drafts, _by_key(drafts)) == tuple(drafts)
