"""The refuge of a folder is the same one however the folder is reached."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING
from zlib import crc32

import pytest

from diskussion_tui.store.files import where
from diskussion_tui.store.files.paths import LIVE, refuge_of
from diskussion_tui.store.files.where import really_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of this machine's refuges."""
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_args, **_more: str(tmp_path / "data"))
    yield tmp_path / "data" / "reserv"
    really_at.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "delad" / "diskussioner"
    made.mkdir(parents=True)
    (tmp_path / "hem").mkdir()
    (tmp_path / "hem" / "lank").symlink_to("../delad")
    (tmp_path / "hem" / "direkt").symlink_to(made)
    return made


SPELT = (
    "delad/diskussioner",
    "hem/lank/diskussioner",
    "hem/direkt",
    "hem/../delad/diskussioner",
    "hem/lank/../delad/diskussioner",
)


@pytest.mark.parametrize("spelt", SPELT)
def test_a_link_and_dots_lead_to_the_same_refuge(tmp_path: Path, folder: Path, spelt: str):
    assert refuge_of(tmp_path / spelt) == refuge_of(folder)
    assert str(really_at(tmp_path / spelt)) == os.path.realpath(tmp_path / spelt)


@pytest.mark.parametrize("held", ["Samtal.toml", f"{LIVE}/01JE8AYGD8W7RQ4T0Z5N9K3M2B.anna.toml"])
def test_a_refuge_named_after_the_spelling_is_found_while_it_holds_something(
    tmp_path: Path, folder: Path, kept: Path, held: str
):
    spelt = tmp_path / "hem" / "direkt"
    before = kept / f"direkt-{crc32(str(spelt).encode()):08x}"
    (before / held).parent.mkdir(parents=True)
    (before / held).write_bytes(b"ord")
    now = refuge_of(folder)
    (now / LIVE).mkdir(parents=True)
    assert refuge_of(spelt) == before
    (before / held).unlink()
    assert refuge_of(spelt) == now


def test_links_in_a_ring_lead_to_some_refuge(tmp_path: Path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert refuge_of(tmp_path / "a").parent.name == "reserv"


def test_a_disk_that_never_answers_hides_no_link_that_leads_to_it(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    never, real = threading.Event(), os.readlink

    def hangs(path: str) -> str:
        if str(path).startswith(str(tmp_path / "delad")):
            never.wait()
        return real(path)

    answer = refuge_of(folder)
    really_at.cache_clear()
    monkeypatch.setattr(os, "readlink", hangs)
    monkeypatch.setattr(where, "_PATIENCE", 0.05)
    assert [refuge_of(tmp_path / spelt) for spelt in SPELT] == [answer] * len(SPELT)
    never.set()
