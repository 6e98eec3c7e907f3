"""Whom a file is open to: words that some were shut out of are shown to none of them, whatever becomes of the file."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.files.atomic import no_more_open, write_free
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.report_file import put_report
from diskussion_tui.store.session.session_writer import SessionWriter
from diskussion_tui.store.upkeep.diagnose import Ward, find
from diskussion_tui.store.upkeep.purge import purge_note
from diskussion_tui.store.upkeep.repair import mend
from tests.store.session.test_session_writer import FS, Table, _begin, _open
from tests.support.builders import NOON, SESSION, Group, small_workbook, texts_of
from tests.support.disk import FaultyFs

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.session import Session


@pytest.fixture(autouse=True)
def usual_umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _kalles(folder: Path, mode: int) -> Path:
    """A discussion that somebody else has led, in a file with some mode."""
    folder.mkdir(exist_ok=True)
    folder.chmod(0o2775)
    table = _begin(folder)
    table.says("kalles hemlighet")
    table.session_writer.close()
    path = table.session_writer.path
    path.write_bytes(path.read_bytes().replace(b'written_by = "anna"', b'written_by = "kalle"'))
    path.chmod(mode)
    return path


def _evas(path: Path, start: int = 900) -> Path:
    table = Table(SessionWriter.open(FS, path, "eva"), start)
    table.says("evas")
    table.session_writer.close()
    return table.session_writer.path


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o660, 0o664])
def test_a_file_of_ours_is_no_more_open_than_the_one_that_its_words_came_from(tmp_path: Path, mode: int):
    kalles = _kalles(tmp_path / "delad", mode)
    evas = _evas(kalles)
    assert evas != kalles
    assert texts_of(read_session(evas).session) == ["kalles hemlighet", "evas"]
    assert _mode(evas) & 0o044 == mode & 0o044


def test_a_file_of_ours_closes_when_words_come_into_it_from_one_that_is_closed(tmp_path: Path):
    kalles = _kalles(tmp_path / "delad", 0o664)
    evas = _evas(kalles)
    assert _mode(evas) & 0o044 == 0o044
    kalles.chmod(0o640)
    assert _mode(_evas(evas, 950)) & 0o007 == 0


def test_a_file_that_comes_while_we_are_at_work_closes_ours_too(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("eget")
    table.session_writer.tidy()
    assert _mode(table.session_writer.path) & 0o044 == 0o044
    bo = Group("bo", table.session_writer.session, start=900)
    bo.says("bos")
    copy = tmp_path / "bos.toml"
    copy.write_bytes(codec.Encoder("bo").file(bo.session))
    copy.chmod(0o600)
    table.session_writer.others()
    table.session_writer.tidy()
    assert _mode(table.session_writer.path) == 0o600


def test_a_file_with_a_later_name_is_as_closed_as_it_was(tmp_path: Path):
    table = _begin(tmp_path)
    table.session_writer.path.chmod(0o600)
    table.does(changes.set_details, {"name": "Nytt namn"})
    table.session_writer.close()
    group = table.group

    def stamp(session: Session) -> Stamp:
        group.session = session
        return group.stamp()

    ward = Ward(tmp_path, tmp_path / "reserv", "anna", small_workbook())
    purge_note(FS, ward, SESSION, SESSION, stamp)
    (path,) = paths.session_files(tmp_path)
    assert path != table.session_writer.path
    assert _mode(path) == 0o600


def test_a_closed_file_that_is_taken_away_comes_back_as_closed_as_it_was(tmp_path: Path):
    table = _begin(tmp_path)
    table.session_writer.close()
    table.session_writer.path.chmod(0o600)
    opened = _open(table.session_writer.path)
    opened.says("ett")
    opened.session_writer.path.unlink()
    opened.session_writer.close()
    assert _mode(opened.session_writer.path) == 0o600


def test_what_is_kept_aside_of_a_closed_file_in_a_group_s_folder_is_not_the_group_s(tmp_path: Path):
    tmp_path.chmod(0o2775)
    table = _begin(tmp_path)
    table.session_writer.close()
    path = table.session_writer.path
    path.write_bytes(path.read_bytes() + b"\n[[notes]]\nid = \n")
    path.chmod(0o600)
    opened = _open(path)
    opened.says("ett")
    opened.session_writer.close()
    (aside,) = (tmp_path / paths.LIVE).glob("*.undanlagd")
    assert _mode(aside) == 0o600


def test_mending_an_open_copy_puts_no_words_of_a_closed_file_into_it(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("hemligt")
    table.session_writer.close()
    path = table.session_writer.path
    copy = tmp_path / "kopia.toml"
    copy.write_bytes(path.read_bytes() + b"\n[[notes]]\nid = \n")
    copy.chmod(0o644)
    path.chmod(0o600)
    ward = Ward(tmp_path, tmp_path / "reserv", "anna", small_workbook())
    mend(FS, ward, find(ward, NOON))
    assert {_mode(one) for one in paths.session_files(tmp_path)} == {0o600}


def test_on_a_disk_that_has_no_links_and_cannot_replace_a_new_file_is_as_closed_too(tmp_path: Path):
    closed = tmp_path / "a.toml"
    closed.write_bytes(b"ett")
    closed.chmod(0o600)
    lacking = FaultyFs(lambda _number, name: 1 if name == "link_new" else 17 if name == "replace" else 0)
    path = write_free(lacking, (tmp_path / "b.toml",), b"hemligt", tmp_path, no_more_open(closed))
    assert path.read_bytes() == b"hemligt"
    assert _mode(path) == 0o600


def test_a_report_is_no_more_open_than_the_discussion_that_it_tells(tmp_path: Path):
    table = _begin(tmp_path)
    table.session_writer.close()
    table.session_writer.path.chmod(0o600)
    named = ("Samtal", "Ekerö", NOON.date())
    report = put_report(tmp_path, named, ".md", b"hemligt", FS, table.session_writer.path)
    assert _mode(report) == 0o600


@pytest.mark.parametrize("when", ["before", "meanwhile"])
def test_what_is_not_yet_in_a_closed_file_is_as_closed_as_the_file(tmp_path: Path, when: str):
    tmp_path.chmod(0o2775)
    table = _begin(tmp_path)
    path = table.session_writer.path
    if when == "before":
        table.session_writer.close()
        path.chmod(0o600)
        table = _open(path)
    else:
        path.chmod(0o600)
        table.says("ett")
        table.session_writer.tidy()
    table.says("min hemlighet")
    (journal,) = (tmp_path / paths.LIVE).glob("*.toml")
    assert "min hemlighet" in journal.read_text(encoding="utf-8")
    assert _mode(journal) == 0o600
    table.session_writer.abandon()  # as after a crash
    again = Table(SessionWriter.open(FS, path, "anna"), 900)
    again.says("mer")
    assert _mode(journal) == 0o600
    again.session_writer.close()


def test_a_journal_that_is_begun_anew_after_a_failed_write_is_as_closed(tmp_path: Path):
    tmp_path.chmod(0o2775)
    table = _begin(tmp_path)
    table.session_writer.close()
    table.session_writer.path.chmod(0o600)
    fs = FaultyFs()
    table = Table(SessionWriter.open(fs, table.session_writer.path, "anna"), 900)
    table.says("ett")
    refused = iter([5])
    fs.refuses = lambda _number, name: next(refused, 0) if name == "write" else 0
    table.says("två")
    assert len(list((tmp_path / paths.LIVE).glob("*.toml"))) == 2
    assert {_mode(path) for path in (tmp_path / paths.LIVE).glob("*.toml")} == {0o600}
