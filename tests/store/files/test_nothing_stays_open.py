"""Whichever call a disk refuses, whoever asked is told, and no file stays open: an evening has thousands of calls."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from diskussion_tui.store.files import atomic, fs, ground, lock, rights
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.paths import LIVE

if TYPE_CHECKING:
    from collections.abc import Callable

_ASKED = frozenset(
    {"open", "write", "fdatasync", "fsync", "replace", "link", "unlink", "mkdir", "rmdir"}
    | {"fchmod", "chmod", "fstat", "stat", "lstat", "listdir", "ftruncate"}
)


class _RefusedError(OSError):
    """What the disk answers: nobody may make another error of it."""


class Refusing:
    """Stands where the disk's modules have `os`: the call of a number is refused, all others go through."""

    def __init__(self) -> None:
        self.number = -1
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._counted(name, real) if name in _ASKED else real

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **also: Any) -> Any:
            self.asked.append(name)
            if len(self.asked) - 1 == self.number:
                raise _RefusedError(errno.EIO, os.strerror(errno.EIO))
            return real(*args, **also)

        return call


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Refusing:
    refusing = Refusing()
    for module in (fs, ground, rights, lock, atomic):
        monkeypatch.setattr(module, "os", refusing)
    return refusing


def _journal(folder: Path) -> None:
    handle = Fs().open_journal(folder / LIVE / "en.toml")
    try:
        Fs().write(handle, b"ord")
    finally:
        Fs().close(handle)


def _held(folder: Path) -> None:
    path = folder / LIVE / "en.toml"
    Fs().remove_held(path, os.open(path, os.O_RDWR | os.O_CREAT))


DEEDS: dict[str, Callable[[Path], object]] = {
    "a folder is made": lambda folder: Fs().make_folder(folder / "a" / LIVE),
    "a journal is opened": _journal,
    "a file is replaced": lambda folder: atomic.write_whole(Fs(), folder / "fil", b"ny", folder / LIVE),
    "a file is new": lambda folder: atomic.write_free(Fs(), [folder / "ny"], b"ny", folder / LIVE),
    "a file takes another's place": lambda folder: Fs().replace(folder / "fil", folder / LIVE / "en"),
    "a file has two names": lambda folder: Fs().link_new(folder / "fil", folder / LIVE / "en"),
    "a file is removed": lambda folder: Fs().remove(folder / LIVE / "en.toml"),
    "an open file is removed": _held,
    "a folder is made durable": lambda folder: Fs().sync_folder(folder / LIVE),
    "a folder is removed": lambda folder: Fs().remove_folder(folder / LIVE / "tom"),
    "a folder is listed": lambda folder: ground.names_in(folder / LIVE),
    "a file is read": lambda folder: ground.read_whole(folder / LIVE / "en.toml"),
}


def _new(folder: Path) -> Path:
    """A folder of discussions with a file, and one of ours in it."""
    Fs().make_folder(folder / LIVE)
    (folder / LIVE / "tom").mkdir()
    (folder / LIVE / "en.toml").write_bytes(b"")
    (folder / "fil").write_bytes(b"gammal")
    return folder


def _open() -> set[str]:
    return {name for name in os.listdir("/dev/fd") if Path(f"/dev/fd/{name}").exists()}  # noqa: PTH208 - of handles


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_no_file_stays_open_whichever_call_is_refused(
    tmp_path: Path, disk: Refusing, deed: Callable[[Path], object]
) -> None:
    whole = _new(tmp_path / "whole")
    disk.asked.clear()
    deed(whole)
    calls = tuple(disk.asked)
    assert calls
    for number, name in enumerate(calls):
        disk.number = -1
        folder = _new(tmp_path / f"{number}-{name}")
        before = _open()
        disk.asked.clear()
        disk.number = number
        with suppress(_RefusedError):
            deed(folder)
        assert _open() == before, f"{name}, the {number + 1}th call"
