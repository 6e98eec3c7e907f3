"""Who, where, and what a registrar notes: filled in on one page, found again on home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.people import facilitator, leading

if TYPE_CHECKING:
    from pathlib import Path

FILLED = (
    ("place", "Biblioteket"),
    ("unit", "Primärvård norr"),
    ("facilitator", "sektionschefen"),
    ("note_taker", "sekreteraren"),
    ("participants", "12"),
    ("registry_number", "HSN 2026-0123"),
    ("information_class", "intern"),
    ("retention", "bevaras"),
)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36)])
async def test_all_details_fit_on_one_page_and_are_on_the_first_page_of_the_discussion(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with leading(tmp_path, size=size) as me:
        await me.presses("ctrl+n")
        await me.awaits("Gallring eller bevarande")
        me.sees("Namn", "Verksamhet", "Diarienummer", "Gallring eller bevarande")
        me.sees("till exempel HSN 2026-0123", "Enter nästa")
        for _field, value in FILLED:
            await me.presses("down")
            await me.types(value)
        await me.presses("enter")
        head = me.session.head
        assert [(name, str(getattr(head, name))) for name, _value in FILLED] == list(FILLED)
        me.sees("Plats: Biblioteket", "Verksamhet: Primärvård norr")


async def test_home_finds_a_discussion_by_its_registry_number(tmp_path: Path) -> None:
    async with leading(tmp_path, size=(120, 36)) as me:
        await me.presses("ctrl+n")
        await me.awaits("Gallring eller bevarande")
        await me.presses(*["down"] * 6)
        await me.types("HSN 2026-0123")
        await me.presses("ctrl+s")
        assert me.session.head.registry_number == "HSN 2026-0123"
    async with facilitator(tmp_path, size=(120, 36)) as me:
        me.sees("HSN 2026-0123")
        await me.types("2026-0123")
        me.sees("2026-05-12  Ekerö", "i 1 diskussion")
        await me.types("9")
        me.sees("0 diskussioner")
