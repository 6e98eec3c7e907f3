"""A share on which every call takes its time is asked for many things at once, and no note is missed for that."""

from __future__ import annotations

import errno
import threading
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files import ground, parallel
from diskussion_tui.store.files.ground import LIVE
from diskussion_tui.store.library import lying
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session import journal as journals
from diskussion_tui.store.session import replicas
from diskussion_tui.store.session.blocks import seal
from diskussion_tui.store.session.journal import journals_of
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.replicas import gather_with
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.store.session.test_session_writer import FS, Table, _begin
from tests.support.builders import texts_of
from tests.support.disk import FaultyFs, QuickFs

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 60  # a test that waits longer hangs, it is not slow


@pytest.fixture(autouse=True)
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every disk counts as slow."""
    monkeypatch.setattr(parallel.Ahead, "quick", lambda _self: False)
    for module in (lying, journals, ground):
        monkeypatch.setattr(module, "SLOW", -1.0)


def _says(path: Path, writer: str, text: str, start: int = 500) -> SessionWriter:
    """Somebody with a laptop of their own has the discussion open and has said something."""
    table = Table(SessionWriter.open(FS, path, writer), start)
    table.says(text)
    return table.session_writer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    session_writer = _begin(tmp_path / "delad").session_writer
    session_writer.close()
    return session_writer.path


def test_journals_and_files_of_a_discussion_are_read_at_the_same_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    led = [_says(path, f"skriv-{text}", text, 500 + 50 * number) for number, text in enumerate("abc")]
    together, real = threading.Barrier(3), replicas.read_whole

    def read(one: Path) -> bytes:
        if one.parent.name == ".live":
            together.wait(PATIENCE)
        return real(one)

    monkeypatch.setattr(replicas, "read_whole", read)
    assert sorted(texts_of(read_session(path).session)) == ["a", "b", "c"]
    for session_writer in led:
        session_writer.close()


@pytest.mark.parametrize("by_name", [False, True])
def test_who_closes_between_the_listing_and_the_reading_is_heard_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch, by_name: bool
):
    """The journal that was listed has gone into a file that was not."""
    other = [_says(path, "skriv-x", "fax")]
    real = replicas.read_whole

    def read(one: Path) -> bytes:
        if one.parent.name == ".live" and other:
            other.pop().close()
        return real(one)

    library = Library(path.parent)
    library.refresh(room=0)
    monkeypatch.setattr(replicas, "read_whole", read)
    held = gather_with(path, library.beside).held if by_name else read_session(path)
    assert texts_of(held.session) == ["fax"]


def test_who_closes_between_two_listings_is_heard_all_the_same(path: Path, monkeypatch: pytest.MonkeyPatch):
    """The folder is listed while its journals are, and had not the file yet; nor has it the journal any more."""
    other = _says(path, "skriv-x", "fax")
    begun, listed = threading.Event(), threading.Event()
    names, files = lying.names_in, lying.session_files

    def files_too_early(folder: Path) -> list[Path]:
        monkeypatch.setattr(lying, "session_files", files)
        found = files(folder)
        listed.set()
        return found

    def journals_too_late(folder: Path) -> list[Path]:
        assert listed.wait(PATIENCE)
        if not begun.is_set():
            begun.set()
            other.close()
        return names(folder)

    monkeypatch.setattr(lying, "session_files", files_too_early)
    monkeypatch.setattr(lying, "names_in", journals_too_late)
    library = Library(path.parent)
    (entry,) = library.refresh()
    assert texts_of(library.held(entry).session) == ["fax"]


def test_nobody_waits_for_the_closing_of_a_file_that_was_only_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    closed: list[str] = []
    real = ground._closed
    monkeypatch.setattr(
        ground, "_closed", lambda file, *, beside: (closed.append(beside), real(file, beside=beside))
    )
    read_session(path)
    assert closed
    assert all(closed)
    monkeypatch.setattr(ground, "SLOW", 60.0)
    closed.clear()
    read_session(path)
    assert closed
    assert not any(closed)


def test_a_journal_that_was_just_read_is_gone_on_in_without_being_read_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    _says(path, "anna", "fax").abandon()  # a program that died
    gathered, real = replicas.gather(path), journals.is_later
    read: list[bytes] = []

    def looked_at(data: bytes) -> bool:
        read.append(data)
        return real(data)

    monkeypatch.setattr(journals, "is_later", looked_at)
    session_writer = SessionWriter.take_up(FS, gathered, "anna")
    assert (session_writer.writer, read) == ("anna", [])
    session_writer.abandon()
    (journal,) = journals_of(path.parent / LIVE, gathered.held.session.id)
    with journal.open("ab") as file:
        file.write(seal(b"# schema 999\n"))  # and one of a later version has gone on in it since
    session_writer = SessionWriter.take_up(FS, gathered, "anna")
    assert (session_writer.writer, len(read)) == ("anna-2", 1)
    session_writer.abandon()


def test_a_note_and_the_name_of_its_journal_wait_for_the_disk_at_the_same_time(path: Path):
    both = threading.Barrier(2)

    class Both(QuickFs):
        """A disk that answers neither before it has been asked for the other."""

        def sync(self, handle: int) -> None:
            if together:
                both.wait(PATIENCE)
            super().sync(handle)

        def sync_folder(self, folder: Path) -> None:
            if together:
                both.wait(PATIENCE)
            super().sync_folder(folder)

    together = True
    table = Table(SessionWriter.open(Both(), path, "bo"))
    table.says("fax")
    together = False
    table.session_writer.close()
    assert texts_of(read_session(path).session) == ["fax"]


def test_a_name_that_could_not_be_made_durable_is_told_of_by_the_first_note(path: Path):
    fs = FaultyFs(lambda _number, name: errno.EIO if name == "sync_folder" and fails else 0)
    fails = True
    table = Table(SessionWriter.open(fs, path, "bo"))
    with pytest.raises(OSError, match="Input/output"):
        table.says("fax")
    fails = False
    table.says("post")
    table.session_writer.close()
    assert "post" in texts_of(read_session(path).session)
