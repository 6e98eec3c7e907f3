"""What crashes and synchronisers leave beside a discussion is taken in, and then removed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.session.journal import journals_of
from diskussion_tui.store.session.reading import read_session
from tests.store.session.test_session_writer import Table, _begin, _open
from tests.support.builders import SESSION, texts_of

if TYPE_CHECKING:
    from pathlib import Path

COPIES = [
    "{id}.anna (Annas Mac's conflicted copy 2026-05-12).toml",
    "{id}.anna.sync-conflict-20260512-120000-ABCDEFG.toml",
    "{id}.anna-LAPTOP-7.conflict.toml",
    "{id}.bo (1).toml",
    "{id}.bo - kopia.toml",
]


def _live(table: Table) -> Path:
    return table.session_writer.path.parent / paths.LIVE


@pytest.mark.parametrize("name", COPIES)
def test_a_synchroniser_s_copy_of_a_journal_is_taken_in_and_removed(tmp_path: Path, name: str):
    table = _begin(tmp_path)
    table.says("ur kopian")
    table.session_writer.abandon()
    (journal,) = journals_of(_live(table), SESSION)
    journal.rename(journal.with_name(name.format(id=SESSION)))
    opened = _open(table.session_writer.path)
    opened.says("sedan")
    opened.session_writer.close()
    assert texts_of(read_session(opened.session_writer.path).session) == ["ur kopian", "sedan"]
    assert list(_live(opened).iterdir()) == []


def test_another_laptop_s_own_journal_is_left_to_it(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("ett")
    table.session_writer.abandon()
    (journal,) = journals_of(_live(table), SESSION)
    others = journal.with_name(f"{SESSION}.skriv-b2c3-2+3.toml")
    journal.rename(others)
    opened = _open(table.session_writer.path)
    opened.session_writer.claim()
    opened.session_writer.close()
    assert others.exists()


@pytest.mark.parametrize("cut", [1.0, 0.9])
def test_a_file_in_the_making_is_all_that_is_left_and_its_words_come_back(tmp_path: Path, cut: float):
    table = _begin(tmp_path)
    table.says("ett", "två", "tre")
    table.session_writer.close()
    path = table.session_writer.path
    whole = path.read_bytes()
    half = _live(table) / f"{path.name}.4711-a1b2c3.ny"
    half.write_bytes(whole[: int(len(whole) * cut)])
    table = _open(path)
    session = codec.read(whole)
    path.write_bytes(whole[: whole.index(b"[[notes]]")])
    table.session_writer.abandon()
    assert len(session.versions) > 3
    held = read_session(path)
    assert texts_of(held.session) == ["ett", "två", "tre"][: 3 if cut == 1.0 else 2]
    assert held.faults == ()


def test_what_nobody_finished_long_ago_is_removed_once_the_file_holds_it(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("ett")
    table.session_writer.close()
    path, live = table.session_writer.path, _live(table)
    mine, fresh, more = (live / f"annan.toml.{number}.ny" for number in range(3))
    for one in (mine, fresh):
        one.write_bytes(path.read_bytes())
    more.write_bytes(b'schema_version = 9\n[session]\nid = "ANNAN"\n')
    for one in (mine, more):
        os.utime(one, (1, 1))
    opened = _open(path)
    opened.says("två")
    opened.session_writer.close()
    assert sorted(one.name for one in live.iterdir()) == [fresh.name, more.name]
