"""Whether a path leads onto a share is known without asking the share."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files import where

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Mounts = Callable[[Path, str], None]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Linux tells of its mounts")


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mounts:
    """A machine with the usual mounts and one more, of a kind."""

    def has(place: Path, kind: str) -> None:
        written = str(place).replace("\\", "\\134").replace(" ", "\\040")
        told = tmp_path / "mountinfo"
        told.write_text(
            "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw\n"
            "24 27 0:6 / /dev rw shared:2 master:1 - devtmpfs devtmpfs rw\n"
            f"99 27 0:60 / {written} rw,nosuid shared:7 - {kind} server:/mapp rw\n"
            "an odd line\n"
        )
        monkeypatch.setattr(where, "_MOUNTS", told)

    return has


@pytest.mark.parametrize(
    "kind", ["fuse.sshfs", "fuse", "fuseblk", "fuse.gvfsd-fuse", "nfs", "nfs4", "cifs", "smb3", "9p"]
)
def test_a_path_onto_a_share_is_one_whatever_it_is_called(tmp_path: Path, mounts: Mounts, kind: str) -> None:
    share = tmp_path / "en andel\\här"
    mounts(share, kind)
    (tmp_path / "genväg").symlink_to(share / "diskussioner")
    (tmp_path / "dit").symlink_to("genväg/../mer")
    for path in (
        share,
        share / "diskussioner" / "a.toml",
        tmp_path / "genväg" / "a.toml",
        tmp_path / "dit",
        share / "..",
    ):
        assert where.any_on_a_share([tmp_path / "annat", path])
    for path in (tmp_path, tmp_path / "en andel", tmp_path / "en andel\\här2"):
        assert not where.any_on_a_share([path])


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "tmpfs", "overlay", "fusectl", "autofs"])
def test_a_disk_of_this_machine_is_none(tmp_path: Path, mounts: Mounts, kind: str) -> None:
    mounts(tmp_path / "disk", kind)
    assert not where.any_on_a_share([tmp_path / "disk" / "a.toml"])


def test_nothing_on_the_share_is_touched_to_find_out(
    tmp_path: Path, mounts: Mounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    share, touched = tmp_path / "andel", list[str]()
    mounts(share, "fuse.sshfs")
    reads = os.readlink
    monkeypatch.setattr(os, "readlink", lambda path: touched.append(path) or reads(path))
    assert where.any_on_a_share([share / "mapp" / "a.toml"])
    assert touched
    assert not [path for path in touched if path.startswith(str(share))]


def test_where_the_system_does_not_tell_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, "_MOUNTS", tmp_path / "ingen")
    assert not where.any_on_a_share([tmp_path])
