"""What was left beside a discussion goes once its file holds it, and never before: in its own folder and in the refuge."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files import codec, lock, paths
from diskussion_tui.store.session import cleanup
from diskussion_tui.store.session.blocks import END_OF_ANOTHER, beginning, seal, sealed
from diskussion_tui.store.session.cleanup import Leftovers, is_copy, is_journal_of
from tests.support.builders import SESSION, Group, every_version
from tests.support.disk import QuickFs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Place:
    """A folder with what one writer's programs have left there of a discussion with two notes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.live = folder, folder / paths.LIVE
        self.live.mkdir(parents=True)
        self.group = Group()
        self.first = self.group.saying("fax")
        self.second = self.group.saying("köer")

    @property
    def left(self) -> Leftovers:
        """What sees to it, once the file has everything."""
        return Leftovers(QuickFs(), SESSION, "anna", every_version(self.group.session))

    @property
    def lacking(self) -> Leftovers:
        """What sees to it, while the file lacks the last note."""
        held = tuple(one for one in every_version(self.group.session) if one not in self.second.versions)
        return Leftovers(QuickFs(), SESSION, "anna", held)

    def journal(self, writer: str = "anna", data: bytes | None = None) -> Path:
        path = self.live / f"{SESSION}.{writer}.toml"
        said = beginning(self.group.session.head) + sealed((*self.first.versions, *self.second.versions))
        path.write_bytes(said if data is None else data)
        return path

    def file(self, name: str = "Samtal.toml") -> Path:
        path = self.folder / name
        path.write_bytes(codec.Encoder("anna").file(self.group.session))
        return path

    def half_made(self, name: str = "Samtal.toml.1-abc.ny", data: bytes | None = None) -> Path:
        path = self.live / name
        path.write_bytes(codec.Encoder("anna").file(self.group.session) if data is None else data)
        return path

    @property
    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.rglob("*") if path.is_file())


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "reserv")


@pytest.fixture
def elsewhere() -> Iterator[list[int]]:
    """Files that another program has open and locked."""
    handles: list[int] = []
    yield handles
    for handle in handles:
        lock.close(handle)


def _open_elsewhere(path: Path, handles: list[int]) -> None:
    handles.append(os.open(path, os.O_RDWR))
    assert lock.try_lock(handles[-1])


def test_the_refuge_is_left_empty_once_home_holds_everything(place: Place) -> None:
    place.journal()
    place.file()
    place.half_made()
    (place.live / f"{SESSION}.anna.lock").write_bytes(b"")
    place.left.leave(place.folder)
    assert place.names == []


def test_a_refuge_that_another_program_writes_in_is_left_as_it_is(place: Place, elsewhere: list[int]) -> None:
    _open_elsewhere(place.journal("bo"), elsewhere)
    place.file()
    place.left.leave(place.folder)
    assert place.names == [f"{SESSION}.bo.toml", "Samtal.toml"]


def test_a_refuge_that_holds_more_than_home_is_left_as_it_is(place: Place) -> None:
    place.journal()
    place.file()
    place.lacking.leave(place.folder)
    assert place.names == [f"{SESSION}.anna.toml", "Samtal.toml"]


@pytest.mark.parametrize("more", [b"\n[[notes]]\nid = \n", b"\nframtid = 1\n"])
def test_a_file_in_the_refuge_that_cannot_be_read_whole_is_left(place: Place, more: bytes) -> None:
    path = place.file()
    path.write_bytes(path.read_bytes() + more)
    if b"framtid" in more:
        path.write_bytes(path.read_bytes().replace(b"schema_version = ", b"schema_version = 9"))
    place.left.leave(place.folder)
    assert place.names == ["Samtal.toml"]


def test_a_journal_goes_only_when_the_file_holds_what_it_held(place: Place) -> None:
    place.journal()
    place.lacking.clear(place.live)
    assert place.names == [f"{SESSION}.anna.toml"]
    place.left.clear(place.live)
    assert place.names == []


def test_another_writer_s_journal_and_one_that_is_open_stay(place: Place, elsewhere: list[int]) -> None:
    place.journal("bo")
    _open_elsewhere(place.journal("anna-2"), elsewhere)
    place.journal("anna")
    place.left.clear(place.live)
    assert place.names == [f"{SESSION}.anna-2.toml", f"{SESSION}.bo.toml"]


def test_a_journal_of_a_later_version_or_of_no_program_of_ours_stays(place: Place) -> None:
    later = seal(b"# schema 999\n") + sealed(place.first.versions)
    place.journal("anna", later)
    place.journal("anna-2", b"inkopslista\nmjolk\n")
    place.left.clear(place.live)
    assert place.names == [f"{SESSION}.anna-2.toml", f"{SESSION}.anna.toml"]


def test_a_damaged_journal_is_kept_aside_before_it_goes_and_a_cut_off_one_is_not(place: Place) -> None:
    whole = sealed(place.first.versions)
    damaged = whole + sealed(place.second.versions).replace("köer".encode(), "mjäl".encode())
    place.journal("anna", damaged)
    place.journal("anna-2", whole + b"[[history]]\nid" + END_OF_ANOTHER)
    place.left.clear(place.live)
    (aside,) = place.names
    assert aside.endswith(".undanlagd")
    assert (place.live / aside).read_bytes() == damaged


def test_whether_a_journal_of_ours_was_left_is_asked_of_ours_alone_and_of_none_that_is_open(
    place: Place, elsewhere: list[int]
) -> None:
    place.journal("bo")
    assert not place.left.left_in(place.live)
    mine = place.journal("anna")
    assert place.left.left_in(place.live)
    _open_elsewhere(mine, elsewhere)
    assert not place.left.left_in(place.live)


def test_what_was_half_made_goes_where_it_is_ours_and_of_this_discussion(place: Place) -> None:
    place.half_made("Samtal.toml.1-abc.ny")
    place.half_made("Bos.toml.1-abc.ny")
    place.half_made("Samtal.toml.2-abc.ny", b'[session]\nid = "en annan"\n')
    place.left.clear(place.live, "Samtal.toml")
    assert place.names == ["Bos.toml.1-abc.ny", "Samtal.toml.2-abc.ny"]


def test_what_some_program_never_finished_goes_after_an_hour_if_the_file_holds_it(place: Place) -> None:
    old, young = place.half_made("a.toml.1-abc.ny"), place.half_made("b.toml.1-abc.ny")
    for path, back in ((old, cleanup.FORGOTTEN + 60), (young, cleanup.FORGOTTEN - 60)):
        at = path.stat().st_mtime - back
        os.utime(path, (at, at))
    place.lacking.clear(place.live, "x")
    assert len(place.names) == 2
    place.left.clear(place.live, "x")
    assert place.names == ["b.toml.1-abc.ny"]
    later = place.half_made("c.toml.1-abc.ny")
    later.write_bytes(later.read_bytes().replace(b"schema_version = ", b"schema_version = 9"))
    os.utime(later, (0, 0))
    place.left.clear(place.live, "x")
    assert "c.toml.1-abc.ny" in place.names


@pytest.mark.parametrize(
    ("name", "ours", "copy"),
    [
        ("anna", True, False),
        ("anna-2", True, False),
        ("anna+1", True, False),
        ("anna-2+13", True, False),
        ("annab", False, False),
        ("bo", False, False),
        ("anna (1)", False, True),
        ("anna.sync-conflict-2026", False, True),
    ],
)
def test_whose_a_journal_is_is_told_by_its_name(place: Place, name: str, *, ours: bool, copy: bool) -> None:
    path = place.live / f"{SESSION}.{name}.toml"
    assert is_journal_of(path, SESSION, "anna") is ours
    assert is_copy(path) is copy
