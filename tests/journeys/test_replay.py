"""Reading closer: what a merged note came of, when and by whom each thing came, and how the discussion grew. Nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.merging import merge
from tests.journeys.test_reading import folder_of
from tests.support.people import facilitator, leading

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.support.people import Facilitator


@pytest.fixture
async def reader(tmp_path: Path) -> AsyncIterator[Facilitator]:
    """Somebody who reads a discussion in which two notes were merged and one reworded."""
    async with leading(tmp_path, "Ekerö", at="B.2") as me:
        await me.says("Fax mellan sjukhus", "Faxen till kommunen", "Dubbla remisser")
        work = me.app.workshop
        assert work
        first, second, third = work.session.notes_of("B.2")
        me.clock.passes(minutes=7)
        work.do(changes.revise, third.id, "Dubbla remisser och svar")
        work.do(merge, work.ids.endless(), [first.id, second.id])
        await me.waits()
    async with facilitator(tmp_path) as me:
        await me.presses("down", "down", "down", "f3")
        me.sees("bara läsning")
        yield me


async def test_what_a_merged_note_came_of_is_folded_until_it_is_asked_for(reader: Facilitator) -> None:
    me = reader
    me.sees("⌞ sammanslagen av 2 …")
    me.misses("Faxen till kommunen")
    await me.presses("enter")
    me.sees("Faxen till kommunen")
    await me.presses("enter")
    me.misses("Faxen till kommunen")


async def test_what_is_folded_is_found_all_the_same(reader: Facilitator) -> None:
    me = reader
    await me.types("till kommunen")
    me.sees("Faxen till kommunen", "1 av 1")
    await me.presses("escape")
    me.misses("Faxen till kommunen")


async def test_a_part_is_folded_to_its_heading(reader: Facilitator) -> None:
    me = reader
    await me.presses("tab", "enter")
    me.sees("▸ B  Vårdmöten 2040  … 2 anteckningar")
    me.misses("Dubbla remisser och svar")
    await me.presses("enter")
    me.sees("Dubbla remisser och svar")


async def test_the_history_of_the_note_one_has_chosen_tells_when_and_by_whom(reader: Facilitator) -> None:
    me = reader
    await me.types("och svar")
    await me.presses("escape", "end", "left", "right", "space", "h")
    me.sees("Vad som hänt", "18:07", "Dubbla remisser och svar", "Dubbla remisser")
    me.misses("Diskussionen började")
    await me.presses("escape", "home", "f6")
    await me.presses("escape")


async def test_how_it_grew_is_seen_change_by_change(reader: Facilitator, tmp_path: Path) -> None:
    me, before = reader, folder_of(tmp_path)
    await me.presses("f7")
    me.sees("uppspelning", "2 anteckningar", "18:07")
    await me.presses("home")
    me.sees("Början: inget är sagt än.", "0 av ")
    me.misses("Fax mellan sjukhus")
    await me.presses("end", "left")
    me.sees("3 anteckningar", "Dubbla remisser och svar")
    await me.presses("left")
    me.misses("Dubbla remisser och svar")
    me.sees("Dubbla remisser", "Faxen till kommunen")
    await me.types("x")
    await me.presses("pageup", "right", "pagedown", "down", "up", "escape", "escape")
    assert folder_of(tmp_path) == before
