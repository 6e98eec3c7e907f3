"""Where a discussion goes on: in its own folder, in its own file, or in the refuge, and home again from there."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files import paths
from diskussion_tui.store.session.locations import Locations
from diskussion_tui.store.session.reading import read_session
from tests.support.builders import Group, texts_of
from tests.support.disk import FaultyFs, QuickFs

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.store.files.fs import Fs
    from diskussion_tui.store.session.session_writer import SessionWriter

FULL = FaultyFs(lambda _number, _name: errno.ENOSPC)


def _at(path: Path, fs: Fs | None = None, *, new: bool = False) -> Locations:
    return Locations(fs or QuickFs(), path, "anna", path.parents[1] / "reserv", new)


def _says(session_writer: SessionWriter, text: str) -> None:
    session_writer.append((Group("anna", session_writer.session, start=700).saying(text),))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A discussion of ours, led and closed."""
    led, _ = _at(tmp_path / "hem" / "x.toml", new=True).begin(Group().session, "Samtal")
    led.close()
    return led.path


def _led_away(mine: Path) -> SessionWriter:
    """It goes on in the refuge, where something was said."""
    places = _at(mine)
    led, _ = places.open(places.read())
    away = places.refuge(led)
    assert away
    led.abandon()
    _says(away, "köer")
    return away


@pytest.mark.parametrize("copy", ["AAA.toml", "zzz.toml"])
def test_it_comes_home_to_its_own_file_also_where_copies_lie_beside_it(mine: Path, copy: str):
    away = _led_away(mine)
    shutil.copy2(mine, mine.with_name(copy))
    home = _at(mine).home(away)
    away.abandon()
    assert home.path == mine
    home.abandon()


def test_it_comes_home_to_the_file_that_was_renamed_meanwhile(mine: Path):
    away = _led_away(mine)
    mine.rename(mine.with_name("Omdöpt.toml"))
    home = _at(mine).home(away)
    away.abandon()
    assert home.path == mine.with_name("Omdöpt.toml")
    home.abandon()


def test_a_folder_that_has_never_held_a_discussion_takes_it_only_where_it_is_new(mine: Path):
    away = _led_away(mine)
    shutil.rmtree(mine.parent)
    mine.parent.mkdir()
    with pytest.raises(FileNotFoundError):
        _at(mine).home(away)
    assert list(mine.parent.iterdir()) == []
    home = _at(mine, new=True).home(away)
    away.abandon()
    assert home.path == mine
    home.close()
    assert texts_of(read_session(mine).session) == ["köer"]


def test_without_a_refuge_a_folder_that_is_full_says_so_and_none_is_gone_to(mine: Path):
    alone = Locations(FULL, mine, "anna")
    with pytest.raises(OSError, match="No space"):
        alone.begin(Group().session, "Samtal")
    with pytest.raises(OSError, match="No space"):
        alone.open(alone.read())
    led, _ = _at(mine).open(_at(mine).read())
    assert alone.refuge(led) is None
    led.abandon()


def test_a_folder_for_reading_only_is_told_of_and_no_refuge_is_made_for_it(mine: Path):
    disk = FaultyFs(lambda _number, _name: errno.EROFS)
    disk.only = mine.parent
    shut = _at(mine, disk)
    with pytest.raises(OSError, match="Read-only"):
        shut.open(shut.read())
    assert not (mine.parents[1] / "reserv").exists()


def test_what_was_damaged_is_told_also_by_whoever_goes_on_in_the_refuge(mine: Path):
    mine.write_bytes(mine.read_bytes() + b"\n[[notes]]\nid = \n")
    disk = FaultyFs(lambda _number, _name: errno.ENOSPC)
    disk.only = mine.parent
    places = _at(mine, disk)
    away, error = places.open(places.read())
    assert error
    assert away.path.parent == mine.parents[1] / "reserv"
    assert away.found.faults == _at(mine).read().held.faults != ()
    away.abandon()


def test_a_file_that_was_taken_away_is_written_again_where_its_journals_still_lie(mine: Path):
    away = _led_away(mine)
    mine.unlink()
    home = _at(mine).home(away)
    away.abandon()
    assert home.path == mine
    home.close()
    assert texts_of(read_session(mine).session) == ["köer"]


def test_what_both_places_hold_is_read_at_home(mine: Path):
    _led_away(mine).close()
    assert (mine.parents[1] / "reserv" / mine.name).exists()
    read = _at(mine).read()
    assert read.path == mine
    assert texts_of(read.held.session) == ["köer"]


def test_what_only_the_refuge_holds_is_read_there_and_brought_home(tmp_path: Path):
    full = FaultyFs(lambda _number, _name: errno.ENOSPC)
    full.only = tmp_path / "hem"
    places = _at(tmp_path / "hem" / "Samtal_Ekerö_2026-05-12.toml", full, new=True)
    led, error = places.begin(Group().session, "Samtal")
    assert error
    assert led.path.parent == tmp_path / "reserv"
    _says(led, "fax")
    led.close()
    again = places.read()
    assert again.path == led.path
    away, error = places.open(again)  # still full
    assert (away.path.parent, error and error.errno) == (tmp_path / "reserv", errno.ENOSPC)
    away.close()
    (tmp_path / "hem" / paths.LIVE).mkdir(parents=True)
    full.refuses = lambda _number, _name: 0
    home, error = places.open(places.read())
    assert (home.path, error) == (places.path, None)
    home.close()
    assert texts_of(read_session(places.path).session) == ["fax"]
    assert list((tmp_path / "reserv").glob("*.toml")) == []
