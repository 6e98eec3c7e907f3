"""Every disk that a power cut may leave behind gives back every note that was called saved; see tests/support/disk.py."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain import changes
from diskussion_tui.store import journal, keeper, paths
from diskussion_tui.store.keeper import Keeper, UnreadableSessionError
from diskussion_tui.store.library import session_files
from tests.support.builders import Group, texts_of
from tests.support.disk import QuickFs, RecordingFs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.session import Change

DAY = dt.date(2026, 5, 12)


@dataclass
class Evening:
    """A discussion that is being led on a recorded disk, and after which step what was called saved."""

    fs: RecordingFs
    folder: Path
    group: Group = field(default_factory=Group)
    saved: list[tuple[int, str]] = field(default_factory=list)
    keeper: Keeper = field(init=False)

    def begins(self) -> None:
        self.keeper = Keeper.create(self.fs, self.folder, "Samtal", self.group.session, "anna")
        self.saved.append((len(self.fs.steps), ""))

    def says(self, *texts: str) -> None:
        made = self.group.saying(*texts)
        self._saved(made, texts)

    def _saved(self, made: Change, texts: tuple[str, ...]) -> None:
        try:
            self.keeper.append((made,))
        except OSError:
            self.keeper.append((made,))  # as the saver does: the words are still there
        self.saved += [(len(self.fs.steps), text) for text in texts]

    def types(self, text: str) -> None:
        self.keeper.append((), changes.draft(self.group.session, self.group.stamp(), "A.2", "", text))


def whole_evening(evening: Evening) -> None:
    evening.begins()
    evening.says("fax bort\npå riktigt")
    evening.types("halv men")
    evening.says("hemsjukvård", "köer")
    evening.keeper.tidy()
    evening.types("halv mening")
    evening.says("[[notes]]\n# crc32 00000000")
    evening.keeper.close()


def evening_with_a_failing_sync(evening: Evening) -> None:
    """The first sync of a note's words fails; its bytes fill a page that the disk then never gets."""
    evening.begins()
    evening.fs.failing_syncs = {evening.fs.syncs + 2}
    evening.says("ett")
    evening.says("två")
    evening.says("tre")
    evening.keeper.tidy()
    evening.keeper.abandon()


def losses(evening: Evening, spare: Path) -> Iterator[str]:
    """What any of the disks that may be found has lost of what was saved, or cannot show."""
    seen = set()
    for step, disk in evening.fs.disks():
        promised = tuple(text for when, text in evening.saved if when <= step)
        for state in disk.states():
            key = (promised, frozenset(state.items()))
            if key in seen:
                continue
            seen.add(key)
            folder = spare / str(len(seen))
            for path, data in state.items():
                place = folder / path.relative_to(evening.folder)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
            if lost := lost_in(folder, promised):
                yield f"after step {step}: {lost}"
    assert len(seen) > 30


def lost_in(folder: Path, promised: tuple[str, ...]) -> str:
    """What of `promised` a folder does not give back exactly once, or fails to keep when the evening goes on."""
    files = session_files(folder)
    if not files:
        return "the session file" if promised else ""
    try:
        tomllib.loads(files[0].read_text(encoding="utf-8"))
        kept = Keeper.open(QuickFs(), files[0], "anna")
    except (ValueError, UnreadableSessionError) as error:
        return f"the session file is not whole: {error}"
    later = Group(session=kept.session, start=5000, last="01KZZZZZZZ0000000000000000")
    more = later.saying("efteråt")
    kept.append((more,))
    kept.abandon()
    again = Keeper.open(QuickFs(), files[0], "anna")
    again.abandon()
    found = texts_of(again.session)
    return str([text for text in (*filter(None, promised), "efteråt") if found.count(text) != 1] or "")


def _first_loss(fs: RecordingFs, tmp_path: Path, scenario: Callable[[Evening], None]) -> str:
    folder = tmp_path / "hem" / "sessions"
    folder.parent.mkdir()
    evening = Evening(fs, folder)
    scenario(evening)
    return next(losses(evening, tmp_path / "efter"), "")


@pytest.mark.parametrize("scenario", [whole_evening, evening_with_a_failing_sync])
def test_no_power_cut_takes_a_note_that_was_called_saved(tmp_path: Path, scenario: Callable[[Evening], None]):
    assert _first_loss(RecordingFs(), tmp_path, scenario) == ""


# The proof is worth something only if it sees what is wrong: each of these must be caught.


class WithoutDataSync(RecordingFs):
    """Appends without fdatasync."""

    def sync(self, handle: int) -> None: ...


class WithoutSyncBeforeRename(RecordingFs):
    """Renames a file whose data is not on disk."""

    def open_new(self, path: Path) -> int:
        handle = super().open_new(path)
        self._fresh = handle
        return handle

    def sync(self, handle: int) -> None:
        if handle != getattr(self, "_fresh", None):
            super().sync(handle)


class WithoutFolderSync(RecordingFs):
    """Leaves every name to chance."""

    def sync_folder(self, folder: Path) -> None: ...


class WithoutJournalsName(RecordingFs):
    """Writes into a journal whose name is not on disk."""

    def sync_folder(self, folder: Path) -> None:
        if folder.name != paths.LIVE:
            super().sync_folder(folder)


class WithoutNewFoldersName(RecordingFs):
    """Makes folders that are not on disk in the folder above them."""

    def make_folder(self, folder: Path) -> None:
        told, self.sync_folder = self.sync_folder, lambda _folder: None  # type: ignore[method-assign]
        super().make_folder(folder)
        self.sync_folder = told  # type: ignore[method-assign]


class InPlace(RecordingFs):
    """Writes a session file over itself."""

    def replace(self, source: Path, target: Path) -> None:
        data = source.read_bytes()
        self.remove(source)
        self.remove(target)
        handle = self.open_new(target)
        self.write(handle, data)
        self.sync(handle)
        self.close(handle)


@pytest.mark.parametrize(
    "fs",
    [
        WithoutDataSync,
        WithoutSyncBeforeRename,
        WithoutFolderSync,
        WithoutJournalsName,
        WithoutNewFoldersName,
        InPlace,
    ],
)
def test_a_disk_layer_that_leaves_out_a_step_is_caught(tmp_path: Path, fs: type[RecordingFs]):
    assert _first_loss(fs(), tmp_path, whole_evening)


def test_a_journal_removed_before_its_words_stand_in_the_file_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def hasty(self: Keeper) -> None:
        self._journal.remove()
        self.tidy()
        self.abandon()

    monkeypatch.setattr(keeper.Keeper, "close", hasty)
    assert _first_loss(RecordingFs(), tmp_path, whole_evening)


def test_a_journal_that_is_not_sealed_off_after_a_crash_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal.Journal, "_seal_off", lambda _self: None)
    assert _first_loss(RecordingFs(), tmp_path, whole_evening)


def test_a_journal_that_goes_on_right_behind_a_failed_sync_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal.Journal, "_seal_off", lambda _self: None)
    assert _first_loss(RecordingFs(), tmp_path, evening_with_a_failing_sync)
