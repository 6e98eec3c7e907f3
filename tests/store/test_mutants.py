"""The eye of evening.py sees what is wrong: the store broken on purpose, in each way that has lost somebody notes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, TypeAlias

import pytest

from diskussion_tui.domain.session import changes, fold
from diskussion_tui.domain.session.session import Change
from diskussion_tui.store.files import paths
from diskussion_tui.store.session import blocks, cleanup, journal, own_file, replicas, session_writer
from diskussion_tui.store.session.cleanup import Leftovers
from diskussion_tui.store.session.journal import Journal
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.store import evening
from tests.store.evening import Evening, first_loss
from tests.support.disk import RecordingFs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.domain.session.records import Record

    Break: TypeAlias = Callable[[pytest.MonkeyPatch], None]


def _skipping(method: str, skips: Callable[..., bool]) -> Break:
    """A disk that leaves out some of its calls."""

    def breaks(patch: pytest.MonkeyPatch) -> None:
        real = getattr(RecordingFs, method)

        def skipping(self: RecordingFs, *args: object) -> None:
            if not skips(self, *args):
                real(self, *args)

        patch.setattr(RecordingFs, method, skipping)

    return breaks


def _in_place(patch: pytest.MonkeyPatch) -> None:
    def replace(self: RecordingFs, source: Path, target: Path) -> None:
        data = source.read_bytes()
        self.remove(source)
        self.remove(target)
        handle = self.open_new(target)
        self.write(handle, data)
        self.sync(handle)
        self.close(handle)

    patch.setattr(RecordingFs, "replace", replace)


def _journal_first(patch: pytest.MonkeyPatch) -> None:
    def close(self: SessionWriter) -> None:
        self._journal.remove()
        self.tidy()
        self.abandon()

    patch.setattr(SessionWriter, "close", close)


def _not_read_back(patch: pytest.MonkeyPatch) -> None:
    """The file keeps what stood in it, and nobody looks."""
    patch.setattr(SessionWriter, "_write", lambda _self, _data: None)
    patch.setattr(SessionWriter, "_read_back", lambda self: self.everything())


def _torn_believed(patch: pytest.MonkeyPatch) -> None:
    """No checksum: what stands before a seal counts."""
    patch.setattr(blocks, "zlib", SimpleNamespace(crc32=lambda _data: 0))


def _no_lock(patch: pytest.MonkeyPatch) -> None:
    for module in (journal, cleanup):
        patch.setattr(module, "try_lock", lambda _handle: True)


def _by_the_clock(patch: pytest.MonkeyPatch) -> None:
    def order(version: Record) -> tuple:
        return (version.at, version.rev, version.writer, version.change)

    for module in (fold, own_file, replicas):
        patch.setattr(module, "order", order)


def _same_journal_after_a_failure(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Journal, "_go_on", lambda _self: None)


def _refuge_left_at_once(patch: pytest.MonkeyPatch) -> None:
    real = SessionWriter.open.__func__  # type: ignore[attr-defined]

    def opened(
        cls: type[SessionWriter], fs: RecordingFs, path: Path, writer: str, refuge: Path | None = None
    ) -> SessionWriter:
        found = real(cls, fs, path, writer, refuge)
        if refuge:
            for left in [*refuge.glob("*.toml"), *(refuge / paths.LIVE).glob("*.toml")]:
                fs.remove(left)
        return found

    patch.setattr(SessionWriter, "open", classmethod(opened))


def _hand_edits_overwritten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SessionWriter, "_read_what_changed", lambda self: self._hear_neighbours())


def _anybodys_file(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(session_writer, "own_file", lambda gathered, _path, _writer: gathered.replicas[0])


def _undo_takes_all_back(patch: pytest.MonkeyPatch) -> None:
    """Undo sets the whole record to what it was, also what somebody else has written into it since."""

    def reverted(versions: tuple[Record, ...], place: int, stamp: changes.Stamp) -> Record:
        was, current = versions[place], versions[-1]
        if place == 0:
            return changes.next_version(current, stamp, undoes=was.change, gone=True)
        return changes.next_version(current, stamp, undoes=was.change, **versions[0].said())

    patch.setattr(changes, "reverted", reverted)


def _one_seal_a_note(patch: pytest.MonkeyPatch) -> None:
    """A change of several notes in several blocks: half of it may be there."""
    real = SessionWriter.append

    def append(self: SessionWriter, made: tuple[Change, ...], draft: object = None) -> None:
        real(self, [Change(one.id, (version,)) for one in made for version in one.versions], draft)  # type: ignore[arg-type]

    patch.setattr(SessionWriter, "append", append)


def _purged_and_kept(patch: pytest.MonkeyPatch) -> None:
    """What is removed for good stays wherever it does not stand in the file."""

    def has(self: Leftovers, versions: tuple[Record, ...]) -> bool:
        return {one for one in versions if one.table == "notes"} <= set(self.held)

    patch.setattr(Leftovers, "_has", has)
    patch.setattr(Leftovers, "_remove_half_made", lambda *_args: None)


def _tidying_names_nobody(patch: pytest.MonkeyPatch) -> None:
    """Once a folder's sync has failed, what is there counts as written."""
    real = SessionWriter.tidy

    def tidy(self: SessionWriter) -> bool:
        self._unsure = False
        return real(self)

    patch.setattr(SessionWriter, "tidy", tidy)


def a_failing_sync(one: Evening) -> None:
    """The first sync of a note's words fails; its bytes fill a page that the disk then never gets."""
    anna = one.begin()
    one.fs.failing_syncs = {one.fs.syncs + 2}
    anna.says("ett")
    anna.says("två")
    anna.says("tre")
    anna.tidies()
    anna.session_writer.abandon()


def a_failing_folder(one: Evening) -> None:
    """The sync of the folder fails when the file has been put in its place."""
    anna = one.begin()
    anna.says("ett")
    anna.tidies()
    anna.says("två")
    one.fs.failing_syncs = {one.fs.syncs + 2}
    anna.tidies()
    anna.leaves()


MUTANTS: dict[str, tuple[Break, Callable[[Evening], None]]] = {
    "a note is not waited for (no fdatasync)": (
        _skipping("sync", lambda fs, handle: handle not in fs.fresh),
        evening.first_start,
    ),
    "a file is renamed before it is on disk": (
        _skipping("sync", lambda fs, handle: handle in fs.fresh),
        evening.whole_evening,
    ),
    "the folder is not synced after a rename": (
        _skipping("_promise", lambda _fs, folder: folder.name == "sessions"),
        evening.whole_evening,
    ),
    "a new journal's name is not synced": (
        _skipping("_promise", lambda _fs, folder: folder.name == paths.LIVE),
        evening.first_start,
    ),
    "a new folder's name is not synced": (
        _skipping("_promise", lambda _fs, folder: folder.name == "hem"),
        evening.first_start,
    ),
    "the journal goes before the file is written": (_journal_first, evening.whole_evening),
    "the file is not read back before the journal goes": (_not_read_back, evening.whole_evening),
    "the file is written over itself": (_in_place, evening.whole_evening),
    "a torn block is believed (no checksum)": (_torn_believed, evening.whole_evening),
    "a change is sealed note by note": (_one_seal_a_note, evening.whole_evening),
    "a torn journal is not sealed off": (
        lambda patch: patch.setattr(journal, "END_OF_ANOTHER", b""),
        evening.whole_evening,
    ),
    "the journal goes on behind a failed sync": (_same_journal_after_a_failure, a_failing_sync),
    "a failed sync of the folder is forgotten": (_tidying_names_nobody, a_failing_folder),
    "two programs share a journal and a file (no lock)": (_no_lock, evening.two_programs),
    "the newer is told by the clock": (_by_the_clock, evening.clock_set_back),
    "the refuge is left before home holds it": (_refuge_left_at_once, evening.home_full_and_dead),
    "an edit by hand is written over": (_hand_edits_overwritten, evening.edited_by_hand),
    "another writer's file is written": (_anybodys_file, evening.beside_another_writers),
    "undo takes back what others wrote": (_undo_takes_all_back, evening.two_laptops),
    "what is removed for good stays in the refuge": (
        _purged_and_kept,
        evening.removed_for_good_at_home_and_away,
    ),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_store_that_is_broken_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    breaks, scenario = MUTANTS[name]
    breaks(monkeypatch)
    assert first_loss(scenario, tmp_path)


@pytest.mark.parametrize("scenario", [a_failing_sync, a_failing_folder])
def test_the_store_as_it_is_stands_what_the_broken_ones_do_not(
    tmp_path: Path, scenario: Callable[[Evening], None]
):
    assert first_loss(scenario, tmp_path) == ""
