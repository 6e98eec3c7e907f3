"""What others write beside an open discussion is read once, and nothing where nothing has happened."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.session import replicas, watch
from diskussion_tui.store.session.blocks import sealed
from diskussion_tui.store.session.journal import journals_of
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.store.session.test_session_writer import FS, Table, _begin
from tests.support.builders import SESSION, Group, texts_of

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.records import Record


SEAL = 20
"""Fewer bytes than this are read again: the seal by which a journal is known."""


class Reads:
    """What is read of others' files, by name, and from where."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.of: list[tuple[str, int]] = []
        real = watch.read_whole

        def read(path: Path, begin: int = 0) -> bytes:
            self.of.append((path.name, begin))
            return real(path, begin)

        monkeypatch.setattr(watch, "read_whole", read)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    return Reads(monkeypatch)


@pytest.fixture
def mine(tmp_path: Path):
    table = _begin(tmp_path)
    yield table
    table.session_writer.abandon()


def _bo(mine: Table) -> Table:
    return Table(SessionWriter.open(FS, mine.session_writer.path, "bo"), start=500)


def _heard(mine: Table) -> list[str]:
    heard: tuple[Record, ...] = mine.session_writer.others()
    return [text for one in heard if (text := getattr(one, "text", ""))]


def test_ones_own_journal_is_not_read_again_by_whoever_writes_it(mine: Table, reads: Reads) -> None:
    mine.says("fax")
    assert _heard(mine) == []
    assert reads.of == []


def test_another_s_journal_is_read_once_and_then_from_where_it_was_read_to(mine: Table, reads: Reads) -> None:
    bo = _bo(mine)
    bo.says("från Bo")
    assert _heard(mine) == ["från Bo"]
    read = len(reads.of)
    for _ in range(3):
        assert _heard(mine) == []
    assert len(reads.of) == read
    (journal,) = [
        one for one in journals_of(mine.session_writer.path.parent / paths.LIVE, SESSION) if ".bo" in one.name
    ]
    before = journal.stat().st_size
    bo.says("och mer")
    assert _heard(mine) == ["och mer"]
    between = journal.stat().st_size
    bo.says("och sist")
    assert _heard(mine) == ["och sist"]
    assert [name for name, _ in reads.of[read:]] == [journal.name] * 2
    for begin, size in zip((begin for _, begin in reads.of[read:]), (before, between), strict=True):
        assert 0 <= size - begin < SEAL
    bo.session_writer.abandon()


@pytest.mark.parametrize("text", ["fyra", "fyra " * 200])
def test_a_journal_that_takes_another_s_name_is_read_from_its_beginning(
    mine: Table, tmp_path: Path, text: str
) -> None:
    bo = _bo(mine)
    bo.says("ett", "två", "tre")
    assert _heard(mine) == ["ett", "två", "tre"]
    bo.session_writer.abandon()
    (journal,) = [one for one in journals_of(tmp_path / paths.LIVE, SESSION) if ".bo" in one.name]
    journal.unlink()
    again = _bo(mine)
    again.says(text.strip())
    assert _heard(mine) == [text.strip()]
    again.session_writer.abandon()


def test_only_names_that_have_come_are_looked_into(
    mine: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    real = watch.those_that_may_hold

    def hold(names: set[Path], session_id: str) -> list[Path]:
        asked.append(sorted(path.name for path in names))
        return real(names, session_id)

    monkeypatch.setattr(watch, "those_that_may_hold", hold)
    _heard(mine)
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text("", encoding="utf-8")
        _heard(mine)
    _heard(mine)
    assert asked == [[mine.session_writer.path.name], ["a.toml"], ["b.toml"]]


def test_another_discussion_whose_file_speaks_of_this_one_says_nothing_here(
    mine: Table, tmp_path: Path
) -> None:
    other = Group(name="Solna")
    other.says("något annat")
    own = f'id = "{SESSION}"'.encode()
    data = codec.Encoder("bo").file(other.session).replace(own, b'id = "01JE8AYGD8W7RQ4T0Z5N9K3MZZ"')
    (tmp_path / "Solna.toml").write_bytes(b"# efter " + own + b"\n" + data)
    assert _heard(mine) == []
    assert texts_of(mine.session_writer.session) == []


def test_copies_that_have_gone_leave_room_for_those_that_come(
    mine: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replicas, "MOST_COPIES", 2)
    data = mine.session_writer.path.read_bytes().replace(b'"anna"', b'"bo"')
    for number in range(4):
        copy = tmp_path / f"kopia-{number}.toml"
        bo = Group("bo", mine.session_writer.session, start=600 + 50 * number)
        said = sealed(bo.saying(f"nummer {number}").versions)
        copy.write_bytes(data + said)
        assert _heard(mine) == [f"nummer {number}"]
        copy.unlink()
        assert _heard(mine) == []


def test_a_file_that_is_no_session_is_looked_into_once_and_one_that_becomes_it_is_heard(
    mine: Table, tmp_path: Path, reads: Reads
) -> None:
    other = tmp_path / "anteckningar.toml"
    other.write_text('title = "inget samtal"\n', encoding="utf-8")
    for _ in range(3):
        assert _heard(mine) == []
    assert reads.of == []
    bo = _bo(mine)
    bo.says("från Bo")
    bo.session_writer.tidy()
    copied = next(one for one in tmp_path.glob("*.toml") if b"Bo" in one.read_bytes()).read_bytes()
    bo.session_writer.close()
    _heard(mine)
    other.unlink()
    (tmp_path / "kopia.toml").write_bytes(copied.replace("från Bo".encode(), b"annat"))
    os.utime(tmp_path)
    assert _heard(mine) == ["annat"]
    assert texts_of(mine.session_writer.session) == ["annat"]
