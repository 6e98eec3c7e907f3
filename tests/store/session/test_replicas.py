"""Files that hold the same discussion: united on opening, each note once, and nobody's file written but our own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.records import Draft
from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.session.blocks import sealed
from diskussion_tui.store.session.journal import journals_of
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.support.builders import SESSION, Group, every_version, texts_of
from tests.support.disk import QuickFs

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session

FS = QuickFs()
NAME = "Samtal_Ekerö_2026-05-12"
COPIES = (
    f"{NAME}-LAPTOP-ANNA.toml",  # OneDrive
    f"{NAME} (Annas kopia i konflikt 2026-05-12).toml",  # Dropbox
    f"{NAME}.sync-conflict-20260512-120000-ABCDEF7.toml",  # Syncthing
    f"{NAME} (conflicted copy 2026-05-12 120000).toml",  # Nextcloud
    f"{NAME} (1).toml",  # a browser
    f"{NAME}.skriv-k3v9.toml",  # another laptop
    "från minnet.TOML",  # a USB stick
)
"""A file of the same discussion as others name it."""


def _begun(folder: Path, *texts: str, writer: str = "anna") -> Group:
    """A discussion that has been led and closed in a folder; the group goes on without a disk."""
    group = Group(writer)
    session_writer = SessionWriter.create(FS, folder, "Samtal", group.session, writer)
    if texts:
        session_writer.append((group.saying(*texts),))
    session_writer.close()
    return group


def _file(group: Group) -> bytes:
    return codec.Encoder(group.writer).file(group.session)


def _elsewhere(session: Session, writer: str, start: int = 500) -> Group:
    """Somebody who goes on with the discussion on another machine."""
    return Group(writer, session, start)


def _looks(folder: Path) -> dict[str, tuple[bytes, int]]:
    """What stands in a folder, and when it was last written."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def _long_ago(*files: Path) -> None:
    for path in files:
        os.utime(path, (1_700_000_000, 1_700_000_000))


def _texts(path: Path) -> list[str]:
    found = codec.read(path.read_bytes())
    assert found.faults == ()
    return sorted(texts_of(read_session(path).session))


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize("writer", ["anna", "bo", ""])
def test_a_copy_of_the_discussion_is_united_whatever_it_is_called_and_whoever_wrote_it(
    tmp_path: Path, name: str, writer: str
):
    ours = _begun(tmp_path, "fax")
    theirs = _elsewhere(ours.session, writer or "bo")
    theirs.says("köer")
    theirs.does(changes.revise, ours.session.notes()[0].id, "bort med faxen")
    copy = tmp_path / name
    copy.write_bytes(codec.Encoder(writer).file(theirs.session))
    _long_ago(copy)
    before = copy.read_bytes(), copy.stat().st_mtime_ns
    session_writer = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna")
    assert sorted(texts_of(session_writer.session)) == ["bort med faxen", "köer"]
    assert session_writer.found.from_files == 1
    session_writer.append((Group("anna", session_writer.session, 900).saying("remisser"),))
    session_writer.close()
    assert (copy.read_bytes(), copy.stat().st_mtime_ns) == before
    held = codec.read((tmp_path / f"{NAME}.toml").read_bytes())
    assert set(every_version(theirs.session)) <= set(held.versions)
    assert _texts(tmp_path / f"{NAME}.toml") == _texts(copy) == ["bort med faxen", "köer", "remisser"]


def test_many_copies_at_once_give_each_note_once_through_whichever_file_is_opened(tmp_path: Path):
    ours = _begun(tmp_path, "fax")
    for number, name in enumerate(COPIES):
        theirs = _elsewhere(ours.session, f"skriv-{number}", 1000 * (number + 1))
        theirs.says(f"not {number}")
        (tmp_path / name).write_bytes(_file(theirs))
    expected = sorted(["fax", *(f"not {number}" for number in range(len(COPIES)))])
    found = [read_session(path).session for path in tmp_path.iterdir() if path.is_file()]
    assert len(found) == len(COPIES) + 1
    assert [sorted(texts_of(session)) for session in found] == [expected] * len(found)
    assert all(session.versions == found[0].versions for session in found)


def test_a_file_that_comes_while_the_discussion_is_open_is_heard_once_and_its_notes_kept(tmp_path: Path):
    ours = _begun(tmp_path, "fax")
    session_writer = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna")
    theirs = _elsewhere(ours.session, "bo")
    theirs.says("köer")
    (tmp_path / f"{NAME}.bo.toml").write_bytes(_file(theirs))
    assert [getattr(one, "text", "") for one in session_writer.others()] == ["köer"]
    assert session_writer.others() == ()
    session_writer.close()
    assert texts_of(read_session(tmp_path / f"{NAME}.toml").session) == ["fax", "köer"]


def test_another_writers_file_is_not_touched_and_ours_stands_beside_it(tmp_path: Path):
    _begun(tmp_path, "fax", writer="bo")
    theirs = tmp_path / f"{NAME}.toml"
    _long_ago(theirs)
    before = theirs.read_bytes(), theirs.stat().st_mtime_ns
    for number, text in enumerate(("köer", "remisser"), 1):
        session_writer = SessionWriter.open(FS, theirs, "skriv-aaaa")
        session_writer.append((Group("skriv-aaaa", session_writer.session, 500 * number).saying(text),))
        session_writer.close()
        assert (theirs.read_bytes(), theirs.stat().st_mtime_ns) == before
    assert sorted(path.name for path in tmp_path.glob("*.toml")) == [
        f"{NAME}.skriv-aaaa.toml",
        f"{NAME}.toml",
    ]
    assert texts_of(read_session(theirs).session) == ["fax", "köer", "remisser"]
    third = SessionWriter.open(FS, tmp_path / f"{NAME}.skriv-aaaa.toml", "skriv-bbbb")
    third.append((Group("skriv-bbbb", third.session, 5000).saying("hemsjukvård"),))
    third.close()
    assert third.path.name == f"{NAME}.skriv-bbbb.toml"


def test_looking_at_another_writers_discussion_leaves_nothing_behind(tmp_path: Path):
    _begun(tmp_path, "fax", writer="bo")
    before = _looks(tmp_path)
    session_writer = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna")
    group = Group("anna", session_writer.session, 500)
    for step in ("A.1", "A.2"):
        session_writer.append((), changes.draft(session_writer.session, group.stamp(), step, "", ""))
    session_writer.tidy()
    session_writer.others()
    session_writer.close()
    assert _looks(tmp_path) == before


def test_looking_on_while_another_writer_is_at_work_leaves_nothing_behind(tmp_path: Path):
    _begun(tmp_path, "fax", writer="bo")
    bo = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "bo")
    led = Group("bo", bo.session, 500)
    session_writer = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna")
    for text in ("köer", "remisser"):
        bo.append((led.saying(text),))
        session_writer.others()
        session_writer.tidy()
        bo.tidy()
    session_writer.others()
    assert texts_of(session_writer.session) == ["fax", "köer", "remisser"]
    session_writer.tidy()
    session_writer.close()
    bo.close()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [f"{NAME}.toml"]
    assert list((tmp_path / paths.LIVE).iterdir()) == []


def test_what_our_dead_programs_wrote_beside_another_writers_file_is_kept_when_we_only_look(tmp_path: Path):
    _begun(tmp_path, "fax", writer="bo")
    dead = [SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna") for _ in range(2)]
    dead[1].append((Group("anna-2", dead[1].session, 500).saying("köer"),))
    for one in dead:
        one.abandon()
    for _ in range(2):
        session_writer = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna")
        session_writer.others()
        session_writer.close()
        assert _texts(tmp_path / f"{NAME}.toml") == ["fax", "köer"]
    assert list((tmp_path / paths.LIVE).iterdir()) == []


def test_a_discussion_that_is_opened_in_the_refuge_itself_stays_there(tmp_path: Path):
    _begun(tmp_path, "fax")
    session_writer = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna", tmp_path)
    session_writer.append((Group("anna", session_writer.session, 500).saying("köer"),))
    session_writer.close()
    assert _texts(tmp_path / f"{NAME}.toml") == ["fax", "köer"]


def test_a_half_typed_line_beside_another_writers_file_is_kept(tmp_path: Path):
    _begun(tmp_path, "fax", writer="bo")
    session_writer = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna")
    group = Group("anna", session_writer.session, 500)
    session_writer.append((), changes.draft(session_writer.session, group.stamp(), "A.2", "", "halv men"))
    session_writer.close()
    found = read_session(tmp_path / f"{NAME}.toml").session.draft("anna")
    assert isinstance(found, Draft)
    assert found.text == "halv men"


def test_another_discussion_that_was_put_under_our_name_is_never_written_over(tmp_path: Path):
    ours = _begun(tmp_path, "fax")
    path = tmp_path / f"{NAME}.toml"
    session_writer = SessionWriter.open(FS, path, "anna")
    session_writer.append((Group("anna", ours.session, 500).saying("köer"),))
    other = Group(name="Nacka")
    other.says("en annan")
    strangers = _file(other).replace(SESSION.encode(), b"01JE8AYGD8W7RQ4T0Z5N9K3M2C")
    path.write_bytes(strangers)
    session_writer.tidy()
    session_writer.close()
    assert path.read_bytes() == strangers
    assert session_writer.path != path
    assert _texts(session_writer.path) == ["fax", "köer"]


@pytest.mark.parametrize("name", ["bo", "anna-lisa", "skriv-k3v9", "annat", "anna-2x"])
def test_the_journal_of_somebody_else_is_read_and_never_removed(tmp_path: Path, name: str):
    ours = _begun(tmp_path, "fax")
    theirs = _elsewhere(ours.session, name)
    journal = tmp_path / paths.LIVE / f"{SESSION}.{name}.toml"
    journal.write_bytes(sealed(theirs.saying("köer").versions))
    _long_ago(journal)
    before = journal.read_bytes(), journal.stat().st_mtime_ns
    for _ in range(2):
        session_writer = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna")
        assert texts_of(session_writer.session) == ["fax", "köer"]
        session_writer.close()
        assert (journal.read_bytes(), journal.stat().st_mtime_ns) == before
    assert journals_of(tmp_path / paths.LIVE, SESSION) == [journal]


def test_pipes_folders_and_dead_links_called_toml_hold_nobody_up(tmp_path: Path):
    ours = _begun(tmp_path, "fax")
    os.mkfifo(tmp_path / "rör.toml")
    os.mkfifo(tmp_path / paths.LIVE / f"{SESSION}.ror.toml")
    (tmp_path / "mapp.toml").mkdir()
    (tmp_path / paths.LIVE / f"{SESSION}.mapp.toml").mkdir()
    (tmp_path / "ingenstans.toml").symlink_to(tmp_path / "finns inte")
    (tmp_path / "tom.toml").touch()
    session_writer = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna")
    session_writer.append((Group("anna", ours.session, 500).saying("köer"),))
    assert session_writer.others() == ()
    session_writer.tidy()
    session_writer.close()
    assert _texts(tmp_path / f"{NAME}.toml") == ["fax", "köer"]


def test_a_copy_without_its_head_brings_its_notes_only_where_the_discussion_is_known(tmp_path: Path):
    """A conflict copy that is damaged costs what is damaged, and is left as it is."""
    ours = _begun(tmp_path, "fax")
    theirs = _elsewhere(ours.session, "bo")
    theirs.says("köer", "remisser")
    copy = tmp_path / COPIES[0]
    copy.write_bytes(_file(theirs).replace(b'text = "remisser"', b'text = "remisser'))
    before = copy.read_bytes()
    session_writer = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna")
    assert texts_of(session_writer.session) == ["fax", "köer"]
    assert [fault.code for fault in session_writer.found.faults] == ["damaged_block"]
    session_writer.close()
    assert copy.read_bytes() == before


def test_what_was_removed_for_good_does_not_come_back_out_of_a_copy(tmp_path: Path):
    ours = _begun(tmp_path, "fax", "personnumret")
    copy = tmp_path / COPIES[0]
    copy.write_bytes(_file(ours))
    session_writer = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna")
    group = Group("anna", session_writer.session, 500)
    made = group.does(changes.purge, session_writer.session.notes()[1].id)
    assert made
    session_writer.append((made,))
    session_writer.close()
    for _ in range(2):
        again = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna")
        assert texts_of(again.session) == ["fax"]
        again.close()
    assert b"personnumret" not in (tmp_path / f"{NAME}.toml").read_bytes()


def test_what_a_program_that_died_had_in_the_making_goes_when_words_are_removed_for_good(tmp_path: Path):
    ours = _begun(tmp_path, "fax", "personnumret")
    live = tmp_path / paths.LIVE
    half = live / f"{NAME}.toml.1.ny"
    half.write_bytes(_file(ours)[:-200])
    other = live / f"{NAME}.bo.toml.1.ny"
    other.write_bytes(_file(ours))
    session_writer = SessionWriter.open(FS, tmp_path / f"{NAME}.toml", "anna")
    made = Group("anna", session_writer.session, 500).does(
        changes.purge, session_writer.session.notes()[1].id
    )
    assert made
    session_writer.append((made,))
    session_writer.close()
    assert not half.exists()
    assert other.exists()
