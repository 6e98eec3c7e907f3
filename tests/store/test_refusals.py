"""A disk that refuses, at each call in turn: nothing that was called saved is lost, and what was refused can be tried again."""

from __future__ import annotations

import errno
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files import codec
from diskussion_tui.store.files.paths import session_files
from diskussion_tui.store.session import journal
from diskussion_tui.store.session.locations import Locations
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.support.builders import Group, texts_of
from tests.support.disk import FaultyFs, QuickFs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.domain.session.session import Change

pytestmark = pytest.mark.usefixtures("parsed_once")

WORDS = ("fax", "köer\n[[notes]]")
ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO, errno.EDQUOT, errno.EROFS, errno.EINTR)
EVERYWHERE = ERRORS[:2]
"""What is answered at every call; the others each at every third, which are not the same for all of them."""
FOR_EVER = 10_000


class Sitting:
    """An evening on a bad disk, led as the saver leads it: what is refused is tried again, then the refuge is tried."""

    def __init__(self, fs: FaultyFs, folder: Path, *, refuge: bool) -> None:
        self.fs = fs
        self.home = folder / "hem" / "sessions"
        self.home.parent.mkdir(parents=True)
        self.saved: list[str] = []
        path = self.home / "Samtal_Ekerö_2026-05-12.toml"
        self.names = Locations(fs, path, "anna", folder / "reserv" if refuge else None, new=True)
        self.group = Group()
        self.session_writer: SessionWriter | None = None
        fs.only = self.home.parent

    def led(self) -> None:
        """The whole evening, each step tried as often as somebody would."""
        self._tries(self._begins)
        if self.session_writer is None:
            return
        for number, text in enumerate(WORDS):
            made = self.group.saying(text)
            self._tries(lambda made=made, text=text: self._says(made, text))
            if number % 2 == 0:
                self._tries(self.session_writer.tidy)
                self._whole()
            elif self.session_writer.path.parent != self.home:
                self._tries(self._goes_home)
        self._tries(self.session_writer.close)
        self.session_writer.abandon()
        self._whole()

    def _tries(self, deed: Callable[[], object]) -> None:
        for _ in range(8):
            with suppress(OSError):
                deed()
                return

    def _begins(self) -> None:
        session_writer, _ = self.names.begin(self.group.session, "Samtal")
        self.session_writer = session_writer

    def _says(self, made: Change, text: str) -> None:
        assert self.session_writer
        try:
            self.session_writer.append((made,))
        except OSError:
            away = (
                None
                if self.session_writer.path.parent != self.home
                else self.names.refuge(self.session_writer)
            )
            if away is None:
                raise
            self.session_writer.abandon()
            self.session_writer = away
            away.append((made,))
        self.saved.append(text)

    def _goes_home(self) -> None:
        assert self.session_writer
        home = self.names.home(self.session_writer)
        try:
            home.put(self.session_writer.beyond(home.session))
        except OSError:
            home.abandon()
            raise
        self.session_writer.abandon()
        self.session_writer = home

    def _whole(self) -> None:
        """No readable file is ever half of anything."""
        for path in self.files():
            assert codec.read(path.read_bytes()).faults == ()

    def files(self) -> list[Path]:
        return [
            path for place in filter(None, (self.home, self.names.shelter)) for path in session_files(place)
        ]


def _calls(tmp_path: Path, *, refuge: bool) -> int:
    fs = FaultyFs()
    Sitting(fs, tmp_path / "utan fel", refuge=refuge).led()
    return len(fs.calls)


def _places(number: int, calls: int) -> range:
    """At which of so many calls an error is answered."""
    whole = number in EVERYWHERE
    return range(1, calls + 1) if whole else range(1 + ERRORS.index(number) % 3, calls + 1, 3)


@pytest.mark.parametrize("refuge", [False, True], ids=["alone", "refuge"])
@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
def test_no_refusal_at_any_call_loses_or_doubles_a_note(tmp_path: Path, number: int, *, refuge: bool):
    """One, two or five calls in a row are refused, or every call from then on."""
    for place in _places(number, _calls(tmp_path, refuge=refuge)):
        for length in (1, 2, 5, FOR_EVER):
            fs = FaultyFs(
                lambda call, _name, begin=place, end=place + length: number if begin <= call < end else 0
            )
            evening = Sitting(fs, tmp_path / f"{place} {length}", refuge=refuge)
            evening.led()
            told = f"call {place} and {length - 1} more: {fs.calls[place - 1 : place]}"
            assert length == FOR_EVER or evening.saved == list(WORDS), told
            if evening.session_writer is None:
                assert length == FOR_EVER
                continue
            assert not refuge or evening.saved == list(WORDS), told
            again, why = replace(evening.names, fs=QuickFs()).open(evening.names.read())
            assert why is None
            found = texts_of(again.session)
            assert found[: len(evening.saved)] == evening.saved, told
            assert set(found) <= set(WORDS), told
            assert len(set(found)) == len(found), told
            again.close()
            assert {path.parent for path in evening.files()} == {evening.home}, told
            assert texts_of(read_session(evening.files()[0]).session) == found, told


def _until_it_works(fs: FaultyFs, deed: Callable[[], None]) -> None:
    for _ in range(20):
        try:
            return deed()
        except OSError:
            continue
    raise AssertionError(f"never worked: {fs.calls[-5:]}")


@pytest.mark.parametrize("call", ["write", "sync"])
def test_a_disk_that_refuses_all_evening_takes_nothing_of_what_was_saved_before(tmp_path: Path, call: str):
    fs = FaultyFs()
    group = Group()
    session_writer = SessionWriter.create(fs, tmp_path, "Samtal", group.session, "anna")
    session_writer.append((group.saying("fax"),))
    fs.refuses = lambda _number, name: errno.ENOSPC if name in (call, "sync_folder") else 0
    made = group.saying("köer")
    for _ in range(5):
        with pytest.raises(OSError, match="No space left"):
            session_writer.append((made,))
    session_writer.abandon()
    again = SessionWriter.open(QuickFs(), session_writer.path, "anna")
    assert texts_of(again.session)[0] == "fax"
    again.abandon()


def test_what_was_half_written_when_the_disk_was_full_does_not_take_the_next_note_with_it(tmp_path: Path):
    """The disk is full for the note and for the seal that closes what is torn; then there is room again."""
    fs = FaultyFs()
    group = Group()
    session_writer = SessionWriter.create(fs, tmp_path, "Samtal", group.session, "anna")
    session_writer.append((group.saying("fax"),))
    for refused in range(1, 5):
        full = iter([errno.ENOSPC] * refused)
        fs.refuses = lambda _number, name, full=full: next(full, 0) if name == "write" else 0
        made = group.saying(f"not {refused}")
        _until_it_works(fs, lambda made=made: session_writer.append((made,)))
    session_writer.abandon()
    again = SessionWriter.open(QuickFs(), session_writer.path, "anna")
    assert texts_of(again.session) == ["fax", "not 1", "not 2", "not 3", "not 4"]
    again.abandon()


def test_a_discussion_that_cannot_be_created_is_refused_and_leaves_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal, "SLOW", 60.0)  # on a slow disk the last call is the first note's to hear of
    for place in range(1, 12):
        folder = tmp_path / str(place)
        fs = FaultyFs(lambda call, _name, place=place: errno.ENOSPC if call >= place else 0)
        with pytest.raises(OSError, match="No space left"):
            SessionWriter.create(fs, folder, "Samtal", Group().session, "anna")
        for path in folder.glob("*.toml"):
            assert codec.read(path.read_bytes()).faults == ()


def test_a_disk_without_hard_links_takes_a_new_discussion_too(tmp_path: Path):
    fs = FaultyFs(lambda _number, name: errno.EPERM if name == "link_new" else 0)
    keepers = [SessionWriter.create(fs, tmp_path, "Samtal", Group().session, "anna") for _ in range(2)]
    assert [session_writer.path.name for session_writer in keepers] == [
        "Samtal_Ekerö_2026-05-12.toml",
        "Samtal_Ekerö_2026-05-12_2.toml",
    ]
    for session_writer in keepers:
        assert codec.read(session_writer.path.read_bytes()).faults == ()
        session_writer.abandon()
