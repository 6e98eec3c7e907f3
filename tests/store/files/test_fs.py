"""The real door to the disk, held against the calls that it really makes; and disks that lack one of them."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from diskussion_tui.store.files import atomic, fs, ground, lock, rights
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.ground import ShutError
from diskussion_tui.store.files.paths import LIVE
from diskussion_tui.store.session import journal as journals
from diskussion_tui.store.session.journal import Journal
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.session_writer import SessionWriter
from diskussion_tui.store.upkeep import trial
from tests.store.session.test_session_writer import Table
from tests.support.builders import Group, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable


class Calls:
    """Stands where the disk's modules have `os`: every call goes through, and is remembered with the file it is about.

    `lacks` are calls that the disk does not have, with what it answers; a call on a folder is named `fsync folder`.
    """

    def __init__(self) -> None:
        self.made: list[tuple[str, str]] = []
        self.flags: dict[str, int] = {}
        self.lacks: dict[str, int] = {}
        self.shortest = False
        self._at: dict[int, str] = {}

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._seen(name, real) if callable(real) and name in _WATCHED else real

    def _seen(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **also: Any) -> Any:
            about = self._about(args[0], also)
            told = f"{name} folder" if name == "fsync" and Path(f"/dev/fd/{args[0]}").is_dir() else name
            self.made.append((told, about))
            if number := self.lacks.get(told):
                raise OSError(number, os.strerror(number))
            if name == "write" and self.shortest:
                return real(args[0], args[1][:1])
            found = real(*args, **also)
            if name == "open":
                self._at[found] = about
                self.flags[about] = args[1]
            return found

        return call

    def _about(self, first: Any, also: dict[str, Any]) -> str:
        if isinstance(first, int):
            return self._at.get(first, str(first))
        folder = also.get("dir_fd") or also.get("src_dir_fd")
        if first == ".":
            return self._at.get(folder or -1, "?")
        return Path(first).name


_WATCHED = frozenset(
    {"open", "write", "fdatasync", "fsync", "replace", "link", "unlink", "mkdir", "rmdir", "fchmod"}
)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    watched = Calls()
    for module in (fs, ground, rights, lock, atomic):
        monkeypatch.setattr(module, "os", watched)
    return watched


def _group(text: str = "fax") -> Group:
    group = Group(name="Ekerö")
    group.says(text)
    return group


# ---- what a durable call is made of -----------------------------------------------------------------------------------


def test_a_journal_is_opened_without_following_a_link_and_its_name_is_made_durable(
    tmp_path: Path, calls: Calls
):
    Fs().make_folder(tmp_path / LIVE)
    calls.made.clear()
    Journal.open(Fs(), tmp_path / LIVE, _group().session.head, "anna").close()
    (name,) = [one for one in calls.flags if one.endswith(".anna.toml")]
    assert calls.flags[name] & os.O_NOFOLLOW
    assert calls.flags[name] & os.O_APPEND
    assert calls.made[-1] == ("fsync folder", LIVE)


def test_on_a_slow_disk_a_note_is_not_saved_before_the_name_of_its_journal_is(
    tmp_path: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
):
    group = Group(name="Ekerö")
    group.says("fax")
    Fs().make_folder(tmp_path / LIVE)
    calls.made.clear()
    monkeypatch.setattr(journals, "SLOW", -1.0)
    journal = Journal.open(Fs(), tmp_path / LIVE, group.session.head, "anna")
    synced: list[list[str]] = []
    for _ in range(2):
        journal.append([[group.session.notes()[0]]])
        synced.append([name for name, _about in calls.made if name in ("write", "fdatasync", "fsync folder")])
        calls.made.clear()
    assert sorted(synced[0]) == ["fdatasync", "fsync folder", "write"]  # the name is seen to meanwhile
    assert synced[1] == ["write", "fdatasync"]
    calls.lacks["fsync folder"] = errno.EIO
    calls.lacks["open"] = 0
    journal.close()
    again = Journal.open(Fs(), tmp_path / LIVE, group.session.head, "bo")
    with pytest.raises(OSError, match="Input/output"):
        again.append([[group.session.notes()[0]]])
    again.close()


def test_each_new_folder_is_made_durable_in_the_one_above(tmp_path: Path, calls: Calls):
    Fs().make_folder(tmp_path / "a" / "b" / LIVE)
    made = [one for one in calls.made if one[0] in ("mkdir", "fsync folder")]
    assert made == [
        ("mkdir", "a"),
        ("fsync folder", tmp_path.name),
        ("mkdir", "b"),
        ("fsync folder", "a"),
        ("mkdir", LIVE),
        ("fsync folder", "b"),
    ]


def test_a_note_costs_one_sync_and_it_is_of_its_data(tmp_path: Path, calls: Calls):
    group = Group(name="Ekerö")
    Fs().make_folder(tmp_path / LIVE)
    journal = Journal.open(Fs(), tmp_path / LIVE, group.session.head, "anna")
    calls.made.clear()
    group.says("fax")
    journal.append([[group.session.notes()[0]]])
    synced = [(name, about) for name, about in calls.made if name != "open"]
    assert [name for name, _about in synced] == ["write", "fdatasync"]
    assert synced[0][1] == synced[1][1]
    journal.close()


def test_a_write_that_takes_a_byte_at_a_time_is_gone_on_with_until_all_is_written(
    tmp_path: Path, calls: Calls
):
    calls.shortest = True
    handle = Fs().open_new(tmp_path / "ett")
    Fs().write(handle, "hälso- och sjukvård".encode())
    Fs().close(handle)
    assert (tmp_path / "ett").read_text(encoding="utf-8") == "hälso- och sjukvård"


def test_a_whole_file_is_synced_before_it_takes_the_name_and_the_name_after(tmp_path: Path, calls: Calls):
    path, live = tmp_path / "fil.toml", tmp_path / LIVE
    Fs().make_folder(live)
    path.write_bytes(b"den gamla")
    calls.made.clear()
    atomic.write_whole(Fs(), path, b"den nya", live)
    made = [name for name, _about in calls.made if name in ("write", "fdatasync", "replace", "fsync folder")]
    assert made == ["write", "fdatasync", "replace", "fsync folder"]
    assert path.read_bytes() == b"den nya"


def test_a_new_file_is_synced_before_it_takes_the_name_and_the_name_after(tmp_path: Path, calls: Calls):
    live = tmp_path / LIVE
    Fs().make_folder(live)
    calls.made.clear()
    atomic.write_free(Fs(), [tmp_path / "fil.toml"], b"ny", live)
    made = [name for name, _about in calls.made if name in ("write", "fdatasync", "link", "fsync folder")]
    assert made == ["write", "fdatasync", "link", "fsync folder"]


@pytest.mark.parametrize("call", ["write", "fdatasync", "replace", "fchmod"])
def test_a_file_in_the_making_that_is_refused_is_not_left_behind(tmp_path: Path, calls: Calls, call: str):
    path, live = tmp_path / "fil.toml", tmp_path / LIVE
    Fs().make_folder(live)
    path.write_bytes(b"den gamla")
    calls.lacks = {call: errno.EIO}
    with pytest.raises(OSError, match="Input/output error"):
        atomic.write_whole(Fs(), path, b"den nya", live)
    assert path.read_bytes() == b"den gamla"
    assert list(live.iterdir()) == []


# ---- what a disk lacks ------------------------------------------------------------------------------------------------

LACKS = {
    "locks": {"flock": errno.ENOLCK},
    "locks, as some shares say it": {"flock": errno.EOPNOTSUPP},
    "locks, as FUSE says it": {"flock": errno.ENOSYS},
    "syncing of folders": {"fsync folder": errno.EINVAL},
    "syncing at all": {"fsync folder": errno.ENOSYS, "fsync": errno.ENOSYS, "fdatasync": errno.ENOSYS},
    "fdatasync alone": {"fdatasync": errno.EINVAL},
    "hard links": {"link": errno.EPERM},
    "hard links between folders": {"link": errno.EXDEV},
    "hard links, as SMB says it": {"link": errno.EOPNOTSUPP},
    "replacing": {"replace": errno.EEXIST},
    "hard links and replacing": {"link": errno.ENOSYS, "replace": errno.ENOSYS},
    "rights": {"fchmod": errno.EPERM},
    "rights, as FUSE says it": {"fchmod": errno.ENOSYS},
}


@pytest.fixture
def lacking(
    calls: Calls, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, request: pytest.FixtureRequest
) -> Calls:
    """A disk without some calls; locks of files in another folder than the discussion's are had all the same."""
    calls.lacks = dict(request.param)
    number = calls.lacks.pop("flock", 0)
    real = lock._lock

    def lock_of(handle: int) -> None:
        if number and Path(f"/dev/fd/{handle}").readlink().is_relative_to(tmp_path / "delad"):
            raise OSError(number, os.strerror(number))
        real(handle)

    monkeypatch.setattr(lock, "_lock", lock_of)
    monkeypatch.setattr(lock, "_folder", lambda: tmp_path / "las")
    return calls


@pytest.mark.usefixtures("lacking")
@pytest.mark.parametrize("lacking", LACKS.values(), ids=LACKS, indirect=True)
def test_an_evening_on_a_disk_that_lacks_a_call_is_saved_at_home_and_leaves_no_litter(tmp_path: Path):
    folder = tmp_path / "delad"
    table = Table(SessionWriter.create(Fs(), folder, "Samtal", Group(name="Ekerö").session, "anna"))
    path = table.session_writer.path
    for number in range(3):
        table.says(f"anteckning {number}")
        assert table.session_writer.tidy()
        table.session_writer.close()
        table = Table(SessionWriter.open(Fs(), path, "anna"), 100 * (number + 2))
    table.session_writer.close()
    assert texts_of(read_session(path).session) == [f"anteckning {number}" for number in range(3)]
    assert [one.name for one in folder.iterdir() if one.name != LIVE] == [path.name]
    assert list((folder / LIVE).iterdir()) == []
    assert list((tmp_path / "las").iterdir()) == [] if (tmp_path / "las").exists() else True


@pytest.mark.usefixtures("lacking")
@pytest.mark.parametrize("lacking", [LACKS["locks"]], indirect=True)
def test_two_programs_on_a_disk_without_locks_still_have_a_journal_each(tmp_path: Path):
    folder = tmp_path / "delad"
    first = Table(SessionWriter.create(Fs(), folder, "Samtal", Group(name="Ekerö").session, "anna"))
    second = Table(SessionWriter.open(Fs(), first.session_writer.path, "anna"), 500)
    assert (first.session_writer.writer, second.session_writer.writer) == ("anna", "anna-2")
    first.says("den enas")
    second.says("den andras")
    assert first.session_writer.tidy()
    assert not second.session_writer.tidy()
    for table in (first, second):
        table.session_writer.close()
    assert sorted(texts_of(read_session(first.session_writer.path).session)) == ["den andras", "den enas"]


TOLD = {
    "locks": ("lacks_locks",),
    "syncing of folders": ("lacks_sync",),
    "syncing at all": ("lacks_sync",),
    "hard links": ("lacks_links",),
    "hard links between folders": ("lacks_links",),
    "replacing": ("lacks_replacing",),
    "hard links and replacing": ("lacks_links", "lacks_replacing"),
    "rights": ("lacks_rights",),
}


@pytest.mark.usefixtures("lacking")
@pytest.mark.parametrize(
    ("lacking", "told"), [(LACKS[name], told) for name, told in TOLD.items()], ids=TOLD, indirect=["lacking"]
)
def test_what_a_disk_lacks_is_found_by_trying_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lacking: Calls, told: tuple[str, ...]
):
    monkeypatch.setattr(trial, "os", lacking)
    folder = tmp_path / "delad"
    folder.mkdir()
    assert trial.lacking(Fs(), folder) == told
    assert list(folder.iterdir()) == []


def test_a_disk_of_today_lacks_nothing(tmp_path: Path):
    assert trial.lacking(Fs(), tmp_path) == ()


def test_an_overwriting_that_is_cut_off_on_a_disk_without_replacing_leaves_the_whole_beside_it(
    tmp_path: Path, calls: Calls
):
    live, path = tmp_path / LIVE, tmp_path / "fil.toml"
    Fs().make_folder(live)
    path.write_bytes(b"den gamla")
    calls.lacks = {"replace": errno.ENOSYS}

    class CutOff(Fs):
        def open_over(self, path: Path) -> int:
            os.close(super().open_over(path))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        atomic.write_whole(CutOff(), path, b"den nya", live)
    assert path.read_bytes() == b""
    assert [one.read_bytes() for one in live.iterdir()] == [b"den nya"]


def test_a_lock_that_another_program_has_is_taken_and_one_that_the_disk_lacks_is_not(
    tmp_path: Path, monkeypatch
):
    monkeypatch.setattr(lock, "_folder", lambda: tmp_path / "las")
    first, second = (os.open(tmp_path / "fil", os.O_RDWR | os.O_CREAT) for _ in range(2))
    assert lock.try_lock(first)
    assert not lock.try_lock(second)
    assert lock.has_locks(second)
    lock.close(first)
    assert lock.try_lock(second)
    lock.close(second)


# ---- reading ---------------------------------------------------------------------------------------------------------


def test_a_file_of_more_bytes_than_asked_for_is_not_read(tmp_path: Path):
    path = tmp_path / "stor"
    path.write_bytes(bytes(11))
    assert ground.read_whole(path, most=11) == bytes(11)
    with pytest.raises(ShutError) as refused:
        ground.read_whole(path, most=10)
    assert refused.value.code == "too_large"


def test_a_file_is_read_on_from_where_it_was_left(tmp_path: Path):
    path = tmp_path / "fil"
    path.write_bytes(b"ett tu tre")
    assert ground.read_whole(path, 4) == b"tu tre"
    assert ground.read_start(path, 3) == b"ett"


def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "ror")
    for read in (ground.read_whole, lambda path: ground.read_start(path, 3)):
        with pytest.raises(ShutError) as refused:
            read(tmp_path / "ror")
        assert refused.value.code == "not_a_file"
