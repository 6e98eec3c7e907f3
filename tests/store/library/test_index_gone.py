"""What must not be kept leaves the index, and what the index cannot keep is found all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files.paths import LIVE
from diskussion_tui.store.library import index_schema, indexing
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.library.where import index_of
from diskussion_tui.store.session.removals import Removal, tell
from tests.store.library.sides import always, indexed, plain, put
from tests.support.builders import NOON, Group
from tests.support.disk import QuickFs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["always"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three discussions: one of them names somebody."""
    made = tmp_path / "sessions"
    made.mkdir()
    for number, text in enumerate(("Annakarin bor på Storgatan", "Mobila team", "Köer på akuten"), 1):
        group = Group(start=1_000_000 * number)
        group.says(text)
        put(made, group.session, f"samtal{number}", number)
    return made


def _first(folder: Path) -> Path:
    return folder / "Diskussionsstöd_samtal1_2026-05-12.toml"


def _id(folder: Path) -> str:
    return next(one.id for one in plain(folder).entries if one.path == _first(folder))


def _held(folder: Path) -> bytes:
    return b"".join(part.read_bytes() for part in index_of((folder,)).parent.iterdir())


def _damage(folder: Path) -> None:
    _first(folder).write_bytes(b"\xff\xfe half of it is gone")


def _remove_whole(folder: Path) -> None:
    tell(QuickFs(), folder, (Removal(_id(folder), "", "bo", NOON),), "bo")


@pytest.mark.parametrize("make", [_damage, _remove_whole])
def test_the_words_of_a_discussion_that_can_be_opened_no_more_leave_the_index_at_once(
    folder: Path, make: Callable[[Path], None]
) -> None:
    indexed(folder)._remembered.lose()
    assert b"annakarin" in _held(folder)
    make(folder)
    library = Library(folder)
    library.refresh()
    library._remembered.lose()
    assert b"annakarin" not in _held(folder)
    assert b"akuten" in _held(folder)


def test_what_the_index_cannot_keep_is_read_from_its_file_for_every_question(folder: Path) -> None:
    with _first(folder).open("a", encoding="utf-8") as file:
        file.write("\n[[notes]]\nid = \n")
    library = indexed(folder)
    assert [row is None for row in library._look.indexed].count(True) == 1
    expected = plain(folder)
    assert sorted(one.text for one in library.said()) == sorted(one.text for one in expected.said())
    assert library.counts(("name", "kind")) == expected.counts(("name", "kind"))
    assert [hit.count for hit in library.search("storgatan")] == [1]


def test_a_discussion_is_taken_out_of_every_index_and_the_others_stay(folder: Path) -> None:
    indexed(folder)._remembered.lose()
    assert indexing.forget(_id(folder)) == ()
    assert b"annakarin" not in _held(folder)
    assert b"akuten" in _held(folder)


def test_an_index_that_is_hurt_is_thrown_away_and_one_that_cannot_be_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(folder)._remembered.lose()
    place = index_of((folder,))
    for part in place.parent.glob("*-*"):
        part.unlink()
    place.write_bytes(b"garbage " * 1000)
    real = index_schema.remove

    def refuse(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(index_schema, "remove", refuse)
    assert indexing.forget("01JE8AYGD8W7RQ4T0Z5N9K3MZZ") == (place,)
    monkeypatch.setattr(index_schema, "remove", real)
    assert indexing.forget("01JE8AYGD8W7RQ4T0Z5N9K3MZZ") == ()
    assert not place.exists()


def test_an_index_that_cannot_be_thrown_away_is_not_made_anew_in_silence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(folder)._remembered.lose()

    def refuse(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(index_schema, "remove", refuse)
    assert indexing.rebuilt(folder, None, lambda _done, _of: None) is None


def test_how_it_stands_is_told_of_a_hurt_index_as_of_none_with_all_the_files(folder: Path) -> None:
    (folder / "beside").mkdir()
    indexed(folder)._remembered.lose()
    place = index_of((folder,))
    found = indexing.status(folder)
    assert (found.discussions, found.files, found.is_there) == (3, 3, True)
    assert found.size == sum(part.stat().st_size for part in place.parent.glob(f"{place.name}*"))
    place.write_bytes(b"garbage " * 1000)
    hurt = indexing.status(folder)
    assert (hurt.discussions, hurt.files, hurt.is_there) == (0, 3, False)
    assert indexing.Status(place, files=indexing.FEWEST - 1).few
    assert not indexing.Status(place, files=indexing.FEWEST).few


def test_the_journals_folder_is_no_place_of_discussions(folder: Path) -> None:
    (folder / LIVE).mkdir(exist_ok=True)
    (folder / LIVE / "kopia.toml").write_bytes(_first(folder).read_bytes())
    assert len(indexed(folder).entries) == 3
