"""Every note that was said across a folder, and how many there are of each sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes, parking
from diskussion_tui.store.library.listing import Library
from tests.store.library.test_one_reader import lies_in
from tests.support.builders import Group

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.analysis.said import Said


class _Withdrawn:
    """Asks for what was taken back."""

    def matches(self, said: Said) -> bool:
        return said.withdrawn


@pytest.fixture
def library(tmp_path: Path) -> Library:
    group = Group()
    group.says("Fax mellan sjukhus", "Dubbla remisser", "Mobila team", "Långa köer")
    _first, second, third, _last = group.session.notes()
    group.does(changes.withdraw, second.id)
    group.does(parking.park, third.id)
    lies_in(tmp_path, group.session)
    made = Library(tmp_path)
    made.refresh()
    return made


def test_what_was_said_in_a_folder_is_what_is_in_force(library: Library) -> None:
    assert [one.text for one in library.said()] == ["Fax mellan sjukhus", "Långa köer"]


def test_who_asks_for_withdrawn_notes_is_given_them(library: Library) -> None:
    assert [one.text for one in library.said(_Withdrawn())] == ["Dubbla remisser"]


def test_notes_are_counted_by_what_is_known_of_them(library: Library) -> None:
    (first, *_) = library.said()
    found = library.counts(("part", "kind", "month", "name"))
    assert found == {(first.section, first.kind, "2026-05", first.discussion.name): 2}
