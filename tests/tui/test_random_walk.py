"""Somebody who presses anything at all, pastes and drags the window: nothing breaks, and the file is what was on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.source import default_workbook
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import shown, workbook_in
from tests.support.people import Clock, facilitator
from torture.wanderer import Wanderer

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = (1, 2, 3, 4)
STEPS = 600


@pytest.mark.parametrize("seed", SEEDS)
async def test_whoever_presses_anything_at_all_breaks_nothing_and_loses_nothing(
    tmp_path: Path, seed: int
) -> None:
    async with facilitator(tmp_path, clock=Clock()) as me:
        wanderer = Wanderer(me, seed)
        await me.begins("Ekerö")
        await me.goes_to("A.2")
        await me.says("Fax", "Dubbla remisser")
        await wanderer.wanders(STEPS)
        me.app.close_discussion()
    assert wanderer.led
    for path, workshop in wanderer.led.items():
        again = Workshop.open(path, workbook_in(default_workbook()))
        again.close()
        assert shown(again.session) == shown(workshop.session)
