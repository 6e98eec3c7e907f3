"""What one file holds beyond others: every version that stands nowhere else, and a half-typed line only where it is the newer one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.fold import fold
from diskussion_tui.store.upkeep.scan import beyond
from tests.support.builders import Group, every_version

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Draft


class Evening(Group):
    """A group whose half-typed line is kept."""

    def types(self, text: str, note: str = "") -> Draft:
        made = changes.draft(self.session, self.stamp(), "A.2", "", text, (note, "") if note else ("", ""))
        self.session = fold(self.session, (made,))
        return made


def test_a_note_and_a_version_that_stand_nowhere_else_count_once() -> None:
    group = Group()
    (note,) = group.says("fax")
    known = every_version(group.session)
    group.does(changes.revise, note, "faxen")
    group.says("köer")
    every = every_version(group.session)
    assert [getattr(one, "text", "") for one in beyond((*every, *every), known)] == ["faxen", "köer"]
    assert beyond(known, every) == ()


def test_a_note_that_was_removed_for_good_is_not_brought_back() -> None:
    group = Group()
    kept, gone = group.says("fax", "hemligt")
    before = every_version(group.session)
    made = group.does(changes.purge, gone)
    assert made
    assert [one.id for one in beyond(before, made.versions) if one.table == "notes"] == [kept]


def test_a_half_typed_line_counts_where_nobody_knows_of_one() -> None:
    group = Evening()
    line = group.types("halv")
    assert beyond([line], []) == (line,)


def test_of_two_half_typed_lines_only_the_newer_one_counts() -> None:
    group = Evening()
    older, newer = group.types("halv"), group.types("halv mening")
    assert beyond([newer], [older]) == (newer,)
    assert beyond([older], [newer]) == ()
    assert beyond([older], [newer, group.types("")]) == ()


def test_an_emptied_line_counts_for_nothing_and_an_edit_that_is_begun_for_something() -> None:
    group = Evening()
    (note,) = group.says("fax")
    emptied = group.types("")
    edited = group.types("", note)
    assert beyond([emptied], []) == ()
    assert beyond([edited], []) == (edited,)


def test_a_newer_line_of_somebody_else_hides_nobodys() -> None:
    anna, bo = Evening(), Evening("bo", start=500)
    hers, his = anna.types("halv"), bo.types("annat")
    assert beyond([hers], [his]) == (hers,)


@given(st.lists(st.booleans(), min_size=6, max_size=6), st.lists(st.booleans(), min_size=6, max_size=6))
def test_what_is_beyond_and_what_is_known_are_all_there_is_and_share_nothing(
    here: list[bool], there: list[bool]
) -> None:
    group = Group()
    group.says("ett", "två", "tre", "fyra", "fem")
    every = every_version(group.session)
    some = [one for one, kept in zip(every, here, strict=True) if kept]
    known = [one for one, kept in zip(every, there, strict=True) if kept]
    found = beyond(some, known)
    assert set(found) | set(known) == set(some) | set(known)
    assert not set(found) & set(known)
