"""Filling the index: it can be stopped between any two, is gone on with, and opens nothing twice."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.library import index_build, look
from diskussion_tui.store.library.listing import Library
from tests.store.library.sides import always, plain, put
from tests.support.builders import Group

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["always"]

MANY = 7


class Opened:
    """Which discussions are opened, in their order."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []
        real = look.opened

        def opened(entry, seen):
            self.names.append(entry.path.name.split("_")[1])
            return real(entry, seen)

        monkeypatch.setattr(look, "opened", opened)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    monkeypatch.setattr(index_build, "_STEP", 2)
    return Opened(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with seven discussions; of the fourth a note is damaged, so that the index cannot keep it."""
    for number in range(1, MANY + 1):
        group = Group(start=1_000_000 * number)
        group.says(f"Ord nummer {number}")
        path = put(tmp_path, group.session, f"samtal{number}", number)
        if number == 4:
            path.write_text(path.read_text("utf-8") + "\n[[notes]]\nid = \n", encoding="utf-8")
    return tmp_path


def _library(folder: Path) -> Library:
    library = Library(folder)
    library.refresh()
    return library


def test_every_discussion_that_the_index_can_keep_is_opened_once_ever(folder: Path, opened: Opened) -> None:
    library = _library(folder)
    assert library.read()
    whole = [name for name in opened.names if name != "samtal4"]
    assert sorted(whole) == [f"samtal{number}" for number in range(1, MANY + 1) if number != 4]
    opened.names.clear()
    assert _library(folder).read()
    assert set(opened.names) == {"samtal4"}


@pytest.mark.parametrize("after", range(6))
def test_stopped_anywhere_it_says_so_and_goes_on_from_there(folder: Path, opened: Opened, after: int) -> None:
    library = _library(folder)
    left = iter([False] * after)
    assert not library.read(lambda: next(left, True))
    before = len(opened.names)
    assert before <= after + 1
    assert library.read()
    assert len(set(opened.names)) == MANY
    assert [len(hit.first(9)) for hit in library.search("nummer")] == [1] * MANY
    assert library.search("nummer").tally() == plain(folder).search("nummer").tally()


@pytest.mark.parametrize(("process", "order"), [(3, (0, 1, 2, 3)), (4, (0, 3, 2, 1))])
def test_two_programs_begin_with_the_newest_and_then_at_either_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch, opened: Opened, process: int, order: tuple[int, ...]
) -> None:
    monkeypatch.setattr(os, "getpid", lambda: process)
    library = _library(folder)
    places = [entry.path.name.split("_")[1] for entry in library.entries]
    assert library.read()
    steps = [places[at : at + 2] for at in range(0, MANY, 2)]
    begun = list(dict.fromkeys(opened.names))
    assert begun == [name for step in order for name in steps[step]]


def test_what_another_program_has_done_meanwhile_is_not_done_again(folder: Path, opened: Opened) -> None:
    one, two = _library(folder), _library(folder)
    assert one.read()
    opened.names.clear()
    assert two.read()
    assert set(opened.names) == {"samtal4"}
