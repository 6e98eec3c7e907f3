"""A file is put in another's place whole: made where it cannot be found half, and through no link that somebody else made."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from diskussion_tui.store.files import atomic
from diskussion_tui.store.files.atomic import write_free, write_whole
from tests.support.disk import FaultyFs, QuickFs


class Watched(QuickFs):
    """A disk that remembers where files were made. `lacks` are the calls that it has not."""

    def __init__(self, **lacks: int) -> None:
        self.made: list[Path] = []
        self.lacks = lacks

    def _call(self, name: str) -> None:
        if number := self.lacks.get(name):
            raise OSError(number, os.strerror(number))

    def open_new(self, path: Path) -> int:
        self.made.append(path)
        return super().open_new(path)

    def replace(self, source: Path, target: Path) -> None:
        self._call("replace")
        super().replace(source, target)

    def link_new(self, source: Path, target: Path) -> None:
        self._call("link_new")
        super().link_new(source, target)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "arbete").mkdir()
    (tmp_path / "annan").mkdir()
    return tmp_path


@pytest.mark.parametrize("one_disk", [True, False])
def test_what_a_link_leads_to_is_made_in_the_workplace_unless_that_is_another_disk(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, one_disk: bool
) -> None:
    monkeypatch.setattr(atomic, "on_one_disk", lambda *_folders: one_disk)
    target = folder / "annan" / "riktig.toml"
    target.write_bytes(b"gammalt")
    (folder / "Samtal.toml").symlink_to(target)
    disk = Watched()
    write_whole(disk, folder / "Samtal.toml", b"nytt", folder / "arbete")
    assert target.read_bytes() == b"nytt"
    assert (folder / "Samtal.toml").is_symlink()
    assert [path.parent.name for path in disk.made] == ["arbete" if one_disk else "annan"]
    assert [*(folder / "arbete").iterdir()] == []


def test_two_folders_here_are_on_one_disk_and_what_the_system_shows_of_itself_is_not(folder: Path) -> None:
    assert atomic.on_one_disk(folder / "arbete", folder / "annan")
    system = Path("/proc")
    assert not (system.is_dir() and atomic.on_one_disk(folder, system))


def test_nothing_half_made_is_left_where_the_disk_refuses(folder: Path) -> None:
    path = folder / "Samtal.toml"
    path.write_bytes(b"gammalt")
    for call in ("write", "sync", "replace"):
        disk = FaultyFs(lambda _number, name, call=call: errno.ENOSPC if name == call else 0)
        with pytest.raises(OSError, match="No space"):
            write_whole(disk, path, b"nytt", folder / "arbete")
        assert path.read_bytes() == b"gammalt"
        assert [*(folder / "arbete").iterdir()] == []


def test_a_disk_that_puts_no_file_in_another_s_place_has_it_written_where_it_stands(folder: Path) -> None:
    path = folder / "Samtal.toml"
    path.write_bytes(b"mycket gammalt")
    write_whole(Watched(replace=errno.EXDEV), path, b"nytt", folder / "arbete")
    assert path.read_bytes() == b"nytt"
    assert [*(folder / "arbete").iterdir()] == []
    with pytest.raises(OSError, match="Input/output"):
        write_whole(Watched(replace=errno.EIO), path, b"nyare", folder / "arbete")
    assert path.read_bytes() == b"nytt"


@pytest.mark.parametrize(
    "lacks", [{}, {"link_new": errno.EPERM}, {"link_new": errno.EPERM, "replace": errno.EXDEV}]
)
def test_a_new_file_takes_the_first_name_that_nobody_has(folder: Path, lacks: dict[str, int]) -> None:
    names = [folder / name for name in ("ett", "två", "tre")]
    names[0].write_bytes(b"andras")
    assert write_free(Watched(**lacks), names, b"mitt", folder / "arbete") == names[1]
    assert [path.read_bytes() for path in names[:2]] == [b"andras", b"mitt"]
    assert not names[2].exists()
    assert [*(folder / "arbete").iterdir()] == []
    with pytest.raises(FileExistsError):
        write_free(Watched(**lacks), names[:2], b"mitt", folder / "arbete")


def test_a_disk_that_refuses_a_name_is_not_taken_for_one_without_links(folder: Path) -> None:
    with pytest.raises(OSError, match="Input/output"):
        write_free(Watched(link_new=errno.EIO), [folder / "ett"], b"mitt", folder / "arbete")
    assert not (folder / "ett").exists()
    assert [*(folder / "arbete").iterdir()] == []


def test_a_name_that_is_as_long_as_can_be_can_be_written_too(folder: Path) -> None:
    path = folder / ("å" * 125 + ".toml")
    disk = Watched()
    write_whole(disk, path, b"mitt", folder / "arbete")
    assert path.read_bytes() == b"mitt"
    write_whole(disk, folder / "kort.toml", b"mitt", folder / "arbete")
    assert disk.made[1].name.startswith("kort.toml.")
    assert disk.made[1].suffix == ".ny"
