"""A disk that refuses, at each call in turn: nothing that was called saved is lost, and what was refused can be tried again."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store import codec
from diskussion_tui.store.keeper import Keeper
from tests.support.builders import Group, texts_of
from tests.support.disk import FaultyFs, QuickFs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = ("fax", "köer\n[[notes]]", "hemsjukvård", "remisser")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS, errno.EACCES)


def _until_it_works(fs: FaultyFs, deed: Callable[[], None]) -> None:
    for _ in range(20):
        try:
            return deed()
        except OSError:
            continue
    raise AssertionError(f"never worked: {fs.calls[-5:]}")


def _evening(fs: FaultyFs, folder: Path) -> tuple[Path, list[str]]:
    """An evening on a bad disk, with every refused step tried again; the file, and what was saved before the end."""
    group, kept = Group(), []

    def begin() -> None:
        kept.append(Keeper.create(fs, folder, "Samtal", group.session, "anna"))

    _until_it_works(fs, begin)
    keeper = kept[0]
    for number, text in enumerate(WORDS):
        made = group.saying(text)
        _until_it_works(fs, lambda made=made: keeper.append((made,)))
        if number % 2:
            _until_it_works(fs, keeper.tidy)
    _until_it_works(fs, keeper.close)
    keeper.abandon()
    return keeper.path, list(WORDS)


def _calls(tmp_path: Path) -> int:
    fs = FaultyFs()
    _evening(fs, tmp_path / "utan fel")
    return len(fs.calls)


@pytest.mark.parametrize("length", [1, 2, 5])
@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
def test_no_refusal_at_any_call_loses_or_doubles_a_note(tmp_path: Path, number: int, length: int):
    for place in range(1, _calls(tmp_path) + 1):
        broken = range(place, place + length)
        fs = FaultyFs(lambda call, _name, broken=broken: number if call in broken else 0)
        path, saved = _evening(fs, tmp_path / str(place))
        found = codec.read(path.read_bytes())
        assert found.faults == ()
        again = Keeper.open(QuickFs(), path, "anna")
        assert texts_of(again.session) == saved, f"call {place}: {fs.calls[place - 1]}"
        again.abandon()


@pytest.mark.parametrize("call", ["write", "sync"])
def test_a_disk_that_refuses_all_evening_takes_nothing_of_what_was_saved_before(tmp_path: Path, call: str):
    fs = FaultyFs()
    group = Group()
    keeper = Keeper.create(fs, tmp_path, "Samtal", group.session, "anna")
    keeper.append((group.saying("fax"),))
    fs.refuses = lambda _number, name: errno.ENOSPC if name in (call, "sync_folder") else 0
    made = group.saying("köer")
    for _ in range(5):
        with pytest.raises(OSError, match="No space left"):
            keeper.append((made,))
    keeper.abandon()
    again = Keeper.open(QuickFs(), keeper.path, "anna")
    assert texts_of(again.session)[0] == "fax"
    again.abandon()


def test_what_was_half_written_when_the_disk_was_full_does_not_take_the_next_note_with_it(tmp_path: Path):
    """The disk is full for the note and for the seal that closes what is torn; then there is room again."""
    fs = FaultyFs()
    group = Group()
    keeper = Keeper.create(fs, tmp_path, "Samtal", group.session, "anna")
    keeper.append((group.saying("fax"),))
    for refused in range(1, 5):
        full = iter([errno.ENOSPC] * refused)
        fs.refuses = lambda _number, name, full=full: next(full, 0) if name == "write" else 0
        made = group.saying(f"not {refused}")
        _until_it_works(fs, lambda made=made: keeper.append((made,)))
    keeper.abandon()
    again = Keeper.open(QuickFs(), keeper.path, "anna")
    assert texts_of(again.session) == ["fax", "not 1", "not 2", "not 3", "not 4"]
    again.abandon()


def test_a_discussion_that_cannot_be_created_is_refused_and_leaves_nothing_half(tmp_path: Path):
    for place in range(1, 12):
        folder = tmp_path / str(place)
        fs = FaultyFs(lambda call, _name, place=place: errno.ENOSPC if call >= place else 0)
        with pytest.raises(OSError, match="No space left"):
            Keeper.create(fs, folder, "Samtal", Group().session, "anna")
        for path in folder.glob("*.toml"):
            assert codec.read(path.read_bytes()).faults == ()


def test_a_disk_without_hard_links_takes_a_new_discussion_too(tmp_path: Path):
    fs = FaultyFs(lambda _number, name: errno.EPERM if name == "link_new" else 0)
    keepers = [Keeper.create(fs, tmp_path, "Samtal", Group().session, "anna") for _ in range(2)]
    assert [keeper.path.name for keeper in keepers] == [
        "Samtal_Ekerö_2026-05-12.toml",
        "Samtal_Ekerö_2026-05-12_2.toml",
    ]
    for keeper in keepers:
        assert codec.read(keeper.path.read_bytes()).faults == ()
        keeper.abandon()
