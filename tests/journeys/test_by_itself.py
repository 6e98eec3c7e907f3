"""What happens without a key: the clock in the header moves, in the walk and in the run of show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.people import leading

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clocks are looked at every few milliseconds."""
    monkeypatch.setattr("diskussion_tui.tui.walk.screen._CLOCK_EVERY", 0.005)
    monkeypatch.setattr("diskussion_tui.tui.plan.screen._EVERY", 0.005)


async def test_the_clock_in_the_header_moves_while_nobody_presses_a_key(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        me.sees("12 min kvar")
        for minutes in range(1, 4):
            me.clock.passes(minutes=1)
            await me.awaits(f"{12 - minutes} min kvar")


async def test_the_run_of_show_counts_on_while_it_is_looked_at(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.presses("f9")
        for minutes in range(1, 4):
            me.clock.passes(minutes=1)
            await me.awaits(f"{12 - minutes} min kvar")
