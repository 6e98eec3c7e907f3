"""The readable file is brought up to date in a quiet moment or when somebody goes on to another step, and then not again."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, cast

import pytest

from diskussion_tui.workshop.saving import threads
from diskussion_tui.workshop.saving.pending import Pending
from diskussion_tui.workshop.saving.threads import SaveThreads

if TYPE_CHECKING:
    from diskussion_tui.store.session.session_writer import SessionWriter


class House:
    """What is looked after, by hand and without a thread: a session writer that counts, and whoever is told."""

    def __init__(self) -> None:
        self.tidied = 0
        self.fresh: tuple[object, ...] = ()
        self.disturbed = False
        self.whole = True
        self.error: OSError | None = None
        self.told: list[object] = []
        self.threads = SaveThreads(cast("SessionWriter", self), Pending(), self, away=False)  # type: ignore[arg-type]

    # ---- the session writer

    def others(self) -> tuple[object, ...]:
        if self.error:
            raise self.error
        return self.fresh

    def tidy(self) -> bool:
        self.tidied += 1
        return self.whole

    # ---- who is told

    def heard(self, _threads: SaveThreads, records: tuple[object, ...]) -> None:
        self.told.append(records)

    def looked(self, _threads: SaveThreads, error: OSError | None) -> None:
        self.told.append(error)

    # ---- what happens

    def looks(self) -> int:
        """Look around once; how often the file was brought up to date so far."""
        self.threads._look_around()
        return self.tidied

    def says(self, ago: float) -> None:
        """Something was put on disk so many seconds ago."""
        self.threads._touched, self.threads._untidy = threads.time.monotonic() - ago, True


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(threads, "QUIET", 1_000.0)
    return House()


def test_where_nothing_was_said_nothing_is_written(house: House) -> None:
    assert [house.looks() for _ in range(3)] == [0, 0, 0]
    assert house.told == [None] * 3


def test_what_was_said_is_written_once_it_has_been_quiet_for_a_while(house: House) -> None:
    house.says(ago=900)
    assert house.looks() == 0
    house.says(ago=1_001)
    assert [house.looks() for _ in range(3)] == [1, 1, 1]


def test_at_another_step_it_is_written_at_once_and_the_next_note_waits_for_quiet_again(house: House) -> None:
    house.says(ago=0)
    house.threads.hurry()
    assert [house.looks(), house.looks()] == [1, 1]
    house.says(ago=0)
    assert house.looks() == 1


def test_a_file_that_was_not_written_whole_is_written_again_once_it_is_quiet(house: House) -> None:
    house.whole = False
    house.says(ago=1_001)
    assert [house.looks(), house.looks()] == [1, 2]
    house.whole = True
    assert [house.looks(), house.looks()] == [3, 3]


def test_what_others_wrote_is_told_and_written_and_looked_for_oftener_from_then_on(house: House) -> None:
    house.fresh = ("note",)
    assert house.looks() == 1
    assert house.told == [("note",), None]
    assert threads.time.monotonic() - house.threads._heard < threads.WAKEFUL


def test_a_file_that_somebody_has_disturbed_is_written_at_once(house: House) -> None:
    house.says(ago=0)
    house.disturbed = True
    assert house.looks() == 1


def test_a_disk_that_refuses_is_told_and_the_file_is_written_when_it_does_not(house: House) -> None:
    house.says(ago=1_001)
    house.error = OSError(errno.EACCES, "no")
    assert house.looks() == 0
    assert house.told == [house.error]
    house.error = None
    assert house.looks() == 1
