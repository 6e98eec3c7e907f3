"""What lies beside a discussion's file: told of by its own name, and read within a budget."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from diskussion_tui.store.files import paths
from diskussion_tui.store.session import replicas
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.store.session.test_session_writer import FS, Table, _begin
from tests.support.builders import SESSION, texts_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def _beside(path: Path) -> Path:
    return path.parent / paths.LIVE / f"{SESSION}.bo.toml"


def test_a_damaged_journal_is_told_of_by_its_own_name_and_once(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.close()
    path = table.session_writer.path
    other = Table(SessionWriter.open(FS, path, "bo"), 700)
    for text in ("halv", "skadad", "köer"):
        other.says(text)
    other.session_writer.abandon()
    journal = _beside(path)
    journal.write_bytes(journal.read_bytes().replace(b'"halv"', b'"hal"').replace(b'"skadad"', b'"skad"'))
    held = read_session(path)
    assert texts_of(held.session) == ["fax", "köer"]
    assert [(fault.code, fault.line, fault.detail) for fault in held.faults] == [
        ("journal_damaged", 0, journal.name)
    ]


def test_what_lies_under_a_journal_s_name_and_is_none_is_not_called_somebody_s_journal(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.close()
    path = table.session_writer.path
    _beside(path).parent.mkdir(exist_ok=True)
    os.mkfifo(_beside(path))
    held = read_session(path)
    assert texts_of(held.session) == ["fax"]
    assert [(fault.code, fault.detail) for fault in held.faults] == [("no_journal", _beside(path).name)]


def test_so_many_copies_of_a_discussion_are_read_and_the_rest_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.close()
    path = table.session_writer.path
    for number in range(8):
        path.with_name(f"kopia-{number}.toml").write_bytes(path.read_bytes())
    other = Table(SessionWriter.open(FS, path, "bo"), 700)
    other.says("köer")
    other.session_writer.close()
    monkeypatch.setattr(replicas, "MOST_COPIES", 5)
    held = read_session(path)
    assert [(fault.code, fault.detail) for fault in held.faults] == [("too_many_copies", "4")]
    monkeypatch.setattr(replicas, "MOST_COPIES", 100)
    monkeypatch.setattr(replicas, "MOST_OF_COPIES", path.stat().st_size * 3)
    held = read_session(path)
    assert [(fault.code, fault.detail) for fault in held.faults] == [("too_many_copies", "6")]
    assert "fax" in texts_of(held.session)


def test_so_many_bytes_of_journals_are_read_and_the_rest_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Eight empty journals that say they are a hundred megabytes each took seven hundred of memory."""
    table = _begin(tmp_path)
    table.says("fax")
    path = table.session_writer.path
    for number in range(3):
        with _beside(path).with_name(f"{SESSION}.ond{number}.toml").open("wb") as file:
            file.truncate(50_000)
    monkeypatch.setattr(replicas, "MOST_OF_JOURNALS", 120_000)
    held = read_session(path)
    assert [(fault.code, fault.detail) for fault in held.faults] == [("too_many_journals", "1")]
    assert texts_of(held.session) == ["fax"]
    table.session_writer.close()
    assert len(list(path.with_name(paths.LIVE).glob("*.ond*"))) == 3


def test_of_copies_the_small_ones_are_read_before_one_that_is_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A file made huge on purpose does not keep a colleague's own from being read."""
    table = _begin(tmp_path)
    table.session_writer.close()
    path = table.session_writer.path
    other = Table(SessionWriter.open(FS, path, "bo"), 700)
    other.says("köer")
    other.session_writer.close()
    path.with_name("A.toml").write_bytes(path.read_bytes() + b"\n# " + b"x" * 50_000 + b"\n")
    monkeypatch.setattr(replicas, "MOST_OF_COPIES", 40_000)
    held = read_session(path)
    assert texts_of(held.session) == ["köer"]
    assert [fault.code for fault in held.faults] == ["too_many_copies"]


def test_a_real_evening_is_within_the_budget_and_a_mean_one_is_not():
    """Twenty laptops with five thousand notes each are read; a thousand copies of forty megabytes are not."""
    assert replicas.MOST_OF_COPIES >= 20 * 1_500_000
    assert replicas.MOST_OF_COPIES <= 100_000_000
    assert 50 <= replicas.MOST_COPIES <= 300
