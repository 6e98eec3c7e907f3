"""Words that no disk takes: whatever else there is to tell, that is told first, and whoever leaves hears of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.workshop import disk as on_disk
from diskussion_tui.workshop.saving import saver, threads
from tests.support.disk import FullAt
from tests.support.people import leading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.support.people import Facilitator

PATIENCE = 60
UNSAVED = ("✗ inte sparat", "Det senaste är inte sparat", "disken är full")


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> FullAt:
    """A disk that can be filled, and threads that do not make a test wait."""
    made = FullAt()
    monkeypatch.setattr(on_disk, "Fs", lambda: made)
    for name in ("QUIET", "LOOK", "RETRY"):
        monkeypatch.setattr(threads, name, 0.005)
    monkeypatch.setattr(saver, "HOMEWARD", 0.005)
    return made


async def _until(me: Facilitator, state: str) -> None:
    opened = me.app.workshop
    assert opened
    told = asyncio.Event()
    opened.listen(lambda: told.set() if opened.saving.state == state else None)
    if opened.saving.state != state:
        await asyncio.wait_for(told.wait(), PATIENCE)
    await me.waits()


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(("ctrl+y",), id="the answer to a key"),
        pytest.param(("up",), id="a note that is chosen"),
        pytest.param(("up", "enter"), id="an edit"),
        pytest.param(("up", "r", "enter"), id="a round"),
        pytest.param(("up", "r", "enter", "1"), id="a count"),
        pytest.param(("f9",), id="the run of show"),
        pytest.param(("f9", "x"), id="a change of the plan"),
        pytest.param(("pagedown",), id="the next question"),
    ],
)
async def test_that_nothing_is_saved_covers_whatever_else_there_is_to_tell(
    tmp_path: Path, disk: FullAt, keys: Sequence[str]
) -> None:
    async with leading(tmp_path / "hem", at="B2", said=["fax", "köer"]) as me:
        disk.full = tmp_path
        await me.says("brev")
        await _until(me, "refused")
        await me.presses(*keys)
        await _until(me, "refused")
        me.sees(*UNSAVED)
        disk.full = None
        await _until(me, "saved")
        me.misses("✗", "Det senaste är inte sparat")


@pytest.mark.parametrize("quits", [("ctrl+q",), ("f1", "ctrl+q"), ("ctrl+g", "ctrl+q")])
async def test_whoever_quits_with_words_unsaved_is_told_so_and_the_program_ends_with_an_error(
    tmp_path: Path, disk: FullAt, quits: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    async with leading(tmp_path / "hem", at="B2", said=["fax"]) as me:
        disk.full = tmp_path
        await me.says("brev")
        await _until(me, "refused")
        await me.presses(*quits)
    assert me.app.return_value == 1
    assert "En del kunde inte sparas: disken är full" in capsys.readouterr().err


async def test_whoever_quits_with_everything_saved_hears_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with leading(tmp_path, at="B2", said=["fax"]) as me:
        await me.presses("ctrl+q")
    assert (me.app.return_value, capsys.readouterr().err) == (0, "")


async def test_whoever_quits_away_from_home_is_told_where_the_words_lie(
    tmp_path: Path, disk: FullAt, capsys: pytest.CaptureFixture[str]
) -> None:
    home, refuge = tmp_path / "hem", tmp_path / "reserv"
    async with leading(home, refuge=refuge, at="B2", said=["fax"]) as me:
        disk.full = home
        await me.says("brev")
        await _until(me, "elsewhere")
        await me.presses("ctrl+q")
    assert me.app.return_value == 1
    told = "".join(capsys.readouterr().err.split())
    assert f"{refuge}:diskenärfull" in told


async def test_whoever_closes_a_discussion_with_words_unsaved_is_told_so_at_home(
    tmp_path: Path, disk: FullAt
) -> None:
    async with leading(tmp_path / "hem", at="B2", said=["fax"]) as me:
        disk.full = tmp_path
        await me.says("brev")
        await _until(me, "refused")
        await me.presses("ctrl+o")
        me.sees("En del kunde inte sparas: disken är full")
