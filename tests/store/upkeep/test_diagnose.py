"""What is wrong with a folder of discussions is found without touching it, and mended without losing a word."""

from __future__ import annotations

import datetime as dt
import errno
import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.records import Draft, Note
from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.files.schema import SCHEMA_VERSION
from diskussion_tui.store.session.blocks import read_journal, sealed
from diskussion_tui.store.session.journal import journals_of, opened_alone
from diskussion_tui.store.session.practice import PROOF
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.session_writer import SessionWriter
from diskussion_tui.store.upkeep.diagnose import REMEDIES, Finding, Ward, find
from diskussion_tui.store.upkeep.repair import mend
from diskussion_tui.store.upkeep.scan import look
from diskussion_tui.store.upkeep.trial import trial
from tests.support.builders import NOON, SESSION, Group, small_workbook, texts_of
from tests.support.disk import FaultyFs, QuickFs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.domain.session.records import Record

FS = QuickFs()
LATER = NOON + dt.timedelta(minutes=10)
LONG_AGO = 1_000_000_000


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    return Ward(tmp_path / "diskussioner", tmp_path / "reserv", "anna", small_workbook())


def leads(ward: Ward, *texts: str, writer: str = "anna", folder: Path | None = None) -> SessionWriter:
    """A discussion that is open, with notes that are saved."""
    group = Group(writer)
    session_writer = SessionWriter.create(FS, folder or ward.folder, "Samtal", group.session, writer)
    session_writer.append((group.saying(*texts),))
    return session_writer


def whole(ward: Ward, *texts: str, writer: str = "anna") -> Path:
    """The file of a discussion that was closed."""
    session_writer = leads(ward, *texts, writer=writer)
    session_writer.close()
    return session_writer.path


def dead(ward: Ward, *texts: str, writer: str = "anna", folder: Path | None = None) -> Path:
    """The file of a discussion whose program died: the notes are in the journal only."""
    session_writer = leads(ward, *texts, writer=writer, folder=folder)
    session_writer.abandon()
    return session_writer.path


def damaged(ward: Ward, writer: str = "anna") -> Path:
    path = whole(ward, "hel", "halv", writer=writer)
    path.write_bytes(path.read_bytes().replace(b'text = "halv"', b'text = "hal'))
    return path


def journal_of(ward: Ward) -> Path:
    (path,) = journals_of(ward.folder / paths.LIVE, SESSION)
    return path


def said_in(path: Path) -> list[str]:
    """The texts of the notes that a file itself holds, every version."""
    content = codec.read(path.read_bytes())
    assert content.faults == ()
    return sorted(one.text for one in content.versions if isinstance(one, Note))


def codes(found: tuple[Finding, ...]) -> dict[str, str]:
    """The codes of what was found, each with what would be done about it."""
    return {one.code: one.remedy for one in found}


def snapshot(*places: Path) -> dict[Path, tuple[int, int, bytes]]:
    """Every name in some places, with when it was written and what it holds."""
    return {
        path: (path.lstat().st_mtime_ns, path.lstat().st_size, path.read_bytes() if path.is_file() else b"")
        for place in places
        for path in (place, *place.rglob("*"))
        if os.path.lexists(path)
    }


def held(ward: Ward) -> set[Record]:
    """Every version that lasts in every file, journal and copy kept aside."""
    seen = look(ward.folder, ward.refuge)
    found = [version for one in seen.files for version in one.content.versions]
    found += [version for one in seen.logs for version in one.found.versions]
    for path in seen.aside:
        found += [*codec.read(path.read_bytes()).versions, *read_journal(path.read_bytes()).versions]
    return {one for one in found if not isinstance(one, Draft)}


def _older(ward: Ward) -> None:
    path = whole(ward, "fax")
    path.write_bytes(
        path.read_bytes().replace(b"schema_version = %d" % SCHEMA_VERSION, b"schema_version = 1")
    )


def _newer(ward: Ward) -> None:
    path = whole(ward, "fax")
    path.write_bytes(
        path.read_bytes().replace(b"schema_version = %d" % SCHEMA_VERSION, b"schema_version = 99")
    )


def _file_gone(ward: Ward) -> None:
    dead(ward, "fax").unlink()


def _headless(ward: Ward) -> None:
    live = ward.folder / paths.LIVE
    live.mkdir(parents=True)
    note = Group().saying("fax").versions
    live.joinpath(f"{SESSION}.anna.toml").write_bytes(sealed(note))


def _empty_journal(ward: Ward) -> None:
    _headless(ward)
    journal_of(ward).write_bytes(b"")


def _done(ward: Ward) -> None:
    session_writer = leads(ward, "fax")
    session_writer.tidy()
    session_writer.abandon()


def _others_done(ward: Ward) -> None:
    session_writer = leads(ward, "fax", writer="bo")
    session_writer.tidy()
    session_writer.abandon()


def _damaged_journal(ward: Ward) -> None:
    dead(ward, "fax")
    path = journal_of(ward)
    path.write_bytes(path.read_bytes().replace(b"fax", b"fox") + sealed(Group().saying("brev").versions))


def _others_damaged_journal(ward: Ward) -> None:
    dead(ward, "fax", writer="bo")
    path = journal_of(ward)
    path.write_bytes(path.read_bytes().replace(b"fax", b"fox") + sealed(Group("bo").saying("brev").versions))


def _two_files(ward: Ward) -> None:
    path = whole(ward, "fax")
    path.with_name("kopia.toml").write_bytes(path.read_bytes())


def _refuge(ward: Ward) -> None:
    dead(ward, "fax", folder=ward.refuge)


def _refuge_journal(ward: Ward) -> None:
    dead(ward, "fax", folder=ward.refuge).unlink()


def _left(ward: Ward, name: str, data: bytes = b"") -> None:
    path = ward.folder / paths.LIVE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (LONG_AGO, LONG_AGO))


def _practice(ward: Ward) -> None:
    copy = ward.folder / ".ovning" / "abcd" / "Samtal.toml"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(b"schema_version = 1\n")
    (copy.parent / PROOF).write_bytes(b'id = "01JYRME1H3G3JDYYPCYRA06SDM"\n')
    os.utime(copy.parent, (LONG_AGO, LONG_AGO))


def _future(ward: Ward) -> None:
    group = Group()
    group.clock.passes(days=3)
    session_writer = SessionWriter.create(FS, ward.folder, "Samtal", group.session, "anna")
    session_writer.append((group.saying("fax"),))
    session_writer.close()


def _half_made_more(ward: Ward) -> None:
    group = Group()
    group.says("fax")
    _left(ward, "Samtal.toml.1.ny", codec.Encoder("anna").file(group.session))


def _half_made_of_the_whole(ward: Ward) -> None:
    """Its words are all there: some in the file, the last of them in the journal of a program that died."""
    path = whole(ward, "fax")
    session_writer = SessionWriter.open(FS, path, "anna", ward.refuge)
    group = Group(session=session_writer.session, start=700)
    session_writer.append((group.saying("köer"),))
    session_writer.abandon()
    _left(ward, "Samtal.toml.1.ny", codec.Encoder("anna").file(read_session(path).session))


def _purged_and_back(ward: Ward) -> None:
    whole(ward, "fax")
    _left(ward, "rensade.toml", f'[[purged]]\nid = "{SESSION}"\n'.encode())


TROUBLES: list[tuple[Callable[[Ward], object], str, str]] = [
    (damaged, "damaged_block", "rewrite"),
    (lambda ward: damaged(ward, "bo"), "damaged_block", ""),
    (_older, "older", ""),
    (_newer, "newer", ""),
    (lambda ward: dead(ward, "fax"), "journal_ahead", "unite"),
    (lambda ward: dead(ward, "fax", writer="bo"), "journal_ahead", "unite"),
    (_done, "journal_done", "clear"),
    (_others_done, "journal_others", ""),
    (_damaged_journal, "journal_damaged", "set_aside"),
    (_others_damaged_journal, "journal_damaged", "set_aside"),
    (_file_gone, "journal_orphan", "write_anew"),
    (_headless, "journal_headless", ""),
    (_empty_journal, "journal_empty", "remove"),
    (_two_files, "copy", ""),
    (_refuge, "refuge", "bring_home"),
    (_refuge_journal, "refuge", "bring_home"),
    (lambda ward: _left(ward, "x.toml.1.ny"), "half_made", "remove"),
    (_half_made_of_the_whole, "half_made", "remove"),
    (_half_made_more, "half_made_more", ""),
    (lambda ward: _left(ward, f"{SESSION}.anna.lock"), "lock", "remove"),
    (lambda ward: _left(ward, f"{SESSION}.bo.lock"), "lock_others", ""),
    (lambda ward: _left(ward, "Samtal.00000000.undanlagd", b"x"), "aside", ""),
    (lambda ward: _left(ward, "brev.txt"), "unknown", ""),
    (_practice, "practice", "remove"),
    (_future, "future", ""),
    (_purged_and_back, "removed_again", ""),
]
NAMED = [f"{code}-{remedy}-{number}" for number, (_make, code, remedy) in enumerate(TROUBLES)]


@pytest.mark.parametrize(("make", "code", "remedy"), TROUBLES, ids=NAMED)
def test_each_trouble_is_found_with_what_would_be_done(
    ward: Ward, make: Callable[[Ward], object], code: str, remedy: str
) -> None:
    make(ward)
    assert codes(find(ward, LATER))[code] == remedy


@pytest.mark.parametrize(("make", "code", "remedy"), TROUBLES, ids=NAMED)
def test_looking_writes_nothing(ward: Ward, make: Callable[[Ward], object], code: str, remedy: str) -> None:
    del code, remedy
    make(ward)
    before = snapshot(ward.folder, ward.refuge)
    find(ward, LATER)
    assert snapshot(ward.folder, ward.refuge) == before


@pytest.mark.parametrize(("make", "code", "remedy"), TROUBLES, ids=NAMED)
def test_mending_loses_nothing_and_has_nothing_left_to_do(
    ward: Ward, make: Callable[[Ward], object], code: str, remedy: str
) -> None:
    make(ward)
    before = held(ward)
    assert mend(FS, ward, find(ward, LATER)) == ()
    assert before <= held(ward)
    left = find(ward, LATER)
    assert not [one for one in left if one.remedy]
    assert (code in codes(left)) == (not remedy)
    settled = snapshot(ward.folder, ward.refuge)
    assert mend(FS, ward, left) == ()
    assert snapshot(ward.folder, ward.refuge) == settled


def test_everything_that_can_be_done_is_tried_above() -> None:
    assert {remedy for _make, _code, remedy in TROUBLES} == {"", *REMEDIES}


def test_a_folder_without_trouble_has_no_findings_and_is_given_no_live_folder(ward: Ward) -> None:
    path = whole(ward, "fax")
    path.parent.joinpath(paths.LIVE).rmdir()
    assert find(ward, LATER) == ()
    assert not path.parent.joinpath(paths.LIVE).exists()


def test_a_damaged_file_keeps_its_original_and_every_whole_note(ward: Ward) -> None:
    path = damaged(ward)
    original = path.read_bytes()
    mend(FS, ward, find(ward, LATER))
    (aside,) = (ward.folder / paths.LIVE).glob("*.undanlagd")
    assert aside.read_bytes() == original
    assert said_in(path) == ["hel"]


def test_every_damaged_copy_of_ours_is_written_anew(ward: Ward) -> None:
    path = damaged(ward)
    copy = path.with_name("kopia.toml")
    copy.write_bytes(path.read_bytes().replace(b'text = "hel"', b'text = "he'))
    mend(FS, ward, find(ward, LATER))
    assert [codec.read(one.read_bytes()).faults for one in (path, copy)] == [(), ()]
    assert len(list((ward.folder / paths.LIVE).glob("*.undanlagd"))) == 2


def test_another_laptops_damaged_file_and_journal_are_left_as_they_are(ward: Ward) -> None:
    path = damaged(ward, "bo")
    other = ward.folder / paths.LIVE / f"{SESSION}.bo.toml"
    other.write_bytes(sealed(Group("bo", start=700).saying("ny").versions))
    before = path.read_bytes(), other.read_bytes()
    mend(FS, ward, find(ward, LATER))
    assert (path.read_bytes(), other.read_bytes()) == before


def test_a_journal_without_a_file_becomes_the_discussion_it_was(ward: Ward) -> None:
    dead(ward, "fax", "köer").unlink()
    mend(FS, ward, find(ward, LATER))
    (path,) = ward.folder.glob("*.toml")
    assert path.name == "Samtal_Ekerö_2026-05-12.toml"
    assert codec.read(path.read_bytes()).frame == changes.frame_of(small_workbook())
    assert said_in(path) == ["fax", "köer"]


def test_a_journal_of_another_workbook_lends_no_words_from_this_one(ward: Ward) -> None:
    dead(ward, "fax").unlink()
    stranger = Ward(ward.folder, ward.refuge, "anna", None)
    mend(FS, stranger, find(stranger, LATER))
    (path,) = ward.folder.glob("*.toml")
    assert codec.read(path.read_bytes()).frame.asked == ()


def test_a_discussion_that_is_open_is_left_alone_with_all_its_files(ward: Ward) -> None:
    session_writer = leads(ward, "fax")
    session_writer.tidy()
    path = session_writer.path
    path.with_name("kopia.toml").write_bytes(path.read_bytes() + b"[[notes]]\nid = \n")
    before = snapshot(ward.folder)
    found = find(ward, LATER)
    assert codes(found)["open"] == ""
    assert not [one for one in found if one.remedy]
    mend(FS, ward, [Finding("journal_ahead", path, remedy="unite", session=SESSION)])
    assert snapshot(ward.folder) == before
    session_writer.abandon()


def test_a_file_that_is_being_written_is_left_alone(ward: Ward) -> None:
    _left(ward, "x.toml.1.ny")
    path = ward.folder / paths.LIVE / "x.toml.1.ny"
    os.utime(path, (LATER.timestamp() - 5, LATER.timestamp() - 5))
    assert codes(find(ward, LATER)) == {"half_made_now": ""}


def test_what_a_program_has_taken_up_since_is_not_removed(ward: Ward) -> None:
    _left(ward, f"{SESSION}.anna.lock")
    found = find(ward, LATER)
    lock = ward.folder / paths.LIVE / f"{SESSION}.anna.lock"
    handle = opened_alone(FS, lock)
    assert handle is not None
    (failed,) = mend(FS, ward, found)
    assert (failed.why, lock.exists()) == ("open", True)
    FS.close(handle)


def test_what_the_refuge_kept_is_home_and_the_refuge_is_empty(ward: Ward) -> None:
    dead(ward, "fax", folder=ward.refuge)
    mend(FS, ward, find(ward, LATER))
    (path,) = ward.folder.glob("*.toml")
    assert said_in(path) == ["fax"]
    assert not ward.refuge.exists()


def test_a_damaged_file_in_the_refuge_is_kept_aside_at_home(ward: Ward) -> None:
    session_writer = leads(ward, "hel", "halv", folder=ward.refuge)
    session_writer.close()
    broken = session_writer.path.read_bytes().replace(b'text = "halv"', b'text = "hal')
    session_writer.path.write_bytes(broken)
    mend(FS, ward, find(ward, LATER))
    assert broken in [one.read_bytes() for one in (ward.folder / paths.LIVE).glob("*.undanlagd")]
    assert find(ward, LATER) != ()
    assert not [one for one in find(ward, LATER) if one.wrong]


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(ward: Ward) -> None:
    damaged(ward)
    before = held(ward)
    for call in ("open_journal", "open_new", "write", "replace", "sync_folder"):
        full = FaultyFs(lambda _number, name, call=call: errno.ENOSPC if name == call else 0)
        (failed,) = mend(full, ward, find(ward, LATER))[:1]
        assert failed.why == "ENOSPC"
        assert before <= held(ward)


def test_whether_a_folder_takes_anything_is_tried_without_a_trace(ward: Ward) -> None:
    whole(ward, "fax")
    names = sorted(ward.folder.iterdir())
    assert trial(FS, ward.folder) == ""
    assert (
        trial(FaultyFs(lambda _number, name: errno.EROFS if name == "open_new" else 0), ward.folder)
        == "EROFS"
    )
    assert (
        trial(FaultyFs(lambda _number, name: errno.ENOSPC if name == "write" else 0), ward.folder) == "ENOSPC"
    )
    assert sorted(ward.folder.iterdir()) == names


def test_nothing_that_can_lie_in_a_folder_stops_the_doctor(ward: Ward) -> None:
    live = ward.folder / paths.LIVE
    for folder in (ward.folder, live, ward.folder / ".ovning"):
        folder.mkdir(parents=True, exist_ok=True)
        folder.joinpath("ring.toml").symlink_to("ring.toml")
        os.mkfifo(folder / "rör.toml")
        folder.joinpath("mapp.toml").mkdir()
        folder.joinpath("två\nrader\x1b[31m.toml").write_bytes(b"\xff\xfe")
        os.close(os.open(os.fsencode(folder) + b"/\xff.toml", os.O_CREAT | os.O_WRONLY))
        folder.joinpath("hakar.toml").write_bytes(b"[" * 5_000)
        folder.joinpath("id.toml").write_bytes(whole_head(b"../../etc"))
        with folder.joinpath("stor.toml").open("wb") as file:
            file.truncate(100_000_001)
        folder.joinpath("rör.lock").symlink_to("/dev/zero")
        folder.joinpath("ett.ny").symlink_to("/dev/zero")
    before = sorted(ward.folder.rglob("*"))
    found = find(ward, LATER)
    assert {"not_a_file", "too_large", "not_utf8", "no_session"} <= set(codes(found))
    mend(FS, ward, found)
    assert sorted(ward.folder.rglob("*")) == before


def whole_head(session_id: bytes) -> bytes:
    return (
        b'schema_version = 2\n[session]\nid = "%s"\nname = "x"\ndate = 2026-05-12\nworkbook = "w"\nworkbook_version = 1\nchange = "c"\nwriter = "w"\nat = 2026-05-12 12:00:00+02:00\n'
        % session_id
    )


def test_a_folder_that_is_no_folder_or_is_not_there_is_told(ward: Ward) -> None:
    assert codes(find(ward, LATER)) == {"folder_missing": ""}
    assert not ward.folder.exists()
    ward.folder.write_bytes(b"")
    (found,) = find(ward, LATER)
    assert (found.code, found.detail, found.wrong) == ("folder_unreadable", "ENOTDIR", True)


def test_a_folder_that_must_not_be_written_and_a_full_disk_are_told(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(ward, "fax")
    with monkeypatch.context() as patch:
        patch.setattr("diskussion_tui.store.upkeep.diagnose.os.access", lambda *_given: False)
        assert "folder_read_only" in codes(find(ward, LATER))
    with monkeypatch.context() as patch:
        patch.setattr("diskussion_tui.store.upkeep.diagnose._LITTLE", 1 << 62)
        assert "disk_full" in codes(find(ward, LATER))


def test_two_files_say_which_of_them_holds_more(ward: Ward) -> None:
    path = whole(ward, "fax")
    copy = path.with_name("kopia.toml")
    copy.write_bytes(path.read_bytes())
    session_writer = SessionWriter.open(FS, path, "anna")
    session_writer.append((Group("anna", session_writer.session, start=500).saying("köer"),))
    session_writer.close()
    found = {one.path: one.code for one in find(ward, LATER)}
    assert found == {path: "copy_more", copy: "copy"}
    assert texts_of(read_session(path).session) == ["fax", "köer"]
