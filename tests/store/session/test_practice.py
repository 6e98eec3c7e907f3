"""Practice happens on a copy that is thrown away, and nothing else ever is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session.practice import FOLDER, PROOF, practice_copy, throw_away
from tests.support.builders import Group
from tests.support.disk import QuickFs

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def example(tmp_path: Path) -> Path:
    folder = tmp_path / "exempel"
    folder.mkdir()
    group = Group(name="Exempel")
    group.says("fax")
    (folder / "Samtal.toml").write_bytes(Encoder().file(group.session))
    return folder


def test_two_who_practise_have_a_copy_each_and_neither_is_a_past_discussion(tmp_path: Path, example: Path):
    sessions = tmp_path / "sessions"
    copies = [practice_copy(QuickFs(), example, sessions, tag) for tag in ("a", "b")]
    assert copies[0] != copies[1]
    assert {copy.read_bytes() for copy in copies} == {(example / "Samtal.toml").read_bytes()}
    assert Library(sessions).refresh() == ()


def test_a_copy_is_thrown_away_with_all_that_came_beside_it(tmp_path: Path, example: Path):
    sessions = tmp_path / "sessions"
    one, other = (practice_copy(QuickFs(), example, sessions, tag) for tag in ("a", "b"))
    (one.parent / ".live").mkdir()
    throw_away(QuickFs(), one)
    assert not one.parent.exists()
    assert other.exists()
    throw_away(QuickFs(), other)
    throw_away(QuickFs(), other)
    assert not (sessions / FOLDER).exists()


def test_throwing_away_never_touches_what_is_no_practice_copy(tmp_path: Path, example: Path):
    throw_away(QuickFs(), example / "Samtal.toml")
    assert (example / "Samtal.toml").exists()
    assert tmp_path.exists()


def test_where_there_is_no_example_there_is_no_empty_copy_either(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        practice_copy(QuickFs(), tmp_path / "ingen", tmp_path / "sessions", "a")
    assert not (tmp_path / "sessions").exists()


@pytest.mark.parametrize("how", ["a folder", "a link to a folder", "a link within a copy"])
def test_a_folder_of_somebody_s_own_is_never_thrown_away(tmp_path: Path, example: Path, how: str):
    sessions, own = tmp_path / "sessions", tmp_path / "projekt"
    own.mkdir()
    (own / "mitt.toml").write_bytes(b"mitt")
    (own / PROOF).write_bytes(b'id = "MITT"\n')
    practised = sessions / FOLDER
    if how == "a folder":
        practised.mkdir(parents=True)
        copy = own.rename(practised / "projekt") / "-"
        (copy.parent / PROOF).unlink()
        own = copy.parent
    elif how == "a link to a folder":
        practised.mkdir(parents=True)
        (practised / "projekt").symlink_to(own)
        copy = practised / "projekt" / "-"
    else:
        copy = practice_copy(QuickFs(), example, sessions, "a")
        (copy.parent / ".live").symlink_to(own)
        (copy.parent / "anteckningar.txt").write_bytes(b"mina")
    throw_away(QuickFs(), copy)
    assert (own / "mitt.toml").read_bytes() == b"mitt"
    if how == "a link within a copy":
        assert not copy.exists()
        assert (copy.parent / "anteckningar.txt").read_bytes() == b"mina"


def test_the_practice_folder_itself_is_no_way_out(tmp_path: Path, example: Path):
    sessions, outside = tmp_path / "sessions", tmp_path / "hem"
    sessions.mkdir()
    outside.mkdir()
    (sessions / FOLDER).symlink_to(outside)
    with pytest.raises(OSError, match="symbolic links"):
        practice_copy(QuickFs(), example, sessions, "a")
    assert list(outside.iterdir()) == []


def test_what_somebody_put_beside_the_journals_of_a_copy_stays_too(tmp_path: Path, example: Path):
    copy = practice_copy(QuickFs(), example, tmp_path / "sessions", "a")
    live = copy.parent / ".live"
    live.mkdir()
    (live / "mitt.txt").write_bytes(b"mitt")
    (live / "01JE8AYGD8W7RQ4T0Z5N9K3M2B.anna.toml").write_bytes(b"")
    throw_away(QuickFs(), copy)
    assert [one.name for one in live.iterdir()] == ["mitt.txt"]


def test_the_journals_of_a_copy_are_reached_through_no_link_however_deep_they_lie(
    tmp_path: Path, example: Path
):
    copy = practice_copy(QuickFs(), example, tmp_path / "sessions", "a")
    outside = tmp_path / "hem"
    outside.mkdir()
    practised = copy.parent.parent
    moved = practised.rename(tmp_path / "flyttad")
    practised.symlink_to(moved)
    with pytest.raises(OSError, match="symbolic links"):
        QuickFs().make_folder(copy.parent / ".live")
    assert not (moved / "a" / ".live").exists()
