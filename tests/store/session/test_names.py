"""A name is no identity: what stands under a name of ours may be somebody else's words, or lead out of the folder."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files import paths
from diskussion_tui.store.session.journal import journals_of
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.store.session.test_session_writer import FS, Table, _begin, _open
from tests.support.builders import SESSION, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _journal(table: Table) -> Path:
    (found,) = journals_of(table.session_writer.path.parent / paths.LIVE, SESSION)
    return found


def _held(table: Table) -> list[str]:
    return sorted(texts_of(read_session(table.session_writer.path).session))


def _second(table: Table) -> Table:
    """A second program that opens the same discussion for the same writer."""
    return Table(SessionWriter.open(FS, table.session_writer.path, "anna"), 900)


def _all_of_live(path: Path) -> None:
    for one in (path.parent).iterdir():
        one.unlink()
    path.parent.rmdir()


TAKEN_AWAY: dict[str, Callable[[Path], object]] = {
    "removed": lambda path: path.unlink(),
    "moved elsewhere": lambda path: path.rename(path.with_suffix(".borta")),
    "emptied": lambda path: os.truncate(path, 0),
    "put back to how it began": lambda path: os.truncate(path, 40),
    "gone with its folder": _all_of_live,
}
HOW = pytest.mark.parametrize("take", TAKEN_AWAY.values(), ids=TAKEN_AWAY)


@HOW
def test_who_takes_the_free_name_of_a_journal_that_was_taken_away_loses_no_note(
    tmp_path: Path, take: Callable[[Path], object]
):
    first = _begin(tmp_path)
    first.says("före")
    take(_journal(first))
    other = _second(first)
    other.says("den andras")
    other.session_writer.abandon()
    first.session_writer.close()
    assert _held(first) == ["den andras", "före"]


@HOW
def test_what_comes_under_the_name_of_a_journal_of_ours_is_shown_on_the_open_screen(
    tmp_path: Path, take: Callable[[Path], object]
):
    first = _begin(tmp_path)
    first.says("före")
    take(_journal(first))
    other = _second(first)
    other.says("den andras")
    heard = first.session_writer.others()
    assert "den andras" in texts_of(first.session_writer.session)
    assert any(getattr(one, "text", "") == "den andras" for one in heard)
    other.session_writer.close()


@HOW
def test_a_journal_that_was_taken_away_comes_back_whole_before_anybody_says_more(
    tmp_path: Path, take: Callable[[Path], object]
):
    first = _begin(tmp_path)
    first.says("före")
    first.session_writer.tidy()
    first.says("sedan")
    take(_journal(first))
    holds_lock = _second(first)
    assert first.session_writer.disturbed
    first.session_writer._lock.let_go()
    assert holds_lock.session_writer.tidy()
    assert not first.session_writer.tidy()  # another program has the file in hand
    first.session_writer.abandon()  # and we die
    holds_lock.session_writer.abandon()
    assert _held(first) == ["före", "sedan"]


@HOW
def test_a_note_said_after_the_journal_was_taken_away_is_on_disk_with_all_before_it(
    tmp_path: Path, take: Callable[[Path], object]
):
    first = _begin(tmp_path)
    first.says("före")
    take(_journal(first))
    first.says("efter")
    first.session_writer.abandon()
    assert _held(first) == ["efter", "före"]


def test_a_file_that_was_put_under_the_name_of_our_journal_is_not_removed_when_we_close(tmp_path: Path):
    first = _begin(tmp_path)
    first.says("före")
    path = _journal(first)
    path.unlink()
    path.write_bytes(b"nagon annans ord")
    first.session_writer.close()
    assert path.read_bytes() == b"nagon annans ord"


# ---- links -----------------------------------------------------------------------------------------------------------


def _names_of_ours(table: Table) -> list[str]:
    """What the program would call its files beside a discussion; it can be worked out from the discussion's file."""
    session = table.session_writer.session.id
    return [f"{session}.anna.toml", f"{session}.anna.lock"]


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("how", ["a link", "a link to nothing yet", "a second name", "a pipe"])
def test_nothing_is_written_through_what_was_put_under_a_name_of_ours(tmp_path: Path, how: str, which: int):
    table = _begin(tmp_path / "sessions")
    path = table.session_writer.path
    table.session_writer.close()
    outside = tmp_path / "bashrc"
    if how != "a link to nothing yet":
        outside.write_bytes(b"export PATH\n")
    planted = path.parent / paths.LIVE / _names_of_ours(table)[which]
    if how == "a second name":
        os.link(outside, planted)
    elif how == "a pipe":
        os.mkfifo(planted)
    else:
        planted.symlink_to(outside)
    opened = _open(path)
    opened.says("$(touch pwn)")
    opened.session_writer.close()
    assert (outside.read_bytes() if outside.exists() else b"") in (b"export PATH\n", b"")
    assert outside.exists() == (how != "a link to nothing yet")
    assert _held(opened) == ["$(touch pwn)"]


@pytest.mark.parametrize("target", ["a folder", "nothing"])
def test_a_live_folder_that_is_a_link_is_not_gone_through(tmp_path: Path, target: str):
    table = _begin(tmp_path / "sessions")
    table.session_writer.close()
    path, outside = table.session_writer.path, tmp_path / "projekt"
    if target == "a folder":
        outside.mkdir()
        (outside / f"{SESSION}.anna.toml").write_bytes(b"mitt")
    live = path.parent / paths.LIVE
    live.rmdir()
    live.symlink_to(outside)
    with pytest.raises(OSError, match="symbolic links"):
        SessionWriter.open(FS, path, "anna")
    assert [one.read_bytes() for one in outside.iterdir()] if outside.exists() else [b"mitt"] == [b"mitt"]
    assert texts_of(read_session(path).session) == []


def test_a_link_to_a_session_file_that_one_made_oneself_stays_a_link_and_its_target_is_written(
    tmp_path: Path,
):
    table = _begin(tmp_path / "arkiv")
    table.session_writer.close()
    target = table.session_writer.path
    (tmp_path / "sessions").mkdir(mode=0o755)
    link = tmp_path / "sessions" / target.name
    link.symlink_to(target)
    opened = _open(link)
    opened.says("hemtjänst")
    opened.session_writer.close()
    assert link.is_symlink()
    assert texts_of(read_session(target).session) == ["hemtjänst"]


def test_in_a_folder_that_others_write_to_a_link_is_not_written_through(tmp_path: Path):
    table = _begin(tmp_path / "arkiv")
    table.session_writer.close()
    target = table.session_writer.path
    before = target.read_bytes()
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions").chmod(0o2775)
    link = tmp_path / "sessions" / target.name
    link.symlink_to(target)
    opened = _open(link)
    opened.says("hemtjänst")
    opened.session_writer.close()
    assert target.read_bytes() == before
    assert texts_of(read_session(link).session) == ["hemtjänst"]


# ---- rights ----------------------------------------------------------------------------------------------------------


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def usual_umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("usual_umask")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_session_file_keeps_the_rights_that_somebody_gave_it(tmp_path: Path, mode: int):
    table = _begin(tmp_path)
    table.session_writer.path.chmod(mode)
    table.says("ett")
    table.session_writer.close()
    assert _mode(table.session_writer.path) == mode


@pytest.mark.usefixtures("usual_umask")
def test_what_lies_beside_a_discussion_is_for_its_owner_alone(tmp_path: Path):
    tmp_path.chmod(0o755)
    table = _begin(tmp_path)
    table.says("ett")
    table.session_writer.tidy()
    live = tmp_path / paths.LIVE
    assert _mode(live) == 0o700
    assert {_mode(path) for path in live.iterdir()} == {0o600}
    assert len(list(live.iterdir())) == 2


@pytest.mark.usefixtures("usual_umask")
def test_a_live_folder_of_an_earlier_version_is_closed_to_others_when_its_owner_comes(tmp_path: Path):
    tmp_path.chmod(0o755)
    (tmp_path / paths.LIVE).mkdir(mode=0o755)
    _begin(tmp_path).session_writer.close()
    assert _mode(tmp_path / paths.LIVE) == 0o700


@pytest.mark.usefixtures("usual_umask")
def test_in_a_group_s_folder_everything_is_the_group_s_whatever_the_umask(tmp_path: Path):
    tmp_path.chmod(0o2775)
    table = _begin(tmp_path)
    table.says("ett")
    table.session_writer.tidy()
    live = tmp_path / paths.LIVE
    assert _mode(live) & 0o777 == 0o770
    assert {_mode(path) for path in live.iterdir()} == {0o660}
    assert _mode(table.session_writer.path) & 0o060 == 0o060


@pytest.mark.usefixtures("usual_umask")
def test_a_folder_that_the_program_makes_is_for_its_owner_alone(tmp_path: Path):
    tmp_path.chmod(0o755)
    _begin(tmp_path / "hem" / "sessions").session_writer.close()
    assert {_mode(path) for path in (tmp_path / "hem", tmp_path / "hem" / "sessions")} == {0o700}


def test_a_journal_of_another_user_that_cannot_be_read_is_told_of_and_stops_nothing(
    tmp_path: Path, monkeypatch
):
    from diskussion_tui.store.session import replicas

    table = _begin(tmp_path)
    table.says("ett")
    table.session_writer.close()
    closed = tmp_path / paths.LIVE / f"{SESSION}.bo.toml"
    closed.write_bytes(b"")
    real = replicas.read_whole

    def refused(path: Path) -> bytes:
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(replicas, "read_whole", refused)
    held = read_session(table.session_writer.path)
    assert texts_of(held.session) == ["ett"]
    assert [(fault.code, fault.detail) for fault in held.faults] == [("journal_shut", closed.name)]
