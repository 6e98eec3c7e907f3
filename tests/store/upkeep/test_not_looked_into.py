"""What a removal for good could not look into is named: silence would say that no words are left there."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.store.files import ground
from diskussion_tui.store.files.paths import LIVE, RESERVE
from diskussion_tui.store.session.blocks import sealed
from diskussion_tui.store.upkeep import scan, strays
from diskussion_tui.store.upkeep.purge import purge_note, purge_session
from tests.store.session.test_session_writer import FS
from tests.store.upkeep.test_others_removals import Office
from tests.support.builders import NOON, SESSION

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.store.upkeep.purge import Purged


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "diskussioner", tmp_path / RESERVE / "diskussioner-1a2b3c4d")


def _purges(office: Office) -> Purged:
    stamp = changes.Stamp("01JYRME1H3G3JDYYPCYRA0ZZZZ", NOON, "anna")
    return purge_note(FS, office.ward, SESSION, office.notes[0], lambda _session: stamp)


def _named(done: Purged) -> set[Path]:
    return {*done.left, *done.shut}


@pytest.mark.parametrize(
    "name", ["Samtal_Ekerö_2026-05-12.12345678.undanlagd", f"{SESSION}.bo.toml", "x.toml.7-a.ny", "brev.txt"]
)
def test_a_file_of_ours_that_has_a_second_name_elsewhere(office: Office, tmp_path: Path, name: str):
    outside = tmp_path / "annat"
    outside.write_bytes(office.before)
    os.link(outside, office.ward.folder / LIVE / name)
    assert office.ward.folder / LIVE / name in _named(_purges(office))
    assert office.ward.folder / LIVE / name in _named(purge_session(FS, office.ward, SESSION, "anna", NOON))
    assert outside.read_bytes() == office.before


@pytest.mark.parametrize(
    "where",
    ["eva.toml", f"{LIVE}/{SESSION}.eva.toml", f"{LIVE}/eva.undanlagd", "gammalt/eva.toml", "eva.bak"],
)
def test_a_file_that_we_may_not_read(office: Office, monkeypatch: pytest.MonkeyPatch, where: str):
    closed = office.ward.folder / where
    closed.parent.mkdir(exist_ok=True)
    closed.write_bytes(sealed(()) if closed.parent.name == LIVE else office.before)
    real = ground.read_whole

    def refused(path: Path, *rest: int, **more: int) -> bytes:
        if path == closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *rest, **more)

    monkeypatch.setattr(scan, "read_whole", refused)
    monkeypatch.setattr(strays, "read_whole", refused)
    assert _named(_purges(office)) == {closed}
    done = purge_session(FS, office.ward, SESSION, "anna", NOON)  # a journal of its own goes by its name
    assert closed in (done.removed if not closed.exists() else _named(done))


def test_a_file_that_is_too_large_to_look_into(office: Office):
    large = office.ward.folder / "säkerhet" / "gammal.bak"
    large.parent.mkdir()
    large.touch()
    os.truncate(large, ground.MAX_FILE + 1)
    assert _named(_purges(office)) == {large}


def test_a_folder_that_we_may_not_look_into(office: Office, monkeypatch: pytest.MonkeyPatch):
    closed = office.ward.folder / "stängd"
    closed.mkdir()
    real = os.scandir

    def refused(path: str) -> object:
        if str(path) == str(closed):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert _named(_purges(office)) == {closed}


def test_links_that_lead_out_of_the_folder_but_not_those_within_it(office: Office, tmp_path: Path):
    (tmp_path / "annat").mkdir()
    folder = office.ward.folder
    (folder / "arkiv").mkdir()
    for name, to in {"ut": tmp_path / "annat", "in": folder / "arkiv", "tom": tmp_path / "ingenting"}.items():
        (folder / name).symlink_to(to)
    assert _named(_purges(office)) == {folder / "ut"}


def test_another_refuge_of_this_machine_that_holds_the_words(office: Office):
    before = office.ward.refuge.parent / "lank-0badcafe" / office.path.name
    before.parent.mkdir(parents=True)
    before.write_bytes(office.before)
    assert _purges(office).left == (before,)


def test_a_folder_without_such_is_told_of_nothing(office: Office):
    assert _named(_purges(office)) == set()
