"""What is remembered of a folder between two runs: asked for where it is worth it, kept where it is new, done without once it fails."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from diskussion_tui.store.library import remembered
from diskussion_tui.store.library.heads import Entry
from diskussion_tui.store.library.index_schema import LostError
from diskussion_tui.store.library.remembered import FEWEST, Remembered
from diskussion_tui.store.library.seen import Seen, SeenFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.store.library.index import Index

HERE = Path("/samtal")
ONE, TWO, THREE = (
    SeenFile(Entry(HERE / f"{name}.toml", name), number) for number, name in enumerate("abc", 1)
)


class StandIn:
    """An index that says what it is told to, and remembers what it was asked. `lost` is whether it fails."""

    def __init__(self, count: int = FEWEST) -> None:
        self.count, self.lost, self.closed = count, False, False
        self.asked: list[Any] = []

    def newest(self, most: int) -> tuple[list[Entry], int]:
        self._asked(most)
        return [ONE.entry, TWO.entry], self.count

    def files(self) -> list[tuple[Entry, int]]:
        self._asked("files")
        return [(ONE.entry, 1), (TWO.entry, 2)]

    def remember(self, new: object, gone: object) -> None:
        self._asked((new, gone))

    def close(self) -> None:
        self.closed = True

    def _asked(self, what: object) -> None:
        self.asked.append(what)
        if self.lost:
            raise LostError


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """An index whose file is there."""
    (tmp_path / "index").touch()
    monkeypatch.setattr(remembered, "index_of", lambda _places: tmp_path / "index")
    return StandIn()


def _over(index: StandIn) -> Remembered:
    found = Remembered((HERE,))
    found._index = cast("Index", index)
    return found


def _seen(*files: SeenFile) -> Seen:
    return Seen.remembered(files)


def test_a_folder_of_few_files_has_no_index_and_one_that_is_not_there_is_not_made_unasked(
    index: StandIn, tmp_path: Path
) -> None:
    told = _over(index)
    assert told.index_for(FEWEST, make=False) is index
    assert told.index_for(FEWEST - 1, make=True) is None
    (tmp_path / "index").unlink()
    assert told.index_for(FEWEST, make=False) is None
    assert told.index_for(FEWEST, make=True) is index
    assert Remembered(()).index_for(FEWEST, make=True) is None


def test_the_first_rows_are_the_newest_of_a_folder_that_is_worth_it(index: StandIn) -> None:
    found = _over(index).first()
    assert found is not None
    assert list(found.files) == [ONE.entry.path, TWO.entry.path]
    assert [one.stamp for one in found.files.values()] == [None, None]
    assert index.asked == [60]
    index.count = FEWEST - 1
    assert _over(index).first() is None


def test_every_file_is_remembered_with_its_state(index: StandIn) -> None:
    assert _over(index).files() == {ONE.entry.path: ONE, TWO.entry.path: TWO}


def test_without_an_index_nothing_is_remembered_and_none_is_made(tmp_path: Path, index: StandIn) -> None:
    (tmp_path / "index").unlink()
    told = _over(index)
    assert (told.first(), told.files(), told.is_there) == (None, {}, False)
    assert index.asked == []
    Remembered((HERE,)).keep(_seen(ONE), {})


def test_what_is_new_or_other_than_before_is_kept_and_what_has_gone_is_let_go_of(index: StandIn) -> None:
    before = {ONE.entry.path: ONE, TWO.entry.path: TWO}
    other = replace(TWO, stamp=9)
    _over(index).keep(_seen(other, THREE), before)
    assert index.asked == [([(TWO.entry, 9), (THREE.entry, 3)], [ONE.entry.path])]


def test_nothing_is_written_where_all_is_as_it_was(index: StandIn) -> None:
    _over(index).keep(_seen(ONE, TWO), {ONE.entry.path: ONE, TWO.entry.path: TWO})
    assert index.asked == []


def test_where_there_is_nothing_at_all_a_share_is_away_and_nothing_is_let_go_of(index: StandIn) -> None:
    _over(index).keep(_seen(), {ONE.entry.path: ONE})
    assert index.asked == []
    _over(index).keep(_seen(ONE), {ONE.entry.path: ONE, TWO.entry.path: TWO})
    assert index.asked == [([], [TWO.entry.path])]


def test_of_a_file_that_may_be_written_once_more_no_state_is_kept_and_one_of_unknown_sessions_not_at_all(
    index: StandIn,
) -> None:
    young, unknown = replace(ONE, young=True), replace(TWO, ids=("x", "y"))
    _over(index).keep(_seen(young, unknown), {})
    assert index.asked == [([(ONE.entry, None)], [])]


@pytest.mark.parametrize(
    ("ask", "nothing"),
    [
        (Remembered.first, None),
        (Remembered.files, {}),
        (lambda told: told.keep(_seen(THREE), {}), None),
    ],
)
def test_one_that_fails_is_closed_and_done_without(
    index: StandIn, ask: Callable[[Remembered], object], nothing: object
) -> None:
    told = _over(index)
    index.lost = True
    assert ask(told) == nothing
    assert index.closed
    assert not told.is_there
    assert len(index.asked) == 1
    for again in (Remembered.first, Remembered.files):
        assert not again(told)
    assert told.index_for(FEWEST, make=True) is None
    assert len(index.asked) == 1
    told.lose()
