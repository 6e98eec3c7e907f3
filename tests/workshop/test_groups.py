"""Groups of discussions held side by side: what a query finds, where it lies, and what each group asked itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.session import changes
from diskussion_tui.store.library.listing import Library
from diskussion_tui.workshop import groups
from diskussion_tui.workshop.groups import Group, groups_of
from tests.store.library.sides import put
from tests.support.builders import Group as Said

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, (name, text) in enumerate(
        (("Ekerö", "Fax bort"), ("Salem", "Fax kvar"), ("Nacka", "Köer")), 1
    ):
        group = Said(start=1_000_000 * number, name=name)
        group.does(changes.set_wording, "A.3", f"Vad säger {name}?")
        group.says(text, question="A.3")
        (gone,) = group.says("Ångrat fax", question="A.3")
        group.does(changes.withdraw, gone)
        put(tmp_path, group.session, name, number)
    return tmp_path


def _groups(folder: Path, *asked: str) -> list[Group]:
    library = Library(folder)
    library.refresh()
    return groups_of([(one or "alla", parse(one).query) for one in asked], library)


def test_a_group_is_what_its_query_finds_with_where_each_lies(folder: Path) -> None:
    fax, every = _groups(folder, "fax", "")
    assert (fax.side.name, every.side.name) == ("fax", "alla")
    assert sorted(path.name.split("_")[1] for path in fax.paths.values()) == ["Ekerö", "Salem"]
    assert len(every.paths) == 3
    assert sorted(one.head.name for one in fax.sessions) == ["Ekerö", "Salem"]
    assert set(fax.paths) == {one.id for one in fax.sessions}


def test_what_was_withdrawn_puts_no_discussion_in_a_group(folder: Path) -> None:
    (found,) = _groups(folder, "ångrat")
    assert (found.sessions, found.paths) == ((), {})


def test_of_many_nobody_reads_each_group_s_own_question(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "FEW", 2)
    fax, every = _groups(folder, "fax", "")
    assert len(fax.sessions) == 2
    assert (every.sessions, len(every.paths)) == ((), 3)
