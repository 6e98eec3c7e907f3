"""When the discussion's own folder refuses or hangs, what is said goes to the refuge, is told so, and comes home again."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.saving import saver
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import FixedClock, small_workbook, texts_of
from tests.support.disk import FullAt, HangingFs, QuickFs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diskussion_tui.store.files.fs import Fs

PATIENCE = 60  # a test that waits longer hangs, it is not slow


class Away:
    """A discussion whose folder can be taken away from it."""

    def __init__(self, folder: Path, fs: Fs, path: Path | None = None) -> None:
        self.home, self.refuge = folder / "hem", folder / "reserv"
        book, clock = small_workbook(), FixedClock()
        self.turns: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        disk, soon = Disk(refuge=self.refuge, fs=fs), self.turns.put
        if path:
            self.workshop = Workshop.open(path, book, disk, now=clock, call_soon=soon)
        else:
            self.workshop = Workshop.begin(self.home, "Ekerö", book, disk, now=clock, call_soon=soon)

    def says(self, *texts: str) -> None:
        self.workshop.add_notes("A.2", list(texts))

    def until(self, state: str) -> None:
        while self.workshop.saving.state != state:
            self.turns.get(timeout=PATIENCE)()

    def in_files(self, folder: Path) -> list[str]:
        """The notes that the readable files of a folder hold, after everything was closed."""
        return [text for path in sorted(folder.glob("*.toml")) for text in _texts(path)]


def _texts(path: Path) -> list[str]:
    found = codec.read(path.read_bytes())
    assert found.faults == ()
    return texts_of(read_session(path).session)


@pytest.fixture
def impatient_with_disks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saver, "PATIENCE", 0.05)


@pytest.fixture
def closing() -> Iterator[list[Away]]:
    led: list[Away] = []
    yield led
    for one in led:
        one.workshop.close()


def _led_away(folder: Path, disk: FullAt, closing: list[Away]) -> Away:
    """A discussion with one note at home and, since its folder is full, one that is not."""
    me = Away(folder, disk)
    closing.append(me)
    me.says("fax")
    me.until("saved")
    disk.full = me.home
    me.says("köer")
    me.until("elsewhere")
    return me


def test_what_a_full_disk_refuses_is_saved_elsewhere_and_told_where_and_why(
    tmp_path: Path, closing: list[Away]
):
    disk = FullAt()
    me = _led_away(tmp_path, disk, closing)
    assert (me.workshop.saving.refuge, me.workshop.saving.why) == (me.refuge, "ENOSPC")
    assert me.workshop.close() == ""
    assert me.in_files(me.refuge) == ["fax", "köer"]


def test_it_comes_home_by_itself_when_there_is_room_again(tmp_path: Path, closing: list[Away]):
    disk = FullAt()
    me = _led_away(tmp_path, disk, closing)
    disk.full = None
    me.until("saved")
    me.says("remisser")
    me.until("saved")
    assert me.workshop.refuge is None
    assert me.workshop.close() == ""
    assert me.in_files(me.home) == ["fax", "köer", "remisser"]
    assert list(me.refuge.glob("*.toml")) == list((me.refuge / paths.LIVE).iterdir()) == []


@pytest.mark.usefixtures("impatient_with_disks")
def test_a_share_that_hangs_is_left_within_moments_and_nothing_is_said_twice(
    tmp_path: Path, closing: list[Away]
):
    disk = HangingFs(tmp_path / "hem")
    me = Away(tmp_path, disk)
    closing.append(me)
    me.says("fax")
    me.until("saved")
    disk.hangs = True
    me.says("köer")
    me.until("elsewhere")
    assert me.workshop.saving.why == "ETIMEDOUT"
    me.says("remisser")
    me.until("elsewhere")
    disk.hangs = False
    me.until("saved")
    assert me.workshop.close() == ""
    assert me.in_files(me.home) == ["fax", "köer", "remisser"]
    assert me.in_files(me.refuge) == []


@pytest.mark.usefixtures("impatient_with_disks")
def test_leaving_while_the_share_hangs_waits_for_nobody_and_the_next_start_brings_all_home(
    tmp_path: Path, closing: list[Away]
):
    disk = HangingFs(tmp_path / "hem")
    me = Away(tmp_path, disk)
    me.says("fax")
    me.until("saved")
    disk.hangs = True
    me.says("köer")
    me.until("elsewhere")
    assert me.workshop.close() == ""
    assert me.in_files(me.refuge) == ["fax", "köer"]
    disk.hangs = False
    sink = me.workshop._sink
    assert isinstance(sink, saver.Saver)
    assert all(left.join(PATIENCE) for left in sink._left)  # in another process they would be gone
    again = Away(tmp_path, QuickFs(), me.workshop.path)
    closing.append(again)
    assert texts_of(again.workshop.session) == ["fax", "köer"]
    assert again.workshop.close() == ""
    assert again.in_files(again.home) == ["fax", "köer"]
    assert again.in_files(again.refuge) == []


def test_a_discussion_begins_in_the_refuge_where_its_own_folder_is_full(tmp_path: Path, closing: list[Away]):
    disk = FullAt()
    disk.full = tmp_path / "hem"
    me = Away(tmp_path, disk)
    closing.append(me)
    assert me.workshop.saving.state == "elsewhere"
    me.says("fax")
    me.until("elsewhere")
    disk.full = None
    me.until("saved")
    assert me.workshop.close() == ""
    assert me.in_files(me.home) == ["fax"]
    assert me.in_files(me.refuge) == []


def test_a_share_that_is_gone_with_its_folder_is_not_made_anew_in_its_place(
    tmp_path: Path, closing: list[Away]
):
    """What is written into the bare folder of a share would be hidden when the share comes back."""
    me = Away(tmp_path, QuickFs())
    closing.append(me)
    me.says("fax")
    me.until("saved")
    me.home.rename(tmp_path / "undan")
    me.says("köer")
    me.until("elsewhere")
    assert me.workshop.close() == ""
    assert not me.home.exists()
    assert me.in_files(me.refuge) == ["fax", "köer"]
    again = Away(tmp_path, QuickFs(), me.workshop.path)
    closing.append(again)
    assert again.workshop.saving.state == "elsewhere"
    assert texts_of(again.workshop.session) == ["fax", "köer"]
    assert not me.home.exists()
    (tmp_path / "undan").rename(me.home)
    again.until("saved")
    assert again.workshop.close() == ""
    assert again.in_files(me.home) == ["fax", "köer"]
    assert again.in_files(me.refuge) == []


def test_what_another_said_at_home_meanwhile_is_heard_when_it_comes_home(tmp_path: Path, closing: list[Away]):
    disk = FullAt()
    me = _led_away(tmp_path, disk, closing)
    other = Workshop.open(
        next(me.home.glob("*.toml")), small_workbook(), Disk(fs=QuickFs()), now=FixedClock()
    )
    other.add_notes("A.2", ["från Bo"])
    assert other.close() == ""
    disk.full = None
    me.until("saved")
    while "från Bo" not in texts_of(me.workshop.session):
        me.turns.get(timeout=PATIENCE)()
    assert set(texts_of(me.workshop.session)) == {"fax", "köer", "från Bo"}
