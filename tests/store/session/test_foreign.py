"""What others put beside our file keeps nobody from ours: files and journals of a later version, heads of another discussion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.records import Head
from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.files.schema import SCHEMA_VERSION
from diskussion_tui.store.session.blocks import seal, sealed
from diskussion_tui.store.session.journal import journals_of
from diskussion_tui.store.session.opening import NewerFormatError
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.upkeep.diagnose import Ward, find
from diskussion_tui.store.upkeep.purge import purge_note
from diskussion_tui.store.upkeep.repair import mend
from tests.store.session.test_session_writer import FS, Table, _begin, _open
from tests.support.builders import NOON, SESSION, Group, small_workbook, texts_of

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.session import Session


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A discussion of ours, led and closed."""
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.close()
    return table.session_writer.path


def _later_copy(mine: Path, written_by: str = "bo") -> Path:
    """Somebody's file of the same discussion, in a format that we do not know."""
    bo = Group("bo", read_session(mine).session, start=700)
    bo.says("bos")
    data = codec.Encoder(written_by).file(bo.session)
    path = mine.with_name("bo.toml")
    path.write_bytes(
        data.replace(b"schema_version = %d" % SCHEMA_VERSION, b"schema_version = 999\nfarg = 3")
        + b'\n[[hemligt]]\nid = "x"\n'
    )
    return path


def _later_journal(mine: Path, writer: str) -> Path:
    bo = Group("bo", read_session(mine).session, start=800)
    said = sealed(bo.saying("bos journal").versions)
    path = mine.parent / paths.LIVE / f"{SESSION}.{writer}.toml"
    path.write_bytes(seal(b"# schema 999\n") + said)
    return path


def _goes_on(mine: Path, text: str) -> Table:
    table = _open(mine)
    table.group = Group("anna", table.session_writer.session, start=900)
    table.says(text)
    table.session_writer.close()
    return table


@pytest.mark.parametrize("written_by", ["bo", ""])
def test_another_s_file_of_a_later_version_is_named_and_ours_goes_on(mine: Path, written_by: str):
    later = _later_copy(mine, written_by)
    before = later.read_bytes()
    table = _goes_on(mine, "köer")
    assert table.session_writer.path == mine
    assert [(one.code, one.detail) for one in table.session_writer.found.faults] == [
        ("newer_beside", later.name)
    ]
    assert texts_of(read_session(mine).session) == ["fax", "bos", "köer"]
    assert texts_of(codec_session(mine)) == ["fax", "bos", "köer"]
    assert read_session(mine).newer == 0
    assert later.read_bytes() == before


def codec_session(path: Path) -> Session:
    """What one file holds by itself."""
    alone = path.parent / "ensam"
    alone.mkdir()
    (alone / path.name).write_bytes(path.read_bytes())
    return read_session(alone / path.name).session


@pytest.mark.parametrize("writer", ["bo", "anna", "anna-2"])
def test_a_journal_of_a_later_version_is_named_left_and_keeps_nobody_from_ours(mine: Path, writer: str):
    later = _later_journal(mine, writer)
    before = later.read_bytes()
    table = _goes_on(mine, "köer")
    assert [one.code for one in table.session_writer.found.faults] == ["newer_beside"]
    assert texts_of(read_session(mine).session) == ["fax", "bos journal", "köer"]
    assert later.read_bytes() == before
    assert journals_of(mine.parent / paths.LIVE, SESSION) == [later]


def test_our_own_file_of_a_later_version_is_not_written_whatever_lies_beside_it(mine: Path):
    (mine.parent / "kopia.toml").write_bytes(
        mine.read_bytes().replace(b'written_by = "anna"', b'written_by = "bo"')
    )
    mine.write_bytes(
        mine.read_bytes().replace(b"schema_version = %d" % SCHEMA_VERSION, b"schema_version = 999")
    )
    with pytest.raises(NewerFormatError):
        _open(mine)


def test_doctor_mends_ours_beside_another_s_of_a_later_version(mine: Path):
    later = _later_copy(mine)
    before = later.read_bytes()
    mine.write_bytes(mine.read_bytes() + b"\n[[notes]]\nid = \n")
    ward = Ward(mine.parent, mine.parent.parent / "reserv", "anna", small_workbook())
    assert mend(FS, ward, find(ward, NOON)) == ()
    assert not codec.read(mine.read_bytes()).faults
    assert later.read_bytes() == before


def test_a_removal_leaves_and_names_a_file_of_a_later_version_that_holds_the_words(mine: Path):
    later = _later_copy(mine)
    note = next(one.id for one in read_session(mine).session.notes() if one.text == "fax")
    ward = Ward(mine.parent, mine.parent.parent / "reserv", "anna", small_workbook())
    group = Group("anna", start=950)

    def stamp(session: Session) -> Stamp:
        group.session = session
        return group.stamp()

    done = purge_note(FS, ward, SESSION, note, stamp)
    assert done.left == (later,)
    assert b"fax" not in mine.read_bytes()


# ---- another discussion's head ---------------------------------------------------------------------------------------


def _with_a_foreign_head(session: Session) -> bytes:
    head = Head(
        id="01JE8AYGD8W7RQ4T0Z5N9K3MZZ",
        name="En annan",
        date=NOON.date(),
        workbook=session.head.workbook,
        workbook_version=session.head.workbook_version,
        change="01JE8AYGD8W7RQ4T0Z5N9K3MZZ",
        writer="bo",
        at=NOON,
    )
    return codec.block("history", head, one_line=True).encode()


@pytest.mark.parametrize("where", ["a copy", "our own file", "a journal", "our own journal"])
def test_what_another_discussion_says_of_itself_keeps_no_journal_for_ever(mine: Path, where: str):
    foreign = _with_a_foreign_head(read_session(mine).session)
    live = mine.parent / paths.LIVE
    if where == "a copy":
        copy = mine.with_name("kopia.toml")
        copy.write_bytes(mine.read_bytes().replace(b'"anna"', b'"bo"', 1) + b"\n" + foreign)
    elif where == "our own file":
        mine.write_bytes(mine.read_bytes() + b"\n" + foreign)
    else:
        (live / f"{SESSION}.{'anna' if 'own' in where else 'bo'}.toml").write_bytes(seal(foreign))
    _goes_on(mine, "köer")
    assert [one.name for one in journals_of(live, SESSION) if ".anna" in one.name] == []
    assert texts_of(read_session(mine).session) == ["fax", "köer"]
    assert read_session(mine).session.head.name == "Ekerö"
