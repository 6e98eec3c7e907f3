"""A discussion opened from disk: what was found with it, whether it can be changed, and if not why."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.faults import OtherWorkbookError
from diskussion_tui.store.files.schema import SCHEMA_VERSION
from diskussion_tui.store.session.identity import identity
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import FixedClock, small_workbook, texts_of
from tests.support.disk import FaultyFs, QuickFs

if TYPE_CHECKING:
    from pathlib import Path

BOOK = small_workbook()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A discussion of ours with a note, led and closed."""
    led = Workshop.begin(tmp_path / "hem", "Ekerö", BOOK, Disk(fs=QuickFs()), now=FixedClock())
    led.add_notes("A.2", ["fax"])
    assert led.close() == ""
    return led.path


def _open(path: Path, disk: Disk | None = None) -> Workshop:
    return Workshop.open(path, BOOK, disk or Disk(fs=QuickFs()), now=FixedClock())


def test_what_was_damaged_is_told_of_by_whoever_opens_it(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n[[notes]]\nid = \n")
    opened = _open(path)
    assert len(opened.found.faults) == 1
    assert texts_of(opened.session) == ["fax"]
    assert opened.close() == ""


def test_a_file_of_a_later_version_is_read_and_told_of_as_that(path: Path) -> None:
    later = path.read_bytes().replace(b"schema_version = %d" % SCHEMA_VERSION, b"schema_version = 999")
    path.write_bytes(later)
    opened = _open(path)
    assert (opened.read_only, opened.writable) == ("newer", False)
    assert opened.found.faults == ()
    assert opened.close() == ""
    assert path.read_bytes() == later


@pytest.mark.parametrize("why", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_in_a_folder_for_reading_it_is_read_with_what_was_damaged_and_says_why(path: Path, why: int) -> None:
    path.write_bytes(path.read_bytes() + b"\n[[notes]]\nid = \n")
    opened = _open(path, Disk(fs=FaultyFs(lambda _number, _name: why)))
    assert opened.read_only == errno.errorcode[why]
    assert len(opened.found.faults) == 1
    assert texts_of(opened.session) == ["fax"]


def test_a_disk_that_is_out_of_order_is_no_folder_for_reading(path: Path) -> None:
    with pytest.raises(OSError, match="Input/output"):
        _open(path, Disk(fs=FaultyFs(lambda _number, _name: errno.EIO)))


def test_a_discussion_of_another_workbook_is_not_opened(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"parken"', b'"torget"'))
    with pytest.raises(OtherWorkbookError):
        _open(path)


def test_one_that_only_the_refuge_holds_belongs_where_discussions_are(path: Path, tmp_path: Path) -> None:
    refuge = tmp_path / "reserv"
    refuge.mkdir()
    away = path.rename(refuge / path.name)
    disk = Disk(tmp_path / "hem", refuge, QuickFs())
    opened = _open(away, disk)
    assert opened.path == path
    assert texts_of(opened.session) == ["fax"]
    assert opened.close() == ""
    assert path.exists()
    assert not away.exists()


def test_a_second_program_at_the_same_discussion_takes_nothing_back_that_the_first_did(path: Path) -> None:
    first = _open(path)
    first.add_notes("A.2", ["köer"])
    first.flush()
    second = _open(path)
    assert first.writer == identity().writer
    assert second.writer != first.writer
    assert second.undo() is None
    assert sorted(texts_of(second.session)) == ["fax", "köer"]
    assert second.close() == first.close() == ""


def test_without_a_refuge_nothing_is_kept_about_who_writes(path: Path, fence: Path) -> None:
    opened = _open(path)
    assert opened.close() == ""
    assert list(fence.rglob("skribent*")) == []
    opened = _open(path, Disk(path.parent, path.parents[1] / "reserv", QuickFs()))
    assert opened.close() == ""
    assert len(list(fence.rglob("skribent*"))) == 1
