"""A window that was too small for a while: nobody's words are lost for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.people import facilitator, leading

if TYPE_CHECKING:
    from pathlib import Path

SMALL = [(30, 8), (39, 24), (80, 11), (1, 1), (100, 1)]


@pytest.mark.parametrize(("columns", "rows"), SMALL)
async def test_the_line_hears_again_once_there_is_room(tmp_path: Path, columns: int, rows: int) -> None:
    async with leading(tmp_path, at="B.2") as me:
        await me.types("Fax")
        await me.resizes(columns, rows)
        await me.resizes(80, 24)
        await me.types(" bort")
        await me.presses("enter")
        assert [note.text for note in me.session.notes()] == ["Fax bort"]


async def test_what_is_typed_meanwhile_stands_in_the_line_afterwards(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2") as me:
        await me.resizes(30, 8)
        me.sees("Fönstret")
        await me.types("Fax bort")
        await me.resizes(80, 24)
        me.sees("Fax bort")
        await me.presses("enter")
        assert [note.text for note in me.session.notes()] == ["Fax bort"]


async def test_home_hears_again_too(tmp_path: Path) -> None:
    async with facilitator(tmp_path / "sessions") as me:
        await me.resizes(30, 8)
        await me.types("Eke")
        await me.resizes(80, 24)
        await me.types("rö")
        me.sees("› Ekerö")
