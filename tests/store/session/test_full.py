"""A discussion is full before its file is more than the program reads: nothing is ever written that nobody can open."""

from __future__ import annotations

import errno
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base import toml
from diskussion_tui.domain.session import changes, room
from diskussion_tui.domain.session.refusals import FullError
from diskussion_tui.store.files import codec, ground
from diskussion_tui.store.session import blocks, journal
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.upkeep.diagnose import Ward, find
from diskussion_tui.store.upkeep.repair import mend
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.workshop import Workshop
from tests.store.session.test_session_writer import FS, _begin, _open
from tests.support.builders import NOON, Group, small_workbook, texts_of
from tests.support.hostile import hostile_texts

if TYPE_CHECKING:
    from pathlib import Path

LINES = "=======\n" * 60


@pytest.fixture(params=["bytes", "blocks"])
def small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Files of ours may be small only."""
    if request.param == "bytes":
        monkeypatch.setattr(toml, "MAX_BYTES", 9_000)
        monkeypatch.setattr(ground, "MAX_FILE", 9_000)
        monkeypatch.setattr(blocks, "_AT_ONCE", 1)
        return "😀" * 1_000
    monkeypatch.setattr(toml, "MAX_BLOCKS", 100)
    return LINES


def test_a_file_that_can_be_read_is_never_replaced_by_one_that_cannot(tmp_path: Path, small: str):
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.tidy()
    path = table.session_writer.path
    before = path.read_bytes()
    for number in range(4):
        table.says(f"{number} {small}")
    with pytest.raises(OSError, match="large") as raised:
        table.session_writer.close()
    assert raised.value.errno == errno.EFBIG
    table.session_writer.abandon()
    assert path.read_bytes() == before
    assert len(texts_of(read_session(path).session)) == 5
    ward = Ward(tmp_path, tmp_path.parent / "reserv", "anna", small_workbook())
    assert {one.why for one in mend(FS, ward, find(ward, NOON))} == {"EFBIG"}
    assert path.read_bytes() == before
    again = _open(path)
    assert len(texts_of(again.session_writer.session)) == 5
    again.session_writer.abandon()


def test_a_discussion_that_is_more_than_can_be_read_does_not_begin(small: str):
    group = Group()
    group.says(*(f"{number} {small}" for number in range(4)))
    with pytest.raises(OSError, match="large"):
        codec.Encoder("anna").file(group.session)


def test_a_journal_that_nobody_would_read_goes_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(journal, "MAX_JOURNAL", 4_000)
    table = _begin(tmp_path)
    for number in range(8):
        table.says(f"{number} {'ord ' * 200}")
    table.session_writer.abandon()
    found = [path.stat().st_size for path in (tmp_path / ".live").glob("*.toml")]
    assert len(found) > 1
    assert max(found) <= 4_000
    assert len(texts_of(read_session(table.session_writer.path).session)) == 8


def test_new_words_are_refused_with_a_reason_before_it_is_full_and_old_ones_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(room, "MOST_BYTES", 60_000)
    workshop = Workshop.begin(tmp_path, "Ekerö", small_workbook(), Disk(fs=FS))
    with suppress(FullError):
        for number in range(40):
            workshop.add_notes("A.2", [f"{number} {'ord ' * 500}"])
    held = texts_of(workshop.session)
    assert 5 < len(held) < 40
    workshop.do(changes.set_state, "fastställd")
    assert workshop.close() == ""
    assert texts_of(read_session(workshop.path).session) == held
    monkeypatch.setattr(room, "MOST_BYTES", 1_000)
    again = Workshop.open(workshop.path, small_workbook(), Disk(fs=FS))
    again.do(changes.set_state, "utkast")
    with pytest.raises(FullError):
        again.add_notes("A.2", ["ett till"])
    assert again.close() == ""


@given(st.lists(hostile_texts, min_size=1, max_size=5))
def test_a_discussion_never_takes_more_in_its_file_than_was_counted(texts: list[str]):
    group = Group()
    group.says(*texts, LINES)
    versions = [one for of_it in group.session.versions.values() for one in of_it]
    size, number = room._weight(versions)
    written = "\n" + "\n".join(codec.block("history", one) for one in versions)
    sealed = "".join(codec.block("history", one, one_line=True) for one in versions)
    assert max(len(written.encode()), len(sealed.encode())) <= size
    assert sum(map(written.encode().count, codec._CUTS)) <= number
