"""A search that takes long: its first page comes before the rest, and whoever types on stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.store.library import searching
from diskussion_tui.store.library.searching import Search
from tests.store.library.sides import always, indexed, plain, put
from tests.support.builders import Group

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.store.library.listing import Library
    from diskussion_tui.store.library.results import Hits

__all__ = ["always"]

TEXTS = ("Fax bort", "Köer", "Faxen till kommunen", "Fax", "Inget", "Mer fax")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, text in enumerate(TEXTS, 1):
        group = Group(start=1_000_000 * number)
        group.says(text, "Något annat")
        put(tmp_path, group.session, f"samtal{number}", number)
    return tmp_path


def _read(folder: Path, *, with_index: bool) -> Library:
    library = indexed(folder) if with_index else plain(folder)
    library.search("fax")
    return library


def _search(library: Library, word: str = "fax", **more) -> Hits:
    look = library._look
    return Search(look, (word,), **more).hits(look.words if look.index else None)


@pytest.mark.parametrize("with_index", [True, False])
def test_the_first_page_is_shown_once_and_before_the_rest_is_counted(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, with_index: bool
) -> None:
    monkeypatch.setattr(searching, "PAGE", 2)
    pages: list[int] = []
    library = _read(folder, with_index=with_index)
    found = _search(library, first=lambda hits: pages.append(len(hits)))
    assert (pages, len(found)) == ([2], 4)
    assert [hit.count for hit in found] == [1, 1, 1, 1]
    pages.clear()
    assert _search(library, "kö", first=lambda hits: pages.append(len(hits)))
    assert pages == []  # all of it is no more than a page


@pytest.mark.parametrize("with_index", [True, False])
def test_whoever_does_not_want_to_know_any_more_is_asked_often_and_given_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, with_index: bool
) -> None:
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(1)
        return len(asked) > 2

    library = _read(folder, with_index=with_index)
    monkeypatch.setattr(searching, "_OFTEN", 2)
    assert not _search(library, stopped=stopped)
    assert len(asked) == 3


def test_it_is_asked_at_least_for_each_screenful_of_discussions() -> None:
    assert searching._OFTEN <= searching.PAGE


@pytest.mark.parametrize("with_index", [True, False])
@pytest.mark.parametrize("asked", ["fax", "kö", "något", "qqq", "samtal1", "samtal"])
def test_what_is_found_is_counted_by_what_it_is_with_and_without_an_index(
    folder: Path, asked: str, *, with_index: bool
) -> None:
    library = _read(folder, with_index=with_index)
    found, expected = library.search(asked), plain(folder).search(asked)
    assert found.tally() == expected.tally()
    assert [(hit.entry.path, hit.count) for hit in found] == [(hit.entry.path, hit.count) for hit in expected]


@pytest.mark.parametrize("with_index", [True, False])
def test_where_nothing_is_found_letters_are_taken_for_those_beside_them(
    folder: Path, *, with_index: bool
) -> None:
    library = _read(folder, with_index=with_index)
    found = library.find(parse("koer").query, stopped=lambda: False)
    assert (len(found), found.loose) == (1, True)
    assert [note.text for note in found[0].first(3)] == ["Köer"]
    assert not library.find(parse("köer").query, stopped=lambda: False).loose
