"""An emoji of several people is one sign to every key, in the line and in every field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
