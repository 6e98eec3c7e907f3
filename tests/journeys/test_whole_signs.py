"""An emoji of several people is one sign to every key, in the line and in every field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from diskussion_tui.content.source import default_workbook
from diskussion_tui.tui.widgets.field import Field
from tests.support.people import leading

if TYPE_CHECKING:
    from pathlib import Path

FAMILY = "👩‍👧"


@pytest.mark.parametrize("sign", [FAMILY, "🇸🇪", "👍🏽", "❤️"])
@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (("backspace",), "ab"),
        (("left", "x"), "abx{}"),
        (("left", "delete"), "ab"),
        (("left", "left", "right", "right", "x"), "ab{}x"),
        (("shift+left", "x"), "abx"),
        (("home", "right", "right", "shift+right", "x"), "abx"),
        (("home", "right", "right", "right", "x"), "ab{}x"),
    ],
)
async def test_keys_take_a_whole_sign_in_the_line(
    tmp_path: Path, sign: str, keys: tuple[str, ...], left: str
) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.pastes(f"ab{sign}")
        await me.presses(*keys)
        assert me.stage.capture.text == left.format(sign)


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (("backspace",), "ab"),
        (("left", "x"), "abx{}"),
        (("left", "delete"), "ab"),
        (("home", "right", "right", "right", "x"), "ab{}x"),
        (("shift+left", "x"), "abx"),
        (("home", "right", "right", "shift+right", "x"), "abx"),
    ],
)
async def test_keys_take_a_whole_sign_in_a_field(tmp_path: Path, keys: tuple[str, ...], left: str) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.presses("ctrl+g")
        await me.pastes(f"ab{FAMILY}")
        await me.presses(*keys)
        assert me.app.screen.query_one(Field).value == left.format(FAMILY)


async def test_a_sign_that_is_typed_in_pieces_is_whole(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.types(f"Stöd till {FAMILY} i hemmet")
        await me.presses("enter")
        assert me.notes("A.1") == [f"Stöd till {FAMILY} i hemmet"]
        await me.types(FAMILY)
        await me.presses("backspace")
        assert me.stage.capture.text == ""


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_wide_and_combining_signs_in_a_workbooks_titles_take_the_cells_they_take(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    title = "👩‍👧 Vx\u0301rd 漢字漢字 🔴 2040"
    text = default_workbook().read_text(encoding="utf-8").replace("Vårdmöten 2040", title)
    workbook = tmp_path / "wide.toml"
    workbook.write_text(text, encoding="utf-8")
    async with leading(tmp_path / "sessions", workbook=workbook, size=size) as me:
        for step, keys in (
            ("b2", ()),
            ("b", ()),
            ("b", ("f5",)),
            ("b", ("f5", "f9")),
            ("b", ("escape", "ctrl+g")),
        ):
            if not keys:
                await me.goes_to(step)
            await me.presses(*keys)
            me.sees(title)
            assert max(map(cell_len, me.screen())) <= size[0]
