"""Gathering a discussion while its writers come and go: read once where nobody moves, and again where somebody left meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.faults import UnreadableSessionError
from diskussion_tui.store.files import paths
from diskussion_tui.store.session import replicas
from diskussion_tui.store.session.journal import journals_of
from diskussion_tui.store.session.replicas import gather
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.store.session.test_session_writer import FS, Table, _begin
from tests.support.builders import SESSION, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Reads:
    """What is read, by name. `before` is done before a file of that name is read the first time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []
        self.before: dict[str, Callable[[], object]] = {}
        real = replicas.read_whole

        def read(path: Path, *rest: int) -> bytes:
            self.names.append(path.name)
            self.before.pop(path.name, lambda: None)()
            return real(path, *rest)

        monkeypatch.setattr(replicas, "read_whole", read)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    return Reads(monkeypatch)


@pytest.fixture
def bo(tmp_path: Path):
    """Somebody who leads a discussion that another has begun, and has said something."""
    begun = _begin(tmp_path).session_writer
    begun.close()
    table = Table(SessionWriter.open(FS, begun.path, "bo"), start=500)
    table.says("från Bo")
    yield table
    table.session_writer.abandon()


def _file(bo: Table) -> Path:
    """The file of whoever began it."""
    return bo.session_writer.path.with_name("Samtal_Ekerö_2026-05-12.toml")


def _journal(bo: Table) -> Path:
    (found,) = journals_of(bo.session_writer.path.parent / paths.LIVE, SESSION)
    return found


def test_where_nobody_moves_the_file_and_each_journal_are_read_once(bo: Table, reads: Reads) -> None:
    found = gather(_file(bo))
    assert texts_of(found.held.session) == ["från Bo"]
    assert sorted(set(reads.names)) == sorted([_file(bo).name, _journal(bo).name])
    assert reads.names.count(_journal(bo).name) == 1
    assert reads.names.count(_file(bo).name) <= 2  # once more behind the journals
    assert [path for path, _ in found.journals] == [_journal(bo)]


def test_what_a_writer_said_who_leaves_just_then_is_in_the_file_that_is_read_after(
    bo: Table, reads: Reads
) -> None:
    reads.before[_journal(bo).name] = bo.session_writer.close
    found = gather(_file(bo))
    assert texts_of(found.held.session) == ["från Bo"]
    assert found.journals == ()
    assert found.held.faults == ()


def test_what_is_said_while_it_is_read_is_in_it_whole_or_not_at_all(bo: Table, reads: Reads) -> None:
    reads.before[_file(bo).name] = lambda: bo.says("nytt")
    assert set(texts_of(gather(_file(bo)).held.session)) <= {"från Bo", "nytt"}
    assert texts_of(gather(_file(bo)).held.session) == ["från Bo", "nytt"]


def test_a_folder_in_which_somebody_leaves_at_every_look_is_read_as_it_is_in_the_end(
    bo: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[int] = []
    real = replicas._journal

    def gone(*given):
        looks.append(1)
        return None if len(looks) <= replicas._LOOKS else real(*given)

    monkeypatch.setattr(replicas, "_journal", gone)
    assert texts_of(gather(_file(bo)).held.session) == ["från Bo"]
    assert len(looks) == replicas._LOOKS + 1


def test_a_journal_by_itself_is_no_discussion_to_be_opened(bo: Table) -> None:
    with pytest.raises(UnreadableSessionError) as refused:
        gather(_journal(bo))
    assert [one.code for one in refused.value.faults] == ["journal_alone"]


def test_how_many_notes_the_file_itself_has_is_known_apart_from_what_others_hold(bo: Table) -> None:
    bo.session_writer.tidy()
    bo.says("bara i journalen")
    found = gather(_file(bo))
    assert (found.in_first, len(found.in_files.notes()), len(found.held.session.notes())) == (0, 1, 2)
    assert found.path == _file(bo)


def test_of_a_writer_who_leaves_and_comes_back_just_then_nothing_is_missing(bo: Table, reads: Reads) -> None:
    """The journal has its old name and only the newest words; those before are in the file, which was read a moment too early."""
    assert bo.session_writer.tidy()
    bo.says("i journalen")
    back: list[Table] = []

    def leaves_and_comes_back() -> None:
        bo.session_writer.close()
        back.append(Table(SessionWriter.open(FS, bo.session_writer.path, "bo"), start=900))
        back[0].says("åter")

    reads.before[_journal(bo).name] = leaves_and_comes_back
    found = gather(bo.session_writer.path)
    back[0].session_writer.abandon()
    assert sorted(texts_of(found.held.session)) == ["från Bo", "i journalen", "åter"]
