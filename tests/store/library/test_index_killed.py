"""Filling an index can be killed at any moment, shared by several programs, or not be possible at all: what is found stays the same."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.library.indexing import status
from diskussion_tui.store.library.where import index_of
from tests.store.library.sides import WORDS, always, indexed, plain, put
from tests.support.builders import Group
from tests.support.rights import only_to_be_read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diskussion_tui.store.library.listing import Library

    Filling = Callable[..., tuple[int, list[int]]]

__all__ = ["always"]

DISCUSSIONS, CHAINS, KILLS = 10, 6, 4
ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sessions"
    made.mkdir()
    for number in range(1, DISCUSSIONS + 1):
        group = Group(start=1_000_000 * number)
        group.says(*(f"{one} {number}" for one in WORDS[number % 5 :]), kind="bort")
        put(made, group.session, f"samtal{number}", number)
    return made


@contextmanager
def nursery() -> Iterator[Filling]:
    """A process whose children fill the index of a folder: the statements that it took, and how they ended."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.indexing_nursery"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )

    def fill(folder: Path, last: int = 0, several: int = 1) -> tuple[int, list[int]]:
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{folder}\t{last}\t{several}\n")
        count, *ended = map(int, process.stdout.readline().split())
        return count, ended

    with process:
        yield fill
        assert process.stdin
        process.stdin.close()
        assert process.wait() == 0


def _said(library: Library) -> object:
    return (
        library.entries,
        [
            [(hit.entry, hit.count, hit.notes) for hit in library.search(word)]
            for word in ("fax", "vård fax", "ax")
        ],
        sorted(library.counts(("part", "kind", "name")).items()),
        {
            entry.path: one and (one.share(), list(one.said), list(one.concluded), one.files)
            for entry, one in library.given()
        },
    )


def test_wherever_the_filling_of_an_index_is_killed_what_is_found_is_what_the_files_say(folder: Path) -> None:
    chance, expected = random.Random(20260512), _said(plain(folder))
    with nursery() as fill:
        most, ended = fill(folder)
        assert ended == [0]
        assert most > DISCUSSIONS
        killed = 0
        for _ in range(CHAINS):
            index_of((folder,)).unlink()
            for part in index_of((folder,)).parent.glob("*-*"):
                part.unlink()
            for last in sorted(chance.randint(1, most) for _ in range(KILLS)):
                _count, (end,) = fill(folder, last)
                killed += end == -signal.SIGKILL
            assert _said(indexed(folder)) == expected
        assert killed > CHAINS * KILLS // 2


def test_four_programs_that_fill_an_index_at_once_end_with_one_that_says_what_the_files_say(
    folder: Path,
) -> None:
    with nursery() as fill:
        _count, ended = fill(folder, 0, 4)
        assert ended == [0] * 4
    assert status(folder).discussions == DISCUSSIONS
    assert _said(indexed(folder)) == _said(plain(folder))


def test_of_four_programs_some_are_killed_and_the_others_go_on(folder: Path) -> None:
    with nursery() as fill:
        fill(folder, 60, 4)
        _count, ended = fill(folder, 0, 2)
        assert ended == [0, 0]
    assert _said(indexed(folder)) == _said(plain(folder))


def test_in_a_folder_that_may_only_be_read_all_is_found(folder: Path) -> None:
    with only_to_be_read(folder):
        assert _said(indexed(folder)) == _said(plain(folder))


def test_nothing_is_written_into_a_folder_that_is_searched_and_compiled(folder: Path) -> None:
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*")}
    folder_before = folder.stat().st_mtime_ns
    _said(indexed(folder))
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*")} == before
    assert folder.stat().st_mtime_ns == folder_before
