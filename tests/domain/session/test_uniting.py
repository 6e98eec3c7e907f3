"""Tables united: in whatever order, however often, the same; tables stay tables, and what one removed for good stays removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.merging import merge
from diskussion_tui.domain.session.records import Answer, Head, Note
from diskussion_tui.domain.session.uniting import (
    DifferentWorkbooksError,
    details_united,
    differing,
    table_of,
    united,
)
from tests.support.builders import SESSION, Group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session


def _table(name: str, *notes: str, start: int, verdict: str = "") -> Session:
    """A table's discussion, with an id of its own."""
    group = Group(name, start=start, name=name)
    group.says(*notes)
    if verdict:
        group.does(changes.set_verdict, "A.1", verdict)
    return _as_own(group.session, start)


def _as_own(session: Session, start: int) -> Session:
    from dataclasses import replace

    own = f"{SESSION[:-4]}{start:04d}"
    heads = [
        replace(version, id=own) if isinstance(version, Head) else version
        for versions in session.versions.values()
        for version in versions
    ]
    return session_of(heads, session.frame)


def _whole(records: Iterable[Record], name: str = "Alla", start: int = 9000) -> Session:
    """A united discussion, to be united again."""
    head = _table(name, start=start).head
    return session_of((head, *records))


def _content(records: Iterable[Record]) -> set[Record]:
    return set(records)


def test_each_note_has_its_table() -> None:
    first = _table("Ekerö bord 1", "Bänkar", start=1000)
    second = _table("Ekerö, kvällen", "Fontän", start=2000)
    session = _whole(united([first, second]))
    assert {note.text: note.group for note in session.notes()} == {"Bänkar": "1", "Fontän": "Ekerö, kvällen"}


@pytest.mark.parametrize(
    ("name", "table"),
    [("Ekerö bord 3", "3"), ("Table 12, evening", "12"), ("Ekerö", "Ekerö"), ("Bordsbyn", "Bordsbyn")],
)
def test_a_table_is_called_by_its_number(name: str, table: str) -> None:
    assert table_of(_table(name, start=1000).head) == table


def test_verdicts_that_differ_are_told_and_none_is_set() -> None:
    tables = [
        _table("Bord 1", start=1000, verdict="ja"),
        _table("Bord 2", start=2000, verdict="nej"),
        _table("Bord 3", start=3000, verdict="ja"),
    ]
    assert _whole(united(tables)).verdict("A.1") == ""
    (told,) = differing(tables)
    assert told.given == (("Bord 1", "ja"), ("Bord 2", "nej"), ("Bord 3", "ja"))
    assert _whole(united([tables[0], tables[2]])).verdict("A.1") == "ja"


def test_that_verdicts_differed_is_not_forgotten_when_a_third_table_comes() -> None:
    first, second, third = (
        _table(f"Bord {number}", start=1000 * number, verdict=verdict)
        for number, verdict in ((1, "ja"), (2, "nej"), (3, "ja"))
    )
    step = _whole(united([first, second]))
    assert _whole(united([step, third])).verdict("A.1") == ""
    assert _content(united([step, third])) == _content(united([first, second, third]))


def test_what_one_table_removed_for_good_stays_removed() -> None:
    group = Group(start=1000)
    (secret, kept) = group.says("Anna Ek, 070-1234567", "Bänkar")
    copy = _as_own(group.session, 2000)
    group.does(changes.purge, secret)
    session = _whole(united([copy, group.session]))
    assert [note.id for note in session.notes()] == [kept]
    assert "Anna" not in repr(dict(session.versions))


def test_discussions_of_different_workbooks_are_refused() -> None:
    from dataclasses import replace

    one = _table("Bord 1", start=1000)
    other = session_of((replace(_table("Bord 2", start=2000).head, workbook="torget"),))
    with pytest.raises(DifferentWorkbooksError) as refused:
        united([one, other])
    assert refused.value.found == ("parken", "torget")


def test_participants_are_added_up_only_where_every_table_says_how_many() -> None:
    first, second = Group(start=1000), Group(start=2000)
    first.does(changes.set_details, {"participants": 6, "place": "Ekerö"})
    tables = [_as_own(first.session, 1000), _as_own(second.session, 2000)]
    assert details_united(tables) == {}
    second.does(changes.set_details, {"participants": 5, "place": "Ekerö"})
    tables[1] = _as_own(second.session, 2000)
    assert details_united([*tables, tables[0]]) == {"participants": 11, "place": "Ekerö"}


def test_participants_are_not_added_up_where_two_tables_have_a_note_in_common() -> None:
    """Then one of them was begun as a copy of the other, and the same people would be counted twice."""
    group = Group(start=1000)
    group.does(changes.set_details, {"participants": 6})
    before = _as_own(group.session, 1000)
    assert details_united([before, _as_own(group.session, 2000)]) == {"participants": 12}
    group.says("Bänkar")
    copies = [_as_own(group.session, start) for start in (1000, 2000)]
    copies[1] = session_of(
        (
            copies[1].head,
            *(one for key, those in copies[0].versions.items() if key[0] == Note.table for one in those),
        )
    )
    assert details_united(copies) == {}


SAID = st.lists(st.sampled_from(["Bänkar", "Fontän", "Lekplats"]), max_size=3)


@st.composite
def _tables(draw: st.DrawFn) -> list[Session]:
    """Some tables, of which one may be a copy of another that went its own way."""
    found: list[Session] = []
    for number in range(draw(st.integers(1, 3))):
        start = 1000 * (number + 1)
        group = Group(
            f"skriv-{number}", start=start, name=draw(st.sampled_from(["Bord 1", "Bord 2", "Ekerö"]))
        )
        ids = group.says(*draw(SAID)) if draw(st.booleans()) else ()
        if ids and draw(st.booleans()):
            group.does(changes.withdraw, ids[0])
        if len(ids) > 1 and draw(st.booleans()):
            group.does(merge, group.ids(), ids[:2])
        if verdict := draw(st.sampled_from(["", "ja", "nej"])):
            group.does(changes.set_verdict, "A.1", verdict)
        if wording := draw(st.sampled_from(["", "Vad saknas?", "Vem sköter?"])):
            group.does(changes.set_wording, "A.3", wording)
        found.append(_as_own(group.session, start))
        if ids and draw(st.booleans()):
            copy = Group("kopia", session=group.session, start=start + 500)
            copy.does(changes.revise, ids[-1], "Fler bänkar")
            if draw(st.booleans()):
                copy.does(changes.purge, ids[0])
            found.append(_as_own(copy.session, start + 500))
    return found


@settings(max_examples=30)
@given(tables=_tables(), order=st.randoms(use_true_random=False))
def test_the_order_of_the_tables_and_how_often_one_comes_change_nothing(tables: list[Session], order) -> None:
    again = [*tables, *tables]
    order.shuffle(again)
    assert _content(united(tables)) == _content(united(again))


@settings(max_examples=30)
@given(tables=_tables(), cut=st.integers(0, 6))
def test_what_was_united_is_united_again_as_if_all_at_once(tables: list[Session], cut: int) -> None:
    first, rest = tables[: cut % len(tables) + 1], tables[cut % len(tables) + 1 :]
    step = _whole(united(first))
    assert _content(united([step, *rest])) == _content(united(tables))


@settings(max_examples=30)
@given(tables=_tables())
def test_no_note_of_any_table_is_lost(tables: list[Session]) -> None:
    session = _whole(united(tables))
    for table in tables:
        for note in table.current(Note):
            assert session.note(note.id) or session.purged(note.id)
    assert {one.id for one in session.current(Answer)} == {
        one.id for table in tables for one in table.current(Answer)
    }
