"""Whoever has no colours can open everything that others can."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.people import leading

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("key", ["ctrl+g", "ctrl+p", "ctrl+s", "ctrl+n", "f1", "f2", "f9", "ctrl+f"])
async def test_without_colour_every_dialog_opens_and_closes(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with leading(tmp_path, at="B.2", said=["Fax"]) as me:
        await me.presses(key)
        assert me.app.screen is not me.stage
        await me.presses("escape")
        assert me.app.screen is me.stage
        me.sees("Fax")
